"""Certificate that somebody attended class on a day, from which hour to which: for an employer, say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.words import listed
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Row,
    Strong,
    Table,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.centre_head import signed_by_centre
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Certificado de asistencia en un día"


@dataclass(frozen=True, slots=True)
class AttendedStretch:
    """A stretch of class of the day: its clock times in minutes of the day, and how much was attended.

    Where it was not all, the hours are known and not the clock times between which they were.
    """

    start: int
    end: int
    taught: tuple[str, ...]
    minutes: int
    attended: int
    is_virtual: bool = False


@dataclass(frozen=True, slots=True)
class DayCertificate:
    """Everything that is printed of a person on a day, its stretches in clock order."""

    head: CourseHead
    name: str
    document: str
    day: date
    stretches: tuple[AttendedStretch, ...]


def pdf(certificate: DayCertificate) -> bytes:
    """Return the certificate's PDF, the same bytes for the same certificate."""
    return render(story(certificate))


def story(certificate: DayCertificate) -> Document:
    """Return the certificate in blocks."""
    about = f"{certificate.name}, {spanish.short_day(certificate.day)}"
    return course_document(certificate.head, TITLE, about, tuple(_blocks(certificate)))


def _blocks(paper: DayCertificate) -> Iterator[Block]:
    head = paper.head
    yield Heading(1, TITLE)
    yield particulars(head, Orientation.PORTRAIT)
    who = ", ".join(part for part in (head.responsible_name, head.responsible_role) if part)
    yield Paragraph(f"{who}, de {head.centre or head.entity},")
    yield Paragraph((Strong("CERTIFICA:"),))
    attended = sum(stretch.attended for stretch in paper.stretches)
    yield Paragraph(
        (
            "Que ",
            Strong(paper.name),
            f", con documento de identidad {paper.document}, asistió el día ",
            Strong(spanish.long_day(paper.day)),
            f" a clase de la acción formativa «{head.course_name}», {_times(paper.stretches)}: ",
            Strong(spanish.hours(attended)),
            ".",
        )
    )
    yield _table(paper.stretches)
    yield Paragraph("Y para que conste donde convenga, se expide a petición de la persona interesada.")
    yield from signed_by_centre(head, height=28)


def _times(stretches: tuple[AttendedStretch, ...]) -> str:
    """Return between which hours, «de 09:00 a 14:00» where a stretch was attended whole."""
    parts = []
    for stretch in stretches:
        if stretch.attended == stretch.minutes:
            parts.append(_from_to(stretch))
        elif stretch.attended:
            parts.append(f"{spanish.hours(stretch.attended)} de la clase {_from_to(stretch)}")
    return listed(parts)


def _from_to(stretch: AttendedStretch) -> str:
    start, end = (f"{minute // 60:02d}:{minute % 60:02d}" for minute in (stretch.start, stretch.end))
    return f"de {start} a {end}"


def _table(stretches: tuple[AttendedStretch, ...]) -> Table:
    return Table(
        (
            Column("Clase", 32, heads_row=True),
            Column("Contenido"),
            Column("Horas de clase", 28, align=Align.RIGHT),
            Column("Horas asistidas", 28, align=Align.RIGHT),
        ),
        tuple(
            Row(
                (
                    spanish.span_of_clock(stretch.start, stretch.end),
                    ", ".join(stretch.taught) + (" (por aula virtual)" if stretch.is_virtual else ""),
                    spanish.hours(stretch.minutes),
                    spanish.hours(stretch.attended),
                )
            )
            for stretch in stretches
        ),
        summary="Una fila por clase del día: de qué hora a qué hora, qué se impartió y cuánto se asistió.",
    )
