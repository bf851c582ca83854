"""The list of courses: reads it, opens one, plans a new one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.ui.courses.planning import Planning
from cpepa_desktop.ui.courses.view import CoursesView
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell

COURSE_PAGE: Final = "course"
NEW: Final = "new"


class CoursesPage(Page):
    """The page «Cursos»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.FILE})
    view: CoursesView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(CoursesView(), parent)
        self._shell = shell
        self.view.opened.connect(lambda code: shell.go(COURSE_PAGE, code))
        self.view.wanted.connect(self.plan)

    def read(self) -> None:
        """Read the courses."""
        rows = self._shell.ask(lambda: list_courses(self._shell.workspace))
        if rows is not None:
            self.view.show_rows(rows)

    def visit(self, place: Place) -> None:
        """Come to the list; ``new`` asks for a new course at once."""
        super().visit(place)
        self.view.take_focus()
        if place.detail == NEW:
            self.plan()

    def reveal(self, place: Place) -> None:
        """Show a course in the list."""
        self.view.table.choose(place.key)

    def plan(self) -> None:
        """Open the dialog of a new course; what is made there is opened."""
        planning = Planning(self._shell, self.view)
        planning.made.connect(lambda code: self._shell.go(COURSE_PAGE, code))
        planning.open()
