"""A list of days from a file of text or a spreadsheet: one a line, or a column of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, Line, NotUnderstood, text_of
from cpepa_desktop.exchange.days import read_day
from cpepa_desktop.exchange.sheets import open_sheets
from cpepa_desktop.exchange.words import plain

_HEADINGS: Final = frozenset(
    {"dia", "fecha", "dias", "fechas", "dia lectivo", "dias lectivos", "date", "day"}
)


def read_days(path: Path) -> tuple[date, ...]:
    """Return the days of a file in order, each once.

    A heading names their column where there are several; without it they are in the first. Raises ``Refused``
    for a file that cannot be read or has no day, and with every row that is none.
    """
    found, problems = set[date](), list[Problem]()
    for number, cell in _cells(path):
        try:
            found.add(read_day(cell))
        except NotUnderstood as error:
            problems.append(Problem(str(error), number))
    if problems:
        message = _("Hay filas de «{file}» que no son un día. No se ha calculado nada: corríjalas y repita.")
        raise Refused(message.format(file=path.name), tuple(problems))
    if not found:
        raise Refused(_("En «{file}» no hay ningún día. No se ha calculado nada.").format(file=path.name))
    return tuple(sorted(found))


def _cells(path: Path) -> Iterator[tuple[int, Cell]]:
    """Yield the row and the cell of each day, the heading left out."""
    with open_sheets(path) as sheets:
        for sheet in sheets[:1]:
            lines = iter(sheet.lines)
            first = next(lines, None)
            if first is None:
                return
            column = _column(first)
            rest: Iterable[Line] = lines if column is not None else chain([first], lines)
            for line in rest:
                yield line.number, line[column or 0]


def _column(line: Line) -> int | None:
    """Return the column that a row of headings gives to the days, ``None`` where it is no such row."""
    named = (n for n, cell in enumerate(line.cells) if plain(text_of(cell)) in _HEADINGS)
    return next(named, None)
