"""The weekly control of trainers: who teaches what, when, where and how, and the hours of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.reports.trainer_control import LEGAL_NOTE, TrainerControl, missing_items, pdf, story
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.course_sheets import TRAINERS, trainer_control


def table_rows(control: TrainerControl, place: int) -> list[list[str]]:
    return rows_of(check(story(control), pdf(control)), place)


def test_each_class_has_day_hours_content_room_mode_trainer_and_a_box_to_sign() -> None:
    rows = table_rows(trainer_control(), 0)

    assert rows[1] == [
        *("lun 12 feb", "09:00\N{EN DASH}14:00"),
        "UF0127 Apoyo en la recepción y acogida en instituciones de personas dependientes",
        *("5 h", "Aula 3", "Presencial", TRAINERS[0], ""),
    ]
    assert [row[5] for row in rows if "Aula virtual" in row] == ["Aula virtual"]
    assert rows[-1][-4:] == ["Sin asignar", "Bimodal", "Docente sin asignar", ""]


def test_a_class_of_several_trainers_has_a_box_for_each() -> None:
    rows = table_rows(trainer_control(), 0)

    assert [row[-2:] for row in rows[3:6]] == [[name, ""] for name in TRAINERS]


def test_a_cancelled_day_says_so_and_counts_for_nobody() -> None:
    rows = table_rows(trainer_control(), 0)

    assert rows[6][3:] == ["—", "Aula 3", "Presencial", "Anulada: nevada. Se recupera el vie 23 feb."]


def test_hours_are_added_up_by_trainer_and_module_each_class_once() -> None:
    assert table_rows(trainer_control(), 1) == [
        ["Docente", "MF1016_2", "MF1017_2", "Total"],
        [TRAINERS[0], "8 h", "2 h", "10 h"],
        [TRAINERS[1], "0 h", "7 h", "7 h"],
        [TRAINERS[2], "0 h", "2 h", "2 h"],
        ["Docente sin asignar", "0 h", "5 h", "5 h"],
        ["Horas de clase", "8 h", "12 h", "20 h"],
    ]


def test_the_head_the_note_and_the_signature_of_the_centre_are_there() -> None:
    control = trainer_control()
    texts = [element.text.strip() for element in check(story(control), pdf(control)).elements]

    for expected in ("7 de 2024, del 12 al 16 de febrero de 2024", LEGAL_NOTE, "Ana Belén Gracia"):
        assert expected in texts, expected


def test_a_class_of_nobody_is_told_before_printing() -> None:
    assert missing_items(trainer_control()) == ("Docente sin asignar, vie 16 feb, MF1017_2",)


def test_a_control_has_a_class() -> None:
    with pytest.raises(ValueError, match="class"):
        replace(trainer_control(), lines=())


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("trainer-control", pdf(trainer_control()))
