"""Weeks sent, incidents and the virtual classroom out of one file and into another, through what users do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.dossier import export_course, import_course
from cpepa_desktop.operations.files import check_file
from cpepa_desktop.operations.week_locking import content_sha256, lock_week, unlock_week
from cpepa_desktop.operations.week_locks import locks_of
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.dossier_data import as_bytes, document, id_number
from tests.operations.builders import CODE, at, class_on, enrolled, planned
from tests.operations.dossier_files import file_at, somebody

WEEK = IsoWeek(2024, 3)
SENT = date(2024, 1, 22)


def sent_twice(ws: Workspace) -> None:
    """Send the first week of a course, correct it, and send it again."""
    view = planned(ws)
    people = [enrolled(ws, number) for number in (1, 2)]
    ws.clock = at(SENT)
    fill_week(ws, CODE, WEEK)
    lock_week(ws, CODE, WEEK, SENT, "REG-1")
    unlock_week(ws, CODE, WEEK, "Faltaba una hora")
    stretch, _sessions = class_on(view, date(2024, 1, 16))
    missed = (Absence(60, AbsenceCause.B, JustificationState.PENDING),)
    record_attendance(ws, CODE, [StretchInput(people[0].id, stretch.id, 240, missed)])
    lock_week(ws, CODE, WEEK, SENT, "REG-2")


def test_a_week_that_was_sent_stands_still_in_another_file_with_the_same_hash(
    ws: Workspace, tmp_path: Path
) -> None:
    sent_twice(ws)
    written = export_course(ws, CODE)
    with file_at(tmp_path / "otro.cpepa") as other:
        for number in range(3):  # so that no key is the same
            somebody(other, id_number(70 + number), "Otra")
        import_course(other, as_bytes(document()))
        import_course(other, renamed(written))
        assert check_file(other) == check_file(ws) == ()
        (first, second), ours = locks_of(other, "24/777"), locks_of(ws, CODE)
        assert [lock.content_sha256 for lock in (first, second)] == [lock.content_sha256 for lock in ours]
        assert (first.stands, first.unlock_reason, second.stands) == (False, "Faltaba una hora", True)
        assert content_sha256(other, "24/777", WEEK) == second.content_sha256


def renamed(written: bytes) -> bytes:
    """Return a dossier under another code."""
    return written.replace(f'"{CODE}"'.encode(), b'"24/777"')
