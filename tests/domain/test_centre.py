"""Who runs the courses and where."""

from __future__ import annotations

from cpepa_desktop.domain.centre import Room, Trainer


def test_a_trainer_signs_with_name_and_surnames() -> None:
    assert Trainer(1, 1, "Luis", "Pérez Gil", "12345678Z").full_name == "Luis Pérez Gil"
    assert Trainer(1, 1, "Luis", "", "12345678Z").full_name == "Luis"


def test_what_nobody_has_said_of_a_room_is_not_zero() -> None:
    assert Room(1, "Aula 1").area_hundredths is None
