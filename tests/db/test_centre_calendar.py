"""Classes of every course between two days."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import centre_calendar
from tests.db.small_centre import write


def spans(db: Database, first: date, last: date) -> list[tuple[date, int, int]]:
    """Return when the classes between two days are."""
    return [(each.day, each.start, each.end) for each in centre_calendar.classes(db, first, last)]


def test_a_session_begins_where_those_before_it_in_its_stretch_end(small: Database) -> None:
    stretch, day, start = small.execute("SELECT id, day, from_minute FROM stretch ORDER BY day, n").fetchone()
    with write(small):
        small.execute(
            "INSERT INTO session (stretch_id, position, block_id, minutes, mode, state)"
            " SELECT stretch_id, 90, block_id, 15, mode, 'planned' FROM session WHERE stretch_id = ? LIMIT 1",
            (stretch,),
        )
    sessions = small.execute(
        "SELECT minutes, state FROM session WHERE stretch_id = ? ORDER BY position", (stretch,)
    ).fetchall()
    assert "cancelled" in {state for _minutes, state in sessions}  # its time passes all the same
    expected = []
    for minutes, state in sessions:
        if state != "cancelled":
            expected.append((date.fromisoformat(day), start, start + minutes))
        start += minutes
    assert spans(small, date.fromisoformat(day), date.fromisoformat(day))[: len(expected)] == expected


def test_days_out_of_the_span_are_left_out(small: Database) -> None:
    (day,) = small.execute("SELECT min(day) FROM stretch").fetchone()
    of_day = date.fromisoformat(day)
    assert {found for found, _start, _end in spans(small, date(1, 1, 1), of_day)} == {of_day}
    assert spans(small, date(1, 1, 1), of_day.replace(year=of_day.year - 1)) == []
