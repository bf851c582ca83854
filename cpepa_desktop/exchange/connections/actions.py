"""The first report of Teams: a row each time that somebody joined or left, with its moment.

«Joined before» is who was already there when the report began to be written. Who stays to the end has no
exit: they were there at least until the last moment that the report knows of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cpepa_desktop.domain.connections import Connection
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.connections.forms import LogField
from cpepa_desktop.exchange.connections.moments import MomentReader
from cpepa_desktop.exchange.connections.tables import LogTable, name_in
from cpepa_desktop.exchange.table import Findings, Row
from cpepa_desktop.exchange.words import plain

F = LogField

_JOINED: Final = re.compile(r"(?:se )?(?:ha )?(?:join|uni|entr|acced|conect)")
_LEFT: Final = re.compile(r"(?:se )?(?:ha )?(?:left|leav|sali|abandon|fue|ido|march|descon)")

Act = tuple[datetime, Row[LogField]]


def connections_of_actions(table: LogTable, reader: MomentReader, findings: Findings) -> Iterator[Connection]:
    """Yield the connections that the acts of each person make; rows that make none become problems."""
    acts: dict[str, list[Act]] = defaultdict(list)
    for row in table.rows:
        name = name_in(row)
        try:
            if name:
                acts[name].append((reader.moment(row[F.MOMENT]), row))
        except NotUnderstood as error:
            findings.problems.append(row.problem(f"{name}: {error}", F.MOMENT))
    last = max((moment for those in acts.values() for moment, _row in those), default=None)
    for name, those in acts.items():
        yield from _of_person(name, sorted(those, key=lambda act: act[0]), last, findings)


def _of_person(name: str, acts: list[Act], last: datetime | None, findings: Findings) -> Iterator[Connection]:
    open_acts: list[Act] = []
    for moment, row in acts:
        action = plain(row.text(F.ACTION))
        if _LEFT.match(action):
            if open_acts:
                joined, first = open_acts.pop()
                yield Connection(name, "", joined, moment, first.number)
            else:
                message = _("{name}: sale sin haber entrado. Compruebe si falta parte del informe.")
                findings.problems.append(row.problem(message.format(name=name)))
        elif _JOINED.match(action):
            open_acts.append((moment, row))
        else:
            message = _("{name}: no se sabe qué es «{action}».")
            text = row.text(F.ACTION)
            findings.problems.append(row.problem(message.format(name=name, action=text), F.ACTION))
    for joined, row in open_acts:
        if (joined, row) == acts[-1] and last is not None:
            message = _(
                "{name}: no consta su salida; se cuenta hasta lo último del informe, {last:%H:%M:%S}."
            )
            findings.problems.append(row.problem(message.format(name=name, last=last)))
            yield Connection(name, "", joined, last, row.number)
        else:
            message = _("{name}: entra a las {joined:%H:%M:%S} y no consta cuándo salió. No se cuenta.")
            findings.problems.append(row.problem(message.format(name=name, joined=joined)))
