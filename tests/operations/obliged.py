"""Courses as obligations see them: two weeks of SSCS0208 under the call of 2023."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.timeline import ClassDay, ModuleSpan, Timeline
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.deadlines import DatedObligation, dated_obligations
from cpepa_desktop.operations.timelines import days_of_class

START: Final = date(2024, 1, 15)
FORTNIGHT: Final = tuple(START + timedelta(days=n) for n in range(12) if n % 7 < 5)
MODULES: Final = (
    ModuleSpan("MF1", ModuleKind.FORMATIVE, START, FORTNIGHT[7]),
    ModuleSpan("COMP", ModuleKind.COMPLEMENTARY, FORTNIGHT[7], FORTNIGHT[-1]),
    ModuleSpan("MP1", ModuleKind.WORKPLACE),
)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def the_call(name: str = "EPE-873-2023") -> Call:
    return choose_call(None, name).call


def timeline(days: Mapping[Anchor, date] | None = None, **facts: Any) -> Timeline:  # noqa: ANN401 - its fields
    """Return a course of two weeks with every obligation of its call."""
    classes = tuple(ClassDay(day) for day in FORTNIGHT)
    known = {Anchor.COURSE_START: START, **days_of_class(classes, MODULES), **(days or {})}
    return replace(Timeline("24/001", the_call(), known, classes, MODULES), **facts)


def dated(of: Timeline, *, keeps_all: bool = False) -> dict[tuple[str, str], DatedObligation]:
    """Return the obligations of a course by name and subject, every weekday being a working one."""
    found = dated_obligations(of, is_weekday, keeps_all=keeps_all)
    return {(each.name, each.subject): each for each in found}
