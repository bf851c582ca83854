"""The reports of connections of an invented course, filled as the program fills them."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Final

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.connections_final import ConnectionsFinal
from cpepa_desktop.reports.connections_weekly import ConnectionsWeek
from cpepa_desktop.reports.parts.connection_tables import ClassConnections, Classroom, LogFile, Presence
from tests.reports.sheets import HEAD, MONDAY, PEOPLE

ROOM: Final = Classroom(
    "Microsoft Teams",
    "https://aula.example/inspección?curso=24&sala=<1>",
    ("Pilar Aznar Gil", "José Luis Gil"),
)
_NINE, _TWO = 9 * 60, 14 * 60


def _second(hour: int, minute: int, second: int = 0) -> int:
    return (hour * 60 + minute) * 60 + second


def _log(name: str, tool: str = "Microsoft Teams") -> LogFile:
    return LogFile(name, tool, hashlib.sha256(name.encode()).hexdigest())


def classes(people: int = 3) -> tuple[ClassConnections, ...]:
    """Return a class of several people, one of whom no log speaks; one of two logs; one without any."""
    came = (_second(8, 58, 10), _second(10, 30)), (_second(10, 45, 20), _second(14, 3))
    many = tuple(
        Presence(PEOPLE[n % len(PEOPLE)], f"{10_000_000 + n}X", came if n % 2 else came[:1], 284 - n)
        for n in range(people)
    )
    return (
        ClassConnections(
            MONDAY,
            _NINE,
            _TWO,
            (*many, Presence(PEOPLE[3], "10000099X", (), 300)),
            (_log("Informe de asistencia <12-2> & anexo.csv"),),
        ),
        ClassConnections(
            MONDAY + timedelta(2), _NINE, _TWO, many[:1], (_log("a.csv"), _log("b.csv", "Google Meet"))
        ),
        ClassConnections(MONDAY + timedelta(3), _NINE, _TWO, (), (_log("vacio.csv"),)),
        ClassConnections(MONDAY + timedelta(4), _NINE, _TWO, (), ()),
    )


def week(people: int = 3) -> ConnectionsWeek:
    """Return the control of a week."""
    return ConnectionsWeek(HEAD, IsoWeek.of(MONDAY), MONDAY, MONDAY + timedelta(4), ROOM, classes(people))


def final(people: int = 3) -> ConnectionsFinal:
    """Return the report of a whole course."""
    return ConnectionsFinal(HEAD, MONDAY, MONDAY + timedelta(80), ROOM, classes(people))
