"""The list of courses on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.ui.courses.columns import course_columns
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import PageView
from cpepa_desktop.ui.parts.table import TablePanel


class CoursesView(PageView):
    """Every course of the file in a table, and the way to a new one.

    Signals:
        opened: a course was asked for; carries its code.
        wanted: a new course was asked for.
    """

    opened = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("courses", _("Cursos"))
        self.new = self.add_action(
            "courses_new", _("Nuevo curso…"), icon="add", shortcut="Ctrl+Shift+N", primary=True
        )
        self.new.clicked.connect(self.wanted)
        self.table: TablePanel[CourseRow] = TablePanel(
            "courses_list", _("Cursos"), course_columns(), key=lambda row: row.code
        )
        self.table.opened.connect(lambda row: self.opened.emit(row.code))
        empty = EmptyState(
            "courses_empty",
            _(
                "Todavía no hay cursos. Elija una especialidad del catálogo, un día y un horario: "
                "el programa hace el calendario."
            ),
            action=_("Planificar el primer curso…"),
            icon="courses",
        )
        empty.acted.connect(self.wanted)
        self.set_body(self.table, empty)

    def take_focus(self) -> None:
        """Bring the keyboard to the list, or to the next step where there is none."""
        step = self.findChild(QPushButton, "courses_empty_action") if self.is_empty() else None
        (step if isinstance(step, QPushButton) else self.table.view).setFocus()

    def show_rows(self, rows: Sequence[CourseRow]) -> None:
        """Show the courses."""
        self.table.set_rows(rows)
        self.show_empty(empty=not rows)
        self.new.setVisible(bool(rows))
        self.table.choose_first()
