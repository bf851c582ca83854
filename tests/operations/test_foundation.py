"""Tests of founding a centre: its file with all that was said, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations import centres
from cpepa_desktop.operations.foundation import Foundation, found_centre, place_warnings, province_of
from tests.operations.builders import at

CLOCK = at(date(2024, 1, 12))
ENTITY, CENTRE = Entity("Ayuntamiento"), Centre("CPEPA Nuevo")
TRAINER = Trainer(0, 0, "Ana", "Ágreda Royo", "90000011E")


def test_the_file_has_the_centre_its_room_and_its_trainer(tmp_path: Path) -> None:
    founded = Foundation(ENTITY, CENTRE, Room(0, "Aula 1", 4_500), TRAINER)
    ws = found_centre(tmp_path / "nuevo.cpepa", CLOCK, "Secretaría", founded)
    view = centres.read_centre(ws)
    ws.file.close()
    assert (view.entity, view.centre) == (ENTITY, CENTRE)
    assert [(room.name, room.area_hundredths) for room in view.rooms] == [("Aula 1", 4_500)]
    assert [trainer.full_name for trainer in view.trainers] == ["Ana Ágreda Royo"]


def test_without_room_and_trainer_there_is_the_centre_alone(tmp_path: Path) -> None:
    ws = found_centre(tmp_path / "nuevo.cpepa", CLOCK, "Secretaría", Foundation(ENTITY, CENTRE))
    view = centres.read_centre(ws)
    ws.file.close()
    assert (view.rooms, view.trainers) == ((), ())


def test_where_something_is_refused_no_file_is_left(tmp_path: Path) -> None:
    wrong = Foundation(ENTITY, CENTRE, None, Trainer(0, 0, "Ana", "", "90000011A"))
    with pytest.raises(Refused):
        found_centre(tmp_path / "nuevo.cpepa", CLOCK, "Secretaría", wrong)
    assert list(tmp_path.glob("*.cpepa")) == []


def test_a_synchronised_folder_is_told_before_the_file_is_in_it(tmp_path: Path) -> None:
    assert "OneDrive" in place_warnings(tmp_path / "OneDrive" / "nuevo.cpepa")[0]
    assert place_warnings(tmp_path / "nuevo.cpepa") == ()


@pytest.mark.parametrize(
    ("code", "province"),
    [
        ("22001", Province.HUESCA),
        ("44001", Province.TERUEL),
        ("50", Province.ZARAGOZA),
        ("28001", None),
        ("", None),
    ],
)
def test_a_postal_code_tells_the_province(code: str, province: Province | None) -> None:
    assert province_of(code) is province
