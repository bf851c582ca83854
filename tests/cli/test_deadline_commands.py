"""Terms at the command line: estimated, listed, written as a calendar, and met."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Said, Terminal, add_course
from tests.exchange.ics import read_calendar

ESTIMATE = (
    *("deadlines", "estimate", "--call", "EPE-873-2023", "--municipality", "Zaragoza"),
    *("--start", "2024-01-15", "--end", "2024-06-14", "--selection", "2024-01-08"),
)
COURSE = "C1"


@pytest.fixture
def taught(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give a centre with two people in its course."""
    people = tmp_path / "personas.csv"
    rows = ("DNI;Nombre;Apellidos", "12345678Z;Ana;Muñoz Gil", "87654321X;Eva;Lanuza Mur")
    people.write_text("\n".join(rows), encoding="utf-8")
    assert centre("import", "people", people, COURSE).status == 0
    return centre


def of(said: Said, name: str) -> dict[str, object]:
    found: dict[str, object] = next(each for each in said.json if each["obligation"] == name)
    return found


def test_an_estimate_answers_with_its_keys_and_needs_no_file(run: Terminal) -> None:
    said = run.bare(*ESTIMATE, "--json")
    assert said.status == 0
    assert of(said, "candidate_request") == {
        "obligation": "candidate_request",
        "subject": "",
        "due": "2023-12-24",
        "safe": "2023-12-14",
        "kind": "calendar",
        "anchor": "selection",
        "citation": "EPE/873/2023, Guía 10.1.3; cuadro resumen",
        "channels": ["Registro"],
    }
    assert of(said, "leaver_communication")["due"] is None
    assert of(said, "evaluation_record")["due"] == "2024-07-05"
    assert of(said, "evaluation_record")["safe"] == "2024-07-01"
    assert "festivos locales" in said.err


def test_local_holidays_and_days_of_class_are_given(run: Terminal, tmp_path: Path) -> None:
    given = ("--local-holiday", "2024-01-29", "--local-holiday", "2024-03-05")
    said = run.bare(*ESTIMATE, *given, "--json")
    assert of(said, "disability_support")["due"] == "2024-01-30"
    assert said.err == ""
    days = tmp_path / "dias.csv"
    days.write_text("2024-01-15\n2024-01-16\nnada\n", encoding="utf-8")
    wrong = run.bare(*ESTIMATE, *given, "--teaching-days", days, "--json")
    assert wrong.status == 1
    assert [problem["row"] for problem in wrong.json["problems"]] == [3]


def test_the_lines_say_the_day_what_it_waits_for_and_the_article(run: Terminal) -> None:
    lines = run.bare(*ESTIMATE).out
    assert (
        "05/07/2024  Entregar el acta de evaluación final, fecha segura 01/07/2024  (EPE/873/2023," in lines
    )
    assert "pendiente de la baja de la persona" in lines


@pytest.mark.parametrize(
    "words",
    [
        ("deadlines",),
        ("deadlines", COURSE, "--all"),
        ("deadlines", "estimate", "--call", "EPE-873-2023"),
        (*ESTIMATE, "--all"),
    ],
)
def test_words_that_do_not_go_together_are_a_mistake(taught: Terminal, words: tuple[str, ...]) -> None:
    assert taught(*words).status == 2


def test_a_course_lists_what_it_owes_and_all_are_listed_together(taught: Terminal) -> None:
    said = taught("deadlines", COURSE, "--json")
    assert of(said, "start_communication")["course"] == COURSE
    assert {each["course"] for each in taught("deadlines", "--all", "--json").json} >= {COURSE}
    assert COURSE in taught("deadlines", COURSE).out
    assert taught("deadlines", "nada").status == 1


def test_what_is_past_and_not_met_says_so_at_once(taught: Terminal) -> None:
    lines = taught("deadlines", COURSE, "--today", "2024-02-01").out.splitlines()
    (start,) = (line for line in lines if "Comunicar el inicio" in line)
    (opening,) = (line for line in lines if "Se abre la preinscripción" in line)
    assert "VENCIDO" in start
    assert "VENCIDO" not in opening, "a moment that nobody has to meet"


@pytest.mark.parametrize("which", [(COURSE,), ("--all",)])
def test_terms_are_written_as_a_calendar(taught: Terminal, tmp_path: Path, which: tuple[str, ...]) -> None:
    path = tmp_path / "plazos.ics"
    assert taught("deadlines", *which, "--ics", path, "--json").json == {"path": str(path)}
    assert read_calendar(path.read_bytes())[1]


def test_an_obligation_is_filed_with_its_day_number_channel_and_scan(
    taught: Terminal, tmp_path: Path
) -> None:
    scan = tmp_path / "acta.pdf"
    scan.write_bytes(b"%PDF")
    words = ("file", "start_communication", COURSE, "--day", "2024-01-09", "--number", "R-7")
    said = taught(*words, "--channel", "Gestifor Web", "--scan", scan, "--json")
    assert said.status == 0
    assert "1 día después del plazo" in said.json["notices"][0]
    met = of(taught("deadlines", COURSE, "--json"), "start_communication")["met"]
    assert isinstance(met, dict)
    assert (met["day"], met["number"], met["channel"]) == ("2024-01-09", "R-7", "Gestifor Web")
    again = taught(*words)
    assert again.status == 1
    assert "ya consta" in again.err
    assert "hecho el 09/01/2024" in taught("deadlines", COURSE).out


def test_a_person_is_named_by_their_document_or_their_key(taught: Terminal) -> None:
    rows = taught("deadlines", COURSE, "--json").json
    people = [each for each in rows if each["obligation"] == "participant_registration"]
    assert [each["subject_words"] for each in people] == ["Lanuza Mur, Eva", "Muñoz Gil, Ana"]
    words = ("file", "participant_registration", COURSE, "--subject")
    assert taught(*words, people[0]["subject"]).status == 0
    assert taught(*words, "12345678Z").status == 0
    again = taught("deadlines", COURSE, "--json").json
    assert all(each["met"] for each in again if each["obligation"] == "participant_registration")


def test_an_unknown_obligation_is_told_with_those_near_it(taught: Terminal) -> None:
    said = taught("file", "start_comunication", COURSE)
    assert said.status == 1
    assert "start_communication" in said.err


def test_a_course_under_an_agreement_owes_what_the_state_law_asks_of_any(taught: Terminal) -> None:
    agreed = {"call": "inaem-agreement", "route": "agreement", "timetable": "L-V 16:00-21:00"}
    assert add_course(taught, "A1", **agreed).status == 0
    owed = taught("deadlines", "A1")
    for words in ("Entregar el acta de evaluación  (RD 659/2023, art. 19.5)", "RD 34/2008, art. 14.10"):
        assert words in owed.out
    assert "Presentar la justificación económica, falta escribir el plazo  (Convenio" in owed.out


def test_a_course_that_was_renounced_owes_nothing_and_says_so(taught: Terminal) -> None:
    assert taught("course", "renounce", COURSE, "--reason", "Sin docente").status == 0
    assert taught("deadlines", COURSE).out == "No hay ningún plazo.\n"
    assert taught("deadlines", COURSE, "--json").json == []
