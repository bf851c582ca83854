"""What a speciality asks for, and how the centre is known to meet it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.accreditations import NeedKind, SpecialityNeed
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.operations.centres import read_centre, save_room
from cpepa_desktop.operations.speciality_needs import list_needs, missing_needs, remove_need, save_need
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import room, trainer

SINCE, UNTIL = date(2023, 9, 1), date(2024, 8, 31)
ROOM = SpecialityNeed(0, "SSCS0208", 0, NeedKind.ROOM, "Aula de gestión", 4500, 15, "RD 1379/2008, anexo")


def test_a_speciality_of_which_nobody_has_written_what_it_asks_is_not_met(ws: Workspace) -> None:
    assert missing_needs(ws, "SSCS0208") == (
        "Falta anotar qué exige la especialidad (espacios, formadores, equipamiento)",
    )


def test_a_room_too_small_is_missing_and_one_just_big_enough_is_not(ws: Workspace) -> None:
    save_room(ws, Room(0, "Aula 1", 4499))
    small = read_centre(ws).rooms[0]
    save_need(ws, replace(ROOM, room_id=small.id))
    assert missing_needs(ws, "SSCS0208") == ("Aula de gestión (45 m² para 15 personas): Aula 1, de 44,99 m²",)
    save_room(ws, replace(small, area_hundredths=4500))
    assert missing_needs(ws, "SSCS0208") == ()
    assert [view.answer for view in list_needs(ws, "SSCS0208")] == [Answer.YES]


def test_a_room_never_measured_and_one_not_named_are_pending(ws: Workspace) -> None:
    save_need(ws, replace(ROOM, room_id=room(ws, "Aula 2").id))
    save_need(ws, replace(ROOM, name="Taller"))
    assert missing_needs(ws, "SSCS0208") == (
        "Aula de gestión (45 m² para 15 personas): Aula 2, sin superficie anotada",
        "Taller (45 m² para 15 personas): pendiente",
    )
    assert {view.answer for view in list_needs(ws, "SSCS0208")} == {Answer.PENDING}


def test_what_asks_for_trainers_is_met_by_one_of_them_since_a_day(ws: Workspace) -> None:
    someone = trainer(ws, 1)
    need = SpecialityNeed(
        0, "SSCS0208", 0, NeedKind.TRAINER, "Diplomatura en Enfermería", note="Título visto"
    )
    save_need(ws, need)
    assert missing_needs(ws, "SSCS0208") == ("Diplomatura en Enfermería: Título visto",)
    kept = list_needs(ws, "SSCS0208")[0].need
    save_need(ws, replace(kept, trainer_id=someone.id, met_on=SINCE))
    assert missing_needs(ws, "SSCS0208") == ()
    assert list_needs(ws, "SSCS0208")[0].met_with == "Docente 1 Gil, Título visto, desde el vie 1 sep 2023"


@pytest.mark.parametrize(
    ("need", "why"),
    [
        (replace(ROOM, name=" "), "Escriba qué exige"),
        (replace(ROOM, speciality="ZZZZ9999"), "no está en el catálogo"),
        (replace(ROOM, met_on=date(2024, 1, 13)), "aún no ha llegado"),
        (replace(ROOM, kind=NeedKind.EQUIPMENT), "metros cuadrados"),
        (replace(ROOM, trainer_id=1), "lo cumple una persona"),
    ],
)
def test_a_need_that_makes_no_sense_is_refused(ws: Workspace, need: SpecialityNeed, why: str) -> None:
    with pytest.raises(Refused, match=why):
        save_need(ws, need)
    assert list_needs(ws, "SSCS0208") == ()


def test_a_need_is_taken_away(ws: Workspace) -> None:
    save_need(ws, ROOM)
    key = list_needs(ws, "SSCS0208")[0].need.id
    remove_need(ws, key)
    assert list_needs(ws, "SSCS0208") == ()
    with pytest.raises(Refused, match="ya no existe"):
        remove_need(ws, key)
    with pytest.raises(Refused, match="ya no existe"):
        save_need(ws, replace(ROOM, id=key))
