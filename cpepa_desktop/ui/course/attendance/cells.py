"""What a cell of the week shows, and what typing in it means: what is shown is what may be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
VIRTUAL: Final = "V"
PENDING: Final = "?"
CAUSES: Final = "abcdefgh"
AT_ONCE: Final = frozenset({"f", "a", "v", FULL, ".", PENDING, *(f"j{letter}" for letter in CAUSES)})
"""What is whole as soon as it is typed: nothing need follow it, not even Enter."""

_NOTHING: Final = "–"
_TIME = r"\d[\d:,.]*(?:\s*(?:min|[hm])\d*)?"
_CELL = re.compile(
    rf"(?P<virtual>v)?\s*(?P<attended>[f.·]|{_TIME})?\s*(?P<absences>(?:[aj]\s*[a-h]?\s*(?:{_TIME})?\s*)*)"
)
_ABSENCE = re.compile(rf"(?P<sign>[aj])\s*(?P<cause>[a-h])?\s*(?P<time>{_TIME})?")
_IN_COURSE = frozenset({JustificationState.PENDING, JustificationState.VALIDATED})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a cell. ``attended_minutes`` ``None`` makes it pending again.

    ``is_virtual`` is ``None`` where it is not said: who attended from elsewhere did so still.
    """

    attended_minutes: int | None
    absences: tuple[Absence, ...] = ()
    is_virtual: bool | None = None


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

    A number without a colon is hours where they fit the stretch. The time after an absence is what was missed
    for it; an absence without one takes all that is left. Raises ``NotUnderstood`` with a sentence that says
    how to write it.
    """
    bare = words.strip().casefold()
    if bare in {"", PENDING}:
        return Typed(None)
    match = _CELL.fullmatch(bare)
    if match is None:
        raise _not_understood(words)
    absences = [_Missed.of(each, cell) for each in _ABSENCE.finditer(match["absences"])]
    attended = _attended(match["attended"], absences, cell)
    is_virtual = True if match["virtual"] else None
    if not attended or match["attended"] in _FULL_SIGNS:
        is_virtual = bool(attended and is_virtual)
    return Typed(attended, _shared_out(absences, cell.minutes - attended), is_virtual)


def is_virtual(cell: GridCell) -> bool:
    """Say whether what is entered of a cell was attended from elsewhere."""
    return any(entry.is_virtual for entry in cell.entries)


def absences_of(cell: GridCell) -> tuple[Absence, ...]:
    """Return why a cell is not full: one absence for each cause and state, across its blocks."""
    found: dict[tuple[AbsenceCause | None, JustificationState], Absence] = {}
    for absence in (absence for entry in cell.entries for absence in entry.absences):
        kind = absence.cause, absence.state
        known = found[kind].minutes if kind in found else 0
        found[kind] = replace(absence, minutes=known + absence.minutes)
    return tuple(found.values())


def missed_minutes(cell: GridCell) -> int:
    """Return the minutes missed in a cell that is entered, 0 in any other."""
    return 0 if cell.attended_minutes is None else cell.minutes - cell.attended_minutes


def _entered(cell: GridCell) -> str:
    attended = cell.attended_minutes or 0
    sign = f"{VIRTUAL} " if is_virtual(cell) else ""
    if attended == cell.minutes:
        return sign.strip() or FULL
    with_cause = [absence for absence in absences_of(cell) if absence.cause is not None]
    if not with_cause:
        return f"{sign}{text.clock(attended)}" if attended else ABSENT
    if len(with_cause) == 1 and with_cause[0].minutes == missed_minutes(cell):
        return (
            f"{sign}{text.clock(attended)} {_signed(with_cause[0])}" if attended else _signed(with_cause[0])
        )
    each = (f"{_signed(absence)} {text.clock(absence.minutes)}" for absence in with_cause)
    return f"{sign}{text.clock(attended)} {' '.join(each)}"


def _signed(absence: Absence) -> str:
    return f"{JUSTIFIED if absence.state in _IN_COURSE else ABSENT} {absence.cause}"


def _entered_words(cell: GridCell) -> str:
    attended = cell.attended_minutes or 0
    if attended == cell.minutes:
        return _("asistió a todo por aula virtual") if is_virtual(cell) else _("asistió a todo")
    words = [_("asistió {minutes}").format(minutes=hours_words(attended)) if attended else _("faltó a todo")]
    if is_virtual(cell):
        words.append(_("por aula virtual"))
    words += [absence_words(absence) for absence in absences_of(cell)]
    return "; ".join(words)


def absence_words(absence: Absence) -> str:
    """Return an absence in words."""
    cause = cause_words(absence.cause)
    return f"{hours_words(absence.minutes)}: {cause}, {absence.state.label}"


def cause_words(cause: AbsenceCause | None) -> str:
    """Return a cause with its letter."""
    return _("sin causa") if cause is None else f"{cause}) {cause.label}"


@dataclass(frozen=True, slots=True)
class _Missed:
    """An absence as typed: whether it is justified, its cause if any, and its minutes if they are said."""

    is_justified: bool
    cause: AbsenceCause | None
    minutes: int | None

    @classmethod
    def of(cls, match: re.Match[str], cell: GridCell) -> _Missed:
        is_justified = match["sign"].upper() == JUSTIFIED
        if is_justified and match["cause"] is None:
            raise NotUnderstood(_("Después de la J va la causa: una letra de la a a la h."))
        cause = AbsenceCause(match["cause"]) if match["cause"] else None
        return cls(is_justified, cause, _minutes(match["time"], cell) if match["time"] else None)


_FULL_SIGNS: Final = frozenset({"f", ".", FULL})


def _attended(said: str | None, absences: Sequence[_Missed], cell: GridCell) -> int:
    """Return the minutes attended: as said, or else what the absences leave."""
    timed = sum(absence.minutes or 0 for absence in absences)
    is_open = any(absence.minutes is None for absence in absences)
    if said is None:
        attended = 0 if is_open else cell.minutes - timed
    else:
        attended = cell.minutes - timed if said in _FULL_SIGNS else _minutes(said, cell)
    if attended < 0 or timed > cell.minutes - attended:
        raise NotUnderstood(
            _("Las faltas suman más que lo que queda de una clase de {minutes}.").format(
                minutes=hours_words(cell.minutes)
            )
        )
    return attended


def _shared_out(absences: Sequence[_Missed], missed: int) -> tuple[Absence, ...]:
    """Return the absences with a cause; the first without a time takes what the others leave."""
    rest = missed - sum(absence.minutes or 0 for absence in absences)
    found = []
    for absence in absences:
        minutes = absence.minutes
        if minutes is None:
            minutes, rest = rest, 0
        if minutes and absence.cause is not None:
            state = JustificationState.PENDING if absence.is_justified else JustificationState.UNJUSTIFIED
            found.append(Absence(minutes, absence.cause, state))
    return tuple(found)


def _not_understood(words: str) -> NotUnderstood:
    message = _(
        "«{typed}» no se entiende: F completa, A falta, J y una letra de la a a la h justificada, V virtual, "
        "5 horas, 45m, 2:30."
    )
    return NotUnderstood(message.format(typed=words))


def _minutes(words: str, cell: GridCell) -> int:
    try:
        minutes = text.parse_hours(words)
    except NotUnderstood:
        raise _not_understood(words) from None
    if minutes > cell.minutes:
        message = _("{typed} no caben en una clase de {minutes}. Si son minutos, escriba {typed}m.")
        raise NotUnderstood(message.format(typed=words, minutes=hours_words(cell.minutes)))
    return minutes


def pending_first(weeks: Sequence[tuple[int, int]]) -> int:
    """Return which week to open: the first with something to enter, else the last that has begun.

    Each week is given as how many cells are to enter and how many are entered.
    """
    for at, (cells, entered) in enumerate(weeks):
        if entered < cells:
            return at
    begun = [at for at, (cells, _entered) in enumerate(weeks) if cells]
    return begun[-1] if begun else 0
