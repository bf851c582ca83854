"""A week that is sent, by commands alone: locked, unlocked, and typed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.cli.test_commands import PEOPLE, write

DAYS = ("15/01/2024", "16/01/2024", "17/01/2024", "18/01/2024", "19/01/2024")
WEEK = "2024-W03"
ROWS = "DNI;Fecha;Horas\n" + "".join(f"{n};{day};5\n" for n in ("12345678Z", "00000001R") for day in DAYS)
LOCK = ("lock", "week", "C1", WEEK, "--sent", "2024-01-22", "--registry", "REG-17")


@pytest.fixture
def entered(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give a course of two people whose first week is entered."""
    assert centre("import", "people", write(tmp_path, "p.csv", PEOPLE), "C1").status == 0
    said = centre("import", "attendance", write(tmp_path, "a.csv", ROWS), "C1")
    assert said.status == 0, said.err
    return centre


def test_a_week_is_locked_and_nothing_more_is_written_in_it(entered: Terminal, tmp_path: Path) -> None:
    said = entered(*LOCK, "--json")
    assert said.status == 0, said.err
    assert (said.json["week"], said.json["version"], len(said.json["content_sha256"])) == (WEEK, 1, 64)
    rows = "DNI;Fecha;Horas\n12345678Z;15/01/2024;4\n"
    again = entered("import", "attendance", write(tmp_path, "b.csv", rows), "C1")
    assert again.status == 1
    assert "ya se envió y está bloqueada" in again.err


def test_a_week_is_unlocked_with_its_reason_and_the_next_is_version_two(entered: Terminal) -> None:
    assert entered(*LOCK).status == 0
    said = entered("unlock", "week", "C1", WEEK, "--reason", "un error", "--json")
    assert (said.status, said.json["next_version"]) == (0, 2)
    assert entered(*LOCK, "--json").json["version"] == 2


@pytest.mark.parametrize(
    "words",
    [
        LOCK[:4],
        (*LOCK[:4], "--sent", "ayer", "--registry", "R"),
        ("lock", "week", "C1", "2024-W54", *LOCK[4:]),
        ("unlock", "week", "C1", WEEK),
        ("typing", "C1", WEEK, "--program", "excel"),
    ],
)
def test_a_line_badly_written_ends_with_two(entered: Terminal, words: tuple[str, ...]) -> None:
    assert entered(*words).status == 2


def test_what_cannot_be_locked_or_unlocked_is_refused(entered: Terminal) -> None:
    assert entered("unlock", "week", "C1", WEEK, "--reason", "un error").status == 1
    assert entered(*LOCK[:4], "--sent", "2024-01-18", "--registry", "R").status == 1
    assert entered("lock", "week", "C1", "2024-W04", *LOCK[4:]).status == 1


def test_what_is_typed_again_is_listed_in_the_order_of_the_program(entered: Terminal) -> None:
    said = entered("typing", "C1", WEEK, "--program", "gestifor", "--json")
    assert (said.status, said.json["left"], len(said.json["items"])) == (0, 12, 12)
    first = said.json["items"][2]
    assert (first["kind"], first["day"], first["n"], first["state"]) == ("day", "2024-01-15", 1, "missing")
    assert list(first["cells"].values()) == ["5", "0", "", "0"]
    plain = entered("typing", "C1", WEEK, "--program", "gacepa", "--left")
    assert plain.out.splitlines()[-1] == "Faltan 12 líneas."
    assert "5:00  0:00" in plain.out


def test_a_week_is_shown_as_data_and_as_a_table(entered: Terminal) -> None:
    assert entered(*LOCK).status == 0
    found = entered("attendance", "week", "C1", WEEK, "--json").json
    assert (found["course"], found["week"], found["lock"]["registry"]) == ("C1", WEEK, "REG-17")
    first = found["stretches"][0]
    assert (first["day"], first["n"], first["minutes"]) == ("2024-01-15", 1, 300)
    person = next(each for each in found["people"] if each["id_number"] == "12345678Z")
    assert (person["week_minutes"], person["attended_minutes"]) == (1500, 1500)
    assert person["cells"][0] == {
        "state": "entered",
        "minutes": 300,
        "attended_minutes": 300,
        "virtual": False,
        "absences": [],
    }
    lines = entered("attendance", "week", "C1", WEEK).out.splitlines()
    assert len(lines) == 3
    assert lines[1].endswith("25:00")
    assert entered("attendance", "week", "C1", "2024-W01").status == 1


def test_the_start_is_listed_for_gestifor_alone(entered: Terminal) -> None:
    said = entered("typing", "C1", "start", "--program", "gestifor", "--json")
    assert said.status == 0, said.err
    assert said.json["week"] == "start"
    kinds = {item["kind"] for item in said.json["items"]}
    assert {"month", "class_day", "start"} <= kinds
    month = next(item for item in said.json["items"] if item["key"] == "month/month")
    assert month["cells"] == {"Valor": "01/2024"}
    refused = entered("typing", "C1", "start", "--program", "gacepa")
    assert refused.status == 1
    assert "sólo se teclea en GESTIFOR" in refused.err
