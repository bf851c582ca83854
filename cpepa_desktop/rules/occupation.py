"""Nobody teaches, and no room is used, twice at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule


@dataclass(frozen=True, slots=True, order=True)
class Occupation:
    """A room or a trainer taken by a course for some minutes of a day."""

    day: date
    start: int
    end: int
    holder: str
    course: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two occupations of one holder that overlap, the earlier first."""

    one: Occupation
    other: Occupation


@rule(Citation("EPE/873/2023", "Guía 10.1.1 y 10.3.1"))
def clashes(wanted: Iterable[Occupation], taken: Iterable[Occupation]) -> tuple[Clash, ...]:
    """Return every overlap of what is wanted with what is taken, or with itself, in order of day and clock.

    A stretch that begins when another ends does not overlap it.
    """
    found: list[Clash] = []
    by_place: dict[tuple[str, date], list[tuple[Occupation, bool]]] = {}
    for occupation, is_new in [(o, True) for o in wanted] + [(o, False) for o in taken]:
        by_place.setdefault((occupation.holder, occupation.day), []).append((occupation, is_new))
    for held in by_place.values():
        held.sort(key=lambda pair: (pair[0].start, pair[0].end))
        for index, (one, one_is_new) in enumerate(held):
            for other, other_is_new in held[index + 1 :]:
                if other.start >= one.end:
                    break
                if one_is_new or other_is_new:
                    found.append(Clash(one, other))
    return tuple(sorted(found, key=lambda clash: (clash.one, clash.other)))
