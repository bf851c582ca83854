"""What must have happened before a course starts: each gate with its article, judged by its day.

The same day passes, a later one does not, and a day that nobody knows is pending.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.rules.registry import RULES, rule

_OWN_OR_LOCAL: Final = Citation("CPEPA 1.3", "párr. 3")
_AGREEMENT: Final = Citation("CPEPA 1.3", "párr. 4")
_RESOLUTION: Final = Citation("CPEPA 1.3", "párr. 5")
_GRANT: Final = Citation("EPE/873/2023", "ap. 18.2")
_INSURANCE: Final = Citation("EPE/873/2023", "Guía 10.2.2")
_CONDITIONS: Final = Citation("EPE/873/2023", "Guía 10.2.3 y 10.2.4")
_SELECTION: Final = Citation("EPE/873/2023", "Guía 10.2.5")


@rule(_OWN_OR_LOCAL)
def authorisation_received(day: date | None, start: date) -> Verdict:
    """Say whether the authorisation had come to the centre, on ``day``, when the course starts."""
    return _before_start("authorisation_received", day, start)


@rule(_AGREEMENT)
def agreement_signed(day: date | None, start: date, ends: date | None = None) -> Verdict:
    """Say whether the agreement, signed on ``day``, was in force at the start: ``ends`` is its last day."""
    if day is not None and ends is not None and ends < start:
        numbers = {"gate_day": day, "start": start, "ended_on": ends}
        return Verdict("agreement_signed", Answer.NO, "ended", _AGREEMENT, numbers)
    return _before_start("agreement_signed", day, start)


@rule(_GRANT)
def grant_resolved(day: date | None, start: date) -> Verdict:
    """Say whether the grant had been resolved, on ``day``, when the course starts."""
    return _before_start("grant_resolved", day, start)


@rule(_CONDITIONS)
def conditions_sheet_approved(day: date | None, start: date) -> Verdict:
    """Say whether the conditions sheet, with its annex, had been approved when the course starts."""
    return _before_start("conditions_sheet_approved", day, start)


@rule(_SELECTION)
def selection_record_sent(day: date | None, start: date) -> Verdict:
    """Say whether the selection record had been sent when the course starts."""
    return _before_start("selection_record_sent", day, start)


@rule(_INSURANCE)
def insurance_formalised(day: date | None, start: date) -> Verdict:
    """Say whether the accident insurance had been taken out when the course starts."""
    return _before_start("insurance_formalised", day, start)


@rule(_RESOLUTION)
def directorate_resolution(day: date | None, start: date) -> Verdict:
    """Say whether the Directorate-General's resolution had been issued when the course starts.

    Whether that is a warning or a gate is a reading of the call: `general_directorate_resolution`.
    """
    return _before_start("directorate_resolution", day, start)


def _before_start(gate: str, day: date | None, start: date) -> Verdict:
    citation = RULES[gate].citation
    if day is None:
        return Verdict(gate, Answer.PENDING, "unknown", citation, {"start": start})
    numbers = {"gate_day": day, "start": start}
    if day <= start:
        return Verdict(gate, Answer.YES, "before_start", citation, numbers)
    return Verdict(gate, Answer.NO, "after_start", citation, numbers)
