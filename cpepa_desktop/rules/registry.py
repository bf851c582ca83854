"""Every rule of law in the program, by name. A rule without its article cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, ParamSpec, TypeVar

from cpepa_desktop.domain.law import Citation

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, where it stands, and the function that applies it."""

    name: str
    citation: Citation
    function: Callable[..., Any]


RULES: Final[dict[str, Rule]] = {}


def rule(citation: Citation) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that enters a function among the rules under its own name.

    Raises ``ValueError`` where the citation says nothing or another rule has the name.
    """
    if not citation.norm or not citation.place:
        message = "a rule needs the norm and the place in it"
        raise ValueError(message)

    def enter(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__name__
        if name in RULES:
            message = f"two rules are called {name}"
            raise ValueError(message)
        RULES[name] = Rule(name, citation, function)
        return function

    return enter
