"""What is written as TOML is read again the same, with the same bytes."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.exchange.call_file import official_text
from cpepa_desktop.exchange.toml_text import to_toml

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SCALAR = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.dates()
    | TEXT
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
)
INLINE = st.dictionaries(TEXT, SCALAR, max_size=3)
TABLES = st.recursive(
    st.dictionaries(TEXT, SCALAR | st.lists(SCALAR, max_size=3) | st.lists(INLINE, max_size=2), max_size=4),
    lambda inner: st.dictionaries(TEXT, inner | SCALAR, max_size=3),
    max_leaves=8,
)


def read(text: str) -> dict[str, object]:
    return tomllib.loads(text, parse_float=Decimal)


@given(TABLES)
def test_any_document_comes_back_the_same(document: dict[str, object]) -> None:
    assert read(to_toml(document)) == document


def test_the_text_of_a_call_settles_after_one_writing() -> None:
    once = to_toml(read(official_text("EPE-873-2023") or ""))
    assert to_toml(read(once)) == once


def test_a_decimal_stays_a_decimal_and_a_whole_number_whole() -> None:
    written = to_toml({"a": Decimal("0.70"), "b": Decimal(1), "c": 1, "d": True, "e": date(2024, 2, 29)})
    assert written == "a = 0.70\nb = 1.0\nc = 1\nd = true\ne = 2024-02-29\n"


def test_what_no_call_is_made_of_is_refused() -> None:
    with pytest.raises(TypeError):
        to_toml({"a": None})
