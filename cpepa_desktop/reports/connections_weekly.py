"""«Control de conexiones de aula virtual, semanal»: who was connected to each class of a week, and when.

Guide of Orden EPE/873/2023, 3.d: it goes to the manager of the course in the week after, with its logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.week import IsoWeek
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

TITLE: Final = "Control semanal de conexiones de aula virtual"


@dataclass(frozen=True, slots=True)
class ConnectionsWeek:
    """Everything that is printed on the control of a week, of class from ``first`` to ``last``."""

    head: CourseHead
    week: IsoWeek
    first: date
    last: date
    room: Classroom
    classes: tuple[ClassConnections, ...]


def missing_items(control: ConnectionsWeek) -> tuple[str, ...]:
    """Return what the guide asks and would print empty."""
    return missing_of(control.classes, control.room)


def pdf(control: ConnectionsWeek) -> bytes:
    """Return the control's PDF, the same bytes for the same control."""
    return render(story(control))


def story(control: ConnectionsWeek) -> Document:
    """Return the control in blocks."""
    about = f"semana {control.week.week} de {control.week.year}"
    days = spanish.span_of_days(control.first, control.last)
    week = f"{control.week.week} de {control.week.year}, {days}"
    blocks = (
        Heading(1, TITLE),
        particulars(control.head, Orientation.LANDSCAPE, label="Semana", about=week),
        room_fields(control.room),
        class_block(control.classes),
        *closing(control.classes, control.head, control.room),
    )
    return course_document(control.head, TITLE, about, blocks, Orientation.LANDSCAPE)
