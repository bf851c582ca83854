"""Tests of tables taken to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cpepa_desktop.domain.listing import Listing, ListingColumn
from cpepa_desktop.operations.tables import CSV, XLSX, export_table, proposed_name

LISTING = Listing("Cursos 23/24", (ListingColumn("Código"),), (("24/1",),))


@pytest.mark.parametrize("name", ["cursos.csv", "CURSOS.CSV"])
def test_a_name_that_says_csv_gets_text(tmp_path: Path, name: str) -> None:
    assert export_table(LISTING, tmp_path / name) == tmp_path / name
    assert (tmp_path / name).read_bytes() == "\ufeffCódigo\r\n24/1\r\n".encode()


def test_any_other_name_gets_a_workbook(tmp_path: Path) -> None:
    book = load_workbook(export_table(LISTING, tmp_path / "cursos.xlsx"))
    assert book.sheetnames == ["Cursos 23 24"]


def test_a_name_is_proposed_that_any_disk_takes() -> None:
    assert proposed_name(LISTING, XLSX) == "Cursos 23 24.xlsx"
    assert proposed_name(Listing("¿Qué?:", (), ()), CSV) == "¿Qué.csv"
    assert proposed_name(Listing("...", (), ()), CSV) == "tabla.csv"
