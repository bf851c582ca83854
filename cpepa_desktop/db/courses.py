"""Courses with their modules and blocks in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlite_utils import Database

from cpepa_desktop.db.sessions import WITH_CLASS_SINCE
from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.course import Block, Course, CourseModule, ModuleKind, Regime, Route

_FIELDS = tuple(field.name for field in fields(Course))
_DAYS = ("start_on", "approved_on", "selection_on", "started_on", "renounced_on")
_COLUMNS = ", ".join("v.call" if name == "call" else f"c.{name}" for name in _FIELDS)
_COURSES = f"""
SELECT {_COLUMNS} FROM course c JOIN call_version v ON v.id = c.call_version_id ORDER BY c.start_on, c.code
"""  # noqa: S608 - the columns are the fields of Course
_COURSE = f"""
SELECT {_COLUMNS} FROM course c JOIN call_version v ON v.id = c.call_version_id WHERE c.code = ?
"""  # noqa: S608 - the columns are the fields of Course
_ADD = """
INSERT INTO course (centre_id, code, call_version_id, certificate_version_id, speciality, part, title, level,
       route, province, start_on, timetable, regime, regime_reason, file_number, approved_on, room_id,
       short_day_reason, selection_on, selection_minute, selection_place, technician_name, technician_phone,
       technician_email, local_entity_id, started_on, renounced_on, renounce_reason)
VALUES ((SELECT min(id) FROM centre), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       ?, ?, ?)
"""
_CHANGE = """
UPDATE course SET file_number = ?, approved_on = ?, selection_on = ?, selection_minute = ?,
       selection_place = ?, technician_name = ?, technician_phone = ?, technician_email = ?, start_on = ?,
       local_entity_id = ?, started_on = ?, renounced_on = ?, renounce_reason = ?
WHERE id = ?
"""
_SET_CENTRE = "UPDATE course SET centre_id = ? WHERE id = ?"
_OF_COURSE = "= ?"
_MODULES = """
SELECT course_id, id, position, kind, code, title, official_minutes, competence_unit, from_day, to_day
FROM course_module WHERE course_id """
_ADD_MODULE = """
INSERT INTO course_module (course_id, position, kind, code, title, official_minutes, competence_unit,
       from_day, to_day)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SET_MODULE_DAYS = "UPDATE course_module SET from_day = ?, to_day = ? WHERE id = ?"
_BLOCKS = """
SELECT id, position, code, title, official_minutes FROM block WHERE course_id = ? ORDER BY position
"""
_ADD_BLOCK = """
INSERT INTO block (course_id, position, code, title, official_minutes) VALUES (?, ?, ?, ?, ?)
"""
_BLOCKS_OF_MODULES = """
SELECT bm.course_module_id, bm.block_id
FROM block_module bm JOIN block b ON b.id = bm.block_id
WHERE b.course_id """
_ADD_BLOCK_MODULE = "INSERT INTO block_module (block_id, course_module_id) VALUES (?, ?)"
_REMEMBER_MODULE = """
INSERT INTO module (code, title) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET title = excluded.title
"""
_REMEMBER_UNIT = """
INSERT INTO unit (code, title) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET title = excluded.title
"""
_BLOCK_TRAINERS = """
SELECT bt.block_id, bt.trainer_id FROM block_trainer bt JOIN block b ON b.id = bt.block_id
WHERE b.course_id = ? ORDER BY bt.block_id, bt.trainer_id
"""
_DROP_BLOCK_TRAINERS = "DELETE FROM block_trainer WHERE block_id = ?"
_ADD_BLOCK_TRAINER = "INSERT INTO block_trainer (block_id, trainer_id) VALUES (?, ?)"
_FACTS = """
SELECT c.id,
       (SELECT coalesce(sum(b.official_minutes), 0) FROM block b WHERE b.course_id = c.id),
       (SELECT max(t.day) FROM stretch t WHERE t.course_id = c.id
          AND EXISTS (SELECT 1 FROM session s WHERE s.stretch_id = t.id AND s.state <> 'cancelled'))
FROM course c
"""


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What a course adds up to: its official minutes and its last day of class."""

    official_minutes: int
    last_day: date | None


def courses(db: Database) -> tuple[Course, ...]:
    """Return every course by its first day."""
    return tuple(_course(row) for row in db.execute(_COURSES))


def course(db: Database, code: str) -> Course | None:
    """Return the course of that code, ``None`` where there is none."""
    row = db.execute(_COURSE, (code,)).fetchone()
    return None if row is None else _course(row)


def facts(db: Database) -> dict[int, CourseFacts]:
    """Return the official minutes and the last day of class of every course."""
    return {key: CourseFacts(minutes, to_day(day)) for key, minutes, day in db.execute(_FACTS)}


def add(db: Database, row: Course) -> int:
    """Write a new course and return its key."""
    values = (
        row.code,
        row.call_version_id,
        row.certificate_version_id,
        row.speciality,
        row.part,
        row.title,
        row.level,
        row.route,
        row.province,
        row.start_on.isoformat(),
        row.timetable,
        row.regime,
        row.regime_reason,
        row.file_number,
        day_text(row.approved_on),
        row.room_id,
        row.short_day_reason,
        day_text(row.selection_on),
        row.selection_minute,
        row.selection_place,
        row.technician_name,
        row.technician_phone,
        row.technician_email,
        row.local_entity_id,
        day_text(row.started_on),
        day_text(row.renounced_on),
        row.renounce_reason,
    )
    return int(db.execute(_ADD, values).lastrowid or 0)


def change(db: Database, row: Course) -> None:
    """Write the facts of a course that its plan does not hang on."""
    values = (
        row.file_number,
        day_text(row.approved_on),
        day_text(row.selection_on),
        row.selection_minute,
        row.selection_place,
        row.technician_name,
        row.technician_phone,
        row.technician_email,
        row.start_on.isoformat(),
        row.local_entity_id,
        day_text(row.started_on),
        day_text(row.renounced_on),
        row.renounce_reason,
        row.id,
    )
    db.execute(_CHANGE, values)


def set_centre(db: Database, course_id: int, centre_id: int) -> None:
    """Make a course one of another centre than the file's own."""
    db.execute(_SET_CENTRE, (centre_id, course_id))


def modules(db: Database, course_id: int) -> tuple[CourseModule, ...]:
    """Return the modules of a course in order, each with the blocks it is made of."""
    return _modules(db, _OF_COURSE, course_id).get(course_id, ())


def modules_since(db: Database, day: date) -> dict[int, tuple[CourseModule, ...]]:
    """Return, by course, the modules of those that have class on ``day`` or later, as `modules`."""
    return _modules(db, WITH_CLASS_SINCE, day.isoformat())


def add_module(db: Database, course_id: int, module: CourseModule) -> int:
    """Write a module of a course, its blocks apart, and return its key."""
    db.execute(_REMEMBER_MODULE, (module.code, module.title))
    values = (
        course_id,
        module.position,
        module.kind,
        module.code,
        module.title,
        module.official_minutes,
        module.competence_unit,
        day_text(module.from_day),
        day_text(module.to_day),
    )
    return int(db.execute(_ADD_MODULE, values).lastrowid or 0)


def set_module_days(db: Database, module_id: int, first: date | None, last: date | None) -> None:
    """Write the days of a module without sessions."""
    db.execute(_SET_MODULE_DAYS, (day_text(first), day_text(last), module_id))


def blocks(db: Database, course_id: int) -> tuple[Block, ...]:
    """Return the blocks of a course in the order they are taught."""
    return tuple(Block(*row) for row in db.execute(_BLOCKS, (course_id,)))


def add_block(db: Database, course_id: int, block: Block, module_ids: Iterable[int]) -> int:
    """Write a block and the modules it belongs to, and return its key."""
    if block.code.startswith("UF"):
        db.execute(_REMEMBER_UNIT, (block.code, block.title))
    values = (course_id, block.position, block.code, block.title, block.official_minutes)
    key = int(db.execute(_ADD_BLOCK, values).lastrowid or 0)
    for module_id in module_ids:
        db.execute(_ADD_BLOCK_MODULE, (key, module_id))
    return key


def block_trainers(db: Database, course_id: int) -> dict[int, tuple[int, ...]]:
    """Return the trainers of each block that has any."""
    found: dict[int, list[int]] = defaultdict(list)
    for block_id, trainer_id in db.execute(_BLOCK_TRAINERS, (course_id,)):
        found[block_id].append(trainer_id)
    return {block_id: tuple(trainer_ids) for block_id, trainer_ids in found.items()}


def set_block_trainers(db: Database, block_id: int, trainer_ids: Iterable[int]) -> None:
    """Make ``trainer_ids`` the trainers of a block."""
    db.execute(_DROP_BLOCK_TRAINERS, (block_id,))
    for trainer_id in trainer_ids:
        db.execute(_ADD_BLOCK_TRAINER, (block_id, trainer_id))


def _modules(db: Database, which: str, key: int | str) -> dict[int, tuple[CourseModule, ...]]:
    blocks_of: dict[int, list[int]] = defaultdict(list)
    for module_id, block_id in db.execute(f"{_BLOCKS_OF_MODULES}{which} ORDER BY b.position", (key,)):
        blocks_of[module_id].append(block_id)
    found: dict[int, list[CourseModule]] = defaultdict(list)
    for course_id, *row in db.execute(f"{_MODULES}{which} ORDER BY course_id, position", (key,)):
        found[course_id].append(_module(row, tuple(blocks_of[row[0]])))
    return {course_id: tuple(rows) for course_id, rows in found.items()}


def _module(row: Sequence[Any], block_ids: tuple[int, ...]) -> CourseModule:
    key, position, kind, code, title, minutes, competence, first, last = row
    return CourseModule(
        id=key,
        position=position,
        kind=ModuleKind(kind),
        code=code,
        title=title,
        official_minutes=minutes,
        competence_unit=competence,
        from_day=to_day(first),
        to_day=to_day(last),
        block_ids=block_ids,
    )


def _course(row: tuple[Any, ...]) -> Course:
    facts = dict(zip(_FIELDS, row, strict=True))
    facts |= {name: to_day(facts[name]) for name in _DAYS}
    return Course(**facts | {"route": Route(facts["route"]), "regime": Regime(facts["regime"])})
