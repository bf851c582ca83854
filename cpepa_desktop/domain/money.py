"""Amounts: whole cents where they are final, exact euros where they are units, and how both are written."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

CENTS_PER_EURO: Final = 100
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def to_cents(euros: Decimal) -> int:
    """Return an exact amount as a final one: whole cents, a half cent up."""
    return int((euros * CENTS_PER_EURO).to_integral_value(ROUND_HALF_UP))


def to_euros(cents: int) -> Decimal:
    """Return a final amount in euros, with its two decimals."""
    return Decimal(cents).scaleb(-2)


def money_words(cents: int) -> str:
    """Return «37.593,40 €»."""
    sign = "\N{MINUS SIGN}" if cents < 0 else ""
    whole, rest = divmod(abs(cents), CENTS_PER_EURO)
    return f"{sign}{_grouped(whole)},{rest:02d}{_NO_BREAK}€"


def unit_words(euros: Decimal, per: str = "") -> str:
    """Return a unit cost with all its decimals, two at least: «751,868 €», «6,088 €/h» where ``per`` is h."""
    whole, _point, rest = f"{euros.normalize():f}".partition(".")
    unit = f"€/{per}" if per else "€"
    return f"{_grouped(int(whole))},{rest.ljust(2, '0')}{_NO_BREAK}{unit}"


def _grouped(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")
