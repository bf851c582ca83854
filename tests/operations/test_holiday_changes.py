"""Days put into the calendar and taken out, with the terms that they move."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.operations.calendars import list_holidays
from cpepa_desktop.operations.holiday_changes import add_holiday, remove_holiday
from cpepa_desktop.operations.workspace import Workspace

pytestmark = pytest.mark.usefixtures("course")
# The course ends on Friday 3 May 2024: its record is due fifteen working days later, on Friday the 24th.
FRIDAY = Holiday(date(2024, 5, 24), "Fiesta", HolidayScope.LOCAL, "Zaragoza")


def test_a_local_holiday_moves_what_is_counted_over_it_and_back(ws: Workspace) -> None:
    added = add_holiday(ws, FRIDAY)
    assert FRIDAY in list_holidays(ws, 2024)
    (moved,) = (notice for notice in added.notices if "acta de evaluación" in notice)
    assert moved.startswith("Vencía el vie 24 may 2024 y vence el lun 27 may 2024: ")
    assert "de 24/001" in moved
    (back,) = (each for each in remove_holiday(ws, FRIDAY).notices if "acta de evaluación" in each)
    assert back.startswith("Vencía el lun 27 may 2024 y vence el vie 24 may 2024: ")


@pytest.mark.parametrize(
    "holiday",
    [
        Holiday(date(2024, 5, 24), "Día no lectivo", HolidayScope.SCHOOL),
        Holiday(date(2024, 5, 24), "Fiesta", HolidayScope.LOCAL, "Huesca"),
    ],
)
def test_a_day_without_school_or_of_another_town_moves_nothing(ws: Workspace, holiday: Holiday) -> None:
    assert add_holiday(ws, holiday).notices == ()
