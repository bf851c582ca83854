"""Tests of what is done with obligations over a page: filed together, exported, or left as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.ui.obligations.actions import ObligationActions
from cpepa_desktop.ui.obligations.filing import FilingDialog
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE
from tests.ui.hands import ctrl, in_dialog, press, type_path


@pytest.fixture
def actions(window: MainWindow, shell: Shell) -> ObligationActions:
    """Give the actions over the first page."""
    return ObligationActions(shell, window.page("home").view)


def weeks_to_file(shell: Shell) -> list[DatedObligation]:
    """Return the papers of the weeks that are over, not filed yet: several obligations of one kind."""
    found = course_obligations(shell.workspace, COURSE)
    today = shell.workspace.clock.today()
    weekly = [each for each in found if OBLIGATIONS[each.name] is Subject.WEEK and each.met is None]
    return [each for each in weekly if each.event and each.event < today]


def test_several_are_filed_at_once_from_one_dialog(actions: ObligationActions, shell: Shell) -> None:
    wanted = weeks_to_file(shell)
    assert len(wanted) > 1

    def fill(widget: QWidget) -> None:
        assert isinstance(widget, FilingDialog)
        widget.number.set_value("RE-7")
        ctrl(widget.number.editor, Qt.Key.Key_S)

    with in_dialog("filing_dialog", fill):
        actions.file(wanted)
    keys = {each.subject for each in wanted}
    filed = [each for each in course_obligations(shell.workspace, COURSE) if each.subject in keys]
    numbers = {each.met.number for each in filed if each.met and each.name == wanted[0].name}
    assert numbers == {"RE-7"}
    assert weeks_to_file(shell) == []


def test_an_obligation_opens_the_part_of_the_course_where_it_is_met(
    actions: ObligationActions, shell: Shell, window: MainWindow
) -> None:
    asked: list[Place] = []
    shell.travelled.disconnect(window.travel)
    shell.travelled.connect(asked.append)
    wanted = weeks_to_file(shell)[0]
    actions.open(wanted)
    assert asked == [Place("course", COURSE, wanted.place)]


def test_the_terms_of_a_course_go_to_a_file_of_that_course(
    actions: ObligationActions, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "plazos.ics"
    with in_dialog("file_dialog", type_path(path)):
        actions.export(COURSE)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert "2024-ADGG0508" not in text
    assert str(path) in window.page("home").view.banner.words


def test_who_desists_writes_nothing(actions: ObligationActions, tmp_path: Path) -> None:
    with in_dialog("file_dialog", lambda asked: press(asked, Qt.Key.Key_Escape)):
        actions.export()
    with in_dialog("file_dialog", lambda asked: press(asked, Qt.Key.Key_Escape)):
        actions.print_course(COURSE)
    assert list(tmp_path.glob("*.ics")) == []
