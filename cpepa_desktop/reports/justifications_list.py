"""«Relación de justificantes» of a week: what is handed in with the attendance sheet to be validated.

Guide of Orden EPE/873/2023, 10.4.b: justifications are presented every week for INAEM to validate; the causes
are those of ap. 19.1, each under its letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import listed
from cpepa_desktop.reports.frame import (
    Align,
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
    Scope,
    Signatures,
    Strong,
    Table,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars, responsible

TITLE: Final = "Relación de justificantes"
NOTHING: Final = "No hay justificantes que presentar esta semana."
NO_PROOF: Final = "No"
LEGAL_NOTE: Final = (
    "Las causas son las del apartado decimonoveno.1 de la Orden EPE/873/2023, con su letra. Los "
    "justificantes se presentan cada semana para su validación (Guía de gestión, 10.4.b)."
)


@dataclass(frozen=True, slots=True)
class JustificationLine:
    """A justification: whose, why, the days and minutes it covers, and whether its document goes with it.

    ``handed_in`` says when and with which number it was already presented, ``""`` where it was not.
    """

    name: str
    document: str
    cause: AbsenceCause
    days: tuple[date, ...]
    minutes: int
    has_proof: bool
    remarks: str = ""
    handed_in: str = ""


@dataclass(frozen=True, slots=True)
class JustificationsList:
    """Everything that is printed: those of the week, and the earlier ones that were never handed in."""

    head: CourseHead
    week: IsoWeek
    first: date
    last: date
    lines: tuple[JustificationLine, ...]


def missing_items(listing: JustificationsList) -> tuple[str, ...]:
    """Return whose document is missing."""
    return tuple(f"Documento de {line.name}, {_days(line)}" for line in listing.lines if not line.has_proof)


def pdf(listing: JustificationsList) -> bytes:
    """Return the list's PDF, the same bytes for the same list."""
    return render(story(listing))


def story(listing: JustificationsList) -> Document:
    """Return the list in blocks."""
    about = f"semana {listing.week.week} de {listing.week.year}"
    return course_document(listing.head, TITLE, about, tuple(_blocks(listing)), Orientation.LANDSCAPE)


def _blocks(listing: JustificationsList) -> Iterator[Block]:
    days = spanish.span_of_days(listing.first, listing.last)
    week = f"{listing.week.week} de {listing.week.year}, {days}"
    yield Heading(1, TITLE)
    yield particulars(listing.head, Orientation.LANDSCAPE, label="Semana", about=week)
    yield _table(listing.lines) if listing.lines else Paragraph(NOTHING)
    yield Paragraph(LEGAL_NOTE, style=Prose.NOTE)
    yield Group(
        (
            Heading(2, "Firma"),
            Paragraph(listing.head.place_and_day),
            Signatures((responsible(listing.head),), height=17),
        ),
        together=True,
    )


_COLUMNS: Final = (
    Column("N.º", 10, align=Align.RIGHT),
    Column("Apellidos y nombre", share=4, heads_row=True),
    Column("DNI / NIE", 24),
    Column("Causa", share=4),
    Column("Días", share=3),
    Column("Horas", 18, align=Align.RIGHT),
    Column("Documento adjunto", 24),
    Column("Observaciones", share=4),
)


def _table(lines: tuple[JustificationLine, ...]) -> Table:
    total = (
        Cell((Strong("Total"),), columns=5, scope=Scope.ROW, align=Align.RIGHT),
        spanish.hours(sum(line.minutes for line in lines)),
        f"{sum(line.has_proof for line in lines)} de {len(lines)}",
        "",
    )
    return Table(
        _COLUMNS,
        tuple(Row(_cells(n, line)) for n, line in enumerate(lines, 1)),
        foot=(Row(total),),
        summary="Una fila por justificante: de quién es, la causa con su letra, los días y las horas que "
        "cubre, si se adjunta su documento y lo que haya que observar.",
    )


def _cells(n: int, line: JustificationLine) -> tuple[Cell | str, ...]:
    return (
        *(str(n), line.name, line.document),
        f"{line.cause.value}) {line.cause.label}",
        _days(line),
        spanish.hours(line.minutes),
        "Sí" if line.has_proof else Cell(NO_PROOF, wash=Wash.PENDING),
        ". ".join(part.rstrip(".") for part in (line.remarks, line.handed_in) if part),
    )


def _days(line: JustificationLine) -> str:
    return listed([spanish.weekday_and_day(day) for day in line.days])
