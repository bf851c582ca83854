"""Tests of what every part of a page is: no title of its own, a line, the keyboard, and what it writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.ui.part import Part, PartView
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.shell import Shell
from tests.ui.hands import find, in_dialog, press


class Reader(Part):
    """A part that counts how often it reads."""

    depends_on = frozenset({Kind.PLANNING})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, PartView("reader", "Lectura"))
        self.reads = 0

    def read(self) -> None:
        self.reads += 1


@pytest.fixture
def part(shell: Shell, qtbot: QtBot) -> Reader:
    """Give a part on screen whose keyboard begins in its second line."""
    made = Reader(shell)
    body = QWidget()
    layout = QVBoxLayout(body)
    first, second = QLineEdit(), QLineEdit()
    for line, name in ((first, "reader_first"), (second, "reader_second")):
        line.setObjectName(name)
        layout.addWidget(line)
    made.part_view.set_body(body, EmptyState("reader_empty", "Nada.", action="Empezar"))
    made.part_view.start_at(second)
    qtbot.addWidget(made.view)
    with qtbot.waitActive(made.view):
        made.view.show()
        made.view.activateWindow()
    return made


def planned() -> Changes:
    return Changes("Algo", frozenset({Kind.PLANNING}))


def test_a_part_has_no_title_of_its_own_on_screen_but_has_it_for_who_cannot_see(part: Reader) -> None:
    assert not part.view.title.isVisible()
    assert part.view.accessibleName() == "Lectura"


def test_the_line_about_what_it_shows_is_there_only_while_there_is_something_to_say(part: Reader) -> None:
    assert not part.view.subtitle.isVisible()
    part.part_view.say("Dos escritos")
    assert (part.view.subtitle.isVisible(), part.view.subtitle.text()) == (True, "Dos escritos")
    part.part_view.say("")
    assert not part.view.subtitle.isVisible()


def test_the_keyboard_begins_where_the_part_says(part: Reader) -> None:
    part.part_view.take_focus()
    assert part.view.focusWidget() is find(part.view, QLineEdit, "reader_second")


def test_the_keyboard_begins_at_the_next_step_where_there_is_nothing(part: Reader) -> None:
    part.view.show_empty(empty=True)
    part.part_view.take_focus()
    assert part.view.focusWidget() is find(part.view, QPushButton, "reader_empty_action")


def test_a_part_knows_the_open_file_and_the_widget_its_dialogs_stand_over(part: Reader) -> None:
    assert part.workspace is part.shell.workspace
    assert part.window() is part.view


def test_a_part_of_one_thing_has_no_detail_and_passes_any_over(part: Reader) -> None:
    part.reveal_detail("whatever/2024-02")
    assert part.detail() == ""


def test_what_is_written_is_told_and_what_is_refused_is_not(part: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(part.shell.changed):
        assert part.write(planned)

    def refused() -> Changes:
        raise Refused("No se ha hecho.")

    with (
        qtbot.assertNotEmitted(part.shell.changed),
        in_dialog("answer_dialog", lambda dialog: press(dialog, Qt.Key.Key_Escape)),
    ):
        assert not part.write(refused)


def test_a_form_says_itself_why_it_is_refused(part: Reader, qtbot: QtBot) -> None:
    name = TextField("name", "Nombre", required=True)
    dialog = FormDialog("asked", "Pregunta", Form("asked_form", [name]), part.view)
    qtbot.addWidget(dialog)
    answers = [Refused("No se ha hecho.", (Problem("Ya lo hay.", column="name"),))]

    def operation() -> Changes:
        if answers:
            raise answers.pop()
        return planned()

    part.ask_in(dialog, operation)
    name.set_value("Utebo")
    dialog.form.submit()
    assert (dialog.isVisible(), name.error) == (True, "Ya lo hay.")
    with qtbot.waitSignals([part.shell.changed, dialog.accepted]):
        dialog.form.submit()


def test_a_part_reads_what_it_depends_on_and_only_that(part: Reader) -> None:
    part.on_changes(planned())
    assert part.reads == 1
    part.on_changes(Changes("Otra cosa", frozenset({Kind.ATTENDANCE})))
    assert part.reads == 1
