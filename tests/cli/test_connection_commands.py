"""A log of connections, proposed and written by command."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import Said, Terminal

SAMPLES: Final = Path(__file__).parents[1] / "exchange" / "connections" / "samples"
ANA, UMAR = "12345678Z", "00000001R"
PEOPLE: Final = f"""Apellidos;Nombre;DNI;Correo electrónico
Muñoz Lago;Ana;{ANA};ana.munoz@correo.example
Idrissi;Umar;{UMAR};
"""


@pytest.fixture
def course(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give a course of two people, one of whom shows up under another name."""
    path = tmp_path / "personas.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    assert centre("import", "people", path, "C1").status == 0
    return centre


def bring(run: Terminal, *words: object, sample: str = "teams_new_en.csv") -> Said:
    """Read a sample for the first class of the course."""
    return run("import", "connections", SAMPLES / sample, "C1", "--day", "2024-01-15", "--stretch", 1, *words)


def entered(run: Terminal) -> dict[str, int | None]:
    """Return the minutes that are entered already, by document."""
    return {one["id_number"]: one["entered_minutes"] for one in bring(run, "--json").json["people"]}


def test_the_proposal_says_who_how_long_and_what_told_it_and_writes_nothing(course: Terminal) -> None:
    said = bring(course, "--json")
    assert said.status == 0
    (ana,) = said.json["people"]
    assert (ana["id_number"], ana["minutes"], ana["matched_by"]) == (ANA, 284, "email")
    assert ana["intervals"] == [
        ["2024-01-15T09:00:00+01:00", "2024-01-15T10:30:00+01:00"],
        ["2024-01-15T10:45:20+01:00", "2024-01-15T14:00:00+01:00"],
    ]
    assert [one["name"] for one in said.json["unmatched"]] == ["Docente Gil", "Omar El Idrissi (Unverified)"]
    assert said.json["unmatched"][1]["suggestions"] == [UMAR]
    assert said.json["problems"] == []
    assert course("history", "--json").json[0]["name"].startswith("Importar")


def test_it_is_written_with_the_names_that_are_confirmed(course: Terminal) -> None:
    said = bring(course, "--apply", "--alias", f"Omar El Idrissi (Unverified)={UMAR}", "--json")
    assert (said.status, [one["minutes"] for one in said.json["people"]]) == (0, [284, 255])
    again = bring(course, "--json")
    assert [(one["matched_by"], one["entered_minutes"]) for one in again.json["people"]] == [
        ("email", 284),
        ("alias", 255),
    ]


def test_minutes_already_there_are_shown_and_changed_only_when_said(course: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "asistencia.csv"
    path.write_text(f"Día;DNI;Minutos\n15/01/2024;{ANA};200\n", encoding="utf-8")
    assert course("import", "attendance", path, "C1").status == 0
    said = bring(course)
    assert f"{ANA}  Muñoz Lago, Ana: 4:44 h (ya tiene introducidas 3:20 h)" in said.out
    assert "Sin emparejar: «Omar El Idrissi (Unverified)», 4:15 h" in said.out
    assert bring(course, "--apply").status == 1
    assert entered(course) == {ANA: 200}
    assert bring(course, "--apply", "--overwrite", ANA).status == 0
    assert entered(course) == {ANA: 284}


@pytest.mark.parametrize("alias", ["Omar", "=12345678Z", "Omar="])
def test_an_alias_without_a_person_is_badly_written(course: Terminal, alias: str) -> None:
    assert bring(course, "--alias", alias).status == 2


def test_a_log_of_another_day_is_refused(course: Terminal) -> None:
    said = course("import", "connections", SAMPLES / "zoom_es.csv", "C1", "--day", "2024-01-16")
    assert said.status == 1
    assert "No se ha importado nada" in said.err
