"""The justifications of a course: one over many classes, its state, its proof and when it was handed in.

Minutes and causes of a week that was sent stand still; the administration goes on deciding all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpepa_desktop.db import justifications as table
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.justification import AbsenceRow, Justification
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.justification_proposals import JustificationForm, check_form
from cpepa_desktop.operations.justification_writing import (
    check_cells,
    check_short_contract,
    planned_cells,
    refuse_frozen,
)
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.missed_classes import classes_of
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace

_KINDS = frozenset({Kind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class CoveredClass:
    """Minutes of one class that a justification covers."""

    session_id: int
    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class JustificationView:
    """A justification with whose it is, its cause, what it covers in clock order, and its proof's name."""

    row: Justification
    enrolment: Enrolment
    cause: AbsenceCause
    covers: tuple[CoveredClass, ...]
    proof_name: str = ""

    @property
    def minutes(self) -> int:
        """Return the minutes it covers in all."""
        return sum(each.minutes for each in self.covers)

    @property
    def first(self) -> date:
        """Return the first day it covers."""
        return self.covers[0].day

    @property
    def last(self) -> date:
        """Return the last day it covers."""
        return self.covers[-1].day


def list_justifications(ws: Workspace, course: str) -> tuple[JustificationView, ...]:
    """Return the justifications of a course by first day and person. Raises ``Refused`` if unknown."""
    view = read_course(ws, course)
    people = {enrolment.id: enrolment for enrolment in list_enrolments(ws, course)}
    days = _days(view)
    covers: dict[int, list[AbsenceRow]] = defaultdict(list)
    for row in table.absences(ws.db, view.course.id):
        if row.justification_id is not None:
            covers[row.justification_id].append(row)
    found = (
        JustificationView(
            row,
            people[row.enrolment_id],
            covers[row.id][0].cause or AbsenceCause.A,
            _covered(covers[row.id], days),
            _proof_name(ws, row.proof),
        )
        for row in table.justifications(ws.db, view.course.id)
        if covers[row.id]
    )
    return tuple(sorted(found, key=lambda each: (each.first, each.enrolment.person.listed_name, each.row.id)))


def add_justification(
    ws: Workspace, course: str, form: JustificationForm, cells: Mapping[int, int]
) -> Changes:
    """Write a justification over the minutes of some sessions; it waits to be validated.

    ``cells`` are minutes by session. Raises ``Refused`` where they are more than was missed, where a short
    contract goes beyond its share, or where a week that was sent would change.
    """
    return _write(ws, course, form, cells, None)


def change_justification(
    ws: Workspace, course: str, key: int, form: JustificationForm, cells: Mapping[int, int]
) -> Changes:
    """Write a justification again. Its state stays, and so does its proof where the form brings none.

    Raises ``Refused`` as `add_justification` does, and where the justification is unknown.
    """
    return _write(ws, course, form, cells, _find(ws, course, [key])[0])


def remove_justifications(ws: Workspace, course: str, keys: Iterable[int]) -> Changes:
    """Remove some justifications: what they covered is unjustified again, without a cause.

    Raises ``Refused`` where a week that was sent would change.
    """
    rows = _find(ws, course, keys)
    view = read_course(ws, course)
    days, wanted = _days(view), {row.id for row in rows}
    touched = [row for row in table.absences(ws.db, view.course.id) if row.justification_id in wanted]
    refuse_if_locked(ws, course, {days[row.session_id] for row in touched})
    name = _named(_("Quitar {n} justificante"), _("Quitar {n} justificantes"), len(rows), course)
    with ws.operation(name):
        for row in rows:
            table.remove_justification(ws.db, row.id)
    return Changes(name, _KINDS, course)


def change_state(
    ws: Workspace,
    course: str,
    keys: Iterable[int],
    state: JustificationState,
    decided_on: date | None = None,
) -> Changes:
    """Write what the administration decided of some justifications, in a week that was sent too.

    ``decided_on`` is the working day where it is not said; waiting has none. Raises ``Refused`` for a day
    to come or before what was handed in.
    """
    if state is JustificationState.UNJUSTIFIED:
        raise Refused(_("Para dejar sin justificar lo que cubre, quite el justificante."))
    rows = _find(ws, course, keys)
    day = None if state is JustificationState.PENDING else decided_on or ws.clock.today()
    if day is not None:
        _check_decision(rows, day, ws.clock.today())
    count = _count(len(rows))
    name = _("Justificantes de {course}: {count}, {state}").format(
        course=course, count=count, state=state.label
    )
    with ws.operation(name):
        table.decide(ws.db, [row.id for row in rows], state, day)
    return Changes(name, _KINDS, course)


def hand_in(ws: Workspace, course: str, keys: Iterable[int], day: date, registry: str) -> Changes:
    """Write that some justifications were handed in to be validated, and under which number.

    Raises ``Refused`` for a day to come, or where nothing is chosen.
    """
    if day > ws.clock.today():
        message = _("El {day} aún no ha llegado: escriba el día en que se entregaron.")
        raise Refused(message.format(day=day_words(day)))
    rows = _find(ws, course, keys)
    name = _named(_("Entregar {n} justificante"), _("Entregar {n} justificantes"), len(rows), course)
    with ws.operation(name):
        table.hand_in(ws.db, [row.id for row in rows], day, registry.strip())
    return Changes(name, _KINDS, course)


def take_back_hand_in(ws: Workspace, course: str, keys: Iterable[int]) -> Changes:
    """Write that some justifications are not handed in after all."""
    rows = _find(ws, course, keys)
    name = _named(
        _("No entregado: {n} justificante"), _("No entregados: {n} justificantes"), len(rows), course
    )
    with ws.operation(name):
        table.hand_in(ws.db, [row.id for row in rows], None, "")
    return Changes(name, _KINDS, course)


def read_proof(ws: Workspace, course: str, key: int) -> tuple[str, bytes]:
    """Return the name and the bytes of the proof of a justification. Raises ``Refused`` where it has none."""
    (row,) = _find(ws, course, [key])
    if row.proof is None:
        raise Refused(_("Este justificante no tiene ningún documento: añádalo con «Cambiar…»."))
    return ws.file.attachments.describe(row.proof).name, ws.file.attachments.get(row.proof)


# Writing ---------------------------------------------------------------------------------------------------


def _write(
    ws: Workspace,
    course: str,
    form: JustificationForm,
    cells: Mapping[int, int],
    replaced: Justification | None,
) -> Changes:
    check_form(form)
    key = replaced.id if replaced else None
    found = classes_of(ws, course, form.id_number, form.cause, key)
    check_cells(found, cells)
    check_short_contract(ws, found, form, cells)
    refuse_frozen(ws, course, found, planned_cells(found, form.cause, cells, key, key or 0))
    name = _("Justificante de {name}: {cause}").format(
        name=found.enrolment.person.listed_name, cause=form.cause.label.lower()
    )
    with ws.operation(name):
        row = _row(ws, found.enrolment, form, replaced)
        if replaced is None:
            row = replace(row, id=table.add_justification(ws.db, row))
        else:
            table.save_justification(ws.db, row)
        planned = planned_cells(found, form.cause, cells, key, row.id)
        table.replace_absences(ws.db, found.enrolment.id, planned)
    return Changes(name, _KINDS, course)


def _row(
    ws: Workspace, enrolment: Enrolment, form: JustificationForm, replaced: Justification | None
) -> Justification:
    stood = replaced or Justification(0, enrolment.id)
    kept = None if form.drops_proof else stood.proof
    return replace(
        stood,
        event_day=form.first,
        appointment_minute=form.appointment_minute,
        other_town=form.other_town,
        travel_minutes=form.travel_minutes if form.other_town else None,
        note=form.note.strip(),
        proof=keep_file(ws, form.proof) if form.proof else kept,
    )


def _check_decision(rows: Sequence[Justification], day: date, today: date) -> None:
    if day > today:
        message = _("El {day} aún no ha llegado: escriba el día de la decisión. No se ha cambiado nada.")
        raise Refused(message.format(day=day_words(day)))
    if any(row.handed_in_on and row.handed_in_on > day for row in rows):
        message = _("El {day} es anterior al día en que se entregó. No se ha cambiado nada.")
        raise Refused(message.format(day=day_words(day)))


# Reading ---------------------------------------------------------------------------------------------------


def _find(ws: Workspace, course: str, keys: Iterable[int]) -> list[Justification]:
    """Return some justifications of a course. Raises ``Refused`` where one is unknown, or for none."""
    known = {row.id: row for row in table.justifications(ws.db, find_course(ws, course).id)}
    wanted = list(dict.fromkeys(keys))
    if not wanted or any(key not in known for key in wanted):
        raise Refused(_("Ese justificante ya no existe: elija otro de la lista. No se ha cambiado nada."))
    return [known[key] for key in wanted]


def _covered(rows: Iterable[AbsenceRow], days: Mapping[int, date]) -> tuple[CoveredClass, ...]:
    found = (CoveredClass(row.session_id, days[row.session_id], row.minutes) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.day, each.session_id)))


def _days(view: CourseView) -> dict[int, date]:
    of_stretch = {stretch.id: stretch.day for stretch in view.stretches}
    return {session.id: of_stretch[session.stretch_id] for session in view.sessions}


def _proof_name(ws: Workspace, proof: str | None) -> str:
    return ws.file.attachments.describe(proof).name if proof else ""


def _count(n: int) -> str:
    return ngettext("{n} justificante", "{n} justificantes", n).format(n=n)


def _named(one: str, many: str, n: int, course: str) -> str:
    return _("{act}, curso {course}").format(act=(one if n == 1 else many).format(n=n), course=course)
