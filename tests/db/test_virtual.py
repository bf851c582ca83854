"""The virtual classroom in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import virtual
from cpepa_desktop.domain.virtual import Consent, Recording, VirtualClass, VirtualPerson, VirtualReason
from tests.db.small_centre import ANOTHER_COURSE, DAY, fill, memory, sha256, write

PROOF = sha256("")


@pytest.fixture
def db() -> Iterator[Database]:
    """Give a course with one learner."""
    found = memory()
    fill(found)
    yield found
    found.close()


def test_what_nobody_has_said_is_empty(db: Database) -> None:
    assert virtual.virtual_class(db, 1) == VirtualClass()
    assert (virtual.virtual_people(db, 1), virtual.recordings(db, 1)) == ({}, ())


def test_the_class_is_read_as_it_was_last_written(db: Database) -> None:
    for said in (VirtualClass("Zoom", ""), VirtualClass("Microsoft Teams", "https://aula.example/1")):
        with write(db):
            virtual.save_class(db, 1, said)
    assert virtual.virtual_class(db, 1) == VirtualClass("Microsoft Teams", "https://aula.example/1")


def test_a_person_is_read_as_they_were_last_written(db: Database) -> None:
    asked = VirtualPerson(1, VirtualReason.DIFFICULTY, "Cuidados", Consent.GIVEN, date(2024, 2, 9), PROOF)
    for said in (VirtualPerson(1), asked):
        with write(db):
            virtual.save_person(db, said)
    assert virtual.virtual_people(db, 1) == {1: asked}


def test_people_of_another_course_are_left_out(db: Database) -> None:
    with write(db):
        for statement in filter(str.strip, ANOTHER_COURSE.split(";")):
            db.execute(statement)
        virtual.save_person(db, VirtualPerson(2, VirtualReason.ROOM_SIZE))
    assert virtual.virtual_people(db, 1) == {}


def test_only_what_was_entered_at_a_distance_counts(db: Database) -> None:
    assert not virtual.has_virtual_entries(db, 1)
    with write(db):
        db.execute("UPDATE attendance SET is_virtual = 1")
    assert virtual.has_virtual_entries(db, 1)


def test_a_recording_is_kept_destroyed_and_taken_away(db: Database) -> None:
    with write(db):
        kept = virtual.add_recording(db, 2, "Disco de secretaría")
        mistake = virtual.add_recording(db, 1, "Otro")
    with write(db):
        virtual.remove_recording(db, mistake)
        virtual.destroy_recording(db, kept, DAY, PROOF)
    assert virtual.recordings(db, 1) == (Recording(kept, 2, "Disco de secretaría", DAY, PROOF),)
