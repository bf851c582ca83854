"""Which days have class, from what the file has frozen and what the year brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.operations.calendars import (
    ClassCalendar,
    WorkingCalendar,
    add_holiday,
    freeze_years,
    list_holidays,
    remove_holiday,
)
from cpepa_desktop.operations.centres import save_centre
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CENTRE, CODE, class_on, planned, rows

SAN_VALERO = Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza")
SAN_JORGE = date(2024, 4, 23)
ARAGON_2024 = [
    *(date(2024, 1, 1), date(2024, 1, 6), date(2024, 3, 28), date(2024, 3, 29), SAN_JORGE),
    *(date(2024, 5, 1), date(2024, 8, 15), date(2024, 10, 12), date(2024, 11, 1), date(2024, 12, 6)),
    *(date(2024, 12, 9), date(2024, 12, 25)),
]


def frozen(ws: Workspace) -> list[int]:
    return [year for (year,) in ws.db.execute("SELECT year FROM holiday_year ORDER BY year")]


def test_a_year_that_nobody_has_touched_has_the_official_holidays(ws: Workspace) -> None:
    assert [holiday.day for holiday in list_holidays(ws, 2024)] == ARAGON_2024
    assert frozen(ws) == []


def test_a_year_is_frozen_once_with_its_source_and_never_read_again(ws: Workspace) -> None:
    with ws.operation("Congelar"):
        freeze_years(ws, [2025, 2024, 2024])
    assert frozen(ws) == [2024, 2025]
    before = rows(ws)
    with ws.operation("Otra vez"):
        freeze_years(ws, [2024])
    assert rows(ws) == before
    assert all("Aragón" in str(source) for _year, source in before["holiday_year"])


def test_what_the_file_has_frozen_is_what_counts(ws: Workspace) -> None:
    (epiphany,) = [holiday for holiday in list_holidays(ws, 2024) if holiday.day == date(2024, 1, 6)]
    remove_holiday(ws, epiphany)
    assert [holiday.day for holiday in list_holidays(ws, 2024)] == [
        day for day in ARAGON_2024 if day != epiphany.day
    ]
    assert ClassCalendar(ws).is_class_day(epiphany.day)


@pytest.mark.parametrize("scope", [HolidayScope.LOCAL, HolidayScope.SCHOOL, HolidayScope.CENTRE])
def test_a_day_of_the_centre_of_any_kind_has_no_class(ws: Workspace, scope: HolidayScope) -> None:
    day = date(2024, 1, 29)
    assert ClassCalendar(ws).is_class_day(day)
    changes = add_holiday(ws, Holiday(day, "Sin clase", scope))
    assert changes.kinds == {Kind.CENTRE}
    assert changes.notices == ()
    assert ClassCalendar(ws).holiday(day) == Holiday(day, "Sin clase", scope)
    assert frozen(ws) == [2024]


def test_a_local_holiday_is_of_its_town(ws: Workspace) -> None:
    add_holiday(ws, SAN_VALERO)
    add_holiday(ws, Holiday(date(2024, 1, 22), "San Vicente", HolidayScope.LOCAL, "Huesca"))
    here = ClassCalendar(ws)
    assert (here.is_class_day(SAN_VALERO.day), here.is_class_day(date(2024, 1, 22))) == (False, True)
    save_centre(ws, replace(CENTRE, municipality="huesca"))
    there = ClassCalendar(ws)
    assert (there.is_class_day(SAN_VALERO.day), there.is_class_day(date(2024, 1, 22))) == (True, False)


def test_working_days_are_those_of_the_administration(ws: Workspace) -> None:
    save_centre(ws, replace(CENTRE, organ_municipality="Huesca"))
    add_holiday(ws, SAN_VALERO)
    add_holiday(ws, Holiday(date(2024, 1, 22), "San Vicente", HolidayScope.LOCAL, "Huesca"))
    add_holiday(ws, Holiday(date(2024, 7, 10), "El Ángel", HolidayScope.LOCAL, "Teruel"))
    add_holiday(ws, Holiday(date(2024, 2, 9), "Claustro", HolidayScope.CENTRE))
    add_holiday(ws, Holiday(date(2024, 3, 27), "Vacaciones", HolidayScope.SCHOOL))
    calendar = WorkingCalendar(ws)
    days = {
        SAN_VALERO.day: False,
        date(2024, 1, 22): False,
        date(2024, 7, 10): True,
        date(2024, 2, 9): True,
        date(2024, 3, 27): True,
        SAN_JORGE: False,
        date(2024, 1, 13): False,  # a Saturday
        date(2024, 1, 14): False,  # a Sunday
        date(2024, 1, 15): True,
    }
    assert {day: calendar.is_working_day(day) for day in days} == days


def test_a_holiday_on_a_day_with_class_names_the_courses_to_look_at(ws: Workspace) -> None:
    view = planned(ws)
    (notice,) = add_holiday(ws, SAN_VALERO).notices
    assert CODE in notice
    assert "29/01/2024" in notice
    remove_holiday(ws, SAN_VALERO)
    cancel_session(ws, CODE, class_on(view, SAN_VALERO.day)[1][0].id, "Avería", None)
    assert add_holiday(ws, SAN_VALERO).notices == ()


WRITES: dict[str, Callable[[Workspace], Changes]] = {
    "add_holiday": lambda ws: add_holiday(ws, SAN_VALERO),
    "remove_holiday": lambda ws: remove_holiday(ws, Holiday(SAN_JORGE, "San Jorge", HolidayScope.REGIONAL)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace], Changes]) -> None:
    before = rows(ws)
    write(ws)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
