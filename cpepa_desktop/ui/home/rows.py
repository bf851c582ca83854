"""What waits, in the words of the first page: one kind of row for all three lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words, hours_words, listed, short_day_words
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.home import AtRisk, DueItem, Risk, WaitingFiling, WeekToEnter
from cpepa_desktop.ui.home.waiting import WaitingRow
from cpepa_desktop.ui.obligations.words import state_badge, whole_words
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of

_PERCENT: Final = 100
_MANY: Final = 3


def due_rows(items: Iterable[DueItem], today: date) -> list[WaitingRow]:
    """Return what is due, a row each; the same thing due of many people on one day is a single row."""
    together: dict[tuple[str, str, date | None], list[DueItem]] = {}
    for item in items:
        each = item.obligation
        together.setdefault((each.course, each.name, each.due), []).append(item)
    rows = []
    for members in together.values():
        is_of_people = OBLIGATIONS[members[0].obligation.name] is Subject.PERSON
        if is_of_people and len(members) >= _MANY:
            rows.append(_many_row(members, today))
        else:
            rows += [due_row(item, today) for item in members]
    return rows


def _many_row(items: Sequence[DueItem], today: date) -> WaitingRow:
    """Return one row for what is due of several people: it opens the first, and all are met at once."""
    row, first = due_row(items[0], today), items[0].obligation
    count = ngettext("{n} persona", "{n} personas", len(items)).format(n=len(items))
    names = listed([item.obligation.subject_words for item in items])
    return replace(
        row,
        key=("due", first.course, first.name, str(first.due)),
        title=f"{items[0].paper or first.text}, {count}",
        tooltip=whole_words(replace(first, subject_words=names)),
        place=Place("course", first.course, f"file/deadlines/{first.name}/{first.subject}"),
        about=tuple(item.obligation for item in items),
    )


def due_row(item: DueItem, today: date) -> WaitingRow:
    """Return an obligation: its paper, or what is asked where none meets it, and how long there is."""
    obligation = item.obligation
    return WaitingRow(
        key=("due", obligation.course, obligation.name, obligation.subject),
        title=", ".join(filter(None, (item.paper or obligation.text, obligation.subject_words))),
        detail=obligation.course,
        badge=state_badge(obligation, today),
        tooltip=whole_words(obligation),
        place=Place("course", obligation.course, obligation.place),
        about=(obligation,),
    )


def risk_row(each: AtRisk) -> WaitingRow:
    """Return a person at risk: what of, how much they may still miss, and how their share has gone."""
    worst = each.risks[0]
    return WaitingRow(
        key=("risk", each.course, each.enrolment.id),
        title=each.enrolment.person.listed_name,
        detail=each.course,
        badge=_spare(worst),
        tooltip="\n".join(_question(risk) for risk in each.risks),
        place=Place("course", each.course, f"enrolments/{each.enrolment.id}"),
        line=each.shares,
        line_asked=_asked(worst),
        line_words=_shares_words(worst, each.shares),
    )


def week_row(each: WeekToEnter, today: date) -> WaitingRow:
    """Return a week with attendance not entered."""
    count = ngettext("{n} casilla", "{n} casillas", each.missing).format(n=each.missing)
    is_over = each.last < today
    return WaitingRow(
        key=("week", each.course, each.week),
        title=_("Asistencia del {days}").format(days=text.short_period(each.first, each.last)),
        detail=each.course,
        badge=Badge(count, "attendance", Wash.WARNING if is_over else Wash.QUIET),
        tooltip=_("Asistencia pendiente de introducir hasta hoy: {count}").format(count=count),
        place=Place("course", each.course, f"attendance/{each.week}"),
    )


def paper_row(each: WaitingFiling) -> WaitingRow:
    """Return a paper printed and not sent."""
    paper = each.paper
    printed = _("Impreso el {day}").format(day=day_words(paper.printed_on))
    return WaitingRow(
        key=("paper", paper.id),
        title=_of_week(each.title, paper.week),
        detail=paper.course,
        badge=Badge(_("sin enviar"), "send", Wash.QUIET),
        tooltip=printed,
        place=Place("papers", str(paper.id)),
    )


def quiet_words(following: DueItem | None) -> str:
    """Return what to say where nothing is due, with what comes next where that is known."""
    if following is None:
        return _("Nada pendiente.")
    words = _("Nada pendiente. El siguiente plazo es el {day} ({paper} de {course}).")
    obligation = following.obligation
    what = following.paper or obligation.text
    day = short_day_words(obligation.due) if obligation.due else ""
    return words.format(day=day, paper=what[:1].lower() + what[1:], course=obligation.course)


def _of_week(title: str, week: str) -> str:
    if not week:
        return title
    of_week = IsoWeek.parse(week)
    _weekday, day = short_day_words(of_week.monday).split(" ", 1)
    return _("{paper}, semana del {day}").format(paper=title, day=day)


def _what(risk: Risk) -> str:
    return risk.decisive_module or rule_title(risk.verdict.rule)


def _spare(risk: Risk) -> Badge:
    if risk.verdict.answer is Answer.NO:
        return Badge(_("ya no alcanza"), badge_of(risk.verdict).icon, Wash.DANGER)
    words = _("puede faltar {hours} más").format(hours=hours_words(max(0, risk.spare_minutes)))
    return Badge(words, badge_of(risk.verdict).icon, Wash.WARNING)


def _question(risk: Risk) -> str:
    parts = (risk.module, rule_title(risk.verdict.rule), badge_of(risk.verdict).words)
    return " · ".join(part for part in parts if part)


def _asked(risk: Risk) -> int:
    share = risk.verdict.numbers.get("share", 0)
    return int(share * _PERCENT) if isinstance(share, Decimal) else 0


def _shares_words(risk: Risk, shares: tuple[int, ...]) -> str:
    if not shares:
        return _what(risk)
    words = _("{what}: asistencia semana a semana {shares}")
    return words.format(what=_what(risk), shares=listed([f"{share} %" for share in shares]))
