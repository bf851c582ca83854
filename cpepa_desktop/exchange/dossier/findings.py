"""What the checks of every part of a dossier share: repeated names, unknown names, names in a circle."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _

Placed = tuple[str, Hashable]
"""A name with the path where it stands."""


def repeated(names: Iterable[Placed]) -> Iterator[Problem]:
    """Yield a problem for each name already given before; it says where."""
    first: dict[Hashable, str] = {}
    for where, name in names:
        if first.setdefault(name, where) != where:
            message = _("Está repetido: es el mismo que {first}.")
            yield Problem(message.format(first=first[name]), where=where)


def unknown(
    references: Iterable[tuple[str, str | None]], known: Collection[str], what: str
) -> Iterator[Problem]:
    """Yield a problem for each reference to something that is not there; ``None`` refers to nothing.

    ``what`` says where it should be, as «people».
    """
    for where, name in references:
        if name is not None and name not in known:
            message = _("«{name}» no está en «{what}».")
            yield Problem(message.format(name=name, what=what), where=where)


def unused(
    names: Iterable[tuple[str, str]], used: Collection[str | None], sentence: str
) -> Iterator[Problem]:
    """Yield a problem, which is ``sentence``, for each name that nothing refers to."""
    for where, name in names:
        if name not in used:
            yield Problem(sentence, where=where)


class CircleError(ValueError):
    """Some names replace one another in a circle; ``names`` are those."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def in_order(replaced: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return names in their own order, save that what each one replaces comes before it.

    Raises `CircleError` where they replace one another in a circle.
    """
    placed: dict[str, None] = {}
    for name in replaced:
        chain: dict[str, None] = {}
        step: str | None = name
        while step is not None and step in replaced and step not in placed:
            if step in chain:
                raise CircleError(tuple(chain))
            chain[step] = None
            step = replaced[step]
        placed |= dict.fromkeys(reversed(chain))
    return tuple(placed)


def circles(replaced: Mapping[str, str | None], where: str) -> Iterator[Problem]:
    """Yield a problem where names replace one another in a circle."""
    try:
        in_order(replaced)
    except CircleError as error:
        message = _("Se sustituyen unas a otras en círculo: {names}.")
        yield Problem(message.format(names=", ".join(error.names)), where=where)
