"""«Control semanal de docentes»: who taught what, when, where and how in a week, signed class by class.

Guide of Orden EPE/873/2023, 10.3.1: the hours and the modules that each trainer teaches are told. What is
added up are the hours of class; a class with two trainers counts for each of them and once for its module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    CellSize,
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
    Vertical,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars, responsible

TITLE: Final = "Control semanal de docentes"
NOBODY: Final = "Docente sin asignar"
NO_ROOM: Final = "Sin asignar"
LEGAL_NOTE: Final = (
    "Cada docente firma las clases que ha impartido. Las horas son las del calendario de la acción; una "
    "clase con dos docentes cuenta para cada uno y una sola vez para su módulo (Orden EPE/873/2023, Guía de "
    "gestión, 10.3.1)."
)
_MODES: Final = {
    SessionMode.IN_PERSON: "Presencial",
    SessionMode.VIRTUAL: "Aula virtual",
    SessionMode.BIMODAL: "Bimodal",
}


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A session: when it is in minutes of the day, what is taught, by whom, where and how.

    ``module`` names the module that the block is of, or those where it is of two. ``cancelled`` says why it
    is not given and when it is recovered, ``""`` for what stands.
    """

    day: date
    start: int
    end: int
    block: str
    title: str
    module: str
    trainers: tuple[str, ...] = ()
    room: str = ""
    mode: SessionMode = SessionMode.IN_PERSON
    cancelled: str = ""

    @property
    def minutes(self) -> int:
        """Return the minutes that count: none of what is cancelled."""
        return 0 if self.cancelled else self.end - self.start


@dataclass(frozen=True, slots=True)
class TrainerControl:
    """Everything that is printed on the control of a week; ``lines`` are in clock order."""

    head: CourseHead
    week: IsoWeek
    lines: tuple[ClassLine, ...]

    def __post_init__(self) -> None:
        if not self.lines:
            raise ValueError("a week is controlled where it has a class")


def missing_items(control: TrainerControl) -> tuple[str, ...]:
    """Return the classes that nobody is said to teach."""
    return tuple(
        f"{NOBODY}, {spanish.weekday_and_day(line.day)}, {line.block}"
        for line in control.lines
        if not line.trainers and not line.cancelled
    )


def pdf(control: TrainerControl) -> bytes:
    """Return the control's PDF, the same bytes for the same control."""
    return render(story(control))


def story(control: TrainerControl) -> Document:
    """Return the control in blocks."""
    about = f"semana {control.week.week} de {control.week.year}"
    return course_document(control.head, TITLE, about, tuple(_blocks(control)), Orientation.LANDSCAPE)


def _blocks(control: TrainerControl) -> Iterator[Block]:
    days = spanish.span_of_days(control.lines[0].day, control.lines[-1].day)
    week = f"{control.week.week} de {control.week.year}, {days}"
    yield Heading(1, TITLE)
    yield particulars(control.head, Orientation.LANDSCAPE, label="Semana", about=week)
    yield _classes(control.lines)
    yield Group(
        (
            Heading(2, "Horas por docente y módulo"),
            _totals(control.lines),
            Paragraph(LEGAL_NOTE, style=Prose.NOTE),
            Signatures((responsible(control.head),), height=17),
        ),
        together=True,
    )


# Class by class ---------------------------------------------------------------------------------------------

_COLUMNS: Final = (
    Column("Día", 20, heads_row=True),
    Column("Horario", 24),
    Column("Contenido", share=5),
    Column("Horas", 14, align=Align.RIGHT),
    Column("Aula", 28),
    Column("Modalidad", 22),
    Column("Docente", share=3),
    Column("Firma", 44),
)
_SIGNATURE_HEIGHT: Final = 9


def _classes(lines: tuple[ClassLine, ...]) -> Table:
    return Table(
        _COLUMNS,
        tuple(row for _day, found in groupby(lines, lambda line: line.day) for row in _of_day(tuple(found))),
        summary="Una fila por docente de cada clase, por día y hora, con el contenido, las horas, el aula, "
        "la modalidad y la casilla en que firma.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _of_day(lines: tuple[ClassLine, ...]) -> Iterator[Row]:
    """Yield the rows of a day, which hang from its name, each class with a row for each who signs it."""
    height = sum(_height(line) for line in lines)
    hanging = [Cell(spanish.weekday_and_day(lines[0].day), rows=height, scope=Scope.ROW)]
    for line in lines:
        for cells in _of_class(line):
            yield Row((*hanging, *cells), _SIGNATURE_HEIGHT)
            hanging = []


def _height(line: ClassLine) -> int:
    return 1 if line.cancelled else max(1, len(line.trainers))


def _of_class(line: ClassLine) -> Iterator[tuple[Cell | str, ...]]:
    height = _height(line)
    first = (
        Cell(spanish.span_of_clock(line.start, line.end), rows=height),
        Cell((Strong(line.block), f" {line.title}"), rows=height),
        Cell("—" if line.cancelled else spanish.hours(line.minutes), rows=height, align=Align.RIGHT),
        Cell(line.room or NO_ROOM, rows=height),
        Cell(_MODES[line.mode], rows=height),
    )
    if line.cancelled:
        yield (*first, Cell(line.cancelled, columns=2, wash=Wash.HATCHED))
    elif not line.trainers:
        yield (*first, Cell(NOBODY, wash=Wash.PENDING), "")
    for n, trainer in enumerate(() if line.cancelled else line.trainers):
        yield (*(() if n else first), trainer, "")


# Added up ---------------------------------------------------------------------------------------------------


def _totals(lines: tuple[ClassLine, ...]) -> Table:
    modules = tuple(dict.fromkeys(line.module for line in lines))
    trainers = tuple(dict.fromkeys(name for line in lines for name in (line.trainers or (NOBODY,))))
    return Table(
        columns=(
            Column("Docente", share=2, heads_row=True),
            *(Column(module, align=Align.RIGHT) for module in modules),
            Column("Total", align=Align.RIGHT),
        ),
        rows=tuple(Row((name, *_sums(_of_trainer(lines, name), modules))) for name in trainers),
        foot=(Row((Cell((Strong("Horas de clase"),), scope=Scope.ROW), *_sums(lines, modules))),),
        summary="Una fila por docente y una columna por módulo, con las horas de clase de la semana. La "
        "última fila cuenta cada clase una sola vez.",
    )


def _of_trainer(lines: tuple[ClassLine, ...], name: str) -> tuple[ClassLine, ...]:
    return tuple(line for line in lines if name in (line.trainers or (NOBODY,)))


def _sums(lines: tuple[ClassLine, ...], modules: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hours of some classes by module, and in all."""
    minutes = [sum(line.minutes for line in lines if line.module == module) for module in modules]
    return tuple(spanish.hours(each) for each in (*minutes, sum(minutes)))
