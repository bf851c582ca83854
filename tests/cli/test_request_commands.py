"""The yearly request at the command line: asked for, said, written as a sheet, printed and submitted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.operations.files import close_file, open_file
from cpepa_desktop.operations.local_entities import save_local_entity
from tests.cli.conftest import Terminal
from tests.operations.builders import at

SSCS = ("plan", "add", "24/25", "SSCS0208")


@pytest.fixture
def asking(centre: Terminal) -> Terminal:
    """Give a request of two lines, on a day of March."""
    own = ("--route", "own", "--start", "2024-10-01", "--places", "15")
    assert centre(*SSCS, *own).status == 0
    assert centre(*SSCS, "--part", "MF1016_2", "--route", "local", "--note", "Tardes").status == 0
    return centre


def test_each_line_is_said_with_its_route_and_what_it_lacks(asking: Terminal) -> None:
    said = asking("plan", "request", "2024", "--json")
    assert (said.status, said.json["year"], said.json["begins_in"]) == (0, "24/25", 2024)
    assert (said.json["submitted_on"], said.json["warnings"]) == (None, [])
    first, second = said.json["lines"]
    assert first == {
        "position": 1,
        "speciality": "SSCS0208",
        "part": "",
        "title": "Atención sociosanitaria a personas dependientes en instituciones sociales",
        "minutes": 370 * 60,
        "route": "own",
        "local_entity": None,
        "start": "2024-10-01",
        "places": 15,
        "authorised": False,
        "accreditation": None,
        "accreditation_until": None,
        "missing": ["Falta anotar qué exige la especialidad (espacios, formadores, equipamiento)"],
        "warnings": [],
        "course": None,
        "note": "",
    }
    assert (second["part"], second["warnings"]) == ("MF1016_2", ["Falta decir qué entidad local paga."])


def test_the_words_say_the_same(asking: Terminal) -> None:
    said = asking("plan", "request", "24/25")
    assert "SSCS0208 MF1016_2" in said.out
    assert said.out.startswith("Petición del curso 24/25, sin presentar\n")
    assert "01/10/2024" in said.out
    assert "Falta decir qué entidad local paga." in said.out
    assert "No se pide nada para el curso 25/26." in asking("plan", "request", "25/26").out


def test_the_sheet_and_the_paper_are_written_where_asked(asking: Terminal, tmp_path: Path) -> None:
    sheet, folder = tmp_path / "gacepa.xlsx", tmp_path / "papeles"
    said = asking("plan", "request", "24/25", "--xlsx", sheet, "--print", folder, "--json")
    assert said.status == 0
    assert said.json["sheet"] == str(sheet)
    rows = list(load_workbook(sheet).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:2] == ("N.º", "Código")
    assert [row[1] for row in rows[1:]] == ["SSCS0208", "SSCS0208"]
    assert Path(said.json["path"]).read_bytes().startswith(b"%PDF")
    assert "SSCS0208 MF1016_2: entidad local, inicio previsto, plazas" in said.err


def test_the_entity_that_pays_is_named(centre: Terminal) -> None:
    ws = open_file(centre.file, at(date(2024, 3, 1)), "Ana")
    save_local_entity(ws, LocalEntity(0, "Ayuntamiento de Utebo"))
    close_file(ws)
    assert centre(*SSCS, "--route", "local", "--entity", "ayuntamiento de utebo").status == 0
    line = centre("plan", "request", "24/25", "--json").json["lines"][0]
    assert (line["local_entity"], line["warnings"]) == ("Ayuntamiento de Utebo", [])


def test_a_request_is_submitted_once_and_outside_march_and_april_it_is_said(asking: Terminal) -> None:
    said = asking("plan", "submit", "24/25", "2024-02-29", "--number", "GAC-1", "--json")
    assert (said.status, said.json["submitted_on"], said.json["number"]) == (0, "2024-02-29", "GAC-1")
    assert "marzo y abril de 2024" in said.err
    again = asking("plan", "submit", "24/25", "2024-03-01")
    assert (again.status, "se presentó el jue 29 feb 2024" in again.err) == (1, True)


def test_a_course_answers_a_line_and_is_taken_off_it(asking: Terminal) -> None:
    assert asking("plan", "link", "24/25", "1", "C1", "--json").json["course"] == "C1"
    assert asking("plan", "request", "24/25", "--json").json["lines"][0]["course"] == "C1"
    assert asking("plan", "link", "24/25", "1").status == 0
    assert asking("plan", "request", "24/25", "--json").json["lines"][0]["course"] is None
    assert asking("plan", "link", "24/25", "9", "C1").status == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("plan", "add", "24/25", "ZZZZ9999", "--route", "own"), "no está en el catálogo"),
        ((*SSCS, "--part", "A9", "--route", "own"), "no tiene la parte"),
        ((*SSCS, "--route", "own", "--start", "2023-10-01"), "no es del curso 24/25"),
        ((*SSCS, "--route", "local", "--entity", "Zuera"), "Las que hay son: ninguna"),
        (("plan", "submit", "24/25", "2024-03-01"), "ninguna línea"),
    ],
)
def test_what_cannot_be_is_refused_with_status_1(centre: Terminal, words: tuple[str, ...], why: str) -> None:
    said = centre(*words)
    assert said.status == 1
    assert why in said.err


def test_a_submission_of_a_day_to_come_is_refused(asking: Terminal) -> None:
    said = asking("plan", "submit", "24/25", "2024-03-02")
    assert (said.status, "aún no ha llegado" in said.err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [("plan", "request", "24/26"), ("plan", "request", "hoy"), ("plan",), (*SSCS, "--route", "nobody")],
)
def test_what_is_badly_written_has_status_2(centre: Terminal, words: tuple[str, ...]) -> None:
    assert centre(*words).status == 2
