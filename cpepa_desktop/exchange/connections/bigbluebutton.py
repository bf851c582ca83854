"""The data of BigBlueButton's learning dashboard, «learning_dashboard_data.json», with every entry and exit.

Each of ``users`` has ``intIds``, one a device, whose ``sessions`` say ``registeredOn`` and ``leftOn`` in
milliseconds since 1970; before version 2.5 these two stand in the device itself. An exit of 0 is nobody's:
the meeting's ``endedOn`` stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cpepa_desktop.domain.connections import Connection
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.connections.moments import MADRID
from cpepa_desktop.exchange.table import Findings

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST: Final = 4_102_444_800_000
"""1 January 2100: a larger number is no moment of a class."""


def read_dashboard(data: bytes, file_name: str, findings: Findings) -> tuple[Connection, ...]:
    """Return the connections of the dashboard's data, their row the number of the person in it.

    Raises ``Refused`` where the file is not that.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # no text, no JSON, or more of it than anybody wrote
        document = None
    users = document.get("users") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(users, dict):
        message = _(
            "«{file}» no son los datos del panel de aprendizaje de BigBlueButton "
            "(learning_dashboard_data.json). No se ha importado nada."
        )
        raise Refused(message.format(file=file_name))
    ended = _moment(document.get("endedOn"))
    found: list[Connection] = []
    for number, user in enumerate(users.values(), start=1):
        if isinstance(user, dict):
            found += _of_user(user, number, ended, findings)
    return tuple(found)


def _of_user(
    user: Mapping[str, Any], number: int, ended: datetime | None, findings: Findings
) -> Iterator[Connection]:
    name = str(user.get("name") or "").strip()
    for session in _sessions(user):
        joined = _moment(session.get("registeredOn"))
        left = _moment(session.get("leftOn")) or ended
        if joined is None or left is None:
            message = _("{name}: no consta cuándo entró o cuándo salió.")
            findings.problems.append(Problem(message.format(name=name), number))
        elif left < joined:
            message = _("{name}: sale a las {left:%H:%M:%S}, antes de entrar a las {joined:%H:%M:%S}.")
            findings.problems.append(Problem(message.format(name=name, left=left, joined=joined), number))
        else:
            yield Connection(name, "", joined, left, number)


def _sessions(user: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    devices = user.get("intIds")
    for device in devices.values() if isinstance(devices, dict) else ():
        if isinstance(device, dict):
            sessions = device.get("sessions")
            yield from filter(_is_mapping, sessions) if isinstance(sessions, list) else (device,)


def _is_mapping(value: object) -> bool:
    return isinstance(value, dict)


def _moment(milliseconds: object) -> datetime | None:
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int) or not 0 < milliseconds < _LARGEST:
        return None
    return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(MADRID)
