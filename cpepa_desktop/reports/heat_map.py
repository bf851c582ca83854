"""The heat map of a course on paper: a table a month, people by days, each told by a sign and a ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.pictures import HeatCell, HeatMap, HeatState
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
    Stroke,
    Strong,
    Table,
    Text,
    Vertical,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Mapa de asistencia"
_NAME_WIDTH: Final = 50
_MOST_DAYS: Final = 23  # the days of class that a month may have: every table has its columns as wide


@dataclass(frozen=True, slots=True)
class HeatMapPaper:
    """Everything that is printed: the map, as it stands at the end of ``until``."""

    head: CourseHead
    until: date
    picture: HeatMap


def pdf(paper: HeatMapPaper) -> bytes:
    """Return the map's PDF, the same bytes for the same map."""
    return render(story(paper))


def story(paper: HeatMapPaper) -> Document:
    """Return the map in blocks."""
    about = spanish.short_day(paper.until)
    return course_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: HeatMapPaper) -> Iterator[Block]:
    yield Heading(1, TITLE)
    about = spanish.long_day(paper.until)
    yield particulars(paper.head, Orientation.LANDSCAPE, label="A fecha de", about=about)
    yield Paragraph(_legend(), style=Prose.NOTE)
    if not paper.picture.days or not paper.picture.rows:
        yield Paragraph("El curso no tiene todavía clases o personas que mostrar.")
    places = list(enumerate(paper.picture.days))
    for _month, days in groupby(places, key=lambda place: (place[1].year, place[1].month)):
        yield from _month_table(paper.picture, list(days))


def _month_table(picture: HeatMap, days: list[tuple[int, date]]) -> Iterator[Block]:
    if not picture.rows:
        return
    month = spanish.month(days[0][1])
    spare = _MOST_DAYS - len(days)
    table = Table(
        (
            Column("Persona", _NAME_WIDTH, heads_row=True),
            *(Column(str(day.day), align=Align.CENTRE) for _place, day in days),
            *((Column("Resto del mes", share=spare),) if spare > 0 else ()),
        ),
        head=(
            Row(
                (
                    Cell("Persona", scope=Scope.COLUMN),
                    *(Cell(_day(day), scope=Scope.COLUMN, align=Align.CENTRE) for _place, day in days),
                    *((Cell("Sin más clases en el mes", scope=Scope.COLUMN),) if spare > 0 else ()),
                )
            ),
        ),
        rows=tuple(
            Row(
                (
                    f"{row.n}. {row.name}",
                    *(_cell(row.cells[place]) for place, _day in days),
                    *(("",) if spare > 0 else ()),
                )
            )
            for row in picture.rows
        ),
        summary=f"Una fila por persona y una columna por día de clase de {month.lower()}.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )
    yield Group((Heading(2, month), table), together=True)


_WEEKDAYS: Final = "LMXJVSD"


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}\n{day.day}"


_SIGNS: Final = {
    HeatState.FULL: Cell("✓"),
    HeatState.ABSENT: Cell("A", stroke=Stroke.RED_DIAGONAL),
    HeatState.JUSTIFIED: Cell("J", wash=Wash.HATCHED),
    HeatState.PENDING: Cell("?", wash=Wash.PENDING),
    HeatState.FUTURE: Cell(),
    HeatState.OUTSIDE: Cell("—", wash=Wash.OUTSIDE),
}


def _cell(cell: HeatCell) -> Cell:
    if cell.state is HeatState.PARTLY:
        return Cell(_clock(cell.attended_minutes or 0), wash=Wash.HEAD)
    return _SIGNS[cell.state]


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _legend() -> Text:
    return (
        *(Strong("✓"), ": asiste todo el día. ", Strong("2:30"), ": asiste esas horas. "),
        *(Strong("A"), ", tachado: no asiste. "),
        *(Strong("J"), ", rayado: lo que falta está justificado y validado. "),
        *(Strong("?"), ": asistencia sin introducir, que no cuenta ni como asistida ni como falta. "),
        *("En blanco: clase por venir. ", Strong("—"), ": fuera de su periodo o módulo ya acreditado."),
    )
