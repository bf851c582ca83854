"""«Hoja de asistencia de alumnos»: one week of a course, blank to be signed or as it was recorded.

Guide of Orden EPE/873/2023, 10.2.10: signed at the start of class, every incident with day, hour, cause and
justification, the cell of who did not attend struck out in red at the end of class, handed in during the week
after. The red stroke is printed only from recorded absences, and always over the word that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.timetable import clock_text
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
    Listing,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Scope,
    Signatures,
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
from cpepa_desktop.reports.parts.signing import trainers_and_centre
from cpepa_desktop.reports.parts.week_sent import WeekSent, sent_line

LEGAL_NOTES: Final = (
    "La hoja se firma al comienzo de la clase. Se anota toda incidencia: día, hora, causa y justificación.",
    "Al final de la clase se tacha en rojo la celda de firma de quienes no han asistido.",
    (
        "Durante la semana siguiente se presenta por registro en la Dirección Provincial del INAEM "
        "(Orden EPE/873/2023, Guía de gestión, 10.2.10)."
    ),
)


class SheetForm(StrEnum):
    """The two forms of the sheet."""

    BLANK = "blank"
    RECORDED = "recorded"


class Presence(StrEnum):
    """What a person's cell of one stretch shows."""

    SIGNATURE = "signature"  # empty, to be signed
    ATTENDED = "attended"
    PARTIAL = "partial"
    ABSENT = "absent"
    PENDING = "pending"  # class was held and nothing is entered yet
    BEFORE_JOINING = "before_joining"
    AFTER_LEAVING = "after_leaving"
    ACCREDITED = "accredited"  # the module taught is already theirs, and they owe no hour of it
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class BlockShare:
    """What is taught in (a part of) a stretch, in minutes."""

    code: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StretchColumn:
    """A stretch of class: its day, which one of the day it is, and its clock times in minutes of the day."""

    day: date
    n: int
    start: int
    end: int
    blocks: tuple[BlockShare, ...]
    trainers: tuple[str, ...]
    mode: SessionMode = SessionMode.IN_PERSON
    cancelled: bool = False

    @property
    def minutes(self) -> int:
        """Return the length of the stretch."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class StretchCell:
    """A person in a stretch. ``attended_minutes`` is printed where only a part was attended."""

    presence: Presence = Presence.SIGNATURE
    attended_minutes: int = 0
    virtual: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with one cell for each column of the sheet, and the week's minutes of absence.

    ``name`` is printed as given: «Apellidos, Nombre».
    """

    n: int
    name: str
    document: str
    cells: tuple[StretchCell, ...]
    justified_minutes: int = 0
    unjustified_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened at ``minute`` of the day: to whom, what, why, and how it is justified."""

    day: date
    minute: int
    person: str
    what: str
    cause: str
    justification: str


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Everything that is printed on the sheet of one week; ``sent`` is the lock it was recorded under."""

    form: SheetForm
    head: CourseHead
    week: IsoWeek
    columns: tuple[StretchColumn, ...]
    people: tuple[PersonRow, ...]
    incidents: tuple[Incident, ...] = ()
    sent: WeekSent | None = None
    notes: tuple[str, ...] = field(default=LEGAL_NOTES)

    def __post_init__(self) -> None:
        wrong = [person.name for person in self.people if len(person.cells) != len(self.columns)]
        if wrong or not self.columns:
            raise ValueError(f"a sheet needs stretches, and each person one cell for each of them: {wrong}")


def pdf(sheet: AttendanceSheet) -> bytes:
    """Return the sheet's PDF, the same bytes for the same sheet."""
    return render(story(sheet))


def story(sheet: AttendanceSheet) -> Document:
    """Return the sheet in blocks."""
    recorded = sheet.form is SheetForm.RECORDED
    title = "Hoja de asistencia registrada" if recorded else "Hoja de asistencia"
    days = spanish.span_of_days(sheet.columns[0].day, sheet.columns[-1].day)
    week = f"semana {sheet.week.week} de {sheet.week.year}"
    return course_document(
        sheet.head,
        title,
        week,
        tuple(_blocks(sheet, title, days)),
        Orientation.LANDSCAPE,
        f"{sheet.head.course_name}, {days}",
    )


def _blocks(sheet: AttendanceSheet, title: str, days: str) -> Iterator[Block]:
    yield Heading(1, f"{title} del alumnado")
    week = f"{sheet.week.week} de {sheet.week.year}, {days}"
    yield particulars(sheet.head, Orientation.LANDSCAPE, label="Semana", about=week)
    if sheet.sent is not None:
        yield sent_line(sheet.sent)
    yield _grid(sheet)
    yield Paragraph(_legend(sheet), style=Prose.NOTE)
    yield Listing(_taught(sheet), style=Prose.NOTE)
    yield Group((Heading(2, "Incidencias"), _incidents(sheet)), together=True)
    yield Group(
        (Heading(2, "Firmas"), *_signatures(sheet), Listing(sheet.notes, style=Prose.NOTE)), together=True
    )


_FIXED_COLUMNS: Final = 5  # number, name and document; justified and unjustified hours
_NUMBER_WIDTH: Final = 7
_DOCUMENT_WIDTH: Final = 21
_HOURS_WIDTH: Final = 11.5
_NAME_WIDTHS: Final = ((7, 52), (10, 44), (14, 37))  # up to so many stretches, so many millimetres
_SIGNATURE_HEIGHT: Final = 6.6
_RECORDED_HEIGHT: Final = 6
_TRAINER_HEIGHT: Final = 8
_NARROW: Final = 7  # with more stretches than this the trainers' names read upwards,
_NARROWER: Final = 10  # and with more than this what they teach too


def _grid(sheet: AttendanceSheet) -> Table:
    height = _RECORDED_HEIGHT if sheet.form is SheetForm.RECORDED else _SIGNATURE_HEIGHT
    name_width = next(
        (width for most, width in _NAME_WIDTHS if len(sheet.columns) <= most), _NAME_WIDTHS[-1][1]
    )
    return Table(
        columns=(
            Column("N.º", _NUMBER_WIDTH, align=Align.RIGHT),
            Column("Apellidos y nombre", name_width, heads_row=True),
            Column("DNI / NIE", _DOCUMENT_WIDTH),
            *(Column("Tramo", align=Align.CENTRE) for _column in sheet.columns),
            Column("J", _HOURS_WIDTH, align=Align.RIGHT),
            Column("NJ", _HOURS_WIDTH, align=Align.RIGHT),
        ),
        head=_grid_head(sheet.columns),
        rows=tuple(Row(_person(person, sheet), height) for person in sheet.people) or (_nobody(sheet),),
        foot=_grid_foot(sheet),
        summary="Una fila por persona y una columna por tramo lectivo. La cabecera da el día, el horario, el "
        "contenido y quien imparte cada tramo; las dos últimas columnas, las horas de ausencia justificadas "
        "y no justificadas.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _head(
    text: Text, *, columns: int = 1, rows: int = 1, rotated: bool = False, align: Align = Align.CENTRE
) -> Cell:
    return Cell(text, columns=columns, rows=rows, scope=Scope.COLUMN, rotated=rotated, align=align)


def _grid_head(columns: tuple[StretchColumn, ...]) -> tuple[Row, ...]:
    """Return the four rows of the head: day, clock, what is taught, and who teaches it."""
    days = [(day, len(list(stretches))) for day, stretches in groupby(columns, key=lambda column: column.day)]
    return (
        Row(
            (
                _head("N.º", rows=4),
                _head("Apellidos y nombre", rows=4, align=Align.LEFT),
                _head("DNI / NIE", rows=4, align=Align.LEFT),
                *(_head(spanish.weekday_and_day(day), columns=stretches) for day, stretches in days),
                _head("Horas de\nausencia", columns=2, rows=3),
            )
        ),
        Row(tuple(_head(_clock(column)) for column in columns)),
        Row(tuple(_head(_what(column), rotated=len(columns) > _NARROWER) for column in columns)),
        Row(
            (
                *(_head(_who(column), rotated=len(columns) > _NARROW) for column in columns),
                _head("J"),
                _head("NJ"),
            )
        ),
    )


def _clock(column: StretchColumn) -> str:
    return f"{spanish.span_of_clock(column.start, column.end)} {spanish.hours(column.minutes)}"


_MODES: Final = {
    SessionMode.IN_PERSON: "",
    SessionMode.VIRTUAL: "Aula virtual",
    SessionMode.BIMODAL: "Bimodal",
}


def _what(column: StretchColumn) -> str:
    """Return the codes taught, with their hours where there are several, and what is out of the ordinary."""
    several = len(column.blocks) > 1
    lines = [
        f"{block.code} {spanish.hours(block.minutes)}" if several else block.code for block in column.blocks
    ]
    lines += [_MODES[column.mode]] if _MODES[column.mode] else []
    lines += ["ANULADA"] if column.cancelled else []
    return "\n".join(lines) or "Sin contenido"


def _who(column: StretchColumn) -> str:
    return "\n".join(column.trainers) or "Docente sin asignar"


def _person(person: PersonRow, sheet: AttendanceSheet) -> tuple[Cell | str, ...]:
    recorded = sheet.form is SheetForm.RECORDED
    absences = (person.justified_minutes, person.unjustified_minutes)
    return (
        str(person.n),
        person.name,
        person.document,
        *(_cell(cell, column) for cell, column in zip(person.cells, sheet.columns, strict=True)),
        *(spanish.hours(minutes) if recorded else "" for minutes in absences),
    )


def _nobody(sheet: AttendanceSheet) -> Row:
    whole = Cell(
        "Todavía no hay personas inscritas en el curso.",
        columns=len(sheet.columns) + _FIXED_COLUMNS,
        align=Align.LEFT,
    )
    return Row((whole,), _RECORDED_HEIGHT)


_FIXED_CELLS: Final = {
    Presence.SIGNATURE: Cell(),
    Presence.ABSENT: Cell("Ausente", stroke=Stroke.RED_DIAGONAL),
    Presence.PENDING: Cell("Pendiente", wash=Wash.PENDING),
    Presence.BEFORE_JOINING: Cell("Sin alta", wash=Wash.OUTSIDE),
    Presence.AFTER_LEAVING: Cell("Baja", wash=Wash.OUTSIDE),
    Presence.ACCREDITED: Cell("Acreditado", wash=Wash.OUTSIDE),
    Presence.CANCELLED: Cell("Anulada", wash=Wash.HATCHED),
}


def _cell(cell: StretchCell, column: StretchColumn) -> Cell:
    """Return what is printed of a person in a stretch; ``V`` marks who attended by virtual classroom."""
    if cell.presence is Presence.ATTENDED:
        return Cell("✓ V" if cell.virtual else "✓")
    if cell.presence is Presence.PARTIAL:
        mark = " V" if cell.virtual else ""
        return Cell(f"{spanish.hours(cell.attended_minutes)}{mark} de {spanish.hours(column.minutes)}")
    return _FIXED_CELLS[cell.presence]


def _grid_foot(sheet: AttendanceSheet) -> tuple[Row, ...]:
    """Return the row where trainers sign and, once the week is recorded, the one where it is added up."""
    signing: list[Cell | str] = [_row_head("Firma de quien imparte")]
    signing += [*(_to_sign(column) for column in sheet.columns), "", ""]
    if sheet.form is SheetForm.BLANK:
        return (Row(tuple(signing), _TRAINER_HEIGHT),)
    counted: list[Cell | str] = [_row_head("Total: asistentes y horas de ausencia")]
    counted += [_attending(sheet, place) for place in range(len(sheet.columns))]
    counted.append(spanish.hours(sum(person.justified_minutes for person in sheet.people)))
    counted.append(spanish.hours(sum(person.unjustified_minutes for person in sheet.people)))
    return (Row(tuple(signing), _RECORDED_HEIGHT), Row(tuple(counted), _RECORDED_HEIGHT))


def _row_head(text: str) -> Cell:
    return Cell((Strong(text),), columns=3, scope=Scope.ROW, align=Align.RIGHT)


def _to_sign(column: StretchColumn) -> Cell:
    return Cell("Anulada", wash=Wash.HATCHED) if column.cancelled else Cell()


def _attending(sheet: AttendanceSheet, place: int) -> str:
    """Return how many attended a stretch, wholly or in part; nothing is counted while somebody is pending."""
    there = [person.cells[place].presence for person in sheet.people]
    if Presence.PENDING in there:
        return "Pendiente"
    if all(presence is Presence.CANCELLED for presence in there):
        return "—"
    return str(sum(presence in {Presence.ATTENDED, Presence.PARTIAL} for presence in there))


def _legend(sheet: AttendanceSheet) -> Text:
    hours = (
        *(Strong("J"), ": horas de ausencia justificadas y validadas. "),
        *(Strong("NJ"), ": las demás, también las que esperan su validación. "),
    )
    outside = (Strong("Sin alta"), " y ", Strong("Baja"), ": fuera de su periodo en el curso. ")
    cancelled = (Strong("Anulada"), ": clase que no se imparte y se recupera otro día.")
    if sheet.form is SheetForm.BLANK:
        return (*hours, *outside, *cancelled)
    return (
        *(Strong("✓"), ": asiste todo el tramo. ", Strong("V"), ": por aula virtual. "),
        *(Strong("2:30 h de 5 h"), ": asiste esa parte del tramo. "),
        *(Strong("Ausente"), ", tachado en rojo: no asiste. "),
        *(Strong("Pendiente"), ": asistencia sin introducir, que no cuenta ni como asistida ni como falta. "),
        *(*hours, *outside, *cancelled),
    )


def _taught(sheet: AttendanceSheet) -> tuple[Text, ...]:
    """Return what each code of the week's head means, each once, in the order it is taught."""
    titles = {block.code: block.title for column in sheet.columns for block in column.blocks}
    return tuple((Strong(code), f" {title}") for code, title in titles.items()) or (
        "Sin contenido esta semana",
    )


_INCIDENT_COLUMNS: Final = (
    Column("Día", 22),
    Column("Hora", 14),
    Column("Persona", share=3),
    Column("Incidencia", share=3),
    Column("Causa", share=4),
    Column("Justificación", share=4),
)
_EMPTY_INCIDENTS: Final = 5
_SPARE_INCIDENTS: Final = 2
_INCIDENT_HEIGHT: Final = 7


def _incidents(sheet: AttendanceSheet) -> Table:
    """Return the incidents box: what is known, and lines to write the rest by hand."""
    spare = _SPARE_INCIDENTS if sheet.incidents else _EMPTY_INCIDENTS
    rows = [
        Row(
            (
                spanish.weekday_and_day(incident.day),
                clock_text(incident.minute),
                incident.person,
                incident.what,
                incident.cause,
                incident.justification,
            )
        )
        for incident in sheet.incidents
    ]
    rows += [Row(("",) * len(_INCIDENT_COLUMNS), _INCIDENT_HEIGHT)] * spare
    return Table(
        _INCIDENT_COLUMNS,
        tuple(rows),
        summary="Una fila por incidencia con su día, hora, persona, causa y justificación; las vacías son "
        "para escribir a mano.",
    )


def _signatures(sheet: AttendanceSheet) -> Iterator[Signatures]:
    """Yield the boxes to sign in; what was recorded may be signed electronically, the blank form on paper."""
    trainers = dict.fromkeys(trainer for column in sheet.columns for trainer in column.trainers)
    return trainers_and_centre(sheet.head, trainers, on_paper=sheet.form is SheetForm.BLANK)
