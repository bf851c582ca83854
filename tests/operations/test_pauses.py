"""Pausing a course, resuming it, and what is laid again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.domain.course import CourseView, SessionState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.pauses import (
    cancel_pause,
    list_pauses,
    pause_course,
    pause_on,
    pause_words,
    resume_course,
    what_if_paused,
)
from cpepa_desktop.operations.relaying import change_start
from cpepa_desktop.operations.sessions import cancel_session, move_session, replace_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    NINE,
    at,
    class_on,
    enrolled,
    own_request,
    planned,
    request,
    rows,
)
from tests.operations.test_relaying import minutes_of_blocks

FROM, RESUME = date(2024, 2, 5), date(2024, 2, 19)
WHY = "Obras en el aula"


def class_days(view: CourseView) -> set[date]:
    """Return the days on which something counts."""
    counting = {session.stretch_id for session in view.sessions if session.counts}
    return {stretch.day for stretch in view.stretches if stretch.id in counting}


def test_a_pause_keeps_its_days_and_reason_and_moves_what_was_to_come(
    ws: Workspace, course: CourseView
) -> None:
    changes = pause_course(ws, CODE, FROM, RESUME, f" {WHY} ")
    view = read_course(ws, CODE)
    (pause,) = list_pauses(ws, CODE)
    assert (pause.from_day, pause.resume_on, pause.reason) == (FROM, RESUME, WHY)
    days = class_days(view)
    assert {day for day in days if day < FROM} == {day for day in class_days(course) if day < FROM}
    assert not [day for day in days if pause.covers(day)]
    assert RESUME in days
    assert minutes_of_blocks(view) == minutes_of_blocks(course)
    assert view.last_day is not None
    assert course.last_day is not None
    assert view.last_day > course.last_day
    assert any("acaba el" in notice for notice in changes.notices)


def test_what_is_before_the_pause_is_not_touched(ws: Workspace, course: CourseView) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    view = read_course(ws, CODE)
    for stretch in (stretch for stretch in course.stretches if stretch.day < FROM):
        assert stretch in view.stretches
    kept = {stretch.id for stretch in course.stretches if stretch.day < FROM}
    assert [s for s in view.sessions if s.stretch_id in kept] == [
        s for s in course.sessions if s.stretch_id in kept
    ]


def test_a_pause_is_undone_whole(ws: Workspace, course: CourseView) -> None:
    before = rows(ws)
    pause_course(ws, CODE, FROM, RESUME, WHY)
    undo(ws)
    assert rows(ws) == before
    assert read_course(ws, CODE) == course


@pytest.mark.parametrize("resume", [date(2024, 2, 12), date(2024, 3, 4)])
def test_another_day_of_resuming_lays_it_again(ws: Workspace, course: CourseView, resume: date) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    (pause,) = list_pauses(ws, CODE)
    resume_course(ws, CODE, pause.id, resume)
    view = read_course(ws, CODE)
    assert list_pauses(ws, CODE) == (Pause(pause.id, FROM, resume, WHY),)
    assert min(day for day in class_days(view) if day >= FROM) == resume
    assert minutes_of_blocks(view) == minutes_of_blocks(course)


def test_a_pause_taken_out_gives_back_the_calendar_there_was(ws: Workspace, course: CourseView) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    cancel_pause(ws, CODE, list_pauses(ws, CODE)[0].id)
    view = read_course(ws, CODE)
    assert list_pauses(ws, CODE) == ()
    assert class_days(view) == class_days(course)
    assert [(s.block_id, s.minutes) for s in view.sessions] == [
        (s.block_id, s.minutes) for s in course.sessions
    ]


def test_resuming_on_a_day_without_class_is_told(ws: Workspace, course: CourseView) -> None:
    changes = pause_course(ws, CODE, FROM, date(2024, 2, 17), WHY)
    assert "se reanuda el lun 19 feb 2024" in changes.notices[0]
    assert course.course.start_on == read_course(ws, CODE).course.start_on


def test_a_second_pause_leaves_the_first_without_class(ws: Workspace, course: CourseView) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    pause_course(ws, CODE, date(2024, 1, 22), date(2024, 1, 29), "Falta de calefacción")
    first, second = list_pauses(ws, CODE)
    days = class_days(read_course(ws, CODE))
    assert not [day for day in days if first.covers(day) or second.covers(day)]
    assert minutes_of_blocks(read_course(ws, CODE)) == minutes_of_blocks(course)


def test_two_pauses_may_touch_and_not_overlap(ws: Workspace, course: CourseView) -> None:
    assert course.last_day is not None
    pause_course(ws, CODE, FROM, RESUME, WHY)
    before = rows(ws)
    with pytest.raises(Refused, match="ya está en pausa"):
        pause_course(ws, CODE, RESUME - timedelta(days=1), date(2024, 3, 4), WHY)
    assert rows(ws) == before
    pause_course(ws, CODE, RESUME, date(2024, 3, 4), WHY)
    assert len(list_pauses(ws, CODE)) == 2


@pytest.mark.parametrize(
    ("first", "resume", "reason", "words"),
    [
        (FROM, RESUME, " ", "por qué"),
        (FROM, FROM, WHY, "no puede reanudarse"),
        (RESUME, FROM, WHY, "no puede reanudarse"),
        (MONDAY, RESUME, WHY, "cambie su inicio"),
        (date(2024, 12, 2), date(2024, 12, 9), WHY, "ninguna clase por dar"),
    ],
)
def test_what_makes_no_pause_is_refused(
    ws: Workspace, course: CourseView, first: date, resume: date, reason: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        pause_course(ws, course.course.code, first, resume, reason)
    assert list_pauses(ws, CODE) == ()


def test_the_eve_of_attendance_cannot_be_paused_and_the_day_after_can(
    ws: Workspace, course: CourseView
) -> None:
    someone = enrolled(ws)
    ws.clock = at(FROM)
    stretch, _sessions = class_on(course, FROM)
    record_attendance(ws, CODE, [StretchInput(someone.id, stretch.id, stretch.minutes)])
    with pytest.raises(Refused) as refused:
        pause_course(ws, CODE, FROM, RESUME, WHY)
    assert "lun 5 feb 2024" in str(refused.value.problems[0])
    pause_course(ws, CODE, FROM + timedelta(days=1), RESUME, WHY)
    held = [s for s in read_course(ws, CODE).sessions if s.state is SessionState.HELD]
    assert [s.stretch_id for s in held] == [stretch.id]


def test_after_attendance_the_day_of_resuming_stands(ws: Workspace, course: CourseView) -> None:
    assert course.last_day is not None
    pause_course(ws, CODE, FROM, RESUME, WHY)
    (pause,) = list_pauses(ws, CODE)
    someone = enrolled(ws)
    ws.clock = at(RESUME)
    stretch, _sessions = class_on(read_course(ws, CODE), RESUME)
    record_attendance(ws, CODE, [StretchInput(someone.id, stretch.id, stretch.minutes)])
    with pytest.raises(Refused, match="ya no pueden moverse"):
        resume_course(ws, CODE, pause.id, date(2024, 3, 4))
    with pytest.raises(Refused, match="ya no pueden moverse"):
        cancel_pause(ws, CODE, pause.id)


def test_no_class_is_moved_into_a_pause(ws: Workspace, course: CourseView) -> None:
    key = class_on(course, MONDAY)[1][0].id
    pause_course(ws, CODE, FROM, RESUME, WHY)
    with pytest.raises(Refused, match="está en pausa"):
        move_session(ws, CODE, key, RESUME - timedelta(days=2), NINE)
    move_session(ws, CODE, key, RESUME + timedelta(days=5), NINE)


def test_what_stands_for_a_class_cancelled_before_goes_on_standing_for_it(
    ws: Workspace, course: CourseView
) -> None:
    key = class_on(course, MONDAY)[1][0].id
    cancel_session(ws, CODE, key, "Huelga", (date(2024, 2, 10), NINE))
    pause_course(ws, CODE, FROM, RESUME, WHY)
    view = read_course(ws, CODE)
    assert [s.replaces_id for s in view.sessions if s.replaces_id] == [key]
    assert minutes_of_blocks(view) == minutes_of_blocks(course)
    with pytest.raises(Refused, match="ya tiene quien la sustituye"):
        replace_session(ws, CODE, key, date(2024, 2, 24), NINE)


def test_a_pause_that_takes_a_room_of_others_is_refused(ws: Workspace) -> None:
    planned(ws, request(room="Aula 1"))
    planned(ws, own_request(code="24/002", start=date(2024, 6, 3), room="Aula 1"))
    asked = what_if_paused(ws, CODE, Pause(0, FROM, date(2024, 4, 1), WHY))
    assert "24/002" in asked.clashes[0]
    with pytest.raises(Refused, match="Coincide con otro curso"):
        pause_course(ws, CODE, FROM, date(2024, 4, 1), WHY)


@pytest.mark.usefixtures("course")
def test_an_unknown_pause_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="Esa pausa ya no está"):
        resume_course(ws, CODE, 9, RESUME)


@pytest.mark.usefixtures("course")
def test_a_course_begun_later_keeps_its_pause(ws: Workspace) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    change_start(ws, CODE, date(2024, 1, 22))
    (pause,) = list_pauses(ws, CODE)
    assert not [day for day in class_days(read_course(ws, CODE)) if pause.covers(day)]


@pytest.mark.usefixtures("course")
def test_the_pause_of_a_day_is_the_one_it_is_in_or_the_next(ws: Workspace) -> None:
    pause_course(ws, CODE, FROM, RESUME, WHY)
    pauses = list_pauses(ws, CODE)
    assert pause_on(pauses, MONDAY) == pauses[0]
    assert pause_on(pauses, RESUME - timedelta(days=1)) == pauses[0]
    assert pause_on(pauses, RESUME) is None
    assert pause_words(pauses[0]) == (
        "desde el lun 5 feb 2024 hasta que se reanuda el lun 19 feb 2024 (Obras en el aula)"
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 100), st.integers(1, 60), st.integers(1, 60))
def test_pausing_and_resuming_keep_the_minutes_of_each_block(
    ws: Workspace, first: int, length: int, other: int
) -> None:
    try:
        view = read_course(ws, CODE)
    except Refused:
        view = planned(ws)
    from_day = MONDAY + timedelta(days=first)
    pause_course(ws, CODE, from_day, from_day + timedelta(days=length), WHY)
    (pause,) = list_pauses(ws, CODE)
    resume_course(ws, CODE, pause.id, from_day + timedelta(days=other))
    assert minutes_of_blocks(read_course(ws, CODE)) == minutes_of_blocks(view)
    cancel_pause(ws, CODE, pause.id)
    assert class_days(read_course(ws, CODE)) == class_days(view)
