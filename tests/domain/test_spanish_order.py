"""The order of the Spanish alphabet."""

from __future__ import annotations

from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.spanish_order import compare_spanish, spanish_key

texts = st.text("aAáÁbnNñÑoOüz cç-", max_size=5)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Alba", "Álvarez", "Alvarez Sanz", "Álvaro", "Beltrán"],
        ["Nuria", "nz", "Ñaki", "Oto", "Zoe"],
        ["Ibanz", "Ibáñez", "Ibáñez Ñúñez", "Ibáo"],
        ["munoz", "muñoz", "muo"],
        ["pena", "peña", "peo"],
        ["ano", "año"],
        ["garcia", "garcía"],
        ["", " ", "a"],
        ["Güell", "guerra", "guía"],
    ],
)
def test_words_come_in_the_order_of_a_dictionary(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=spanish_key) == ordered
    assert sorted(backwards, key=cmp_to_key(compare_spanish)) == ordered


def test_capitals_and_small_letters_are_the_same() -> None:
    assert compare_spanish("ÑÚÑEZ", "ñúñez") == 0
    assert compare_spanish("García", "Garcia") > 0


def test_a_letter_written_in_two_signs_is_the_same_letter() -> None:
    assert compare_spanish("n\N{COMBINING TILDE}u", "ñu") == 0


@given(texts, texts)
def test_comparing_is_the_same_both_ways(left: str, right: str) -> None:
    assert compare_spanish(left, right) == -compare_spanish(right, left)
    assert (compare_spanish(left, right) == 0) == (left.casefold() == right.casefold())


@given(texts, texts, texts)
def test_the_order_is_an_order(one: str, two: str, three: str) -> None:
    if compare_spanish(one, two) <= 0 and compare_spanish(two, three) <= 0:
        assert compare_spanish(one, three) <= 0
