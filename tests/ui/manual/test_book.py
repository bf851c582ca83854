"""Tests of reading the manual and finding words in it."""

from __future__ import annotations

import pytest

from cpepa_desktop.ui.manual.book import (
    INDEX,
    ManualPage,
    Section,
    anchor_of,
    find,
    links_of,
    manual,
    page_named,
    resource,
)

PAGE = ManualPage(
    "uno.md",
    "",
    (
        Section("Uno", "uno", "Aquí no está."),
        Section("Clases", "clases", "Se introduce la justificación de cada falta en su casilla."),
        Section("Justificación", "justificación", "Otra cosa."),
    ),
)


def test_the_index_comes_first_and_the_pages_in_its_order() -> None:
    names = [page.name for page in manual()]
    assert names[0] == INDEX
    assert names[1] == "primeros-pasos.md"
    assert names == list(dict.fromkeys([INDEX, *links_of(page_named(INDEX).text)]))


def test_a_page_is_cut_at_its_headings_and_loses_its_marks() -> None:
    sections = page_named("archivo.md").sections
    copies = next(section for section in sections if section.anchor == "copias-de-seguridad")
    assert sections[0].heading == "El archivo y las copias"
    assert "Restaurar comprueba" in " ".join(copies.words.split())
    assert "**" not in copies.words


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Copias de seguridad", "copias-de-seguridad"),
        ("¿Por qué?", "por-qué"),
        ("**Uno** y `dos`", "uno--y--dos"),
    ],
)
def test_a_heading_is_linked_by_its_words(heading: str, anchor: str) -> None:
    assert anchor_of(heading) == anchor


def test_words_are_found_without_accents_and_headings_come_first() -> None:
    hits = find([PAGE], "JUSTIFICACION")
    assert [hit.place for hit in hits] == ["uno.md#justificación", "uno.md#clases"]
    assert "justificación" in hits[1].excerpt


def test_every_word_has_to_be_there() -> None:
    assert [hit.section.heading for hit in find([PAGE], "falta casilla")] == ["Clases"]
    assert find([PAGE], "falta inexistente") == ()
    assert find([PAGE], "  ") == ()


def test_the_first_section_of_a_page_is_the_page() -> None:
    assert [hit.place for hit in find([PAGE], "aquí")] == ["uno.md"]


def test_a_long_line_is_cut_around_what_was_found() -> None:
    section = Section("Larga", "larga", "a " * 100 + "aguja" + " b" * 100)
    (hit,) = find([ManualPage("x.md", "", (Section("X", "x", ""), section))], "aguja")
    assert "aguja" in hit.excerpt
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")


def test_what_is_not_there_is_said() -> None:
    assert resource("pictures/no-existe.png") == b""
    with pytest.raises(KeyError):
        page_named("no-existe.md")
