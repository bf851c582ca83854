"""Reading the tables of a log: which kind each is, and the entry and exit of each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cpepa_desktop.domain.connections import Connection
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Line, NotUnderstood, Sheet
from cpepa_desktop.exchange.connections.forms import FORMS, Form, LogField
from cpepa_desktop.exchange.connections.moments import MomentReader, read_length
from cpepa_desktop.exchange.headings import field_named
from cpepa_desktop.exchange.table import Findings, Row, Table
from cpepa_desktop.exchange.words import plain

F = LogField

_TOLERANCE: Final = timedelta(minutes=1)
"""How far a length in whole minutes may be from the moments it comes from."""


@dataclass(frozen=True, slots=True)
class LogTable:
    """A table of a log: its kind and its rows."""

    form: Form
    rows: tuple[Row[LogField], ...]


def tables_in(sheet: Sheet) -> Iterator[LogTable]:
    """Yield the tables of a sheet. What stands above and between them is left aside.

    A table ends at the headings of the next one and at a line of one cell, the title of a section.
    """
    form: Form | None = None
    table: Table[LogField] | None = None
    rows: list[Row[LogField]] = []
    for line in sheet.lines:
        found = _headings(sheet.name, line)
        is_title = sum(cell is not None for cell in line.cells) <= 1
        if found or is_title:
            if form:
                yield LogTable(form, tuple(rows))
            form, table = found or (None, None)
            rows = []
        elif table:
            rows.append(Row(table, line))
    if form:
        yield LogTable(form, tuple(rows))


def _headings(sheet: str, line: Line) -> tuple[Form, Table[LogField]] | None:
    """Return the kind of table whose headings a line is, ``None`` where it is none's."""
    for form in FORMS:
        columns: dict[LogField, int] = {}
        for column, cell in enumerate(line.cells):
            if isinstance(cell, str) and (named := field_named(cell, form.headings)):
                columns.setdefault(named, column)
        if form.essential <= columns.keys():
            return form, Table(sheet, line, columns, iter(()))
    return None


def connections_of(table: LogTable, reader: MomentReader, findings: Findings) -> Iterator[Connection]:
    """Yield the connections of a table of entries and exits; rows that cannot be taken become problems.

    Who waited to be let in was not in the class, and their row is passed over.
    """
    for row in table.rows:
        name = name_in(row)
        if not name or plain(row.text(F.WAITING)) in {"si", "yes"}:
            continue
        try:
            yield _connection(table.form, row, name, reader)
        except NotUnderstood as error:
            findings.problems.append(row.problem(f"{name}: {error}"))


def name_in(row: Row[LogField]) -> str:
    """Return the name that a row shows, ``""`` where it names nobody."""
    return " ".join(filter(None, (row.text(F.NAME), row.text(F.SURNAMES))))


def _connection(form: Form, row: Row[LogField], name: str, reader: MomentReader) -> Connection:
    joined = reader.moment(row[F.JOINED])
    length = read_length(row[F.LENGTH], form.unit)
    left = _left(row, joined, length, reader)
    if left < joined:
        message = _("sale a las {left:%H:%M:%S}, antes de entrar a las {joined:%H:%M:%S}.")
        raise NotUnderstood(message.format(left=left, joined=joined))
    if form.is_summary and length is not None and left - joined > length + _TOLERANCE:
        message = _(
            "salió y volvió a entrar, y este informe no dice cuándo: estuvo {length} entre las "
            "{joined:%H:%M:%S} y las {left:%H:%M:%S}. Descargue el que da cada entrada y salida, o "
            "introduzca sus minutos a mano."
        )
        raise NotUnderstood(message.format(length=length, joined=joined, left=left))
    return Connection(name, _email(row), joined, left, row.number)


def _left(row: Row[LogField], joined: datetime, length: timedelta | None, reader: MomentReader) -> datetime:
    if F.LEFT in row.table.columns:
        if not row.text(F.LEFT):
            raise NotUnderstood(_("no consta su salida."))
        return reader.moment(row[F.LEFT])
    if length is None:
        raise NotUnderstood(_("no consta cuánto estuvo."))
    try:
        return joined + length
    except OverflowError:
        raise NotUnderstood(_("no consta cuánto estuvo.")) from None


def _email(row: Row[LogField]) -> str:
    for field in (F.EMAIL, F.UPN):
        text = row.text(field)
        if "@" in text:
            return text.lower()
    return ""


def notice_of(table: LogTable) -> list[Problem]:
    """Return what to look at in a table that does not say when people left."""
    has_left = not table.rows or F.LEFT in table.rows[0].table.columns
    if has_left or F.JOINED not in table.form.essential:
        return []
    message = _(
        "El informe dice cuándo se vio a cada persona por primera vez y cuánto estuvo, no cuándo salió: se "
        "cuenta seguido desde la entrada. Compruébelo con la grabación."
    )
    return [Problem(message, table.rows[0].table.header.number)]
