"""What a timeline says of its own days."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.timeline import ClassDay, ModuleSpan
from cpepa_desktop.domain.week import IsoWeek
from tests.operations.obliged import FORTNIGHT, timeline


def test_the_weeks_are_those_with_class_and_those_at_a_distance_only_some() -> None:
    days = (
        ClassDay(date(2024, 1, 19)),
        ClassDay(date(2024, 2, 1), is_virtual=True),
        ClassDay(date(2024, 2, 2)),
    )
    of = timeline(classes=days)
    assert of.weeks == (IsoWeek(2024, 3), IsoWeek(2024, 5))
    assert of.virtual_weeks == (IsoWeek(2024, 5),)
    assert timeline().class_days == FORTNIGHT


def test_a_course_has_the_kinds_of_its_modules() -> None:
    of = timeline(modules=(ModuleSpan("MP1", ModuleKind.WORKPLACE),))
    assert [kind for kind in ModuleKind if of.has(kind)] == [ModuleKind.WORKPLACE]
