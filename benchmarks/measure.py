"""Times two things in turn, so that a machine whose speed drifts does not decide the ratio."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """A comparison: seconds of ours and of the peer, the ratio pair by pair, and the most it may be."""

    name: str
    ours: float
    peer: float
    ratio: float
    budget: float
    note: str = ""

    @property
    def holds(self) -> bool:
        """Say whether the ratio keeps within its budget."""
        return self.ratio <= self.budget

    def __str__(self) -> str:
        """Return the comparison as a line of the table."""
        word = "ok" if self.holds else "OVER"
        return (
            f"{self.name:<44}{self.ours * 1000:>11.1f}{self.peer * 1000:>11.1f}"
            f"{self.ratio:>9.2f}{self.budget:>9.2f}  {word:<5}{self.note}"
        )


HEADER = f"{'':<44}{'ours ms':>11}{'peer ms':>11}{'ratio':>9}{'budget':>9}"


def compare(
    name: str, ours: Callable[[], object], peer: Callable[[], object], *, budget: float, rounds: int = 7
) -> Measured:
    """Return the medians of ``rounds`` pairs after one warm-up of each, and the median of their ratios."""
    ours()
    peer()
    pairs = [(seconds(ours), seconds(peer)) for _round in range(rounds)]
    return summarise(name, pairs, budget=budget)


def summarise(
    name: str, pairs: list[tuple[float, float]], *, budget: float, spare: float = 0, note: str = ""
) -> Measured:
    """Return a comparison from pairs of seconds; ``spare`` seconds of ours are free."""
    ratios = [max(0.0, ours - spare) / peer for ours, peer in pairs]
    return Measured(
        name,
        median(ours for ours, _peer in pairs),
        median(peer for _ours, peer in pairs),
        median(ratios),
        budget,
        note,
    )


def seconds(run: Callable[[], object]) -> float:
    """Return how long one call takes, without the collector of rubbish in it."""
    gc.collect()
    gc.disable()
    try:
        started = perf_counter()
        run()
        return perf_counter() - started
    finally:
        gc.enable()
