"""«Para teclear» on paper: every line in its order, with its box, its day and its number."""

from __future__ import annotations

from cpepa_desktop.reports.typing_list import pdf, story
from tests.reports.checks import check
from tests.reports.person_sheets import typing
from tests.reports.sheets import PEOPLE


def said() -> list[str]:
    return [
        element.text.strip() for element in check(story(typing()), pdf(typing())).elements if element.text
    ]


def test_what_is_typed_has_its_tick_its_day_and_its_number() -> None:
    texts = said()
    place = texts.index(PEOPLE[0])
    assert texts[place - 4] == "☑"
    assert texts[place + 1 : place + 6] == ["00000001R", "Plaza: 1", "Tecleado", "19/02/2024", "G-17"]


def test_what_is_left_has_an_empty_box_and_its_texts() -> None:
    texts = said()
    place = texts.index(PEOPLE[1])
    assert texts[place - 4] == "☐"
    assert texts[place + 2 : place + 4] == ["Horas: 4,5 · Falta: 0,5", "Falta"]


def test_what_is_not_entered_waits_and_shows_nothing_to_type() -> None:
    texts = said()
    place = texts.index(PEOPLE[3])
    assert texts[place + 2 : place + 4] == ["—", "Sin introducir aún"]


def test_each_program_has_its_section_also_with_nothing() -> None:
    texts = said()
    assert texts.index("GESTIFOR") < texts.index("GACEPA")
    assert texts[texts.index("GACEPA") + 1] == "No hay nada que teclear esta semana."
