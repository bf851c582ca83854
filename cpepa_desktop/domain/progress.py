"""How work that takes long says how far it is, and hears that it is to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
Told = Callable[[int, int], None]
"""Called with the steps done and the steps in all. It raises `Stopped` where somebody stopped the work."""


class Stopped(Exception):  # noqa: N818 - what somebody asked for, not an error
    """The work was stopped. Raised inside it, so that a transaction under way is rolled back."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody: for who has nothing to show, such as a script."""


def counted(things: Sequence[Thing], told: Told) -> Iterator[Thing]:
    """Give things one by one, telling before each how many went before."""
    for done, thing in enumerate(things):
        told(done, len(things))
        yield thing
