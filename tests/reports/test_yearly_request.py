"""The printed yearly request: what is asked for, who pays, and what new authorisations lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.reports.yearly_request import NOTE, TITLE, YearlyRequestPaper, missing_items, pdf, story
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.request_sheets import LOCAL, OWN, PAPER, of_many
from tests.reports.sheets import COURSE


def said(paper: YearlyRequestPaper) -> list[str]:
    return [element.text.strip() for element in check(story(paper), pdf(paper)).elements if element.text]


def test_each_line_says_what_is_asked_for_who_pays_when_and_how_it_is_authorised() -> None:
    texts = said(PAPER)
    place = texts.index("SSCS0208")

    assert texts[place - 1 : place + 7] == [
        "1",
        "SSCS0208",
        COURSE,
        "370 h",
        "Medios propios",
        "01/10/2024",
        "15",
        "Ya autorizado: 26-17",
    ]


def test_what_nobody_has_said_is_pending() -> None:
    texts = said(PAPER)
    place = texts.index("ADGD0308 A1")

    assert texts[place + 1 : place + 7] == [
        "Actividades de gestión <administrativa> & más (Grupo de tarde)",
        "450 h",
        "Entidad local: pendiente de completar",
        "Pendiente de completar",
        "Pendiente de completar",
        "Nueva autorización",
    ]
    assert missing_items(PAPER) == ("ADGD0308 A1: entidad local, inicio previsto, plazas",)


def test_the_local_entity_stands_beside_who_pays() -> None:
    paid = replace(LOCAL, entity="Ayuntamiento de Utebo", needs_entity=False)

    assert "Entidad local: Ayuntamiento de Utebo" in said(replace(PAPER, courses=(paid,)))


def test_new_authorisations_say_what_they_lack_and_the_others_do_not() -> None:
    texts = said(PAPER)
    heading = texts.index("Lo que falta para las nuevas autorizaciones")

    assert texts[heading + 1] == "2. ADGD0308 A1 Actividades de gestión <administrativa> & más"
    assert all(any(item in text for text in texts[heading:]) for item in LOCAL.missing)
    assert "Lo que falta para las nuevas autorizaciones" not in said(replace(PAPER, courses=(OWN,)))


def test_the_head_the_rule_the_submission_and_the_signature_are_there() -> None:
    submitted = said(replace(PAPER, submitted_on=date(2024, 4, 2), number="GAC-1"))

    for expected in (TITLE, "24/25", "CPEPA Ejemplo, 50000000", NOTE, "Sello del centro"):
        assert expected in submitted, expected
    assert "Presentada el 2 de abril de 2024, con el número GAC-1." in submitted
    assert not any(text.startswith("Presentada") for text in said(PAPER))


def test_sixty_courses_keep_their_order_over_the_pages() -> None:
    paper = of_many(60)
    _head, *rows = rows_of(check(story(paper), pdf(paper)), 0)

    assert [row[0] for row in rows] == [str(n) for n in range(1, 61)]


def test_an_empty_request_says_so() -> None:
    assert "No se pide ningún certificado ni módulo." in said(replace(PAPER, courses=()))
    assert missing_items(replace(PAPER, courses=())) == ()


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("yearly-request", pdf(PAPER))
