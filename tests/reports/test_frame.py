"""The finished papers, read back by an independent reader; and proof that these checks can fail."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from cpepa_desktop.reports.frame import Column, Document, Row, Scope, Table, Tag, outline, render
from tests.reports.checks import check, tables
from tests.reports.hard_cases import HARD_CASES
from tests.reports.papers import LONG_NAME, SENTENCE, everything, ledger, paper
from tests.reports.reading import page_tree, read


@pytest.mark.parametrize("name", HARD_CASES)
def test_the_tree_read_back_is_the_one_the_blocks_say(name: str) -> None:
    reading = check(HARD_CASES[name], render(HARD_CASES[name]))

    assert reading.elements[0].tag == "Document"


def test_a_parted_paragraph_is_one_element_on_every_page() -> None:
    reading = read(render(HARD_CASES["a paragraph over three pages"]))

    (paragraph,) = [element for element in reading.elements if element.tag == "P"]
    assert [page for page, _mcid in paragraph.owns] == list(range(len(reading.pages)))
    assert len(reading.pages) == 3
    assert paragraph.text.strip() == (SENTENCE * 150).strip()


def test_a_parted_table_is_one_table_with_one_head_drawn_on_every_page() -> None:
    reading = read(render(ledger(400)))

    (table,) = tables(reading)
    assert len(reading.pages) > 5
    assert [element.tag for element in table].count("THead") == 1
    assert sum(element.tag == "TR" for element in table) == 401
    heads = ["Apellidos y nombre" in "".join(ink.text for ink in page) for page in reading.pages]
    assert all(heads)
    repeated = [ink for page in reading.pages[1:] for ink in page if ink.text.startswith("Apellidos")]
    assert {ink.marks for ink in repeated} == {("Artifact",)}


def test_a_row_taller_than_a_page_keeps_its_cells_whole() -> None:
    reading = read(render(everything()))

    (tall,) = [element for element in reading.elements if element.text.strip() == (SENTENCE * 90).strip()]
    assert len({page for page, _mcid in tall.owns}) > 1


def test_headings_are_the_outline_each_under_its_own() -> None:
    def titles(entries: list[Any]) -> list[Any]:
        return [titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in entries]

    reader = PdfReader(io.BytesIO(render(everything())))

    expected = [
        "Informe sobre «Ofimática <básica> & más»",
        ["Texto", "Tabla", "Firmas", ["Recibí"]],
    ]
    assert titles(reader.outline) == expected


def test_the_expected_tree_is_what_a_person_would_write() -> None:
    """The oracle of the other tests is not trusted blindly: one small paper is written out by hand."""
    table = Table(
        (Column("N.º"), Column("Nombre", heads_row=True)), (Row(("1", LONG_NAME)),), caption="Personas"
    )

    found = [(entry.depth, entry.tag, entry.text, entry.attributes.scope) for entry in outline(paper(table))]

    assert found == [
        (0, Tag.DOCUMENT, "", None),
        (1, Tag.H1, "Papel de prueba", None),
        (1, Tag.TABLE, "", None),
        (2, Tag.CAPTION, "Personas", None),
        (2, Tag.TABLE_HEAD, "", None),
        (3, Tag.ROW, "", None),
        (4, Tag.HEADER_CELL, "N.º", Scope.COLUMN),
        (4, Tag.HEADER_CELL, "Nombre", Scope.COLUMN),
        (2, Tag.TABLE_BODY, "", None),
        (3, Tag.ROW, "", None),
        (4, Tag.CELL, "1", None),
        (4, Tag.HEADER_CELL, LONG_NAME, Scope.ROW),
    ]


@pytest.mark.parametrize("document", [paper(), ledger(10)], ids=["one line", "a table"])
def test_a_second_reader_finds_the_same_tree_on_a_single_page(document: Document) -> None:
    """PDFium builds its own tree from the parent tree up, as screen readers over it do."""
    found = page_tree(render(document))

    assert found == [(entry.tag.value, entry.alternative) for entry in outline(document)]


# -- proof that the checks can fail: a finished paper is spoilt, one thing at a time


def below(node: Any) -> Iterator[DictionaryObject]:  # noqa: ANN401 - a file being taken apart
    """Yield all elements of the tree under a node."""
    kids = node.get_object().get("/K", ArrayObject())
    for kid in (thing.get_object() for thing in (kids if isinstance(kids, ArrayObject) else [kids])):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid
            yield from below(kid)


def spoil(content: bytes, change: Callable[[PdfWriter, list[DictionaryObject]], None]) -> bytes:
    """Return the paper with ``change`` applied to the elements of its tree."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    elements = list(below(writer.root_object["/StructTreeRoot"]))
    change(writer, elements)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def first(elements: list[DictionaryObject], tag: str, key: str = "/S") -> DictionaryObject:
    return next(element for element in elements if str(element["/S"]) == tag and key in element)


def swap_kids(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    kids = first(elements, "/TR", "/K")["/K"]
    assert isinstance(kids, ArrayObject)
    kids[0], kids[1] = kids[1], kids[0]


def lose_scope(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    del first(elements, "/TH", "/A")["/A"]


def lose_alternative(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    del first(elements, "/Figure", "/Alt")["/Alt"]


def lose_language(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    del first(elements, "/P", "/Lang")["/Lang"]


def change_type(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    first(elements, "/H2")[NameObject("/S")] = NameObject("/P")


def orphan_a_mark(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    del first(elements, "/Caption", "/K")["/K"]


def own_a_mark_twice(_writer: PdfWriter, elements: list[DictionaryObject]) -> None:
    same_page = [e for e in elements if str(e["/S"]) == "/TD" and isinstance(e.get("/K"), NumberObject)]
    same_page[1][NameObject("/K")] = same_page[0]["/K"]


def swap_parents(writer: PdfWriter, _elements: list[DictionaryObject]) -> None:
    root: Any = writer.root_object["/StructTreeRoot"]
    page = root["/ParentTree"]["/Nums"][1].get_object()
    page[0], page[1] = page[1], page[0]


def rewrite_first_page(writer: PdfWriter, pattern: bytes, replacement: bytes) -> None:
    contents: Any = writer.pages[0]["/Contents"].get_object()
    spoilt, times = re.subn(pattern, replacement, contents.get_data(), count=1)
    assert times == 1
    contents.set_data(spoilt)


def hide_as_decoration(writer: PdfWriter, _elements: list[DictionaryObject]) -> None:
    """Do what veraPDF does not find: the heading stays for the eye and is hidden from a screen reader."""
    rewrite_first_page(writer, rb"/H1 <</MCID \d+>> BDC", b"/Artifact <</Type/Layout>> BDC")


def lose_a_mark(writer: PdfWriter, _elements: list[DictionaryObject]) -> None:
    rewrite_first_page(writer, rb"/Artifact <<[^>]*Footer[^>]*>> BDC", b"")


def narrow_the_sheet(writer: PdfWriter, _elements: list[DictionaryObject]) -> None:
    writer.pages[0].mediabox.right = 400


@pytest.mark.parametrize(
    "change",
    [
        swap_kids,
        lose_scope,
        lose_alternative,
        lose_language,
        change_type,
        orphan_a_mark,
        own_a_mark_twice,
        swap_parents,
        hide_as_decoration,
        lose_a_mark,
        narrow_the_sheet,
    ],
)
def test_a_spoilt_paper_is_found_out(change: Callable[[PdfWriter, list[DictionaryObject]], None]) -> None:
    document = everything()
    content = render(document)

    check(document, spoil(content, lambda _writer, _elements: None))
    with pytest.raises((AssertionError, KeyError)):
        check(document, spoil(content, change))
