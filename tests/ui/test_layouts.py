"""Tests of what the window remembers of tables and splitters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.layouts import keep_layouts
from cpepa_desktop.ui.parts.page import column_of, side_by_side
from cpepa_desktop.ui.parts.table import Column, TablePanel
from cpepa_desktop.ui.settings import Settings


def _table() -> TablePanel[str]:
    columns: list[Column[str]] = [
        Column("Letra", str, width=10),
        Column("Doble", lambda row: row * 2, width=10),
    ]
    made: TablePanel[str] = TablePanel("letters", "Letras", columns, key=str)
    made.set_rows(["b", "a"])
    return made


def _kept(widget: QWidget, settings: Settings, qtbot: QtBot) -> QWidget:
    holder = column_of([widget], "holder")
    qtbot.addWidget(holder)
    holder.resize(800, 300)
    holder.show()
    keep_layouts(holder, settings)
    keep_layouts(holder, settings)  # again is as well as once
    return holder


def test_a_table_comes_back_as_it_was_left(settings: Settings, qtbot: QtBot) -> None:
    first = _table()
    holder = _kept(first, settings, qtbot)
    first.sort(0, Qt.SortOrder.AscendingOrder)
    first.view.horizontalHeader().moveSection(0, 1)
    qtbot.waitUntil(lambda: settings.table_layout("letters") != "")
    second = _table()
    other = _kept(second, settings, qtbot)
    assert second.view.horizontalHeader().visualIndex(0) == 1
    assert second.shown_rows() == ("a", "b")
    assert holder.isVisible()
    assert other.isVisible()


def test_two_parts_share_the_width_as_they_were_left(settings: Settings, qtbot: QtBot) -> None:
    def split() -> QSplitter:
        return side_by_side("halves", QLabel("uno"), QLabel("dos"), (400, 400))

    first = split()
    holder = _kept(first, settings, qtbot)
    first.moveSplitter(200, 1)
    assert not settings.splitter("halves-horizontal").isEmpty()
    second = split()
    other = _kept(second, settings, qtbot)
    assert second.sizes() == first.sizes()
    assert holder.isVisible()
    assert other.isVisible()
