"""What cannot be, by command and by operation: the same sentence, and a file that stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from cpepa_desktop.domain.calendar import HolidayScope
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import GrantRequest
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.course_life import sign_agreement, start_course
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.deadline_estimate import EstimateRequest, estimate_deadlines
from cpepa_desktop.operations.files import open_file
from cpepa_desktop.operations.grant import estimate
from cpepa_desktop.operations.holiday_intake import preview_holidays
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.cli.conftest import Terminal, add_course
from tests.operations.builders import at, rows

TODAY: Final = date(2024, 3, 1)
TO_COME: Final = date(2024, 3, 2)
OWN: Final = {"call": "own-resources", "route": "own"}
SIGNED: Final = {"call": "inaem-agreement", "route": "agreement", "timetable": "L-V 16:00-21:00"}
CALL: Final = "EPE-873-2023"
FIRST, LAST = date(2024, 1, 15), date(2024, 6, 14)
ESTIMATE: Final = f"deadlines estimate --call {CALL} --municipality Zaragoza --start {FIRST} --end {LAST}"
Operation = Callable[[Workspace, Path], object]


@pytest.fixture
def run(run: Terminal, tmp_path: Path) -> Terminal:
    """Give a centre with an authorised course, one under an agreement, one of a call, and bad files."""
    assert run("new", "--centre", "CPEPA Prueba", "--municipality", "Zaragoza").status == 0
    assert add_course(run, "P1", **OWN).status == 0
    assert add_course(run, "C1", **SIGNED).status == 0
    assert add_course(run, "S1", timetable="S 09:00-14:00").status == 0
    assert run("course", "authorise", "P1", "--received", "2024-01-16", "--number", "A-1").status == 0
    assert run("file", "start_communication", "S1", "--day", "2024-01-05", "--number", "R-1").status == 0
    (tmp_path / "festivos.csv").write_text("Fecha;Festivo\n06/03/2023;Cincomarzada\n", encoding="utf-8")
    (tmp_path / "clases.csv").write_text("Día\n15/01/2024\nhoy\n30/02/2024\n", encoding="utf-8")
    (tmp_path / "escaneo.pdf").mkdir()
    return run


@contextmanager
def opened(run: Terminal) -> Iterator[Workspace]:
    """Give the file for a while."""
    ws = open_file(run.file, at(TODAY), "Ana")
    yield ws
    ws.file.close()


def paper(kind: OfficialPaperKind, course: str, **facts: Any) -> OfficialPaper:  # noqa: ANN401 - of the paper
    return OfficialPaper(0, kind, courses=(CourseServed(course),), **facts)


def saves(kind: OfficialPaperKind, course: str, scan: str = "", **facts: Any) -> Operation:  # noqa: ANN401 - of the paper
    return lambda ws, at: save_official_paper(ws, paper(kind, course, **facts), at / scan if scan else None)


def files(name: str, day: date = TODAY, scan: str = "") -> Operation:
    return lambda ws, at: file_obligation(
        ws, "S1", name, "", FilingForm(day, scan=at / scan if scan else None)
    )


def asks(**facts: Any) -> Operation:  # noqa: ANN401 - of the request
    usual: dict[str, Any] = {"call": CALL, "start": FIRST, "end": LAST, "municipality": "Zaragoza"}

    def ask(ws: Workspace, at: Path) -> object:
        named = {name: at / value if name == "teaching_days" else value for name, value in facts.items()}
        return estimate_deadlines(ws, EstimateRequest(**usual | named))

    return ask


AGREEMENT, AUTHORISATION = OfficialPaperKind.AGREEMENT, OfficialPaperKind.AUTHORISATION
CASES: Final[dict[str, tuple[str, Operation, tuple[str, ...]]]] = {
    "an agreement signed after its end": (
        "paper add agreement --course C1 --issued 2024-02-02 --ends 2024-02-01",
        saves(AGREEMENT, "C1", issued_on=date(2024, 2, 2), ends_on=date(2024, 2, 1)),
        ("después de su fin, el jue 1 feb 2024", "No se ha cambiado nada: corrija sus fechas"),
    ),
    "an authorisation dated in the future": (
        f"course authorise P1 --issued {TO_COME}",
        saves(AUTHORISATION, "P1", issued_on=TO_COME),
        ("lleva fecha del sáb 2 mar 2024, que aún no ha llegado", "corrija sus fechas"),
    ),
    "two gates with contradictory days": (
        "paper add authorisation --course P1 --received 2024-01-17",
        saves(AUTHORISATION, "P1", received_on=date(2024, 1, 17)),
        ("ya tiene «Autorización de INAEM A-1», del mar 16 ene 2024", "corrija aquel o quítelo"),
    ),
    "a start before a gate": (
        "course start P1 --day 2024-01-15",
        lambda ws, _at: start_course(ws, "P1", FIRST),
        ("es del mar 16 ene 2024, posterior (CPEPA 1.3, párr. 3)", "No se ha perdido", "Cambie el día"),
    ),
    "a scan that is not there": (
        "paper add agreement --course C1 --issued 2024-02-02 --scan {at}/nada.pdf",
        saves(AGREEMENT, "C1", "nada.pdf", issued_on=date(2024, 2, 2)),
        ("nada.pdf»", "No se ha guardado nada: compruebe el nombre y la carpeta"),
    ),
    "a scan that cannot be read": (
        "paper add agreement --course C1 --issued 2024-02-02 --scan {at}/escaneo.pdf",
        saves(AGREEMENT, "C1", "escaneo.pdf", issued_on=date(2024, 2, 2)),
        ("No se puede leer", "escaneo.pdf", "No se ha guardado nada"),
    ),
    "an unknown course among several": (
        "course sign C1 C9 --issued 2024-02-02",
        lambda ws, _at: sign_agreement(ws, ["C1", "C9"], paper(AGREEMENT, "", issued_on=date(2024, 2, 2))),
        ("No hay ningún curso «C9»", "Los que hay son: C1, P1, S1"),
    ),
    "an obligation that is none": (
        "file start_comunication S1",
        files("start_comunication"),
        ("No hay ninguna obligación «start_comunication»", "¿Quería decir start_communication"),
    ),
    "an obligation like no other": (
        "file xyz S1",
        files("xyz"),
        ("No hay ninguna obligación «xyz». Las que tiene el curso S1 son: ", "conditions_sheet"),
    ),
    "an obligation already met": (
        "file start_communication S1",
        files("start_communication"),
        ("ya consta: se presentó el vie 5 ene 2024 con el número R-1", "No se ha anotado nada"),
    ),
    "an obligation met in the future": (
        f"file selection_record S1 --day {TO_COME}",
        files("selection_record", TO_COME),
        ("El sáb 2 mar 2024 aún no ha llegado. No se ha anotado nada", "Día: Ese día aún no ha llegado"),
    ),
    "an obligation with a scan that is not there": (
        "file selection_record S1 --scan {at}/nada.pdf",
        files("selection_record", scan="nada.pdf"),
        ("No se puede leer", "nada.pdf"),
    ),
    "a rate missing for the province": (
        f"grant estimate --call {CALL} --speciality SSCS0208 --province Soria",
        lambda ws, _at: estimate(ws, GrantRequest(CALL, "SSCS0208", "", "Soria")),
        ("«Soria»", "es de Zaragoza, Huesca y Teruel", "No se ha calculado nada"),
    ),
    "a holiday file from another year": (
        "import holidays {at}/festivos.csv --year 2024 --kind local",
        lambda ws, at: preview_holidays(ws, at / "festivos.csv", 2024, HolidayScope.LOCAL),
        ("es de 2023 y se han pedido los días de 2024", "No se ha importado nada", "o cambie el año"),
    ),
    "an end before the start": (
        f"deadlines estimate --call {CALL} --municipality Zaragoza --start {LAST} --end {FIRST}",
        asks(start=LAST, end=FIRST),
        ("no puede acabar el lun 15 ene 2024, antes de empezar el vie 14 jun 2024", "No se ha calculado"),
    ),
    "a file of days of class with bad lines": (
        f"{ESTIMATE} --teaching-days {{at}}/clases.csv",
        asks(teaching_days="clases.csv"),
        ("fila 3: «hoy» no es una fecha", "fila 4: El día «30/02/2024» no existe", "corríjalas y repita"),
    ),
    "an unknown call": (
        f"deadlines estimate --call EPE-1 --municipality Zaragoza --start {FIRST} --end {LAST}",
        asks(call="EPE-1"),
        ("No hay ninguna convocatoria «EPE-1»", f"Las que hay son: {CALL}"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_refused_in_the_same_words_by_command_and_operation(
    run: Terminal, tmp_path: Path, case: str
) -> None:
    command, operation, sentences = CASES[case]
    with opened(run) as ws:
        before = rows(ws)
        with pytest.raises(Refused) as caught:
            operation(ws, tmp_path)
        assert rows(ws) == before
    said = run(*(word.format(at=tmp_path) for word in command.split()))
    assert (said.status, said.out) == (1, "")
    refused = [caught.value.message, *(f"  {problem}" for problem in caught.value.problems)]
    assert said.err.splitlines() == "\n".join(refused).splitlines()
    for sentence in sentences:
        assert sentence in said.err
    with opened(run) as ws:
        assert rows(ws) == before


@pytest.mark.parametrize("year", ["20255", "hoy", "1", "24/26", ""])
def test_a_request_for_a_year_that_is_none_is_badly_written(run: Terminal, year: str) -> None:
    said = run("plan", "request", year)
    assert (said.status, said.out) == (2, "")
    assert f"«{year}» no es un curso escolar: " in said.err


def test_a_start_outside_the_window_of_the_call_is_planned_and_said(run: Terminal) -> None:
    late = add_course(run, "T1", start="2024-11-04", timetable="L-V 09:00-14:00")
    assert late.status == 0
    assert "después del plazo de ejecución, jue 31 oct 2024 (EPE/873/2023, ap. 18.2; Guía 6)" in late.err
    assert "no cabe en la convocatoria" in late.err


def test_a_start_before_the_call_was_in_force_is_refused_and_nothing_written(run: Terminal) -> None:
    early = add_course(run, "T1", start="2023-07-04")
    assert early.status == 1
    assert "su primer valor rige desde el 05/07/2023. No se ha perdido nada" in early.err
    with opened(run) as ws:
        assert [(row.code, row.route) for row in list_courses(ws)] == [
            ("C1", Route.AGREEMENT),
            ("P1", Route.OWN),
            ("S1", Route.CALL),
        ]
