"""The centre's own data: entity, centre, logos, classrooms and trainers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.centre import Entity, Room, Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Person
from cpepa_desktop.operations.centres import (
    LogoImage,
    read_centre,
    read_logo,
    save_centre,
    save_entity,
    save_logos,
    save_room,
    save_trainer,
)
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.people import add_document, list_people, save_person
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CENTRE, ENTITY, id_number_of, person, room, rows, trainer

PNG = b"\x89PNG\r\n\x1a\n" + b"resto"
JPEG = b"\xff\xd8\xff" + b"resto"
LUIS = Trainer(0, 0, "Luis", "Pérez Gil", "12345678Z", "luis@example.org", "600 000 000", "Sociosanitaria")


def only_trainer(ws: Workspace) -> Trainer:
    (found,) = read_centre(ws).trainers
    return found


# Entity and centre ------------------------------------------------------------------------------------------


def test_a_new_file_has_its_entity_and_centre_and_nothing_else(ws: Workspace) -> None:
    view = read_centre(ws)
    assert (view.entity, view.centre) == (ENTITY, CENTRE)
    assert (view.logos, view.rooms, view.trainers) == ((), (), ())


def test_entity_and_centre_are_changed(ws: Workspace) -> None:
    assert save_entity(ws, Entity("Otra", " q-5000000-i ")).kinds == {Kind.CENTRE}
    save_centre(ws, replace(CENTRE, name="CPEPA Juan José Lorente", head_name="Pilar"))
    view = read_centre(ws)
    assert (view.entity.name, view.entity.cif) == ("Otra", "Q5000000I")
    assert (view.centre.name, view.centre.head_name) == ("CPEPA Juan José Lorente", "Pilar")


def test_an_entity_may_have_no_cif_yet(ws: Workspace) -> None:
    save_entity(ws, Entity("Otra", "  "))
    assert read_centre(ws).entity.cif == ""


def test_a_nameless_entity_or_centre_and_a_wrong_cif_are_refused(ws: Workspace) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match="La entidad necesita un nombre"):
        save_entity(ws, replace(ENTITY, name=" "))
    with pytest.raises(Refused, match="debería ser 4 o D"):
        save_entity(ws, replace(ENTITY, cif="B12345679"))
    with pytest.raises(Refused, match="El centro necesita un nombre"):
        save_centre(ws, replace(CENTRE, name=""))
    assert rows(ws) == before


# Classrooms -------------------------------------------------------------------------------------------------


def test_a_classroom_is_written_and_then_changed(ws: Workspace) -> None:
    added = save_room(ws, Room(0, "  Aula   1 ", 4550, "Cesión", date(2025, 6, 30)))
    assert added.operation == "Añadir el aula Aula 1"
    (aula,) = read_centre(ws).rooms
    assert (aula.name, aula.area_hundredths, aula.title_until) == ("Aula 1", 4550, date(2025, 6, 30))
    changed = save_room(ws, replace(aula, name="AULA 1"))
    assert changed.operation == "Cambiar el aula AULA 1"
    assert [found.name for found in read_centre(ws).rooms] == ["AULA 1"]


def test_two_classrooms_cannot_share_a_name_and_each_needs_one(ws: Workspace) -> None:
    room(ws, "Aula 1")
    with pytest.raises(Refused, match="Ya hay un aula «aula 1»"):
        save_room(ws, Room(0, "aula 1"))
    with pytest.raises(Refused, match="El aula necesita un nombre"):
        save_room(ws, Room(0, "  "))
    assert len(read_centre(ws).rooms) == 1


# Trainers ---------------------------------------------------------------------------------------------------


def test_a_trainer_is_a_person_with_a_role(ws: Workspace) -> None:
    assert save_trainer(ws, LUIS).kinds == {Kind.CENTRE, Kind.PEOPLE}
    luis = only_trainer(ws)
    assert replace(luis, id=0, person_id=0) == LUIS
    (found,) = list_people(ws)
    assert (found.person.id, found.person.listed_name) == (luis.person_id, "Pérez Gil, Luis")


def test_a_trainer_is_changed_and_retired(ws: Workspace) -> None:
    save_trainer(ws, LUIS)
    luis = only_trainer(ws)
    changed = replace(luis, name="Luis Antonio", email="", speciality="Administración", active=False)
    save_trainer(ws, changed)
    assert only_trainer(ws) == changed


def test_saving_the_same_trainer_leaves_no_trace(ws: Workspace) -> None:
    save_trainer(ws, LUIS)
    before = history(ws)
    save_trainer(ws, only_trainer(ws))
    assert history(ws) == before


def test_a_new_number_of_a_trainer_keeps_the_earlier_one(ws: Workspace) -> None:
    save_trainer(ws, LUIS)
    save_trainer(ws, replace(only_trainer(ws), id_number=id_number_of(5)))
    (found,) = list_people(ws)
    assert found.person.document.number == id_number_of(5)
    assert [document.number for document in found.person.earlier_documents] == ["12345678Z"]


def test_who_is_already_in_the_file_takes_the_role_on_and_keeps_what_was_known(ws: Workspace) -> None:
    save_person(ws, Person(0, "Luis", "Pérez", parse_identity("12345678Z"), email="antes@example.org"))
    (known,) = list_people(ws)
    add_document(ws, known.person.id, id_number_of(5))
    save_trainer(ws, replace(LUIS, email=""))
    (found,) = list_people(ws)
    assert found.person.id == only_trainer(ws).person_id == known.person.id
    assert (found.person.email, found.person.phone) == ("antes@example.org", "600 000 000")
    assert found.person.document.number == id_number_of(5), "an earlier number does not come into force again"
    save_trainer(ws, LUIS)
    assert len(read_centre(ws).trainers) == 1


@pytest.mark.parametrize(
    ("trainer_of", "words"),
    [
        (replace(LUIS, id_number="12345678A"), "12345678A"),
        (replace(LUIS, id_number=""), "Falta el número"),
        (replace(LUIS, name=" "), "Falta el nombre"),
    ],
)
def test_a_trainer_without_name_or_good_number_is_refused(
    ws: Workspace, trainer_of: Trainer, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        save_trainer(ws, trainer_of)
    assert read_centre(ws).trainers == ()


def test_a_trainer_does_not_take_the_number_of_another_person(ws: Workspace) -> None:
    ana = person(ws)
    save_trainer(ws, LUIS)
    with pytest.raises(Refused, match="ya es de otra persona"):
        save_trainer(ws, replace(only_trainer(ws), id_number=ana.document.number))


# Logos ------------------------------------------------------------------------------------------------------


def test_logos_are_kept_in_order_with_their_words(ws: Workspace) -> None:
    save_logos(ws, (LogoImage(PNG, " Gobierno de Aragón "), LogoImage(JPEG, "Ministerio")))
    logos = read_centre(ws).logos
    assert [(logo.position, logo.alternative_text) for logo in logos] == [
        (1, "Gobierno de Aragón"),
        (2, "Ministerio"),
    ]
    assert [read_logo(ws, logo.sha256) for logo in logos] == [PNG, JPEG]
    kinds = dict(ws.db.execute("SELECT name, media_type FROM attachment").fetchall())
    assert kinds == {"logo-1.png": "image/png", "logo-2.jpeg": "image/jpeg"}
    save_logos(ws, ())
    assert read_centre(ws).logos == ()


@pytest.mark.parametrize(
    ("image", "words"),
    [(LogoImage(b"GIF89a", "Logo"), "no es una imagen"), (LogoImage(PNG, " "), "un texto")],
)
def test_a_logo_that_cannot_be_printed_or_read_aloud_is_refused(
    ws: Workspace, image: LogoImage, words: str
) -> None:
    save_logos(ws, (LogoImage(PNG, "Gobierno"),))
    before = rows(ws)
    with pytest.raises(Refused, match=words):
        save_logos(ws, (LogoImage(JPEG, "Ministerio"), image))
    assert rows(ws) == before


WRITES: dict[str, Callable[[Workspace], Changes]] = {
    "save_entity": lambda ws: save_entity(ws, Entity("Otra")),
    "save_centre": lambda ws: save_centre(ws, replace(CENTRE, name="Otro")),
    "save_room": lambda ws: save_room(ws, Room(0, "Aula 1")),
    "save_trainer": lambda ws: save_trainer(ws, LUIS),
    "change_trainer": lambda ws: save_trainer(
        ws, replace(read_centre(ws).trainers[0], id_number="12345678Z")
    ),
    "save_logos": lambda ws: save_logos(ws, (LogoImage(JPEG, "Otro"),)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace], Changes]) -> None:
    trainer(ws, 9)
    save_logos(ws, (LogoImage(PNG, "Gobierno"),))
    before = rows(ws)
    write(ws)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
