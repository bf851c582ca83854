"""Days without class or without counting."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.calendar import Holiday, HolidayScope


def test_holidays_come_by_day_and_are_of_no_town_unless_it_is_said() -> None:
    may = Holiday(date(2024, 5, 1), "Fiesta del Trabajo", HolidayScope.NATIONAL)
    january = Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza")
    assert sorted([may, january]) == [january, may]
    assert may.municipality == ""


def test_the_scopes_are_the_ones_the_file_keeps() -> None:
    assert [scope.value for scope in HolidayScope] == ["national", "regional", "local", "school", "centre"]
