"""Days read from files as people keep them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.day_list import read_days

DAYS = (date(2024, 1, 15), date(2024, 1, 16), date(2024, 2, 29))


def written(folder: Path, text: str) -> Path:
    path = folder / "dias.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-15\n2024-01-16\n2024-02-29\n",
        "2024-02-29\n\n2024-01-15\n2024-01-16\n2024-01-15\n",
        "Día\n15/01/2024\n16/01/2024\n29/02/2024\n",
        "Tema;Fecha\nUno;2024-01-15\nDos;2024-01-16\nTres;2024-02-29\n",
        "2024-01-15;Uno\n2024-01-16;Dos\n2024-02-29;Tres\n",
    ],
)
def test_days_come_in_order_and_once_however_they_are_written(tmp_path: Path, text: str) -> None:
    assert read_days(written(tmp_path, text)) == DAYS


def test_every_row_that_is_no_day_is_told_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read_days(written(tmp_path, "2024-01-15\n2024-02-30\nlunes\n2024-01-16\n"))
    assert [problem.row for problem in refusal.value.problems] == [2, 3]
    assert "2024-02-30" in refusal.value.problems[0].message


@pytest.mark.parametrize("text", ["", "Fecha\n", "\n\n"])
def test_a_file_without_days_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused):
        read_days(written(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_days(tmp_path / "no.csv")
