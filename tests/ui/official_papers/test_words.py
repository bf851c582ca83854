"""Tests of how each kind of paper names what is written of it."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.ui.official_papers.words import kind_words, paper_line

AGREEMENT = OfficialPaper(1, OfficialPaperKind.AGREEMENT, "12/2024", issued_on=date(2024, 1, 8))


@pytest.mark.parametrize("kind", OfficialPaperKind)
def test_every_kind_has_a_day_a_number_and_somebody_who_issues_it(kind: OfficialPaperKind) -> None:
    words = kind_words(kind)
    assert all((words.issued_on, words.number, words.body))


def test_an_agreement_ends_an_authorisation_is_received_and_a_grant_has_an_amount() -> None:
    assert kind_words(OfficialPaperKind.AGREEMENT).ends_on == "En vigor hasta el"
    assert kind_words(OfficialPaperKind.AUTHORISATION).received_on == "Recibida el"
    assert kind_words(OfficialPaperKind.GRANT).amount == "Concedido"
    assert kind_words(OfficialPaperKind.AUTHORISATION).amount == ""


def test_a_paper_is_named_with_its_number_and_its_day() -> None:
    assert paper_line(AGREEMENT) == "Convenio 12/2024, 8 ene 2024"
    assert paper_line(OfficialPaper(2, OfficialPaperKind.OTHER)) == "Otro escrito"


def test_the_day_a_paper_was_received_is_the_one_that_counts() -> None:
    paper = OfficialPaper(
        3, OfficialPaperKind.AUTHORISATION, issued_on=date(2024, 1, 2), received_on=date(2024, 1, 9)
    )
    assert paper_line(paper) == "Autorización de INAEM, 9 ene 2024"
