"""Justifying by commands: what would be justified and why, writing it, and what is decided of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

PEOPLE = "Apellidos;Nombre;DNI\nPérez Gil;Ana;12345678Z\n"
ATTENDANCE = "Día;Tramo;DNI;Minutos\n2024-01-15;1;12345678Z;0\n2024-01-16;1;12345678Z;0\n"
ANA = ("justify", "C1", "12345678Z", "--day", "2024-01-15")


@pytest.fixture
def absent(centre: Terminal, tmp_path: Path) -> Terminal:
    """Give a course one of whose people missed its first two days."""
    for name, text, what in (("p.csv", PEOPLE, "people"), ("a.csv", ATTENDANCE, "attendance")):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert centre("import", what, path, "C1").status == 0
    return centre


def test_a_dry_run_says_what_would_be_justified_and_why(absent: Terminal) -> None:
    said = absent(*ANA, "--cause", "b", "--at", "10:00", "--ended", "10:45", "--dry-run", "--json")
    assert said.status == 0
    assert said.json["minutes"] == 165
    (session,) = said.json["sessions"]
    assert (session["missed_minutes"], session["unjustified_minutes"]) == (300, 135)
    assert "primera mitad" in session["why"]
    assert absent("justifications", "C1", "--json").json == []
    assert "Se justificarían 5 h." in absent(*ANA, "--cause", "c", "--dry-run").out


def test_a_justification_over_two_days_is_written_listed_and_validated(
    absent: Terminal, tmp_path: Path
) -> None:
    scan = tmp_path / "parte.pdf"
    scan.write_bytes(b"%PDF parte")
    written = absent(*ANA, "--cause", "c", "--to", "2024-01-16", "--proof", scan, "--json")
    assert written.json["minutes"] == 600
    (row,) = absent("justifications", "C1", "--json").json
    assert (row["cause"], row["minutes"], row["state"], row["proof"]) == ("c", 600, "pending", "parte.pdf")
    assert absent("validate", "C1", row["id"], "--on", "2024-01-22").status == 0
    (row,) = absent("justifications", "C1", "--json").json
    assert (row["state"], row["decided_on"]) == ("validated", "2024-01-22")
    assert "Pérez Gil, Ana" in absent("justifications", "C1").out
    (person,) = absent("status", "C1", "--json").json["participants"]
    assert (person["justified_minutes"], person["exception"]) == (600, None)


def test_what_makes_no_sense_is_refused_or_badly_written(absent: Terminal) -> None:
    assert absent(*ANA, "--cause", "z").status == 2
    assert absent(*ANA, "--cause", "b", "--at", "25:00").status == 2
    assert absent(*ANA, "--cause", "c", "--to", "2024-01-01").status == 1
    assert absent("validate", "C1", "99").status == 1
    assert absent("exception", "C1", "12345678Z", "--reason", "Motivo").status == 1
    assert absent("exception", "C1", "12345678Z", "--reason", "Motivo", "--revoke").status == 1
