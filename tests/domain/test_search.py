"""What people type when they look for something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.search import folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Muñoz Ibáñez", "munoz ibanez"),
        ("  ATENCIÓN   sociosanitaria\t", "atencion sociosanitaria"),
        ("", ""),
    ],
)
def test_accents_case_and_spaces_do_not_count(text: str, found: str) -> None:
    assert folded(text) == found


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
