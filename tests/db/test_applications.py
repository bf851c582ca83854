"""Applications to calls in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import applications as table
from cpepa_desktop.domain.applications import Application, ApplicationAction, ItemMark, ItemState
from tests.db.small_centre import fill, memory, write

CALL = "EPE-873-2023"
DAY = date(2023, 7, 24)


def test_a_call_without_an_application_has_an_empty_one() -> None:
    db = memory()
    fill(db)
    assert table.application(db, CALL) == Application(0, CALL)
    db.close()


def test_an_application_is_begun_once_published_and_submitted() -> None:
    db = memory()
    fill(db)
    with write(db):
        key = table.begin(db, CALL)
        assert table.begin(db, CALL) == key
        table.publish(db, key, date(2023, 7, 10))
        table.submit(db, key, DAY, "RE-1")
    found = table.application(db, CALL)
    assert (found.id, found.published_on, found.submitted_on, found.number) == (
        key,
        date(2023, 7, 10),
        DAY,
        "RE-1",
    )
    with write(db):
        table.submit(db, key, None)
    assert (table.application(db, CALL).submitted_on, table.application(db, CALL).number) == (None, "")
    db.close()


def test_its_courses_keep_their_order_and_name_the_planned_ones() -> None:
    db = memory()
    fill(db)
    (code,) = db.execute("SELECT code FROM course").fetchone()
    with write(db):
        key = table.begin(db, CALL)
        table.save_action(db, key, ApplicationAction(0, 0, "SSCS0208", "", "Zaragoza", 13, code))
        table.save_action(db, key, ApplicationAction(0, 0, "ADGD0308", "A1", "Huesca"))
    first, second = table.application(db, CALL).actions
    assert first == ApplicationAction(first.id, 1, "SSCS0208", "", "Zaragoza", 13, code)
    assert second == ApplicationAction(second.id, 2, "ADGD0308", "A1", "Huesca")
    with write(db):
        table.save_action(db, key, replace(second, part="A2"))
        table.remove_action(db, first.id)
    assert table.application(db, CALL).actions == (replace(second, part="A2"),)
    db.close()


def test_an_item_keeps_what_was_said_last() -> None:
    db = memory()
    fill(db)
    with write(db):
        key = table.begin(db, CALL)
        table.save_mark(db, key, ItemMark("truth", ItemState.READY))
        table.save_mark(db, key, ItemMark("truth", ItemState.NOT_NEEDED, "En el registro"))
    assert table.application(db, CALL).marks == (ItemMark("truth", ItemState.NOT_NEEDED, "En el registro"),)
    db.close()
