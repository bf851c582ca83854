"""Amounts in cents and exact units, as they are rounded and written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cpepa_desktop.domain.money import money_words, to_cents, to_euros, unit_words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("euros", "cents"), [("0.004", 0), ("0.005", 1), ("0.0149999", 1), ("0.015", 2), ("37593.40", 3_759_340)]
)
def test_a_final_amount_goes_to_the_cent_and_half_a_cent_up(euros: str, cents: int) -> None:
    assert to_cents(Decimal(euros)) == cents


def test_cents_come_back_as_euros_with_two_decimals() -> None:
    assert [str(to_euros(cents)) for cents in (0, 5, 3_759_340)] == ["0.00", "0.05", "37593.40"]


def test_money_is_written_as_in_spain() -> None:
    assert money_words(3_759_340) == f"37.593,40{NBSP}€"
    assert money_words(60_000_000) == f"600.000,00{NBSP}€"
    assert money_words(-5) == f"\N{MINUS SIGN}0,05{NBSP}€"


@pytest.mark.parametrize(
    ("euros", "per", "words"),
    [
        ("751.868", "", f"751,868{NBSP}€"),
        ("1026.480", "", f"1.026,48{NBSP}€"),
        ("26", "h", f"26,00{NBSP}€/h"),
        ("12.50", "h", f"12,50{NBSP}€/h"),
        ("6.088", "h", f"6,088{NBSP}€/h"),
        ("400", "", f"400,00{NBSP}€"),
    ],
)
def test_a_unit_keeps_all_its_decimals(euros: str, per: str, words: str) -> None:
    assert unit_words(Decimal(euros), per) == words
