"""Tables in the sheets of a file as centres keep them: titles on top, columns in any order, notes below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Final, Generic, TypeVar

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import listed
from cpepa_desktop.exchange.cells import Cell, Line, Sheet, text_of
from cpepa_desktop.exchange.headings import field_named
from cpepa_desktop.exchange.sheets import open_sheets
from cpepa_desktop.exchange.words import plain

_LINES_SEARCHED: Final = 40
_FEWEST_HEADINGS: Final = 2
_COUNTS: Final = frozenset({"n", "no", "num", "numero", "orden", "n orden", "no orden", "num orden"})
"""Headings of the column that only numbers the rows, which nobody misses."""
_FIGURES: Final = re.compile(r"\d{3}")


class TableField(StrEnum):
    """What a column can hold; each kind of list has its own."""

    # The one of Enum is written in Python, and rows are looked into by field a million times in a long list.
    __hash__ = str.__hash__

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it."""
        return self.value


Field = TypeVar("Field", bound=TableField)


@dataclass(frozen=True, slots=True)
class TableKind(Generic[Field]):
    """A kind of list: the field that each heading names, and the columns it cannot do without.

    Of each group in ``essential`` one column is enough; the first gives the group its name.
    """

    headings: Mapping[str, Field]
    essential: tuple[tuple[Field, ...], ...]

    def missing(self, columns: Mapping[Field, int]) -> tuple[Field, ...]:
        """Return the first of each group of which there is no column."""
        return tuple(group[0] for group in self.essential if columns.keys().isdisjoint(group))


class Findings:
    """What is wrong in a file and what the user should look at, as reading comes upon it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []


@dataclass(frozen=True, slots=True)
class Row(Generic[Field]):
    """A row of a table: its number as a spreadsheet shows it, and its cells by field."""

    table: Table[Field]
    line: Line

    def __getitem__(self, field: Field) -> Cell:
        """Return the cell of a field, ``None`` where the table has no such column."""
        column = self.table.columns.get(field)
        return None if column is None else self.line[column]

    def text(self, field: Field) -> str:
        """Return what the cell of a field shows."""
        return text_of(self[field])

    @property
    def number(self) -> int:
        """Return the number of the row, counted from 1 as a spreadsheet shows it."""
        return self.line.number

    @property
    def place(self) -> tuple[str, int]:
        """Return the sheet and the number of the row, which no other row of the file has."""
        return self.table.sheet, self.number

    def problem(self, message: str, field: Field | None = None) -> Problem:
        """Return a problem of this row, in the column of a field where it is one's."""
        column = self.table.heading(field) if field is not None else ""
        return Problem(message, self.number, column, self.table.sheet)


@dataclass(frozen=True, slots=True)
class Table(Generic[Field]):
    """A table found in a sheet: the row of its headings, as the user wrote them, and what each names."""

    sheet: str
    header: Line
    columns: Mapping[Field, int]
    lines: Iterator[Line]

    def heading(self, field: Field) -> str:
        """Return the heading of a field as the user wrote it, the field's own name where there is none."""
        column = self.columns.get(field)
        return field.label if column is None else text_of(self.header[column])

    def rows(self) -> Iterator[Row[Field]]:
        """Yield the rows below the headings, not these again at each page; they can be walked once."""
        column = min(self.columns.values())
        return (Row(self, line) for line in self.lines if line[column] != self.header[column])


def read_tables(path: Path, kind: TableKind[Field], findings: Findings) -> Iterator[Table[Field]]:
    """Yield the tables of a file that have every essential column; each is read before the next one.

    Where there is none, what each lacks is a problem of its headings; beside one, it is only a notice. Two
    columns for the same field are a problem too, and their table is left out. Hidden sheets are not read.
    Raises ``Refused`` for a file that cannot be read or has no known headings at all.
    """
    with open_sheets(path) as sheets:
        tops = [(sheet, list(islice(sheet.lines, _LINES_SEARCHED))) for sheet in sheets]
        found = [(sheet, _find(sheet, top, kind)) for sheet, top in tops if top]
        shown = [table for sheet, table in found if table and not sheet.is_hidden]
        if not shown:
            raise Refused(_without_headings(path, kind))
        is_any_whole = any(not kind.missing(table.columns) for table in shown)
        for sheet, table in found:
            is_whole = table is not None and not kind.missing(table.columns)
            if table is None or sheet.is_hidden or (is_any_whole and not is_whole):
                findings.notices += _not_read(sheet, table, kind)
            elif wrong := [*_missing(table, kind), *_repeated(table, kind)]:
                findings.problems += wrong
            else:
                findings.notices += _unread(table, kind)
                yield table


def _find(sheet: Sheet, top: list[Line], kind: TableKind[Field]) -> Table[Field] | None:
    """Return the table of a sheet: its headings are the line, of the ``top`` ones, that names most fields.

    Two lines are headings together where that names more than either: «Apellidos» over «Primero | Segundo».
    """
    headers = [(line, at + 1) for at, line in enumerate(top)]
    headers += [(_joined(*pair, kind), at + 2) for at, pair in enumerate(pairwise(top)) if _may_join(*pair)]
    tables = [
        Table(sheet.name, header, _columns(header, kind), chain(top[below:], sheet.lines))
        for header, below in headers
    ]
    # `max` keeps the first of equals.
    best = max(tables, key=lambda table: (-len(kind.missing(table.columns)), len(table.columns)))
    return best if len(best.columns) >= _FEWEST_HEADINGS else None


def _columns(header: Line, kind: TableKind[Field]) -> dict[Field, int]:
    columns: dict[Field, int] = {}
    for column, cell in enumerate(header.cells):
        if named := _field(cell, kind):
            columns.setdefault(named, column)
    return columns


def _field(cell: Cell, kind: TableKind[Field]) -> Field | None:
    return field_named(cell, kind.headings) if isinstance(cell, str) else None


def _may_join(upper: Line, lower: Line) -> bool:
    """Say whether ``lower`` can be a second line of headings: it has words only, unlike the first person."""
    has_figures = any(_FIGURES.search(text_of(cell)) for cell in lower.cells)
    return lower.number == upper.number + 1 and not has_figures


def _joined(upper: Line, lower: Line, kind: TableKind[Field]) -> Line:
    """Return two lines of headings as one, each column under the wording that names a field."""
    cells: list[Cell] = []
    group = ""
    for column in range(max(len(upper.cells), len(lower.cells))):
        above, below = text_of(upper[column]), text_of(lower[column])
        # A merged cell shows its text in its first column and stands over the following ones too.
        group = above or group
        wordings = [below, f"{group} {below}", f"{below} {group}"] if below else []
        cells.append(next((words for words in [*wordings, above] if _field(words, kind)), below or above))
    return Line(upper.number, tuple(cells))


def _missing(table: Table[Field], kind: TableKind[Field]) -> list[Problem]:
    message = _("Falta la columna de «{field}».")
    return [
        Problem(message.format(field=field.label), table.header.number, field.label, table.sheet)
        for field in kind.missing(table.columns)
    ]


def _repeated(table: Table[Field], kind: TableKind[Field]) -> list[Problem]:
    message = _("Las columnas «{one}» y «{other}» dicen lo mismo: deje solo una.")
    problems = []
    for column, cell in enumerate(table.header.cells):
        named = _field(cell, kind)
        if named and table.columns[named] != column:
            one, other = table.heading(named), text_of(cell)
            words = message.format(one=one, other=other)
            problems.append(Problem(words, table.header.number, other, table.sheet))
    return problems


def _unread(table: Table[Field], kind: TableKind[Field]) -> list[Problem]:
    """Return the notice that names the columns nobody understood, none where all were."""
    texts = [text_of(cell) for cell in table.header.cells if not _field(cell, kind)]
    names = [f"«{text}»" for text in texts if text and plain(text) not in _COUNTS]
    if not names:
        return []
    message = ngettext("No se lee la columna {columns}.", "No se leen las columnas {columns}.", len(names))
    return [Problem(message.format(columns=listed(names)), table.header.number, where=table.sheet)]


def _not_read(sheet: Sheet, table: Table[Field] | None, kind: TableKind[Field]) -> list[Problem]:
    """Return what to say of a sheet left aside: nothing, of a hidden one with no list in it."""
    missing = kind.missing(table.columns) if table else ()
    if not sheet.is_hidden:
        message = (
            _("La hoja «{sheet}» no tiene la columna de {columns} y no se ha leído.")
            if missing
            else _("La hoja «{sheet}» no tiene encabezados conocidos y no se ha leído.")
        )
    elif table and not missing:
        message = _("La hoja «{sheet}» está oculta y no se ha leído.")
    else:
        return []
    columns = listed([f"«{field.label}»" for field in missing])
    return [Problem(message.format(sheet=sheet.name, columns=columns), where=sheet.name)]


def _without_headings(path: Path, kind: TableKind[Field]) -> str:
    needed = listed([f"«{group[0].label}»" for group in kind.essential])
    message = _(
        "En «{file}» no hay ninguna fila con encabezados conocidos. No se ha importado nada: ponga encima de "
        "los datos una fila con los encabezados {needed}, y los demás que tenga."
    )
    return message.format(file=path.name, needed=needed)
