"""Stretches and sessions in the file, and who and what they take up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import centres, sessions
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.course import Session, SessionMode, SessionState, Stretch
from tests.db.small_centre import write

MONDAY, TUESDAY = date(2024, 2, 12), date(2024, 2, 13)


@pytest.fixture
def trainer(small: Database) -> int:
    with write(small):
        return centres.add_trainer(small, 1, "", active=True)


def test_a_stretch_is_kept_with_its_clock(small: Database) -> None:
    with write(small):
        room = centres.save_room(small, Room(0, "Aula 1"))
        stretch = Stretch(0, date(2024, 2, 14), 1, 540, 720, room)
        key = sessions.add_stretch(small, 1, stretch)
    assert sessions.stretches(small, 1)[-1] == replace(stretch, id=key)
    with write(small):
        sessions.set_clock(small, key, 2, 600, 1440)
    assert sessions.stretches(small, 1)[-1] == Stretch(key, date(2024, 2, 14), 2, 600, 1440, room)
    with write(small):
        sessions.remove_stretch(small, key)
    assert [stretch.day for stretch in sessions.stretches(small, 1)] == [MONDAY, TUESDAY]


def test_sessions_come_by_day_and_clock_with_the_cancelled_ones(small: Database) -> None:
    found = sessions.sessions(small, 1)
    assert [(s.id, s.position, s.block_id, s.state.value) for s in found] == [
        (1, 1, 1, "held"),
        (2, 2, 2, "cancelled"),
        (3, 1, 1, "planned"),
        (4, 2, 2, "planned"),
    ]
    assert found[3].replaces_id == 2


def test_a_session_is_kept_with_its_trainers_and_changed_without_them(small: Database, trainer: int) -> None:
    session = Session(
        id=0,
        stretch_id=2,
        position=3,
        block_id=1,
        minutes=20,
        mode=SessionMode.BIMODAL,
        state=SessionState.PLANNED,
        trainer_ids=(trainer,),
    )
    with write(small):
        key = sessions.add_session(small, session)
    assert sessions.sessions(small, 1)[-1] == replace(session, id=key)
    changed = replace(session, id=key, minutes=30, state=SessionState.CANCELLED, reason="Avería")
    with write(small):
        sessions.change_session(small, replace(changed, trainer_ids=()))
        sessions.set_position(small, key, 9)
    assert sessions.sessions(small, 1)[-1] == replace(changed, position=9)
    with write(small):
        sessions.set_trainers(small, key, [])
    assert sessions.sessions(small, 1)[-1].trainer_ids == ()


def test_a_session_goes_with_its_trainers(small: Database, trainer: int) -> None:
    with write(small):
        sessions.set_trainers(small, 4, [trainer])
        sessions.remove_session(small, 4)
    assert [session.id for session in sessions.sessions(small, 1)] == [1, 2, 3]
    assert small.table("session_trainer").count == 0


def test_a_session_with_something_entered_cannot_go(small: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), write(small):
        sessions.remove_session(small, 1)


def test_only_a_planned_session_becomes_held(small: Database) -> None:
    with write(small):
        sessions.hold(small, [1, 2, 3])
    assert [s.state.value for s in sessions.sessions(small, 1)] == ["held", "cancelled", "held", "planned"]


def test_a_room_is_in_use_while_any_session_of_the_stretch_counts(two_courses: Database) -> None:
    with write(two_courses):
        room = centres.save_room(two_courses, Room(0, "Aula 1"))
        two_courses.execute("UPDATE stretch SET room_id = ?", (room,))
    assert set(sessions.room_use(two_courses, MONDAY, TUESDAY)) == {
        (MONDAY, 540, 720, room, "24/001"),
        (TUESDAY, 540, 660, room, "24/001"),
        (MONDAY, 900, 960, room, "24/002"),
    }
    assert [use[4] for use in sessions.room_use(two_courses, MONDAY, MONDAY, "24/001")] == ["24/002"]
    with write(two_courses):
        two_courses.execute("UPDATE session SET state = 'cancelled' WHERE stretch_id = 3")
    assert sessions.room_use(two_courses, MONDAY, MONDAY, "24/001") == ()


def test_a_stretch_without_room_takes_none_up(small: Database) -> None:
    assert sessions.room_use(small, MONDAY, TUESDAY) == ()


def test_a_trainer_is_busy_only_during_the_session_taught(small: Database, trainer: int) -> None:
    with write(small):
        for session_id in (1, 2, 4):
            sessions.set_trainers(small, session_id, [trainer])
    assert set(sessions.trainer_use(small, MONDAY, TUESDAY)) == {
        (MONDAY, 540, 640, trainer, "24/001"),
        (TUESDAY, 620, 660, trainer, "24/001"),
    }
    assert sessions.trainer_use(small, MONDAY, TUESDAY, "24/001") == ()


def test_a_cancelled_session_still_keeps_its_place_in_the_clock(small: Database, trainer: int) -> None:
    with write(small):
        small.execute("UPDATE session SET state = 'cancelled' WHERE id = 3")
        sessions.set_trainers(small, 4, [trainer])
    assert sessions.trainer_use(small, TUESDAY, TUESDAY) == ((TUESDAY, 620, 660, trainer, "24/001"),)


def test_the_courses_with_class_on_a_day_are_told(two_courses: Database) -> None:
    assert sessions.courses_with_class(two_courses, MONDAY) == ("24/001", "24/002")
    assert sessions.courses_with_class(two_courses, date(2024, 2, 14)) == ()
    with write(two_courses):
        two_courses.execute("UPDATE session SET state = 'cancelled' WHERE stretch_id = 3")
    assert sessions.courses_with_class(two_courses, MONDAY) == ("24/001",)


def test_a_course_renounced_takes_no_room_nor_trainer_and_has_no_class_from_then_on(
    small: Database, trainer: int
) -> None:
    with write(small):
        room = centres.save_room(small, Room(0, "Aula 1"))
        small.execute("UPDATE stretch SET room_id = ?", (room,))
        sessions.set_trainers(small, 1, [trainer])
        sessions.set_trainers(small, 4, [trainer])
        small.execute("UPDATE course SET renounced_on = ?", (TUESDAY.isoformat(),))
    assert [use[0] for use in sessions.room_use(small, MONDAY, TUESDAY)] == [MONDAY]
    assert [use[0] for use in sessions.trainer_use(small, MONDAY, TUESDAY)] == [MONDAY]
    assert sessions.courses_with_class(small, MONDAY) == ("24/001",)
    assert sessions.courses_with_class(small, TUESDAY) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO incident (stretch_id, minute, what) VALUES (1, 540, 'No hay luz')",
        "INSERT INTO recording (stretch_id, place) VALUES (1, 'Disco del aula')",
        "INSERT INTO connection_log SELECT 1, 1, 'teams', sha256, '2024-02-13' FROM attachment LIMIT 1",
    ],
)
def test_a_stretch_is_told_of_by_incidents_recordings_and_connections(
    small: Database, statement: str
) -> None:
    assert not sessions.is_told_of(small, 1)
    with write(small):
        small.execute(statement)
    assert (sessions.is_told_of(small, 1), sessions.is_told_of(small, 2)) == (True, False)
