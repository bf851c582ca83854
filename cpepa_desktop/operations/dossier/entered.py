"""Attendance, absences and their proofs of each person of a course, as its dossier says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from cpepa_desktop.db import attendance, justifications
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.justification import AbsenceRow, Justification
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


class Entered:
    """What is entered of each person. The proofs of one person are numbered by what they are proof of.

    Two proofs that say the same of the same absences differ in nothing, so their order is no matter.
    """

    def __init__(self, ws: Workspace, course_id: int, session_names: Mapping[int, str]) -> None:
        self._sessions = session_names
        self._entries: dict[int, list[Entry]] = defaultdict(list)
        for entry in attendance.entries(ws.db, course_id):
            self._entries[entry.enrolment_id].append(entry)
        self._absences: dict[tuple[int, int], list[AbsenceRow]] = defaultdict(list)
        proved: dict[int, list[AbsenceRow]] = defaultdict(list)
        for absence in justifications.absences(ws.db, course_id):
            self._absences[absence.enrolment_id, absence.session_id].append(absence)
            if absence.justification_id is not None:
                proved[absence.justification_id].append(absence)
        self._proofs: dict[int, list[Justification]] = defaultdict(list)
        for proof in justifications.justifications(ws.db, course_id):
            self._proofs[proof.enrolment_id].append(proof)
        for proofs in self._proofs.values():
            proofs.sort(key=lambda proof: self._content(proof, proved[proof.id]))
        self._numbers = {
            proof.id: n for proofs in self._proofs.values() for n, proof in enumerate(proofs, start=1)
        }

    def justifications(self, enrolment_id: int) -> tuple[model.JustificationRecord, ...]:
        """Return the proofs of a person by number."""
        return tuple(
            model.JustificationRecord(
                n=self._numbers[proof.id],
                state=proof.state,
                event_day=proof.event_day,
                appointment_minute=proof.appointment_minute,
                other_town=proof.other_town,
                decided_on=proof.decided_on,
                proof=proof.proof,
                note=proof.note,
                travel_minutes=proof.travel_minutes,
                handed_in_on=proof.handed_in_on,
                registry=proof.registry,
            )
            for proof in self._proofs[enrolment_id]
        )

    def attendance(self, enrolment_id: int) -> tuple[model.AttendanceRecord, ...]:
        """Return the cells of a person by clock."""
        return tuple(
            model.AttendanceRecord(
                session=self._sessions[entry.session_id],
                attended_minutes=entry.attended_minutes,
                is_virtual=entry.is_virtual,
                absences=self._absence_records(enrolment_id, entry.session_id),
            )
            for entry in self._entries[enrolment_id]
        )

    def _absence_records(self, enrolment_id: int, session_id: int) -> tuple[model.AbsenceRecord, ...]:
        records = (
            model.AbsenceRecord(absence.minutes, absence.cause, self._number(absence))
            for absence in self._absences.get((enrolment_id, session_id), ())
        )
        return tuple(sorted(records, key=lambda one: (one.cause or "", one.minutes, one.justification or 0)))

    def _number(self, absence: AbsenceRow) -> int | None:
        return None if absence.justification_id is None else self._numbers[absence.justification_id]

    def _content(self, proof: Justification, absences: Iterable[AbsenceRow]) -> tuple[object, ...]:
        """Return what tells one proof of a person from another: what it covers, then what it says."""
        covered = sorted((self._sessions[one.session_id], one.cause or "", one.minutes) for one in absences)
        appointment = -1 if proof.appointment_minute is None else proof.appointment_minute
        said = (proof.event_day or date.min, appointment, proof.state, proof.note)
        rest = (proof.proof or "", proof.decided_on or date.min, proof.other_town)
        travel = -1 if proof.travel_minutes is None else proof.travel_minutes
        return covered, *said, *rest, travel, proof.handed_in_on or date.min, proof.registry
