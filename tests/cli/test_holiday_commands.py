"""Days without class brought by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

LIST = "Fecha;Festivo\n05/03/2024;Cincomarzada\n29/01/2024;San Valero\n"


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """Give a list of two local days."""
    path = tmp_path / "locales.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_days_are_tried_and_brought_and_not_twice(centre: Terminal, days: Path) -> None:
    words = ("import", "holidays", days, "--year", 2024, "--kind", "local", "--json")
    tried = centre(*words, "--dry-run")
    assert tried.status == 0
    assert [(one["day"], one["name"], one["kind"]) for one in tried.json["new"]] == [
        ("2024-01-29", "San Valero", "local"),
        ("2024-03-05", "Cincomarzada", "local"),
    ]
    brought = centre(*words)
    assert (brought.status, brought.json["known"], brought.json["problems"]) == (0, [], [])
    again = centre(*words)
    assert again.status == 1
    assert "ya están" in again.out + again.err


def test_another_year_is_refused_with_both_years(centre: Terminal, days: Path) -> None:
    said = centre("import", "holidays", days, "--year", 2025, "--kind", "local")
    assert said.status == 1
    assert "2024" in said.err
    assert "2025" in said.err


def test_a_kind_there_is_not_is_badly_written(centre: Terminal, days: Path) -> None:
    assert centre("import", "holidays", days, "--year", 2024, "--kind", "moon").status == 2
