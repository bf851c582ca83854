"""What is cited can be read: the wording of each place, or where to find it."""

from __future__ import annotations

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.operations.law_texts import articles_of, wording_of


def test_a_citation_of_several_places_gives_each_with_its_wording() -> None:
    articles = articles_of(Citation("EPE/873/2023", "ap. 18.11; Guía 10.2.5; RD 694/2017, art. 3.6"))
    assert [(article.norm.id, article.place) for article in articles] == [
        ("EPE/873/2023", "ap. 18.11"),
        ("EPE/873/2023", "Guía 10.2.5"),
        ("RD 694/2017", "art. 3.6"),
    ]
    assert all("8 horas diarias" in article.text for article in articles)


def test_a_place_finer_than_the_wording_gives_the_one_it_lies_in() -> None:
    (article,) = articles_of(Citation("EPE/873/2023", "ap. 18.7, párrafo 3"))
    assert article.place == "ap. 18.7"
    assert article.text.startswith("7. En el caso de que se produjeran abandonos")


def test_a_norm_that_does_not_come_with_the_program_says_where_it_was_published() -> None:
    (article,) = articles_of(Citation("Ley 39/2015", "art. 30.2"))
    assert (article.text, article.place) == ("", "art. 30.2")
    assert article.norm.title.startswith("Ley 39/2015, de 1 de octubre")


def test_what_a_centre_cites_of_its_own_is_an_article_without_text() -> None:
    (article,) = articles_of(Citation("Orden de mañana", "ap. 1"))
    assert (article.norm.title, article.text) == ("Orden de mañana", "")


def test_a_lettered_item_is_said_whole_without_its_letter_and_nothing_of_the_next() -> None:
    several = wording_of(Citation("EPE/873/2023", "ap. 12.1.c"))
    last = wording_of(Citation("EPE/873/2023", "ap. 12.2.j"))

    assert several.startswith("Cuando la entidad solicitante fuese una entidad local")
    assert several.endswith("de 3 de mayo, del Gobierno de Aragón.")
    assert "\n" not in several
    assert "oposición o no consentimiento" not in several
    assert last == (
        "Declaración responsable de que toda la información y datos aportados en la solicitud son veraces."
    )


def test_what_has_no_letter_or_does_not_come_with_the_program_has_no_wording() -> None:
    for norm, place in (
        ("EPE/873/2023", "ap. 12.1"),
        ("EPE/873/2023", "ap. 12.1.z"),
        ("Orden de mañana", "ap. 1.a"),
    ):
        assert wording_of(Citation(norm, place)) == "", place
