"""Tests of a list with what can be done to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.rows import RowsBox, one_over_other
from cpepa_desktop.ui.parts.table import Column, TablePanel
from tests.ui.hands import ctrl

COLUMNS: tuple[Column[str], ...] = (Column("Nombre", lambda row: row),)


def test_its_commands_are_offered_while_there_is_a_row_and_are_about_it(qtbot: QtBot) -> None:
    box = RowsBox("box", TablePanel("rows", "Filas", COLUMNS, key=lambda row: row), "Añadir…")
    told: list[object] = []
    box.change_wanted.connect(told.append)
    more = box.add_command("more", "Más", told.append, icon="info", shortcut="Ctrl+M")
    whole = box.add_command("whole", "Todo", told.append, icon="info", of_row=False)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    assert [each.isEnabled() for each in (box.add, box.change, box.remove, more, whole)] == [
        True,
        False,
        False,
        False,
        True,
    ]
    box.show_rows(["uno", "dos"])
    box.table.view.setFocus()
    ctrl(box, Qt.Key.Key_E)
    ctrl(box, Qt.Key.Key_M)
    whole.click()
    assert told == ["uno", "uno", None]
    box.show_rows([])
    assert not more.isEnabled()


def test_what_may_only_be_looked_at_is_neither_changed_nor_opened(qtbot: QtBot) -> None:
    box = RowsBox("box", TablePanel("rows", "Filas", COLUMNS, key=lambda row: row), "Añadir…")
    told: list[object] = []
    box.change_wanted.connect(told.append)
    look = box.add_command("look", "Ver", told.append, icon="info")
    qtbot.addWidget(box)
    box.show_rows(["uno"])
    box.let_change(allowed=False)
    assert [each.isEnabled() for each in (box.add, box.change, box.remove, look)] == [
        *(False, False, False),
        True,
    ]
    box.table.opened.emit("uno")
    assert told == []
    box.let_change(allowed=True)
    box.table.opened.emit("uno")
    assert told == ["uno"]


def test_two_halves_share_the_height_and_neither_goes_away(qtbot: QtBot) -> None:
    halves = one_over_other("halves", QLabel("A"), QLabel("B"), (1, 1))
    qtbot.addWidget(halves)
    assert halves.orientation() is Qt.Orientation.Vertical
    assert not halves.childrenCollapsible()


def test_a_half_keeps_the_height_of_its_buttons_where_they_need_more_lines(qtbot: QtBot) -> None:
    upper = RowsBox("upper", TablePanel("upper_rows", "Filas", COLUMNS, key=lambda row: row), "Añadir…")
    for at in range(6):
        upper.add_command(f"more_{at}", "Otra orden larga…", lambda _row: None, icon="info")
    halves = one_over_other("halves", upper, QLabel("Debajo"), (1, 1))
    qtbot.addWidget(halves)
    halves.resize(1200, 600)
    halves.show()
    wide = upper.minimumHeight()
    halves.resize(400, 600)
    qtbot.waitUntil(lambda: upper.minimumHeight() > wide)
    assert upper.table.geometry().bottom() <= upper.height()
