"""What people type when they look for something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.search import folded, squeezed


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


@pytest.mark.parametrize(
    ("code", "compared"),
    [("24/1", "241"), ("12.345.678-Z", "12345678z"), ("MF0233_2", "mf02332"), (" - ", "")],
)
def test_a_code_is_compared_by_its_letters_and_figures(code: str, compared: str) -> None:
    assert squeezed(code) == compared
