"""What the centre is authorised to teach, and what each speciality asks, in the file."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.centres import centre_id
from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed

_ALL: Final = """
SELECT id, speciality, number, day, until, places, note, attachment FROM accreditation
ORDER BY speciality, day, number, id
"""
_ADD: Final = """
INSERT INTO accreditation (speciality, number, day, until, places, note, attachment, centre_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE: Final = """
UPDATE accreditation SET speciality = ?, number = ?, day = ?, until = ?, places = ?, note = ?, attachment = ?
WHERE id = ?
"""
_REMOVE: Final = "DELETE FROM accreditation WHERE id = ?"
_NEEDS: Final = """
SELECT id, speciality, position, kind, name, area_hundredths, people, source, room_id, trainer_id, met_on,
       note
FROM speciality_need ORDER BY speciality, position
"""
_ADD_NEED: Final = """
INSERT INTO speciality_need (kind, name, area_hundredths, people, source, room_id, trainer_id, met_on, note,
       speciality, position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT coalesce(max(position), 0) + 1 FROM speciality_need WHERE speciality = ?))
"""
_CHANGE_NEED: Final = """
UPDATE speciality_need SET kind = ?, name = ?, area_hundredths = ?, people = ?, source = ?, room_id = ?,
       trainer_id = ?, met_on = ?, note = ?
WHERE id = ?
"""
_REMOVE_NEED: Final = "DELETE FROM speciality_need WHERE id = ?"


def accreditations(db: Database) -> tuple[Accreditation, ...]:
    """Return the accreditations by speciality and day."""
    return tuple(
        Accreditation(key, speciality, number, to_day(day), to_day(until), places, note, attachment)
        for key, speciality, number, day, until, places, note, attachment in db.execute(_ALL)
    )


def save(db: Database, row: Accreditation) -> int:
    """Write an accreditation, a new one where its id is 0, and return its key."""
    values = (
        row.speciality,
        row.number,
        day_text(row.day),
        day_text(row.until),
        row.places,
        row.note,
        row.attachment,
    )
    if row.id:
        db.execute(_CHANGE, (*values, row.id))
        return row.id
    return int(db.execute(_ADD, (*values, centre_id(db))).lastrowid or 0)


def remove(db: Database, key: int) -> None:
    """Take an accreditation away."""
    db.execute(_REMOVE, (key,))


def needs(db: Database) -> tuple[SpecialityNeed, ...]:
    """Return what every speciality asks for, each in its order."""
    return tuple(
        SpecialityNeed(
            id=key,
            speciality=speciality,
            position=position,
            kind=NeedKind(kind),
            name=name,
            area_hundredths=area,
            people=people,
            source=source,
            room_id=room_id,
            trainer_id=trainer_id,
            met_on=to_day(met_on),
            note=note,
        )
        for (
            key,
            speciality,
            position,
            kind,
            name,
            area,
            people,
            source,
            room_id,
            trainer_id,
            met_on,
            note,
        ) in db.execute(_NEEDS)
    )


def save_need(db: Database, need: SpecialityNeed) -> int:
    """Write what a speciality asks for and return its key; a new one, of id 0, comes after the others."""
    values = (
        need.kind,
        need.name,
        need.area_hundredths,
        need.people,
        need.source,
        need.room_id,
        need.trainer_id,
        day_text(need.met_on),
        need.note,
    )
    if need.id:
        db.execute(_CHANGE_NEED, (*values, need.id))
        return need.id
    return int(db.execute(_ADD_NEED, (*values, need.speciality, need.speciality)).lastrowid or 0)


def remove_need(db: Database, key: int) -> None:
    """Take away what a speciality asks for."""
    db.execute(_REMOVE_NEED, (key,))
