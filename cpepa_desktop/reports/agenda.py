"""«Agenda de plazos»: what a course, or a whole centre in a school year, has to hand in, day by day, to tick.

The days are those of the call and of Ley 39/2015, art. 30. Both are printed where they differ: the last day
and the safe one. How many days are left is not printed: tomorrow it would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.words import listed
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Strong,
    Table,
    Text,
    Vertical,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.centre_head import CentreHead, centre_document, centre_particulars
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Agenda de plazos"
NOTHING: Final = "No hay ningún plazo."
WITHOUT_A_DAY: Final = "Todavía sin día"
NOTE: Final = (
    "El plazo es el último día según la lectura que sigue el programa; la fecha segura, la más estricta "
    "cuando los textos no coinciden. Los días hábiles no cuentan sábados, domingos ni festivos nacionales, "
    "autonómicos o locales (Ley 39/2015, art. 30)."
)
_TO_TICK: Final = "☐"
_TICKED: Final = "☑"
_ROW_HEIGHT: Final = 8


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An obligation: its two days, what it is and of what, by where, the article, and whether it was met.

    ``waits_for`` says which event it hangs on while it has no day; ``met`` when and with which number it was
    met, ``""`` where it was not.
    """

    due: date | None
    safe: date | None
    obligation: str
    about: str = ""
    course: str = ""
    channels: tuple[str, ...] = ()
    article: str = ""
    waits_for: str = ""
    met: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that is printed, in the order of its days. ``year`` is the school year of a whole centre."""

    head: CourseHead | CentreHead
    lines: tuple[AgendaLine, ...]
    year: str = ""


def pdf(agenda: Agenda) -> bytes:
    """Return the agenda's PDF, the same bytes for the same agenda."""
    return render(story(agenda))


def story(agenda: Agenda) -> Document:
    """Return the agenda in blocks."""
    blocks = tuple(_blocks(agenda))
    if isinstance(agenda.head, CourseHead):
        return course_document(agenda.head, TITLE, "", blocks, Orientation.LANDSCAPE)
    return centre_document(agenda.head, TITLE, f"curso {agenda.year}", blocks, Orientation.LANDSCAPE)


def _blocks(agenda: Agenda) -> Iterator[Block]:
    is_of_course = isinstance(agenda.head, CourseHead)
    yield Heading(1, TITLE)
    if isinstance(agenda.head, CourseHead):
        yield particulars(agenda.head, Orientation.LANDSCAPE)
    else:
        yield centre_particulars(agenda.head, label="Curso escolar", about=agenda.year)
    if not agenda.lines:
        yield Paragraph(NOTHING)
    dated = (line for line in agenda.lines if line.due is not None)
    for month, lines in groupby(dated, key=_month):
        yield Heading(2, month)
        yield _table(tuple(lines), with_course=not is_of_course)
    waiting = tuple(line for line in agenda.lines if line.due is None)
    if waiting:
        yield Heading(2, WITHOUT_A_DAY)
        yield _table(waiting, with_course=not is_of_course, with_days=False)
    yield Paragraph(NOTE, style=Prose.NOTE)


def _month(line: AgendaLine) -> str:
    return spanish.month(line.due) if line.due else ""


def _table(lines: Sequence[AgendaLine], *, with_course: bool, with_days: bool = True) -> Table:
    columns = [Column("Hecho", 14, align=Align.CENTRE)]
    if with_days:
        columns += [Column("Plazo", 21), Column("Fecha segura", 22)]
    else:
        columns.append(Column("Qué espera", 46))
    columns.append(Column("Obligación", share=6, heads_row=True))
    if with_course:
        columns.append(Column("Curso", 28))
    columns += [Column("Por dónde", share=3), Column("Artículo", share=3), Column("Presentado", 34)]
    return Table(
        tuple(columns),
        tuple(
            Row(tuple(_cells(line, with_course=with_course, with_days=with_days)), _ROW_HEIGHT)
            for line in lines
        ),
        summary="Una fila por obligación, por el orden de sus días: la casilla que se marca, los días, qué "
        "se presenta, por dónde, el artículo que lo dice y cuándo se presentó.",
        vertical=Vertical.MIDDLE,
    )


def _cells(line: AgendaLine, *, with_course: bool, with_days: bool) -> Iterator[Cell | str]:
    yield _TICKED if line.met else _TO_TICK
    if with_days:
        yield Cell((Strong(_day(line.due)),))
        yield _day(line.safe) if line.safe != line.due else "La misma"
    else:
        yield line.waits_for.capitalize()
    yield Cell(_what(line))
    if with_course:
        yield line.course
    yield listed(line.channels, "o")
    yield line.article
    yield line.met


def _day(day: date | None) -> str:
    return spanish.weekday_and_day(day) if day else ""


def _what(line: AgendaLine) -> Text:
    return f"{line.obligation}: {line.about}" if line.about else line.obligation
