"""Which lock a weekly paper is made from."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from cpepa_desktop.db import documents
from cpepa_desktop.domain.papers import IssuedPaper
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_paper import blank_sheet, recorded_sheet
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.paper_locks import week_sent_of
from cpepa_desktop.operations.papers import issue_paper
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned

WEEK = IsoWeek.of(MONDAY)
FRIDAY, NEXT_MONDAY = MONDAY + timedelta(days=4), MONDAY + timedelta(days=7)
RECORDED = "attendance-sheet-recorded"


@pytest.fixture
def entered(ws: Workspace) -> Workspace:
    """Give a course whose first week is entered, on the Monday after it."""
    planned(ws)
    enrolled(ws, 1)
    ws.clock = at(NEXT_MONDAY)
    fill_week(ws, CODE, WEEK)
    return ws


def send_again(ws: Workspace) -> None:
    """Unlock the week, correct a day and send it again."""
    unlock_week(ws, CODE, WEEK, "faltó el lunes")
    stretch, _sessions = class_on(read_course(ws, CODE), MONDAY)
    record_attendance(ws, CODE, [StretchInput(list_enrolments(ws, CODE)[0].id, stretch.id, 0)])
    lock_week(ws, CODE, WEEK, NEXT_MONDAY, "REG-2024/18")


def data_of(ws: Workspace, paper: IssuedPaper) -> dict[str, object]:
    found: dict[str, object] = json.loads(documents.data_of(ws.db, paper.id))["sent"]
    return found


def test_a_week_that_was_not_sent_names_no_lock(entered: Workspace) -> None:
    assert week_sent_of(entered, CODE, WEEK) is None
    assert recorded_sheet(entered, CODE, WEEK).sent is None


def test_the_recorded_sheet_names_its_lock_and_the_blank_one_does_not(entered: Workspace) -> None:
    lock_week(entered, CODE, WEEK, FRIDAY, "REG-2024/17")
    sent = recorded_sheet(entered, CODE, WEEK).sent
    assert sent is not None
    assert (sent.lock.version, sent.lock.sent_on, sent.lock.registry) == (1, FRIDAY, "REG-2024/17")
    assert sent.replaced is None
    assert blank_sheet(entered, CODE, WEEK).sent is None


def test_a_week_unlocked_names_no_lock_until_it_is_sent_again(entered: Workspace) -> None:
    lock_week(entered, CODE, WEEK, FRIDAY, "REG-2024/17")
    unlock_week(entered, CODE, WEEK, "faltó el lunes")
    assert week_sent_of(entered, CODE, WEEK) is None


def test_the_sheet_sent_again_is_version_two_and_names_the_one_it_replaces(entered: Workspace) -> None:
    lock_week(entered, CODE, WEEK, FRIDAY, "REG-2024/17")
    first = issue_paper(entered, RECORDED, CODE, WEEK).paper
    send_again(entered)
    second = issue_paper(entered, RECORDED, CODE, WEEK).paper
    assert (second.version, second.replaces_id) == (2, first.id)
    sent = week_sent_of(entered, CODE, WEEK)
    assert sent is not None
    assert sent.replaced is not None
    assert (sent.lock.version, sent.replaced.version, sent.replaced.registry) == (2, 1, "REG-2024/17")
    assert sent.replaced.content_sha256 != sent.lock.content_sha256


def test_the_data_kept_with_the_paper_carry_the_lock_and_its_whole_hash(entered: Workspace) -> None:
    lock_week(entered, CODE, WEEK, FRIDAY, "REG-2024/17")
    sent = week_sent_of(entered, CODE, WEEK)
    assert sent is not None
    kept = data_of(entered, issue_paper(entered, RECORDED, CODE, WEEK).paper)
    assert kept["lock"] == {
        "id": 0,
        "week": {"year": 2024, "week": 3},
        "version": 1,
        "sent_on": "2024-01-19",
        "registry": "REG-2024/17",
        "content_sha256": sent.lock.content_sha256,
        "unlocked_on": None,
        "unlock_reason": "",
    }
