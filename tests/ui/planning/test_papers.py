"""Tests of the section «Escritos»: papers written down, changed, taken out and opened, by the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.official_papers import (
    list_official_papers,
    remove_official_paper,
    save_official_paper,
)
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.reason import ReasonDialog
from cpepa_desktop.ui.planning.papers.controller import OfficialPapersSection
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open
from tests.ui.hands import Opened, ctrl, find, press, type_text, words_in
from tests.ui.planning.sections import open_section

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
POLICY = OfficialPaper(
    0,
    OfficialPaperKind.INSURANCE,
    "P-77",
    issued_on=date(2023, 12, 20),
    body="Mutua",
    courses=(CourseServed(COURSE), CourseServed(EMPTY_COURSE)),
)
REQUEST = OfficialPaper(0, OfficialPaperKind.REQUEST, "S-1", issued_on=date(2022, 3, 1))


@pytest.fixture
def section(window: MainWindow, shell: Shell) -> OfficialPapersSection:
    """Give the section of a centre that has no papers yet."""
    for paper in list_official_papers(shell.workspace):
        remove_official_paper(shell.workspace, paper.id, "Empezar sin nada")
    return open_section(window, OfficialPapersSection, "papers")


@pytest.fixture
def filled(section: OfficialPapersSection, shell: Shell) -> OfficialPapersSection:
    """Give the section with a policy of two courses and an old request."""
    shell.run(lambda: save_official_paper(shell.workspace, POLICY))
    shell.run(lambda: save_official_paper(shell.workspace, REQUEST))
    return section


def numbers(section: OfficialPapersSection) -> list[str]:
    return [row.number for row in section.view.panel.table.shown_rows()]


def choose(section: OfficialPapersSection, number: str) -> None:
    row = next(row for row in section.view.panel.table.shown_rows() if row.number == number)
    section.view.panel.table.choose(row.id)
    section.view.panel.table.view.setFocus()


def test_without_papers_the_next_step_is_to_add_one(section: OfficialPapersSection, qtbot: QtBot) -> None:
    assert section.view.is_empty()
    assert "puede servir a varios cursos" in words_in(section.view)
    ctrl(section.view, Qt.Key.Key_N)
    dialog(qtbot, OfficialPaperDialog).reject()


def test_one_paper_for_two_courses_is_written_down_by_the_keys(
    section: OfficialPapersSection, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "poliza.pdf"
    scan.write_bytes(b"%PDF-1.7")
    ctrl(section.view, Qt.Key.Key_N)
    asked = dialog(qtbot, OfficialPaperDialog)
    box = find(asked, QComboBox, "kind")
    for _step in range(list(OfficialPaperKind).index(OfficialPaperKind.INSURANCE) - box.currentIndex()):
        press(box, Qt.Key.Key_Down)
    type_text(asked.issued_on.editor, "20/12/2023")
    type_text(asked.number.editor, "P-77")
    type_text(asked.body.editor, "Mutua")
    courses = find(asked, QTableWidget, "courses")
    courses.setFocus()
    for code in (COURSE, EMPTY_COURSE):
        (item,) = courses.findItems(f"{code} ·", Qt.MatchFlag.MatchStartsWith)
        courses.setCurrentItem(item)
        press(courses, Qt.Key.Key_Space)
    asked.scan.set_value(scan)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (kept,) = list_official_papers(shell.workspace)
    assert kept.attachment
    assert {each.course for each in kept.courses} == {COURSE, EMPTY_COURSE}
    assert replace(kept, id=0, attachment=None, courses=POLICY.courses) == POLICY
    assert numbers(section) == ["P-77"]


def test_a_refusal_stays_in_the_form_beside_its_day(
    section: OfficialPapersSection, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(section.view, Qt.Key.Key_N)
    asked = dialog(qtbot, OfficialPaperDialog)
    type_text(asked.issued_on.editor, "20/12/2099")
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "aún no ha llegado" in asked.issued_on.error
    asked.reject()
    assert list_official_papers(shell.workspace) == ()


def test_return_changes_the_paper_chosen(filled: OfficialPapersSection, shell: Shell, qtbot: QtBot) -> None:
    choose(filled, "P-77")
    press(filled.view.panel.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, OfficialPaperDialog)
    asked.number.set_value("P-78")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert {paper.number for paper in list_official_papers(shell.workspace)} == {"P-78", "S-1"}


def test_a_paper_is_taken_out_with_a_reason_and_undo_brings_it_back(
    filled: OfficialPapersSection, shell: Shell, qtbot: QtBot
) -> None:
    choose(filled, "P-77")
    press(filled.view.panel.table.view, Qt.Key.Key_Delete, CTRL, SHIFT)
    asked = dialog(qtbot, ReasonDialog)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert asked.reason.error == "Falta este dato."
    type_text(asked.reason.editor, "Era de otro centro")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert numbers(filled) == ["S-1"]
    shell.undo()
    assert set(numbers(filled)) == {"S-1", "P-77"}


def test_papers_are_listed_by_kind_and_by_school_year(filled: OfficialPapersSection) -> None:
    view = filled.view
    assert set(numbers(filled)) == {"P-77", "S-1"}
    kind = find(view, QComboBox, "official_papers_kind")
    kind.setFocus()
    press(kind, Qt.Key.Key_Down)
    assert numbers(filled) == ["S-1"]
    press(kind, Qt.Key.Key_Up)
    year = find(view, QComboBox, "official_papers_year")
    year.setFocus()
    press(year, Qt.Key.Key_Down)
    assert (year.currentText(), numbers(filled)) == ("23/24", ["P-77"])


def test_a_paper_without_a_day_is_of_every_year(filled: OfficialPapersSection, shell: Shell) -> None:
    other = OfficialPaper(0, OfficialPaperKind.OTHER, "X")
    shell.run(lambda: save_official_paper(shell.workspace, other))
    year = find(filled.view, QComboBox, "official_papers_year")
    year.setFocus()
    press(year, Qt.Key.Key_Down)
    assert set(numbers(filled)) == {"P-77", "X"}


def test_a_place_goes_to_a_paper_whatever_was_listed(
    filled: OfficialPapersSection, window: MainWindow, shell: Shell
) -> None:
    kind = find(filled.view, QComboBox, "official_papers_kind")
    kind.setFocus()
    press(kind, Qt.Key.Key_Down)
    (key,) = [paper.id for paper in list_official_papers(shell.workspace) if paper.number == "P-77"]
    window.travel(Place("planning", detail=f"papers/{key}"))
    row = filled.view.panel.table.current_row()
    assert row is not None
    assert row.number == "P-77"


def test_a_place_that_names_no_paper_leaves_what_is_shown(
    filled: OfficialPapersSection, window: MainWindow
) -> None:
    before = filled.view.panel.table.current_row()
    for detail in ("papers/horoscope", "papers/99999"):
        window.travel(Place("planning", detail=detail))
    assert filled.view.panel.table.current_row() == before


def test_the_scan_of_a_paper_is_opened_outside(
    filled: OfficialPapersSection, shell: Shell, outside: Opened, tmp_path: Path
) -> None:
    scan = tmp_path / "solicitud.pdf"
    scan.write_bytes(b"%PDF-1.7")
    assert not filled.view.panel.scan.isEnabled()
    (request,) = [each for each in list_official_papers(shell.workspace) if each.number == "S-1"]
    shell.run(lambda: save_official_paper(shell.workspace, request, scan))
    choose(filled, "S-1")
    press(filled.view.panel.table.view, Qt.Key.Key_O, CTRL, ALT)
    (path,) = outside.opened
    assert (path.name, path.read_bytes()) == ("solicitud.pdf", b"%PDF-1.7")
