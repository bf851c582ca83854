"""Obligations of many courses put together: by the week they are due in, or by their course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.obligations.words import countdown
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge

EVERYTHING = ""
"""The key of the group that has them all."""
_FRIDAY = timedelta(days=4)
_LAST = "9999"


class GroupedBy(StrEnum):
    """By what obligations are put together."""

    WEEK = "week"
    COURSE = "course"

    @property
    def label(self) -> str:
        """Return it in words."""
        return {GroupedBy.WEEK: _("Por semanas"), GroupedBy.COURSE: _("Por cursos")}[self]

    def key(self, obligation: DatedObligation) -> str:
        """Return the key of the group of an obligation."""
        if self is GroupedBy.COURSE:
            return obligation.course
        return str(IsoWeek.of(obligation.due)) if obligation.due else _LAST


@dataclass(frozen=True, slots=True)
class Group:
    """Some obligations that stand together: how many, and how the most urgent of those that wait stands."""

    key: str
    words: str
    count: int
    badge: Badge | None


def groups_of(obligations: Iterable[DatedObligation], by: GroupedBy, today: date) -> tuple[Group, ...]:
    """Return the groups in order, the one of everything first; none where there is nothing."""
    found: dict[str, list[DatedObligation]] = defaultdict(list)
    for each in obligations:
        found[by.key(each)].append(each)
    if not found:
        return ()
    whole = [each for members in found.values() for each in members]
    rest = (_group(key, _words(by, key, today), found[key], today) for key in sorted(found))
    return (_group(EVERYTHING, _("Todo"), whole, today), *rest)


def group_columns() -> tuple[Column[Group], ...]:
    """Return the columns of groups."""
    return (
        Column(_("Grupo"), lambda row: row.words, sort_key=lambda row: row.key, width=13, stretched=True),
        Column(_("N.º"), lambda row: row.count, align=Align.RIGHT, width=4),
        Column(
            _("Estado"),
            lambda row: row.badge.words if row.badge else "",
            icon=lambda row: row.badge.icon if row.badge else "",
            wash=lambda row: row.badge.wash if row.badge else None,
            width=9,
        ),
    )


def _group(key: str, words: str, members: list[DatedObligation], today: date) -> Group:
    days = [(each.due, each.safe or each.due) for each in members if each.due and each.is_open(today)]
    badge = _short(countdown(*min(days), today)) if days else None
    return Group(key, words, len(members), badge)


def _short(badge: Badge) -> Badge:
    """Return a countdown as a group says it: in one word, for what is late or near."""
    words = {Wash.DANGER: _("vencido"), Wash.WARNING: _("pronto")}.get(badge.wash, _("en plazo"))
    return replace(badge, words=words)


def _words(by: GroupedBy, key: str, today: date) -> str:
    if by is GroupedBy.COURSE:
        return key
    if key == _LAST:
        return _("Sin día")
    monday = IsoWeek.parse(key).monday
    is_near = SchoolYear.of(monday) == SchoolYear.of(today)
    return (text.short_period if is_near else text.period)(monday, monday + _FRIDAY)
