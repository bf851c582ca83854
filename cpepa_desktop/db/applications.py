"""Applications to calls in the file: one a call, with its courses in order and its checklist."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.applications import Application, ApplicationAction, ItemMark, ItemState

_APPLICATION: Final = """
SELECT id, published_on, submitted_on, number, attachment FROM application WHERE call = ?
"""
_BEGIN: Final = """
INSERT INTO application (centre_id, call) VALUES ((SELECT min(id) FROM centre), ?)
ON CONFLICT (centre_id, call) DO NOTHING
"""
_PUBLISH: Final = "UPDATE application SET published_on = ? WHERE id = ?"
_SUBMIT: Final = "UPDATE application SET submitted_on = ?, number = ?, attachment = ? WHERE id = ?"
_ACTIONS: Final = """
SELECT a.id, a.position, a.speciality, a.part, a.province, a.participants, coalesce(c.code, '')
FROM application_action a LEFT JOIN course c ON c.id = a.course_id
WHERE a.application_id = ? ORDER BY a.position
"""
_ADD_ACTION: Final = """
INSERT INTO application_action (speciality, part, province, participants, course_id, application_id, position)
VALUES (?, ?, ?, ?, (SELECT id FROM course WHERE code = ?), ?,
       (SELECT coalesce(max(position), 0) + 1 FROM application_action WHERE application_id = ?))
"""
_CHANGE_ACTION: Final = """
UPDATE application_action SET speciality = ?, part = ?, province = ?, participants = ?,
       course_id = (SELECT id FROM course WHERE code = ?)
WHERE id = ?
"""
_REMOVE_ACTION: Final = "DELETE FROM application_action WHERE id = ?"
_MARKS: Final = "SELECT item, state, note, attachment FROM application_item WHERE application_id = ?"
_SAVE_MARK: Final = """
INSERT INTO application_item (application_id, item, state, note, attachment) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (application_id, item)
DO UPDATE SET state = excluded.state, note = excluded.note, attachment = excluded.attachment
"""


def application(db: Database, call: str) -> Application:
    """Return the application to a call, an empty one where nothing was written of it."""
    row = db.execute(_APPLICATION, (call,)).fetchone()
    if row is None:
        return Application(0, call)
    key, published, submitted, number, attachment = row
    return Application(
        id=key,
        call=call,
        published_on=to_day(published),
        submitted_on=to_day(submitted),
        number=number,
        attachment=attachment,
        actions=tuple(ApplicationAction(*action) for action in db.execute(_ACTIONS, (key,))),
        marks=tuple(
            ItemMark(item, ItemState(state), note, scan)
            for item, state, note, scan in db.execute(_MARKS, (key,))
        ),
    )


def begin(db: Database, call: str) -> int:
    """Return the key of the application to a call, which is written where there is none."""
    db.execute(_BEGIN, (call,))
    return application(db, call).id


def publish(db: Database, key: int, day: date | None) -> None:
    """Write the day the call of an application was published."""
    db.execute(_PUBLISH, (day_text(day), key))


def submit(db: Database, key: int, day: date | None, number: str = "", scan: str | None = None) -> None:
    """Write that an application was submitted, or with no day that it was not."""
    db.execute(_SUBMIT, (day_text(day), number, scan, key))


def save_action(db: Database, key: int, action: ApplicationAction) -> None:
    """Write a course of an application; a new one, of id 0, comes after the others."""
    values = (action.speciality, action.part, action.province, action.participants, action.course)
    if action.id:
        db.execute(_CHANGE_ACTION, (*values, action.id))
    else:
        db.execute(_ADD_ACTION, (*values, key, key))


def remove_action(db: Database, action_id: int) -> None:
    """Take a course out of its application."""
    db.execute(_REMOVE_ACTION, (action_id,))


def save_mark(db: Database, key: int, mark: ItemMark) -> None:
    """Write what is known of an item, in place of what was known before."""
    db.execute(_SAVE_MARK, (key, mark.item, mark.state, mark.note, mark.attachment))
