"""What a cell of the week shows, and what typing in it means: what is shown is what may be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.week_grid import CellState, GridCell
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.text import NotUnderstood

FULL: Final = "·"
ABSENT: Final = "A"
JUSTIFIED: Final = "J"
PENDING: Final = "?"
_NOTHING: Final = "–"
_FULL_WORDS: Final = frozenset({FULL, ".", "f"})
_ABSENCE = re.compile(r"(?P<attended>[\d:,.]+\s*[hm]?)??\s*(?P<sign>[aj])\s*(?P<cause>[a-h])?", re.IGNORECASE)
_IN_COURSE = frozenset({JustificationState.PENDING, JustificationState.VALIDATED})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a cell. ``attended_minutes`` ``None`` makes it pending again."""

    attended_minutes: int | None
    absences: tuple[Absence, ...] = ()


def shown(cell: GridCell) -> str:
    """Return the text of a cell: a quiet dot where all is attended, a question mark where it is pending."""
    match cell.state:
        case CellState.PENDING:
            return PENDING
        case CellState.ENTERED:
            return _entered(cell)
        case CellState.OUTSIDE | CellState.ACCREDITED | CellState.CANCELLED:
            return _NOTHING
        case CellState.FUTURE:
            return ""


def spoken(cell: GridCell) -> str:
    """Return a cell in words, as a screen reader says it and a tooltip shows it."""
    match cell.state:
        case CellState.PENDING:
            return _("pendiente de introducir")
        case CellState.FUTURE:
            return _("aún no ha llegado")
        case CellState.OUTSIDE:
            return _("no está en el curso ese día")
        case CellState.ACCREDITED:
            return _("tiene acreditado el módulo")
        case CellState.CANCELLED:
            return _("clase cancelada")
        case CellState.ENTERED:
            return _entered_words(cell)


def typed(words: str, cell: GridCell) -> Typed:
    """Return what is meant by typing ``words`` in a cell.

    A number without a colon is hours where they fit the stretch. Raises ``NotUnderstood`` with a sentence
    that says how to write it.
    """
    bare = words.strip().casefold()
    if bare in {"", PENDING}:
        return Typed(None)
    if bare in _FULL_WORDS:
        return Typed(cell.minutes)
    if match := _ABSENCE.fullmatch(bare):
        attended = _minutes(match["attended"], cell) if match["attended"] else 0
        return Typed(attended, _absences(match["sign"], match["cause"], cell.minutes - attended))
    return Typed(_minutes(bare, cell))


def absences_of(cell: GridCell) -> tuple[Absence, ...]:
    """Return why a cell is not full: one absence for each cause and state, across its blocks."""
    every = [absence for entry in cell.entries for absence in entry.absences]
    grouped = groupby(every, key=lambda absence: (absence.cause, absence.state))
    return tuple(
        replace(first, minutes=first.minutes + sum(absence.minutes for absence in rest))
        for _kind, (first, *rest) in grouped
    )


def missed_minutes(cell: GridCell) -> int:
    """Return the minutes missed in a cell that is entered, 0 in any other."""
    return 0 if cell.attended_minutes is None else cell.minutes - cell.attended_minutes


def _entered(cell: GridCell) -> str:
    attended = cell.attended_minutes or 0
    if attended == cell.minutes:
        return FULL
    with_cause = [absence for absence in absences_of(cell) if absence.cause is not None]
    letters = "+".join(dict.fromkeys(str(absence.cause) for absence in with_cause))
    is_justified = any(absence.state in _IN_COURSE for absence in with_cause)
    why = f"{JUSTIFIED if is_justified else ABSENT} {letters}" if letters else ""
    if attended:
        return f"{_clock(attended)} {why}".strip()
    return why or ABSENT


def _entered_words(cell: GridCell) -> str:
    attended = cell.attended_minutes or 0
    if attended == cell.minutes:
        return _("asistió a todo")
    words = [_("asistió {minutes}").format(minutes=hours_words(attended)) if attended else _("faltó a todo")]
    words += [absence_words(absence) for absence in absences_of(cell)]
    return "; ".join(words)


def absence_words(absence: Absence) -> str:
    """Return an absence in words."""
    cause = cause_words(absence.cause)
    return f"{hours_words(absence.minutes)}: {cause}, {absence.state.label}"


def cause_words(cause: AbsenceCause | None) -> str:
    """Return a cause with its letter."""
    return _("sin causa") if cause is None else f"{cause}) {cause.label}"


def _clock(minutes: int) -> str:
    """Return minutes so that they can be typed back: ``2:30`` always means two hours and a half."""
    return f"{minutes // text.MINUTES_PER_HOUR}:{minutes % text.MINUTES_PER_HOUR:02d}"


def _minutes(words: str, cell: GridCell) -> int:
    try:
        minutes = text.parse_hours(words)
    except NotUnderstood:
        message = _(
            "«{typed}» no se entiende: F completa, A falta, J y una letra de la a a la h justificada, "
            "5 horas, 45m, 2:30."
        )
        raise NotUnderstood(message.format(typed=words)) from None
    if minutes > cell.minutes:
        message = _("{typed} no caben en una clase de {minutes}. Si son minutos, escriba {typed}m.")
        raise NotUnderstood(message.format(typed=words, minutes=hours_words(cell.minutes)))
    return minutes


def _absences(sign: str, letter: str | None, minutes: int) -> tuple[Absence, ...]:
    if letter is None:
        if sign.upper() == JUSTIFIED:
            raise NotUnderstood(_("Después de la J va la causa: una letra de la a a la h."))
        return ()
    is_justified = sign.upper() == JUSTIFIED
    state = JustificationState.PENDING if is_justified else JustificationState.UNJUSTIFIED
    return (Absence(minutes, AbsenceCause(letter), state),) if minutes else ()


def pending_first(weeks: Sequence[tuple[int, int]]) -> int:
    """Return which week to open: the first with something to enter, else the last that has begun.

    Each week is given as how many cells are to enter and how many are entered.
    """
    for at, (cells, entered) in enumerate(weeks):
        if entered < cells:
            return at
    begun = [at for at, (cells, _entered) in enumerate(weeks) if cells]
    return begun[-1] if begun else 0
