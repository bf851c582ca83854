"""Days without class brought from a file: all or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.calendars import ClassCalendar, WorkingCalendar, list_holidays
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.holiday_intake import HolidayPreview, import_holidays, preview_holidays
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.lists import csv_file
from tests.operations.builders import planned, rows

SCHOOL, LOCAL = HolidayScope.SCHOOL, HolidayScope.LOCAL
FREE = date(2024, 3, 4)


def preview(
    ws: Workspace, folder: Path, *listed: Sequence[str], scope: HolidayScope = SCHOOL
) -> HolidayPreview:
    """Preview a list of days of 2024."""
    path = csv_file(folder / "días.csv", [("Fecha", "Festivo"), *listed])
    return preview_holidays(ws, path, 2024, scope)


def test_days_come_in_whole_and_are_undone_whole(ws: Workspace, tmp_path: Path) -> None:
    before = rows(ws)
    found = preview(ws, tmp_path, ("04/03/2024", "No lectivo"), ("08/03/2024", "No lectivo"))
    assert rows(ws) == before
    changes = import_holidays(ws, found)
    assert changes.operation == "Importar 2 días sin clase de 2024"
    assert Holiday(FREE, "No lectivo", SCHOOL) in list_holidays(ws, 2024)
    undo(ws)
    assert rows(ws) == before


@pytest.mark.parametrize(("scope", "works"), [(SCHOOL, True), (HolidayScope.CENTRE, True), (LOCAL, False)])
def test_a_school_day_has_no_class_and_is_a_working_day(
    ws: Workspace, tmp_path: Path, scope: HolidayScope, *, works: bool
) -> None:
    import_holidays(ws, preview(ws, tmp_path, ("04/03/2024", "Día"), scope=scope))
    assert not ClassCalendar(ws).is_class_day(FREE)
    assert WorkingCalendar(ws).is_working_day(FREE) is works


def test_a_local_day_without_town_is_of_the_centre_s(ws: Workspace, tmp_path: Path) -> None:
    found = preview(ws, tmp_path, ("29/01/2024", "San Valero"), scope=LOCAL)
    assert found.new == (Holiday(date(2024, 1, 29), "San Valero", LOCAL, "Zaragoza"),)


def test_what_is_there_already_is_told_and_not_written_again(ws: Workspace, tmp_path: Path) -> None:
    days = (("04/03/2024", "No lectivo"),)
    import_holidays(ws, preview(ws, tmp_path, *days))
    again = preview(ws, tmp_path, *days)
    assert (again.new, len(again.known)) == ((), 1)
    with pytest.raises(Refused, match="ya están"):
        import_holidays(ws, again)
    more = preview(ws, tmp_path, *days, ("05/03/2024", "Otro"))
    assert [holiday.name for holiday in more.new] == ["Otro"]


def test_one_bad_row_keeps_every_day_out(ws: Workspace, tmp_path: Path) -> None:
    before = rows(ws)
    found = preview(ws, tmp_path, ("04/03/2024", "No lectivo"), ("31/02/2024", "No existe"))
    with pytest.raises(Refused, match="filas con problemas") as refused:
        import_holidays(ws, found)
    assert [problem.row for problem in refused.value.problems] == [3]
    assert rows(ws) == before


def test_a_file_of_another_year_names_both(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"2023 .* 2024"):
        preview(ws, tmp_path, ("04/03/2023", "No lectivo"))


def test_courses_with_class_on_those_days_are_told(ws: Workspace, tmp_path: Path) -> None:
    planned(ws)
    listed = [(f"{day:02}/03/2024", "No lectivo") for day in (4, 5, 6, 7)]
    found = preview(ws, tmp_path, *listed)
    words = "24/001 tiene clase 4 de esos días: lun 4 mar 2024, mar 5 mar 2024, mié 6 mar 2024 y 1 más."
    assert words in found.notices[0].message
    assert words in import_holidays(ws, found).notices[0]
    one = preview(ws, tmp_path, ("11/03/2024", "No lectivo"))
    assert "tiene clase ese día: lun 11 mar 2024." in one.notices[0].message
    assert preview(ws, tmp_path, ("16/03/2024", "Sábado")).notices == ()
