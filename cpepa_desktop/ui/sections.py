"""Sections: the parts of a page or of a tab that has several, one on screen at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTabWidget, QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.keys import key_words
from cpepa_desktop.ui.parts.scroll import room_for_current

SEPARATOR: Final = "/"
"""What parts the name of a section from what is on screen of it, in the detail of a place."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the name it is gone to by, its words, and its controller."""

    name: str
    words: str
    part: Part


class SectionTabs(QTabWidget):
    """The row of sections over the one on screen.

    Signals:
        chosen: another section came on screen; carries its name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.tabBar().setObjectName(f"{name}_bar")
        self.tabBar().setAccessibleName(words)
        self._names: list[str] = []
        self.currentChanged.connect(self._say)

    def add_section(self, section: Section, shortcut: str, owner: QWidget) -> QAction:
        """Add a section that a shortcut goes to from anywhere inside ``owner``. Return what goes to it."""
        keys = QKeySequence(shortcut)
        self._names.append(section.name)
        at = self.addTab(section.part.view, section.words)
        self.setTabToolTip(at, f"{section.words} ({key_words(keys)})")
        action = QAction(section.words, owner)
        action.setObjectName(f"{self.objectName()}_go_{section.name}")
        action.setShortcut(keys)
        owner.addAction(action)
        return action

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the sections, in order."""
        return tuple(self._names)

    @property
    def current(self) -> str:
        """Return the name of the section on screen, ``""`` where there is none at all."""
        return self._names[self.currentIndex()] if self._names else ""

    def show_section(self, name: str) -> None:
        """Bring a section on screen. Raise ``ValueError`` where there is none of that name."""
        self.setCurrentIndex(self._names.index(name))

    def _say(self, at: int) -> None:
        if 0 <= at < len(self._names):
            self.chosen.emit(self._names[at])


class SectionWalk(QObject):
    """Walks the sections of a page: leaves one, reads the one that comes, and tells where one is."""

    def __init__(self, tabs: SectionTabs, sections: Sequence[Section], keys: str, owner: QWidget) -> None:
        """Put the sections in their row. ``keys`` is what is held with a number to go to each."""
        super().__init__(owner)
        self._tabs = tabs
        self._parts = {section.name: section.part for section in sections}
        for at, section in enumerate(sections, start=1):
            action = tabs.add_section(section, f"{keys}+{at}", owner)
            action.triggered.connect(lambda _checked=False, name=section.name: self.go_to(name))
        room_for_current(tabs)
        self._current = tabs.current
        tabs.chosen.connect(self._change)

    def part(self, name: str) -> Part:
        """Return a section. Raise ``KeyError`` where there is none of that name."""
        return self._parts[name]

    def go_to(self, name: str) -> None:
        """Bring a section on screen and the keyboard to it; one that may not be left keeps both."""
        self._tabs.show_section(name)
        self._parts[self._tabs.current].part_view.take_focus()

    def reveal(self, detail: str) -> None:
        """Show the section that ``detail`` names and what it names of it; an unknown one is passed over."""
        name, _separator, rest = detail.partition(SEPARATOR)
        if name in self._parts:
            self._tabs.show_section(name)
            if rest:
                self._parts[name].reveal_detail(rest)

    def detail(self) -> str:
        """Return what is on screen, as ``reveal`` takes it."""
        rest = self._shown.detail() if self._shown else ""
        return f"{self._tabs.current}{SEPARATOR}{rest}" if rest else self._tabs.current

    def refresh(self) -> None:
        """Read the section on screen where it is old."""
        if self._shown:
            self._shown.refresh()

    def on_changes(self, changes: Changes) -> None:
        """Tell every section; those away wait until they are shown."""
        for part in self._parts.values():
            part.on_changes(changes)

    def leave(self) -> bool:
        """Save what is typed in the section on screen. Return false where that cannot be."""
        return self._shown is None or self._shown.leave()

    @property
    def _shown(self) -> Part | None:
        return self._parts.get(self._tabs.current)

    def _change(self, name: str) -> None:
        if name == self._current:
            return
        if not self._parts[self._current].leave():
            self._tabs.show_section(self._current)
            return
        self._current = name
        self._parts[name].refresh()
