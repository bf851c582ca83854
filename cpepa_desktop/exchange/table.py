"""Tables in spreadsheets and text files as centres keep them: titles on top, any order, any sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import Final, Generic, TypeVar

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Cell, Line, Sheet, text_of
from cpepa_desktop.exchange.csv_source import read_csv
from cpepa_desktop.exchange.headings import field_named
from cpepa_desktop.exchange.xlsx_source import open_xlsx


class TableField(StrEnum):
    """What a column can hold; each kind of list has its own."""

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it."""
        return self.value


Field = TypeVar("Field", bound=TableField)

_LINES_SEARCHED: Final = 40
_FEWEST_HEADINGS: Final = 2
_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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

    def problem(self, message: str, field: Field | None = None) -> Problem:
        """Return a problem of this row, in the column of a field where it is one's."""
        column = self.table.heading(field) if field is not None else ""
        return Problem(message, self.line.number, column, self.table.sheet)


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
        return str(field) if column is None else text_of(self.header[column])

    def rows(self) -> Iterator[Row[Field]]:
        """Yield the rows below the headings; they can be walked once."""
        return (Row(self, line) for line in self.lines)


@contextmanager
def open_tables(
    path: Path, index: Mapping[str, Field], essential: Collection[Field]
) -> Iterator[tuple[Iterator[Table[Field]], list[Problem], list[Problem]]]:
    """Give the tables of a file, and the problems and notices that finding them brings.

    The tables are read while the block lasts. A table without one of the ``essential`` columns, or with two
    for the same field, is a problem of its header and is left out. Raises ``Refused`` where the file cannot
    be read, is of an old or protected format, or has no headings that are known.
    """
    problems: list[Problem] = []
    notices: list[Problem] = []
    with _open_sheets(path) as sheets:
        found: list[Table[Field]] = []

        def tables() -> Iterator[Table[Field]]:
            for sheet in sheets:
                table = _find(sheet, index)
                if table is None:
                    message = _("La hoja «{sheet}» no tiene encabezados conocidos y no se ha leído.")
                    notices.append(Problem(message.format(sheet=sheet.name), where=sheet.name))
                    continue
                found.append(table)
                wrong = _header_problems(table, index, essential)
                problems.extend(wrong)
                if not wrong:
                    yield table

        yield tables(), problems, notices
    if not found:
        message = _(
            "En «{file}» no hay ninguna fila con encabezados conocidos (DNI, apellidos, nombre…). No se ha "
            "importado nada: ponga los encabezados encima de las columnas."
        )
        raise Refused(message.format(file=path.name))


@contextmanager
def _open_sheets(path: Path) -> Iterator[tuple[Sheet, ...]]:
    try:
        with path.open("rb") as stream:
            start = stream.read(len(_COMPOUND))
            stream.seek(0)
            if start.startswith(_ZIP):
                with open_xlsx(stream, path.name) as sheets:
                    yield tuple(sheet for sheet in sheets if not sheet.is_hidden)
            elif start == _COMPOUND:
                raise Refused(_old_or_protected(path))
            else:
                yield (read_csv(stream.read(), path.name),)
    except OSError as error:
        message = _("No se puede leer «{path}» ({why}). No se ha importado nada.")
        raise Refused(message.format(path=path, why=error.strerror)) from error


def _old_or_protected(path: Path) -> str:
    message = _(
        "«{file}» es una hoja de Excel antigua (.xls) o protegida con contraseña. No se ha importado nada: "
        "ábrala, quítele la contraseña si la tiene y guárdela como .xlsx o CSV."
    )
    return message.format(file=path.name)


def _find(sheet: Sheet, index: Mapping[str, Field]) -> Table[Field] | None:
    """Return the table of a sheet: its headings are the line, among the first, that names most fields."""
    lines = iter(sheet.lines)
    first = list(islice(lines, _LINES_SEARCHED))
    fields = [_columns(line, index) for line in first]
    best = max(range(len(first)), key=lambda at: (len(fields[at]), -at), default=None)
    if best is None or len(fields[best]) < _FEWEST_HEADINGS:
        return None
    return Table(sheet.name, first[best], fields[best], chain(first[best + 1 :], lines))


def _columns(line: Line, index: Mapping[str, Field]) -> dict[Field, int]:
    columns: dict[Field, int] = {}
    for column, cell in enumerate(line.cells):
        field = field_named(cell, index) if isinstance(cell, str) else None
        if field is not None:
            columns.setdefault(field, column)
    return columns


def _header_problems(
    table: Table[Field], index: Mapping[str, Field], essential: Collection[Field]
) -> list[Problem]:
    problems = []
    for column, cell in enumerate(table.header.cells):
        field = field_named(cell, index) if isinstance(cell, str) else None
        if field is not None and table.columns[field] != column:
            message = _("Las columnas «{one}» y «{other}» dicen lo mismo: deje sólo una.")
            names = {"one": table.heading(field), "other": text_of(cell)}
            problems.append(
                Problem(message.format(**names), table.header.number, names["other"], table.sheet)
            )
    missing = [field for field in essential if field not in table.columns]
    for field in missing:
        message = _("Falta la columna de «{field}».").format(field=field.label)
        problems.append(Problem(message, table.header.number, str(field), table.sheet))
    return problems
