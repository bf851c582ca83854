"""The calendar of the centre over all its courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.db import courses
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre_calendar import ConflictKind
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.calendar_year import Axis, year_rows
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.centre_calendar import Filter, read_calendar, read_year
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.pauses import pause_course
from cpepa_desktop.operations.sessions import cancel_session, set_mode
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    NINE,
    class_on,
    enrolled,
    own_request,
    planned,
    request,
    trainer,
)

OTHER = "24/002"
FRIDAY = MONDAY + timedelta(days=4)
HOURS_14 = 14 * 60


def two_courses(ws: Workspace) -> None:
    """Plan two courses one after the other each day, in one room and by one trainer."""
    someone = trainer(ws, 1)
    planned(ws, request(room="Aula 1", trainers=(someone.id,)))
    afternoon = own_request(
        code=OTHER,
        room="Aula 1",
        trainers=(someone.id,),
        timetable="L-V 14:00-17:00",
        last_day=LastDay.SPREAD,
    )
    planned(ws, afternoon)


def begin_earlier(ws: Workspace, *days: date, by: int = 1) -> None:
    """Let the afternoons of some days begin some minutes before the mornings end."""
    view = read_course(ws, OTHER)
    with ws.operation("Prueba"):
        for day in days:
            stretch, _sessions = class_on(view, day)
            ws.db.execute(
                "UPDATE stretch SET from_minute = ?, to_minute = ? WHERE id = ?",
                (stretch.start - by, stretch.end - by, stretch.id),
            )


def test_a_class_says_when_of_what_where_by_whom_and_how(ws: Workspace) -> None:
    two_courses(ws)
    morning, afternoon = read_calendar(ws, MONDAY, MONDAY).classes
    assert (morning.day, morning.start, morning.end, morning.course) == (MONDAY, NINE, HOURS_14, CODE)
    assert (morning.minutes, morning.mode) == (300, SessionMode.IN_PERSON)
    assert morning.room is not None
    assert (morning.room.name, [each.name for each in morning.trainers]) == ("Aula 1", ["Docente 1 Gil"])
    assert afternoon.course == OTHER


def test_both_ends_are_in_and_what_was_cancelled_is_not(ws: Workspace) -> None:
    view = planned(ws)
    found = read_calendar(ws, MONDAY, FRIDAY)
    assert sorted(found.by_day) == [MONDAY + timedelta(days=n) for n in range(5)]
    cancel_session(ws, CODE, class_on(view, FRIDAY)[1][0].id, "Huelga", None)
    assert FRIDAY not in read_calendar(ws, MONDAY, FRIDAY).by_day


def test_the_mode_of_each_class_is_told(ws: Workspace) -> None:
    view = planned(ws)
    set_mode(ws, CODE, [class_on(view, FRIDAY)[1][0].id], SessionMode.VIRTUAL)
    modes = [each.mode for each in read_calendar(ws, MONDAY, FRIDAY).classes]
    assert modes == [SessionMode.IN_PERSON] * 4 + [SessionMode.VIRTUAL]


def test_a_renounced_course_has_no_class_from_that_day_on(ws: Workspace) -> None:
    view = planned(ws)
    with ws.operation("Prueba"):
        courses.change(ws.db, replace(view.course, renounced_on=FRIDAY, renounce_reason="Sin alumnado"))
    found = read_calendar(ws, MONDAY, FRIDAY + timedelta(days=30))
    assert max(found.by_day) == FRIDAY - timedelta(days=1)


def test_one_class_after_the_other_is_no_conflict_and_a_minute_of_both_is_two(ws: Workspace) -> None:
    two_courses(ws)
    assert read_calendar(ws, MONDAY, FRIDAY).conflicts == ()
    begin_earlier(ws, MONDAY, FRIDAY)
    found = read_calendar(ws, MONDAY, FRIDAY)
    room, teacher = found.conflicts
    assert (room.kind, room.days, room.courses) == (ConflictKind.ROOM, (MONDAY, FRIDAY), (CODE, OTHER))
    assert room.words == (
        "El aula «Aula 1» está dos veces, de 13:59 a 14:00: 24/001 y 24/002, el lun 15 ene y 1 día más."
    )
    assert teacher.words.startswith("Docente 1 Gil imparte dos clases a la vez")


def test_class_on_a_day_closed_afterwards_is_a_conflict(ws: Workspace) -> None:
    planned(ws)
    add_holiday(ws, Holiday(FRIDAY, "Puente", HolidayScope.SCHOOL))
    found = read_calendar(ws, MONDAY, FRIDAY)
    assert [(each.kind, each.days) for each in found.conflicts] == [(ConflictKind.HOLIDAY, (FRIDAY,))]
    assert found.conflicts[0].words == "Hay clase en un día sin clase, vie 19 ene (Puente): 24/001."
    holiday = found.holiday(FRIDAY)
    assert holiday is not None
    assert (holiday.name, found.holiday(MONDAY)) == ("Puente", None)


def test_holidays_of_another_town_close_nothing(ws: Workspace) -> None:
    planned(ws)
    add_holiday(ws, Holiday(FRIDAY, "Feria", HolidayScope.LOCAL, "Utebo"))
    assert read_calendar(ws, MONDAY, FRIDAY).holidays == ()


def test_pauses_are_told_and_class_in_one_is_a_conflict(ws: Workspace) -> None:
    planned(ws)
    first, resume = date(2024, 2, 5), date(2024, 2, 12)
    pause_course(ws, CODE, first, resume, "Obras")
    found = read_calendar(ws, MONDAY, resume)
    assert [(code, pause.from_day) for code, pause in found.pauses] == [(CODE, first)]
    assert found.conflicts == ()
    stretch, _sessions = class_on(read_course(ws, CODE), resume)
    with ws.operation("Prueba"):
        ws.db.execute("UPDATE stretch SET day = '2024-02-08' WHERE id = ?", (stretch.id,))
    (conflict,) = read_calendar(ws, MONDAY, resume).conflicts
    assert (conflict.kind, conflict.days) == (ConflictKind.PAUSE, (date(2024, 2, 8),))


def test_eight_hours_of_a_trainer_pass_and_a_minute_more_is_a_conflict(ws: Workspace) -> None:
    two_courses(ws)
    view = read_course(ws, OTHER)
    stretch, (session, *_more) = class_on(view, FRIDAY)
    with ws.operation("Prueba"):
        ws.db.execute("UPDATE stretch SET to_minute = to_minute + 1 WHERE id = ?", (stretch.id,))
        ws.db.execute("UPDATE session SET minutes = minutes + 1 WHERE id = ?", (session.id,))
    (conflict,) = read_calendar(ws, MONDAY, FRIDAY).conflicts
    assert (conflict.kind, conflict.days, conflict.courses) == (ConflictKind.DAY, (FRIDAY,), (CODE, OTHER))
    assert conflict.words == (
        "Docente 1 Gil imparte 8:01 h en un día, más del máximo de 8 h, el vie 19 ene: 24/001 y 24/002."
    )


@pytest.mark.parametrize(("minutes", "is_wrong"), [(0, False), (1, True)])
def test_eight_hours_of_a_learner_in_two_courses_pass_and_a_minute_more_is_a_conflict(
    ws: Workspace, minutes: int, *, is_wrong: bool
) -> None:
    two_courses(ws)
    one = enrolled(ws)
    enrol(ws, OTHER, one.person.id, EnrolmentForm())
    if minutes:
        stretch, (session, *_more) = class_on(read_course(ws, OTHER), FRIDAY)
        with ws.operation("Prueba"):
            ws.db.execute("UPDATE stretch SET to_minute = to_minute + 1 WHERE id = ?", (stretch.id,))
            ws.db.execute("UPDATE session SET minutes = minutes + 1 WHERE id = ?", (session.id,))
    words = [each.words for each in read_calendar(ws, MONDAY, FRIDAY).conflicts]
    said = (
        "Ana 1 Muñoz tiene 8:01 h de clase en un día, más del máximo de 8 h, el vie 19 ene: 24/001 y 24/002."
    )
    assert (said in words) is is_wrong


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(), 10),
        (Filter(course=CODE), 5),
        (Filter(course="otro"), 0),
        (Filter(room_id=1), 10),
        (Filter(room_id=2), 0),
        (Filter(trainer_id=1), 10),
        (Filter(course=CODE, trainer_id=2), 0),
    ],
)
def test_a_filter_lets_through_what_it_names(ws: Workspace, wanted: Filter, count: int) -> None:
    two_courses(ws)
    assert len(read_calendar(ws, MONDAY, FRIDAY).shown(wanted).classes) == count


def test_conflicts_are_filtered_with_the_courses(ws: Workspace) -> None:
    two_courses(ws)
    begin_earlier(ws, MONDAY)
    found = read_calendar(ws, MONDAY, FRIDAY)
    assert len(found.shown(Filter(course=OTHER)).conflicts) == 2
    assert found.shown(Filter(course="otro")).conflicts == ()


def test_the_year_is_told_by_course_room_and_trainer(ws: Workspace) -> None:
    two_courses(ws)
    begin_earlier(ws, MONDAY)
    calendar = read_year(ws, SchoolYear(2023))
    by_course = year_rows(calendar, Axis.COURSE)
    assert [row.name for row in by_course] == [CODE, OTHER]
    months = {load.month: load for load in by_course[0].months}
    assert list(months) == [date(2023 + (m > 12), (m - 1) % 12 + 1, 1) for m in range(9, 21)]
    january = months[date(2024, 1, 1)]
    assert (january.days[0], january.conflicts) == (MONDAY, (MONDAY,))
    assert january.minutes == 300 * len(january.days)
    assert months[date(2023, 9, 1)].days == ()
    (room,), (teacher,) = year_rows(calendar, Axis.ROOM), year_rows(calendar, Axis.TRAINER)
    assert (room.name, teacher.name) == ("Aula 1", "Docente 1 Gil")
    assert room.months[4].minutes == january.minutes + by_course[1].months[4].minutes
    assert [load.minutes for load in teacher.months] == [load.minutes for load in room.months]
    assert room.months[4].conflicts == (MONDAY,)


def test_the_number_of_questions_does_not_grow_with_the_courses(ws: Workspace) -> None:
    def questions() -> int:
        asked: list[str] = []
        with ws.db.tracer(lambda sql, _params: asked.append(sql)):
            read_year(ws, SchoolYear(2023))
        return len(asked)

    planned(ws)
    one = questions()
    planned(ws, own_request(code=OTHER, timetable="L-V 15:00-20:00"))
    assert questions() == one


def test_years_before_any_course_and_any_call_are_empty(ws: Workspace) -> None:
    planned(ws)
    found = read_year(ws, SchoolYear(2009))
    assert (found.classes, found.conflicts) == ((), ())
    assert year_rows(found, Axis.COURSE) == ()
    assert found.holiday(date(2009, 12, 25)) is not None
