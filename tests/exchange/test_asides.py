"""Totals, notes and signatures told from people."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.identity import DocumentKind, InvalidIdentity
from cpepa_desktop.exchange.asides import document_in, looks_like_document, notice_of_aside, speaks_aside
from cpepa_desktop.exchange.cells import Cell, Line
from cpepa_desktop.exchange.people_headings import PeopleField
from cpepa_desktop.exchange.table import Row, Table


@pytest.mark.parametrize(
    "text",
    ["TOTAL: 15", "Total alumnos", "Nota: pendiente de DNI", "En Zaragoza, a 12 de febrero", "Fdo.: Ana Gil",
     "Vº Bº", "V.º B.º El director", "Sello del centro", "Firma", "SUPLENTES", "Curso 2023/2024"],
)  # fmt: skip
def test_a_note_speaks_like_one(text: str) -> None:
    assert speaks_aside(text)


@pytest.mark.parametrize(
    "text", ["García Notario", "Sumalla", "Ana Totalán", "Enrique Amado", "12345678Z", ""]
)
def test_a_person_does_not(text: str) -> None:
    assert not speaks_aside(text)


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("12345678A", True),
        ("12.345.678 - A", True),
        ("1234567", True),
        ("pendiente", False),
        ("15", False),
        ("Total 150", False),
        ("Se entrega el 12/02/2024 en mano", False),
        ("", False),
    ],
)
def test_a_mistyped_document_is_told_from_a_note(text: str, *, is_meant: bool) -> None:
    assert looks_like_document(text) is is_meant


def test_a_total_that_looks_like_a_passport_is_no_document() -> None:
    assert document_in("AB123456").kind is DocumentKind.PASSPORT
    with pytest.raises(InvalidIdentity, match="«Total: 150» no es un documento"):
        document_in("Total: 150")


def row(*cells: Cell) -> Row[PeopleField]:
    return Row(Table("Hoja1", Line(1, ("DNI",)), {PeopleField.DOCUMENT: 0}, iter(())), Line(9, cells))


def test_the_notice_of_a_row_left_aside_quotes_it() -> None:
    notice = notice_of_aside(row("Total:", None, 15))
    assert notice is not None
    assert (notice.row, notice.where) == (9, "Hoja1")
    assert "«Total: 15»" in notice.message


def test_a_long_note_is_quoted_in_part() -> None:
    notice = notice_of_aside(row("x" * 100))
    assert notice is not None
    assert f"«{'x' * 60}…»" in notice.message


def test_a_number_waiting_for_a_name_needs_no_notice() -> None:
    assert notice_of_aside(row(None, 16, "-")) is None
