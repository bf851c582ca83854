"""The class list: who is in the course, with columns to write in; with contact data for the office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Table,
    Vertical,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Lista de clase"
_ROW_HEIGHT: Final = 8
_BLANK_COLUMNS: Final = 3
_BLANK_WIDTH: Final = 24


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person of the list; ``note`` says when they join or left where it is not the whole course."""

    n: int
    name: str
    document: str
    phone: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClassList:
    """Everything that is printed. The form ``with_contact`` is for the office and not for the classroom."""

    head: CourseHead
    on: date
    people: tuple[ListedPerson, ...]
    with_document: bool = True
    with_contact: bool = False


def pdf(paper: ClassList) -> bytes:
    """Return the list's PDF, the same bytes for the same list."""
    return render(story(paper))


def story(paper: ClassList) -> Document:
    """Return the list in blocks."""
    about = spanish.short_day(paper.on)
    return course_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: ClassList) -> Iterator[Block]:
    yield Heading(1, TITLE)
    yield particulars(paper.head, Orientation.LANDSCAPE, label="Día", about=spanish.long_day(paper.on))
    if paper.people:
        yield _table(paper)
    else:
        yield Paragraph("Todavía no hay personas inscritas en el curso.")
    if paper.with_contact:
        yield Paragraph(
            "Contiene datos de contacto: es para la secretaría y no se expone en el aula.", style=Prose.NOTE
        )


def _table(paper: ClassList) -> Table:
    columns = [Column("N.º", 9, align=Align.RIGHT), Column("Apellidos y nombre", share=3, heads_row=True)]
    if paper.with_document:
        columns.append(Column("DNI / NIE", 26))
    if paper.with_contact:
        columns += [Column("Teléfono", 30), Column("Correo electrónico", share=2)]
    columns.append(Column("Observaciones", share=2))
    blank = 0 if paper.with_contact else _BLANK_COLUMNS
    columns += [Column(f"Anotación {place}", _BLANK_WIDTH) for place in range(1, blank + 1)]
    return Table(
        tuple(columns),
        tuple(Row(_cells(person, paper, blank), _ROW_HEIGHT) for person in paper.people),
        summary="Una fila por persona, por el orden de la hoja de asistencia; las últimas columnas son para "
        "escribir.",
        vertical=Vertical.MIDDLE,
    )


def _cells(person: ListedPerson, paper: ClassList, blank: int) -> tuple[str, ...]:
    cells = [str(person.n), person.name]
    if paper.with_document:
        cells.append(person.document)
    if paper.with_contact:
        cells += [person.phone, person.email]
    return (*cells, person.note, *("",) * blank)
