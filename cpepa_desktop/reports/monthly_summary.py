"""«Resumen mensual de asistencia»: the hours of each person in a month, and what they come to in the action.

More than so many days of unjustified absence in a month are a cause of exclusion (Orden EFP/942/2022, art.
20.3): they are marked, and the centre decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.words import listed
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
    Strong,
    Table,
    Text,
    Vertical,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars, responsible

TITLE: Final = "Resumen mensual de asistencia"
NOBODY: Final = "Nadie ha estado inscrito en el curso este mes."
NOTES: Final = (
    "Horas pendientes: ya se han impartido y no se han introducido; ni son asistidas ni son falta.",
    "De la acción: lo asistido desde su inicio, entre las horas oficiales de lo que cursa la persona.",
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes of class of a month, every one of them in exactly one of these.

    ``validated`` and ``awaiting`` are absences whose justification was accepted or waits; ``pending`` was
    held and is not entered.
    """

    attended: int = 0
    validated: int = 0
    awaiting: int = 0
    unjustified: int = 0
    pending: int = 0
    to_come: int = 0

    @property
    def total(self) -> int:
        """Return the minutes of class of the month."""
        return sum(self.parts)

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the minutes in the order they are printed."""
        return (
            *(self.attended, self.validated, self.awaiting),
            *(self.unjustified, self.pending, self.to_come),
        )

    def __add__(self, other: Hours) -> Hours:
        """Return the minutes of both."""
        return Hours(*(one + more for one, more in zip(self.parts, other.parts, strict=True)))


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """A person in the month. ``attended_so_far`` is from the start to its end, of ``base`` official minutes.

    ``note`` says that they joined or left in it; ``unjustified_days`` are in order.
    """

    n: int
    name: str
    document: str
    hours: Hours
    unjustified_days: tuple[date, ...]
    attended_so_far: int
    base: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class MonthlySummary:
    """Everything that is printed of a month. ``most_days`` is ``None`` where the call sets no limit."""

    head: CourseHead
    month: date
    people: tuple[PersonMonth, ...]
    most_days: int | None = None
    most_days_source: str = ""


def missing_items(summary: MonthlySummary) -> tuple[str, ...]:
    """Return who has hours that nobody entered."""
    return tuple(
        f"{person.name}: {spanish.hours(person.hours.pending)} sin introducir"
        for person in summary.people
        if person.hours.pending
    )


def pdf(summary: MonthlySummary) -> bytes:
    """Return the summary's PDF, the same bytes for the same summary."""
    return render(story(summary))


def story(summary: MonthlySummary) -> Document:
    """Return the summary in blocks."""
    about = spanish.month(summary.month)
    return course_document(
        summary.head, TITLE, about[0].lower() + about[1:], tuple(_blocks(summary)), Orientation.LANDSCAPE
    )


def _blocks(summary: MonthlySummary) -> Iterator[Block]:
    month = spanish.month(summary.month)
    yield Heading(1, TITLE)
    yield particulars(summary.head, Orientation.LANDSCAPE, label="Mes", about=month)
    if not summary.people:
        yield Paragraph(NOBODY)
        return
    yield _table(summary)
    warned = [person for person in summary.people if _is_beyond(person, summary.most_days)]
    signed = (Heading(2, "Firma"), Signatures((responsible(summary.head),), height=17))
    notes = Listing(NOTES, style=Prose.NOTE)
    yield Group((notes, *(_warning(summary, warned) if warned else ()), *signed), together=True)


_COLUMNS: Final = (
    Column("N.º", 9, align=Align.RIGHT),
    Column("Apellidos y nombre", heads_row=True),
    Column("DNI / NIE", 21),
    *(Column(title, 17, align=Align.RIGHT) for title in ("Clase", "Asistidas", "Validadas", "En espera")),
    *(Column(title, 20, align=Align.RIGHT) for title in ("No justificadas", "Pendientes", "Por impartir")),
    Column("Días", 21, align=Align.RIGHT),
    Column("Asistido", 26, align=Align.RIGHT),
    Column("Parte", 15, align=Align.RIGHT),
)


def _table(summary: MonthlySummary) -> Table:
    return Table(
        _COLUMNS,
        tuple(Row(_cells(person, summary.most_days)) for person in summary.people),
        head=_head(),
        foot=(_foot(summary.people),),
        summary="Una fila por persona: las horas de clase del mes, las asistidas, las faltas justificadas "
        "validadas y en espera, las no justificadas, las pendientes de introducir y las que quedan por "
        "impartir; los días con falta no justificada, y lo asistido de la acción hasta el final del mes.",
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _head() -> tuple[Row, ...]:
    def over(text: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell(text, columns=columns, rows=rows, scope=Scope.COLUMN, align=Align.CENTRE)

    below = ("Validadas", "En espera", "No justificadas", "Asistido", "Parte")
    return (
        Row(
            (
                *(over("N.º", rows=2), over("Apellidos y nombre", rows=2), over("DNI / NIE", rows=2)),
                *(over("Horas de clase", rows=2), over("Horas asistidas", rows=2)),
                over("Horas de falta", columns=3),
                *(over("Horas pendientes", rows=2), over("Horas por impartir", rows=2)),
                over("Días con falta no justificada", rows=2),
                over("De la acción, hasta fin de mes", columns=2),
            )
        ),
        Row(tuple(over(text) for text in below)),
    )


def _cells(person: PersonMonth, most: int | None) -> tuple[Cell | str, ...]:
    name: Text = (person.name, f" ({person.note})") if person.note else person.name
    return (
        *(str(person.n), Cell(name, scope=Scope.ROW), person.document),
        *_hours(person.hours),
        _days(person, most),
        f"{spanish.hours(person.attended_so_far)} de {spanish.hours(person.base)}",
        _share(person.attended_so_far, person.base),
    )


def _hours(hours: Hours) -> Iterator[Cell | str]:
    """Yield the hours of a month; what is pending stands out."""
    yield spanish.hours(hours.total)
    for minutes in hours.parts[:-2]:
        yield spanish.hours(minutes)
    pending = spanish.hours(hours.pending)
    yield Cell(pending, wash=Wash.PENDING) if hours.pending else pending
    yield spanish.hours(hours.to_come)


def _days(person: PersonMonth, most: int | None) -> Cell | str:
    count = len(person.unjustified_days)
    return Cell((Strong(f"{count}"), f" (más de {most})")) if _is_beyond(person, most) else str(count)


def _is_beyond(person: PersonMonth, most: int | None) -> bool:
    return most is not None and len(person.unjustified_days) > most


def _share(attended: int, base: int) -> str:
    """Return a share in per cent with a tenth, cut and never rounded up: 74,9 % is not 75 %."""
    if not base:
        return "—"
    whole, tenth = divmod(attended * 1000 // base, 10)
    return f"{whole},{tenth} %"


def _foot(people: tuple[PersonMonth, ...]) -> Row:
    total = sum((person.hours for person in people), Hours())
    attended, base = (sum(part) for part in zip(*((p.attended_so_far, p.base) for p in people), strict=True))
    return Row(
        (
            Cell((Strong("Total"),), columns=3, scope=Scope.ROW, align=Align.RIGHT),
            *_hours(total),
            str(sum(len(person.unjustified_days) for person in people)),
            f"{spanish.hours(attended)} de {spanish.hours(base)}",
            _share(attended, base),
        )
    )


def _warning(summary: MonthlySummary, warned: list[PersonMonth]) -> Iterator[Block]:
    yield Heading(2, "Faltas no justificadas")
    source = f" ({summary.most_days_source})" if summary.most_days_source else ""
    yield Paragraph(
        f"Más de {summary.most_days} faltas de asistencia no justificadas al mes son causa de exclusión"
        f"{source}. El centro decide; una justificación posterior la deja sin efecto."
    )
    yield Listing(tuple((Strong(person.name), f": {_listed_days(person)}") for person in warned))


def _listed_days(person: PersonMonth) -> str:
    return listed([spanish.weekday_and_day(day) for day in person.unjustified_days])
