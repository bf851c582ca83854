"""The list of courses: reads it, opens one, plans a new one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.school_years import of_year
from cpepa_desktop.ui.courses.planning import Planning
from cpepa_desktop.ui.courses.view import CoursesView
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell

COURSE_PAGE: Final = "course"
NEW: Final = "new"


class CoursesPage(Page):
    """The page «Cursos»."""

    depends_on = frozenset(
        {Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.PAPERS, Kind.PLANNING, Kind.FILE}
    )
    view: CoursesView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(CoursesView(), parent)
        self._shell = shell
        self.view.opened.connect(lambda code: shell.go(COURSE_PAGE, code))
        self.view.wanted.connect(self.plan)
        self.view.all_wanted.connect(self._show_all_years)
        shell.year_changed.connect(self._on_year)

    def read(self) -> None:
        """Read the courses of the school year that is looked at."""
        rows = self._shell.ask(lambda: list_courses(self._shell.workspace))
        if rows is not None:
            year = self._shell.school_year
            self.view.show_rows(of_year(rows, year), year, len(rows))

    def visit(self, place: Place) -> None:
        """Come to the list; ``new`` asks for a new course at once."""
        super().visit(place)
        self.view.take_focus()
        if place.detail == NEW:
            self.plan()

    def reveal(self, place: Place) -> None:
        """Show a course in the list."""
        self.view.table.choose(place.key)

    def _on_year(self) -> None:
        if self._shell.is_open and self.view.isVisible():
            self.read()

    def _show_all_years(self) -> None:
        self._shell.set_school_year(None)
        self.view.take_focus()

    def plan(self) -> None:
        """Open the dialog of a new course; what is made there is opened."""
        planning = Planning(self._shell, self.view)
        planning.made.connect(lambda code: self._shell.go(COURSE_PAGE, code))
        planning.open()
