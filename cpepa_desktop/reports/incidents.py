"""«Parte de incidencias» of a week: day, hour, cause and justification, and when each was communicated.

Guide of Orden EPE/873/2023, 10.2.10: any incident of the class is written down with its day, its hour, its
cause and what justifies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.frame import (
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Table,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars
from cpepa_desktop.reports.parts.signing import trainers_and_centre

TITLE: Final = "Parte de incidencias"
PENDING: Final = "Pendiente de completar"
NOT_TOLD: Final = "Sin comunicar"
LEGAL_NOTE: Final = (
    "De cada incidencia se anotan el día, la hora, la causa y su justificación (Orden EPE/873/2023, Guía de "
    "gestión, 10.2.10)."
)


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """Something that happened at ``minute`` of a day; what nobody has written yet is ``""`` or ``None``.

    ``person`` is printed as given: a name, or that it was the whole class.
    """

    day: date
    minute: int
    person: str
    what: str
    cause: str = ""
    justification: str = ""
    communicated_on: date | None = None


@dataclass(frozen=True, slots=True)
class IncidentsSheet:
    """Everything that is printed on the incidents of a week; ``trainers`` are those who sign."""

    head: CourseHead
    week: IsoWeek
    first: date
    last: date
    incidents: tuple[IncidentLine, ...]
    trainers: tuple[str, ...] = ()


def missing_items(sheet: IncidentsSheet) -> tuple[str, ...]:
    """Return what the centre has still to write of each incident."""
    found = []
    for line in sheet.incidents:
        lacks = [
            name for name, text in (("causa", line.cause), ("justificación", line.justification)) if not text
        ]
        if lacks:
            found.append(f"{line.what} ({spanish.weekday_and_day(line.day)}): {' y '.join(lacks)}")
    return tuple(found)


def pdf(sheet: IncidentsSheet) -> bytes:
    """Return the sheet's PDF, the same bytes for the same sheet."""
    return render(story(sheet))


def story(sheet: IncidentsSheet) -> Document:
    """Return the sheet in blocks."""
    about = f"semana {sheet.week.week} de {sheet.week.year}"
    return course_document(sheet.head, TITLE, about, tuple(_blocks(sheet)), Orientation.LANDSCAPE)


def _blocks(sheet: IncidentsSheet) -> Iterator[Block]:
    days = spanish.span_of_days(sheet.first, sheet.last)
    week = f"{sheet.week.week} de {sheet.week.year}, {days}"
    yield Heading(1, TITLE)
    yield particulars(sheet.head, Orientation.LANDSCAPE, label="Semana", about=week)
    if sheet.incidents:
        yield _table(sheet.incidents)
    else:
        yield Paragraph(f"No consta ninguna incidencia en la semana {days}.")
    yield Paragraph(LEGAL_NOTE, style=Prose.NOTE)
    yield Group((Heading(2, "Firmas"), *trainers_and_centre(sheet.head, sheet.trainers)), together=True)


_COLUMNS: Final = (
    Column("Día", 22),
    Column("Hora", 14),
    Column("Persona o grupo", share=3, heads_row=True),
    Column("Incidencia", share=4),
    Column("Causa", share=4),
    Column("Justificación", share=4),
    Column("Comunicada el", 26),
)


def _table(incidents: tuple[IncidentLine, ...]) -> Table:
    return Table(
        _COLUMNS,
        tuple(Row(_cells(line)) for line in incidents),
        summary="Una fila por incidencia, por día y hora: a quién se refiere, qué ocurrió, por qué, cómo se "
        "justifica y el día en que se comunicó a la Administración.",
    )


def _cells(line: IncidentLine) -> tuple[Cell | str, ...]:
    told = line.communicated_on
    return (
        spanish.weekday_and_day(line.day),
        clock_text(line.minute),
        line.person,
        line.what,
        line.cause or Cell(PENDING, wash=Wash.PENDING),
        line.justification or Cell(PENDING, wash=Wash.PENDING),
        Cell(NOT_TOLD, wash=Wash.PENDING) if told is None else spanish.short_day(told),
    )
