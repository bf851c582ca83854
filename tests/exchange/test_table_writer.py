"""Tests of the tables written for spreadsheets, read back by a spreadsheet's own rules."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cpepa_desktop.domain.listing import Listing, ListingColumn, Measure
from cpepa_desktop.exchange.table_writer import separated, sheet_name, xlsx

LISTING = Listing(
    "Alumnado: 24/1",
    (
        ListingColumn("Nombre"),
        ListingColumn("Nacimiento"),
        ListingColumn("Horas", Measure.MINUTES),
        ListingColumn("Importe", Measure.CENTS),
        ListingColumn("Nota", Measure.HUNDREDTHS),
        ListingColumn("Plaza"),
    ),
    (
        ("Ñíguez; «José»", date(2024, 1, 15), 7230, 3_759_340, 850, 1),
        ('=HYPERLINK("http://x";"y")', date(1899, 5, 1), -90, None, None, -2),
        ("+34 600 123 456", None, None, 0, 0, None),
        ("A\x00\x0bB", None, 0, 0, 0, 0),
    ),
)


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    active = load_workbook(BytesIO(xlsx(LISTING))).active
    assert isinstance(active, Worksheet)
    return active


def test_values_have_their_type(sheet: Worksheet) -> None:
    name, birth, hours, amount, mark, seat = sheet[2]
    assert (name.value, name.data_type) == ("Ñíguez; «José»", "s")
    assert (str(birth.value), birth.number_format) == ("2024-01-15 00:00:00", "dd/mm/yyyy")
    assert (hours.value, hours.number_format) == (timedelta(hours=120, minutes=30), "[h]:mm")
    assert (amount.value, amount.number_format) == (37593.4, '#,##0.00 "€"')
    assert (mark.value, seat.value) == (8.5, 1)


def test_texts_stay_texts_and_what_excel_cannot_hold_becomes_one(sheet: Worksheet) -> None:
    formula, old_day, negative, nothing, _mark, number = sheet[3]
    assert (formula.value, formula.data_type) == ('=HYPERLINK("http://x";"y")', "s")
    assert (old_day.value, negative.value) == ("1899-05-01", "-1:30")
    assert (nothing.value, number.value) == (None, -2)
    assert sheet["A4"].data_type == "s"
    assert sheet["A5"].value == "A  B"


def test_the_heading_is_bold_frozen_and_filters(sheet: Worksheet) -> None:
    assert [cell.value for cell in sheet[1]] == [column.title for column in LISTING.columns]
    assert all(cell.font.bold for cell in sheet[1])
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F5"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["F"].width >= 8


def test_a_table_without_rows_is_written_too() -> None:
    active = load_workbook(BytesIO(xlsx(Listing("Nada", (ListingColumn("Uno"),), ())))).active
    assert isinstance(active, Worksheet)
    assert [[cell.value for cell in row] for row in active.rows] == [["Uno"]]


@pytest.mark.parametrize(
    ("title", "name"),
    [("Alumnado: 24/1", "Alumnado  24 1"), ("[]", "Tabla"), ("x" * 40, "x" * 31), ("'Citas'", "Citas")],
)
def test_a_sheet_is_named_as_excel_allows(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_text_says_it_is_utf8_and_is_parted_by_semicolons() -> None:
    data = separated(LISTING)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 5
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1] == ["Ñíguez; «José»", "2024-01-15", "120:30", "37593,40", "8,50", "1"]
    assert rows[2][0] == '\'=HYPERLINK("http://x";"y")'
    assert rows[2][5] == "-2"
    assert rows[3][0] == "'+34 600 123 456"
