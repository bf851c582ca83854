"""What a rule compared, first in words and then in figures: products, never rounded percentages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cpepa_desktop.domain.law import Number, Verdict
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.explanation_words import rule_formulas

_PAIRS: Final = (
    ("scheduled_minutes", "official_minutes"),
    ("minutes_of_day", "most_minutes_of_day"),
    ("support_minutes", "action_minutes"),
    ("leavers", "most_leavers"),
    ("trainers", "most_trainers"),
    ("people", "most_people"),
    ("actions", "most_actions"),
    ("communicated_on", "due"),
    ("start", "ended_on"),
    ("gate_day", "start"),
)
"""The numbers that rules compare two by two: the first should not pass the second."""


def formula_of(verdict: Verdict) -> tuple[str, ...]:
    """Return the formula of a verdict: the line in words, and a line for each comparison it made."""
    is_seat = verdict.reason == "additional_seat"
    return (rule_formulas()["additional_seat" if is_seat else verdict.rule], *_figures(verdict.numbers))


def _figures(numbers: Mapping[str, Number]) -> Iterator[str]:
    if "attended_minutes" in numbers:
        yield _product(numbers, "attended_minutes", "≥", "<")
        if numbers["reachable_minutes"] != numbers["attended_minutes"]:
            reachable = _product(numbers, "reachable_minutes", "≥", "<")
            yield _("Lo más que puede alcanzar: {comparison}").format(comparison=reachable)
    elif "most_minutes" in numbers:
        least, minutes, most = (
            _whole(numbers[name]) for name in ("least_minutes", "minutes", "most_minutes")
        )
        yield f"{_hours_compared(least, minutes)} · {_hours_compared(minutes, most)}"
    elif "class_day" in numbers:
        yield _counts_compared(numbers["class_day"], numbers["most_class_days"])
        yield _product(numbers, "taught_minutes", ">", "≤")
    elif "cap_cents" in numbers:
        names = (name for name in ("asked_cents", "granted_cents", "expected_cents") if name in numbers)
        yield _amounts_compared([_whole(numbers[name]) for name in names], _whole(numbers["cap_cents"]))
    else:
        yield from _pair_compared(numbers)


def _pair_compared(numbers: Mapping[str, Number]) -> Iterator[str]:
    """Yield the comparison of the first pair of numbers that a verdict has of those that rules compare."""
    for one, other in _PAIRS:
        if one in numbers and other in numbers:
            left, right = numbers[one], numbers[other]
            if isinstance(left, date):
                yield _days_compared(left, right)
            elif one.endswith(("_minutes", "minutes_of_day")):
                yield _hours_compared(_whole(left), _whole(right))
            else:
                yield _counts_compared(left, right)
            return


def _product(numbers: Mapping[str, Number], name: str, at_least: str, below: str) -> str:
    """Return a share compared exactly, «4 × 285 h ≥ 3 × 380 h: 1140 h ≥ 1140 h»: nothing is divided.

    ``at_least`` and ``below`` are the signs written; a rule that allows up to the share has ``>`` and ``≤``.
    """
    share = Fraction(Decimal(str(numbers["share"])))
    minutes, base = _whole(numbers[name]), _whole(numbers["base_minutes"])
    left, right = share.denominator * minutes, share.numerator * base
    is_above = left > right if at_least == ">" else left >= right
    sign = at_least if is_above else below
    factors = f"{_times(share.denominator, minutes)} {sign} {_times(share.numerator, base)}"
    products = f"{hours_words(left)} {sign} {hours_words(right)}"
    return factors if factors == products else f"{factors}: {products}"


def _times(factor: int, minutes: int) -> str:
    return f"{factor} × {hours_words(minutes)}" if factor != 1 else hours_words(minutes)


def _hours_compared(one: int, other: int) -> str:
    return f"{hours_words(one)} {'≤' if one <= other else '>'} {hours_words(other)}"


def _counts_compared(one: Number, other: Number) -> str:
    return f"{one} {'≤' if _whole(one) <= _whole(other) else '>'} {other}"


def _amounts_compared(amounts: Sequence[int], cap: int) -> str:
    total = sum(amounts)
    sign = "≤" if total <= cap else ">"
    compared = f"{money_words(total)} {sign} {money_words(cap)}"
    if len(amounts) == 1:
        return compared
    return f"{' + '.join(money_words(amount) for amount in amounts)} = {compared}"


def _days_compared(one: Number, other: Number) -> str:
    if isinstance(one, date) and isinstance(other, date):
        return f"{day_words(one)} {'≤' if one <= other else '>'} {day_words(other)}"
    raise TypeError(one)


def _whole(number: Number) -> int:
    return int(str(number))
