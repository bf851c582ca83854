"""Tests of what every tab of a course does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.ui.course.tab import Tab, TabView
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.shell import Shell
from tests.ui.hands import find


class CountingTab(Tab):
    """A tab that counts how often it reads and forgets."""

    depends_on = frozenset({Kind.SESSIONS})
    view: TabView

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, TabView("counting", "Cuenta"))
        self.reads = 0
        self.forgets = 0

    def read(self) -> None:
        self.reads += 1

    def forget(self) -> None:
        self.forgets += 1


@pytest.fixture
def tab(shell: Shell, qtbot: QtBot) -> CountingTab:
    made = CountingTab(shell)
    body = QLineEdit()
    made.view.set_body(body, EmptyState("counting_empty", "Nada.", action="Empezar"))
    made.view.setFocusProxy(body)
    qtbot.addWidget(made.view)
    made.view.show()
    return made


def change(course: str = "24/1", kind: Kind = Kind.SESSIONS) -> Changes:
    return Changes("Algo", frozenset({kind}), course)


def test_it_reads_after_a_change_of_its_course_or_of_all(tab: CountingTab) -> None:
    tab.show_course("24/1")
    tab.on_changes(change("24/2"))
    assert tab.reads == 0
    tab.on_changes(change("24/1"))
    tab.on_changes(change(""))
    assert tab.reads == 2
    tab.on_changes(change("24/1", Kind.CENTRE))
    assert tab.reads == 2


def test_without_a_course_nothing_is_read(tab: CountingTab) -> None:
    tab.on_changes(change(""))
    assert tab.reads == 0


def test_another_course_is_read_when_the_tab_is_shown_and_forgets_the_one_before(tab: CountingTab) -> None:
    tab.show_course("24/1")
    tab.refresh()
    tab.refresh()
    assert tab.reads == 1
    tab.show_course("24/1")
    tab.refresh()
    assert (tab.reads, tab.forgets) == (1, 1)
    tab.show_course("24/2")
    tab.refresh()
    assert (tab.reads, tab.forgets) == (2, 2)


def test_the_keyboard_goes_to_the_body_or_to_the_next_step(tab: CountingTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(tab.view):
        tab.view.activateWindow()
    tab.view.take_focus()
    assert isinstance(tab.view.focusWidget(), QLineEdit)
    tab.view.show_empty(empty=True)
    tab.view.take_focus()
    assert tab.view.focusWidget() is find(tab.view, QPushButton, "counting_empty_action")


def test_a_form_stays_open_while_it_is_refused_and_goes_when_it_is_done(
    tab: CountingTab, qtbot: QtBot
) -> None:
    name = TextField("name", "Nombre", required=True)
    dialog = FormDialog("asked", "Pregunta", Form("asked_form", [name]), tab.view)
    qtbot.addWidget(dialog)
    answers = [Refused("No se ha hecho.", (Problem("Ya lo hay.", column="name"),))]

    def operation() -> Changes:
        if answers:
            raise answers.pop()
        return change()

    tab.ask_in(dialog, operation)
    name.set_value("Aula 1")
    dialog.form.submit()
    assert dialog.isVisible()
    assert name.error == "Ya lo hay."
    with qtbot.waitSignals([tab.shell.changed, dialog.accepted]):
        dialog.form.submit()


def test_what_is_written_is_told_to_every_page(tab: CountingTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.shell.changed):
        assert tab.write(change)
