"""The gates of a course: how they stand, and the refusal of a start or of attendance that they prevent.

A gate that says no always refuses. One that is pending refuses a start and the first attendance of a course
that is not over, unless somebody has left it said, with a reason, that it is on record outside the program.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from cpepa_desktop.db import decisions
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.db.milestones import Milestones, milestones
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, listed
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.gate_states import GateState, closed_gates, gate_states
from cpepa_desktop.operations.person_decisions import record_decision, write_decision
from cpepa_desktop.operations.workspace import Workspace

RULE: Final = "start_gates"
"""The figure of the call and the name under which deferrals are kept."""

_DEFERRED: Final = "deferred"
_ASKED: Final = "asked"


class GateRefused(Refused):
    """A start or attendance that gates prevent: which course, on which day and by which gates."""

    def __init__(self, message: str, course: str, day: date, gates: tuple[GateState, ...]) -> None:
        super().__init__(message)
        self.course = course
        self.day = day
        self.gates = gates


def course_gates(ws: Workspace, code: str, start: date | None = None) -> tuple[GateState, ...]:
    """Return how the gates of a course stand for a start, or for the one it has or had.

    Raises ``Refused`` where the course is unknown.
    """
    course = find_course(ws, code)
    return gate_states(call_of(ws, course), _known(ws, course), start or course.started_on or course.start_on)


def refuse_if_gated(ws: Workspace, code: str, first_day: date) -> None:
    """Raise ``GateRefused`` where a course may not start, or receive its first attendance, on a day."""
    course = find_course(ws, code)
    known = _known(ws, course)
    states = gate_states(call_of(ws, course), known, first_day)
    if closed := _closed(ws, course, known, states):
        raise gate_refusal(code, first_day, closed, way_out(closed))


def attendance_opens(ws: Workspace, code: str, first_day: date) -> date:
    """Return the first day on which nothing prevents attendance, where it may be entered on ``first_day``.

    Raises ``GateRefused`` where it may not: for the first attendance as for a start; later on where a gate
    was met after that day.
    """
    course = find_course(ws, code)
    known = _known(ws, course)
    states = gate_states(call_of(ws, course), known, first_day)
    if "attendance" in known:
        closed = tuple(
            state for state in closed_gates(states, with_pending=False) if state.day and state.day > first_day
        )
    else:
        closed = _closed(ws, course, known, states)
    if closed:
        raise gate_refusal(code, first_day, closed, way_out(closed))
    return max((state.day for state in states if state.day and not state.is_warning), default=date.min)


def attendance_refusal(ws: Workspace, code: str, first_day: date) -> GateRefused | None:
    """Return what `attendance_opens` would refuse, ``None`` where it refuses nothing."""
    try:
        attendance_opens(ws, code, first_day)
    except GateRefused as refusal:
        return refusal
    return None


def refuse_early_start(ws: Workspace, code: str, start: date) -> None:
    """Raise ``GateRefused`` where a start planned on a day would precede the known day of a gate.

    What is not known yet prevents no plan.
    """
    course = find_course(ws, code)
    states = gate_states(call_of(ws, course), _known(ws, course), start)
    if closed := closed_gates(states, with_pending=False):
        raise gate_refusal(code, start, closed, way_out(closed))


def defer_gates(ws: Workspace, code: str, reason: str) -> Changes:
    """Record that what is pending of a course is on record outside the program. It stays pending on screen.

    Raises ``Refused`` without a reason.
    """
    course = find_course(ws, code)
    if not reason.strip():
        raise Refused(_("Diga dónde consta lo que falta y por qué no se anota. No se ha cambiado nada."))
    name = _("Lo que falta de {course} consta fuera del programa").format(course=course.code)
    with ws.operation(name):
        write_deferral(ws, course.code, reason)
    return Changes(name, frozenset({Kind.PLANNING, Kind.COURSE}), course.code)


def write_deferral(ws: Workspace, code: str, reason: str) -> None:
    """Write, inside an operation, what `defer_gates` records. The reason was checked."""
    write_decision(ws, RULE, code, answer=_DEFERRED, reason=reason)


def ask_gates_again(ws: Workspace, code: str, reason: str) -> Changes:
    """Record that a deferral no longer stands. Raises ``Refused`` without a reason or a deferral."""
    course = find_course(ws, code)
    if not reason.strip():
        raise Refused(_("Diga por qué vuelve a pedirse lo que falta. No se ha cambiado nada."))
    if deferral_of(ws, code) is None:
        raise Refused(_("De {course} no consta nada fuera del programa.").format(course=course.code))
    name = _("Vuelve a pedirse lo que falta de {course}").format(course=course.code)
    record_decision(ws, name, RULE, course.code, answer=_ASKED, reason=reason)
    return Changes(name, frozenset({Kind.PLANNING, Kind.COURSE}), course.code)


def deferral_of(ws: Workspace, code: str) -> Decision | None:
    """Return the deferral of a course that stands, ``None`` where there is none."""
    taken = [each for each in decisions.decisions(ws.db, code) if (each.rule, each.subject) == (RULE, code)]
    return taken[-1] if taken and is_deferral(taken[-1].answer) else None


def is_deferral(answer: str) -> bool:
    """Say whether a decision about the gates of a course defers what is pending."""
    return answer == _DEFERRED


def _known(ws: Workspace, course: Course) -> Milestones:
    return milestones(ws.db, course.id).get(course.id, {})


def _closed(
    ws: Workspace, course: Course, known: Milestones, states: tuple[GateState, ...]
) -> tuple[GateState, ...]:
    """Return the gates that prevent a start: what is pending prevents none of a course that is over."""
    if "gates_deferred" in known or not any(state.answer is Answer.PENDING for state in states):
        return closed_gates(states, with_pending=False)
    last = read_course(ws, course.code).last_day
    is_over = last is not None and last < ws.clock.today()
    return closed_gates(states, with_pending=not is_over)


def gate_refusal(code: str, day: date, gates: tuple[GateState, ...], todo: str) -> GateRefused:
    """Return the refusal of a day that gates prevent, with what to do about it."""
    what = _(
        "El curso {course} no puede estar en marcha el {day}: {gates}. No se ha perdido ni cambiado nada."
    ).format(course=code, day=day_words(day), gates=listed([_clause(state) for state in gates]))
    return GateRefused(f"{what} {todo}", code, day, gates)


def way_out(gates: tuple[GateState, ...]) -> str:
    """Return what to do in the file where gates are closed."""
    if all(state.answer is Answer.NO for state in gates):
        return _("Cambie el día o, si lo anotado está mal, corríjalo en el curso, en Expediente, Requisitos.")
    return _(
        "Anote lo que falta en el curso, en Expediente, Requisitos; si consta fuera del programa, déjelo "
        "dicho allí con su motivo."
    )


def _clause(state: GateState) -> str:
    words = {
        "unknown": _("no consta «{gate}» ({citation})"),
        "after_start": _("«{gate}» es del {day}, posterior ({citation})"),
        "ended": _("«{gate}»: dejó de estar en vigor el {ended} ({citation})"),
    }[state.verdict.reason]
    ended = state.verdict.numbers.get("ended_on")
    return words.format(
        gate=rule_title(state.gate),
        citation=state.verdict.citation,
        day=day_words(state.day) if state.day else "",
        ended=day_words(ended) if isinstance(ended, date) else "",
    )
