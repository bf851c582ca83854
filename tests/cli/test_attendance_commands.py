"""Attendance from a file on the command line: what is there already, and files of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Said, Terminal

NUMBER = "12345678Z"
HEAD = "día;tramo;documento;minutos asistidos;causa;estado\n"


@pytest.fixture
def course(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give the command line over a course with one person, whose first day is entered whole."""
    people = write(tmp_path, "personas.csv", f"documento;nombre;apellidos\n{NUMBER};Ana;Gil\n")
    assert centre("import", "people", people, "C1").status == 0
    assert bring(centre, tmp_path, "300").status == 0
    return centre


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file and return where it is."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def bring(course: Terminal, folder: Path, minutes: str, *options: str, day: str = "15/01/2024") -> Said:
    """Import one row."""
    path = write(folder, "a.csv", f"{HEAD}{day};1;{NUMBER};{minutes}\n")
    return course("import", "attendance", path, "C1", *options)


def attended(course: Terminal) -> int:
    """Return the minutes attended that stand in the file."""
    (person,) = course("status", "C1", "--json").json["participants"]
    return int(person["attended_minutes"])


def test_a_file_that_says_otherwise_is_refused_with_both_sayings(course: Terminal, tmp_path: Path) -> None:
    said = bring(course, tmp_path, "240")
    assert said.status != 0
    assert "está introducido «asiste 5 h» y el fichero dice «asiste 4 h»" in said.err
    assert attended(course) == 300


@pytest.mark.parametrize(("option", "minutes"), [("--overwrite", 240), ("--keep", 300)])
def test_it_is_said_what_becomes_of_it(course: Terminal, tmp_path: Path, option: str, minutes: int) -> None:
    assert bring(course, tmp_path, "240", option).status == 0
    assert attended(course) == minutes


def test_both_cannot_be_said_at_once(course: Terminal, tmp_path: Path) -> None:
    assert bring(course, tmp_path, "240", "--overwrite", "--keep").status == 2


def test_a_dry_run_tells_what_differs_and_what_is_there_already(course: Terminal, tmp_path: Path) -> None:
    said = bring(course, tmp_path, "240", "--dry-run", "--json").json
    assert [conflict["row"] for conflict in said["conflicts"]] == [2]
    assert (said["accepted"], said["same"]) == (0, 0)
    assert bring(course, tmp_path, "300", "--dry-run", "--json").json["same"] == 1


def test_a_file_brought_twice_changes_nothing(course: Terminal, tmp_path: Path) -> None:
    said = bring(course, tmp_path, "300", "--json")
    assert (said.status, said.json["accepted"]) == (0, 0)


@pytest.mark.parametrize(
    ("minutes", "day", "words"),
    [("301", "16/01/2024", "más que la clase"), ("300", "14/01/2024", "queda fuera del curso")],
)
def test_a_row_of_no_use_is_told_with_its_place(
    course: Terminal, tmp_path: Path, minutes: str, day: str, words: str
) -> None:
    said = bring(course, tmp_path, minutes, day=day)
    assert said.status != 0
    assert "fila 2" in said.err
    assert words in said.err
    assert attended(course) == 300
