"""What must hold of the enrolments of a dossier: seats, days, and minutes that fit in their sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier.calendar_checks import placed_sessions
from cpepa_desktop.exchange.dossier.findings import repeated, unknown
from cpepa_desktop.exchange.dossier.model import (
    AttendanceRecord,
    Dossier,
    EnrolmentRecord,
    SeatRecord,
    SessionRecord,
    StretchRecord,
)
from cpepa_desktop.exchange.dossier.people_checks import keys_of_people

Sessions = Mapping[str, tuple[StretchRecord, SessionRecord]]


def enrolment_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the seats, the enrolments and what is entered in them."""
    people = [
        (f"$.enrolments[{n}].person", enrolment.person) for n, enrolment in enumerate(dossier.enrolments)
    ]
    yield from repeated(people)
    yield from unknown(people, keys_of_people(dossier), "people")
    yield from _seat_problems(dossier)
    sessions = {
        stretch.key(session): (stretch, session) for _where, stretch, session in placed_sessions(dossier)
    }
    modules = {module.code for module in dossier.modules}
    for n, enrolment in enumerate(dossier.enrolments):
        where = f"$.enrolments[{n}]"
        yield from _leaving_problems(enrolment, where)
        standings = [(f"{where}.standings[{i}].module", s.module) for i, s in enumerate(enrolment.standings)]
        yield from repeated(standings)
        yield from unknown(standings, modules, "modules")
        yield from repeated(
            (f"{where}.justifications[{i}].n", j.n) for i, j in enumerate(enrolment.justifications)
        )
        yield from _attendance_problems(enrolment, where, sessions)


def _seat_problems(dossier: Dossier) -> Iterator[Problem]:
    yield from repeated((f"$.seats[{n}].n", seat.n) for n, seat in enumerate(dossier.seats))
    holders = [
        (f"$.seats[{n}].occupancies[{index}].person", occupancy.person)
        for n, seat in enumerate(dossier.seats)
        for index, occupancy in enumerate(seat.occupancies)
    ]
    yield from repeated(holders)
    yield from unknown(holders, {enrolment.person for enrolment in dossier.enrolments}, "enrolments")
    for n, seat in enumerate(dossier.seats):
        yield from _occupancy_problems(seat, f"$.seats[{n}]")


def _occupancy_problems(seat: SeatRecord, where: str) -> Iterator[Problem]:
    placed = [
        (f"{where}.occupancies[{index}]", occupancy) for index, occupancy in enumerate(seat.occupancies)
    ]
    for place, occupancy in placed:
        if occupancy.to_day and occupancy.to_day < occupancy.from_day:
            yield Problem(_("Acaba antes de empezar."), where=f"{place}.to_day")
    in_order = sorted(placed, key=lambda one: one[1].from_day)
    for (earlier, one), (later, other) in pairwise(in_order):
        if one.to_day is None or other.from_day <= one.to_day:
            message = _("La plaza no está libre ese día: la tiene {earlier}.")
            yield Problem(message.format(earlier=earlier), where=f"{later}.from_day")


def _leaving_problems(enrolment: EnrolmentRecord, where: str) -> Iterator[Problem]:
    if (enrolment.left_on is None) is not (enrolment.leave_cause is None):
        message = _("Una baja lleva último día y causa: falta uno de los dos.")
        yield Problem(message, where=f"{where}.leave_cause")
    if enrolment.left_on and enrolment.left_on < enrolment.joined_on:
        yield Problem(_("Causó baja antes de incorporarse."), where=f"{where}.left_on")


def _attendance_problems(enrolment: EnrolmentRecord, where: str, sessions: Sessions) -> Iterator[Problem]:
    cells = [(f"{where}.attendance[{index}]", cell) for index, cell in enumerate(enrolment.attendance)]
    references = [(f"{place}.session", cell.session) for place, cell in cells]
    yield from repeated(references)
    yield from unknown(references, sessions.keys(), "stretches")
    numbers = {justification.n for justification in enrolment.justifications}
    for place, cell in cells:
        yield from _absence_problems(cell, place, numbers)
        if cell.session in sessions:
            yield from _cell_problems(enrolment, cell, place, *sessions[cell.session])


def _absence_problems(cell: AttendanceRecord, where: str, numbers: set[int]) -> Iterator[Problem]:
    for index, absence in enumerate(cell.absences):
        place = f"{where}.absences[{index}]"
        if absence.justification is not None and absence.justification not in numbers:
            message = _("La matrícula no tiene el justificante {n}.")
            yield Problem(message.format(n=absence.justification), where=f"{place}.justification")
        if absence.justification is not None and absence.cause is None:
            yield Problem(_("Una falta con justificante lleva causa."), where=f"{place}.cause")


def _cell_problems(
    enrolment: EnrolmentRecord,
    cell: AttendanceRecord,
    where: str,
    stretch: StretchRecord,
    session: SessionRecord,
) -> Iterator[Problem]:
    missed = session.minutes - cell.attended_minutes
    absent = sum(absence.minutes for absence in cell.absences)
    if missed < 0:
        message = _("Asistió {attended} minutos y la sesión dura {minutes}.")
        yield Problem(
            message.format(attended=cell.attended_minutes, minutes=session.minutes),
            where=f"{where}.attended_minutes",
        )
    elif absent > missed:
        message = _("Las faltas suman {absent} minutos y faltó {missed}.")
        yield Problem(message.format(absent=absent, missed=missed), where=f"{where}.absences")
    if not session.counts:
        yield Problem(_("La sesión está cancelada: no puede tener asistencia."), where=f"{where}.session")
    if stretch.day < enrolment.joined_on or (enrolment.left_on and stretch.day > enrolment.left_on):
        yield Problem(_("Ese día la persona no estaba en el curso."), where=f"{where}.session")
