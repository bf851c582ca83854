"""A citation is taken apart into single places, and a place into those it lies in."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.places import coarser_places, single_places

NORMS = ("EPE/873/2023", "RD 694/2017")


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("ap. 19.1", ["EPE/873/2023, ap. 19.1"]),
        ("ap. 19.1; Guía 10.2.7", ["EPE/873/2023, ap. 19.1", "EPE/873/2023, Guía 10.2.7"]),
        ("ap. 8.1, 17.4 y 19.1", [f"EPE/873/2023, ap. {n}" for n in ("8.1", "17.4", "19.1")]),
        ("Guía 10.2.9 y cuadro resumen", ["EPE/873/2023, Guía 10.2.9", "EPE/873/2023, cuadro resumen"]),
        ("ap. 18.11; RD 694/2017, art. 3", ["EPE/873/2023, ap. 18.11", "RD 694/2017, art. 3"]),
        ("según RD 694/2017, art. 4.1 y 4.4", ["RD 694/2017, art. 4.1", "RD 694/2017, art. 4.4"]),
        ("ap. 18.7, párrafo 2", ["EPE/873/2023, ap. 18.7, párrafo 2"]),
        ("liquidación y pago", ["EPE/873/2023, liquidación y pago"]),
        ("ap. 9; ap. 9", ["EPE/873/2023, ap. 9"]),
    ],
)
def test_each_place_of_a_citation_stands_alone(place: str, places: list[str]) -> None:
    assert [str(one) for one in single_places(Citation("EPE/873/2023", place), NORMS)] == places


@pytest.mark.parametrize(
    ("place", "wider"),
    [
        ("ap. 18.7, párrafo 2", ["ap. 18.7, párrafo 2", "ap. 18.7", "ap. 18"]),
        ("Guía 10.2.4.f", ["Guía 10.2.4.f", "Guía 10.2.4", "Guía 10.2", "Guía 10"]),
        ("cuadro resumen", ["cuadro resumen"]),
        ("art. 5 bis.1", ["art. 5 bis.1", "art. 5 bis"]),
    ],
)
def test_a_place_lies_in_wider_ones(place: str, wider: list[str]) -> None:
    assert list(coarser_places(place)) == wider
