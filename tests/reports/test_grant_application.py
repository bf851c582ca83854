"""The printed application to a call: its courses with their amounts, and what goes with it."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.grant_application import (
    NO_AMOUNT,
    NOTHING,
    TITLE,
    GrantApplicationPaper,
    missing_items,
    pdf,
    story,
)
from tests.reports.checks import check
from tests.reports.conftest import Compare
from tests.reports.money_sheets import application


def said(paper: GrantApplicationPaper) -> list[str]:
    return [
        element.text.strip().replace("\N{NO-BREAK SPACE}", " ")
        for element in check(story(paper), pdf(paper)).elements
        if element.text
    ]


def test_each_course_has_its_hours_its_people_and_its_amount_and_they_add_up() -> None:
    texts = said(application(3))
    assert TITLE in texts
    assert texts.count("SSCS0208 A1, prioritaria") == 2
    assert texts.count("37.593,40 €") == 2
    assert "75.186,80 €" in texts
    assert NO_AMOUNT in texts


def test_the_checklist_says_who_is_asked_and_how_far_it_is() -> None:
    texts = said(application())
    for words in ("ap. 12.1.c", "Solo una entidad local", "No hace falta", "Falta", "Listo"):
        assert words in texts
    assert "Firmado por <la directora> & sellado, con copia" in texts


def test_an_item_is_said_in_the_words_of_the_call_and_without_them_by_its_name() -> None:
    texts = said(application())
    named, worded, *_rest = application().items
    assert named.text in texts
    assert worded.wording in texts
    assert worded.text not in texts


def test_the_term_and_the_submission_are_told() -> None:
    texts = said(application())
    assert "El plazo de presentación acaba el 24 de julio de 2023." in texts
    assert "Presentada el 20 de julio de 2023, con el número REGAGE23e00012345678." in texts
    unsent = replace(application(), due=None, submitted_on=None)
    assert not [text for text in said(unsent) if text.startswith(("El plazo", "Presentada"))]


def test_an_application_that_asks_for_nothing_says_so() -> None:
    assert NOTHING in said(application(0))


def test_what_is_missing_is_named_by_its_place() -> None:
    assert missing_items(application()) == (
        "ap. 12.2.j: Toda la información y los datos aportados son veraces",
    )


def test_the_same_application_gives_the_same_bytes() -> None:
    assert pdf(application()) == pdf(application())


def test_the_first_page_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("grant-application", pdf(application()))
