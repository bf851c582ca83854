"""How a citation names places: several at once, some of them in another text, some finer than a text has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from cpepa_desktop.domain.law import Citation

_THROUGH: Final = "según "
_BETWEEN: Final = re.compile(r"(?:,| y) (?=\d|cuadro)")
_FINER: Final = re.compile(r"[.,]")


def single_places(citation: Citation, norms: Collection[str]) -> tuple[Citation, ...]:
    """Return the places that a citation names, one each: «ap. 18.7 y 19.1; Guía 10.2.7» are three.

    A part that begins with the short name of another norm («RD 694/2017, art. 3.6») is a place in that one;
    ``norms`` are the names known.
    """
    found: list[Citation] = []
    for part in citation.place.split(";"):
        first, _comma, rest = part.strip().removeprefix(_THROUGH).partition(", ")
        is_elsewhere = first in norms
        norm, places = (first, rest) if is_elsewhere else (citation.norm, part.strip())
        found += [Citation(norm, place) for place in _places(places)]
    return tuple(dict.fromkeys(found))


def coarser_places(place: str) -> Iterator[str]:
    """Yield a place and each it lies in: «ap. 18.7, párrafo 2», «ap. 18.7», «ap. 18»."""
    yield place
    kind, _space, number = place.partition(" ")
    while cuts := [match.start() for match in _FINER.finditer(number)]:
        number = number[: cuts[-1]]
        yield f"{kind} {number}"


def _places(words: str) -> Iterator[str]:
    """Yield the places of a part; a bare number is of the kind of the first: «ap. 8.1, 17.4 y 19.1»."""
    first, *others = _BETWEEN.split(words)
    kind = first.partition(" ")[0]
    yield first
    for other in others:
        yield f"{kind} {other}" if other[0].isdigit() else other
