"""A course from a list of people to its papers, by commands alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Terminal

PEOPLE = """Listado de alumnado;;;;

Apellidos;Nombre;D.N.I.;F. nac.;Situación laboral
Pérez Gil;Ana;12345678Z;05/03/1985;Desempleada
Gil Ñíguez;Pío;00000001R;1-2-1980;Desempleado
"""
BAD_PEOPLE = f"{PEOPLE}López;Luis;12345678A;01/01/1990;Ocupado\nRuiz;Eva;00000002W;30/02/1990;Ocupada\n"


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file of the user."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def course(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give a centre whose course has two people."""
    assert centre("import", "people", write(tmp_path, "p.csv", PEOPLE), "C1").status == 0
    return centre


def test_a_dry_run_says_who_would_come_and_writes_nothing(centre: Terminal, tmp_path: Path) -> None:
    said = centre("import", "people", write(tmp_path, "p.csv", BAD_PEOPLE), "C1", "--dry-run", "--json")
    assert said.status == 0
    assert said.json["accepted"][0] == {
        "row": 4,
        "id_number": "12345678Z",
        "name": "Ana",
        "surnames": "Pérez Gil",
        "birth_date": "1985-03-05",
        "employment_status": "unemployed",
    }
    assert [(problem["row"], problem["column"]) for problem in said.json["problems"]] == [
        (6, "D.N.I."),
        (7, "F. nac."),
    ]
    assert centre("status", "C1", "--json").json["participants"] == []


def test_a_file_with_problems_brings_nobody_unless_told(centre: Terminal, tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", BAD_PEOPLE)
    assert centre("import", "people", path, "C1").status == 1
    assert centre("status", "C1", "--json").json["participants"] == []
    assert centre("import", "people", path, "C1", "--only-valid").status == 0
    people = centre("status", "C1", "--json").json["participants"]
    assert [person["id_number"] for person in people] == ["12345678Z", "00000001R"]


def test_people_may_come_without_a_course(centre: Terminal, tmp_path: Path) -> None:
    assert centre("import", "people", write(tmp_path, "p.csv", PEOPLE)).status == 0
    assert centre("status", "C1", "--json").json["participants"] == []


def test_attendance_comes_in_minutes_with_its_cause(course: Terminal, tmp_path: Path) -> None:
    rows = (
        "day,stretch,document,attended minutes,absence cause,state\n"
        "2024-01-15,1,12345678Z,300,,\n"
        "2024-01-15,1,00000001R,120,b,validated\n"
        "2024-01-16,1,00000001R,0,,\n"
    )
    assert course("import", "attendance", write(tmp_path, "a.csv", rows), "C1").status == 0
    ana, pio = course("status", "C1", "--json").json["participants"]
    assert (ana["attended_minutes"], ana["absent_minutes"]) == (300, 0)
    assert (pio["attended_minutes"], pio["absent_minutes"]) == (120, 480)
    assert (pio["justified_minutes"], pio["unjustified_minutes"]) == (180, 300)
    assert pio["base_minutes"] == 380 * 60
    parts = ("attended", "absent", "pending", "to_come", "outside")
    assert sum(pio[f"{part}_minutes"] for part in parts) == pio["base_minutes"]


def test_a_wrong_row_of_attendance_writes_nothing(course: Terminal, tmp_path: Path) -> None:
    rows = (
        "día;tramo;documento;minutos asistidos\n"
        "15/01/2024;1;12345678Z;300\n"
        "15/01/2024;1;00000001R;420\n"
        "20/01/2024;1;12345678Z;300\n"
        "16/01/2024;2;12345678Z;300\n"
        "30/04/2024;1;12345678Z;300\n"
        "16/01/2024;1;00000014Z;300\n"
    )
    said = course("import", "attendance", write(tmp_path, "a.csv", rows), "C1", "--json")
    assert said.status == 1
    assert [problem["row"] for problem in said.json["problems"]] == [3, 4, 5, 6, 7]
    assert course("status", "C1", "--json").json["participants"][0]["attended_minutes"] == 0


def test_the_verdicts_name_their_article_and_their_numbers(course: Terminal) -> None:
    ana = course("status", "C1", "--json").json["participants"][0]
    verdict = ana["verdicts"]["funded"]
    assert (verdict["answer"], verdict["reason"]) == ("pending", "on_track")
    assert verdict["required_minutes"] == 285 * 60
    assert verdict["share"] == "0.75"
    assert "19.1" in verdict["citation"]
    modules = {module["code"]: module["verdicts"]["module_test"] for module in ana["modules"]}
    assert {code: test["required_minutes"] for code, test in modules.items()} == {
        "MF1016_2": 75 * 60,
        "MF1017_2": 52 * 60 + 30,
        "MF1018_2": 52 * 60 + 30,
        "MF1019_2": 97 * 60 + 30,
    }


def test_a_leaver_for_a_job_needs_a_quarter(course: Terminal) -> None:
    said = course(
        "withdraw",
        "C1",
        "00000001R",
        "--on",
        "2024-01-31",
        "--cause",
        "job",
        "--contract-start",
        "2024-02-05",
    )
    assert said.status == 0
    pio = course("status", "C1", "--json").json["participants"][1]
    assert pio["left_on"] == "2024-01-31"
    assert pio["verdicts"]["funded"]["answer"] == "no"
    assert pio["verdicts"]["funded"]["required_minutes"] == 95 * 60
    assert pio["verdicts"]["funded"]["case"] == "job"


def test_who_is_not_in_the_course_cannot_leave_it(course: Terminal) -> None:
    assert course("withdraw", "C1", "00000014Z", "--on", "2024-01-31", "--cause", "other").status == 1


def test_a_status_says_how_far_every_verdict_is_from_being_decided(course: Terminal) -> None:
    ana = course("status", "C1", "--json").json["participants"][0]
    funded = ana["verdicts"]["funded"]
    assert funded["minutes_left_to_lose"] == funded["reachable_minutes"] - funded["required_minutes"]
    assert funded["minutes_left_if_pending_lost"] == funded["minutes_left_to_lose"] - ana["pending_minutes"]
    assert (funded["case"], funded["impossible_from"]) == ("75", "2024-04-01")
    assert ana["computable_minutes"] == ana["attended_minutes"] + ana["justified_minutes"]
    assert ana["unjustified_minutes"] == 0
    for module in ana["modules"]:
        assert "impossible_from" in module["verdicts"]["module_test"]


def test_who_joins_too_late_is_told_since_when(course: Terminal) -> None:
    assert course("withdraw", "C1", "00000001R", "--on", "2024-01-16", "--cause", "other").status == 0
    said = course("join", "C1", "00000001R", "--on", "2024-01-17")
    assert said.status == 1
    said = course("join", "C1", "00000014Z", "--on", "2024-01-31")
    assert said.status == 1
    assert "00000014Z" in said.err


def test_a_weekly_paper_asks_for_its_week(course: Terminal, tmp_path: Path) -> None:
    said = course("print", "attendance-sheet", "C1", "--out", tmp_path)
    assert said.status == 2
    assert "--week" in said.err


def test_printing_again_gives_the_same_bytes_of_the_same_paper(course: Terminal, tmp_path: Path) -> None:
    words = ("print", "attendance-sheet", "C1", "--week", "2024-W03", "--json", "--out")
    first = course(*words, tmp_path / "one").json
    second = course(*words, tmp_path / "two").json
    assert (first["number"], first["version"]) == (second["number"], second["version"]) == (1, 1)
    assert Path(first["path"]).read_bytes() == Path(second["path"]).read_bytes()


def test_a_changed_week_is_a_new_version(course: Terminal, tmp_path: Path) -> None:
    words = ("print", "attendance-sheet-recorded", "C1", "--week", "2024-W03", "--json", "--out", tmp_path)
    assert course(*words).json["version"] == 1
    rows = "day,stretch,document,attended minutes\n2024-01-15,1,12345678Z,0\n"
    assert course("import", "attendance", write(tmp_path, "a.csv", rows), "C1").status == 0
    changed = course(*words).json
    assert (changed["version"], changed["number"]) == (2, 2)
    text = PdfReader(io.BytesIO(Path(changed["path"]).read_bytes())).pages[0].extract_text()
    assert "Pérez Gil, Ana" in text


def test_the_conditions_sheet_tells_what_it_lacks(course: Terminal, tmp_path: Path) -> None:
    said = course("print", "conditions-sheet", "C1", "--out", tmp_path, "--json")
    assert said.status == 0
    assert any("b) Objetivos" in notice for notice in said.json["notices"])


def test_the_documents_are_listed(run: Terminal) -> None:
    names = [kind["document"] for kind in run.bare("print", "--list", "--json").json]
    assert names[:3] == ["attendance-sheet", "attendance-sheet-recorded", "conditions-sheet"]


def test_a_course_goes_to_another_file_and_comes_out_the_same(
    course: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = tmp_path / "curso.json"
    assert course("export", "course", "C1", "--out", dossier).status == 0
    other = Terminal(tmp_path / "otro.cpepa", capsys)
    assert other("new").status == 0
    assert other("import", "course", dossier).status == 0
    again = tmp_path / "again.json"
    assert other("export", "course", "C1", "--out", again).status == 0
    assert again.read_bytes() == dossier.read_bytes()


def test_a_speciality_completed_by_the_centre_can_be_planned(centre: Terminal, tmp_path: Path) -> None:
    assert centre("catalogue", "complete", tmp_path / "nada.json").status == 1
    assert centre("catalogue", "complete", write(tmp_path, "mal.json", "{")).status == 1


def test_the_sample_is_made_whole(run: Terminal) -> None:
    assert run("sample").status == 0
    assert run("check").status == 0
    codes = [course["code"] for course in run("course", "list", "--json").json]
    assert codes == ["2024-SSCS0208", "2024-ADGG0508", "2024-COML0110"]
