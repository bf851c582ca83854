"""What must hold of the weeks sent and of what was typed: each once, and what was sent as it was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import FrozenMinutes, frozen_text
from cpepa_desktop.exchange.dossier.findings import repeated
from cpepa_desktop.exchange.dossier.model import AttendanceRecord, Dossier, WeekLockRecord


def week_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the locks of weeks and of what was typed."""
    locks = [(f"$.week_locks[{n}]", lock) for n, lock in enumerate(dossier.week_locks)]
    yield from repeated((f"{where}.version", (lock.week, lock.version)) for where, lock in locks)
    yield from repeated((f"{where}.unlocked_on", lock.week) for where, lock in locks if lock.stands)
    for where, lock in locks:
        yield from _lock_problems(dossier, lock, where)
    yield from repeated(
        (f"$.typed_items[{n}].item", (item.program, item.item)) for n, item in enumerate(dossier.typed_items)
    )


def _lock_problems(dossier: Dossier, lock: WeekLockRecord, where: str) -> Iterator[Problem]:
    if lock.stands is bool(lock.unlock_reason):
        message = _("Un desbloqueo lleva día y motivo: falta uno de los dos.")
        yield Problem(message, where=f"{where}.unlock_reason")
    try:
        week = IsoWeek.parse(lock.week)
    except Refused as refusal:
        yield Problem(refusal.message, where=f"{where}.week")
        return
    if lock.stands and not _is_as_sent(dossier, week, lock.content_sha256):
        message = _("Los minutos y las causas de la semana {week} no son los que se enviaron.")
        yield Problem(message.format(week=week), where=f"{where}.content_sha256")


def _is_as_sent(dossier: Dossier, week: IsoWeek, content_sha256: str) -> bool:
    days = {
        stretch.key(session): stretch.day for stretch in dossier.stretches for session in stretch.sessions
    }
    seats = {occupancy.person: seat.n for seat in dossier.seats for occupancy in seat.occupancies}
    text = frozen_text(
        row
        for enrolment in dossier.enrolments
        for cell in enrolment.attendance
        if cell.session in days and week.monday <= days[cell.session] <= week.sunday
        for row in _frozen(seats.get(enrolment.person, 0), cell)
    )
    return hashlib.sha256(text.encode()).hexdigest() == content_sha256


def _frozen(seat: int, cell: AttendanceRecord) -> Iterator[FrozenMinutes]:
    """Yield what a lock keeps still of a cell: a row for each cause, one without where there is none."""
    missed: dict[str, int] = {}
    for absence in cell.absences:
        if absence.cause is not None:
            missed[absence.cause.value] = missed.get(absence.cause.value, 0) + absence.minutes
    for cause, minutes in (missed or {"": 0}).items():
        yield FrozenMinutes(seat, cell.session, cell.attended_minutes, cell.is_virtual, cause, minutes)
