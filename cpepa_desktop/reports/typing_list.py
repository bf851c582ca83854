"""«Para teclear»: what of a week is typed into the administration's programs, with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    CellSize,
    Column,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Table,
    Vertical,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Para teclear"
_ROW_HEIGHT: Final = 6
_BOX: Final = "☐"
_TICKED: Final = "☑"


@dataclass(frozen=True, slots=True)
class TypingLine:
    """A line to type: what kind it is, of whom and of which day, and its texts as «label: text».

    ``typed_on`` and ``number`` say when it was typed and under what number, ``state`` how far it has come.
    """

    kind: str
    day: date
    n: int
    name: str
    document: str
    texts: tuple[str, ...]
    state: str
    typed_on: date | None = None
    number: str = ""
    is_done: bool = False
    is_ready: bool = True


@dataclass(frozen=True, slots=True)
class TypingSection:
    """What is typed into one program, in the order of its screens."""

    program: str
    lines: tuple[TypingLine, ...]


@dataclass(frozen=True, slots=True)
class TypingSheet:
    """Everything that is printed of a week, a section a program."""

    head: CourseHead
    week: IsoWeek
    sections: tuple[TypingSection, ...]


def pdf(paper: TypingSheet) -> bytes:
    """Return the sheet's PDF, the same bytes for the same sheet."""
    return render(story(paper))


def story(paper: TypingSheet) -> Document:
    """Return the sheet in blocks."""
    about = f"semana {paper.week.week} de {paper.week.year}"
    return course_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: TypingSheet) -> Iterator[Block]:
    days = spanish.span_of_days(paper.week.monday, paper.week.sunday)
    yield Heading(1, TITLE)
    week = f"{paper.week.week} de {paper.week.year}, {days}"
    yield particulars(paper.head, Orientation.LANDSCAPE, label="Semana", about=week)
    for section in paper.sections:
        yield Heading(2, section.program)
        if section.lines:
            yield _table(section)
        else:
            yield Paragraph("No hay nada que teclear esta semana.")
    yield Paragraph(
        "Se teclea de arriba abajo y se marca cada línea con su día y el número que dé el programa. «Sin "
        "introducir aún» es una clase cuya asistencia falta: esa línea espera.",
        style=Prose.NOTE,
    )


def _table(section: TypingSection) -> Table:
    return Table(
        (
            Column("Hecho", 12, align=Align.CENTRE),
            Column("Qué", 20),
            Column("Día", 20),
            Column("N.º", 9, align=Align.RIGHT),
            Column("Apellidos y nombre", share=2, heads_row=True),
            Column("DNI / NIE", 22),
            Column("Lo que se teclea", share=3),
            Column("Estado", 24),
            Column("Tecleado el", 20),
            Column("Número", 22),
        ),
        tuple(Row(_cells(line), _ROW_HEIGHT) for line in section.lines),
        summary=f"Una fila por línea que se teclea en {section.program}, por su orden: de quién y de qué día "
        "es, qué se teclea, y si está hecho, cuándo y con qué número.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _cells(line: TypingLine) -> tuple[Cell | str, ...]:
    return (
        _TICKED if line.is_done else _BOX,
        line.kind,
        spanish.weekday_and_day(line.day),
        str(line.n),
        line.name,
        line.document,
        " · ".join(line.texts) if line.is_ready else "—",
        line.state if line.is_ready else Cell(line.state, wash=Wash.PENDING),
        spanish.short_day(line.typed_on) if line.typed_on else "",
        line.number,
    )
