"""«Carta sobre su asistencia»: to a person, how they stand, what they may still miss and how to justify it.

Whoever is enrolled may be written to; the wording follows how they stand in each test of the law. The rules
are those of Orden ESS/1897/2013, art. 18.2 (test of a module), of the guide of Orden EPE/873/2023, 10.2.7 and
10.2.8 (participant and diploma), and of Orden EFP/942/2022, art. 20.3 (exclusion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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
    Numbering,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Signatures,
    Signer,
    Strong,
    Table,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars, responsible

TITLE: Final = "Carta sobre su asistencia"
RECEIVED: Final = (
    "Quien firma el recibí reconoce que ha recibido esta carta; no por ello está conforme con lo que dice."
)
LAST_DAY_NOTE: Final = (
    "Día límite: el primer día de clase en que, si no asistiera a ninguna desde hoy, dejaría de ser posible."
)
ACT: Final = "El centro puede proponer su exclusión: si alguna tiene justificante, preséntelo cuanto antes."
TO_BRING: Final = (
    "Traiga un documento con su nombre, el día y la causa; si fue una cita, también la hora a la que empezó "
    "y a la que acabó. Entréguelo en el centro en cuanto vuelva a clase: el centro lo presenta la semana "
    "siguiente a la falta"
)


class Stand(StrEnum):
    """How somebody stands in a test, from the worst to the best."""

    OUT_OF_REACH = "Ya no es posible"
    AT_RISK = "En riesgo"
    UNDER_WAY = "Sin riesgo por ahora"
    REACHED = "Alcanzada"


_WORST_FIRST: Final = tuple(Stand)
_OPENINGS: Final = {
    Stand.OUT_OF_REACH: (
        "Le comunicamos que, con las faltas que constan hasta hoy, ya no puede alcanzar la asistencia que se "
        "exige en lo que la tabla señala como «Ya no es posible», aunque asista a todas las clases que "
        "quedan. Lo demás sigue a su alcance: le animamos a seguir asistiendo."
    ),
    Stand.AT_RISK: (
        "Le escribimos porque, con las faltas que constan hasta hoy, corre el riesgo de no alcanzar la "
        "asistencia que se exige. Todavía está a tiempo: la tabla dice cuántas horas puede faltar aún en "
        "cada caso."
    ),
    Stand.UNDER_WAY: (
        "Le informamos de cómo va su asistencia. Hasta hoy no corre riesgo: la tabla dice cuántas horas "
        "puede faltar aún en cada caso."
    ),
    Stand.REACHED: ("Le informamos de cómo va su asistencia. Hasta hoy ha alcanzado toda la que se exige."),
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """A test of attendance: what depends on it, its minutes and its article.

    ``left`` are the minutes that may still be missed and ``left_if_pending_lost`` those if what is not
    entered was missed, ``None`` where nobody can look ahead; ``impossible_from`` is the first day of class
    that, missed with all from today on, puts it out of reach.
    """

    name: str
    required: int
    base: int
    attended: int
    stand: Stand
    source: str
    left: int | None = None
    left_if_pending_lost: int | None = None
    impossible_from: date | None = None


@dataclass(frozen=True, slots=True)
class MissedLine:
    """Minutes missed on a day, why, how far the proof has come, and until when it can be handed in."""

    day: date
    minutes: int
    cause: str
    proof: str
    hand_in_by: date | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """The minutes of the action so far; ``pending`` were held and are not entered."""

    attended: int
    validated: int
    awaiting: int
    unjustified: int
    pending: int


@dataclass(frozen=True, slots=True)
class UnjustifiedMonth:
    """The days of a calendar month with unjustified absence, and how many exclude."""

    days: tuple[date, ...]
    most: int
    source: str

    @property
    def is_beyond(self) -> bool:
        """Say whether they are more than are borne."""
        return len(self.days) > self.most


@dataclass(frozen=True, slots=True)
class RiskLetter:
    """Everything that is printed. ``address`` is in lines; ``causes`` are the call's, each with its letter.

    ``stakes`` are sentences: what each test decides. ``travel_minutes`` is the way the guide reckons with,
    ``None`` where the call does not.
    """

    head: CourseHead
    name: str
    document: str
    address: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    stakes: tuple[str, ...]
    totals: Totals
    missed: tuple[MissedLine, ...]
    months: tuple[UnjustifiedMonth, ...]
    causes: tuple[tuple[str, str], ...]
    causes_source: str
    travel_minutes: int | None = None
    left_on: date | None = None

    @property
    def stand(self) -> Stand:
        """Return how the person stands in the test that is worst for them."""
        return min((test.stand for test in self.requirements), key=_WORST_FIRST.index, default=Stand.REACHED)


def missing_items(letter: RiskLetter) -> tuple[str, ...]:
    """Return what the letter lacks: an address to send it to, hours that nobody entered."""
    lacks = [] if letter.address else ["domicilio"]
    if letter.totals.pending:
        lacks.append(f"{spanish.hours(letter.totals.pending)} de asistencia sin introducir")
    return tuple(lacks)


def pdf(letter: RiskLetter) -> bytes:
    """Return the letter's PDF, the same bytes for the same letter."""
    return render(story(letter))


def story(letter: RiskLetter) -> Document:
    """Return the letter in blocks."""
    return course_document(letter.head, TITLE, letter.name, tuple(_blocks(letter)))


def _blocks(letter: RiskLetter) -> Iterator[Block]:
    below = "\n".join((letter.document, *letter.address))
    yield Heading(1, TITLE)
    yield particulars(letter.head, Orientation.PORTRAIT)
    yield Paragraph((Strong(f"{letter.name}\n"), below))
    yield Paragraph(letter.head.place_and_day)
    yield from _opening(letter)
    yield from _how_it_goes(letter)
    yield from _so_far(letter)
    yield from _exclusion(letter.months)
    yield from _to_justify(letter)
    yield from _signatures(letter)


def _opening(letter: RiskLetter) -> Iterator[Block]:
    if letter.left_on is None:
        yield Paragraph(_OPENINGS[letter.stand])
        return
    last = spanish.long_day(letter.left_on)
    yield Paragraph(f"Le informamos de la asistencia que consta hasta el {last}, su último día de clase.")


# How it goes ------------------------------------------------------------------------------------------------

_REQUIREMENTS: Final = (
    Column("Para qué", heads_row=True),
    Column("Se exigen", 24, align=Align.RIGHT),
    Column("Lleva", 18, align=Align.RIGHT),
    Column("Puede faltar aún", 27, align=Align.RIGHT),
    Column("Día límite", 22),
    Column("Situación", 26),
)


def _how_it_goes(letter: RiskLetter) -> Iterator[Block]:
    """Yield the tests and what each decides; nothing for whom there is no test."""
    if letter.requirements:
        yield Heading(2, "Cómo va y cuánto puede faltar")
        yield _requirements(letter.requirements)
        yield Paragraph(LAST_DAY_NOTE, style=Prose.NOTE)
        yield Listing(letter.stakes)


def _requirements(requirements: tuple[Requirement, ...]) -> Table:
    return Table(
        _REQUIREMENTS,
        tuple(Row(_requirement(test)) for test in requirements),
        summary="Una fila por cada cosa que depende de la asistencia, con su norma: las horas que se exigen, "
        "las que lleva, las que puede faltar aún, el día límite y la situación.",
        size=CellSize.SMALL,
    )


def _requirement(test: Requirement) -> tuple[Cell | str, ...]:
    stand = test.stand.value
    return (
        Cell((Strong(f"{test.name}\n"), test.source)),
        f"{spanish.hours(test.required)} de {spanish.hours(test.base)}",
        spanish.hours(test.attended),
        _left(test),
        "—" if test.impossible_from is None else spanish.weekday_and_day(test.impossible_from),
        Cell(stand, wash=Wash.PENDING) if test.stand in {Stand.OUT_OF_REACH, Stand.AT_RISK} else stand,
    )


def _left(test: Requirement) -> str:
    """Return what may still be missed, nothing once it is out of reach; both figures where they differ."""
    if test.left is None:
        return "—"
    words = spanish.hours(max(0, test.left))
    if test.left > 0 and test.left_if_pending_lost not in {None, test.left}:
        words += f"\n({spanish.hours(max(0, test.left_if_pending_lost or 0))} si faltó a lo pendiente)"
    return words


# What was missed --------------------------------------------------------------------------------------------

_MISSED: Final = (
    Column("Día", 24, heads_row=True),
    Column("Horas", 18, align=Align.RIGHT),
    Column("Causa"),
    Column("Situación"),
    Column("Se presenta hasta", 30),
)


def _so_far(letter: RiskLetter) -> Iterator[Block]:
    totals = letter.totals
    yield Heading(2, "Lo que consta hasta hoy")
    yield Paragraph(
        (
            *("Ha asistido ", Strong(spanish.hours(totals.attended)), " y ha faltado "),
            *(Strong(spanish.hours(totals.validated + totals.awaiting + totals.unjustified)), ": "),
            f"{spanish.hours(totals.validated)} justificadas y validadas, ",
            f"{spanish.hours(totals.awaiting)} con justificante en espera y ",
            f"{spanish.hours(totals.unjustified)} sin justificar.",
            *_pending(totals),
        )
    )
    if letter.missed:
        yield Table(
            _MISSED,
            tuple(Row(_missed(line)) for line in letter.missed),
            summary="Una fila por falta: el día, las horas, la causa, en qué situación está y hasta cuándo "
            "se presenta su justificante.",
            size=CellSize.SMALL,
        )


def _pending(totals: Totals) -> Iterator[str]:
    if totals.pending:
        yield f" Otras {spanish.hours(totals.pending)} ya impartidas están pendientes de introducir."


def _missed(line: MissedLine) -> tuple[str, ...]:
    return (
        spanish.weekday_and_day(line.day),
        spanish.hours(line.minutes),
        line.cause,
        line.proof,
        "—" if line.hand_in_by is None else spanish.weekday_and_day(line.hand_in_by),
    )


# What follows from it ---------------------------------------------------------------------------------------


def _exclusion(months: tuple[UnjustifiedMonth, ...]) -> Iterator[Block]:
    if not months:
        return
    blocks: list[Block] = [Heading(2, "Faltas no justificadas en un mes")]
    for month in months:
        days = listed([spanish.weekday_and_day(day) for day in month.days])
        which = spanish.month(month.days[0]).lower()
        rule = f"Más de {month.most} en un mes son causa de exclusión de la acción ({month.source})."
        if month.is_beyond:
            words = (
                f"En {which} constan {len(month.days)} días con falta no justificada: {days}. {rule} {ACT}"
            )
            blocks.append(Paragraph((Strong("Aviso de exclusión. "), words)))
        else:
            count = "consta 1 día" if len(month.days) == 1 else f"constan {len(month.days)} días"
            blocks.append(Paragraph(f"En {which} {count} con falta no justificada: {days}. {rule}"))
    yield Group(tuple(blocks), together=True)


def _to_justify(letter: RiskLetter) -> Iterator[Block]:
    """Yield which causes justify, what to bring and until when."""
    if not letter.causes or letter.left_on is not None:
        return
    yield Heading(2, "Qué traer para justificar una falta")
    has_terms = any(line.hand_in_by for line in letter.missed)
    yield Paragraph(f"{TO_BRING}, hasta el día que dice la tabla." if has_terms else f"{TO_BRING}.")
    yield Paragraph(f"Justifican una falta ({letter.causes_source}):")
    yield Listing(tuple(f"{letter_}) {text}" for letter_, text in letter.causes), Numbering.NONE)
    if letter.travel_minutes is not None:
        travel = spanish.hours(letter.travel_minutes)
        yield Paragraph(
            "Si la cita es en la primera mitad de la clase, vaya después de ella al centro, contando "
            f"{travel} de camino. Si es en la segunda mitad, puede salir {travel} antes y no hace falta que "
            "vuelva.",
        )


def _signatures(letter: RiskLetter) -> Iterator[Block]:
    yield Group(
        (
            Heading(2, "Firma y acuse de recibo"),
            Paragraph(RECEIVED),
            Signatures(
                (
                    responsible(letter.head),
                    Signer("Recibí", letter.name, "firma_recibi", note="Día y firma"),
                )
            ),
        ),
        together=True,
    )
