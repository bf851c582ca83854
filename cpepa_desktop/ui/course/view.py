"""The course on screen: what it is and where it stands, and its tabs in the order of its life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.stage import Blocker
from cpepa_desktop.ui.course.blockers import BlockersLine
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.keys import give_keys, key_words
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.parts.scroll import room_for_current
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel

_DIGITS: Final = 10
"""The tenth tab is gone to by Alt and 0, as the keys stand on the keyboard."""


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab: the name it is gone to by and its words."""

    name: str
    words: str
    view: TabView


class CourseHeader(QWidget):
    """Where the course stands, and under it what keeps it from the next stage."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course_header")
        self.badge = BadgeLabel("course_stage")
        self.facts = theme.label("", "course_facts", theme.Role.QUIET)
        self.blockers = BlockersLine()
        facts = QHBoxLayout()
        facts.setSpacing(theme.SPACE)
        facts.addWidget(self.badge)
        facts.addWidget(self.facts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        layout.addLayout(facts)
        layout.addWidget(self.blockers)


class CourseView(PageView):
    """Header and tabs.

    Signals:
        tab_chosen: another tab came on screen; carries its name.
        list_wanted: the person wants to see all courses.
        mending_wanted: the person wants to go to the part of the course that mends what blocks it.
    """

    tab_chosen = Signal(str)
    list_wanted = Signal()
    mending_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("course", _("Curso"))
        theme.set_role(self.title, theme.Role.STRONG if theme.is_large_text() else theme.Role.HEADING)
        self.header = CourseHeader()
        self.header.blockers.asked.connect(self.mending_wanted)
        self.back = self._make_back()
        self.add_trail(self.back)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("course_tabs")
        self.tabs.setAccessibleName(_("Partes del curso"))
        self.tabs.tabBar().setObjectName("course_tab_bar")
        self.tabs.tabBar().setAccessibleName(_("Partes del curso"))
        self.tabs.currentChanged.connect(self._say_tab)
        self._names: list[str] = []
        body = QWidget()
        body.setObjectName("course_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, 1)
        self.empty = EmptyState(
            "course_empty",
            _("Elija un curso de la lista para trabajar en él."),
            action=_("Ver los cursos"),
            icon="courses",
        )
        self.empty.acted.connect(self.list_wanted)
        self.set_body(body, self.empty)

    def set_tabs(self, entries: Sequence[TabEntry]) -> None:
        """Give the course its tabs; Alt and a number goes to each."""
        with QSignalBlocker(self.tabs):
            for at, entry in enumerate(entries):
                self.tabs.addTab(entry.view, entry.words)
                self.tabs.setTabToolTip(at, self._add_shortcut(at, entry))
                self._names.append(entry.name)
        room_for_current(self.tabs)

    def show_tab(self, name: str) -> None:
        """Bring a tab on screen."""
        self.tabs.setCurrentIndex(self._names.index(name))

    def go_to(self, name: str) -> None:
        """Bring a tab on screen and the keyboard to it; a tab that may not be left keeps both."""
        self.show_tab(name)
        view = self.tabs.currentWidget()
        if isinstance(view, TabView):
            view.take_focus()

    @property
    def current_tab(self) -> str:
        """Return the name of the tab on screen."""
        return self._names[self.tabs.currentIndex()]

    def show_course(
        self, title: str, badge: Badge, facts: str, stage: Stage, blockers: Sequence[Blocker] = ()
    ) -> None:
        """Show what the course is, where it stands and what keeps it from the next stage."""
        self.set_title(title)
        self.header.blockers.show_blockers(stage, blockers)
        self.header.badge.show_badge(badge)
        self.header.facts.setText(facts)
        self.show_empty(empty=False)

    def show_none(self, sentence: str) -> None:
        """Show that there is no course, and why."""
        self.set_title(_("Curso"))
        self.empty.say(sentence)
        self.show_empty(empty=True)

    def _make_back(self) -> QPushButton:
        """Return the first step of the trail that ends in the title."""
        made = QPushButton(_("Cursos ›"))  # noqa: RUF001 - the sign of a trail
        made.setObjectName("course_back")
        made.setAccessibleName(_("Volver a la lista de cursos"))
        made.setToolTip(_("Volver a la lista de cursos"))
        theme.set_role(made, theme.Role.FLAT)
        made.clicked.connect(self.list_wanted)
        give_keys(made, "Alt+Up", self)
        return made

    def _add_shortcut(self, at: int, entry: TabEntry) -> str:
        """Return the words of a tab with its shortcut."""
        keys = QKeySequence(f"Alt+{(at + 1) % _DIGITS}")
        action = QAction(entry.words, self)
        action.setObjectName(f"course_go_{entry.name}")
        action.setShortcut(keys)
        action.triggered.connect(lambda: self.go_to(entry.name))
        self.addAction(action)
        return f"{entry.words} ({key_words(keys)})"

    def _say_tab(self, at: int) -> None:
        if at >= 0:
            self.tab_chosen.emit(self._names[at])
