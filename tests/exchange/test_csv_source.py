"""Text in every encoding and with every separator that centres save."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.cells import Sheet
from cpepa_desktop.exchange.csv_source import SEPARATORS, read_csv
from tests.exchange.lists import csv_text

ROWS = (("Nombre", "Dirección"), ("Begoña Íñiguez", "Calle Ñuño, nº 5, 2ª €"), ("José", "Güell"))
PLAIN_ROWS = (*ROWS[:1], ("Begoña Íñiguez", "Calle Ñuño, nº 5, 2ª"), *ROWS[2:])


def cells(sheet: Sheet) -> list[tuple[object, ...]]:
    return [line.cells for line in sheet.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "mac_roman"])
def test_the_encoding_is_found(encoding: str) -> None:
    rows = PLAIN_ROWS if encoding == "mac_roman" else ROWS
    assert cells(read_csv(csv_text(rows).encode(encoding), "x.csv")) == list(rows)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_found_without_its_mark(encoding: str) -> None:
    assert cells(read_csv(csv_text(PLAIN_ROWS).encode(encoding), "x.csv")) == list(PLAIN_ROWS)


def test_old_dos_text_is_found() -> None:
    assert cells(read_csv(csv_text(PLAIN_ROWS).encode("cp850"), "x.csv")) == list(PLAIN_ROWS)


def test_text_whose_utf_8_is_spoilt_is_refused_rather_than_read_with_wrong_letters() -> None:
    spoilt = csv_text(PLAIN_ROWS).encode()[:-3] + b"\xc3\r\n"
    with pytest.raises(Refused, match="está dañado: su texto no se puede leer"):
        read_csv(spoilt, "x.csv")


def test_text_in_utf_16_cut_in_half_is_refused() -> None:
    with pytest.raises(Refused, match="está dañado"):
        read_csv(csv_text(ROWS).encode("utf-16")[:-1], "x.csv")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused, match="no es una hoja de cálculo ni un CSV"):
        read_csv(b"\x01\x00\x02\xff\xfe\x00\x00", "x.csv")


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_found(separator: str) -> None:
    assert cells(read_csv(csv_text(ROWS, separator).encode(), "x.csv")) == list(ROWS)


def test_commas_within_cells_do_not_outvote_the_separator() -> None:
    text = 'DNI;Alumno;Domicilio\n1;"García, Ana";Mayor, 5, 2º, izda.\n2;"Gil, Eva";Coso, 7, 1º, dcha.\n'
    assert [len(row) for row in cells(read_csv(text.encode(), "x.csv"))] == [3, 3, 3]


def test_title_lines_without_separators_do_not_hide_it() -> None:
    text = "CPEPA, Zaragoza\nCurso, 2024\nRelación, de personas\n\nDNI;Nombre\n1;Ana\n"
    assert cells(read_csv(text.encode(), "x.csv"))[-1] == ("1", "Ana")


@pytest.mark.parametrize(
    "stated", ["sep=,\r\n", "SEP=,\n", '"sep=,"\r\n', "\N{ZERO WIDTH NO-BREAK SPACE}sep=,\r\n"]
)
def test_the_separator_that_excel_states_is_obeyed_and_its_line_is_no_row(stated: str) -> None:
    sheet = read_csv(f"{stated}a;b,c\r\n1,2\r\n".encode(), "x.csv")
    assert [(line.number, line.cells) for line in sheet.lines] == [(1, ("a;b", "c")), (2, ("1", "2"))]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_rows_count_as_a_spreadsheet_counts_them(end: str) -> None:
    text = end.join(["Título;", ";;", 'a;"una celda' + end + 'de dos líneas"', "", "b;c"])
    sheet = read_csv(text.encode(), "x.csv")
    assert [line.number for line in sheet.lines] == [1, 3, 5]


def test_a_cell_saved_as_a_formula_gives_its_text() -> None:
    assert cells(read_csv(b'"=""01234567L""";=1+1\n', "x.csv")) == [("01234567L", "=1+1")]


def test_a_quote_left_open_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match=r"«x\.csv», fila 2, hay unas comillas"):
        read_csv(b'a;b\n"1;2\n3;4\n', "x.csv")


def test_a_quote_left_open_in_a_long_file_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match="fila 2, hay unas comillas"):
        read_csv(b'a;b\n"1;2\n' + b"3;4\n" * 50_000, "x.csv")


def test_a_file_of_text_is_one_sheet_without_a_name() -> None:
    sheet = read_csv(b"a;b", "x.csv")
    assert (sheet.name, sheet.is_hidden) == ("", False)
