"""Entity, centre, rooms, trainers and logos in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import centres, courses
from cpepa_desktop.domain.centre import Centre, Entity, Logo, Room, Trainer
from tests.db.small_centre import CENTRE, ENTITY, sha256, write


def test_entity_and_centre_are_read_as_they_were_written(small: Database) -> None:
    assert (centres.entity(small), centres.centre(small)) == (ENTITY, CENTRE)


def test_every_fact_of_entity_and_centre_is_kept(small: Database) -> None:
    entity = Entity("Entidad", "B12345674", "Calle Mayor, 1", "50001", "Zaragoza", "Zaragoza")
    centre = Centre(
        name="CPEPA Ñandú",
        code="50012345",
        address="Calle Menor, 2",
        postal_code="50002",
        municipality="Zaragoza",
        province="Zaragoza",
        phone="976 000 000",
        email="cpepa@example.org",
        head_name="Pilar Ibáñez",
        head_role="Directora",
        organ_municipality="Huesca",
    )
    with write(small):
        centres.save_entity(small, entity)
        centres.save_centre(small, centre)
    assert (centres.entity(small), centres.centre(small)) == (entity, centre)


def test_a_course_from_elsewhere_keeps_its_centre_beside_the_files_own(two_courses: Database) -> None:
    entity, centre = Entity("Otra"), Centre("CPEPA Teruel", municipality="Teruel")
    with write(two_courses):
        key = centres.keep_centre(two_courses, entity, centre)
        assert centres.keep_centre(two_courses, entity, centre) == key
        courses.set_centre(two_courses, 2, key)
    assert centres.taught_under(two_courses, 2) == (entity, centre)
    assert centres.taught_under(two_courses, 1) == (ENTITY, CENTRE)
    assert (centres.entity(two_courses), centres.centre(two_courses)) == (ENTITY, CENTRE)
    with write(two_courses):
        assert centres.keep_centre(two_courses, ENTITY, CENTRE) == centres.centre_id(two_courses)


def test_a_room_is_written_once_and_then_changed(small: Database) -> None:
    room = Room(0, "Aula 2", 4550, "Cesión del ayuntamiento", date(2025, 6, 30))
    with write(small):
        key = centres.save_room(small, room)
    assert centres.rooms(small) == (replace(room, id=key),)
    changed = Room(key, "Aula magna")
    with write(small):
        assert centres.save_room(small, changed) == key
    assert centres.rooms(small) == (changed,)


def test_rooms_come_in_spanish_alphabetical_order(small: Database) -> None:
    with write(small):
        for name in ("Taller", "Ñandú", "Ágora", "Obrador"):
            centres.save_room(small, Room(0, name))
    assert [room.name for room in centres.rooms(small)] == ["Ágora", "Ñandú", "Obrador", "Taller"]


def test_a_title_that_ends_that_day_still_holds(small: Database) -> None:
    day = date(2024, 6, 30)
    with write(small):
        centres.save_room(small, Room(0, "Aula 1", title_until=day))
        centres.save_room(small, Room(0, "Aula 2"))
    assert centres.room_titles_ending(small, day) == ()
    assert [room.name for room in centres.room_titles_ending(small, date(2024, 7, 1))] == ["Aula 1"]


def test_a_trainer_is_a_role_of_a_person_under_the_document_in_force(small: Database) -> None:
    with write(small):
        key = centres.add_trainer(small, 1, "Sociosanitaria", active=True)
    assert centres.trainer_of_person(small, 1) == key
    assert centres.trainer_of_person(small, 2) is None
    (trainer,) = centres.trainers(small)
    assert trainer == Trainer(key, 1, "Lucía", "Ibáñez Ñúñez", "12345678Z", speciality="Sociosanitaria")
    with write(small):
        centres.save_trainer(small, key, "Administración", active=False)
    assert centres.trainers(small) == (replace(trainer, speciality="Administración", active=False),)


def test_logos_are_replaced_all_at_once(small: Database) -> None:
    with write(small):
        centres.replace_logos(small, (Logo(1, sha256(""), "Gobierno"), Logo(2, sha256(""), "Ministerio")))
    with write(small):
        centres.replace_logos(small, (Logo(1, sha256(""), "INAEM"),))
    assert centres.logos(small) == (Logo(1, sha256(""), "INAEM"),)
