"""Lists of attendance: minutes, causes and states as centres write them, and what is wrong row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.intake import AttendanceReading, AttendanceRow
from cpepa_desktop.exchange.attendance_file import ATTENDANCE, read_attendance
from cpepa_desktop.exchange.attendance_file import AttendanceField as F
from cpepa_desktop.exchange.headings import field_named
from tests.exchange.lists import Rows, csv_file, xlsx

HEADER = ("Día", "Tramo", "Documento", "Minutos asistidos", "Causa de la ausencia", "Estado")
ROW = ("12/02/2024", 1, "12345678Z", 300, "", "")
DAY = date(2024, 2, 12)

HEADINGS = {
    F.DAY: "Día|Fecha|FECHA|Fecha de la sesión|day|date",
    F.STRETCH: "Tramo|Nº tramo|Tramo (1 o 2)|stretch",
    F.DOCUMENT: "Documento|DNI|DNI/NIE|NIE|Pasaporte|document|id_number",
    F.MINUTES: """Minutos asistidos|Minutos|Min. asistidos|Minutos de asistencia|Asistencia (min)
        |attended minutes|attended_minutes|attended""",
    F.HOURS: "Horas asistidas|Horas|Horas de asistencia|hours",
    F.CAUSE: "Causa de la ausencia|Causa|Motivo de la ausencia|absence cause|absence_cause|cause",
    F.STATE: "Estado de la justificación|Estado|Justificación|state",
    F.BLOCK: "Bloque|Módulo|Unidad formativa|Cód. bloque|block",
}


def of_csv(tmp_path: Path, *rows: Sequence[object]) -> AttendanceReading:
    return read_attendance(csv_file(tmp_path / "asistencia.csv", rows))


def of_xlsx(tmp_path: Path, rows: Rows | dict[str, Rows]) -> AttendanceReading:
    return read_attendance(xlsx(tmp_path / "asistencia.xlsx", rows))


def only(reading: AttendanceReading) -> AttendanceRow:
    assert reading.problems == ()
    (row,) = reading.accepted
    return row


def only_problem(reading: AttendanceReading) -> Problem:
    assert reading.accepted == ()
    (problem,) = reading.problems
    return problem


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading.strip(), field) for field, headings in HEADINGS.items() for heading in headings.split("|")],
)
def test_a_heading_names_its_field(heading: str, field: F) -> None:
    assert field_named(heading, ATTENDANCE.headings) is field


def test_every_field_has_a_heading_that_this_file_tries() -> None:
    assert HEADINGS.keys() == set(F) == set(ATTENDANCE.headings.values())


def test_a_row_comes_with_everything_it_says(tmp_path: Path) -> None:
    row = only(
        of_csv(
            tmp_path, (*HEADER, "Bloque"), ("12/02/2024", 2, "12.345.678-Z", 240, "b", "pendiente", "uf0123")
        )
    )
    assert row == AttendanceRow(
        row=2,
        sheet="",
        day=DAY,
        stretch=2,
        identity=IdentityDocument(DocumentKind.DNI, "12345678Z", "ES"),
        attended_minutes=240,
        cause=AbsenceCause.B,
        state=JustificationState.PENDING,
        block="UF0123",
    )


def test_english_headings_and_states_are_read_too(tmp_path: Path) -> None:
    header = ("day", "stretch", "document", "attended minutes", "absence cause", "state")
    row = only(of_csv(tmp_path, header, ("2024-02-12", "1", "X1234567L", "0", "c", "validated")))
    assert (row.day, row.attended_minutes, row.cause, row.state) == (
        DAY, 0, AbsenceCause.C, JustificationState.VALIDATED,
    )  # fmt: skip


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    header = ("state", "attended_minutes", "document", "absence_cause", "stretch", "day")
    row = only(of_csv(tmp_path, header, ("", "300", "12345678Z", "", "2", "2024-02-12")))
    assert (row.day, row.stretch, row.attended_minutes, row.cause, row.state) == (DAY, 2, 300, None, None)


@pytest.mark.parametrize(
    "day", [DAY, 45334, "12/02/2024", "2024-02-12", "12-2-24", "lunes, 12 de febrero de 2024"]
)
def test_a_day_is_taken_in_any_usual_form(day: object, tmp_path: Path) -> None:
    assert only(of_xlsx(tmp_path, [HEADER, (day, *ROW[1:])])).day == DAY


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (300, 300),
        ("300", 300),
        ("5:00", 300),
        (time(5), 300),
        ("5 h", 300),
        ("4,5 h", 270),
        ("45m", 45),
        (0, 0),
    ],
)
def test_minutes_are_taken_in_any_usual_form(cell: object, minutes: int, tmp_path: Path) -> None:
    assert only(of_xlsx(tmp_path, [HEADER, (*ROW[:3], cell)])).attended_minutes == minutes


def test_a_heading_of_hours_makes_bare_numbers_hours(tmp_path: Path) -> None:
    reading = of_csv(
        tmp_path,
        ("Fecha", "Tramo", "DNI", "Horas asistidas"),
        ("12/02/2024", 1, "12345678Z", "4,5"),
        ("13/02/2024", 1, "12345678Z", "5:00"),
    )
    assert [row.attended_minutes for row in reading.accepted] == [270, 300]


@pytest.mark.parametrize(
    ("cell", "stretch"),
    [("1", 1), (2, 2), (1.0, 1), ("1º", 1), ("Tramo 2", 2), ("2.º tramo", 2), ("primero", 1)],
)
def test_a_stretch_is_the_first_or_the_second(cell: object, stretch: int, tmp_path: Path) -> None:
    assert only(of_xlsx(tmp_path, [HEADER, (ROW[0], cell, *ROW[2:])])).stretch == stretch


def test_a_list_without_stretches_is_of_the_first_one_and_says_so(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, ("Día", "DNI", "Minutos"), ("12/02/2024", "12345678Z", 300))
    assert only(reading).stretch == 1
    (notice,) = reading.notices
    assert notice.row == 1
    assert "todo se cuenta en el primero" in notice.message


CAUSES = {
    AbsenceCause.A: ("a", "A", "a)", "(a)", "a) Consulta", "Entrevista de trabajo"),
    AbsenceCause.B: (
        "b", "B)", "b.", "b) Consulta médica", "Consulta médica", "Cita médica", "médico",
        "A consulta médica", "Consulta médica de un familiar", "Pruebas médicas",
    ),
    AbsenceCause.C: ("c", "Enfermedad", "Enfermo", "Accidente", "Baja médica"),
    AbsenceCause.D: (
        "d", "Fallecimiento de un familiar", "Enfermedad grave de un familiar", "Hospitalización de la madre",
    ),
    AbsenceCause.E: ("e", "Deber inexcusable", "Citación judicial", "Mesa electoral"),
    AbsenceCause.F: ("f", "Examen oficial", "Prueba de acceso a un puesto de trabajo"),
    AbsenceCause.G: ("g", "Violencia de género"),
    AbsenceCause.H: ("h", "Contrato de corta duración"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "cause"), [(cell, cause) for cause, cells in CAUSES.items() for cell in cells]
)
def test_a_cause_is_read_by_its_letter_or_its_words(cell: str, cause: AbsenceCause, tmp_path: Path) -> None:
    assert only(of_csv(tmp_path, HEADER, (*ROW[:3], 200, cell, ""))).cause is cause


@pytest.mark.parametrize("cause", AbsenceCause)
def test_the_words_of_the_order_name_their_cause(cause: AbsenceCause, tmp_path: Path) -> None:
    assert only(of_csv(tmp_path, HEADER, (*ROW[:3], 200, cause.label, ""))).cause is cause


@pytest.mark.parametrize("cell", ["i", "Motivos personales", "Trabajo", "Asuntos familiares", "?"])
def test_a_cause_that_is_none_of_the_eight_is_a_problem(cell: str, tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, HEADER, (*ROW[:3], 200, cell, "")))
    assert (problem.row, problem.column) == (2, "Causa de la ausencia")
    assert f"«{cell}» no es una causa" in problem.message


STATES = {
    JustificationState.UNJUSTIFIED: (
        "unjustified", "Injustificada", "Sin justificar", "No justificada", "No", "Pendiente de justificar",
    ),
    JustificationState.PENDING: (
        "pending", "Pendiente", "Pendiente de validar", "Sin validar", "Justificada", "Sí",
        "Con justificante",
    ),
    JustificationState.VALIDATED: ("validated", "Validada", "VALIDADO", "Justificada y validada"),
    JustificationState.REJECTED: ("rejected", "Rechazada", "Denegada"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "state"), [(cell, state) for state, cells in STATES.items() for cell in cells]
)
def test_a_state_is_read_in_spanish_and_english(cell: str, state: JustificationState, tmp_path: Path) -> None:
    assert only(of_csv(tmp_path, HEADER, (*ROW[:3], 200, "b", cell))).state is state


@pytest.mark.parametrize("state", JustificationState)
def test_the_words_of_the_window_name_their_state(state: JustificationState, tmp_path: Path) -> None:
    assert only(of_csv(tmp_path, HEADER, (*ROW[:3], 200, "b", state.label))).state is state


def test_a_state_nobody_knows_is_a_problem(tmp_path: Path) -> None:
    problem = only_problem(of_csv(tmp_path, HEADER, (*ROW[:3], 200, "b", "archivada")))
    assert (problem.row, problem.column) == (2, "Estado")


def test_a_state_of_nothing_is_a_problem_but_unjustified(tmp_path: Path) -> None:
    assert only(of_csv(tmp_path, HEADER, (*ROW[:3], 200, "", "Sin justificar"))).cause is None
    problem = only_problem(of_csv(tmp_path, HEADER, (*ROW[:3], 200, "", "Validada")))
    assert "no lleva causa" in problem.message


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("30/02/2024", *ROW[1:]), "Día", "no existe"),
        (("", *ROW[1:]), "Día", "Falta el día"),
        ((ROW[0], 3, *ROW[2:]), "Tramo", "«3» no es un tramo: escriba 1 o 2"),
        ((ROW[0], "", *ROW[2:]), "Tramo", "no es un tramo"),
        ((*ROW[:2], "12345678A", 300), "Documento", "debería ser Z"),
        ((*ROW[:2], "", 300), "Documento", "Falta el número del documento"),
        ((*ROW[:3], "", "", ""), "Minutos asistidos", "escriba 0 si no asistió"),
        ((*ROW[:3], 600, "", ""), "Minutos asistidos", "600 minutos"),
        ((*ROW[:3], "X", "", ""), "Minutos asistidos", "no es un tiempo"),
    ],
)
def test_a_wrong_cell_is_a_problem_of_its_row_and_column(
    row: tuple[object, ...], column: str, words: str, tmp_path: Path
) -> None:
    problem = only_problem(of_xlsx(tmp_path, [("Título",), HEADER, row]))
    assert (problem.row, problem.column, problem.where) == (3, column, "Hoja1")
    assert words in problem.message


def test_every_problem_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, HEADER, ("ayer", 3, "12345678A", "X", "i", "archivada"))
    assert [problem.column for problem in reading.problems] == [
        "Documento", "Día", "Minutos asistidos", "Tramo", "Causa de la ausencia", "Estado",
    ]  # fmt: skip


def test_the_same_minutes_twice_name_the_first_row(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, HEADER, ROW, ("13/02/2024", *ROW[1:]), ("2024-02-12", "1", "12.345.678-Z", 0))
    assert [row.row for row in reading.accepted] == [2, 3]
    (problem,) = reading.problems
    assert problem.row == 4
    assert problem.message == "La misma persona, día y tramo están ya en la fila 2."


def test_the_same_minutes_in_another_sheet_name_it(tmp_path: Path) -> None:
    reading = of_xlsx(tmp_path, {"Lunes": [HEADER, ROW], "Otro": [HEADER, ROW]})
    assert len(reading.accepted) == 1
    (problem,) = reading.problems
    assert problem.where == "Otro"
    assert "fila 2 de la hoja «Lunes»" in problem.message


@pytest.mark.parametrize(
    ("blocks", "taken"),
    [
        (("UF0123", "UF0124"), [2, 3]),
        (("UF0123", "uf0123"), [2]),
        (("", "UF0123"), [2]),
        (("UF0123", ""), [2]),
    ],
)
def test_a_stretch_is_given_block_by_block_or_whole(
    blocks: tuple[str, str], taken: list[int], tmp_path: Path
) -> None:
    reading = of_csv(tmp_path, (*HEADER, "Bloque"), *((*ROW, block) for block in blocks))
    assert [row.row for row in reading.accepted] == taken


def test_totals_and_signatures_are_left_out_with_a_notice(tmp_path: Path) -> None:
    rows = (
        HEADER,
        ROW,
        ("Total", "", "", 300, "", ""),
        ("", "", "Total: 300"),
        ("En Huesca, a 12 de febrero",),
        ("Firma",),
    )
    reading = of_csv(tmp_path, *rows)
    assert len(reading.accepted) == 1
    assert reading.problems == ()
    assert [notice.row for notice in reading.notices] == [3, 4, 5, 6]


ANY_CELL = st.text(max_size=12) | st.sampled_from(
    ["12345678Z", "Total", "12/02/2024", "1", "300", "5 h", "b", "No"]
)


@given(rows=st.lists(st.lists(ANY_CELL, min_size=6, max_size=6), max_size=5))
def test_no_row_whatever_raises_and_none_with_a_document_is_lost(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = csv_file(tmp_path_factory.getbasetemp() / "cualquiera.csv", [HEADER, *rows], "utf-16")
    reading = read_attendance(path)
    told = {row.row for row in reading.accepted} | {problem.row for problem in reading.problems}
    assert {number for number, row in enumerate(rows, start=2) if row[2] == "12345678Z"} <= told


@pytest.mark.parametrize(
    ("header", "column"),
    [
        (("Tramo", "DNI", "Minutos"), "día"),
        (("Día", "Tramo", "Minutos"), "documento"),
        (("Día", "Tramo", "DNI"), "minutos asistidos"),
    ],
)
def test_a_missing_column_is_one_problem_of_the_headings(
    header: tuple[str, ...], column: str, tmp_path: Path
) -> None:
    problem = only_problem(of_csv(tmp_path, header, ("a", "b", "c"), ("a", "b", "c")))
    assert (problem.row, problem.column) == (1, column)


def test_a_list_of_something_else_is_refused_and_told_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="«día», «documento» y «minutos asistidos»"):
        of_csv(tmp_path, ("Producto", "Precio"), ("Tiza", "1"))
