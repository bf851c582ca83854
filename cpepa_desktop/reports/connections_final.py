"""«Informe final de conexiones de aula virtual»: who was connected to each class of the course, and when.

Guide of Orden EPE/873/2023, 3.d: it goes to the manager of the course in the week after the course ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.reports.frame import Document, Heading, Orientation, render, spanish
from cpepa_desktop.reports.parts.connection_tables import (
    ClassConnections,
    Classroom,
    class_block,
    closing,
    missing_of,
    room_fields,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Informe final de conexiones de aula virtual"


@dataclass(frozen=True, slots=True)
class ConnectionsFinal:
    """Everything that is printed on the final report, of a course between two days."""

    head: CourseHead
    first: date
    last: date
    room: Classroom
    classes: tuple[ClassConnections, ...]


def missing_items(report: ConnectionsFinal) -> tuple[str, ...]:
    """Return what the guide asks and would print empty."""
    return missing_of(report.classes, report.room)


def pdf(report: ConnectionsFinal) -> bytes:
    """Return the report's PDF, the same bytes for the same report."""
    return render(story(report))


def story(report: ConnectionsFinal) -> Document:
    """Return the report in blocks."""
    days = spanish.span_of_days(report.first, report.last)
    blocks = (
        Heading(1, TITLE),
        particulars(report.head, Orientation.LANDSCAPE, label="Curso", about=days),
        room_fields(report.room),
        class_block(report.classes),
        *closing(report.classes, report.head, report.room),
    )
    return course_document(report.head, TITLE, "", blocks, Orientation.LANDSCAPE)
