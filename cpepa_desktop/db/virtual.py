"""The virtual classroom in the file: its tool, who follows it and why, and its recordings."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.virtual import Consent, Recording, VirtualClass, VirtualPerson, VirtualReason

_CLASS: Final = "SELECT tool, inspection_link FROM virtual_class WHERE course_id = ?"
_SAVE_CLASS: Final = """
INSERT INTO virtual_class (course_id, tool, inspection_link) VALUES (?, ?, ?)
ON CONFLICT (course_id) DO UPDATE SET tool = excluded.tool, inspection_link = excluded.inspection_link
"""
_PEOPLE: Final = """
SELECT v.enrolment_id, v.reason, v.reason_note, v.consent, v.consent_on, v.proof
FROM virtual_person v JOIN enrolment e ON e.id = v.enrolment_id WHERE e.course_id = ? ORDER BY v.enrolment_id
"""
_SAVE_PERSON: Final = """
INSERT INTO virtual_person (enrolment_id, reason, reason_note, consent, consent_on, proof)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (enrolment_id) DO UPDATE SET reason = excluded.reason, reason_note = excluded.reason_note,
    consent = excluded.consent, consent_on = excluded.consent_on, proof = excluded.proof
"""
_RECORDINGS: Final = """
SELECT r.id, r.stretch_id, r.place, r.destroyed_on, r.certificate
FROM recording r JOIN stretch t ON t.id = r.stretch_id WHERE t.course_id = ? ORDER BY t.day, t.n, r.id
"""
_ADD_RECORDING: Final = "INSERT INTO recording (stretch_id, place) VALUES (?, ?)"
_REMOVE_RECORDING: Final = "DELETE FROM recording WHERE id = ?"
_DESTROY: Final = "UPDATE recording SET destroyed_on = ?, certificate = ? WHERE id = ?"
_HAS_VIRTUAL: Final = "SELECT 1 FROM attendance WHERE enrolment_id = ? AND is_virtual = 1 LIMIT 1"


def virtual_class(db: Database, course_id: int) -> VirtualClass:
    """Return how a course is given at a distance; empty texts where nobody has said it."""
    row = db.execute(_CLASS, (course_id,)).fetchone()
    return VirtualClass(*row) if row else VirtualClass()


def save_class(db: Database, course_id: int, virtual: VirtualClass) -> None:
    """Write how a course is given at a distance."""
    db.execute(_SAVE_CLASS, (course_id, virtual.tool, virtual.inspection_link))


def virtual_people(db: Database, course_id: int) -> dict[int, VirtualPerson]:
    """Return what is known of who follows a course at a distance, by enrolment."""
    return {
        enrolment_id: VirtualPerson(
            enrolment_id,
            None if reason is None else VirtualReason(reason),
            note,
            None if consent is None else Consent(consent),
            to_day(on),
            proof,
        )
        for enrolment_id, reason, note, consent, on, proof in db.execute(_PEOPLE, (course_id,))
    }


def save_person(db: Database, person: VirtualPerson) -> None:
    """Write why a person follows the class at a distance, and their consent."""
    values = (
        person.enrolment_id,
        person.reason,
        person.reason_note,
        person.consent,
        day_text(person.consent_on),
        person.proof,
    )
    db.execute(_SAVE_PERSON, values)


def has_virtual_entries(db: Database, enrolment_id: int) -> bool:
    """Say whether any attendance of a person is entered as by the virtual classroom."""
    return db.execute(_HAS_VIRTUAL, (enrolment_id,)).fetchone() is not None


def recordings(db: Database, course_id: int) -> tuple[Recording, ...]:
    """Return the recordings of a course by day and stretch, those destroyed too."""
    return tuple(
        Recording(key, stretch_id, place, to_day(destroyed), certificate)
        for key, stretch_id, place, destroyed, certificate in db.execute(_RECORDINGS, (course_id,))
    )


def add_recording(db: Database, stretch_id: int, place: str) -> int:
    """Write that a stretch was recorded and where it is kept; return its key."""
    return int(db.execute(_ADD_RECORDING, (stretch_id, place)).lastrowid or 0)


def remove_recording(db: Database, key: int) -> None:
    """Take away a recording written by mistake."""
    db.execute(_REMOVE_RECORDING, (key,))


def destroy_recording(db: Database, key: int, day: date, certificate: str | None) -> None:
    """Write when a recording was destroyed and the attachment that certifies it."""
    db.execute(_DESTROY, (day.isoformat(), certificate, key))
