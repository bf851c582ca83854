"""Tables found in sheets as centres lay them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.people_headings import PEOPLE
from cpepa_desktop.exchange.people_headings import PeopleField as F
from cpepa_desktop.exchange.table import Findings, Row, read_tables
from tests.exchange.lists import Rows, csv_file, xlsx

HEADER = ("DNI", "Apellidos", "Nombre")
ANA = ("12345678Z", "García López", "Ana")
EVA = ("00000000T", "Gil", "Eva")


def read(path: Path) -> tuple[list[Row[F]], Findings]:
    findings = Findings()
    return [row for table in read_tables(path, PEOPLE, findings) for row in table.rows()], findings


def of_csv(tmp_path: Path, *rows: tuple[object, ...]) -> tuple[list[Row[F]], Findings]:
    return read(csv_file(tmp_path / "lista.csv", rows))


def test_rows_give_their_cells_by_field_and_their_number(tmp_path: Path) -> None:
    ((row,), findings) = of_csv(tmp_path, HEADER, ANA)
    assert (row.number, row[F.DOCUMENT], row.text(F.NAME), row[F.EMAIL], row.text(F.EMAIL)) == (
        2, "12345678Z", "Ana", None, "",
    )  # fmt: skip
    assert (findings.problems, findings.notices) == ([], [])


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    ((row,), _) = of_csv(tmp_path, ("Nombre", "Sexo", "DNI", "Apellidos"), ("Ana", "M", "12345678Z", "Gil"))
    assert [row.text(field) for field in (F.DOCUMENT, F.SURNAMES, F.NAME)] == ["12345678Z", "Gil", "Ana"]


def test_titles_and_empty_rows_and_columns_stand_above_and_between(tmp_path: Path) -> None:
    rows: Rows = [
        ("CPEPA Casa Canal",),
        ("Localidad:", "Zaragoza", "Provincia:", "Zaragoza"),
        (),
        ("", "", "DNI", "", "Apellidos", "Nombre"),
        (),
        ("", "", "12345678Z", "", "García", "Ana"),
    ]
    ((row,), findings) = read(xlsx(tmp_path / "x.xlsx", rows))
    assert (row.number, row.text(F.SURNAMES)) == (6, "García")
    assert findings.notices == []


def test_the_headings_again_at_each_page_are_no_row(tmp_path: Path) -> None:
    rows, findings = of_csv(tmp_path, HEADER, ANA, HEADER, EVA)
    assert [row.number for row in rows] == [2, 4]
    assert findings.notices == []


def test_two_lines_of_headings_are_read_as_one(tmp_path: Path) -> None:
    rows: Rows = [
        ("DNI", "Nombre", "Apellidos", "", "Nacimiento", "", "Teléfono", ""),
        ("", "", "Primero", "Segundo", "Fecha", "Lugar", "Fijo", "Móvil"),
        ("12345678Z", "Ana", "García", "López", "5/3/1985", "Huesca", "976000000", "600000000"),
    ]
    ((row,), findings) = read(xlsx(tmp_path / "x.xlsx", rows))
    fields = (F.FIRST_SURNAME, F.SECOND_SURNAME, F.BIRTH, F.PHONE, F.MOBILE)
    assert [row.text(field) for field in fields] == ["García", "López", "5/3/1985", "976000000", "600000000"]
    assert row.number == 3
    assert [str(notice) for notice in findings.notices] == ["Hoja1, fila 1: No se lee la columna «Lugar»."]


def test_the_first_person_is_not_taken_for_a_second_line_of_headings(tmp_path: Path) -> None:
    rows, _ = of_csv(tmp_path, ("Clase", *HEADER), ("Pasaporte", "AB123456", "Gil", "Eva"))
    assert [row.text(F.DOCUMENT) for row in rows] == ["AB123456"]


def test_columns_that_nobody_understands_are_named(tmp_path: Path) -> None:
    _, findings = of_csv(tmp_path, ("Nº", *HEADER, "Talla", "Firma"), (1, *ANA))
    assert [str(notice) for notice in findings.notices] == [
        "fila 1: No se leen las columnas «Talla» y «Firma»."
    ]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        (("Apellidos", "Nombre", "Teléfono"), "DNI, NIE o pasaporte"),
        (("DNI", "Apellidos", "Teléfono"), "nombre"),
        (("DNI", "Nombre", "Teléfono"), "apellidos"),
    ],
)
def test_a_missing_essential_column_is_one_problem_of_the_headings(
    header: tuple[str, ...], column: str, tmp_path: Path
) -> None:
    rows, findings = of_csv(tmp_path, ("Relación",), header, ("a", "b", "c"), ("d", "e", "f"))
    assert rows == []
    assert [(p.row, p.column, p.message) for p in findings.problems] == [
        (2, column, f"Falta la columna de «{column}».")
    ]


@pytest.mark.parametrize(
    "header",
    [("NIE", "Nombre y apellidos"), ("Pasaporte", "Alumno/a"), ("DNI", "Nombre", "1er apellido"),
     ("DNI", "Apellidos, nombre")],
)  # fmt: skip
def test_one_column_of_each_essential_group_is_enough(header: tuple[str, ...], tmp_path: Path) -> None:
    rows, findings = of_csv(tmp_path, header, ("a", "b", "c"))
    assert len(rows) == 1
    assert findings.problems == []


def test_two_columns_for_one_field_are_a_problem_that_names_both(tmp_path: Path) -> None:
    rows, findings = of_csv(tmp_path, ("DNI", "Apellidos", "Nombre", "D.N.I. del alumno"), (*ANA, "x"))
    assert rows == []
    assert [(p.row, p.column, p.message) for p in findings.problems] == [
        (1, "D.N.I. del alumno", "Las columnas «DNI» y «D.N.I. del alumno» dicen lo mismo: deje solo una.")
    ]


def test_every_sheet_with_a_list_is_read_and_the_others_get_a_notice(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Mañana": [HEADER, ANA],
        "Instrucciones": [("Rellene una fila por persona",)],
        "Tarde": [(), HEADER, EVA],
        "Firmas": [("Apellidos", "Nombre", "Firma"), ("García", "Ana")],
        "Vacía": [],
    }
    rows, findings = read(xlsx(tmp_path / "x.xlsx", sheets))
    assert [row.place for row in rows] == [("Mañana", 2), ("Tarde", 3)]
    assert findings.problems == []
    assert [(n.where, n.message) for n in findings.notices] == [
        ("Instrucciones", "La hoja «Instrucciones» no tiene encabezados conocidos y no se ha leído."),
        ("Firmas", "La hoja «Firmas» no tiene la columna de «DNI, NIE o pasaporte» y no se ha leído."),
    ]


def test_hidden_sheets_are_left_out_and_only_a_list_among_them_is_told(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Hoja1": [HEADER, ANA], "Antigua": [HEADER, EVA], "Valores": [("Mujer",)]}
    rows, findings = read(xlsx(tmp_path / "x.xlsx", sheets, hidden=["Antigua", "Valores"]))
    assert [row.text(F.NAME) for row in rows] == ["Ana"]
    assert [str(notice) for notice in findings.notices] == [
        "Antigua: La hoja «Antigua» está oculta y no se ha leído."
    ]


@pytest.mark.parametrize("rows", [[("Ana", "12345678Z")], [("DNI",), ("12345678Z",)], [(), ()]])
def test_a_file_without_known_headings_is_refused_and_told_which_to_write(rows: Rows, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(xlsx(tmp_path / "x.xlsx", rows))
    assert "«x.xlsx» no hay ninguna fila con encabezados conocidos" in str(refused.value)
    assert "«DNI, NIE o pasaporte», «nombre» y «apellidos»" in str(refused.value)
    assert "No se ha importado nada" in str(refused.value)
