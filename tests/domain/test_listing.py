"""Tests of how cells leave the program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.listing import Cell, Measure, decimal_of, harmless, plain_cell


@pytest.mark.parametrize(
    ("cell", "measure", "plain"),
    [
        (None, None, ""),
        ("24/1", None, "24/1"),
        (1234, None, "1234"),
        (date(2024, 3, 5), None, "2024-03-05"),
        (0, Measure.MINUTES, "0:00"),
        (150, Measure.MINUTES, "2:30"),
        (24 * 60, Measure.MINUTES, "24:00"),
        (380, Measure.HOURS, "380:00"),
        (-90, Measure.MINUTES, "-1:30"),
        (3_759_340, Measure.CENTS, "37593,40"),
        (-5, Measure.CENTS, "-0,05"),
        (4250, Measure.HUNDREDTHS, "42,50"),
    ],
)
def test_a_cell_is_written_as_a_spanish_spreadsheet_takes_it(
    cell: Cell, measure: Measure | None, plain: str
) -> None:
    assert plain_cell(cell, measure) == plain


@pytest.mark.parametrize("text", ["=1+1", "+34 600", "-x", "@SUM(A1)", "\tx"])
def test_a_text_never_begins_a_formula(text: str) -> None:
    assert harmless(text, text) == f"'{text}"


def test_a_negative_number_stays_a_number() -> None:
    assert harmless(-5, "-5") == "-5"
    assert harmless("Ana", "Ana") == "Ana"


def test_hundredths_are_exact() -> None:
    assert decimal_of(10) == Decimal("0.1")
