"""How the people of a course stand: 380 h of SSCS0208, each limit from both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.db import calls as versions
from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.course import CourseView, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, SeatKind, Standing
from cpepa_desktop.domain.status import ModuleStatus, PersonStatus
from cpepa_desktop.exchange.call_editing import with_reading
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.calls import FilledFigure, choose_call, fill_figure
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.sessions import cancel_session, replace_session
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    NINE,
    at,
    attend,
    class_on,
    enrolled,
    own_request,
    planned,
    request,
)

END = date(2024, 5, 3)
HOURS = 60
VALIDATED = JustificationState.VALIDATED


def status_of(ws: Workspace, someone: Enrolment) -> PersonStatus:
    """Return how a person stands."""
    return next(found for found in course_status(ws, CODE).people if found.enrolment.id == someone.id)


def verdict(ws: Workspace, someone: Enrolment, rule: str = "funded") -> Verdict:
    return status_of(ws, someone).verdicts[rule]


def module_of(ws: Workspace, someone: Enrolment, code: str) -> ModuleStatus:
    return next(module for module in status_of(ws, someone).modules if module.code == code)


def said(found: Verdict) -> tuple[str, str]:
    return found.answer.value, found.reason


def attend_block(ws: Workspace, someone: Enrolment, code: str, minutes: int) -> None:
    """Enter every past session of a block: the first ``minutes`` attended and the rest missed."""
    view = read_course(ws, CODE)
    (block_id,) = [block.id for block in view.blocks if block.code == code]
    rest, cells = minutes, []
    for session in view.sessions:
        if session.block_id == block_id:
            attended = min(rest, session.minutes)
            rest -= attended
            cells.append(StretchInput(someone.id, session.stretch_id, attended, session_id=session.id))
    record_attendance(ws, CODE, cells)


def read_otherwise(ws: Workspace, question: str, answer: str) -> None:
    """Make the call of courses planned from now on answer an open question otherwise."""
    text = with_reading(choose_call(ws, "EPE-873-2023").content, question, answer)
    with ws.operation("Otra lectura"):
        versions.keep_call(ws.db, "EPE-873-2023", sha256_of(text), text, Origin.CENTRE)


# The action -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_285_hours_of_380_are_enough_and_a_minute_less_is_not(ws: Workspace) -> None:
    ana, luz = enrolled(ws, 1), enrolled(ws, 2)
    ws.clock = at(END)
    attend(ws, ana, 285 * HOURS)
    attend(ws, luz, 285 * HOURS - 1)
    assert said(verdict(ws, ana)) == ("yes", "reached")
    assert said(verdict(ws, luz)) == ("no", "unreachable")
    assert verdict(ws, ana).numbers["required_minutes"] == 285 * HOURS
    assert status_of(ws, luz).tally.unjustified == 95 * HOURS + 1


@pytest.mark.usefixtures("course")
def test_yes_comes_the_day_it_is_reached_and_not_before(ws: Workspace) -> None:
    """57 days of five hours are 285 h; the 57th is 4 April."""
    ana = enrolled(ws)
    ws.clock = at(date(2024, 4, 3))
    attend(ws, ana, 380 * HOURS)
    assert said(verdict(ws, ana)) == ("pending", "on_track")
    ws.clock = at(date(2024, 4, 4))
    attend(ws, ana, 380 * HOURS)
    assert said(verdict(ws, ana)) == ("yes", "reached")
    assert status_of(ws, ana).tally.to_come == 95 * HOURS


@pytest.mark.usefixtures("course")
def test_no_comes_as_soon_as_it_cannot_be_reached_any_more(ws: Workspace) -> None:
    """19 days of five hours are 95 h: whoever misses them can still come to 285 and lose no minute more."""
    ana = enrolled(ws)
    ws.clock = at(date(2024, 2, 8))
    attend(ws, ana, 0)
    assert said(verdict(ws, ana)) == ("pending", "behind")
    assert verdict(ws, ana).numbers["reachable_minutes"] == 285 * HOURS
    ws.clock = at(date(2024, 2, 9))
    attend(ws, ana, 0)
    assert said(verdict(ws, ana)) == ("no", "unreachable")


@pytest.mark.usefixtures("course")
def test_what_is_not_entered_is_pending_to_the_end_and_after(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(date(2024, 6, 30))
    found = status_of(ws, ana)
    assert (found.tally.pending, found.tally.attended, found.tally.absent) == (380 * HOURS, 0, 0)
    assert {said(v) for v in found.verdicts.values()} == {("pending", "on_track")}
    assert {said(v) for module in found.modules for v in module.verdicts.values()} == {
        ("pending", "on_track")
    }


@pytest.mark.usefixtures("course")
def test_the_course_tells_its_official_hours_and_those_on_the_calendar(ws: Workspace) -> None:
    enrolled(ws, 2)
    enrolled(ws, 1, seat=14)
    found = course_status(ws, CODE)
    assert (found.course, found.official_minutes, found.scheduled_minutes) == (CODE, 22800, 22800)
    assert [person.enrolment.seat for person in found.people] == [1, 14]
    with pytest.raises(Refused, match="No hay ningún curso"):
        course_status(ws, "24/9")


# Each module ------------------------------------------------------------------------------------------------


def test_67_hours_and_a_half_of_a_module_of_90_are_enough_and_a_minute_less_is_not(ws: Workspace) -> None:
    planned(ws, request(speciality="AFDA0209"))
    ana, luz = enrolled(ws, 1), enrolled(ws, 2)
    ws.clock = at(date(2024, 7, 31))
    attend_block(ws, ana, "MF0719_2", 67 * HOURS + 30)
    attend_block(ws, luz, "MF0719_2", 67 * HOURS + 29)
    assert said(module_of(ws, ana, "MF0719_2").verdicts["module_test"]) == ("yes", "reached")
    assert said(module_of(ws, luz, "MF0719_2").verdicts["module_test"]) == ("no", "unreachable")
    diploma = verdict(ws, luz, "diploma_attendance")
    assert (said(diploma), diploma.numbers["module"]) == (("no", "unreachable"), "MF0719_2")
    assert verdict(ws, ana, "diploma_attendance").answer is Answer.PENDING


@pytest.mark.usefixtures("course")
def test_a_module_of_units_is_judged_whole(ws: Workspace) -> None:
    """MF1016_2 is UF0127 of 30 h and UF0128 of 70: 75 h of the hundred, wherever they were missed."""
    ana = enrolled(ws)
    ws.clock = at(END)
    attend_block(ws, ana, "UF0127", 5 * HOURS)
    attend_block(ws, ana, "UF0128", 70 * HOURS)
    module = module_of(ws, ana, "MF1016_2")
    assert (module.tally.base, module.tally.attended) == (100 * HOURS, 75 * HOURS)
    assert said(module.verdicts["module_test"]) == ("yes", "reached")


@pytest.mark.usefixtures("course")
def test_the_diploma_asks_each_module_and_not_the_complementary_one(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 370 * HOURS)
    found = status_of(ws, ana)
    assert said(found.verdicts["diploma_attendance"]) == ("yes", "reached")
    (complementary,) = found.complementary
    assert (complementary.code, complementary.tally.unjustified) == ("COMPL", 10 * HOURS)
    assert complementary.verdicts == {}


@pytest.mark.usefixtures("course")
def test_75_of_the_action_is_not_75_of_each_module(ws: Workspace) -> None:
    """285 h from the beginning: paid for, and without right to the last test nor to the diploma."""
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 285 * HOURS)
    found = status_of(ws, ana)
    assert {name: v.answer.value for name, v in found.verdicts.items()} == {
        "funded": "yes",
        "diploma_attendance": "no",
    }
    answers = [module.verdicts["module_test"].answer.value for module in found.modules]
    assert answers == ["yes", "yes", "yes", "no"]


# Shared units -----------------------------------------------------------------------------------------------


def test_a_unit_of_two_modules_counts_in_both_and_once_in_the_action(ws: Workspace) -> None:
    planned(ws, request(speciality="AFDA0209"))
    ana = enrolled(ws)
    ws.clock = at(date(2024, 7, 31))
    attend_block(ws, ana, "UF1501", 30 * HOURS)
    found = status_of(ws, ana)
    both = [module_of(ws, ana, code).tally for code in ("MF1079_2", "MF1081_2")]
    assert [(tally.base, tally.attended) for tally in both] == [
        (110 * HOURS, 30 * HOURS),
        (140 * HOURS, 30 * HOURS),
    ]
    assert (found.tally.base, found.tally.attended) == (510 * HOURS, 30 * HOURS)


def test_a_module_already_accredited_leaves_the_base_but_not_the_unit_another_shares(ws: Workspace) -> None:
    planned(ws, request(speciality="AFDA0209"))
    ana = enrolled(ws, accredited=("MF1079_2",))
    found = status_of(ws, ana)
    assert found.tally.base == 460 * HOURS
    assert module_of(ws, ana, "MF1079_2").standing is Standing.ACCREDITED
    assert module_of(ws, ana, "MF1079_2").verdicts == {}
    assert module_of(ws, ana, "MF1081_2").tally.base == 140 * HOURS


@pytest.mark.usefixtures("course")
def test_who_has_a_module_accredited_answers_for_the_others(ws: Workspace) -> None:
    """Without MF1019_2, of 130 h, 250 h remain: 187 h 30 min of them are asked."""
    ana, luz = enrolled(ws, 1, accredited=("MF1019_2",)), enrolled(ws, 2, accredited=("MF1019_2",))
    ws.clock = at(END)
    attend(ws, ana, 187 * HOURS + 30)
    attend(ws, luz, 187 * HOURS + 29)
    assert verdict(ws, ana).numbers["base_minutes"] == 250 * HOURS
    assert [verdict(ws, someone).answer.value for someone in (ana, luz)] == ["yes", "no"]
    assert verdict(ws, ana, "diploma_attendance").numbers["module"] == "MF1018_2"


# A calendar that is not the official one --------------------------------------------------------------------


def test_hours_cancelled_stay_due_and_nothing_is_final_until_they_are_back(
    ws: Workspace, course: CourseView
) -> None:
    ana = enrolled(ws)
    last = class_on(course, END)[1][0].id
    cancel_session(ws, CODE, last, "Avería", None)
    ws.clock = at(END)
    attend(ws, ana, 380 * HOURS)
    found = status_of(ws, ana)
    assert (found.tally.base, found.tally.to_come, found.tally.gap) == (380 * HOURS, 300, 300)
    assert said(found.verdicts["funded"]) == ("pending", "schedule_gap")
    assert found.verdicts["funded"].numbers["gap_minutes"] == 300
    assert course_status(ws, CODE).scheduled_minutes == 375 * HOURS
    replace_session(ws, CODE, last, date(2024, 5, 4), NINE)
    found = status_of(ws, ana)
    assert said(found.verdicts["funded"]) == ("yes", "reached")
    assert "gap_minutes" not in found.verdicts["funded"].numbers


def test_hours_not_yet_on_the_calendar_can_still_be_attended(ws: Workspace, course: CourseView) -> None:
    ana = enrolled(ws)
    cancel_session(ws, CODE, class_on(course, END)[1][0].id, "Avería", None)
    ws.clock = at(END)
    attend(ws, ana, 280 * HOURS)
    assert said(verdict(ws, ana)) == ("pending", "behind")
    attend(ws, ana, 280 * HOURS - 1)
    assert said(verdict(ws, ana)) == ("no", "unreachable")


def test_only_the_module_with_the_gap_waits_for_it(ws: Workspace, course: CourseView) -> None:
    ana = enrolled(ws)
    cancel_session(ws, CODE, class_on(course, date(2024, 1, 15))[1][0].id, "Avería", None)
    ws.clock = at(END)
    attend(ws, ana, 380 * HOURS)
    answers = {module.code: said(module.verdicts["module_test"]) for module in status_of(ws, ana).modules}
    assert answers.pop("MF1016_2") == ("pending", "schedule_gap")
    assert set(answers.values()) == {("yes", "reached")}
    assert verdict(ws, ana, "diploma_attendance").numbers["module"] == "MF1016_2"


# Who joins late ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_who_joins_late_answers_for_the_official_hours_and_is_told_the_other_reading(ws: Workspace) -> None:
    """Joined on 12 February, after 20 days of class: 100 h are outside and only 280 can be attended."""
    ana = enrolled(ws, joined_on=date(2024, 2, 12))
    found = status_of(ws, ana)
    assert (found.tally.base, found.tally.outside, found.tally.reachable) == (
        380 * HOURS,
        100 * HOURS,
        280 * HOURS,
    )
    funded = found.verdicts["funded"]
    other = funded.alternatives["late_joiner_base"]
    assert said(funded) == ("no", "unreachable")
    assert (said(other), other.numbers["base_minutes"]) == (("pending", "on_track"), 280 * HOURS)


@pytest.mark.usefixtures("course")
def test_the_other_reading_is_shown_of_a_module_and_of_the_diploma_too(ws: Workspace) -> None:
    """Joined after 30 h of the 100 of the first module: at most 70 of the 75 asked, or of 52 h 30 min."""
    ana, luz = enrolled(ws, 1, joined_on=date(2024, 1, 23)), enrolled(ws, 2)
    ws.clock = at(END)
    attend(ws, ana, 380 * HOURS)
    attend(ws, luz, 380 * HOURS)
    module = module_of(ws, ana, "MF1016_2").verdicts["module_test"]
    assert (said(module), said(module.alternatives["late_joiner_base"])) == (
        ("no", "unreachable"),
        ("yes", "reached"),
    )
    assert said(verdict(ws, ana, "diploma_attendance").alternatives["late_joiner_base"]) == ("yes", "reached")
    assert module_of(ws, ana, "MF1017_2").verdicts["module_test"].alternatives == {}
    assert verdict(ws, luz, "diploma_attendance").alternatives == {}


@pytest.mark.usefixtures("course")
def test_a_module_over_before_joining_is_a_no_on_either_reading(ws: Workspace) -> None:
    ana = enrolled(ws, joined_on=date(2024, 2, 12))
    module = module_of(ws, ana, "MF1016_2").verdicts["module_test"]
    assert (module.answer, module.alternatives) == (Answer.NO, {})


def test_a_call_can_measure_a_late_joiner_from_the_day_of_joining(ws: Workspace) -> None:
    read_otherwise(ws, "late_joiner_base", "from_joining")
    planned(ws)
    ana = enrolled(ws, joined_on=date(2024, 2, 12))
    funded = verdict(ws, ana)
    assert (status_of(ws, ana).tally.base, said(funded)) == (280 * HOURS, ("pending", "on_track"))
    assert said(funded.alternatives["late_joiner_base"]) == ("no", "unreachable")


# Who leaves -------------------------------------------------------------------------------------------------

LAST = date(2024, 2, 8)
"""The nineteenth day of class: whoever has missed none has 95 h, the 25 %."""


def leave(ws: Workspace, cause: LeaveCause, contract: date | None, **form: Any) -> Verdict:  # noqa: ANN401 - of the form
    """Let somebody with 95 h leave and return whether they are paid for."""
    someone = enrolled(ws, **form)
    ws.clock = at(LAST)
    attend(ws, someone, 95 * HOURS)
    withdraw(ws, CODE, someone.person.document.number, Withdrawal(LAST, cause, contract))
    return verdict(ws, someone)


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("cause", [LeaveCause.JOB, LeaveCause.RECALL])
@pytest.mark.parametrize(
    ("contract", "status", "answer"),
    [
        (date(2024, 2, 13), EmploymentStatus.UNEMPLOYED, ("yes", "reached")),
        (date(2024, 2, 14), EmploymentStatus.UNEMPLOYED, ("no", "contract_too_late")),
        (date(2024, 2, 13), EmploymentStatus.SEASONAL_IDLE, ("yes", "reached")),
        (date(2024, 2, 13), EmploymentStatus.EMPLOYED, ("no", "not_unemployed_at_start")),
        (date(2024, 2, 13), EmploymentStatus.PUBLIC_WORKER, ("no", "not_unemployed_at_start")),
        (date(2024, 2, 13), None, ("pending", "status_at_start_missing")),
        (None, EmploymentStatus.UNEMPLOYED, ("pending", "contract_start_missing")),
    ],
)
def test_who_leaves_for_work_with_95_hours_needs_a_contract_in_time_and_to_have_had_none(
    ws: Workspace,
    cause: LeaveCause,
    contract: date | None,
    status: EmploymentStatus | None,
    answer: tuple[str, str],
) -> None:
    assert said(leave(ws, cause, contract, status=status)) == answer


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("contract", "answer", "alternative"),
    [(date(2024, 2, 13), "yes", None), (date(2024, 2, 15), "no", "yes"), (date(2024, 2, 16), "no", None)],
)
def test_five_working_days_to_the_contract_are_the_other_reading(
    ws: Workspace, contract: date, answer: str, alternative: str | None
) -> None:
    """From Thursday 8 February five calendar days end on the 13th and five working days on the 15th."""
    found = leave(ws, LeaveCause.JOB, contract, status=EmploymentStatus.UNEMPLOYED)
    other = found.alternatives.get("job_contract_days")
    assert (found.answer.value, other and other.answer.value) == (answer, alternative)


def test_a_call_can_count_working_days_and_a_local_holiday_is_none(ws: Workspace) -> None:
    read_otherwise(ws, "job_contract_days", "working")
    planned(ws)
    add_holiday(ws, Holiday(date(2024, 2, 12), "Carnaval", HolidayScope.LOCAL, "Zaragoza"))
    found = leave(ws, LeaveCause.JOB, date(2024, 2, 16), status=EmploymentStatus.UNEMPLOYED)
    assert (found.answer.value, found.numbers["latest_contract_start"]) == ("yes", date(2024, 2, 16))
    assert found.alternatives["job_contract_days"].answer is Answer.NO


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("cause", "answer"),
    [
        (LeaveCause.ILLNESS, ("yes", "reached")),
        (LeaveCause.ACCIDENT, ("yes", "reached")),
        (LeaveCause.OTHER, ("no", "unreachable")),
    ],
)
def test_illness_and_accident_need_the_95_hours_alone_and_another_cause_the_285(
    ws: Workspace, cause: LeaveCause, answer: tuple[str, str]
) -> None:
    assert said(leave(ws, cause, None)) == answer


@pytest.mark.usefixtures("course")
def test_a_minute_less_than_95_hours_is_not_the_25(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(LAST)
    attend(ws, ana, 95 * HOURS - 1)
    withdraw(ws, CODE, ana.person.document.number, Withdrawal(LAST, LeaveCause.ILLNESS))
    assert said(verdict(ws, ana)) == ("no", "unreachable")
    assert status_of(ws, ana).tally.outside == 285 * HOURS


# Who pays ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_nobody_pays_for_an_additional_seat(ws: Workspace) -> None:
    ana = enrolled(ws, seat_kind=SeatKind.ADDITIONAL)
    ws.clock = at(END)
    attend(ws, ana, 380 * HOURS)
    funded = verdict(ws, ana)
    assert (said(funded), funded.citation.place) == (("no", "additional_seat"), "ap. 18.9")
    assert verdict(ws, ana, "diploma_attendance").answer is Answer.YES


def test_an_additional_seat_is_judged_while_the_agreement_says_only_how_many_are_paid(ws: Workspace) -> None:
    fill_figure(
        ws,
        "inaem-agreement",
        FilledFigure("subsidised_seats", "13", date(2024, 1, 1), "Convenio", "cláusula 3"),
    )
    planned(ws, request(call="inaem-agreement", route=Route.AGREEMENT))
    funded = verdict(ws, enrolled(ws, seat_kind=SeatKind.ADDITIONAL))
    assert said(funded) == ("no", "additional_seat")
    assert str(funded.citation) == "Convenio, cláusula 3"


def test_a_call_that_pays_nothing_says_nothing_of_who_is_paid_for(ws: Workspace) -> None:
    planned(ws, own_request())
    ana = enrolled(ws)
    assert {*status_of(ws, ana).verdicts} == {"diploma_attendance"}
    assert status_of(ws, ana).complementary == ()


# Open readings ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("attended", "state", "answer", "alternative"),
    [
        (284, VALIDATED, "no", "yes"),
        (285, VALIDATED, "yes", None),
        (284, JustificationState.PENDING, "no", None),
        (284, JustificationState.REJECTED, "no", None),
    ],
)
def test_justified_absences_do_not_count_and_the_other_reading_is_told_where_it_matters(
    ws: Workspace, attended: int, state: JustificationState, answer: str, alternative: str | None
) -> None:
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, attended * HOURS, AbsenceCause.B, state)
    found = verdict(ws, ana)
    other = found.alternatives.get("justified_absences_count")
    assert (found.answer.value, other and other.answer.value) == (answer, alternative)


@pytest.mark.usefixtures("course")
def test_each_minute_missed_stands_where_its_proof_has_come_to(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(date(2024, 1, 15))
    stretch, _sessions = class_on(read_course(ws, CODE), date(2024, 1, 15))
    absences = [Absence(50, AbsenceCause.B, state) for state in JustificationState]
    record_attendance(ws, CODE, [StretchInput(ana.id, stretch.id, 90, tuple(absences))])
    tally = status_of(ws, ana).tally
    assert (tally.attended, tally.justified, tally.awaiting, tally.unjustified) == (90, 50, 50, 110)


@pytest.mark.usefixtures("course")
def test_the_share_of_the_action_is_of_380_hours_and_the_reading_of_370_is_told(ws: Workspace) -> None:
    """280 h, all in the modules: less than 285 of 380, more than 277 h 30 min of 370."""
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 280 * HOURS)
    found = verdict(ws, ana)
    other = found.alternatives["action_share_base"]
    assert (found.answer, other.answer) == (Answer.NO, Answer.YES)
    assert (found.numbers["base_minutes"], other.numbers["base_minutes"]) == (380 * HOURS, 370 * HOURS)


def test_a_call_that_reads_otherwise_is_followed_and_the_usual_reading_told(ws: Workspace) -> None:
    read_otherwise(ws, "justified_absences_count", "yes")
    planned(ws)
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 200 * HOURS, AbsenceCause.B, VALIDATED)
    found = verdict(ws, ana)
    assert (found.answer, found.numbers["attended_minutes"]) == (Answer.YES, 380 * HOURS)
    assert found.alternatives["justified_absences_count"].answer is Answer.NO
    assert status_of(ws, ana).tally.attended == 200 * HOURS


def test_a_course_keeps_the_reading_it_was_planned_with(ws: Workspace, course: CourseView) -> None:
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 200 * HOURS, AbsenceCause.B, VALIDATED)
    before = verdict(ws, ana)
    read_otherwise(ws, "justified_absences_count", "yes")
    assert verdict(ws, ana) == before
    assert read_course(ws, CODE).course == course.course


# What holds of any attendance -------------------------------------------------------------------------------

DAYS = [date(2024, 1, day) for day in (15, 16, 17, 18, 19)]
QUIET = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(
    order=st.permutations(DAYS),
    minutes=st.lists(st.integers(0, 300), min_size=5, max_size=5),
    cause=st.none() | st.sampled_from(AbsenceCause),
)
def test_the_order_in_which_days_are_entered_never_matters(
    ws: Workspace, order: list[date], minutes: list[int], cause: AbsenceCause | None
) -> None:
    view, ana = _course_with_one_person(ws)
    cells = {}
    for day, attended in zip(DAYS, minutes, strict=True):
        stretch, _sessions = class_on(view, day)
        absences = (Absence(300 - attended, cause),) if attended < 300 else ()
        cells[day] = StretchInput(ana.id, stretch.id, attended, absences)
    record_attendance(ws, CODE, [cells[day] for day in DAYS])
    at_once = course_status(ws, CODE)
    record_attendance(ws, CODE, [replace(cell, attended_minutes=None) for cell in cells.values()])
    for day in order:
        record_attendance(ws, CODE, [cells[day]])
    assert course_status(ws, CODE) == at_once


def _course_with_one_person(ws: Workspace) -> tuple[CourseView, Enrolment]:
    """Return the course and its only person, made the first time."""
    ws.clock = at(END)
    try:
        view = read_course(ws, CODE)
    except Refused:
        view = planned(ws)
        enrolled(ws)
    return view, course_status(ws, CODE).people[0].enrolment


@pytest.mark.usefixtures("course")
def test_every_official_minute_is_in_exactly_one_part(ws: Workspace) -> None:
    ana = enrolled(ws, joined_on=date(2024, 1, 17))
    ws.clock = at(date(2024, 2, 8))
    attend(ws, ana, 50 * HOURS, AbsenceCause.C, VALIDATED)
    ws.clock = at(date(2024, 2, 16))
    tally = status_of(ws, ana).tally
    parts = (tally.attended, tally.absent, tally.pending, tally.to_come, tally.outside)
    assert [part // HOURS for part in parts] == [50, 35, 30, 255, 10]
    assert sum(parts) == tally.base == 380 * HOURS


@pytest.mark.usefixtures("course")
def test_undoing_what_was_entered_brings_the_verdicts_back(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(END)
    attend(ws, ana, 285 * HOURS)
    before = course_status(ws, CODE)
    attend(ws, ana, 285 * HOURS - 1)
    after = course_status(ws, CODE)
    assert [status.people[0].verdicts["funded"].answer.value for status in (before, after)] == ["yes", "no"]
    undo(ws)
    assert course_status(ws, CODE) == before
