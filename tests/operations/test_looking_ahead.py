"""What the status of a course says beyond today: what may be lost, who is out, and how many may leave."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, SeatKind
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.notices import except_notice
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned

FRIDAY = MONDAY + timedelta(days=4)
HOURS = 60
ACTION = 380 * HOURS


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give the course of 380 h with one person, seen on its first Friday."""
    planned(ws)
    ws.clock = at(FRIDAY)
    return ws


def status_of(ws: Workspace, someone: Enrolment) -> PersonStatus:
    return next(found for found in course_status(ws, CODE).people if found.enrolment.id == someone.id)


def enter(ws: Workspace, someone: Enrolment, day: date, attended: int, *absences: Absence) -> None:
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    record_attendance(ws, CODE, [StretchInput(someone.id, stretch.id, attended, absences)])


def class_days(ws: Workspace) -> list[date]:
    return sorted({stretch.day for stretch in read_course(ws, CODE).stretches})


def test_nobody_has_lost_anything_before_anything_is_entered(ws: Workspace) -> None:
    someone = enrolled(ws)
    ahead = status_of(ws, someone).forecasts["funded"]
    assert ahead.minutes_left_to_lose == ACTION - 285 * HOURS
    assert ahead.minutes_left_if_pending_lost == ACTION - 285 * HOURS - 5 * 300


def test_the_impossible_day_is_that_of_the_hour_one_too_many(ws: Workspace) -> None:
    """95 h may be lost at five hours a day: nineteen days can be missed and the twentieth is too many."""
    someone = enrolled(ws)
    remaining = [day for day in class_days(ws) if day >= FRIDAY]
    assert status_of(ws, someone).forecasts["funded"].impossible_from == remaining[19]


def test_what_is_entered_today_is_not_missed_again(ws: Workspace) -> None:
    someone = enrolled(ws)
    enter(ws, someone, FRIDAY, 300)
    remaining = [day for day in class_days(ws) if day > FRIDAY]
    assert status_of(ws, someone).forecasts["funded"].impossible_from == remaining[19]


def test_each_module_has_its_own_forecast_and_the_diploma_that_of_the_tightest(ws: Workspace) -> None:
    someone = enrolled(ws)
    person = status_of(ws, someone)
    ahead = {module.code: module.forecasts["module_test"] for module in person.modules}
    diploma = person.forecasts["diploma_attendance"]
    assert diploma.minutes_left_to_lose == min(each.minutes_left_to_lose for each in ahead.values())
    assert diploma.impossible_from == min(
        each.impossible_from for each in ahead.values() if each.impossible_from
    )


def test_nobody_in_an_additional_seat_has_a_forecast_of_being_paid_for(ws: Workspace) -> None:
    someone = enrolled(ws, seat_kind=SeatKind.ADDITIONAL)
    assert set(status_of(ws, someone).forecasts) == {"diploma_attendance"}


def test_computable_minutes_are_the_attended_and_the_validated(ws: Workspace) -> None:
    someone = enrolled(ws)
    proved = Absence(60, AbsenceCause.B, JustificationState.VALIDATED)
    waiting = Absence(30, AbsenceCause.B, JustificationState.PENDING)
    enter(ws, someone, MONDAY, 200, proved, waiting)
    assert status_of(ws, someone).computable_minutes == 260


def test_who_is_not_paid_for_has_no_computable_minutes(ws: Workspace) -> None:
    someone = enrolled(ws, seat_kind=SeatKind.ADDITIONAL)
    enter(ws, someone, MONDAY, 300)
    assert status_of(ws, someone).computable_minutes == 0


# Leavers ----------------------------------------------------------------------------------------------------


def leave(ws: Workspace, someone: Enrolment, on: date, told: date | None) -> None:
    number = someone.person.document.number
    withdraw(ws, CODE, number, Withdrawal(on, LeaveCause.OTHER, communicated_on=told))


@pytest.mark.parametrize(("days_after", "answer"), [(4, Answer.YES), (5, Answer.NO)])
def test_a_leaving_is_told_by_the_fourth_class_day_after_it(
    ws: Workspace, days_after: int, answer: Answer
) -> None:
    someone = enrolled(ws)
    days = class_days(ws)
    ws.clock = at(days[20])
    leave(ws, someone, FRIDAY, days[days.index(FRIDAY) + days_after])
    notice = status_of(ws, someone).notice
    assert notice is not None
    assert notice.answer is answer


def test_a_leaving_that_nobody_told_is_pending(ws: Workspace) -> None:
    someone = enrolled(ws)
    leave(ws, someone, MONDAY, None)
    notice = status_of(ws, someone).notice
    assert notice is not None
    assert (notice.answer, notice.reason) == (Answer.PENDING, "not_told_yet")


def told_late(ws: Workspace) -> Enrolment:
    """Return somebody paid for by the 25 % of a job, told of six class days later."""
    someone = enrolled(ws, status=EmploymentStatus.UNEMPLOYED)
    days = class_days(ws)
    last = days[29]
    ws.clock = at(days[40])
    for day in days[:30]:
        enter(ws, someone, day, 300)
    number = someone.person.document.number
    gone = Withdrawal(last, LeaveCause.JOB, contract_start=last, communicated_on=days[36])
    withdraw(ws, CODE, number, gone)
    return someone


def test_who_was_told_of_late_is_not_paid_for(ws: Workspace) -> None:
    funded = status_of(ws, told_late(ws)).verdicts["funded"]
    assert (funded.answer, funded.reason) == (Answer.NO, "late_notice")
    assert funded.citation.place == "ap. 18.7; Guía 10.2.6"


def test_an_exception_recorded_with_its_reason_makes_them_count_again(ws: Workspace) -> None:
    someone = told_late(ws)
    except_notice(ws, CODE, someone.person.document.number, "caída de Gestifor, acreditada")
    funded = status_of(ws, someone).verdicts["funded"]
    assert (funded.answer, funded.numbers["case"]) == (Answer.YES, "job")


def test_an_exception_needs_its_reason_and_a_notice(ws: Workspace) -> None:
    someone = enrolled(ws)
    number = someone.person.document.number
    with pytest.raises(Refused, match="no tiene una baja comunicada"):
        except_notice(ws, CODE, number, "motivo")
    leave(ws, someone, MONDAY, MONDAY)
    with pytest.raises(Refused, match="qué causa imprevista"):
        except_notice(ws, CODE, number, "  ")


@pytest.mark.parametrize(("leavers", "answer"), [(1, Answer.YES), (2, Answer.NO)])
def test_an_action_bears_a_fifth_of_those_who_began(ws: Workspace, leavers: int, answer: Answer) -> None:
    people = [enrolled(ws, number) for number in range(1, 6)]
    days = class_days(ws)
    ws.clock = at(days[30])
    for someone in people[:leavers]:
        leave(ws, someone, days[19], days[20])
    verdict = course_status(ws, CODE).leavers
    assert verdict is not None
    assert (verdict.answer, verdict.numbers["leavers"], verdict.numbers["starters"]) == (answer, leavers, 5)


# Exclusion --------------------------------------------------------------------------------------------------


def test_the_fourth_day_missed_without_a_reason_in_a_month_proposes_the_exclusion(ws: Workspace) -> None:
    someone = enrolled(ws)
    days = class_days(ws)[:4]
    for day in days[:3]:
        enter(ws, someone, day, 0)
    assert status_of(ws, someone).exclusions == ()
    enter(ws, someone, days[3], 299)
    (proposal,) = status_of(ws, someone).exclusions
    assert (proposal.days, proposal.proposed_on) == (tuple(days), days[3])


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (JustificationState.PENDING, False),
        (JustificationState.VALIDATED, False),
        (JustificationState.REJECTED, True),
        (JustificationState.UNJUSTIFIED, True),
    ],
)
def test_a_proof_that_waits_or_was_accepted_takes_the_day_out(
    ws: Workspace,
    state: JustificationState,
    counts: bool,  # noqa: FBT001 - the case
) -> None:
    someone = enrolled(ws)
    days = class_days(ws)[:4]
    for day in days[:3]:
        enter(ws, someone, day, 0)
    enter(ws, someone, days[3], 0, Absence(300, AbsenceCause.B, state))
    assert bool(status_of(ws, someone).exclusions) is counts
