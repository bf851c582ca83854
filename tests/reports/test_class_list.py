"""The class list: everybody in the order of the attendance sheet, contact data only for the office."""

from __future__ import annotations

import pytest

from cpepa_desktop.reports.class_list import ClassList, pdf, story
from tests.reports.checks import check
from tests.reports.person_sheets import class_list
from tests.reports.sheets import PEOPLE


def said(paper: ClassList) -> list[str]:
    return [element.text.strip() for element in check(story(paper), pdf(paper)).elements if element.text]


def test_everybody_is_listed_in_order_with_number_and_document() -> None:
    texts = said(class_list())
    assert [text for text in texts if text in PEOPLE] == list(PEOPLE)
    place = texts.index(PEOPLE[0])
    assert texts[place - 1 : place + 2] == ["1", PEOPLE[0], "00000001A"]
    assert "Baja; última clase, 02/02/2024" in texts


def test_the_list_of_the_classroom_has_room_to_write_and_no_contact() -> None:
    texts = said(class_list())
    assert [text for text in texts if text.startswith("Anotación")] == [f"Anotación {n}" for n in (1, 2, 3)]
    assert not [text for text in texts if "@" in text or text == "600 000 000"]


def test_the_list_of_the_office_has_contact_and_says_not_to_hang_it() -> None:
    texts = said(class_list(with_contact=True))
    assert texts.count("600 000 000") == len(PEOPLE)
    assert any("no se expone en el aula" in text for text in texts)


@pytest.mark.parametrize(("asked", "times"), [(True, 1), (False, 0)])
def test_the_document_may_be_left_out(*, asked: bool, times: int) -> None:
    texts = said(class_list(with_document=asked))
    assert (texts.count("DNI / NIE"), texts.count("00000001A")) == (times, times)


def test_a_course_without_people_says_so() -> None:
    assert "Todavía no hay personas inscritas en el curso." in said(class_list(people=0))
