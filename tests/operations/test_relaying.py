"""Another day to begin a course: what it would be like, and laying it all again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.db import courses, decisions, enrolments
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import CourseView, SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.incidents import IncidentForm, add_incident
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.relaying import change_start, what_if
from cpepa_desktop.operations.sessions import (
    assign_block_trainers,
    cancel_session,
    set_mode,
    split_session,
)
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    NINE,
    at,
    bare,
    class_on,
    enrolled,
    own_request,
    planned,
    request,
    room,
    rows,
    trainer,
)

NEXT_MONDAY = MONDAY + timedelta(days=7)


def minutes_of_blocks(view: CourseView) -> Counter[int]:
    """Return how many minutes each block has on the calendar."""
    found = Counter[int]()
    for session in view.sessions:
        if session.counts:
            found[session.block_id] += session.minutes
    return found


def test_laying_again_keeps_trainers_modes_and_rooms_of_each_block(ws: Workspace) -> None:
    one, other, hall = trainer(ws, 1), trainer(ws, 2), room(ws, "Aula 1")
    view = planned(ws, request(trainers=(one.id,), room="Aula 1"))
    block = view.blocks[1]
    assign_block_trainers(ws, CODE, block.code, [other.id])
    sessions = [s.id for s in view.sessions if s.block_id == view.blocks[0].id][:2]
    set_mode(ws, CODE, sessions, SessionMode.VIRTUAL)
    change_start(ws, CODE, NEXT_MONDAY)
    after = read_course(ws, CODE)
    taught = {s.block_id: s.trainer_ids for s in after.sessions}
    assert taught[block.id] == (other.id,)
    assert taught[view.blocks[0].id] == (one.id,)
    assert {stretch.room_id for stretch in after.stretches} == {hall.id}
    virtual = [s for s in after.sessions if s.mode is SessionMode.VIRTUAL]
    assert sum(s.minutes for s in virtual) == sum(s.minutes for s in view.sessions if s.id in sessions)
    assert {s.block_id for s in virtual} == {view.blocks[0].id}


def test_changing_the_start_is_undone_whole(ws: Workspace, course: CourseView) -> None:
    enrolled(ws)
    before = rows(ws)
    change_start(ws, CODE, NEXT_MONDAY)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
    assert read_course(ws, CODE) == course


def test_who_joins_on_the_first_day_joins_on_the_new_one_with_their_seat(
    ws: Workspace, course: CourseView
) -> None:
    first, later = enrolled(ws, 1), enrolled(ws, 2, joined_on=date(2024, 1, 31))
    change_start(ws, CODE, NEXT_MONDAY)
    joined = {each.person.id: each for each in list_enrolments(ws, CODE)}
    assert joined[first.person.id].joined_on == NEXT_MONDAY
    assert joined[later.person.id].joined_on == later.joined_on
    assert joined[first.person.id].seat == first.seat
    uses = {use.enrolment_id: use.from_day for use in enrolments.seats(ws.db, course.course.id)}
    assert uses[first.id] == NEXT_MONDAY
    change_start(ws, CODE, MONDAY)
    assert {each.joined_on for each in list_enrolments(ws, CODE)} == {MONDAY, later.joined_on}


def test_a_start_without_class_begins_on_the_next_day_that_has(ws: Workspace, course: CourseView) -> None:
    assert course.last_day is not None
    add_holiday(ws, Holiday(NEXT_MONDAY, "Fiesta del centro", HolidayScope.CENTRE))
    changes = change_start(ws, CODE, NEXT_MONDAY)
    assert read_course(ws, CODE).course.start_on == NEXT_MONDAY + timedelta(days=1)
    assert "Fiesta del centro" in changes.notices[0]
    assert any("acaba el" in notice for notice in changes.notices)


@pytest.mark.usefixtures("course")
def test_days_beyond_the_execution_limit_are_a_warning_and_no_refusal(ws: Workspace) -> None:
    asked = what_if(ws, CODE, date(2030, 1, 7))
    assert any("plazo de ejecución" in notice for notice in asked.notices)
    assert any("plazo de ejecución" in notice for notice in change_start(ws, CODE, date(2030, 1, 7)).notices)


def test_a_cancelled_class_is_laid_with_the_rest_and_told(ws: Workspace, course: CourseView) -> None:
    _stretch, (session, *_more) = class_on(course, date(2024, 1, 17))
    cancel_session(ws, CODE, session.id, "Huelga", None)
    changes = change_start(ws, CODE, NEXT_MONDAY)
    view = read_course(ws, CODE)
    assert all(session.counts for session in view.sessions)
    assert minutes_of_blocks(view) == minutes_of_blocks(course)
    assert any("1 clase cancelada" in notice for notice in changes.notices)


def test_a_class_made_up_elsewhere_is_laid_once(ws: Workspace, course: CourseView) -> None:
    _stretch, (session, *_more) = class_on(course, date(2024, 1, 17))
    cancel_session(ws, CODE, session.id, "Huelga", (date(2024, 1, 20), 9 * 60))
    change_start(ws, CODE, NEXT_MONDAY)
    assert minutes_of_blocks(read_course(ws, CODE)) == minutes_of_blocks(course)


@pytest.mark.parametrize("start", [MONDAY - timedelta(days=3), NEXT_MONDAY])
def test_a_course_with_attendance_cannot_begin_on_another_day(
    ws: Workspace, course: CourseView, start: date
) -> None:
    someone = enrolled(ws)
    ws.clock = at(MONDAY)
    stretch, _sessions = class_on(course, MONDAY)
    record_attendance(ws, CODE, [StretchInput(someone.id, stretch.id, stretch.minutes)])
    before = rows(ws)
    for ask in (what_if, change_start):
        with pytest.raises(Refused, match="No se ha cambiado nada") as refused:
            ask(ws, CODE, start)
        assert "lun 15 ene 2024 ya hay asistencia" in str(refused.value.problems[0])
    assert rows(ws) == before


@pytest.mark.usefixtures("course")
def test_a_course_with_incidents_told_cannot_begin_on_another_day(ws: Workspace) -> None:
    ws.clock = at(MONDAY)
    add_incident(ws, CODE, IncidentForm(MONDAY, NINE, "No hay luz"))
    with pytest.raises(Refused) as refused:
        what_if(ws, CODE, NEXT_MONDAY)
    assert "incidencias" in str(refused.value.problems[0])


def test_a_course_that_began_or_was_renounced_keeps_its_days(ws: Workspace, course: CourseView) -> None:
    begun = replace(course.course, started_on=MONDAY)
    renounced = replace(course.course, renounced_on=MONDAY, renounce_reason="Sin alumnado")
    for facts, words in ((begun, "empezó"), (renounced, "renunciado")):
        with ws.operation("Prueba"):
            courses.change(ws.db, facts)
        with pytest.raises(Refused, match=words):
            what_if(ws, CODE, NEXT_MONDAY)


def test_a_room_or_trainer_taken_then_is_told_and_refused(ws: Workspace) -> None:
    someone = trainer(ws, 1)
    planned(ws, request(trainers=(someone.id,), room="Aula 1", timetable="L-V 09:00-14:00"))
    second = own_request(code="24/002", start=date(2024, 6, 3), trainers=(someone.id,), room="Aula 1")
    planned(ws, second)
    before = rows(ws)
    asked = what_if(ws, "24/002", date(2024, 4, 1))
    assert len(asked.clashes) == 2
    assert "Aula 1" in asked.clashes[0]
    assert "Docente 1" in asked.clashes[1]
    with pytest.raises(Refused, match="Coincide con otro curso"):
        change_start(ws, "24/002", date(2024, 4, 1))
    assert rows(ws) == before


@pytest.mark.usefixtures("course")
def test_the_selection_after_the_new_start_is_told(ws: Workspace) -> None:
    change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 22)))
    assert not what_if(ws, CODE, date(2024, 1, 22)).notices
    assert any("selección" in notice for notice in what_if(ws, CODE, date(2024, 1, 19)).notices)


def test_a_short_last_day_is_refused_until_it_is_spread_or_kept_for_a_reason(ws: Workspace) -> None:
    planned(ws, request(timetable="L-J 09:00-14:00; V 09:00-13:00", last_day=LastDay.SPREAD))
    start = next(
        day
        for day in (MONDAY + timedelta(days=n) for n in range(1, 30))
        if what_if(ws, CODE, day).short_last_day is not None
    )
    with pytest.raises(Refused, match="menos del mínimo diario"):
        change_start(ws, CODE, start)
    change_start(ws, CODE, start, LastDay.KEEP, "No hay aula después")
    kept = [each for each in decisions.decisions(ws.db, CODE) if each.rule == "daily_hours"]
    assert [(each.answer, each.reason) for each in kept] == [("too_short", "No hay aula después")]
    change_start(ws, CODE, start, LastDay.SPREAD)
    last = read_course(ws, CODE).last_day
    assert last is not None
    stretch, _sessions = class_on(read_course(ws, CODE), last)
    assert stretch.minutes >= 4 * 60


def test_a_week_that_was_sent_stands(ws: Workspace, course: CourseView) -> None:
    someone = enrolled(ws)
    ws.clock = at(date(2024, 1, 20))
    cells = [
        StretchInput(someone.id, stretch.id, stretch.minutes)
        for stretch in course.stretches
        if stretch.day < date(2024, 1, 20)
    ]
    record_attendance(ws, CODE, cells)
    lock_week(ws, CODE, IsoWeek.of(MONDAY), date(2024, 1, 19), "REG 1")
    with pytest.raises(Refused, match="bloqueada"):
        change_start(ws, CODE, NEXT_MONDAY)


@pytest.mark.parametrize(("days", "passes"), [(-1, False), (0, True), (1, True)])
def test_a_start_before_the_authorisation_received_is_refused(
    ws: Workspace, days: int, *, passes: bool
) -> None:
    bare(ws, own_request())
    ws.clock = at(MONDAY)
    served = (CourseServed(CODE),)
    received = OfficialPaper(0, OfficialPaperKind.AUTHORISATION, received_on=MONDAY, courses=served)
    save_official_paper(ws, received)
    change_start(ws, CODE, date(2024, 3, 4))
    start = MONDAY + timedelta(days=days) if days >= 0 else date(2024, 1, 12)
    if passes:
        assert what_if(ws, CODE, start).first == start
        change_start(ws, CODE, start)
        return
    for ask in (what_if, change_start):
        with pytest.raises(Refused, match="posterior"):
            ask(ws, CODE, start)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-30, 400), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 299)), max_size=3))
def test_laying_again_keeps_the_minutes_of_each_block(
    ws: Workspace, shift: int, splits: list[tuple[int, int]]
) -> None:
    try:
        view = read_course(ws, CODE)
    except Refused:
        view = planned(ws)
    for at_session, minutes in splits:
        session = view.sessions[at_session]
        if minutes < session.minutes:
            split_session(ws, CODE, session.id, minutes)
            view = read_course(ws, CODE)
    changes = change_start(ws, CODE, MONDAY + timedelta(days=shift))
    after = read_course(ws, CODE)
    assert changes.course == CODE
    assert minutes_of_blocks(after) == minutes_of_blocks(view)
    assert after.course.start_on == min(stretch.day for stretch in after.stretches)
    order = [s.block_id for s in after.sessions]
    assert sorted(set(order), key=order.index) == [block.id for block in after.blocks]


@pytest.mark.usefixtures("course")
def test_what_falls_due_on_another_day_is_foretold_and_told(ws: Workspace) -> None:
    asked = what_if(ws, CODE, NEXT_MONDAY)
    changes = change_start(ws, CODE, NEXT_MONDAY)
    assert asked.obligations
    assert set(asked.obligations) <= set(changes.notices)
    assert what_if(ws, CODE, NEXT_MONDAY).obligations == ()
