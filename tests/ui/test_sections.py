"""Tests of the sections of a page: one on screen, gone to by keys and by name, left only where it lets."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.ui.part import Part, PartView
from cpepa_desktop.ui.sections import Section, SectionTabs, SectionWalk
from cpepa_desktop.ui.shell import Shell
from tests.ui.hands import press


class Note(Part):
    """A section that counts its readings, keeps what was named of it, and may refuse to be left."""

    depends_on = frozenset({Kind.PLANNING})

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__(shell, PartView(name, name))
        self.box = QLineEdit()
        self.part_view.set_body(self.box)
        self.part_view.start_at(self.box)
        self.reads = 0
        self.named = ""
        self.may_leave = True

    def read(self) -> None:
        self.reads += 1

    def reveal_detail(self, detail: str) -> None:
        self.named = detail

    def detail(self) -> str:
        return self.named

    def leave(self) -> bool:
        return self.may_leave


@dataclass(frozen=True, slots=True)
class Walked:
    """A row of two sections and what walks it."""

    owner: QWidget
    tabs: SectionTabs
    walk: SectionWalk
    one: Note
    two: Note


@pytest.fixture
def walked(shell: Shell, qtbot: QtBot) -> Walked:
    owner, tabs = QWidget(), SectionTabs("parts", "Partes")
    QVBoxLayout(owner).addWidget(tabs)
    one, two = Note(shell, "one"), Note(shell, "two")
    sections = [Section("one", "Una", one), Section("two", "Dos", two)]
    walk = SectionWalk(tabs, sections, "Alt", owner)
    qtbot.addWidget(owner)
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    return Walked(owner, tabs, walk, one, two)


def test_the_first_section_is_on_screen_and_all_are_named(walked: Walked) -> None:
    assert (walked.tabs.names, walked.tabs.current) == (("one", "two"), "one")
    assert walked.tabs.accessibleName() == walked.tabs.tabBar().accessibleName() == "Partes"
    assert walked.one.view.isVisible()
    assert not walked.two.view.isVisible()


def test_a_row_without_sections_has_none_on_screen(qtbot: QtBot) -> None:
    tabs = SectionTabs("none", "Ninguna")
    qtbot.addWidget(tabs)
    assert (tabs.names, tabs.current) == ((), "")


def test_the_keys_of_each_section_are_said_and_go_to_it(walked: Walked) -> None:
    assert [walked.tabs.tabToolTip(at) for at in range(2)] == ["Una (Alt+1)", "Dos (Alt+2)"]
    assert walked.owner.findChild(QAction, "parts_go_two") is not None
    press(walked.owner, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert walked.tabs.current == "two"
    assert walked.owner.focusWidget() is walked.two.box
    press(walked.owner, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert walked.owner.focusWidget() is walked.one.box


def test_a_section_is_read_when_it_comes_on_screen_and_again_when_it_is_old(walked: Walked) -> None:
    assert (walked.one.reads, walked.two.reads) == (0, 0)
    walked.walk.refresh()
    walked.walk.go_to("two")
    assert (walked.one.reads, walked.two.reads) == (1, 1)
    walked.walk.on_changes(Changes("Algo", frozenset({Kind.PLANNING})))
    assert (walked.one.reads, walked.two.reads) == (1, 2)
    walked.walk.go_to("one")
    assert (walked.one.reads, walked.two.reads) == (2, 2)
    walked.walk.go_to("two")
    walked.walk.refresh()
    assert (walked.one.reads, walked.two.reads) == (2, 2)


def test_a_section_that_may_not_be_left_stays(walked: Walked) -> None:
    walked.one.may_leave = False
    assert not walked.walk.leave()
    walked.walk.go_to("two")
    assert walked.tabs.current == "one"
    assert walked.owner.focusWidget() is walked.one.box
    walked.one.may_leave = True
    walked.walk.go_to("two")
    assert walked.tabs.current == "two"
    assert walked.walk.leave()


def test_a_detail_names_a_section_and_what_is_shown_of_it(walked: Walked) -> None:
    walked.walk.reveal("two/2024-02/7")
    assert (walked.tabs.current, walked.two.named) == ("two", "2024-02/7")
    assert walked.walk.detail() == "two/2024-02/7"
    walked.walk.reveal("one")
    assert (walked.tabs.current, walked.one.named, walked.walk.detail()) == ("one", "", "one")


def test_a_detail_that_names_no_section_is_passed_over(walked: Walked) -> None:
    walked.walk.reveal("three/7")
    walked.walk.reveal("")
    assert (walked.tabs.current, walked.one.named) == ("one", "")


def test_each_part_is_had_by_the_name_of_its_section(walked: Walked) -> None:
    assert walked.walk.part("two") is walked.two
    with pytest.raises(KeyError):
        walked.walk.part("three")
    with pytest.raises(ValueError, match="three"):
        walked.tabs.show_section("three")


def test_the_section_that_comes_on_screen_is_told(walked: Walked, qtbot: QtBot) -> None:
    with qtbot.waitSignal(walked.tabs.chosen) as told:
        walked.tabs.show_section("two")
    assert told.args == ["two"]
