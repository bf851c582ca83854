"""The calls a course can run under: the program's, and those whose figures the centre has filled in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.course import Course, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.call_file import load_flat_call, official_calls
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as lists show it."""

    id: str
    title: str
    routes: tuple[Route, ...]
    subsidised: bool
    origin: Origin
    to_fill: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChosenCall:
    """A call with the text that the file will keep of it."""

    call: Call
    content: str
    sha256: str
    origin: Origin


def list_calls(ws: Workspace) -> tuple[CallRow, ...]:
    """Return the calls a new course can choose from."""
    return tuple(
        CallRow(
            chosen.call.id,
            chosen.call.title,
            chosen.call.routes,
            chosen.call.subsidised,
            chosen.origin,
            chosen.call.to_fill(),
        )
        for chosen in _available(ws).values()
    )


def choose_call(ws: Workspace, call_id: str) -> ChosenCall:
    """Return the call of that name. Raises ``Refused`` where there is none, naming those there are."""
    available = _available(ws)
    if call_id not in available:
        message = _("No hay ninguna convocatoria «{call}». Las que hay son: {known}.")
        raise Refused(message.format(call=call_id, known=", ".join(available)))
    return available[call_id]


def call_of(ws: Workspace, course: Course) -> Call:
    """Return the call of a course in the version it was planned with, from the file alone."""
    version = table.call_version(ws.db, course.call_version_id)
    return _parsed(version.content, version.call)


def _available(ws: Workspace) -> dict[str, ChosenCall]:
    official = {
        text.id: ChosenCall(_parsed(text.content, text.id), text.content, text.sha256, Origin.OFFICIAL)
        for text in official_calls()
    }
    filled = {
        version.call: ChosenCall(
            _parsed(version.content, version.call), version.content, version.sha256, Origin.CENTRE
        )
        for version in table.centre_calls(ws.db)
    }
    return official | filled


@lru_cache(maxsize=32)
def _parsed(content: str, name: str) -> Call:
    return load_flat_call(content, f"{name}.toml")
