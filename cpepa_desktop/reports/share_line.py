"""The line of share on paper: how much of the official hours is reached or may still be, and the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.pictures import ShareLine
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Column,
    Curve,
    Document,
    Drawing,
    Heading,
    Label,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Table,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Línea de asistencia"
_WIDTH: Final = 250
_HEIGHT: Final = 85
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 212, 5, 75  # of the field inside the drawing, in mm
_PERCENTS: Final = (0, 25, 50, 100)
_WHOLE: Final = 100
_THICK, _MIDDLE, _THIN = 1.6, 0.9, 0.2  # points
_HALF_LETTER: Final = 0.9
_CLOSE: Final = 4  # names nearer than this would run into each other


@dataclass(frozen=True, slots=True)
class ShareLinePaper:
    """Everything that is printed: the line, as it stands at the end of ``until``."""

    head: CourseHead
    until: date
    picture: ShareLine


def pdf(paper: ShareLinePaper) -> bytes:
    """Return the line's PDF, the same bytes for the same line."""
    return render(story(paper))


def story(paper: ShareLinePaper) -> Document:
    """Return the line in blocks: the drawing, what it says in words, and its figures week by week."""
    about = ", ".join(part for part in (paper.picture.person, spanish.short_day(paper.until)) if part)
    return course_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: ShareLinePaper) -> Iterator[Block]:
    line = paper.picture
    yield Heading(1, TITLE)
    yield particulars(
        paper.head, Orientation.LANDSCAPE, label="Persona" if line.person else "De", about=_whose(line)
    )
    if not line.points or line.first is None or line.last is None:
        yield Paragraph("Todavía no se ha impartido ninguna clase: no hay línea que dibujar.")
        return
    yield Drawing(tuple(_shapes(line, line.first, line.last)), _WIDTH, _HEIGHT, _in_words(paper))
    yield Paragraph(_in_words(paper))
    yield Heading(2, "Cifras por semana")
    yield _table(line)
    yield Paragraph(
        "Lo alcanzado y lo alcanzable son partes de las horas oficiales: lo que falta por introducir no "
        "cuenta como asistido ni como perdido.",
        style=Prose.NOTE,
    )


def _whose(line: ShareLine) -> str:
    return line.person or "Todas las personas que siguen en el curso"


def _in_words(paper: ShareLinePaper) -> str:
    line = paper.picture
    words = (
        f"A {spanish.long_day(paper.until)} se ha alcanzado el {_percent(line, line.reached)} de las "
        f"{spanish.hours(line.base)} oficiales y todavía puede alcanzarse el "
        f"{_percent(line, line.reachable)}; el límite es el {_percent(line, line.required)}."
    )
    if line.impossible_from is None:
        return words
    day = spanish.long_day(line.impossible_from)
    return f"{words} Si faltase a todo desde hoy, dejaría de ser posible el {day}."


def _percent(line: ShareLine, minutes: int) -> str:
    return f"{line.percent(minutes):.1f} %".replace(".", ",").replace(",0 %", " %").replace(" ", "\u00a0")


def _table(line: ShareLine) -> Table:
    by_week = {IsoWeek.of(point.day): point for point in line.points}  # the last one of each week stays
    return Table(
        (
            Column("Al final del", 50, heads_row=True),
            Column("Horas alcanzadas", align=Align.RIGHT),
            Column("Parte alcanzada", align=Align.RIGHT),
            Column("Horas alcanzables", align=Align.RIGHT),
            Column("Parte alcanzable", align=Align.RIGHT),
        ),
        tuple(
            Row(
                (
                    spanish.short_day(point.day),
                    spanish.hours(point.reached),
                    _percent(line, point.reached),
                    spanish.hours(point.reachable),
                    _percent(line, point.reachable),
                )
            )
            for point in by_week.values()
        ),
        summary="Una fila por semana con clase: horas y parte de las oficiales alcanzadas y alcanzables.",
    )


# The drawing ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a day and a share stand in the drawing, in millimetres from its upper left corner."""

    line: ShareLine
    first: date
    last: date

    def across(self, day: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / max((self.last - self.first).days, 1)

    def down(self, percent: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * percent / _WHOLE

    def at(self, minutes: int) -> float:
        return self.down(float(self.line.percent(minutes)))


def _shapes(line: ShareLine, first: date, last: date) -> Iterator[Curve | Label]:
    """Yield the scale, then the lines told by thickness and dashes, and the name of each at its end."""
    field = _Field(line, first, last)
    yield from _scale(field)
    limit = field.at(line.required)
    yield Curve(((_LEFT, limit), (_RIGHT, limit)), _MIDDLE, is_dashed=True)
    start = (_LEFT, field.at(line.base))
    best = (start, *((field.across(point.day), field.at(point.reachable)) for point in line.points))
    yield Curve((*best, (_RIGHT, best[-1][1])), _MIDDLE)
    reached = ((_LEFT, field.at(0)), *((field.across(p.day), field.at(p.reached)) for p in line.points))
    yield Curve(reached, _THICK)
    day = line.impossible_from
    if day is not None and first <= day <= last:
        yield Curve(((field.across(day), _TOP), (field.across(day), _BOTTOM)), _THIN, is_dashed=True)
        yield Label(field.across(day) + 1, _BOTTOM - 2, "Imposible desde aquí")
    yield from _names(field, reached[-1])


def _scale(field: _Field) -> Iterator[Curve | Label]:
    for percent in _PERCENTS:
        place = field.down(percent)
        yield Curve(((_LEFT, place), (_RIGHT, place)), _THIN)
        yield Label(_LEFT - 1.5, place + _HALF_LETTER, f"{percent}\u00a0%", Align.RIGHT)
    month = field.first.replace(day=1)
    while month <= field.last:
        place = field.across(max(month, field.first))
        yield Curve(((place, _BOTTOM), (place, _BOTTOM + 1.5)), _THIN)
        yield Label(place, _BOTTOM + 5, spanish.month(month).partition(" ")[0])
        month = (month + timedelta(days=32)).replace(day=1)


def _names(field: _Field, end: tuple[float, float]) -> Iterator[Label]:
    """Yield the names of the lines: those at the right edge are kept from running into each other."""
    line = field.line
    limit, best = field.at(line.required), field.at(line.reachable)
    if abs(limit - best) < _CLOSE:
        best = limit - _CLOSE if best <= limit else limit + _CLOSE
    yield Label(_RIGHT + 1.5, limit + _HALF_LETTER, f"Límite: {_percent(line, line.required)}")
    yield Label(_RIGHT + 1.5, best + _HALF_LETTER, f"Alcanzable: {_percent(line, line.reachable)}")
    across, down = end
    yield Label(across + 1.5, down + _HALF_LETTER, f"Alcanzado: {_percent(line, line.reached)}")
