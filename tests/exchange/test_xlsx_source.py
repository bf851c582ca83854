"""Workbooks as Excel and LibreOffice save them, their values and their accidents."""

from __future__ import annotations

import errno
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.cells import Cell, Line
from cpepa_desktop.exchange.xlsx_source import WIDEST, open_xlsx
from tests.exchange.lists import Rows, xlsx


def lines(path: Path) -> list[Line]:
    with path.open("rb") as stream, open_xlsx(stream, path.name) as sheets:
        return [line for sheet in sheets for line in sheet.lines]


def patched(path: Path, member: str, change: Callable[[str], str]) -> Path:
    """Rewrite one of the files inside a workbook."""
    with zipfile.ZipFile(path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    files[member] = change(files[member].decode()).encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)
    return path


def sheet_xml(change: Callable[[str], str], path: Path) -> Path:
    return patched(path, "xl/worksheets/sheet1.xml", change)


def test_values_keep_their_kind(tmp_path: Path) -> None:
    row: tuple[Cell, ...] = ("Íñigo", 5, 4.5, datetime(1985, 3, 5), True, None, "x")  # noqa: DTZ001 - a spreadsheet knows no zones
    assert lines(xlsx(tmp_path / "x.xlsx", [row])) == [Line(1, row)]


def test_a_cell_with_the_format_of_a_date_is_a_date(tmp_path: Path) -> None:
    (line,) = lines(xlsx(tmp_path / "x.xlsx", [[date(1985, 3, 5)]]))
    assert line.cells == (datetime(1985, 3, 5),)  # noqa: DTZ001 - a spreadsheet knows no zones


def test_empty_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    rows: Rows = [["a"], [], [None, None], ["b"]]
    assert [line.number for line in lines(xlsx(tmp_path / "x.xlsx", rows))] == [1, 4]


def test_sheets_come_in_order_and_tell_whether_they_are_hidden(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "x.xlsx", {"Uno": [["a"]], "Dos": [["b"]]}, hidden=["Dos"])
    with path.open("rb") as stream, open_xlsx(stream, path.name) as sheets:
        assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Uno", False), ("Dos", True)]


def test_a_formula_gives_the_value_it_showed(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "x.xlsx", [["=1+1", "b"]])
    sheet_xml(lambda xml: re.sub(r"<v ?/>|<v></v>", "<v>2</v>", xml), path)
    assert lines(path)[0].cells == (2, "b")


def test_a_formula_that_showed_an_error_or_nothing_gives_nothing(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "x.xlsx", [["#N/A", "#¡REF!", "=1+1", "b"]])
    assert lines(path)[0].cells == (None, "#¡REF!", None, "b")


def test_a_merged_title_stands_in_its_first_cell(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Relación del alumnado"
    sheet.merge_cells("A1:D1")
    sheet["E1"] = "2024"
    book.save(tmp_path / "x.xlsx")
    assert lines(tmp_path / "x.xlsx")[0].cells == ("Relación del alumnado", None, None, None, "2024")


def test_rows_beyond_the_size_a_sheet_states_are_read(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "x.xlsx", [["a", "b"], ["c", "d"]])
    sheet_xml(lambda xml: xml.replace('ref="A1:B2"', 'ref="A1"'), path)
    assert [line.cells for line in lines(path)] == [("a", "b"), ("c", "d")]


def test_columns_beyond_any_list_are_not_read(tmp_path: Path) -> None:
    (line,) = lines(xlsx(tmp_path / "x.xlsx", [["a", *["b"] * 400]]))
    assert len(line.cells) == WIDEST


def with_validation(sheet: Worksheet) -> None:
    rule = DataValidation(type="list", formula1='"Mujer,Hombre"')
    rule.add("A1")
    sheet.add_data_validation(rule)


def with_impossible_date(sheet: Worksheet) -> None:
    sheet["A2"] = 1e12
    sheet["A2"].number_format = "dd/mm/yyyy"


@pytest.mark.parametrize("what", [with_validation, with_impossible_date])
def test_what_the_library_warns_of_is_not_passed_on(
    what: Callable[[Worksheet], None], tmp_path: Path
) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "a"
    what(book.worksheets[0])
    book.save(tmp_path / "x.xlsx")
    # Warnings are errors here: reading without one is the test.
    assert [line.cells for line in lines(tmp_path / "x.xlsx")] == [("a",)]


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_truncated_workbook_is_refused(part: float, tmp_path: Path) -> None:
    whole = xlsx(tmp_path / "x.xlsx", [["a"] * 20] * 200).read_bytes()
    (tmp_path / "y.xlsx").write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(Refused, match=r"«y\.xlsx» está dañado, incompleto o no es un libro"):
        lines(tmp_path / "y.xlsx")


def test_a_workbook_with_a_sheet_cut_short_is_refused_when_it_is_read(tmp_path: Path) -> None:
    path = sheet_xml(lambda xml: xml[: len(xml) // 2], xlsx(tmp_path / "x.xlsx", [["a"] * 20] * 200))
    with pytest.raises(Refused, match="No se ha importado nada"):
        lines(path)


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        book.writestr("word/document.xml", "<w/>")
    with pytest.raises(Refused, match="no es un libro de Excel"), open_xlsx(archive, "carta.docx"):
        pass


class Unplugged(io.BytesIO):
    """A file on a drive that goes away after some reads."""

    reads_left = 10

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads_left -= 1
        if self.reads_left < 0:
            raise OSError(errno.EIO, "gone")
        return super().read(size)


@pytest.mark.parametrize("reads_to_open", [10, 1000])
def test_a_drive_that_goes_away_is_not_taken_for_a_damaged_workbook(
    reads_to_open: int, tmp_path: Path
) -> None:
    stream = Unplugged(xlsx(tmp_path / "x.xlsx", [["a"] * 20] * 200).read_bytes())
    stream.reads_left = reads_to_open

    def read() -> None:
        with open_xlsx(stream, "x.xlsx") as (sheet,):
            stream.reads_left = 0
            list(sheet.lines)

    with pytest.raises(OSError, match="gone"):
        read()
