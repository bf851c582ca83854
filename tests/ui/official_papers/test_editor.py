"""Tests of writing papers down: which courses are offered first, and what an act of its own writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.ui.official_papers.editor import PaperEditor
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog
from cpepa_desktop.ui.part import Part, PartView
from cpepa_desktop.ui.shell import Shell
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open
from tests.ui.hands import ctrl, find, type_text


@pytest.fixture
def editor(shell: Shell, qtbot: QtBot) -> PaperEditor:
    view = PartView("papers", "Escritos")
    qtbot.addWidget(view)
    view.show()
    return PaperEditor(Part(shell, view))


@pytest.mark.parametrize("course", [COURSE, EMPTY_COURSE])
def test_the_courses_a_paper_serves_are_offered_first(editor: PaperEditor, qtbot: QtBot, course: str) -> None:
    editor.add(OfficialPaperKind.OTHER, course)
    asked = dialog(qtbot, OfficialPaperDialog)
    first = find(asked, QTableWidget, "courses").item(0, 0)
    assert first is not None
    assert first.text().startswith(f"{course} · ")
    assert asked.courses.value() == (CourseServed(course),)
    asked.reject()


def test_a_paper_of_one_kind_is_written_by_the_act_it_is_for(editor: PaperEditor, qtbot: QtBot) -> None:
    written: list[tuple[OfficialPaper, Path | None]] = []

    def save(paper: OfficialPaper, scan: Path | None) -> Changes:
        written.append((paper, scan))
        return Changes("Apuntar", frozenset())

    editor.ask("Apuntar seguro", OfficialPaperKind.INSURANCE, save, COURSE)
    asked = dialog(qtbot, OfficialPaperDialog)
    assert asked.windowTitle() == "Apuntar seguro"
    type_text(asked.issued_on.editor, "8/1/2024")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    ((paper, scan),) = written
    assert (paper.kind, paper.issued_on, scan) == (OfficialPaperKind.INSURANCE, date(2024, 1, 8), None)
