"""Logs of connections as the tools of virtual classrooms export them (Orden EPE/873/2023, Guía 3.d).

Which tool a file is of is told by what is in it, not by its name; its encoding and its separators too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.connections import Connection, ConnectionLog, Tool
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, listed
from cpepa_desktop.exchange.connections.actions import connections_of_actions
from cpepa_desktop.exchange.connections.bigbluebutton import read_dashboard
from cpepa_desktop.exchange.connections.forms import ACTIONS, ACTIVITIES, PARTICIPANTS, ZOOM_TOTALS
from cpepa_desktop.exchange.connections.moments import MADRID, MomentReader
from cpepa_desktop.exchange.connections.tables import LogTable, connections_of, notice_of, tables_in
from cpepa_desktop.exchange.sheets import open_sheets
from cpepa_desktop.exchange.table import Findings

__all__ = ["MADRID", "read_connections"]

_JSON: Final = (b"{", b"\xef\xbb\xbf{")


def read_connections(path: Path, day: date) -> ConnectionLog:
    """Return the connections of ``day`` in a log of Teams, Zoom, Meet or BigBlueButton.

    Rows that cannot be taken are problems with their number; nothing is raised for them. Raises ``Refused``
    for a file that cannot be read, is of another kind, names nobody or is of another day.
    """
    findings = Findings()
    dashboard = _dashboard(path)
    if dashboard is not None:
        tool: Tool = Tool.BIGBLUEBUTTON
        found: Sequence[Connection] = read_dashboard(dashboard, path.name, findings)
    else:
        tool, found = _of_tables(path, MomentReader(day), findings)
    if not found:
        raise Refused(_nobody(path, findings), tuple(findings.problems))
    own = [connection for connection in found if _touches(connection, day)]
    if not own:
        raise Refused(_another_day(path, found, day), tuple(findings.problems))
    if others := len(found) - len(own):
        message = ngettext(
            "Se deja fuera {count} conexión que no es del {day}.",
            "Se dejan fuera {count} conexiones que no son del {day}.",
            others,
        )
        findings.problems.append(Problem(message.format(count=others, day=day_words(day))))
    own.sort(key=lambda connection: (connection.row, connection.joined))
    problems = sorted(findings.problems, key=lambda problem: problem.row or 0)
    return ConnectionLog(tool, tuple(own), tuple(problems))


def _dashboard(path: Path) -> bytes | None:
    """Return the bytes of a file that is JSON, ``None`` where it is not or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return None  # what opens sheets says why
    return data if data.lstrip().startswith(_JSON) else None


def _of_tables(path: Path, reader: MomentReader, findings: Findings) -> tuple[Tool, tuple[Connection, ...]]:
    with open_sheets(path) as sheets:
        tables = [table for sheet in sheets for table in tables_in(sheet)]
    if not tables:
        raise Refused(_unknown(path))
    if all(table.form is ZOOM_TOTALS for table in tables):
        raise Refused(_only_totals(path))
    if any(table.form is ACTIVITIES and table.rows for table in tables):
        # Each person stands in both; here is when they came and went, there only the first and the last time.
        tables = [table for table in tables if table.form is not PARTICIPANTS]
    found: list[Connection] = []
    for table in tables:
        read = connections_of_actions if table.form is ACTIONS else connections_of
        found += read(table, reader, findings)
        findings.problems += notice_of(table)
    return _tool_of(tables), tuple(found)


def _tool_of(tables: Sequence[LogTable]) -> Tool:
    return next((table.form.tool for table in tables if table.rows), tables[0].form.tool)


def _touches(connection: Connection, day: date) -> bool:
    begin = datetime.combine(day, time(), MADRID)
    end = datetime.combine(day + timedelta(days=1), time(), MADRID)
    return connection.joined < end and connection.left >= begin


def _unknown(path: Path) -> str:
    message = _(
        "«{file}» no es un registro de conexiones de {tools} que se conozca: no tiene columnas de nombre, "
        "entrada y salida. No se ha importado nada. Descargue de la herramienta el informe de asistencia o "
        "participantes y elíjalo sin cambiarlo."
    )
    return message.format(file=path.name, tools=listed([str(tool) for tool in Tool], "o"))


def _only_totals(path: Path) -> str:
    message = _(
        "«{file}» es el informe de Zoom con el total de cada persona y no dice cuándo entró ni salió. No se "
        "ha importado nada: descárguelo otra vez sin marcar «Mostrar usuarios únicos»."
    )
    return message.format(file=path.name)


def _nobody(path: Path, findings: Findings) -> str:
    message = (
        _("No se entiende ninguna fila de «{file}». No se ha importado nada.")
        if findings.problems
        else _("El registro «{file}» no nombra a nadie. No se ha importado nada.")
    )
    return message.format(file=path.name)


def _another_day(path: Path, found: Sequence[Connection], day: date) -> str:
    days = sorted({connection.joined.date() for connection in found})
    message = _("El registro «{file}» es del {other} y la clase es del {day}. No se ha importado nada.")
    return message.format(
        file=path.name, other=listed([day_words(one) for one in days[:3]]), day=day_words(day)
    )
