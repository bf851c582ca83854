"""Tests of what is asked about obligations: why a filing goes, and what happened to the course."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.timeline import CourseEvent
from cpepa_desktop.operations.obligations import EVENTS
from cpepa_desktop.ui.obligations.dialogs import EventDialog, EventsDialog, WithdrawalDialog, event_columns
from tests.ui.hands import ctrl, press, words_in
from tests.ui.obligations.obligation_rows import TODAY, met

CHANGE = CourseEvent(Anchor.CHANGE, date(2024, 2, 5), "Cambio de aula")
ASKED = CourseEvent(Anchor.REQUIREMENT, date(2024, 6, 20))


def test_withdrawing_names_what_and_says_that_the_term_opens_again(qtbot: QtBot) -> None:
    dialog = WithdrawalDialog(met(TODAY, subject_words="semana del 15 ene"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "«Enviar la hoja de condiciones: semana del 15 ene»" in words_in(dialog)
    assert "vuelve a estar abierto" in words_in(dialog)


def test_only_what_the_centre_alone_knows_can_be_written(qtbot: QtBot) -> None:
    dialog = EventDialog(TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    for event in EVENTS:
        dialog.event_kind.set_value(event)
        assert dialog.entered() == (event, TODAY, "")
    dialog.note.set_value("  RE-7 ")
    assert dialog.entered()[2] == "RE-7"


def test_events_are_listed_and_taken_away_by_the_keys(qtbot: QtBot) -> None:
    dialog = EventsDialog("24/1")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_events([CHANGE, ASKED])
    assert [[column.shown(row) for column in event_columns()] for row in dialog.table.shown_rows()] == [
        ["5 feb 2024", "La modificación", "Cambio de aula"],
        ["20 jun 2024", "El requerimiento", ""],
    ]
    taken: list[CourseEvent] = []
    dialog.remove_wanted.connect(taken.append)
    dialog.table.view.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    press(dialog.table.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier, shift)
    assert taken == [CHANGE]
    added: list[bool] = []
    dialog.add_wanted.connect(lambda: added.append(True))
    ctrl(dialog.table.view, Qt.Key.Key_N)
    assert added == [True]


def test_without_events_there_is_nothing_to_take_away(qtbot: QtBot) -> None:
    dialog = EventsDialog("24/1")
    qtbot.addWidget(dialog)
    dialog.show_events([])
    assert not dialog.remove.isEnabled()
