"""Entity, centre, rooms, trainers and logos in the file."""

from __future__ import annotations

from dataclasses import astuple, fields
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.centre import Centre, Entity, Logo, Room, Trainer

_ENTITY = "SELECT name, cif, address, postal_code, municipality, province FROM entity ORDER BY id LIMIT 1"
_SAVE_ENTITY = """
UPDATE entity SET name = ?, cif = ?, address = ?, postal_code = ?, municipality = ?, province = ?
WHERE id = (SELECT min(id) FROM entity)
"""
_CENTRE = """
SELECT name, code, address, postal_code, municipality, province, phone, email, head_name, head_role,
       organ_municipality
FROM centre ORDER BY id LIMIT 1
"""
_SAVE_CENTRE = """
UPDATE centre SET name = ?, code = ?, address = ?, postal_code = ?, municipality = ?, province = ?,
       phone = ?, email = ?, head_name = ?, head_role = ?, organ_municipality = ?
WHERE id = (SELECT min(id) FROM centre)
"""
_CENTRE_ID = "SELECT min(id) FROM centre"
_TAUGHT_UNDER = """
SELECT e.name, e.cif, e.address, e.postal_code, e.municipality, e.province,
       c.name, c.code, c.address, c.postal_code, c.municipality, c.province, c.phone, c.email, c.head_name,
       c.head_role, c.organ_municipality
FROM course JOIN centre c ON c.id = course.centre_id JOIN entity e ON e.id = c.entity_id WHERE course.id = ?
"""
_SAME_ENTITY = """
SELECT id FROM entity WHERE (name, cif, address, postal_code, municipality, province) = (?, ?, ?, ?, ?, ?)
"""
_SAME_CENTRE = """
SELECT id FROM centre
WHERE (entity_id, name, code, address, postal_code, municipality, province, phone, email, head_name,
       head_role, organ_municipality) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_ENTITY = """
INSERT INTO entity (name, cif, address, postal_code, municipality, province) VALUES (?, ?, ?, ?, ?, ?)
"""
_ADD_CENTRE = """
INSERT INTO centre (entity_id, name, code, address, postal_code, municipality, province, phone, email,
       head_name, head_role, organ_municipality)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_LOGOS = "SELECT position, attachment, alternative_text FROM centre_logo ORDER BY position"
_DROP_LOGOS = "DELETE FROM centre_logo"
_ADD_LOGO = "INSERT INTO centre_logo (centre_id, position, attachment, alternative_text) VALUES (?, ?, ?, ?)"
_ROOMS = "SELECT id, name, area_hundredths, title, title_until FROM room ORDER BY name COLLATE spanish"
_ADD_ROOM = "INSERT INTO room (centre_id, name, area_hundredths, title, title_until) VALUES (?, ?, ?, ?, ?)"
_SAVE_ROOM = "UPDATE room SET name = ?, area_hundredths = ?, title = ?, title_until = ? WHERE id = ?"
_TRAINERS = """
SELECT t.id, p.id, p.name, p.surnames, d.number, p.email, p.phone, t.speciality, t.active = 1
FROM trainer t
JOIN person p ON p.id = t.person_id
JOIN person_document d ON d.person_id = p.id AND d.is_current = 1
ORDER BY p.surnames COLLATE spanish, p.name COLLATE spanish
"""
_ADD_TRAINER = "INSERT INTO trainer (person_id, speciality, active) VALUES (?, ?, ?)"
_SAVE_TRAINER = "UPDATE trainer SET speciality = ?, active = ? WHERE id = ?"
_TRAINER_OF_PERSON = "SELECT id FROM trainer WHERE person_id = ?"


def entity(db: Database) -> Entity:
    """Return the entity of the file."""
    return Entity(*db.execute(_ENTITY).fetchone())


def save_entity(db: Database, row: Entity) -> None:
    """Write the entity of the file."""
    db.execute(_SAVE_ENTITY, astuple(row))


def centre(db: Database) -> Centre:
    """Return the centre of the file."""
    return Centre(*db.execute(_CENTRE).fetchone())


def save_centre(db: Database, row: Centre) -> None:
    """Write the centre of the file."""
    db.execute(_SAVE_CENTRE, astuple(row))


def centre_id(db: Database) -> int:
    """Return the key of the centre of the file."""
    return int(db.execute(_CENTRE_ID).fetchone()[0])


def taught_under(db: Database, course_id: int) -> tuple[Entity, Centre]:
    """Return the entity and the centre that a course belongs to, as they were when it came into the file."""
    row = db.execute(_TAUGHT_UNDER, (course_id,)).fetchone()
    size = len(fields(Entity))
    return Entity(*row[:size]), Centre(*row[size:])


def keep_centre(db: Database, entity: Entity, centre: Centre) -> int:
    """Write a centre and its entity where the file has none exactly so, and return the centre's key.

    The file's own centre stays the first; others are those of courses that came from elsewhere.
    """
    entity_id = _key_of(db, _SAME_ENTITY, _ADD_ENTITY, astuple(entity))
    return _key_of(db, _SAME_CENTRE, _ADD_CENTRE, (entity_id, *astuple(centre)))


def logos(db: Database) -> tuple[Logo, ...]:
    """Return the logos in their order on paper."""
    return tuple(Logo(*row) for row in db.execute(_LOGOS))


def replace_logos(db: Database, rows: tuple[Logo, ...]) -> None:
    """Make ``rows`` the logos of the centre."""
    db.execute(_DROP_LOGOS)
    for row in rows:
        db.execute(_ADD_LOGO, (centre_id(db), row.position, row.sha256, row.alternative_text))


def rooms(db: Database) -> tuple[Room, ...]:
    """Return the classrooms by name."""
    return tuple(
        Room(key, name, area, title, to_day(until)) for key, name, area, title, until in db.execute(_ROOMS)
    )


def save_room(db: Database, room: Room) -> int:
    """Write a classroom, a new one where its id is 0, and return its key."""
    values: tuple[str | int | None, ...] = (
        room.name,
        room.area_hundredths,
        room.title,
        day_text(room.title_until),
    )
    if room.id:
        db.execute(_SAVE_ROOM, (*values, room.id))
        return room.id
    return int(db.execute(_ADD_ROOM, (centre_id(db), *values)).lastrowid or 0)


def trainers(db: Database) -> tuple[Trainer, ...]:
    """Return the trainers by surname."""
    return tuple(Trainer(*row) for row in db.execute(_TRAINERS))


def add_trainer(db: Database, person_id: int, speciality: str, *, active: bool) -> int:
    """Give a person the role of trainer and return its key."""
    return int(db.execute(_ADD_TRAINER, (person_id, speciality, int(active))).lastrowid or 0)


def save_trainer(db: Database, trainer_id: int, speciality: str, *, active: bool) -> None:
    """Write what is the trainer's own, the person's facts apart."""
    db.execute(_SAVE_TRAINER, (speciality, int(active), trainer_id))


def trainer_of_person(db: Database, person_id: int) -> int | None:
    """Return the key of the person's role as trainer, ``None`` where there is none."""
    row = db.execute(_TRAINER_OF_PERSON, (person_id,)).fetchone()
    return None if row is None else int(row[0])


def room_titles_ending(db: Database, day: date) -> tuple[Room, ...]:
    """Return the classrooms whose title of use has ended by ``day``."""
    return tuple(room for room in rooms(db) if room.title_until is not None and room.title_until < day)


def _key_of(db: Database, question: str, addition: str, values: tuple[str | int, ...]) -> int:
    found = db.execute(question, values).fetchone()
    return int(found[0] if found else db.execute(addition, values).lastrowid or 0)
