"""What is proposed to be justified: each cause, both sides of its limits, and never more than was missed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.justification_proposals import JustificationForm, Proposal, propose
from cpepa_desktop.operations.justifications import add_justification, change_state, list_justifications
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    at,
    class_on,
    enrolled,
    planned,
    request,
    rows,
)

TUESDAY, WEDNESDAY, THURSDAY = (date(2024, 1, day) for day in (16, 17, 18))
NINE, TEN, HALF_PAST_ELEVEN, NOON = 540, 600, 690, 720


@pytest.fixture
def ana(ws: Workspace, course: CourseView) -> Enrolment:
    """Give a person of the course, L-V 09:00-14:00, with February gone by."""
    ws.clock = at(date(2024, 2, 29))
    assert course.course.code == CODE
    return enrolled(ws)


def miss(ws: Workspace, someone: Enrolment, day: date, minutes: int = 300, *absences: Absence) -> None:
    """Enter a day of which somebody missed some minutes."""
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    typed = StretchInput(someone.id, stretch.id, stretch.minutes - minutes, absences)
    record_attendance(ws, CODE, [typed])


def proposed(
    ws: Workspace,
    someone: Enrolment,
    cause: AbsenceCause,
    first: date = MONDAY,
    **facts: Any,  # noqa: ANN401 - of the form
) -> Proposal:
    """Return what is proposed; nothing may be written."""
    before = rows(ws)
    found = propose(ws, CODE, JustificationForm(someone.person.document.number, cause, first, **facts))
    assert rows(ws) == before
    return found


# An appointment: a, b, e, f ---------------------------------------------------------------------------------


@pytest.mark.parametrize("cause", [AbsenceCause.A, AbsenceCause.B, AbsenceCause.E, AbsenceCause.F])
def test_an_appointment_of_the_first_half_justifies_until_its_end_and_an_hour(
    ws: Workspace, ana: Enrolment, cause: AbsenceCause
) -> None:
    miss(ws, ana, MONDAY)
    found = proposed(ws, ana, cause, appointment_minute=TEN, ended=TEN + 45)
    (cell,) = found.cells
    assert (cell.minutes, cell.missed, cell.unjustified) == (165, 300, 135)
    assert "primera mitad" in cell.why
    assert "11:45" in cell.why
    assert "1 h para llegar" in cell.why
    assert "Guía 10.4.b" in cell.why
    assert "09:00 a 11:45" in cell.rest_why
    assert (found.rule, found.figures) == ("justified_by_appointment", ("travel_time",))


@pytest.mark.parametrize(
    ("minute", "minutes", "half"),
    [(HALF_PAST_ELEVEN - 1, 209, "primera"), (HALF_PAST_ELEVEN, 210, "segunda"), (NOON, 180, "segunda")],
)
def test_the_half_of_the_day_decides_which_side_is_justified(
    ws: Workspace, ana: Enrolment, minute: int, minutes: int, half: str
) -> None:
    miss(ws, ana, MONDAY)
    found = proposed(ws, ana, AbsenceCause.B, appointment_minute=minute)
    assert found.minutes == minutes
    assert f"{half} mitad" in found.cells[0].why


def test_only_another_town_takes_longer_than_the_hour(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    at_ten: dict[str, Any] = {"appointment_minute": TEN, "travel_minutes": 150}
    assert proposed(ws, ana, AbsenceCause.B, **at_ten).minutes == 120
    assert proposed(ws, ana, AbsenceCause.B, **at_ten, other_town=True).minutes == 210
    assert proposed(ws, ana, AbsenceCause.B, appointment_minute=TEN, other_town=True).minutes == 120


@pytest.mark.parametrize(("missed", "minutes"), [(60, 60), (119, 119), (120, 120), (121, 120)])
def test_no_more_is_proposed_than_was_missed(
    ws: Workspace, ana: Enrolment, missed: int, minutes: int
) -> None:
    miss(ws, ana, MONDAY, missed)
    assert proposed(ws, ana, AbsenceCause.B, appointment_minute=TEN).minutes == minutes


def test_without_its_hour_all_of_the_day_is_proposed_and_it_is_said(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    miss(ws, ana, TUESDAY)
    found = proposed(ws, ana, AbsenceCause.F, last=TUESDAY)
    assert [(cell.day, cell.minutes) for cell in found.cells] == [(MONDAY, 300)]
    assert "Sin la hora de la cita" in found.notices[0]


def test_who_came_late_is_justified_whatever_block_the_absence_is_written_in(ws: Workspace) -> None:
    """Attendance counts from the beginning: who misses the first hours has them written in the last block."""
    planned(ws, request(timetable="L-V 09:00-13:00"))
    mixed = date(2024, 1, 24)
    ws.clock = at(mixed)
    ana = enrolled(ws)
    miss(ws, ana, mixed, 120)
    found = proposed(ws, ana, AbsenceCause.B, mixed, appointment_minute=NINE, ended=TEN)
    assert (found.minutes, len(found.cells)) == (120, 1)


# Illness, family, gender violence ---------------------------------------------------------------------------


def test_an_illness_justifies_all_that_was_missed_of_its_days(ws: Workspace, ana: Enrolment) -> None:
    for day, minutes in ((MONDAY, 300), (TUESDAY, 0), (WEDNESDAY, 90), (THURSDAY, 300)):
        miss(ws, ana, day, minutes)
    found = proposed(ws, ana, AbsenceCause.C, last=WEDNESDAY)
    assert [(cell.day, cell.minutes) for cell in found.cells] == [(MONDAY, 300), (WEDNESDAY, 90)]
    assert found.notices == ()


def test_what_is_not_entered_is_not_proposed_and_it_is_said(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    found = proposed(ws, ana, AbsenceCause.C, last=WEDNESDAY)
    assert [cell.day for cell in found.cells] == [MONDAY]
    assert "No está introducida la asistencia de mar 16 ene y mié 17 ene" in found.notices[0]
    long = proposed(ws, ana, AbsenceCause.C, last=date(2024, 12, 31))
    assert "de 33 días, del mar 16 ene al jue 29 feb" in long.notices[0], "days to come are nobody's fault"


@pytest.mark.parametrize(("other_town", "days"), [(False, 2), (True, 3)])
def test_a_family_event_justifies_working_days_its_own_first(
    ws: Workspace, ana: Enrolment, *, other_town: bool, days: int
) -> None:
    week = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
    for day in week:
        miss(ws, ana, day)
    found = proposed(ws, ana, AbsenceCause.D, last=THURSDAY, other_town=other_town)
    assert [cell.minutes for cell in found.cells] == [300] * days + [0] * (4 - days)
    assert f"{days} días hábiles" in found.cells[0].why
    assert "fuera" in found.cells[-1].rest_why


def test_a_family_event_jumps_over_what_is_no_working_day(ws: Workspace, ana: Enrolment) -> None:
    friday, monday = date(2024, 1, 26), date(2024, 1, 29)
    add_holiday(ws, Holiday(date(2024, 1, 30), "San Valero", HolidayScope.LOCAL, "Zaragoza"))
    for day in (friday, monday, date(2024, 1, 31)):
        miss(ws, ana, day)
    assert [c.minutes for c in proposed(ws, ana, AbsenceCause.D, friday).cells] == [300, 300]
    away = proposed(ws, ana, AbsenceCause.D, friday, other_town=True)
    assert [c.day.day for c in away.cells if c.minutes] == [26, 29, 31]


@pytest.mark.parametrize(
    ("granted", "minutes"), [(299, [299, 0]), (300, [300, 0]), (301, [300, 1]), (None, [300, 300])]
)
def test_gender_violence_justifies_what_the_services_grant(
    ws: Workspace, ana: Enrolment, granted: int | None, minutes: list[int]
) -> None:
    for day in (MONDAY, TUESDAY):
        miss(ws, ana, day)
    found = proposed(ws, ana, AbsenceCause.G, last=TUESDAY, granted_minutes=granted)
    assert [cell.minutes for cell in found.cells] == minutes
    assert bool(found.notices) == (granted is None)


# Short contracts --------------------------------------------------------------------------------------------


def test_short_contracts_justify_a_quarter_of_each_module_and_the_rest_says_why(
    ws: Workspace, ana: Enrolment
) -> None:
    """MF1016_2 lasts 100 h: 25 h. A day is five hours, so the sixth day of it is not justified."""
    days = [date(2024, 1, day) for day in (15, 16, 17, 18, 19, 22)]
    for day in days:
        miss(ws, ana, day)
    found = proposed(ws, ana, AbsenceCause.H, last=days[-1])
    assert [cell.minutes for cell in found.cells] == [300] * 5 + [0]
    assert "25 % del módulo" in found.cells[-1].rest_why
    assert "25 h de las 100 h de MF1016_2" in found.cells[-1].rest_why
    assert "ap. 19.1.h" in found.cells[-1].rest_why


def test_earlier_contracts_count_unless_they_were_rejected(ws: Workspace, ana: Enrolment) -> None:
    days = [date(2024, 1, day) for day in (15, 16, 17, 18, 19, 22)]
    for day in days:
        miss(ws, ana, day)
    first = proposed(ws, ana, AbsenceCause.H, last=days[3])
    form = JustificationForm(ana.person.document.number, AbsenceCause.H, days[0], last=days[3])
    add_justification(ws, CODE, form, {cell.session_id: cell.minutes for cell in first.cells})
    (kept,) = list_justifications(ws, CODE)
    assert [c.minutes for c in proposed(ws, ana, AbsenceCause.H, days[4], last=days[5]).cells] == [300, 0]
    change_state(ws, CODE, [kept.row.id], JustificationState.REJECTED)
    assert [c.minutes for c in proposed(ws, ana, AbsenceCause.H, days[4], last=days[5]).cells] == [300, 300]


# What is there already --------------------------------------------------------------------------------------


def test_what_something_else_justifies_is_left_alone(ws: Workspace, ana: Enrolment) -> None:
    pending = JustificationState.PENDING
    miss(ws, ana, MONDAY, 300, Absence(100, AbsenceCause.B, pending))
    miss(ws, ana, TUESDAY, 300, Absence(300, AbsenceCause.B, pending))
    monday, tuesday = proposed(ws, ana, AbsenceCause.C, last=TUESDAY).cells
    assert (monday.justified, monday.minutes, monday.most) == (100, 200, 200)
    assert (tuesday.minutes, tuesday.unjustified) == (0, 0)
    assert "ya tiene otro justificante" in tuesday.why
    assert proposed(ws, ana, AbsenceCause.B, last=TUESDAY).cells[0].most == 300


def test_nothing_is_proposed_where_nothing_was_missed(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY, 0)
    assert proposed(ws, ana, AbsenceCause.C).cells == ()
    assert proposed(ws, ana, AbsenceCause.B, date(2024, 1, 20), appointment_minute=TEN).cells == ()


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"last": date(2024, 1, 14)}, "last"),
        ({"ended": TEN}, "appointment_minute"),
        ({"appointment_minute": TEN, "ended": TEN - 1}, "ended"),
    ],
)
def test_days_and_hours_that_contradict_each_other_are_refused_at_their_field(
    ws: Workspace, ana: Enrolment, facts: dict[str, Any], where: str
) -> None:
    with pytest.raises(Refused, match="no concuerdan") as refused:
        proposed(ws, ana, AbsenceCause.B, **facts)
    assert [problem.where for problem in refused.value.problems] == [where]
