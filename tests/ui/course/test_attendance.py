"""Tests of the week of attendance: its cells, its grid by the keys, and how a person stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.course import Block, Session, SessionMode, SessionState, Stretch
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance_intake import import_attendance, preview_attendance
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import CellState, GridCell, GridColumn, week_grid, weeks_of
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.columns import (
    PeopleOrder,
    heading,
    heading_words,
    questions,
    week_of,
)
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.attendance.grid import WeekTable
from cpepa_desktop.ui.course.attendance.jump import Jump, parse_jump
from cpepa_desktop.ui.course.attendance.lock_dialogs import LockDialog, UnlockDialog
from cpepa_desktop.ui.course.attendance.margins import weighs
from cpepa_desktop.ui.course.attendance.pasting import cell_words
from cpepa_desktop.ui.course.attendance.view import AbsenceDialog
from cpepa_desktop.ui.course.attendance.week_model import WeekModel
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_tab
from tests.ui.hands import ModelChecker, ctrl, find, press, type_text, words_in

A, B, C = AbsenceCause.A, AbsenceCause.B, AbsenceCause.C
WAITS, VALID, REJECTED = (
    JustificationState.PENDING,
    JustificationState.VALIDATED,
    JustificationState.REJECTED,
)
UNJUSTIFIED = JustificationState.UNJUSTIFIED
CLASS = 300
MONDAY = date(2024, 2, 12)
JOSE = 1


def cell(attended: int | None = None, *absences: Absence, state: CellState = CellState.ENTERED) -> GridCell:
    """Return a cell of a class of five hours with one block, pending where nothing is attended."""
    entries = () if attended is None else (Entry(1, 1, attended, absences),)
    is_pending = attended is None and state is CellState.ENTERED
    return GridCell(
        enrolment_id=1,
        stretch_id=1,
        day=MONDAY,
        state=CellState.PENDING if is_pending else state,
        minutes=CLASS,
        attended_minutes=attended,
        entries=entries,
    )


# What a cell shows and what may be typed in it --------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("·", cell(300)),
        ("A", cell(0)),
        ("2:30", cell(150)),
        ("J b", cell(0, Absence(300, B, WAITS))),
        ("J b", cell(0, Absence(300, B, VALID))),
        ("A b", cell(0, Absence(300, B))),
        ("4:00 A a", cell(240, Absence(60, A, REJECTED))),
        ("2:00 J b", cell(120, Absence(180, B, VALID))),
        ("A", cell(0, Absence(300))),
        ("0:00 J a 1:40 J b 3:20", cell(0, Absence(100, A, WAITS), Absence(200, B, WAITS))),
        ("2:00 J b 1:00", cell(120, Absence(60, B, WAITS))),
        ("V", replace(cell(300), entries=(Entry(1, 1, 300, is_virtual=True),))),
        ("V 2:30", replace(cell(150), entries=(Entry(1, 1, 150, is_virtual=True),))),
        ("?", cell(None, state=CellState.PENDING)),
        ("", cell(None, state=CellState.FUTURE)),
        ("–", cell(None, state=CellState.OUTSIDE)),
        ("–", cell(None, state=CellState.CANCELLED)),
    ],
)
def test_a_cell_shows_what_it_holds(shown: str, found: GridCell) -> None:
    assert cells.shown(found) == shown


@pytest.mark.parametrize(
    ("typed", "attended", "absences"),
    [
        ("5", 300, ()),
        ("f", 300, ()),
        ("F", 300, ()),
        ("·", 300, ()),
        (".", 300, ()),
        ("2,5", 150, ()),
        ("2:30", 150, ()),
        ("45m", 45, ()),
        ("0", 0, ()),
        ("a", 0, ()),
        ("A", 0, ()),
        ("jb", 0, (Absence(300, B, WAITS),)),
        ("J b", 0, (Absence(300, B, WAITS),)),
        ("a c", 0, (Absence(300, C),)),
        ("2:30 j c", 150, (Absence(150, C, WAITS),)),
        ("4:00 A a", 240, (Absence(60, A),)),
        ("5 jb", 300, ()),
        ("j b 1:30", 210, (Absence(90, B, WAITS),)),
        ("f jb 45m", 255, (Absence(45, B, WAITS),)),
        ("ja 1:00 jb", 0, (Absence(60, A, WAITS), Absence(240, B, WAITS))),
        ("a 1:00", 240, ()),
        ("?", None, ()),
        ("  ", None, ()),
    ],
)
def test_what_is_typed_means_minutes_and_absences(
    typed: str, attended: int | None, absences: tuple[Absence, ...]
) -> None:
    meant = cells.typed(typed, cell(None, state=CellState.PENDING))
    assert (meant.attended_minutes, meant.absences) == (attended, absences)


@pytest.mark.parametrize(
    ("typed", "attended", "is_virtual"),
    [
        ("v", 300, True),
        ("V 2:30", 150, True),
        ("v j b 1", 240, True),
        ("v a", 0, False),
        ("f", 300, False),
        ("a", 0, False),
        ("2:30", 150, None),
    ],
)
def test_who_attended_from_elsewhere_is_typed_with_v(
    typed: str,
    attended: int,
    is_virtual: bool | None,  # noqa: FBT001 - what is expected
) -> None:
    meant = cells.typed(typed, cell(None, state=CellState.PENDING))
    assert (meant.attended_minutes, meant.is_virtual) == (attended, is_virtual)


@pytest.mark.parametrize("typed", ["6", "5:01", "301m", "j", "jz", "x", "2:75", "-1", "vv", "5 5"])
def test_what_makes_no_sense_is_declined_in_words(typed: str) -> None:
    with pytest.raises(NotUnderstood) as declined:
        cells.typed(typed, cell())
    assert typed in str(declined.value) or "J va la causa" in str(declined.value)


@st.composite
def entered_cells(draw: st.DrawFn) -> GridCell:
    """Draw any cell that can be entered, its absences in two blocks or one."""
    attended = draw(st.integers(0, CLASS))
    causes = draw(st.lists(st.sampled_from(AbsenceCause), max_size=3, unique=True))
    left, absences = CLASS - attended, []
    for cause in causes:
        if left:
            minutes = draw(st.integers(1, left))
            left -= minutes
            absences.append(Absence(minutes, cause, draw(st.sampled_from([WAITS, UNJUSTIFIED]))))
    is_virtual = bool(attended) and draw(st.booleans())
    return replace(cell(attended), entries=(Entry(1, 1, attended, tuple(absences), is_virtual=is_virtual),))


@given(entered_cells())
def test_what_is_shown_may_be_typed_back(found: GridCell) -> None:
    meant = cells.typed(cells.shown(found), cell(None))
    assert meant.attended_minutes == found.attended_minutes
    assert meant.absences == cells.absences_of(found)
    assert bool(meant.is_virtual) == cells.is_virtual(found)


@pytest.mark.parametrize("typed", ["2:30 jb 3:00", "ja 3 jb 3", "j b 5:01"])
def test_absences_longer_than_the_class_are_declined(typed: str) -> None:
    with pytest.raises(NotUnderstood, match=r"suman más|no caben"):
        cells.typed(typed, cell())


def test_absences_of_several_blocks_are_told_as_one() -> None:
    entries = (Entry(1, 1, 0, (Absence(100, B, WAITS),)), Entry(1, 2, 0, (Absence(200, B, WAITS),)))
    whole = replace(cell(0), entries=entries)
    assert cells.absences_of(whole) == (Absence(300, B, WAITS),)
    other = replace(whole, entries=(entries[0], Entry(1, 2, 0, (Absence(200, C, WAITS),))))
    assert cells.absences_of(other) == (Absence(100, B, WAITS), Absence(200, C, WAITS))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (cell(300), "asistió a todo"),
        (cell(0), "faltó a todo"),
        (cell(240, Absence(60, A, REJECTED)), "asistió 4 h; 1 h: a) Entrevista de trabajo, rechazada"),
        (cell(None, state=CellState.PENDING), "pendiente de introducir"),
        (cell(None, state=CellState.OUTSIDE), "no está en el curso ese día"),
    ],
)
def test_a_cell_is_spoken_in_words(found: GridCell, words: str) -> None:
    assert cells.spoken(found) == words


@pytest.mark.parametrize(
    ("weeks", "at"),
    [
        ([(65, 65), (65, 64), (65, 0)], 1),
        ([(65, 65), (65, 65), (0, 0)], 1),
        ([(0, 0), (0, 0)], 0),
        ([(65, 65)], 0),
    ],
)
def test_the_oldest_week_with_something_to_enter_comes_first(weeks: list[tuple[int, int]], at: int) -> None:
    assert cells.pending_first(weeks) == at


def test_a_heading_names_day_blocks_and_the_hour_where_the_day_has_two() -> None:
    session = Session(1, 1, 1, 1, CLASS, SessionMode.IN_PERSON, SessionState.PLANNED)
    stretch = Stretch(1, MONDAY, 1, 540, 840)
    blocks = (Block(1, 1, "UF0127", "Uno", 0), Block(2, 2, "UF0128", "Dos", 0))
    column = GridColumn(stretch, (session, session), blocks)
    assert heading(column, is_split_day=False) == "L 12\nUF0127\nUF0128"
    assert heading(column, is_split_day=True) == "L 12 9:00\nUF0127\nUF0128"
    assert heading_words(column) == "12 feb 2024, 9:00–14:00\nUF0127 Uno\nUF0128 Dos"
    assert heading_words(replace(column, sessions=(), blocks=())).endswith("clase cancelada")


# The model ----------------------------------------------------------------------------------------


def week_model(shell: Shell, week: str) -> WeekModel:
    """Return the model of a week of the sample course."""
    model = WeekModel()
    grid = week_grid(shell.workspace, COURSE, IsoWeek.parse(week))
    model.set_week(week_of(grid, course_status(shell.workspace, COURSE)))
    return model


def test_the_model_is_what_qt_expects(shell: Shell, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(week_model(shell, "2024-W06"))


def test_totals_stand_at_the_right_with_what_is_tightest(shell: Shell) -> None:
    model = week_model(shell, "2024-W06")
    assert [model.index(JOSE, at).data() for at in range(5, 8)] == ["22:30", "62:30", "1016: no llega"]
    assert model.headerData(6, Qt.Orientation.Horizontal) == "Acción\nde 380 h"
    assert model.headerData(JOSE, Qt.Orientation.Vertical) == "\u20072  Blasco Ñíguez, José"


def test_an_additional_seat_is_no_alarm(shell: Shell) -> None:
    model = week_model(shell, "2024-W06")
    last = model.rowCount() - 1
    person = next(p for p in course_status(shell.workspace, COURSE).people if p.enrolment.seat == last + 1)
    assert not weighs(person.verdicts["funded"])
    assert str(model.index(last, 7).data()).startswith("puede faltar")


def test_a_margin_waits_for_the_week_it_stands_beside(shell: Shell) -> None:
    assert str(week_model(shell, "2024-W06").index(0, 7).data()).startswith("puede faltar")
    assert week_model(shell, "2024-W07").index(0, 7).data() == "pendiente"


def test_who_left_cannot_be_typed_in(shell: Shell) -> None:
    model = week_model(shell, "2024-W06")
    gone = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == "–")
    assert not model.flags(model.index(gone, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(JOSE, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(JOSE, 5)) & Qt.ItemFlag.ItemIsEditable


def test_a_day_to_come_cannot_be_typed_in(shell: Shell) -> None:
    model = week_model(shell, "2024-W08")
    assert model.flags(model.index(JOSE, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(JOSE, 1)) & Qt.ItemFlag.ItemIsEditable
    assert model.index(JOSE, 1).data() == ""


def test_the_questions_about_a_person_begin_with_the_action(shell: Shell) -> None:
    person = course_status(shell.workspace, COURSE).people[JOSE]
    about = [question.about for question in questions(person)]
    assert about[:3] == ["Diploma", "Subvención", "MF1016_2"]
    assert len(about) == 7


# The tab by the keys ------------------------------------------------------------------------------


@pytest.fixture
def tab(window: MainWindow) -> AttendanceTab:
    return open_tab(window, AttendanceTab, "attendance")


def go_to(tab: AttendanceTab, week: str, row: int, column: int) -> WeekTable:
    """Make a cell of a week the current one, with the keyboard on the grid."""
    tab.reveal_detail(week)
    grid = tab.view.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.weeks.index(row, column))
    settle(grid)
    return grid


def settle(grid: WeekTable) -> None:
    """Let what stands beside the week catch up with it: it does once the week is painted."""
    behind = grid.window().findChild(QTimer, "attendance_behind")
    while behind is not None and behind.isActive():
        QApplication.processEvents()


def enter(grid: WeekTable, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type in the current cell and take it with a key."""
    if cells.AT_ONCE.isdisjoint({words.casefold()}):
        type_text(grid, words[0])
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        type_text(editor, words[1:])
        press(editor, key)
    else:
        type_text(grid, words)
        press(grid, key)
    settle(grid)


def text_at(tab: AttendanceTab, row: int, column: int) -> str:
    return str(tab.view.grid.weeks.index(row, column).data())


def test_it_opens_on_the_oldest_week_with_something_to_enter(tab: AttendanceTab) -> None:
    assert tab.week == IsoWeek(2024, 7)
    assert tab.view.weeks.box.currentText() == "Semana 7 · lun 12 – vie 16 feb 2024 · faltan 65"
    assert (tab.view.grid.currentIndex().row(), tab.view.grid.currentIndex().column()) == (0, 0)
    assert tab.view.grid.hasFocus()


def test_typing_in_a_cell_writes_it_and_goes_on_down(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    enter(grid, "2:30")
    enter(grid, "a")
    enter(grid, "jb")
    enter(grid, "5", Qt.Key.Key_Tab)
    assert [text_at(tab, row, 0) for row in range(4)] == ["2:30", "A", "J b", "·"]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, 1)


def test_escape_forgets_what_was_typed(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    enter(grid, "2:30", Qt.Key.Key_Escape)
    assert text_at(tab, 0, 0) == "?"


def test_what_is_refused_is_said_and_nothing_moves(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    enter(grid, "7")
    assert text_at(tab, 0, 0) == "?"
    assert grid.currentIndex().row() == 0
    assert tab.view.banner.words == "7 no caben en una clase de 5 h. Si son minutos, escriba 7m."
    enter(grid, "5")
    assert tab.view.banner.words == ""
    assert grid.currentIndex().row() == 1


def test_the_space_bar_fills_and_del_makes_pending_every_cell_selected(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    for _step in range(2):
        press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Qt.Key.Key_Space)
    assert [text_at(tab, row, 0) for row in range(4)] == ["·", "·", "·", "?"]
    press(grid, Qt.Key.Key_Delete)
    assert [text_at(tab, row, 0) for row in range(4)] == ["?", "?", "?", "?"]


def test_what_is_typed_goes_into_every_cell_selected(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    selection = grid.selectionModel()
    selection.select(grid.weeks.index(0, 1), QItemSelectionModel.SelectionFlag.Select)
    enter(grid, "a")
    assert [text_at(tab, 0, column) for column in range(3)] == ["A", "A", "?"]


def test_a_cell_of_who_left_takes_nothing(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W06", 0, 0)
    gone = next(at for at in range(grid.weeks.rowCount()) if grid.weeks.index(at, 0).data() == "–")
    grid.setCurrentIndex(grid.weeks.index(gone, 0))
    type_text(grid, "a")
    press(grid, Qt.Key.Key_Space)
    assert grid.findChild(QLineEdit, "attendance_cell_editor") is None
    assert text_at(tab, gone, 0) == "–"


def test_typing_what_a_cell_shows_leaves_its_causes_alone(tab: AttendanceTab, shell: Shell) -> None:
    grid = go_to(tab, "2024-W06", 5, 2)
    assert text_at(tab, 5, 2) == "4:00 A a"
    before = shell.undo_name()
    enter(grid, "4:00 A a")
    assert shell.undo_name() == before
    (absence,) = cells.absences_of(grid.weeks.cell(grid.weeks.index(5, 2)) or cell())
    assert absence.state is REJECTED


def test_ctrl_enter_fills_what_is_pending_and_keeps_the_exceptions(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    enter(grid, "a")
    ctrl(grid, Qt.Key.Key_Return)
    settle(grid)
    assert [text_at(tab, row, 0) for row in range(3)] == ["A", "·", "·"]
    assert not tab.view.fill.isEnabled()
    assert "faltan" not in tab.view.weeks.box.currentText()


def test_alt_and_an_arrow_go_to_another_week(tab: AttendanceTab) -> None:
    grid = tab.view.grid
    press(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tab.week == IsoWeek(2024, 6)
    press(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tab.week == IsoWeek(2024, 8)


def test_the_first_week_has_none_before(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W03", 0, 0)
    assert not tab.view.weeks.before.isEnabled()
    press(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tab.week == IsoWeek(2024, 3)


def test_corrections_change_the_verdict_and_undo_brings_it_back(tab: AttendanceTab, shell: Shell) -> None:
    grid = go_to(tab, "2024-W03", JOSE, 2)

    def module() -> str:
        rows = {row.about: row for row in tab.view.person.questions.shown_rows()}
        verdict = rows["MF1016_2"].verdict
        return f"{verdict.answer} {verdict.reason}" if verdict else ""

    assert module() == "no unreachable"
    enter(grid, "f", Qt.Key.Key_Up)
    go_to(tab, "2024-W03", JOSE, 3)
    enter(grid, "f", Qt.Key.Key_Up)
    go_to(tab, "2024-W03", JOSE, 3)
    assert module() == "pending on_track"
    shell.undo()
    settle(grid)
    assert module() == "no unreachable"
    assert text_at(tab, JOSE, 3) == "A"


def test_why_is_said_with_numbers_and_article_of_the_question_chosen(
    tab: AttendanceTab, qtbot: QtBot
) -> None:
    def why(*expected: str) -> bool:
        return all(words in words_in(tab.view.person.why) for words in expected)

    go_to(tab, "2024-W06", JOSE, 0)
    qtbot.waitUntil(lambda: why("Asistencia para el diploma", "EPE/873/2023, Guía 10.2.8"))
    tab.view.person.questions.choose(("MF1016_2", "Derecho a la prueba final del módulo"))
    qtbot.waitUntil(lambda: why("ESS/1897/2013, art. 18.2", "62:30 h"))


def test_hours_that_the_calendar_lacks_are_said_beside_the_person(tab: AttendanceTab, shell: Shell) -> None:
    assert tab.view.person.gap.words == ""
    view = week_grid(shell.workspace, COURSE, IsoWeek(2024, 8))
    shell.run(lambda: cancel_session(shell.workspace, COURSE, view.columns[1].sessions[0].id, "Nevada", None))
    words = "El calendario tiene 375 h de las 380 h oficiales: nada es definitivo aún."
    assert tab.view.person.gap.words == words


def test_a_cause_is_added_changed_and_taken_away_in_the_panel_of_the_cell(
    tab: AttendanceTab, qtbot: QtBot
) -> None:
    go_to(tab, "2024-W06", JOSE, 1)
    panel = tab.view.cell
    tab.view.side.setCurrentWidget(panel)
    assert words_in(panel).startswith("Blasco Ñíguez, José\n6 feb 2024, 9:00–14:00")
    panel.add.click()
    asked = dialog(qtbot, AbsenceDialog)
    assert asked.minutes.value() == 150
    asked.cause.set_value(B)
    asked.form.submit()
    assert text_at(tab, JOSE, 1) == "2:30 J b"
    assert not panel.add.isEnabled()

    panel.change.click()
    asked = dialog(qtbot, AbsenceDialog)
    asked.minutes.set_value(60)
    asked.state.set_value(VALID)
    asked.form.submit()
    (row,) = panel.absences.shown_rows()
    assert row.absence == Absence(60, B, VALID)
    assert panel.add.isEnabled()

    panel.remove.click()
    settle(tab.view.grid)
    assert text_at(tab, JOSE, 1) == "2:30"
    assert panel.absences.shown_rows() == ()


def test_an_absence_longer_than_what_was_missed_is_refused_in_the_form(
    tab: AttendanceTab, qtbot: QtBot
) -> None:
    go_to(tab, "2024-W06", JOSE, 1)
    tab.view.cell.add.click()
    asked = dialog(qtbot, AbsenceDialog)
    asked.minutes.set_value(200)
    asked.form.submit()
    assert "suman más minutos" in words_in(asked.form)
    asked.reject()
    assert text_at(tab, JOSE, 1) == "2:30"


def test_the_detail_goes_where_it_does_not_fit_and_comes_back_when_asked_for(
    tab: AttendanceTab, window: MainWindow
) -> None:
    view = tab.view
    enough = view.grid.least_width() + view.side.minimumWidth()
    view.resize(enough, 600)
    assert view.side.isVisible()
    view.resize(enough - 1, 600)
    assert not view.side.isVisible()
    press(view.grid, Qt.Key.Key_F4)
    assert view.side.isVisible()
    view.resize(enough + 200, 600)
    assert view.side.isVisible()
    assert window.isVisible()


def test_a_course_with_nobody_says_what_to_do(window: MainWindow) -> None:
    tab = open_tab(window, AttendanceTab, "attendance", EMPTY_COURSE)
    assert tab.view.is_empty()
    assert "matricule a alguien" in words_in(tab.view.empty)


def test_another_course_opens_on_a_week_of_its_own(window: MainWindow) -> None:
    tab = open_tab(window, AttendanceTab, "attendance/2024-W04")
    assert tab.week == IsoWeek(2024, 4)
    open_tab(window, AttendanceTab, "attendance", EMPTY_COURSE)
    assert open_tab(window, AttendanceTab, "attendance").week == IsoWeek(2024, 7)


def test_printing_goes_to_the_paper_of_the_week(tab: AttendanceTab, window: MainWindow) -> None:
    go_to(tab, "2024-W05", 0, 0)
    ctrl(tab.view.grid, Qt.Key.Key_P)
    caption = find(window.page("course").view, QLabel, "course_papers_caption")
    assert caption.text() == "Vista previa: Hoja de asistencia, semana 5 · 30 ene – 2 feb"


# A file of attendance -----------------------------------------------------------------------------

HEAD = "día;tramo;documento;minutos asistidos;causa;estado\n"
FULL = "12/02/2024;1;90000011E;300;;\n"
JUSTIFIED = "12/02/2024;1;90000124C;0;b;pendiente\n"
TOO_LONG = "12/02/2024;1;90000124C;999;;\n"


def test_a_file_is_shown_first_and_written_when_accepted(
    tab: AttendanceTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "semana.csv"
    path.write_text(f"{HEAD}{FULL}{JUSTIFIED}", encoding="utf-8")
    tab.intake.show_preview(preview_attendance(shell.workspace, path, COURSE))
    asked = dialog(qtbot, IntakeDialog)
    assert text_at(tab, 0, 0) == "?"
    assert asked.tabs.tabText(0) == "Correctas (2)"
    asked.accept_all.click()
    qtbot.waitUntil(lambda: no_dialog_is_open() and not shell.is_writing)
    assert [text_at(tab, row, 0) for row in range(3)] == ["·", "J b", "?"]


def test_a_file_with_a_problem_cannot_be_accepted(
    tab: AttendanceTab, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "semana.csv"
    path.write_text(f"{HEAD}{FULL}{TOO_LONG}", encoding="utf-8")
    tab.intake.show_preview(preview_attendance(shell.workspace, path, COURSE))
    asked = dialog(qtbot, IntakeDialog)
    assert not asked.accept_all.isEnabled()
    assert not asked.accept_part.isVisible()
    asked.reject()
    pending = next(week for week in weeks_of(shell.workspace, COURSE) if week.week == IsoWeek(2024, 7))
    assert pending.entered == 0


@pytest.mark.parametrize(("answer", "left"), [("accept_part", "·"), ("accept_all", "4:00")])
def test_what_a_file_says_otherwise_is_shown_side_by_side_before_it_is_written(
    tab: AttendanceTab, shell: Shell, tmp_path: Path, qtbot: QtBot, answer: str, left: str
) -> None:
    path = tmp_path / "semana.csv"
    path.write_text(f"{HEAD}{FULL}", encoding="utf-8")
    import_attendance(shell.workspace, preview_attendance(shell.workspace, path, COURSE))
    path.write_text(f"{HEAD}{FULL.replace('300', '240')}{JUSTIFIED}", encoding="utf-8")
    tab.intake.show_preview(preview_attendance(shell.workspace, path, COURSE))
    asked = dialog(qtbot, IntakeDialog)
    differences = find(asked, TablePanel, "attendance_intake_differences")
    (row,) = differences.model.rows
    assert (row.existing, row.new, row.row) == ("asiste 5 h", "asiste 4 h", 2)
    getattr(asked, answer).click()
    qtbot.waitUntil(lambda: no_dialog_is_open() and not shell.is_writing)
    assert [text_at(tab, row, 0) for row in range(3)] == [left, "J b", "?"]


# One key, the jump line, and what goes with them ------------------------------------------------------------


def test_one_key_writes_at_once_and_stays(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    for sign, shown in (("a", "A"), ("v", "V"), ("F", "·"), ("?", "?")):
        type_text(grid, sign)
        assert text_at(tab, 0, 0) == shown
    assert grid.currentIndex().row() == 0


def test_j_waits_for_its_letter_and_says_which_there_are(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    type_text(grid, "j")
    assert "b)" in tab.view.legend.text()
    assert text_at(tab, 0, 0) == "?"
    type_text(grid, "b")
    assert text_at(tab, 0, 0) == "J b"
    assert "Supr pendiente" in tab.view.legend.text()
    type_text(grid, "j")
    press(grid, Qt.Key.Key_Escape)
    assert text_at(tab, 0, 0) == "J b"


def test_a_time_after_j_or_v_says_how_much_of_the_class_it_was(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    for keys, shown in (("jb1:30", "3:30 J b"), ("v2:30", "V 2:30")):
        type_text(grid, keys[: keys.index(":") - 1])
        type_text(grid, keys[keys.index(":") - 1])
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        type_text(editor, keys[keys.index(":") :])
        press(editor, Qt.Key.Key_Up)
        assert text_at(tab, 0, 0) == shown


def test_ctrl_d_copies_down(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    type_text(grid, "a")
    for _step in range(2):
        press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ctrl(grid, Qt.Key.Key_D)
    assert [text_at(tab, row, 0) for row in range(4)] == ["A", "A", "A", "?"]
    grid.setCurrentIndex(grid.weeks.index(3, 0))
    ctrl(grid, Qt.Key.Key_D)
    assert text_at(tab, 3, 0) == "A"


@pytest.mark.parametrize(
    ("words", "jump"),
    [
        ("7x a", Jump(7, 2, 2, None, "a")),
        ("7x2a", Jump(7, 2, 2, 2, "a")),
        ("7 x2 a", Jump(7, 2, 2, 2, "a")),
        ("7x2", Jump(7, 2, 2, None, "2")),
        ("7x2:30", Jump(7, 2, 2, None, "2:30")),
        ("12 l-v ja", Jump(12, 0, 4, None, "ja")),
        ("3*f", Jump(3, 0, 6, None, "f")),
        ("jjb", Jump(None, 3, 3, None, "jb")),
        ("7v", Jump(7, 4, 4, None, "")),
    ],
)
def test_the_jump_line_reads_whom_when_and_what(words: str, jump: Jump) -> None:
    assert parse_jump(words) == jump


@pytest.mark.parametrize("words", ["7", "a", "7 v-l a"])
def test_a_jump_that_makes_no_sense_is_declined(words: str) -> None:
    with pytest.raises(NotUnderstood):
        parse_jump(words)


def test_a_jump_is_done_as_soon_as_it_is_whole_and_waits_for_the_next(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 0)
    ctrl(grid, Qt.Key.Key_G)
    line = tab.view.jump.line
    assert line.hasFocus()
    for words, row, column, shown in (("2xa", 1, 2, "A"), ("3jjc", 2, 3, "J c"), ("4m2:30", 3, 1, "2:30")):
        type_text(line, words)
        if ":" in words:
            press(line, Qt.Key.Key_Return)
        assert text_at(tab, row, column) == shown
        assert line.text() == ""
    type_text(line, "99xa")
    assert tab.view.jump.said.text() == "No hay nadie con el número 99."
    line.setText("2sa")
    press(line, Qt.Key.Key_Return)
    assert "no hay clase" in tab.view.jump.said.text()
    press(line, Qt.Key.Key_Escape)
    assert grid.hasFocus()


def test_order_and_words_keep_the_selection_and_everything_written(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 4, 1)
    type_text(grid, "a")
    person = grid.current_person()
    people = tab.view.people
    for order in (PeopleOrder.NAME, PeopleOrder.MARGIN, PeopleOrder.NUMBER):
        people.order.setCurrentIndex(people.order.findData(order))
        people.changed.emit()
        assert grid.current_person() == person
        assert grid.currentIndex().data() == "A"
    people.words.setText("ñíguez")
    assert grid.weeks.rowCount() == 1
    people.words.clear()
    assert text_at(tab, 4, 1) == "A"


def test_the_first_minute_of_certainty_is_said_with_its_why(tab: AttendanceTab, qtbot: QtBot) -> None:
    for week in ("2024-W03", "2024-W04"):
        grid = go_to(tab, week, 0, 0)
        for day in range(5):
            grid.setCurrentIndex(grid.weeks.index(0, day))
            type_text(grid, "a")
    alert = tab.view.alert
    assert alert.words.startswith("Ágreda Royo, Ana ya no puede llegar")
    find(alert, QPushButton, "attendance_alert_act").click()
    qtbot.waitUntil(lambda: not no_dialog_is_open())
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog):
            top.close()


def test_a_week_is_sent_locked_and_opened_again(tab: AttendanceTab, qtbot: QtBot) -> None:
    go_to(tab, "2024-W05", 0, 0)
    ctrl(tab.view.grid, Qt.Key.Key_L)
    asked = dialog(qtbot, LockDialog)
    asked.registry.set_value("E-12")
    asked.form.submit()
    assert "registro E-12" in tab.view.lock.accessibleName()
    grid = go_to(tab, "2024-W05", JOSE, 0)
    before = text_at(tab, JOSE, 0)
    type_text(grid, "a")
    assert text_at(tab, JOSE, 0) == before
    ctrl(grid, Qt.Key.Key_L)
    opening = dialog(qtbot, UnlockDialog)
    opening.reason.set_value("Un error")
    opening.form.submit()
    assert not tab.view.lock.isVisible()
    type_text(grid, "a")
    assert text_at(tab, JOSE, 0) == "A"


@pytest.mark.parametrize(
    ("figure", "words"),
    [("5", "5"), ("5,0", "5,0"), ("05:00:00", "05:00"), ("0,208333", "5:00"), (" J b ", "J b")],
)
def test_figures_come_as_spreadsheets_write_them(figure: str, words: str) -> None:
    assert cell_words(figure) == words


def test_cells_go_to_a_spreadsheet_and_come_back(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W06", JOSE, 0)
    press(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    ctrl(grid, Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "5:00\t2:30"
    grid = go_to(tab, "2024-W07", JOSE, 3)
    ctrl(grid, Qt.Key.Key_V)
    assert [text_at(tab, JOSE, column) for column in range(2, 5)] == ["?", "·", "2:30"]


def test_a_paste_goes_by_name_where_the_line_has_one(tab: AttendanceTab) -> None:
    grid = go_to(tab, "2024-W07", 0, 2)
    QApplication.clipboard().setText("2\tBLASCO ÑÍGUEZ, José\tA\tJ b\t5\t5,0\t05:00:00\r\n")
    ctrl(grid, Qt.Key.Key_V)
    assert [text_at(tab, JOSE, column) for column in range(5)] == ["A", "J b", "·", "·", "·"]
    assert text_at(tab, 0, 2) == "?"


def test_a_paste_that_cannot_be_taken_whole_is_shown_before_anything_changes(
    tab: AttendanceTab, qtbot: QtBot
) -> None:
    grid = go_to(tab, "2024-W07", 0, 3)
    QApplication.clipboard().setText("A\t9\t5\nmal\tA")
    ctrl(grid, Qt.Key.Key_V)
    asked = dialog(qtbot, IntakeDialog)
    assert [asked.tabs.tabText(at) for at in range(2)] == ["Correctas (2)", "Con problemas (3)"]
    assert text_at(tab, 0, 3) == "?"
    asked.accept_part.click()
    qtbot.waitUntil(no_dialog_is_open)
    assert [text_at(tab, row, column) for row in range(2) for column in (3, 4)] == ["A", "?", "?", "A"]


# The line beside the week -----------------------------------------------------------------------------------


def test_the_line_of_the_person_chosen_is_read_when_it_is_looked_at(tab: AttendanceTab, qtbot: QtBot) -> None:
    go_to(tab, "2024-W06", JOSE, 0)
    assert tab.view.line.name.text() == ""
    tab.view.detail.setChecked(True)
    tab.view.side.setCurrentWidget(tab.view.line)
    qtbot.waitUntil(lambda: tab.view.line.name.text() == "Blasco Ñíguez, José")
    assert "límite" in tab.view.line.words.text()
    go_to(tab, "2024-W06", 0, 0)
    qtbot.waitUntil(lambda: tab.view.line.name.text() == "Ágreda Royo, Ana")
