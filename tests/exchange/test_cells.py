"""What a cell shows, whatever is stored in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from cpepa_desktop.exchange.cells import Cell, Line, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("", ""),
        ("   ", ""),
        ("  Ana  María\n", "Ana María"),
        ("Calle Mayor, 5\r\n2º B", "Calle Mayor, 5 2º B"),
        ("12345678\N{NO-BREAK SPACE}Z", "12345678 Z"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}Ana\N{ZERO WIDTH SPACE}", "Ana"),
        ("Jose\N{COMBINING ACUTE ACCENT}", "José"),
        ("-", ""),
        ("\N{EM DASH}", ""),
        ("_______", ""),
        ("-5", "-5"),
        (12345678, "12345678"),
        (12345678.0, "12345678"),
        (4.5, "4.5"),
        (True, "VERDADERO"),
        (False, "FALSO"),
        (date(1985, 3, 5), "05/03/1985"),
        (datetime(1985, 3, 5, 10, 30), "05/03/1985"),  # noqa: DTZ001 - a spreadsheet knows no zones
        (time(5, 0), "05:00"),
        (timedelta(hours=26, minutes=5), "26:05"),
    ],
)
def test_a_cell_shows_its_text_on_one_line(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


def test_cells_beyond_the_last_one_are_empty() -> None:
    line = Line(3, ("a", None))
    assert [line[0], line[1], line[2]] == ["a", None, None]
