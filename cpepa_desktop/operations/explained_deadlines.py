"""«¿Por qué?» of the days of an obligation: the event, the days counted and of which kind, and the result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, listed, short_day_words
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.explanation_words import rule_formulas, rule_title
from cpepa_desktop.operations.explanations import Explanation, Figure, Line
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.operations.obligation_words import count_words, event_words, pending_words, term_words
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.deadlines import Counting, due_day, opening_day

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_WORKING_DAYS: Final = Citation("Ley 39/2015", "art. 30")
_ROLLING: Final = frozenset({DayKind.CALENDAR, DayKind.MONTH, DayKind.YEAR})
"""Kinds whose last day may fall on one that is no working day."""


@dataclass(frozen=True, slots=True)
class _Reckoned:
    """A term of an obligation, the day it gives, and the day of its event; ``None`` where there is none."""

    key: str
    label: str
    rule: str
    term: Term
    day: date | None
    event: date | None


def explain_obligation(ws: Workspace, obligation: DatedObligation) -> tuple[Figure, ...]:
    """Return each day of an obligation with what explains it: ``due``, ``safe``, ``other``, ``opens``.

    One whose term hangs on what has not happened says what it waits for; where the texts set no term, that.
    Raises ``Refused`` where the course is not there.
    """
    found = tuple(
        Figure(
            each.key,
            each.label,
            day_words(each.day) if each.day else pending_words(each.term.anchor),
            _explanation(ws, obligation, each),
        )
        for each in _reckoned(ws, obligation)
    )
    return found or (_without_term(obligation),)


def _reckoned(ws: Workspace, obligation: DatedObligation) -> Iterator[_Reckoned]:
    deadline = call_of(ws, find_course(ws, obligation.course)).deadline(obligation.name)
    of_rule = due_day.__name__
    if deadline.due:
        yield _Reckoned("due", _("Plazo"), of_rule, deadline.due, obligation.due, obligation.event)
    if deadline.safe and obligation.safe != obligation.due:
        event = obligation.event if _has_same_event(deadline.safe, deadline.due) else None
        yield _Reckoned("safe", _("Fecha segura"), of_rule, deadline.safe, obligation.safe, event)
    if deadline.other:
        event = obligation.event if _has_same_event(deadline.other, deadline.due) else None
        yield _Reckoned("other", _("Otra lectura"), of_rule, deadline.other, obligation.other, event)
    if deadline.opens:
        opening = opening_day.__name__
        event = obligation.event if _has_same_event(deadline.opens, deadline.due or deadline.opens) else None
        yield _Reckoned("opens", _("Se puede desde"), opening, deadline.opens, obligation.opens, event)


def _has_same_event(term: Term, due: Term | None) -> bool:
    return due is not None and term.anchor is due.anchor


def _explanation(ws: Workspace, obligation: DatedObligation, each: _Reckoned) -> Explanation:
    articles = articles_of(each.term.citation)
    if each.term.kind is not DayKind.FIXED:
        articles += tuple(one for one in articles_of(_WORKING_DAYS) if one not in articles)
    return Explanation(
        title=rule_title(each.rule),
        sentence=" ".join(filter(None, (_sentence(each), _consequence(obligation)))),
        lines=tuple(_lines(WorkingCalendar(ws), each)),
        citation=str(each.term.citation),
        formula=(rule_formulas()[each.rule],),
        articles=articles,
    )


def _sentence(each: _Reckoned) -> str:
    if each.day is None:
        words = _("No tiene día todavía: está {pending}.")
        return words.format(pending=pending_words(each.term.anchor))
    return _("{label}: {term}. Es el {day}.").format(
        label=each.label, term=term_words(each.term), day=day_words(each.day)
    )


def _consequence(obligation: DatedObligation) -> str:
    """Return what the texts say of being late, ``""`` where they say nothing."""
    words = obligation.consequence
    return _("Fuera de plazo: {words}").format(words=words) if words else ""


def _lines(calendar: WorkingCalendar, each: _Reckoned) -> Iterator[Line]:
    if each.term.kind is not DayKind.FIXED:
        event = event_words(each.term.anchor)
        yield event[:1].upper() + event[1:], day_words(each.event) if each.event else _("sin día")
        side = _("hacia atrás") if each.term.side is Side.BEFORE else _("hacia delante")
        yield _("Se cuentan, {side}").format(side=side), count_words(each.term.number, each.term.kind)
    if each.event and each.day:
        yield from _passed_over(calendar, each.term, each.event, each.day)
    if each.day:
        yield each.label, day_words(each.day)


def _passed_over(calendar: WorkingCalendar, term: Term, event: date, day: date) -> Iterator[Line]:
    """Yield the holidays that working days leave out, and where the last day fell before it was moved on."""
    if term.kind is DayKind.WORKING:
        first, last = sorted((event, day))
        days = (first + n * _DAY for n in range((last - first).days + 1))
        holidays = [each for each in days if each.weekday() < _SATURDAY and not calendar.is_working_day(each)]
        if holidays:
            yield _("Festivos que no cuentan"), listed([short_day_words(each) for each in holidays])
    if term.kind in _ROLLING and term.side is Side.AFTER:
        fell = opening_day(term, event, Counting(calendar.is_working_day))
        if fell != day:
            yield _("Cae en día inhábil"), _("{day}: pasa al primero hábil").format(day=day_words(fell))


def _without_term(obligation: DatedObligation) -> Figure:
    sentence = obligation.note or _("El texto no le pone plazo, o lo tiene que escribir el centro.")
    return Figure(
        "due",
        _("Plazo"),
        _("sin plazo"),
        Explanation(
            title=obligation.text,
            sentence=sentence,
            lines=(),
            citation=str(obligation.citation),
            articles=articles_of(obligation.citation),
        ),
    )
