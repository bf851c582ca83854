"""«Carta sobre su asistencia»: to a person, how they stand, what they may still miss and how to justify it.

Whoever is enrolled may be written to; the wording follows how they stand in each test of the law. The rules
are those of Orden ESS/1897/2013, art. 18.2 (test of a module), of the guide of Orden EPE/873/2023, 10.2.7 and
10.2.8 (participant and diploma), and of Orden EFP/942/2022, art. 20.3 (exclusion).
"""

from __future__ import annotations

from collections.abc import Iterator
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
from cpepa_desktop.reports.letter.data import (
    MissedLine,
    Requirement,
    RiskLetter,
    Stand,
    Totals,
    UnjustifiedMonth,
)
from cpepa_desktop.reports.parts.course_head import course_document, particulars, responsible

__all__ = [
    "MissedLine",
    "Requirement",
    "RiskLetter",
    "Stand",
    "Totals",
    "UnjustifiedMonth",
    "missing_items",
    "pdf",
    "story",
]

TITLE: Final = "Carta sobre su asistencia"
THE_REST: Final = " Lo demás sigue a su alcance: le animamos a seguir asistiendo."
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


_OPENINGS: Final = {
    Stand.OUT_OF_REACH: (
        "Le comunicamos que, con las faltas que constan hasta hoy, ya no puede alcanzar la asistencia que se "
        "exige en lo que la tabla señala como «Ya no es posible», aunque asista a todas las clases que "
        "quedan."
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
        is_partly_lost = letter.stand is Stand.OUT_OF_REACH and not letter.is_all_lost
        yield Paragraph(_OPENINGS[letter.stand] + (THE_REST if is_partly_lost else ""))
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
    if not letter.requirements:
        return
    has_left = letter.left_on is not None
    yield Heading(2, "Cómo queda" if has_left else "Cómo va y cuánto puede faltar")
    yield _requirements(letter.requirements)
    if not has_left:
        yield Paragraph(LAST_DAY_NOTE, style=Prose.NOTE)
    if letter.stakes:
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
        _hand_in(line),
    )


def _hand_in(line: MissedLine) -> str:
    if line.hand_in_by is None:
        return "—"
    return "Plazo vencido" if line.is_late else spanish.weekday_and_day(line.hand_in_by)


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
    has_terms = any(line.hand_in_by and not line.is_late for line in letter.missed)
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
