"""Tests of the tab «Expediente» on screen: its row of sections, and where the keyboard goes."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.course.file.view import FileView
from cpepa_desktop.ui.course.tab import Tab, TabView
from cpepa_desktop.ui.sections import Section
from cpepa_desktop.ui.shell import Shell


def test_the_keyboard_goes_to_the_section_on_screen(shell: Shell, qtbot: QtBot) -> None:
    view = FileView()
    qtbot.addWidget(view)
    boxes = []
    for name in ("one", "two"):
        part, box = Tab(shell, TabView(name, name)), QLineEdit()
        part.part_view.set_body(box)
        part.part_view.start_at(box)
        boxes.append(box)
        view.sections.add_section(Section(name, name, part), "", view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    for name, box in zip(("two", "one"), reversed(boxes), strict=True):
        view.sections.show_section(name)
        view.take_focus()
        assert view.focusWidget() is box


def test_without_sections_the_keyboard_stays_where_it_is(qtbot: QtBot) -> None:
    view = FileView()
    qtbot.addWidget(view)
    assert view.sections.accessibleName() == "Partes del expediente"
    before: QWidget | None = view.focusWidget()
    view.take_focus()
    assert view.focusWidget() is before
