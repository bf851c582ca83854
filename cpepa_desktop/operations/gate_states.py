"""How the gates of a course stand, judged from what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db.milestones import Milestone, Milestones
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.rules import gates as rules

_RESOLUTION: Final = "directorate_resolution"
_READING: Final = "general_directorate_resolution"
_REQUIREMENTS: Final = "file/requirements"
_UNKNOWN: Final = Milestone()


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: how it is judged, and the part of a course where it is met."""

    judge: Callable[[Milestone, date], Verdict]
    place: str


@dataclass(frozen=True, slots=True)
class GateState:
    """A gate of a course with its verdict on a start.

    ``day`` is the day it was met, ``None`` while unknown; ``place`` the part of the course that mends it. A
    gate that ``is_warning`` prevents nothing.
    """

    gate: str
    verdict: Verdict
    day: date | None
    place: str
    is_warning: bool = False

    @property
    def answer(self) -> Answer:
        """Return what the verdict says."""
        return self.verdict.answer


def _by_day(judge: Callable[[date | None, date], Verdict], place: str = _REQUIREMENTS) -> Gate:
    return Gate(lambda met, start: judge(met.day, start), place)


GATES: Final[Mapping[str, Gate]] = MappingProxyType(
    {
        "authorisation_received": _by_day(rules.authorisation_received),
        "agreement_signed": Gate(
            lambda met, start: rules.agreement_signed(met.day, start, met.until), _REQUIREMENTS
        ),
        "grant_resolved": _by_day(rules.grant_resolved),
        "conditions_sheet_approved": _by_day(rules.conditions_sheet_approved, "papers/conditions-sheet"),
        "selection_record_sent": _by_day(rules.selection_record_sent, "file/deadlines"),
        "insurance_formalised": _by_day(rules.insurance_formalised),
        _RESOLUTION: _by_day(rules.directorate_resolution),
    }
)
"""Every gate by its name: those a call may ask for, and the Directorate-General's resolution."""

OPENING: Final = ("authorisation_received", "agreement_signed", "grant_resolved")
"""The gates that authorise a course, one for each way of paying for it."""


def gate_states(call: Call, known: Milestones, start: date) -> tuple[GateState, ...]:
    """Return how the gates of a course stand for a start, in the order of its call.

    The Directorate-General's resolution comes last, a warning unless the reading of the call makes it a gate.
    """
    asked = call.texts("start_gates", start).value if call.gives("start_gates", start) else ()
    states = tuple(_state(gate, known, start) for gate in asked)
    if _READING not in call.readings:
        return states
    is_warning = call.reading(_READING).value != "gate"
    return (*states, _state(_RESOLUTION, known, start, is_warning=is_warning))


def closed_gates(states: tuple[GateState, ...], *, with_pending: bool) -> tuple[GateState, ...]:
    """Return the gates that prevent a start: those that say no, and those pending where asked for."""
    refused = {Answer.NO, Answer.PENDING} if with_pending else {Answer.NO}
    return tuple(state for state in states if state.answer in refused and not state.is_warning)


def _state(gate: str, known: Milestones, start: date, *, is_warning: bool = False) -> GateState:
    met, rule = known.get(gate, _UNKNOWN), GATES[gate]
    return GateState(gate, rule.judge(met, start), met.day, rule.place, is_warning)
