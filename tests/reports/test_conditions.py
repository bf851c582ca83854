"""The parts of the conditions sheet by themselves: items, annex and rights."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.reports.conditions.annex import annex_items
from cpepa_desktop.reports.conditions.data import CentreTexts
from cpepa_desktop.reports.conditions.items import PENDING, Item, items
from cpepa_desktop.reports.conditions.rights import rights_and_obligations
from cpepa_desktop.reports.frame import Heading, Numbering, Paragraph
from tests.reports.sheets import conditions

LETTERS = "abcdefghijkl"


def test_items_carry_the_letters_of_the_guide_in_order() -> None:
    assert [item.heading[:2] for item in items(conditions())] == [f"{letter})" for letter in LETTERS]


def test_the_annex_carries_its_own_letters_and_only_where_it_is_needed() -> None:
    virtual = conditions(modes=frozenset({SessionMode.VIRTUAL}))

    assert [item.heading[:2] for item in annex_items(virtual)] == [f"{letter})" for letter in LETTERS[:7]]
    assert annex_items(conditions()) == ()


def test_an_item_without_blocks_is_missing_and_prints_that_it_is_pending() -> None:
    item = Item("b) Objetivos", ())

    assert item.missing == "b) Objetivos"
    heading, pending = item.printed()
    assert heading == Heading(2, "b) Objetivos")
    assert isinstance(pending, Paragraph)
    assert pending.text == PENDING


def test_an_item_that_lacks_a_part_names_it() -> None:
    said = (Paragraph("algo"),)

    assert Item("a) Presentación", said).missing == ""
    assert Item("a) Presentación", said, ("centro", "entidad")).missing == "a) Presentación: centro y entidad"


def test_texts_of_nothing_but_space_are_no_content() -> None:
    sheet = conditions(CentreTexts(objectives=" \n\n "))

    assert items(sheet)[1].missing == "b) Objetivos"


def test_the_figures_of_the_rights_are_the_calls() -> None:
    parts = rights_and_obligations(attendance_percent=80, leaver_percent=30, unjustified_a_month=4)
    text = " ".join(point for part in parts for point in part.points)

    assert "80 %" in text
    assert "75 %" not in text
    assert "30 % de sus horas" in text
    assert "más de 4 faltas" in text


def test_the_eight_causes_that_justify_an_absence_are_lettered() -> None:
    (causes,) = [part for part in rights_and_obligations() if part.numbering is Numbering.LETTER]

    assert len(causes.points) == 8


def test_virtual_minutes_are_the_modules_unless_the_actions_own_are_given() -> None:
    sheet = conditions()

    assert sheet.virtual_minutes == 1200
    assert replace(sheet, action_virtual_minutes=0).virtual_minutes == 0
