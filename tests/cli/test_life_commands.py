"""A course's life at the command line: gates, papers, agreement, start and renunciation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Said, Terminal, add_course

OWN = {"call": "own-resources", "route": "own"}
AGREEMENT = {"call": "inaem-agreement", "route": "agreement"}


@pytest.fixture
def run(run: Terminal) -> Terminal:
    """Give a command line over a new centre with a course of own resources, of which nothing is known."""
    assert run("new", "--centre", "CPEPA Prueba", "--municipality", "Zaragoza").status == 0
    assert add_course(run, "P1", **OWN).status == 0
    return run


def attendance(run: Terminal, folder: Path) -> Said:
    """Bring one person and an hour of attendance of the first class."""
    people, path = folder / "personas.csv", folder / "asistencia.csv"
    people.write_text("DNI;Nombre;Apellidos\n12345678Z;Ana;Muñoz Gil", encoding="utf-8")
    path.write_text("Día;Tramo;DNI;Minutos\n15/01/2024;1;12345678Z;60", encoding="utf-8")
    assert run("import", "people", people, "P1", "--only-valid").status in {0, 1}
    return run("import", "attendance", path, "P1", "--json")


def test_gates_are_shown_with_their_article_and_where_they_are_met(run: Terminal) -> None:
    said = run("course", "gates", "P1", "--json")
    assert said.json == [
        {
            "gate": "authorisation_received",
            "answer": "pending",
            "reason": "unknown",
            "day": None,
            "citation": "CPEPA 1.3, párr. 3",
            "place": "file/requirements",
            "is_warning": False,
        },
        {
            "gate": "directorate_resolution",
            "answer": "pending",
            "reason": "unknown",
            "day": None,
            "citation": "CPEPA 1.3, párr. 5",
            "place": "file/requirements",
            "is_warning": True,
        },
    ]
    assert run("course", "authorise", "P1", "--received", "2024-01-10").status == 0
    lines = run("course", "gates", "P1", "--start", "2024-01-09").out.splitlines()
    assert lines[0] == "10/01/2024  Autorización de INAEM recibida: no  (CPEPA 1.3, párr. 3)"
    assert "pendiente, aviso" in lines[1]


def test_an_authorisation_lets_a_course_start(run: Terminal, tmp_path: Path) -> None:
    refused = run("course", "start", "P1", "--day", "2024-01-15", "--json")
    assert refused.status == 1
    assert "CPEPA 1.3, párr. 3" in refused.json["refused"]
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"%PDF")
    words = ("--number", "A-7", "--issued", "2024-01-09", "--received", "2024-01-10", "--scan", scan)
    authorised = run("course", "authorise", "P1", *words, "--json")
    assert authorised.json["stages"] == {"P1": "running"}
    assert run("course", "start", "P1", "--day", "2024-01-15", "--json").json == {
        "operation": "Inicio del curso P1",
        "course": "P1",
        "notices": [],
        "stages": {"P1": "running"},
    }
    assert run("course", "start", "P1").status == 1


def test_attendance_of_a_file_waits_for_the_authorisation(run: Terminal, tmp_path: Path) -> None:
    refused = attendance(run, tmp_path)
    assert refused.status == 1
    assert "Autorización de INAEM recibida" in refused.err
    assert run("course", "defer", "P1", "--reason", "Consta en papel").status == 0
    assert attendance(run, tmp_path).status == 0


def test_one_agreement_is_signed_for_several_courses(run: Terminal) -> None:
    for code, hours in (("C1", "L-V 09:00-14:00"), ("C2", "L-V 16:00-21:00")):
        assert add_course(run, code, **AGREEMENT | {"timetable": hours}).status == 0
    signed = run("course", "sign", "C1", "C2", "--number", "12", "--issued", "2024-01-12", "--json")
    assert signed.json["stages"] == {"C1": "running", "C2": "running"}
    listed = run("paper", "list", "--course", "C2", "--json").json
    assert [(paper["kind"], paper["number"], paper["courses"]) for paper in listed] == [
        ("agreement", "12", ["C1", "C2"])
    ]
    assert run("course", "sign", "P1", "--issued", "2024-01-12").status == 1


def test_papers_are_added_for_several_courses_listed_and_removed(run: Terminal) -> None:
    assert add_course(run, "P2", **OWN, timetable="L-V 16:00-21:00").status == 0
    words = ("--course", "P1", "--course", "P2", "--issued", "2024-01-08", "--body", "INAEM")
    assert run("paper", "add", "authorisation", *words).status == 0
    [line] = run("paper", "list").out.splitlines()
    assert line.split() == ["1", "08/01/2024", "Autorización", "de", "INAEM", "P1,", "P2"]
    assert run("paper", "remove", "1", "--reason", "Era de otro").status == 0
    assert run("paper", "list", "--json").json == []
    assert run("paper", "remove", "1", "--reason", "Otra vez").status == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("agreement", "--issued", "2024-02-01", "--ends", "2024-01-31"), "después de su fin"),
        (("authorisation", "--issued", "2024-03-02"), "aún no ha llegado"),
        (("authorisation", "--issued", "2024-02-02", "--received", "2024-02-01"), "antes de su fecha"),
        (("grant", "--scan", "no-existe.pdf"), "No se puede leer"),
    ],
)
def test_a_paper_that_cannot_be_so_is_refused_and_nothing_is_written(
    run: Terminal, words: tuple[str, ...], said: str
) -> None:
    answer = run("paper", "add", *words, "--course", "P1")
    assert answer.status == 1
    assert said in answer.err
    assert run("paper", "list", "--json").json == []


def test_words_that_are_not_well_written_end_with_their_own_status(run: Terminal) -> None:
    for words in (("paper", "add", "carta"), ("course", "sign"), ("course", "start", "P1", "--day", "hoy")):
        assert run(*words).status == 2


def test_a_renunciation_is_told_with_its_limit_and_can_be_cancelled(run: Terminal) -> None:
    assert add_course(run, "C1").status == 0
    grant = ("--issued", "2024-01-08", "--received", "2024-01-10")
    assert run("course", "authorise", "C1", *grant).status == 0
    done = run("course", "renounce", "C1", "--reason", "Sin docente", "--number", "R-1", "--json")
    assert done.json["stages"] == {"C1": "renounced"}
    assert "acabó el lun 12 feb 2024" in done.err
    assert run("course", "renounce", "C1", "--reason", "Otra vez").status == 1
    undone = run("course", "renounce", "C1", "--reason", "Hay docente", "--cancel", "--json")
    assert undone.json["stages"] != {"C1": "renounced"}


def test_one_paper_authorises_several_courses(run: Terminal) -> None:
    assert add_course(run, "C1").status == 0
    assert add_course(run, "C2").status == 0
    done = run("course", "authorise", "C1", "C2", "--issued", "2024-01-08", "--json")
    assert list(done.json["stages"]) == ["C1", "C2"]
    (paper,) = run("paper", "list", "--json").json
    assert (paper["kind"], paper["courses"]) == ("grant", ["C1", "C2"])
    assert "No hay un escrito" in run("course", "authorise", "P1", "C1", "--issued", "2024-01-08").err


def test_what_is_done_says_where_the_course_stands_and_a_resolution_that_came_warns_no_more(
    run: Terminal,
) -> None:
    assert run("paper", "list").out == "No hay ningún escrito.\n"
    assert "Dirección General: pendiente, aviso" in run("course", "gates", "P1").out
    said = run("course", "authorise", "P1", "--received", "2024-01-10").out.splitlines()
    assert said == ["Anotar Autorización de INAEM", "P1: En marcha"]
    resolution = ("--course", "P1", "--issued", "2024-01-09")
    assert run("paper", "add", "directorate_resolution", *resolution).status == 0
    assert "Dirección General: sí  (CPEPA" in run("course", "gates", "P1").out


def test_the_stage_is_given_wherever_a_course_is(run: Terminal) -> None:
    assert run("course", "list", "--json").json[0]["stage"] == "planned"
    assert run("status", "P1", "--json").json["stage"] == "planned"
    assert run("status", "P1").out.splitlines()[0] == "Planificado"
