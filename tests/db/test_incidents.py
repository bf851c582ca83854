"""Incidents of class in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import incidents
from cpepa_desktop.domain.incident import Incident
from tests.db.small_centre import ANOTHER_COURSE, fill, memory, write

EVER = (date.min, date.max)
LATE = Incident(1, 1, 700, "Llega tarde", "Avería del autobús", "Billete", 1, date(2024, 2, 19))
EARLY = Incident(2, 1, 540, "No hay luz")


def test_incidents_are_read_by_hour_as_they_were_written_changed_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        assert [incidents.add(db, LATE), incidents.add(db, EARLY)] == [1, 2]
    assert incidents.incidents(db, 1, *EVER) == (EARLY, LATE)
    moved = replace(EARLY, stretch_id=2, cause="Tormenta")
    with write(db):
        incidents.change(db, moved)
    assert incidents.incidents(db, 1, date(2024, 2, 13), date(2024, 2, 13)) == (moved,)
    with write(db):
        incidents.remove(db, 1)
    assert incidents.incidents(db, 1, *EVER) == (moved,)
    db.close()


def test_another_course_has_none_of_them() -> None:
    db = memory()
    fill(db)
    with write(db):
        for statement in ANOTHER_COURSE.split(";"):
            db.execute(statement)
        incidents.add(db, EARLY)
    assert incidents.incidents(db, 2, *EVER) == ()
    db.close()
