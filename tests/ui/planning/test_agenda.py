"""Tests of the terms of the whole centre: by weeks and by courses, filed from there, printed and exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.ui.obligations.panel import Shown
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.planning.agenda.controller import AgendaSection
from cpepa_desktop.ui.planning.agenda.groups import EVERYTHING, GroupedBy, group_columns, groups_of
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE
from tests.ui.hands import ctrl, in_dialog, press, type_path
from tests.ui.obligations.obligation_rows import TODAY, due_in, met, waiting_for
from tests.ui.planning.sections import open_section


@pytest.fixture
def section(window: MainWindow) -> AgendaSection:
    """Give the section on screen."""
    return open_section(window, AgendaSection, "agenda")


# Put together -----------------------------------------------------------------------------------------------


def test_weeks_come_in_order_with_what_has_no_day_at_the_end() -> None:
    found = groups_of(
        [due_in(9), due_in(-3), due_in(0), waiting_for(Anchor.CHANGE), met(TODAY)], GroupedBy.WEEK, TODAY
    )
    assert [(group.words, group.count) for group in found] == [
        ("Todo", 5),
        ("12–16 feb", 1),
        ("19–23 feb", 2),
        ("26 feb – 1 mar", 1),
        ("Sin día", 1),
    ]
    states = next(column for column in group_columns() if column.title == "Estado")
    assert [states.shown(group) for group in found] == ["vencido", "vencido", "pronto", "en plazo", ""]


def test_by_courses_each_is_a_group() -> None:
    found = groups_of([due_in(1), due_in(2, course="24/2")], GroupedBy.COURSE, TODAY)
    assert [group.key for group in found] == [EVERYTHING, "24/1", "24/2"]
    assert groups_of([], GroupedBy.WEEK, TODAY) == ()


# On screen --------------------------------------------------------------------------------------------------


def test_a_group_narrows_the_list_and_a_course_is_a_group(section: AgendaSection) -> None:
    view = section.view
    everything = len(view.panel.table.shown_rows())
    view.group_by(GroupedBy.COURSE)
    assert {group.key for group in view.groups.shown_rows()} >= {EVERYTHING, COURSE, EMPTY_COURSE}
    view.groups.choose(EMPTY_COURSE)
    rows = view.panel.table.shown_rows()
    assert {row.obligation.course for row in rows} == {EMPTY_COURSE}
    assert 0 < len(rows) < everything


def test_only_what_is_open_is_listed_until_something_else_is_asked_for(section: AgendaSection) -> None:
    view = section.view
    assert all(row.obligation.is_open(TODAY) for row in view.panel.table.shown_rows())
    before = len(view.panel.table.shown_rows())
    view.panel.ask_for(Shown.ALL)
    assert len(view.panel.table.shown_rows()) > before
    assert view.groups.shown_rows()[0].count == len(view.panel.table.shown_rows())
    view.panel.ask_for(Shown.MET)
    assert all(row.obligation.met for row in view.panel.table.shown_rows())


def test_enter_goes_to_where_it_is_met(section: AgendaSection, window: MainWindow) -> None:
    panel = section.view.panel
    assert panel.choose((COURSE, "conditions_sheet", ""))
    press(panel.table.view, Qt.Key.Key_Return)
    course = window.page("course")
    assert course.view.isVisible()
    assert course.place().detail.startswith("papers/") or course.place().detail == "papers"


def test_another_school_year_has_its_own(section: AgendaSection, shell: Shell) -> None:
    shell.set_school_year(SchoolYear(2018))
    assert section.view.is_empty()
    shell.set_school_year(None)
    assert not section.view.is_empty()


def test_the_agenda_of_the_year_is_printed_and_registered(
    section: AgendaSection, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.settings.remember_papers_folder(tmp_path)
    with in_dialog("file_dialog", type_path(tmp_path)):
        ctrl(section.view.panel.table.view, Qt.Key.Key_P)
    assert shell.is_writing  # while the person goes on
    qtbot.waitUntil(lambda: "Guardado en" in section.view.banner.words)
    (paper,) = list_papers(shell.workspace)
    assert (paper.paper.kind, paper.paper.course, paper.paper.period) == ("agenda-centre", "", "23/24")
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_the_terms_of_the_centre_go_to_a_calendar(
    section: AgendaSection, shell: Shell, tmp_path: Path
) -> None:
    shell.settings.remember_export_folder(tmp_path)
    path = tmp_path / "plazos.ics"

    with in_dialog("file_dialog", type_path(path)):
        section.view.panel.export.click()
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "plazos.ics" in section.view.banner.words


def test_a_centre_without_courses_is_told_what_to_do(
    empty_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(empty_shell)
    qtbot.addWidget(window)
    window.show()
    empty_shell.new_file(tmp_path / "nuevo.cpepa", Entity("Entidad"), Centre("Centro"))
    section = open_section(window, AgendaSection, "agenda")
    assert section.view.is_empty()
    wanted = Place("courses", "", "new")
    empty_shell.travelled.disconnect(window.travel)
    with qtbot.waitSignal(empty_shell.travelled, check_params_cb=lambda place: place == wanted):
        section.view.plan_wanted.emit()
    window.close()
