"""What an application to a call asks for, what it adds up to, and what it still needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.db import applications as table
from cpepa_desktop.domain.applications import (
    Application,
    ApplicationAction,
    ApplicationItem,
    ItemMark,
    ItemState,
)
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import Offer, Province
from cpepa_desktop.domain.centre import Centre
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import GrantEstimate, GrantRequest, speciality_key
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.catalogue_file import load_official
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.call_totals import request_verdict, try_estimate
from cpepa_desktop.operations.calls import choose_call, list_calls
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.explanation_words import answer_word
from cpepa_desktop.operations.explanations import Figure, Frame, explain
from cpepa_desktop.operations.offers import centre_certificates, offers_of
from cpepa_desktop.operations.requestables import requestable_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.deadlines import Counting, due_day
from cpepa_desktop.rules.grant import actions_within

_CENTRAL_TOWN: Final = "zaragoza"
"""The town that lies in the central zone of Zaragoza for certain; of the others the file has no comarca."""


@dataclass(frozen=True, slots=True)
class ActionView:
    """A course asked for with its title and its grant, or why that cannot be reckoned."""

    action: ApplicationAction
    title: str
    is_priority: bool
    estimate: GrantEstimate | None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item that the call asks for and what is known of it."""

    item: ApplicationItem
    mark: ItemMark


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """An application with what the call says of it.

    ``due`` is the last day to submit it, ``None`` while the day of publication is not known. ``asked`` is the
    sum of its courses in cents, ``cap`` the verdict on it, and ``specialities`` the verdict on how many are
    asked of each. ``gaps`` says in words what it still needs.
    """

    application: Application
    call_title: str
    actions: tuple[ActionView, ...]
    items: tuple[ItemView, ...]
    asked: int
    cap: Verdict | None
    specialities: tuple[tuple[str, Verdict], ...]
    due: date | None
    due_citation: Citation | None
    gaps: tuple[str, ...]

    @property
    def is_submitted(self) -> bool:
        """Say whether it was submitted, so that it stands still."""
        return self.application.submitted_on is not None


def calls_to_apply_for(ws: Workspace) -> tuple[tuple[str, str], ...]:
    """Return the calls that take applications, each with its title."""
    rows = list_calls(ws)
    return tuple((row.id, row.title) for row in rows if choose_call(ws, row.id).call.application)


def read_application(ws: Workspace, call_id: str) -> ApplicationView:
    """Return the application to a call. Raises ``Refused`` where the call takes none."""
    call = call_applied_to(ws, call_id)
    application = table.application(ws.db, call_id)
    actions = tuple(_view(ws, application, action) for action in application.actions)
    known = [each.estimate for each in actions if each.estimate]
    asked = sum(each.estimated for each in known)
    cap = request_verdict(call, asked, len(actions) - len(known), application.published_on)
    specialities = tuple(_specialities(ws, call, application))
    items = tuple(ItemView(item, application.mark(item.key)) for item in call.application)
    deadline = call.deadlines.get("grant_application")
    return ApplicationView(
        application=application,
        call_title=call.title,
        actions=actions,
        items=items,
        asked=asked,
        cap=cap,
        specialities=specialities,
        due=_due(ws, call, application),
        due_citation=deadline.citation if deadline else None,
        gaps=(*_gaps(actions, items), *_broken(cap, specialities)),
    )


def offers_to_apply_for(ws: Workspace, call_id: str) -> tuple[Offer, ...]:
    """Return what the annex of a call prints, in its order. Raises ``Refused`` as `read_application` does."""
    call = call_applied_to(ws, call_id)
    return tuple(offer for offer in load_official().offers if offer.call == call.offers)


def limit_figures(ws: Workspace, view: ApplicationView) -> tuple[Figure, ...]:
    """Return the limits of a call on an application, each with its answer and what explains it."""
    frame = Frame(call_applied_to(ws, view.application.call), view.application.published_on or date.max)
    figures = [
        Figure(
            words,
            _("Acciones de {speciality}").format(speciality=words),
            answer_word(verdict.answer).capitalize(),
            explain(verdict, frame),
        )
        for words, verdict in view.specialities
    ]
    if view.cap:
        cap = Figure("cap", _("Importe que se pide"), money_words(view.asked), explain(view.cap, frame))
        figures.insert(0, cap)
    return tuple(figures)


def call_applied_to(ws: Workspace, call_id: str) -> Call:
    """Return a call that takes applications. Raises ``Refused`` for any other."""
    call = choose_call(ws, call_id).call
    if not call.application:
        message = _("«{call}» no es una convocatoria a la que se presente solicitud.")
        raise Refused(message.format(call=call.title))
    return call


def _view(ws: Workspace, application: Application, action: ApplicationAction) -> ActionView:
    request = GrantRequest(
        application.call,
        action.speciality,
        action.part,
        action.province,
        action.participants,
        application.published_on,
    )
    found, refusal = try_estimate(ws, request)
    own = centre_certificates(ws)
    offers = {offer.part: offer for offer in offers_of(own, action.speciality)}
    subject, offer = requestable_of(own, action.speciality).get(action.part), offers.get(action.part)
    return ActionView(
        action, subject.title if subject else "", bool(offer and offer.priority), found, refusal
    )


def _specialities(ws: Workspace, call: Call, application: Application) -> Iterator[tuple[str, Verdict]]:
    """Yield each speciality asked for with the verdict on how many actions of it there are."""
    day = application.published_on or date.max
    names = ("speciality_actions", "priority_speciality_actions")
    if not all(call.gives(name, day) for name in names):
        return
    ordinary, priority = (call.count(name, day) for name in names)
    zone = _is_in_central_zone(read_centre(ws).centre)
    own = centre_certificates(ws)
    asked: dict[tuple[str, str], list[str]] = defaultdict(list)
    for action in application.actions:
        asked[speciality_key(action.speciality, action.part)].append(action.part)
    for (code, module), parts in asked.items():
        offers = [each for each in offers_of(own, code) if speciality_key(code, each.part) == (code, module)]
        has_priority = zone if any(offer.priority for offer in offers) else False
        words = " ".join(filter(None, (code, module)))
        yield words, actions_within(parts, ordinary, priority, has_priority=has_priority)


def _is_in_central_zone(centre: Centre) -> bool | None:
    """Say whether a centre lies in the central zone of Zaragoza, ``None`` where it is not known."""
    if centre.municipality.strip().casefold() == _CENTRAL_TOWN:
        return True
    return None if centre.province.strip().casefold() == Province.ZARAGOZA.casefold() else False


def _due(ws: Workspace, call: Call, application: Application) -> date | None:
    deadline = call.deadlines.get("grant_application")
    if deadline is None or deadline.due is None or application.published_on is None:
        return None
    counting = Counting(WorkingCalendar(ws).is_working_day)
    return due_day(deadline.due, application.published_on, counting)


def _gaps(actions: tuple[ActionView, ...], items: tuple[ItemView, ...]) -> Iterator[str]:
    if not actions:
        yield _("No se pide ninguna acción formativa.")
    yield from (each.refusal for each in actions if each.refusal)
    for each in items:
        if each.mark.state is ItemState.MISSING:
            yield _("Falta: {item} ({place}).").format(item=each.item.text, place=each.item.citation.place)


def _broken(cap: Verdict | None, specialities: tuple[tuple[str, Verdict], ...]) -> Iterator[str]:
    """Yield what the call does not let anybody ask for."""
    if cap and cap.answer is Answer.NO:
        yield explain(cap).sentence
    for words, verdict in specialities:
        if verdict.answer is Answer.NO:
            yield _("{speciality}: {sentence}").format(speciality=words, sentence=explain(verdict).sentence)
