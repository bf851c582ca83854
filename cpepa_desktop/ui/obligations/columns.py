"""Obligations as rows of a table, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import listed, short_day_words
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.obligations.words import (
    due_words,
    met_words,
    safe_words,
    short_title_of,
    state_badge,
    subject_first,
    whole_words,
)
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Column
from cpepa_desktop.ui.parts.verdicts import Badge

Key = tuple[str, str, str]
_SHORT: Final = 17
_LONG: Final = 40
"""Figures of the words of an obligation: with the course beside them, and alone."""


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """An obligation, where it stands on a day, and its place among the others by urgency."""

    obligation: DatedObligation
    badge: Badge
    place: int
    today: date

    @property
    def key(self) -> Key:
        """Return what tells the obligation from every other."""
        return key_of(self.obligation)


def key_of(obligation: DatedObligation) -> Key:
    """Return what tells an obligation from every other: its course, its name and what it is of."""
    return obligation.course, obligation.name, obligation.subject


def rows_of(obligations: Iterable[DatedObligation], today: date) -> tuple[ObligationRow, ...]:
    """Return obligations as rows: by their day, then those without one, what is past, and what was met."""
    urgent = sorted(obligations, key=lambda each: _urgency(each, today))
    return tuple(ObligationRow(each, state_badge(each, today), at, today) for at, each in enumerate(urgent))


def obligation_columns(*, with_course: bool = False) -> tuple[Column[ObligationRow], ...]:
    """Return the columns of obligations; those of several courses say of which each is."""
    words = short_title_of if with_course else subject_first  # where there is room to read on
    course: Column[ObligationRow] = Column(_("Curso"), lambda row: row.obligation.course, width=14)
    return (
        Column(
            _("Cuándo"),
            lambda row: row.badge.words,
            tooltip=lambda row: row.badge.words,
            sort_key=lambda row: row.place,
            icon=lambda row: row.badge.icon,
            wash=lambda row: row.badge.wash,
            width=17,
        ),
        Column(
            _("Obligación"),
            lambda row: words(row.obligation),
            tooltip=lambda row: whole_words(row.obligation),
            width=_SHORT if with_course else _LONG,
            stretched=True,
        ),
        *((course,) if with_course else ()),
        Column(
            _("Plazo"),
            lambda row: row.obligation.due,
            text=lambda row: near_day(row.obligation.due, row.today),
            tooltip=lambda row: due_words(row.obligation),
            width=10,
        ),
        Column(
            _("Fecha segura"),
            lambda row: row.obligation.safe,
            text=lambda row: near_day(row.obligation.safe, row.today),
            tooltip=lambda row: safe_words(row.obligation),
            width=11,
        ),
        Column(_("Por dónde"), _channels, tooltip=_channels, width=18),
        Column(
            _("Cumplido"),
            lambda row: row.obligation.met.day if row.obligation.met else None,
            text=lambda row: met_words(row.obligation),
            tooltip=lambda row: met_words(row.obligation),
            width=18,
        ),
        Column(
            _("Se puede desde"),
            lambda row: row.obligation.opens,
            text=lambda row: near_day(row.obligation.opens, row.today),
            width=11,
        ),
        Column(_("Artículo"), lambda row: str(row.obligation.citation), width=24, hidden=True),
    )


def _urgency(obligation: DatedObligation, today: date) -> tuple[int, date, tuple[object, ...]]:
    if obligation.met is not None:
        rank, day = 3, obligation.met.day
    elif not obligation.is_open(today):
        rank, day = 2, obligation.due or date.max
    else:
        rank, day = (0, obligation.due) if obligation.due else (1, obligation.opens or date.max)
    words = (obligation.course, obligation.text, obligation.subject_words)
    return rank, day, tuple(spanish_key(each) for each in words)


def _channels(row: ObligationRow) -> str:
    return listed(row.obligation.channels, _("o"))


def near_day(day: date | None, today: date) -> str:
    """Return a day of the school year in hand as «lun 8 ene», and another with its year."""
    if day is None:
        return ""
    return short_day_words(day) if SchoolYear.of(day) == SchoolYear.of(today) else text.full_day(day)
