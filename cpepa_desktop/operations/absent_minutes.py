"""What was missed of what is entered, as papers tell it: minutes, cause and how far the proof has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import JustificationState

NO_CAUSE: Final = "Sin causa comunicada"
_PROOFS: Final = {
    JustificationState.UNJUSTIFIED: "Sin justificar",
    JustificationState.PENDING: "Justificante pendiente de validar",
    JustificationState.VALIDATED: "Justificada y validada",
    JustificationState.REJECTED: "Justificante rechazado",
}


def absences_of(entries: Iterable[Entry], minutes: int) -> Iterator[Absence]:
    """Yield what was missed of ``minutes`` of class, all of it entered; what has no cause is unjustified."""
    known = tuple(entries)
    told = [absence for entry in known for absence in entry.absences]
    yield from told
    attended = sum(entry.attended_minutes for entry in known)
    rest = minutes - attended - sum(absence.minutes for absence in told)
    if rest:
        yield Absence(rest)


def cause_words(absence: Absence) -> str:
    """Return the cause with its letter, in the words of the order."""
    return f"{absence.cause.value}) {absence.cause.label}" if absence.cause else NO_CAUSE


def proof_words(absence: Absence) -> str:
    """Return how far the proof of an absence has come, as official papers print it: never translated."""
    return _PROOFS[absence.state]
