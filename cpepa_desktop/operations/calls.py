"""The calls a course can run under: the program's, and those whose figures the centre has filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.call import Call, Value
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Course, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.parameters import PARAMETERS, ParameterSpec, ValueKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.call_editing import with_filled
from cpepa_desktop.exchange.call_file import load_flat_call, official_calls
from cpepa_desktop.operations.hashes import sha256_of
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


@dataclass(frozen=True, slots=True)
class FigureToFill:
    """A figure that a call leaves to the centre: its name, its label, its unit and how it is counted."""

    name: str
    label: str
    unit: str
    kind: ValueKind


@dataclass(frozen=True, slots=True)
class CallFigure:
    """A figure to fill with the call that leaves it."""

    call: str
    title: str
    figure: FigureToFill


@dataclass(frozen=True, slots=True)
class FilledFigure:
    """A figure as the centre types it, with the day it is in force from and the place in its agreement."""

    name: str
    text: str
    since: date
    norm: str
    place: str


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


def choose_call(ws: Workspace | None, call_id: str) -> ChosenCall:
    """Return the call of that name, of the program alone without a file open.

    Raises ``Refused`` where there is none, naming those there are.
    """
    available = _available(ws)
    if call_id not in available:
        message = _("No hay ninguna convocatoria «{call}». Las que hay son: {known}.")
        raise Refused(message.format(call=call_id, known=", ".join(available)))
    return available[call_id]


def call_of(ws: Workspace, course: Course) -> Call:
    """Return the call of a course in the version it was planned with, from the file alone."""
    version = table.call_version(ws.db, course.call_version_id)
    return _parsed(version.content, version.call)


def call_in(content: str, name: str) -> Call:
    """Return the call that a version's text says; a text read before is not read again."""
    return _parsed(content, name)


def calls_since(ws: Workspace, day: date) -> dict[int, Call]:
    """Return, by their version, the calls of the courses that have class on ``day`` or later."""
    versions = table.call_versions_since(ws.db, day)
    return {version.id: _parsed(version.content, version.call) for version in versions}


def figures_to_fill(ws: Workspace, call_id: str) -> tuple[FigureToFill, ...]:
    """Return the figures of a call that the centre has still to write, in the order of the call."""
    specs = (PARAMETERS[name] for name in choose_call(ws, call_id).call.to_fill() if name in PARAMETERS)
    return tuple(FigureToFill(spec.name, spec.label, spec.unit, spec.kind) for spec in specs)


def all_figures_to_fill(ws: Workspace) -> tuple[CallFigure, ...]:
    """Return every figure that any call still leaves to the centre."""
    return tuple(
        CallFigure(row.id, row.title, figure)
        for row in list_calls(ws)
        for figure in figures_to_fill(ws, row.id)
    )


def fill_figure(ws: Workspace, call_id: str, figure: FilledFigure) -> Changes:
    """Write a figure of a call as a new version of its text; courses already planned keep theirs.

    Raises ``Refused`` for a figure the call does not leave to the centre, one that is no such figure, or one
    beyond the bounds of the state law.
    """
    chosen = choose_call(ws, call_id)
    known = {spec.name for spec in figures_to_fill(ws, call_id)}
    if figure.name not in known:
        message = _("La convocatoria {call} no deja «{name}» al centro. Lo que falta es: {known}.")
        names = ", ".join(sorted(known)) or _("nada")
        raise Refused(message.format(call=call_id, name=figure.name, known=names))
    content = with_filled(
        chosen.content,
        figure.name,
        read_figure(PARAMETERS[figure.name], figure.text),
        since=figure.since,
        citation=Citation(figure.norm, figure.place),
        checked_on=ws.clock.today(),
    )
    name = _("Completar «{label}» de {call}").format(label=PARAMETERS[figure.name].label, call=call_id)
    with ws.operation(name):
        table.keep_call(ws.db, call_id, sha256_of(content), content, Origin.CENTRE)
    return Changes(name, frozenset({Kind.CATALOGUE}))


def read_figure(spec: ParameterSpec, text: str) -> Value:
    """Return a figure as the call writes it, from what is typed: ``0,75``, ``75 %``, ``13``, ``sí``, a day.

    Raises ``Refused`` where the text is no such figure.
    """
    plain = text.strip()
    try:
        match spec.kind:
            case ValueKind.FLAG:
                return {"sí": True, "si": True, "no": False}[plain.casefold()]
            case ValueKind.DAY:
                return date.fromisoformat(plain)
            case ValueKind.COUNT:
                return int(plain)
            case ValueKind.TEXT:
                return plain
            case ValueKind.TEXTS:
                return tuple(part.strip() for part in plain.split(",") if part.strip())
        is_percentage = plain.endswith("%")
        number = Decimal(plain.removesuffix("%").strip().replace(",", "."))
    except (KeyError, ValueError, ArithmeticError):
        message = _("«{text}» no sirve para «{label}» ({unit}). No se ha guardado nada.")
        raise Refused(message.format(text=text, label=spec.label, unit=spec.unit)) from None
    return number / 100 if is_percentage else number


def _available(ws: Workspace | None) -> dict[str, ChosenCall]:
    official = {
        text.id: ChosenCall(_parsed(text.content, text.id), text.content, text.sha256, Origin.OFFICIAL)
        for text in official_calls()
    }
    filled = {
        version.call: ChosenCall(
            _parsed(version.content, version.call), version.content, version.sha256, Origin.CENTRE
        )
        for version in (table.centre_calls(ws.db) if ws else ())
    }
    return official | filled


@lru_cache(maxsize=32)
def _parsed(content: str, name: str) -> Call:
    return load_flat_call(content, f"{name}.toml")
