"""What both reports of connections print: who was connected and when, how long in all, and from which logs.

Orden EPE/873/2023, Guía 3.d: each report rests on the logs that the virtual classroom writes, so each log is
named with the hash of its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    CellSize,
    Column,
    Field,
    Fields,
    FieldSize,
    Group,
    Heading,
    Paragraph,
    Prose,
    Row,
    Scope,
    Signatures,
    Signer,
    Strong,
    Table,
    Vertical,
    Wash,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, responsible

NO_LOG: Final = "Sin registro de conexiones"
NOBODY: Final = "Nadie se conectó"
NO_CLASS: Final = "No ha habido clase por aula virtual."
LEGAL_NOTE: Final = (
    "Entradas y salidas tal como constan en los registros de conexiones de la herramienta, que se acompañan. "
    "El tiempo es el conectado dentro del horario de la clase, cada momento una sola vez; los segundos se "
    "suman y se redondean hacia abajo una vez (Orden EPE/873/2023, Guía de gestión, 3.d)."
)
_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody in a class: when they came and went, in seconds of the day, and the minutes that count.

    Without ``spans`` the minutes are entered as at a distance, and no log supports them.
    """

    name: str
    document: str
    spans: tuple[tuple[int, int], ...]
    minutes: int

    @property
    def connected(self) -> int:
        """Return the minutes that a log supports."""
        return self.minutes if self.spans else 0


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log as it was imported: its name, what wrote it and the SHA-256 of the file."""

    name: str
    tool: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ClassConnections:
    """A class at a distance, its clock in minutes of the day: who was connected, and from which logs."""

    day: date
    start: int
    end: int
    people: tuple[Presence, ...]
    files: tuple[LogFile, ...]


@dataclass(frozen=True, slots=True)
class Classroom:
    """How the class is given at a distance, ``""`` where unknown, and who teaches it."""

    tool: str = ""
    inspection_link: str = ""
    trainers: tuple[str, ...] = ()


def missing_of(classes: tuple[ClassConnections, ...], room: Classroom) -> tuple[str, ...]:
    """Return what the guide asks and would print empty."""
    missing = ["Herramienta del aula virtual"] if classes and not room.tool else []
    for each in classes:
        day = spanish.weekday_and_day(each.day)
        if not each.files:
            missing.append(f"{NO_LOG}, {day}")
        missing += [f"{NO_LOG}, {day}, {who.name}" for who in each.people if each.files and not who.spans]
    return tuple(missing)


def room_fields(room: Classroom) -> Fields:
    """Return the box of the virtual classroom."""
    return Fields(
        (
            Field("Herramienta del aula virtual", room.tool, 3),
            Field("Enlace para los órganos de control", room.inspection_link, 6),
            Field("Docentes", ", ".join(room.trainers), 3),
        ),
        columns=12,
        size=FieldSize.COMPACT,
    )


def closing(classes: tuple[ClassConnections, ...], head: CourseHead, room: Classroom) -> Iterator[Block]:
    """Yield what comes under the classes: the totals, the logs, the note, and who signs."""
    totals = _totals(classes)
    if totals is not None:
        yield Group((Heading(2, "Total por persona"), totals))
    files = _files(classes)
    if files is not None:
        yield Group((Heading(2, "Registros de conexiones que se acompañan"), files))
    trainers = tuple(
        Signer("Docente", name, f"firma_docente_{n}")
        for n, name in enumerate(room.trainers or ("",), start=1)
    )
    yield Group(
        (Paragraph(LEGAL_NOTE, style=Prose.NOTE), Signatures((*trainers, responsible(head)), height=17)),
        together=True,
    )


_COLUMNS: Final = (
    Column("Día", 22, heads_row=True),
    Column("Clase", 24),
    Column("Apellidos y nombre", share=3),
    Column("Documento", 24),
    Column("Entradas y salidas", share=4),
    Column("Tiempo", 18, align=Align.RIGHT),
)


def class_block(classes: tuple[ClassConnections, ...]) -> Block:
    """Return who was connected to each class, and when; that there was none, where there was none."""
    if not classes:
        return Paragraph(NO_CLASS)
    total = sum(who.connected for each in classes for who in each.people)
    return Table(
        _COLUMNS,
        tuple(row for each in classes for row in _of_class(each)),
        foot=(Row((Cell((Strong("Total"),), columns=5, scope=Scope.ROW), spanish.hours(total))),),
        summary="Una fila por persona de cada clase, con las horas en que entró y salió y el tiempo que "
        "estuvo conectada dentro de la clase.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _of_class(each: ClassConnections) -> Iterator[Row]:
    height = max(1, len(each.people))
    hanging: list[Cell | str] = [
        Cell(spanish.weekday_and_day(each.day), rows=height, scope=Scope.ROW),
        Cell(spanish.span_of_clock(each.start, each.end), rows=height),
    ]
    if not each.people:
        yield Row((*hanging, Cell(NOBODY if each.files else NO_LOG, columns=4, wash=Wash.PENDING)))
    for who in each.people:
        times = ", ".join(f"{_clock(one)}-{_clock(other)}" for one, other in who.spans)
        unsupported = f"{NO_LOG}: {spanish.hours(who.minutes)} introducidas"
        cell: Cell | str = times or Cell(unsupported, wash=Wash.PENDING)
        yield Row((*hanging, who.name, who.document, cell, spanish.hours(who.connected)))
        hanging = []


def _clock(second: int) -> str:
    """Return a second of the day as «09:04:30»; of the day before or after, as midnight."""
    minutes, seconds = divmod(min(max(second, 0), 24 * 60 * _MINUTE), _MINUTE)
    return f"{minutes // _MINUTE:02d}:{minutes % _MINUTE:02d}:{seconds:02d}"


def _totals(classes: tuple[ClassConnections, ...]) -> Table | None:
    """Return how long each person was connected in all, nothing where nobody was."""
    people = dict.fromkeys((who.name, who.document) for each in classes for who in each.people)
    if not people:
        return None
    rows = []
    for name, document in sorted(people, key=lambda who: spanish_key(who[0])):
        own = [who for each in classes for who in each.people if (who.name, who.document) == (name, document)]
        rows.append(Row((name, document, str(len(own)), spanish.hours(sum(who.connected for who in own)))))
    return Table(
        (
            Column("Apellidos y nombre", share=3, heads_row=True),
            Column("Documento", 30),
            Column("Clases", 24, align=Align.RIGHT),
            Column("Tiempo conectado", 40, align=Align.RIGHT),
        ),
        tuple(rows),
        summary="Una fila por persona, con las clases que siguió por aula virtual y el tiempo conectado.",
        size=CellSize.SMALL,
    )


def _files(classes: tuple[ClassConnections, ...]) -> Table | None:
    """Return the logs with their hashes, nothing where there is none."""
    rows = tuple(
        Row((spanish.weekday_and_day(each.day), file.name, file.tool, file.sha256))
        for each in classes
        for file in each.files
    )
    if not rows:
        return None
    return Table(
        (
            Column("Día", 22, heads_row=True),
            Column("Archivo", share=3),
            Column("Herramienta", 36),
            Column("Huella SHA-256", share=5),
        ),
        rows,
        summary="Una fila por archivo, con la huella que lo identifica.",
        size=CellSize.SMALL,
    )
