"""Files told by what is inside them, and every file that cannot be read said for what it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.cells import Line
from cpepa_desktop.exchange.sheets import open_sheets
from tests.exchange.lists import xlsx

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def read(path: Path) -> list[Line]:
    with open_sheets(path) as sheets:
        return [line for sheet in sheets for line in sheet.lines]


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read(path)
    return str(refused.value)


def test_the_inside_tells_the_format_and_not_the_name(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "lista.xlsx", {"Alumnado": [["a"]]}).rename(tmp_path / "lista.csv")
    text = tmp_path / "otra.xlsx"
    text.write_bytes(b"a;b\n")
    with open_sheets(book) as sheets:
        assert [sheet.name for sheet in sheets] == ["Alumnado"]
    assert [line.cells for line in read(text)] == [("a", "b")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "está vacío"),
        (COMPOUND, "versión antigua de Excel (.xls)"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "protegido con contraseña"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "no es una hoja de cálculo .xlsx ni un CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no es una hoja de cálculo .xlsx ni un CSV"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "no es una hoja de cálculo .xlsx ni un CSV"),
        (b"\r\n<html><table><tr><td>DNI</td></tr></table>", "no es una hoja de cálculo .xlsx ni un CSV"),
        (b"{\\rtf1\\ansi", "no es una hoja de cálculo .xlsx ni un CSV"),
        (b"\x00\x01\x02\x03", "no es una hoja de cálculo ni un CSV"),
        (b"PK\x03\x04 cortado", "está dañado, incompleto o no es un libro de Excel"),
    ],
)
def test_a_file_that_is_no_list_is_refused_by_its_name(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(data)
    said = refusal(path)
    assert words in said
    assert "«lista.xlsx»" in said
    assert "No se ha importado nada" in said


def test_a_sheet_of_libreoffice_is_told_from_a_damaged_workbook(tmp_path: Path) -> None:
    path = tmp_path / "lista.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office/>")
    assert "guárdelo como .xlsx o CSV" in refusal(path)
    assert "dañado" not in refusal(path)


def test_a_folder_and_a_missing_file_are_refused_in_spanish(tmp_path: Path) -> None:
    assert "es una carpeta" in refusal(tmp_path)
    assert "No existe el archivo" in refusal(tmp_path / "no.csv")


def test_a_path_that_cannot_be_followed_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a;b")
    assert "ciérrelo si lo tiene abierto" in refusal(tmp_path / "x.csv" / "y.csv")
