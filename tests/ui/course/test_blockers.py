"""Tests of the line that says what keeps a course from its next stage."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.gate_states import GATES
from cpepa_desktop.operations.stage import Blocker, Reason
from cpepa_desktop.ui.course.blockers import BlockersLine, blocker_words, lead_words
from tests.ui.hands import find, press, words_in

WEEKS = Blocker(Reason.WEEKS_TO_ENTER, 2, "attendance/2024-W07")
PEOPLE = Blocker(Reason.NOBODY_ENROLLED, 1, "enrolments")


@pytest.fixture
def line(qtbot: QtBot) -> BlockersLine:
    made = BlockersLine()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words_without_gaps(reason: Reason) -> None:
    one, two = (blocker_words(Blocker(reason, count, "calendar")) for count in (1, 2))
    assert one
    assert "{" not in one + two


def test_each_blocker_leads_to_where_it_is_mended(line: BlockersLine, qtbot: QtBot) -> None:
    line.show_blockers(Stage.RUNNING, [PEOPLE, WEEKS])
    assert "Para estar al día falta:" in words_in(line)
    step = find(line, QPushButton, "course_blocker_weeks_to_enter")
    assert step.text() == "2 semanas por introducir"
    with qtbot.waitSignal(line.asked) as told:
        press(step, Qt.Key.Key_Space)
    assert told.args == ["attendance/2024-W07"]
    assert line.accessibleName() == "Para estar al día falta: nadie matriculado, 2 semanas por introducir"


def test_the_same_again_keeps_the_keyboard_where_it_is(line: BlockersLine) -> None:
    line.show_blockers(Stage.RUNNING, [PEOPLE, WEEKS])
    step = find(line, QPushButton, "course_blocker_weeks_to_enter")
    step.setFocus()
    line.show_blockers(Stage.RUNNING, [PEOPLE, WEEKS])
    assert find(line, QPushButton, "course_blocker_weeks_to_enter") is step


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason in set(GATES)])
def test_a_gate_met_too_late_is_told_from_one_nobody_knows(reason: Reason) -> None:
    late, unknown = (
        blocker_words(Blocker(reason, 1, "file/requirements", is_late=late)) for late in (True, False)
    )
    assert late == f"{unknown}: no antes del inicio"


@pytest.mark.parametrize("stage", list(Stage))
def test_where_nothing_is_missing_that_is_said(line: BlockersLine, stage: Stage) -> None:
    line.show_blockers(stage, [WEEKS])
    line.show_blockers(stage, [])
    assert line.accessibleName() == lead_words(stage, is_blocked=False)
    assert not [each for each in line.findChildren(QPushButton) if each.isVisible()]
