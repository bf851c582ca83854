"""The terms of a course only thought of, without a file and with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.obligations import OBLIGATIONS
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.deadline_estimate import DeadlineEstimate, EstimateRequest, estimate_deadlines
from cpepa_desktop.operations.workspace import Workspace

SPRING = EstimateRequest(
    "EPE-873-2023",
    date(2024, 1, 15),
    date(2024, 6, 14),
    "Zaragoza",
    date(2024, 1, 8),
    (date(2024, 1, 29), date(2024, 3, 5)),
)


def due_of(found: DeadlineEstimate, name: str, subject: str = "") -> date | None:
    return next(each.due for each in found.obligations if (each.name, each.subject) == (name, subject))


def test_every_obligation_of_the_call_is_there_once_and_the_weekly_ones_once_a_week() -> None:
    found = estimate_deadlines(None, SPRING)
    assert found.notices == ()
    assert {each.name for each in found.obligations} == set(OBLIGATIONS)
    weekly = [each.subject for each in found.obligations if each.name == "attendance_weekly"]
    assert (weekly[0], weekly[-1], len(weekly)) == ("2024-W03", "2024-W24", 22)
    rest = [each for each in found.obligations if each.name not in {"attendance_weekly", "virtual_weekly"}]
    assert len(rest) == len(OBLIGATIONS) - 2
    assert {each.subject for each in rest} == {""}
    assert all(each.safe <= each.due for each in found.obligations if each.safe and each.due)


def test_somebody_joins_on_the_first_day_and_class_days_leave_out_local_holidays() -> None:
    """The tenth class day after 15 January is the 29th, or the 30th where San Valero is a holiday."""
    with_local, without = (
        estimate_deadlines(None, SPRING),
        estimate_deadlines(None, replace(SPRING, local_holidays=())),
    )
    assert due_of(with_local, "participant_registration") == date(2024, 1, 17)
    assert due_of(with_local, "disability_support") == date(2024, 1, 30)
    assert due_of(without, "disability_support") == date(2024, 1, 29)
    assert without.notices == ("No se han dado festivos locales de Zaragoza: cuentan como hábiles.",)


def test_what_hangs_on_what_has_not_happened_has_no_day() -> None:
    found = estimate_deadlines(None, replace(SPRING, selection=None))
    for name in ("candidate_request", "leaver_communication", "incidents", "requirement_answer"):
        assert due_of(found, name) is None


def test_a_file_of_days_of_class_counts_instead(tmp_path: Path) -> None:
    path = tmp_path / "dias.csv"
    path.write_text("2024-01-15\n2024-01-22\n2024-01-29\n2024-02-05\n", encoding="utf-8")
    found = estimate_deadlines(None, replace(SPRING, teaching_days=path))
    # The third class falls on San Valero, which is no working day: the term ends the day after.
    assert due_of(found, "participant_registration") == date(2024, 1, 30)
    weekly = [each.subject for each in found.obligations if each.name == "attendance_weekly"]
    assert weekly == ["2024-W03", "2024-W04", "2024-W05", "2024-W06"]


@pytest.mark.parametrize(
    ("end", "due"),
    [
        (date(2024, 1, 31), date(2024, 2, 29)),  # no 31 February, and a leap year
        (date(2023, 1, 31), date(2023, 2, 28)),
        (date(2024, 2, 29), date(2024, 4, 1)),  # 29 March is Good Friday
        (date(2024, 6, 14), date(2024, 7, 15)),  # 14 July is a Sunday
    ],
)
def test_a_month_ends_on_the_same_number_or_the_last_day_and_moves_on(end: date, due: date) -> None:
    found = estimate_deadlines(None, replace(SPRING, start=date(2023, 1, 16), end=end, selection=None))
    assert due_of(found, "economic_justification") == due


def test_a_start_on_a_holiday_keeps_its_terms_before_it() -> None:
    """1 May 2024: seven days before is the 24th of April, whatever day it is."""
    found = estimate_deadlines(None, replace(SPRING, start=date(2024, 5, 1), selection=None))
    assert due_of(found, "start_communication") == date(2024, 4, 24)
    assert due_of(found, "participant_registration") == date(2024, 5, 6)
    saint_george = estimate_deadlines(None, replace(SPRING, start=date(2024, 4, 30), selection=None))
    assert due_of(saint_george, "start_communication") == date(2024, 4, 23)


def test_dates_that_do_not_fit_are_told_and_one_that_cannot_be_is_refused() -> None:
    late = estimate_deadlines(None, replace(SPRING, end=date(2024, 11, 4), selection=date(2024, 1, 16)))
    assert len(late.notices) == 2
    assert "plazo de ejecución" in late.notices[0]
    assert "posterior al inicio" in late.notices[1]
    assert estimate_deadlines(None, replace(SPRING, end=SPRING.start)).obligations
    with pytest.raises(Refused, match="antes de empezar"):
        estimate_deadlines(None, replace(SPRING, end=date(2024, 1, 14)))
    with pytest.raises(Refused):
        estimate_deadlines(None, replace(SPRING, call="nada"))


def test_the_local_holidays_of_a_file_count_for_their_town(ws: Workspace) -> None:
    add_holiday(ws, Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza"))
    asked = replace(SPRING, local_holidays=())
    here = estimate_deadlines(ws, asked)
    assert here.notices == ()
    assert due_of(here, "disability_support") == date(2024, 1, 30)
    assert due_of(
        estimate_deadlines(ws, replace(asked, municipality="Huesca")), "disability_support"
    ) == date(2024, 1, 29)
