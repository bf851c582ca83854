"""Changing a planned calendar: sessions are moved, split, cancelled, replaced and given to others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.db import decisions
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, SessionMode, SessionState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.incidents import IncidentForm, add_incident
from cpepa_desktop.operations.sessions import (
    assign_block,
    assign_block_trainers,
    assign_trainers,
    cancel_session,
    move_session,
    replace_session,
    set_mode,
    split_session,
)
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    NINE,
    at,
    class_on,
    enrolled,
    planned,
    request,
    rows,
    trainer,
)

SATURDAY, NEXT_SATURDAY = date(2024, 1, 20), date(2024, 1, 27)
MIXED = date(2024, 1, 24)
"""The day on which, with four hours a day, UF0127 ends and UF0128 begins."""
WHY = "Obras en el aula"
REFUSED_PLACE = "No se ha cambiado nada"
NEXT_MONDAY, FRIDAY = date(2024, 1, 22), date(2024, 1, 19)
LOCKED = "bloqueada porque ya se envió"


@pytest.fixture
def mixed(ws: Workspace) -> CourseView:
    """Give the course at four hours a day, so that on `MIXED` a stretch holds two sessions of 2 h."""
    return planned(ws, request(timetable="L-V 09:00-13:00"))


@pytest.fixture
def evenings(ws: Workspace) -> CourseView:
    """Give the course with two stretches a day, 09:00-11:00 and 16:00-19:00."""
    return planned(ws, request(timetable="L-V 09:00-11:00 16:00-19:00"))


def clock_of(ws: Workspace, day: date, code: str = CODE) -> list[tuple[int, int, int, list[int]]]:
    """Return of each stretch of a day its number, its clock and the minutes that count in it."""
    view = read_course(ws, code)
    return [
        (s.n, s.start, s.end, [x.minutes for x in view.sessions if x.stretch_id == s.id and x.counts])
        for s in view.stretches
        if s.day == day
    ]


def scheduled(ws: Workspace) -> int:
    return sum(session.minutes for session in read_course(ws, CODE).sessions if session.counts)


def session_id(view: CourseView, day: date, position: int = 1, n: int = 1) -> int:
    return class_on(view, day, n)[1][position - 1].id


# Moving -----------------------------------------------------------------------------------------------------


def test_a_class_moves_to_another_day_with_all_that_it_was(ws: Workspace) -> None:
    luis = trainer(ws, 1)
    view = planned(ws, request(room="Aula 1", trainers=(luis.id,)))
    changes = move_session(ws, CODE, session_id(view, MONDAY), SATURDAY, NINE, WHY)
    moved = read_course(ws, CODE)
    stretch, (session,) = class_on(moved, SATURDAY)
    assert (stretch.start, stretch.end, stretch.room_id) == (540, 840, view.course.room_id)
    assert (session.trainer_ids, session.state) == ((luis.id,), SessionState.PLANNED)
    assert clock_of(ws, MONDAY) == []
    assert moved.official_minutes == scheduled(ws)
    assert changes.kinds == {Kind.SESSIONS, Kind.ATTENDANCE}
    assert "lun 15 ene 2024" in changes.operation


def test_a_class_moves_within_its_own_day(ws: Workspace, course: CourseView) -> None:
    move_session(ws, CODE, session_id(course, MONDAY), MONDAY, NINE + 60, WHY)
    assert clock_of(ws, MONDAY) == [(1, 600, 900, [300])]


def test_the_last_class_of_a_stretch_leaves_it_shorter_at_its_end(ws: Workspace, mixed: CourseView) -> None:
    changes = move_session(ws, CODE, session_id(mixed, MIXED, 2), NEXT_SATURDAY, NINE, WHY)
    assert clock_of(ws, MIXED) == [(1, 540, 660, [120])]
    assert clock_of(ws, NEXT_SATURDAY) == [(1, 540, 660, [120])]
    assert len(changes.notices) == 2, "both days are now under three hours"
    assert all("2 h no llega al mínimo de 3 h" in notice for notice in changes.notices)


def test_a_day_left_too_short_needs_its_reason_and_keeps_it(ws: Workspace, mixed: CourseView) -> None:
    with pytest.raises(Refused, match="Escriba el motivo"):
        move_session(ws, CODE, session_id(mixed, MIXED, 2), NEXT_SATURDAY, NINE)
    assert clock_of(ws, NEXT_SATURDAY) == []
    move_session(ws, CODE, session_id(mixed, MIXED, 2), NEXT_SATURDAY, NINE, f" {WHY} ")
    kept = [one for one in decisions.decisions(ws.db, CODE) if one.subject != CODE]
    assert [(one.subject, one.reason) for one in kept] == [
        (f"{CODE}/{MIXED.isoformat()}", WHY),
        (f"{CODE}/{NEXT_SATURDAY.isoformat()}", WHY),
    ]


def test_the_first_class_of_a_stretch_leaves_it_beginning_later(ws: Workspace, mixed: CourseView) -> None:
    move_session(ws, CODE, session_id(mixed, MIXED, 1), NEXT_SATURDAY, NINE, WHY)
    assert clock_of(ws, MIXED) == [(1, 660, 780, [120])]


def test_a_class_in_the_middle_of_a_stretch_does_not_move_before_what_follows_it(
    ws: Workspace, course: CourseView
) -> None:
    split_session(ws, CODE, session_id(course, MONDAY), 100)
    split_session(ws, CODE, session_id(read_course(ws, CODE), MONDAY, 2), 100)
    middle = session_id(read_course(ws, CODE), MONDAY, 2)
    with pytest.raises(Refused, match="en medio de un tramo"):
        move_session(ws, CODE, middle, SATURDAY, NINE, WHY)
    move_session(ws, CODE, session_id(read_course(ws, CODE), MONDAY, 3), SATURDAY, NINE, WHY)
    move_session(ws, CODE, middle, SATURDAY, NINE + 100, WHY)
    assert clock_of(ws, SATURDAY) == [(1, 540, 740, [100, 100])]


def test_a_class_that_begins_where_a_stretch_ends_makes_it_longer(ws: Workspace, mixed: CourseView) -> None:
    move_session(ws, CODE, session_id(mixed, MIXED, 2), MONDAY, 13 * 60, WHY)
    assert clock_of(ws, MONDAY) == [(1, 540, 900, [240, 120])]


def test_a_class_apart_is_a_second_stretch_numbered_by_the_clock(ws: Workspace, mixed: CourseView) -> None:
    move_session(ws, CODE, session_id(mixed, MIXED, 2), MONDAY, 6 * 60, WHY)
    assert clock_of(ws, MONDAY) == [(1, 360, 480, [120]), (2, 540, 780, [240])]


def test_when_the_first_stretch_of_a_day_goes_the_other_is_the_first(
    ws: Workspace, evenings: CourseView
) -> None:
    move_session(ws, CODE, session_id(evenings, MONDAY), SATURDAY, NINE, WHY)
    assert clock_of(ws, MONDAY) == [(1, 960, 1140, [180])]


def test_a_third_stretch_in_a_day_is_refused(ws: Workspace, evenings: CourseView) -> None:
    with pytest.raises(Refused, match="ya tiene dos tramos"):
        move_session(ws, CODE, session_id(evenings, date(2024, 1, 16)), MONDAY, 12 * 60, WHY)
    assert clock_of(ws, MONDAY) == [(1, 540, 660, [120]), (2, 960, 1140, [180])]


def test_a_stretch_wholly_cancelled_leaves_its_number_to_those_with_class(
    ws: Workspace, evenings: CourseView
) -> None:
    cancel_session(ws, CODE, session_id(evenings, MONDAY), "Avería", None)
    move_session(ws, CODE, session_id(evenings, date(2024, 1, 16)), MONDAY, 12 * 60, WHY)
    assert clock_of(ws, MONDAY) == [(1, 720, 840, [120]), (2, 960, 1140, [180]), (3, 540, 660, [])]


@pytest.mark.parametrize(
    ("day", "start", "words"),
    [
        (date(2024, 3, 28), NINE, "no hay clase: Jueves Santo"),
        (date(2024, 1, 14), NINE, "El curso empieza el lun 15 ene 2024"),
        (date(2024, 1, 16), NINE, "ya hay clase a esa hora"),
        (date(2024, 1, 16), 4 * 60 + 1, "ya hay clase a esa hora"),
        (SATURDAY, 19 * 60 + 1, "después de medianoche"),
    ],
)
def test_a_place_where_there_can_be_no_class_is_refused_and_nothing_changes(
    ws: Workspace, course: CourseView, day: date, start: int, words: str
) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=words) as refused:
        move_session(ws, CODE, session_id(course, MONDAY), day, start, WHY)
    assert REFUSED_PLACE in refused.value.message
    assert rows(ws) == before


def test_a_class_may_end_at_midnight(ws: Workspace, course: CourseView) -> None:
    move_session(ws, CODE, session_id(course, MONDAY), SATURDAY, 19 * 60, WHY)
    assert clock_of(ws, SATURDAY) == [(1, 1140, 1440, [300])]


def test_a_class_that_would_run_into_the_next_stretch_is_refused(ws: Workspace, evenings: CourseView) -> None:
    """It begins where the first stretch ends, and there is not room enough before the second."""
    afternoon = session_id(evenings, date(2024, 1, 16), n=2)
    with pytest.raises(Refused, match="ya hay clase a esa hora"):
        move_session(ws, CODE, afternoon, MONDAY, 13 * 60 + 1, WHY)
    move_session(ws, CODE, session_id(evenings, MONDAY), SATURDAY, 13 * 60, WHY)
    move_session(ws, CODE, session_id(evenings, MONDAY, n=2), SATURDAY, 16 * 60, WHY)
    with pytest.raises(Refused, match="ya hay clase a esa hora"):
        move_session(ws, CODE, session_id(evenings, date(2024, 1, 17)), SATURDAY, 15 * 60, WHY)


def test_more_than_eight_hours_a_day_are_refused_and_eight_are_not(ws: Workspace) -> None:
    view = planned(ws, request(timetable="L,M 09:00-12:00; X-V 09:00-14:00"))
    monday, tuesday = session_id(view, MONDAY), session_id(view, date(2024, 1, 16))
    wednesday = date(2024, 1, 17)
    move_session(ws, CODE, monday, wednesday, 14 * 60, WHY)
    assert clock_of(ws, wednesday) == [(1, 540, 1020, [300, 180])]
    split_session(ws, CODE, tuesday, 1)
    last_minutes = session_id(read_course(ws, CODE), date(2024, 1, 16), 2)
    with pytest.raises(Refused, match="10:59 h supera el máximo de 8 h"):
        move_session(ws, CODE, last_minutes, wednesday, 17 * 60, WHY)
    move_session(ws, CODE, last_minutes, SATURDAY, NINE, WHY)
    one_minute = session_id(read_course(ws, CODE), date(2024, 1, 16))
    with pytest.raises(Refused, match="8:01 h supera el máximo de 8 h"):
        move_session(ws, CODE, one_minute, wednesday, 17 * 60, WHY)


def test_a_new_holiday_can_be_emptied_class_by_class(ws: Workspace, mixed: CourseView) -> None:
    """The first of two classes moves although the other still stands on the holiday, and can be cancelled."""
    changes = add_holiday(ws, Holiday(MIXED, "San Valero", HolidayScope.LOCAL, "Zaragoza"))
    assert CODE in changes.notices[0]
    move_session(ws, CODE, session_id(mixed, MIXED, 2), NEXT_SATURDAY, NINE, WHY)
    cancel_session(
        ws, CODE, session_id(read_course(ws, CODE), MIXED), "Festivo local", (NEXT_SATURDAY, 11 * 60)
    )
    assert clock_of(ws, MIXED) == [(1, 540, 660, [])]
    assert clock_of(ws, NEXT_SATURDAY) == [(1, 540, 780, [120, 120])]


# Splitting --------------------------------------------------------------------------------------------------


def test_a_class_is_split_in_two_of_the_same_block_and_trainers(ws: Workspace) -> None:
    luis = trainer(ws, 1)
    view = planned(ws, request(trainers=(luis.id,)))
    split_session(ws, CODE, session_id(view, MONDAY), 120)
    _stretch, sessions = class_on(read_course(ws, CODE), MONDAY)
    assert [(s.position, s.minutes, s.block_id, s.trainer_ids) for s in sessions] == [
        (1, 120, view.blocks[0].id, (luis.id,)),
        (2, 180, view.blocks[0].id, (luis.id,)),
    ]


def test_the_classes_behind_a_split_one_keep_their_order(ws: Workspace, mixed: CourseView) -> None:
    split_session(ws, CODE, session_id(mixed, MIXED, 1), 50)
    _stretch, sessions = class_on(read_course(ws, CODE), MIXED)
    assert [(s.position, s.minutes) for s in sessions] == [(1, 50), (2, 70), (3, 120)]


@pytest.mark.parametrize("minutes", [-1, 0, 300, 301])
def test_both_parts_of_a_split_last_something(ws: Workspace, course: CourseView, minutes: int) -> None:
    with pytest.raises(Refused, match="La clase dura 5 h"):
        split_session(ws, CODE, session_id(course, MONDAY), minutes)


# Cancelling and replacing -----------------------------------------------------------------------------------


def test_a_cancelled_class_stays_with_its_reason_and_its_hours_are_due(
    ws: Workspace, course: CourseView
) -> None:
    cancel_session(ws, CODE, session_id(course, MONDAY), " Avería ", None)
    _stretch, (session,) = class_on(read_course(ws, CODE), MONDAY)
    assert (session.state, session.reason) == (SessionState.CANCELLED, "Avería")
    assert scheduled(ws) == course.official_minutes - 300


def test_a_cancelled_class_is_replaced_at_once_or_later(ws: Workspace, course: CourseView) -> None:
    first, second = session_id(course, MONDAY), session_id(course, date(2024, 1, 16))
    cancel_session(ws, CODE, first, "Avería", (SATURDAY, NINE))
    cancel_session(ws, CODE, second, "Avería", None)
    replace_session(ws, CODE, second, NEXT_SATURDAY, NINE, WHY)
    view = read_course(ws, CODE)
    replacements = {s.replaces_id: s for s in view.sessions if s.replaces_id}
    assert {*replacements} == {first, second}
    assert all(s.state is SessionState.PLANNED and s.reason == "" for s in replacements.values())
    assert scheduled(ws) == view.official_minutes


def test_a_class_is_cancelled_with_a_reason_and_only_once(ws: Workspace, course: CourseView) -> None:
    first = session_id(course, MONDAY)
    with pytest.raises(Refused, match="Escriba por qué"):
        cancel_session(ws, CODE, first, "  ", None)
    cancel_session(ws, CODE, first, "Avería", None)
    with pytest.raises(Refused, match="está cancelada"):
        cancel_session(ws, CODE, first, "Avería", None)


def test_a_class_has_one_replacement_at_a_time(ws: Workspace, course: CourseView) -> None:
    first = session_id(course, MONDAY)
    with pytest.raises(Refused, match="no está cancelada"):
        replace_session(ws, CODE, first, SATURDAY, NINE, WHY)
    cancel_session(ws, CODE, first, "Avería", (SATURDAY, NINE))
    with pytest.raises(Refused, match="ya tiene quien la sustituye"):
        replace_session(ws, CODE, first, NEXT_SATURDAY, NINE, WHY)
    cancel_session(ws, CODE, session_id(read_course(ws, CODE), SATURDAY), "Otra avería", None)
    replace_session(ws, CODE, first, NEXT_SATURDAY, NINE, WHY)
    assert scheduled(ws) == course.official_minutes


def test_a_replacement_that_has_no_place_cancels_nothing(ws: Workspace, course: CourseView) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match="ya hay clase a esa hora"):
        cancel_session(ws, CODE, session_id(course, MONDAY), "Avería", (date(2024, 1, 16), NINE))
    assert rows(ws) == before


def test_a_day_that_keeps_too_little_class_is_told(ws: Workspace, mixed: CourseView) -> None:
    changes = cancel_session(ws, CODE, session_id(mixed, MIXED), "Avería", None)
    assert ["2 h no llega al mínimo" in notice for notice in changes.notices] == [True]
    assert cancel_session(ws, CODE, session_id(mixed, MIXED, 2), "Avería", None).notices == ()


# Hours of a block -------------------------------------------------------------------------------------------


def test_a_class_is_given_to_another_block_up_to_its_hours(ws: Workspace, course: CourseView) -> None:
    last = session_id(course, date(2024, 5, 3))
    with pytest.raises(Refused, match=r"UF0127 tendría 35 h y son 30 h"):
        assign_block(ws, CODE, last, "UF0127")
    cancel_session(ws, CODE, session_id(course, MONDAY), "Avería", None)
    assign_block(ws, CODE, last, "UF0127")
    assert class_on(read_course(ws, CODE), date(2024, 5, 3))[1][0].block_id == course.blocks[0].id
    with pytest.raises(Refused, match=r"no tiene el bloque UF9999: UF0127, UF0128"):
        assign_block(ws, CODE, last, "UF9999")


def test_a_block_never_has_more_than_its_hours_by_a_replacement(ws: Workspace, course: CourseView) -> None:
    first = session_id(course, MONDAY)
    cancel_session(ws, CODE, first, "Avería", None)
    assign_block(ws, CODE, session_id(course, date(2024, 5, 3)), "UF0127")
    with pytest.raises(Refused, match=r"UF0127 tendría 35 h y son 30 h"):
        replace_session(ws, CODE, first, SATURDAY, NINE, WHY)


# Trainers, rooms and modes ----------------------------------------------------------------------------------


def test_trainers_are_given_to_classes_and_to_what_is_left_of_a_block(
    ws: Workspace, course: CourseView
) -> None:
    luis, eva = trainer(ws, 1), trainer(ws, 2)
    assign_block_trainers(ws, CODE, "UF0127", [luis.id])
    assign_trainers(ws, CODE, [session_id(course, MONDAY), session_id(course, date(2024, 1, 16))], [eva.id])
    view = read_course(ws, CODE)
    of_block = [s.trainer_ids for s in view.sessions if s.block_id == view.blocks[0].id]
    assert of_block == [(eva.id,), (eva.id,), *[(luis.id,)] * 4]
    assert all(not s.trainer_ids for s in view.sessions if s.block_id != view.blocks[0].id)
    with pytest.raises(Refused, match="no tiene el bloque UF9999"):
        assign_block_trainers(ws, CODE, "UF9999", [luis.id])


def test_a_class_already_held_keeps_who_taught_it(ws: Workspace, course: CourseView) -> None:
    luis, eva = trainer(ws, 1), trainer(ws, 2)
    assign_block_trainers(ws, CODE, "UF0127", [luis.id])
    held(ws, course, MONDAY)
    assign_block_trainers(ws, CODE, "UF0127", [eva.id])
    view = read_course(ws, CODE)
    assert [s.trainer_ids for s in view.sessions[:2]] == [(luis.id,), (eva.id,)]


def test_a_trainer_is_not_in_two_courses_at_once(ws: Workspace, mixed: CourseView) -> None:
    luis = trainer(ws, 1)
    planned(ws, request(code="24/002", timetable="L-V 11:00-15:00", trainers=(luis.id,)))
    first, second = (session_id(mixed, MIXED, position) for position in (1, 2))
    assign_trainers(ws, CODE, [first], [luis.id])
    with pytest.raises(Refused) as refused:
        assign_trainers(ws, CODE, [second], [luis.id])
    (problem,) = refused.value.problems
    assert "Docente 1 Gil" in problem.message
    assert "24/002" in problem.message


def test_a_cancelled_class_does_not_bring_the_next_one_forward(ws: Workspace, mixed: CourseView) -> None:
    """The second class of the stretch is still from 11:00 to 13:00, whatever became of the first."""
    luis = trainer(ws, 1)
    planned(ws, request(code="24/002", timetable="L-V 12:00-16:00", trainers=(luis.id,)))
    cancel_session(ws, CODE, session_id(mixed, MIXED), "Avería", None)
    with pytest.raises(Refused, match="Coincide con otro curso"):
        assign_trainers(ws, CODE, [session_id(mixed, MIXED, 2)], [luis.id])


def test_a_class_does_not_move_where_its_room_is_taken(ws: Workspace) -> None:
    view = planned(ws, request(room="Aula 1"))
    planned(ws, request(code="24/002", room="Aula 1", timetable="L-S 16:00-20:00"))
    with pytest.raises(Refused) as refused:
        move_session(ws, CODE, session_id(view, MONDAY), SATURDAY, 15 * 60, WHY)
    assert "el aula «aula 1»" in refused.value.problems[0].message.casefold()
    move_session(ws, CODE, session_id(view, MONDAY), SATURDAY, 11 * 60, WHY)
    assert clock_of(ws, SATURDAY) == [(1, 660, 960, [300])]


def test_classes_can_be_given_by_virtual_classroom(ws: Workspace, course: CourseView) -> None:
    set_mode(ws, CODE, [session_id(course, MONDAY)], SessionMode.VIRTUAL)
    assert [s.mode for s in read_course(ws, CODE).sessions[:2]] == [
        SessionMode.VIRTUAL,
        SessionMode.IN_PERSON,
    ]


# Attendance entered -----------------------------------------------------------------------------------------


def held(ws: Workspace, view: CourseView, day: date) -> StretchInput:
    """Enter the attendance of somebody on a day and return what was typed."""
    someone = enrolled(ws)
    ws.clock = at(day)
    stretch, _sessions = class_on(view, day)
    typed = StretchInput(someone.id, stretch.id, stretch.minutes)
    record_attendance(ws, CODE, [typed])
    return typed


CHANGES: dict[str, Callable[[Workspace, int], Changes]] = {
    "move": lambda ws, session: move_session(ws, CODE, session, SATURDAY, NINE, WHY),
    "split": lambda ws, session: split_session(ws, CODE, session, 100),
    "cancel": lambda ws, session: cancel_session(ws, CODE, session, "Avería", None),
    "assign_block": lambda ws, session: assign_block(ws, CODE, session, "UF0128"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_class_with_attendance_entered_stays_where_it_is(
    ws: Workspace, course: CourseView, change: Callable[[Workspace, int], Changes]
) -> None:
    held(ws, course, MONDAY)
    with pytest.raises(Refused, match="lun 15 ene 2024 tiene asistencia introducida"):
        change(ws, session_id(course, MONDAY))


def test_a_class_whose_attendance_was_taken_back_can_move(ws: Workspace, course: CourseView) -> None:
    typed = held(ws, course, MONDAY)
    record_attendance(ws, CODE, [replace(typed, attended_minutes=None)])
    move_session(ws, CODE, session_id(course, MONDAY), SATURDAY, NINE, WHY)
    assert class_on(read_course(ws, CODE), SATURDAY)[1][0].state is SessionState.PLANNED


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_class_that_is_no_longer_there_is_told(
    ws: Workspace, change: Callable[[Workspace, int], Changes]
) -> None:
    with pytest.raises(Refused, match="ya no existe"):
        change(ws, 9999)


# Whatever is done -------------------------------------------------------------------------------------------

EVERYTHING = 10_000
FORTNIGHT = [date(2024, 1, day) for day in range(15, 29)]


def sound(view: CourseView) -> None:
    """Assert what holds of every calendar, planned or changed."""
    inside = {
        stretch.id: [session for session in view.sessions if session.stretch_id == stretch.id]
        for stretch in view.stretches
    }
    for stretch in view.stretches:
        assert sum(session.minutes for session in inside[stretch.id]) == stretch.minutes
    live = [stretch for stretch in view.stretches if any(s.counts for s in inside[stretch.id])]
    for day in {stretch.day for stretch in live}:
        of_day = sorted((stretch for stretch in live if stretch.day == day), key=attrgetter("start"))
        assert {stretch.n for stretch in of_day} <= {1, 2}
        assert all(one.end <= other.start for one, other in pairwise(of_day))
        assert sum(s.minutes for stretch in of_day for s in inside[stretch.id] if s.counts) <= 8 * 60
    for block in view.blocks:
        scheduled = [s.minutes for s in view.sessions if s.block_id == block.id and s.counts]
        assert sum(scheduled) <= block.official_minutes


@st.composite
def changes(draw: st.DrawFn) -> Callable[[Workspace, CourseView], Changes]:
    """Give something that somebody may try with one of the classes of the first fortnight."""
    at_random = draw(st.integers(0, 30))
    day, start = draw(st.sampled_from(FORTNIGHT)), draw(st.integers(7, 20)) * 60
    attempts: list[Callable[[Workspace, int], Changes]] = [
        lambda ws, key: move_session(ws, CODE, key, day, start, WHY),
        lambda ws, key: split_session(ws, CODE, key, 60),
        lambda ws, key: cancel_session(ws, CODE, key, WHY, None),
        lambda ws, key: cancel_session(ws, CODE, key, WHY, (day, start)),
        lambda ws, key: replace_session(ws, CODE, key, day, start, WHY),
        lambda ws, key: assign_block(ws, CODE, key, "UF0128"),
    ]
    attempt = draw(st.sampled_from(attempts))
    return lambda ws, view: attempt(ws, view.sessions[at_random % len(view.sessions)].id)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=st.lists(changes(), min_size=1, max_size=8))
def test_whatever_is_tried_the_calendar_stays_sound_and_can_be_taken_back(
    ws: Workspace, evenings: CourseView, tries: list[Callable[[Workspace, CourseView], Changes]]
) -> None:
    before, operations = rows(ws), len(history(ws, EVERYTHING))
    for attempt in tries:
        standing = rows(ws)
        try:
            attempt(ws, read_course(ws, CODE))
        except Refused:
            assert rows(ws) == standing
        sound(read_course(ws, CODE))
    for _n in range(len(history(ws, EVERYTHING)) - operations):
        undo(ws)
    assert rows(ws) == before
    assert read_course(ws, CODE) == evenings


# Taking back ------------------------------------------------------------------------------------------------

WRITES: dict[str, Callable[[Workspace, CourseView], Changes]] = {
    "move": lambda ws, view: move_session(ws, CODE, session_id(view, MIXED), NEXT_SATURDAY, NINE, WHY),
    "move_whole": lambda ws, view: move_session(ws, CODE, session_id(view, MONDAY), NEXT_SATURDAY, NINE, WHY),
    "split": lambda ws, view: split_session(ws, CODE, session_id(view, MIXED), 50),
    "cancel": lambda ws, view: cancel_session(
        ws, CODE, session_id(view, MIXED), "Avería", (NEXT_SATURDAY, NINE)
    ),
    "replace": lambda ws, view: replace_session(
        ws, CODE, session_id(view, date(2024, 1, 16)), NEXT_SATURDAY, NINE
    ),
    "assign_block": lambda ws, view: assign_block(ws, CODE, view.sessions[-1].id, "UF0127"),
    "assign_trainers": lambda ws, view: assign_trainers(ws, CODE, [session_id(view, MIXED)], [1]),
    "assign_block_trainers": lambda ws, _view: assign_block_trainers(ws, CODE, "UF0127", [1]),
    "set_mode": lambda ws, view: set_mode(ws, CODE, [session_id(view, MIXED)], SessionMode.BIMODAL),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(
    ws: Workspace, mixed: CourseView, write: Callable[[Workspace, CourseView], Changes]
) -> None:
    assert trainer(ws, 1).id == 1
    cancel_session(ws, CODE, session_id(mixed, date(2024, 1, 16)), "Avería", None)
    view = read_course(ws, CODE)
    before = rows(ws)
    write(ws, view)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before


# Weeks that were sent ---------------------------------------------------------------------------------------


@pytest.fixture
def sent(ws: Workspace) -> CourseView:
    """Give the course with nobody in it, whose first week was sent, on the Monday after it."""
    view = planned(ws)
    ws.clock = at(NEXT_MONDAY)
    lock_week(ws, CODE, IsoWeek.of(MONDAY), FRIDAY, "REG-2024/17")
    return view


@pytest.mark.parametrize(
    "act",
    [
        lambda ws, key: move_session(ws, CODE, key, NEXT_SATURDAY, NINE, WHY),
        lambda ws, key: split_session(ws, CODE, key, 60),
        lambda ws, key: cancel_session(ws, CODE, key, WHY, None),
        lambda ws, key: assign_block(ws, CODE, key, "UF0128"),
        lambda ws, key: assign_trainers(ws, CODE, [key], []),
        lambda ws, key: set_mode(ws, CODE, [key], SessionMode.VIRTUAL),
    ],
)
def test_a_class_of_a_week_that_was_sent_stands_still(
    ws: Workspace, sent: CourseView, act: Callable[[Workspace, int], Changes]
) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=LOCKED):
        act(ws, class_on(sent, FRIDAY)[1][0].id)
    assert rows(ws) == before


def test_no_class_is_moved_into_a_week_that_was_sent(ws: Workspace, sent: CourseView) -> None:
    later = class_on(sent, NEXT_MONDAY)[1][0].id
    with pytest.raises(Refused, match=LOCKED):
        move_session(ws, CODE, later, SATURDAY, NINE, WHY)
    cancel_session(ws, CODE, later, WHY, None)
    with pytest.raises(Refused, match=LOCKED):
        replace_session(ws, CODE, later, SATURDAY, NINE, WHY)
    replace_session(ws, CODE, later, NEXT_SATURDAY, NINE, WHY)


def test_the_trainer_of_a_block_is_not_changed_in_a_week_that_was_sent(
    ws: Workspace, sent: CourseView
) -> None:
    someone = trainer(ws, 1)
    first = next(b for b in sent.blocks if b.id == class_on(sent, FRIDAY)[1][0].block_id)
    with pytest.raises(Refused, match=LOCKED):
        assign_block_trainers(ws, CODE, first.code, [someone.id])
    assign_block_trainers(ws, CODE, sent.blocks[-1].code, [someone.id])


def test_a_class_of_a_week_unlocked_is_changed(ws: Workspace, sent: CourseView) -> None:
    unlock_week(ws, CODE, IsoWeek.of(MONDAY), "obras")
    cancel_session(ws, CODE, class_on(sent, FRIDAY)[1][0].id, WHY, None)


def test_a_class_with_incidents_is_cancelled_but_not_moved(ws: Workspace) -> None:
    view = planned(ws)
    ws.clock = at(MONDAY)
    add_incident(ws, CODE, IncidentForm(MONDAY, NINE, "No hay luz"))
    key = class_on(view, MONDAY)[1][0].id
    with pytest.raises(Refused, match="incidencias"):
        move_session(ws, CODE, key, SATURDAY, NINE, WHY)
    cancel_session(ws, CODE, key, WHY, None)
