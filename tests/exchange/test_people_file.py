"""Lists of people as centres have them: who is taken, what is wrong and where, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.intake import PeopleReading, PersonRow
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.exchange.people_file import read_people
from tests.exchange.lists import TODAY, Rows, csv_file, xlsx

HEADER = ("DNI/NIE", "Nombre", "Apellidos", "Fecha de nacimiento")
ANA = ("12345678Z", "Ana", "García López", "05/03/1985")
EVA = ("00000000T", "Eva", "Gil Sanz", "1990-07-12")


def of_csv(tmp_path: Path, *rows: Sequence[object]) -> PeopleReading:
    return read_people(csv_file(tmp_path / "lista.csv", rows), TODAY)


def of_xlsx(tmp_path: Path, rows: Rows | dict[str, Rows]) -> PeopleReading:
    return read_people(xlsx(tmp_path / "lista.xlsx", rows), TODAY)


def with_cell(tmp_path: Path, heading: str, cell: object) -> PeopleReading:
    """Read a list of one good person with one more column."""
    return of_xlsx(tmp_path, [(*HEADER, heading), (*ANA, cell)])


def only(reading: PeopleReading) -> PersonRow:
    assert reading.problems == ()
    (person,) = reading.accepted
    return person


def only_problem(reading: PeopleReading) -> Problem:
    assert reading.accepted == ()
    (problem,) = reading.problems
    return problem


def test_a_person_comes_with_everything_the_row_says(tmp_path: Path) -> None:
    header = (
        *HEADER, "Sexo", "Nacionalidad", "E-mail", "Móvil", "Dirección", "C.P.", "Localidad", "Provincia",
        "Situación laboral", "Fecha de alta", "Plaza",
    )  # fmt: skip
    row = (
        *ANA, "Mujer", "Española", "ana@ejemplo.es", "600 000 000", "Coso, 5", 50001, "Zaragoza", "Zaragoza",
        "Desempleada", "12/02/2024", "Financiada",
    )  # fmt: skip
    assert only(of_xlsx(tmp_path, [header, row])) == PersonRow(
        row=2,
        sheet="Hoja1",
        identity=IdentityDocument(DocumentKind.DNI, "12345678Z", "ES"),
        name="Ana",
        surnames="García López",
        birth_date=date(1985, 3, 5),
        sex="F",
        nationality="Española",
        email="ana@ejemplo.es",
        phone="600 000 000",
        address="Coso, 5",
        postal_code="50001",
        municipality="Zaragoza",
        province="Zaragoza",
        employment_status=EmploymentStatus.UNEMPLOYED,
        joined_on=date(2024, 2, 12),
        seat=SeatKind.FUNDED,
    )


def test_what_the_row_does_not_say_is_not_made_up(tmp_path: Path) -> None:
    person = only(of_csv(tmp_path, HEADER, ("12345678Z", "Ana", "García", "-")))
    assert (person.birth_date, person.sex, person.employment_status, person.joined_on, person.seat) == (
        None, "", None, None, None,
    )  # fmt: skip


# Documents


@pytest.mark.parametrize(
    ("cell", "number", "kind"),
    [
        ("12.345.678-Z", "12345678Z", DocumentKind.DNI),
        ("12345678 z", "12345678Z", DocumentKind.DNI),
        ("1234567L", "01234567L", DocumentKind.DNI),
        ("x-1234567-l", "X1234567L", DocumentKind.NIE),
        ("AB123456", "AB123456", DocumentKind.PASSPORT),
    ],
)
def test_documents_are_taken_however_they_are_typed(
    cell: str, number: str, kind: DocumentKind, tmp_path: Path
) -> None:
    person = only(of_csv(tmp_path, HEADER, (cell, *ANA[1:])))
    assert (person.identity.number, person.identity.kind) == (number, kind)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("12345678A", "debería ser Z"),
        ("X1234567A", "debería ser L"),
        (12345678, "Falta la letra de 12345678: le corresponde la Z"),
        (1234567.0, "Falta la letra de 01234567: le corresponde la L"),
        (None, "Falta el número del documento"),
        ("no tiene", "no es un documento de identidad"),
        ("1,23457E+07", "no es un DNI"),
    ],
)
def test_a_wrong_document_says_what_is_wrong_in_its_cell(cell: object, words: str, tmp_path: Path) -> None:
    problem = only_problem(of_xlsx(tmp_path, [("Título",), HEADER, (cell, *ANA[1:])]))
    assert (problem.row, problem.column, problem.where) == (3, "DNI/NIE", "Hoja1")
    assert words in problem.message


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("DNI", "12345678Z", DocumentKind.DNI),
        ("N.I.E.", "X1234567L", DocumentKind.NIE),
        ("TIE", "X1234567L", DocumentKind.NIE),
        ("Pasaporte", "12345678", DocumentKind.PASSPORT),
        ("PASS.", "XY1234567", DocumentKind.PASSPORT),
        ("P", "12345678A", DocumentKind.PASSPORT),
        ("Otro", "2024-0015", DocumentKind.OTHER),
        ("Otros documentos", "A1", DocumentKind.OTHER),
        ("", "12345678Z", DocumentKind.DNI),
    ],
)
def test_a_column_of_kinds_says_how_to_read_the_number(
    kind: str, number: str, expected: DocumentKind, tmp_path: Path
) -> None:
    reading = of_csv(tmp_path, ("Tipo doc.", *HEADER), (kind, number, *ANA[1:]))
    assert only(reading).identity.kind is expected


def test_a_kind_nobody_knows_matters_only_where_the_number_does_not_tell(tmp_path: Path) -> None:
    header = ("Tipo doc.", *HEADER)
    reading = of_csv(tmp_path, header, ("Carta rumana", "AB123456", *ANA[1:]), ("Carné", *EVA))
    assert [person.identity.number for person in reading.accepted] == ["00000000T"]
    assert [
        "«Carta rumana» no es un tipo de documento" in problem.message for problem in reading.problems
    ] == [True]


def test_documents_can_stand_in_a_column_for_each_kind(tmp_path: Path) -> None:
    reading = of_csv(
        tmp_path,
        ("Alumno/a", "DNI", "NIE", "Pasaporte"),
        ("Gil, Ana", "12345678Z", "", ""),
        ("Gil, Eva", "", "X1234567L", ""),
        ("Gil, Iris", "", "", "12345678"),
        ("Gil, Olga", "", "X1234567A", ""),
    )
    assert [p.identity.kind.value for p in reading.accepted] == ["dni", "nie", "passport"]
    assert [(p.row, p.column) for p in reading.problems] == [(5, "NIE")]


# The same person twice


def test_a_repeated_document_names_the_first_row(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, HEADER, ANA, EVA, ("12.345.678-z", *ANA[1:]))
    assert [person.row for person in reading.accepted] == [2, 3]
    (problem,) = reading.problems
    assert (problem.row, problem.column) == (4, "DNI/NIE")
    assert problem.message == "El documento 12345678Z está repetido: ya está en la fila 2."


def test_a_document_repeated_in_another_sheet_names_it_even_in_the_same_row(tmp_path: Path) -> None:
    reading = of_xlsx(tmp_path, {"Mañana": [HEADER, ANA], "Tarde": [HEADER, ANA]})
    assert len(reading.accepted) == 1
    (problem,) = reading.problems
    assert (problem.row, problem.where) == (2, "Tarde")
    assert "ya está en la fila 2 de la hoja «Mañana»" in problem.message


def test_a_document_repeated_after_a_row_that_is_wrong_for_another_reason_is_told_too(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, HEADER, (*ANA[:3], "30/02/1990"), ANA)
    assert reading.accepted == ()
    assert [(problem.row, problem.column) for problem in reading.problems] == [
        (2, "Fecha de nacimiento"), (3, "DNI/NIE"),
    ]  # fmt: skip


# Names


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (("Nombre", "Apellidos"), ("Ana", "García López")),
        (("NOMBRE", "APELLIDOS"), ("ANA", "GARCÍA LÓPEZ")),
        (("Nombre", "Primer apellido", "Segundo apellido"), ("Ana", "García", "López")),
        (("Nombre", "Apellido", "Segundo apellido"), ("Ana", "García", "López")),
        (("Apellidos y nombre",), ("García López, Ana",)),
        (("Nombre y apellidos",), ("García López, Ana",)),
        (("Nombre y apellidos",), ("Ana García López",)),
        (("Apellidos y nombre",), ("GARCÍA LÓPEZ ANA",)),
        (("Alumno/a",), ("García López, Ana",)),
        (("Nombre completo", "Nombre", "Apellidos"), ("Otra Persona, Una", "Ana", "García López")),
        (
            ("Nombre completo", "Nombre", "1er apellido", "2º apellido"),
            ("García López, Ana", "Ana", "García", "López"),
        ),
        (("Nombre completo", "Nombre", "Apellidos"), ("García López, Ana", "", "")),
    ],
)
def test_a_name_is_read_whole_or_in_its_parts(
    header: tuple[str, ...], cells: tuple[str, ...], tmp_path: Path
) -> None:
    person = only(of_csv(tmp_path, ("DNI", *header), ("12345678Z", *cells)))
    assert (person.name, person.surnames) == ("Ana", "García López")


def test_a_name_parted_by_custom_asks_to_be_looked_at(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, ("DNI", "Nombre y apellidos"), ("12345678Z", "Ana García López"))
    assert only(reading).surnames == "García López"
    (notice,) = reading.notices
    assert (notice.row, notice.column) == (2, "Nombre y apellidos")
    assert "«Ana» de nombre y «García López» de apellidos" in notice.message


def test_a_whole_name_that_cannot_be_parted_is_a_problem(tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, ("DNI", "Alumno/a"), ("12345678Z", "Ana García López")))
    assert (problem.row, problem.column) == (2, "Alumno/a")
    assert "«Apellidos, Nombre»" in problem.message


def test_a_missing_name_is_a_problem(tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, HEADER, ("12345678Z", "", "García", "5/3/1985")))
    assert (problem.row, problem.column, problem.message) == (2, "Nombre", "Falta el nombre.")


@pytest.mark.parametrize("header", ["Apellidos", "1er apellido"])
def test_missing_surnames_are_a_problem_beside_a_dni(header: str, tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, ("DNI", "Nombre", header), ("12345678Z", "Ana", "")))
    assert (problem.row, problem.column, problem.message) == (2, header, "Faltan los apellidos.")


@pytest.mark.parametrize("document", ["X1234567L", "AB123456"])
def test_some_foreigners_have_one_name_only(document: str, tmp_path: Path) -> None:
    reading = of_csv(tmp_path, HEADER, (document, "Suharto", "", "5/3/1985"))
    assert only(reading).surnames == ""
    assert [(n.row, n.column) for n in reading.notices] == [(2, "Apellidos")]


def test_no_name_at_all_in_the_column_of_whole_names_is_a_problem(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, ("DNI", "Alumno/a"), ("12345678Z", ""))
    assert {problem.message for problem in reading.problems} == {"Falta el nombre.", "Faltan los apellidos."}
    assert reading.accepted == ()


# Days


@pytest.mark.parametrize(
    "cell",
    [date(1985, 3, 5), datetime(1985, 3, 5, 10), 31111, "31111", "05/03/1985",  # noqa: DTZ001 - as Excel has it
     "5-3-85", "1985-03-05", "5 de marzo de 1985", "05-mar-1985"],
)  # fmt: skip
def test_a_birth_date_is_taken_in_any_usual_form(cell: object, tmp_path: Path) -> None:
    reading = of_xlsx(tmp_path, [HEADER, (*ANA[:3], cell)])
    assert only(reading).birth_date == date(1985, 3, 5)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("30/02/1990", "no existe"),
        ("12/12/2030", "está en el futuro"),
        ("01/03/2015", "tendría 8 años"),
        ("01/03/1903", "tendría 120 años"),
        ("por confirmar", "no es una fecha"),
    ],
)
def test_an_impossible_birth_date_is_a_problem_of_its_cell(cell: str, words: str, tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, HEADER, (*ANA[:3], cell)))
    assert (problem.row, problem.column) == (2, "Fecha de nacimiento")
    assert words in problem.message


def test_an_impossible_day_of_joining_is_a_problem_of_its_cell(tmp_path: Path) -> None:
    problem = only_problem(with_cell(tmp_path, "Fecha de alta", "31/02/2024"))
    assert (problem.row, problem.column) == (2, "Fecha de alta")


# Words


@pytest.mark.parametrize(
    ("cell", "sex"),
    [("Mujer", "F"), ("M", "F"), ("Femenino", "F"), ("F", "F"), ("Hombre", "M"), ("H", "M"), ("V", "M"),
     ("Varón", "M"), ("MASC.", "M"), ("No binario", "X"), ("", "")],
)  # fmt: skip
def test_a_sex_is_read_in_words_or_letters(cell: str, sex: str, tmp_path: Path) -> None:
    assert only(with_cell(tmp_path, "Sexo", cell)).sex == sex


def test_m_is_a_man_where_women_are_f(tmp_path: Path) -> None:
    header = (*HEADER, "Sexo")
    reading = of_csv(tmp_path, header, (*ANA, "F"), (*EVA[:1], "Luis", *EVA[2:], "M"))
    assert [person.sex for person in reading.accepted] == ["F", "M"]


def test_m_is_a_woman_where_men_are_h(tmp_path: Path) -> None:
    header = (*HEADER, "Sexo")
    reading = of_csv(tmp_path, header, (*ANA, "M"), (*EVA[:1], "Luis", *EVA[2:], "H"))
    assert [person.sex for person in reading.accepted] == ["F", "M"]


STATUSES = {
    EmploymentStatus.UNEMPLOYED: (
        "Desempleado/a", "DESEMPLEADA", "Parado", "En paro", "Demandante de empleo", "No ocupado",
        "Demandante de empleo no ocupada", "Trabajadora desempleada", "desemplead@", "unemployed",
    ),
    EmploymentStatus.EMPLOYED: (
        "Ocupado/a", "Ocupada", "Trabajador por cuenta ajena", "Autónoma", "Empleado", "En activo",
        "Demandante de mejora de empleo", "Demandante ocupado", "employed",
    ),
    EmploymentStatus.PUBLIC_WORKER: ("Funcionario", "Empleada pública", "Personal público", "Sector público"),
    EmploymentStatus.SEASONAL_IDLE: (
        "Fija discontinua en periodo de no ocupación", "Fijo-discontinuo (inactivo)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "status"), [(cell, status) for status, cells in STATUSES.items() for cell in cells]
)
def test_an_employment_status_is_read_as_centres_say_it(
    cell: str, status: EmploymentStatus, tmp_path: Path
) -> None:
    assert only(with_cell(tmp_path, "Situación laboral", cell)).employment_status is status


@pytest.mark.parametrize(
    ("cell", "seat"),
    [
        ("Financiada", SeatKind.FUNDED),
        ("Plaza subvencionada", SeatKind.FUNDED),
        ("funded", SeatKind.FUNDED),
        ("Adicional", SeatKind.ADDITIONAL),
        ("No financiada", SeatKind.ADDITIONAL),
    ],
)
def test_a_kind_of_seat_is_read_as_centres_say_it(cell: str, seat: SeatKind, tmp_path: Path) -> None:
    assert only(with_cell(tmp_path, "Tipo de plaza", cell)).seat is seat


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Situación laboral", "Estudiante"),
        ("Situación laboral", "Inactiva"),
        ("Situación laboral", "Fija discontinua"),  # working or idle: the call treats them apart
        ("Sexo", "sí"),
        ("Plaza", "Reserva"),
        ("Plaza", 3),
    ],
)
def test_a_word_nobody_knows_is_a_problem_that_says_what_to_write(
    heading: str, cell: object, tmp_path: Path
) -> None:
    problem = only_problem(with_cell(tmp_path, heading, cell))
    assert (problem.row, problem.column) == (2, heading)
    assert f"«{cell}»" in problem.message
    assert "escriba" in problem.message


# Ways to reach a person


def test_a_wrong_address_of_mail_is_left_aside_and_the_person_taken(tmp_path: Path) -> None:
    reading = with_cell(tmp_path, "Correo electrónico", "no tiene")
    assert only(reading).email == ""
    assert [(n.row, n.column) for n in reading.notices] == [(2, "Correo electrónico")]


def test_the_mobile_goes_before_other_phones(tmp_path: Path) -> None:
    header = (*HEADER, "Teléfono", "Teléfono de contacto", "Móvil")
    reading = of_xlsx(
        tmp_path, [header, (*ANA, 976000000, 976111111, 600000000.0), (*EVA, None, 976111111, None)]
    )
    assert [person.phone for person in reading.accepted] == ["600000000", "976111111"]


def test_a_postal_code_gets_back_the_zero_that_a_spreadsheet_ate(tmp_path: Path) -> None:
    assert only(with_cell(tmp_path, "C.P.", 4001)).postal_code == "04001"


# What is no person


def test_totals_notes_and_signatures_are_left_out_with_a_notice(tmp_path: Path) -> None:
    rows: Rows = [
        ("Nº", *HEADER),
        (1, *ANA),
        (2, *EVA),
        (3,),
        (4,),
        (),
        ("", "Total: 2"),
        ("", "", "Total alumnos", 2),
        ("Nota: el curso empieza el día 12",),
        ("", "En Zaragoza, a 2 de enero de 2024"),
        ("", "", "Fdo.: La directora"),
    ]
    reading = of_xlsx(tmp_path, rows)
    assert len(reading.accepted) == 2
    assert reading.problems == ()
    assert [notice.row for notice in reading.notices] == [7, 8, 9, 10, 11]
    assert "«Total: 2»" in reading.notices[0].message


@pytest.mark.parametrize(
    "cells", [("", "García López, Ana"), ("pendiente", "García López, Ana"), ("12345678A", "Total, Ana")]
)
def test_a_person_without_a_good_document_is_no_note(cells: tuple[str, ...], tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, ("DNI", "Alumno/a"), cells))
    assert (problem.row, problem.column) == (2, "DNI")


# Whole files


def test_every_problem_of_a_row_is_told_at_once_and_the_others_go_on(tmp_path: Path) -> None:
    header = (*HEADER, "Sexo", "Situación laboral")
    bad = ("12345678A", "", "García", "30/02/1990", "¿?", "Estudiante")
    reading = of_csv(tmp_path, header, bad, (*EVA, "M", "Ocupada"))
    assert [(problem.row, problem.column) for problem in reading.problems] == [
        (2, "DNI/NIE"), (2, "Nombre"), (2, "Fecha de nacimiento"), (2, "Sexo"), (2, "Situación laboral"),
    ]  # fmt: skip
    assert [person.row for person in reading.accepted] == [3]


ANY_CELL = st.text(max_size=12) | st.sampled_from(
    [*ANA, *EVA, "Gil, Ana", "Total: 2", "30/02/1990", "M", "Ocupada"]
)


@given(rows=st.lists(st.lists(ANY_CELL, min_size=7, max_size=7), max_size=5))
def test_no_row_whatever_raises_and_none_with_a_document_is_lost(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    header = (*HEADER, "Sexo", "Situación laboral", "Fecha de alta")
    path = csv_file(tmp_path_factory.getbasetemp() / "cualquiera.csv", [header, *rows], "utf-16")
    reading = read_people(path, TODAY)
    told = {person.row for person in reading.accepted} | {problem.row for problem in reading.problems}
    with_document = {number for number, row in enumerate(rows, start=2) if row[0] in {ANA[0], EVA[0]}}
    assert with_document <= told


def test_a_list_of_a_centre_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "Alumnado SSCS0208.csv"
    text = (
        "sep=;\r\n"
        "CPEPA EJEMPLO;;;;\r\n"
        "Relación de alumnado;;;;\r\n"
        ";;;;\r\n"
        ';Apellidos, nombre;"D.N.I.\nN.I.E.";F. nac.;Tfno.\r\n'
        "1;GARCÍA LÓPEZ, ANA;12.345.678-Z;5/3/85;976 00 00 00\r\n"
        "2;MUÑOZ, Mª JOSÉ;X1234567L;31111;\r\n"
        "3;;;;\r\n"
        ";Total: 2;;;\r\n"
    )
    path.write_bytes(text.encode("cp1252"))
    reading = read_people(path, TODAY)
    assert [(p.row, p.identity.number, p.name, p.surnames, p.birth_date) for p in reading.accepted] == [
        (5, "12345678Z", "Ana", "García López", date(1985, 3, 5)),
        (6, "X1234567L", "Mª José", "Muñoz", date(1985, 3, 5)),
    ]
    assert reading.problems == ()
    assert [notice.row for notice in reading.notices] == [8]
