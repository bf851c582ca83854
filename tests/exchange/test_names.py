"""Names in capitals, with particles, and whole in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.names import NameOrder, SplitName, calm, is_shouted, split_name


@pytest.mark.parametrize(
    ("text", "calmed"),
    [
        ("ANA", "Ana"),
        ("ÍÑIGO", "Íñigo"),
        ("GARCÍA LÓPEZ", "García López"),
        ("DE LA FUENTE GARCÍA", "De la Fuente García"),
        ("GARCÍA DE LAS HERAS", "García de las Heras"),
        ("RAMÓN Y CAJAL", "Ramón y Cajal"),
        ("MARÍA DEL PILAR", "María del Pilar"),
        ("Mª JOSÉ", "Mª José"),
        ("PÉREZ-LLORCA", "Pérez-Llorca"),
        ("O'NEILL", "O'Neill"),
        ("D'ORS", "D'Ors"),
        ("PAL·LAS", "Pal·las"),
        ("LA ROSA", "La Rosa"),
        ("GIL LA ROSA", "Gil La Rosa"),  # an article is small after a link only
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(text: str, calmed: str) -> None:
    assert calm(text) == calmed


@pytest.mark.parametrize("text", ["Ana", "de la Fuente", "McDonald", "ana", "J. M.", ""])
def test_a_name_that_is_not_all_capitals_stays_as_it_was_typed(text: str) -> None:
    assert not is_shouted(text)
    assert calm(text) == text


@given(st.text(alphabet="ABCÁÑ ÉDE'-", max_size=30))
def test_calming_changes_no_letter_but_its_case(text: str) -> None:
    assert calm(text).casefold() == text.casefold()


@pytest.mark.parametrize("order", NameOrder)
def test_a_comma_parts_surnames_and_name_whatever_the_heading_says(order: NameOrder) -> None:
    assert split_name("de la Fuente García, Ana María", order) == SplitName(
        "Ana María", "de la Fuente García"
    )


@pytest.mark.parametrize(
    ("text", "order", "name", "surnames", "is_guess"),
    [
        ("Ana García", NameOrder.NAME_FIRST, "Ana", "García", False),
        ("García Ana", NameOrder.SURNAMES_FIRST, "Ana", "García", False),
        ("Ana García López", NameOrder.NAME_FIRST, "Ana", "García López", True),
        ("García López Ana", NameOrder.SURNAMES_FIRST, "Ana", "García López", True),
        ("Ana María García López", NameOrder.NAME_FIRST, "Ana María", "García López", True),
        ("García López Ana María", NameOrder.SURNAMES_FIRST, "Ana María", "García López", True),
        ("María de los Ángeles de la Fuente Gil", NameOrder.NAME_FIRST, "María de los Ángeles",
         "de la Fuente Gil", True),
    ],
)  # fmt: skip
def test_without_a_comma_the_heading_and_custom_part_them(
    text: str, order: NameOrder, name: str, surnames: str, *, is_guess: bool
) -> None:
    assert split_name(text, order) == SplitName(name, surnames, is_guess)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Ana", NameOrder.NAME_FIRST),
        ("Ana María del Pilar García López Pérez", NameOrder.NAME_FIRST),
        ("Ana García", NameOrder.UNSAID),
        ("García López,", NameOrder.SURNAMES_FIRST),
        (", Ana", NameOrder.SURNAMES_FIRST),
        ("García, López, Ana", NameOrder.SURNAMES_FIRST),
    ],
)
def test_a_name_that_custom_cannot_part_is_not_guessed(text: str, order: NameOrder) -> None:
    with pytest.raises(NotUnderstood, match="No se sabe dónde acaban los apellidos"):
        split_name(text, order)
