"""The list of courses on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.ui.courses.columns import course_columns
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import PageView, button, column_of
from cpepa_desktop.ui.parts.table import TablePanel


class CoursesView(PageView):
    """Every course of the file in a table, and the way to a new one.

    Signals:
        opened: a course was asked for; carries its code.
        wanted: a new course was asked for.
        all_wanted: the courses of every school year were asked for.
    """

    opened = Signal(str)
    wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("courses", _("Cursos"))
        self.new = self.add_action(
            "courses_new", _("Nuevo curso…"), icon="add", shortcut="Ctrl+Shift+N", primary=True
        )
        self.new.clicked.connect(self.wanted)
        self.table: TablePanel[CourseRow] = TablePanel(
            "courses_list",
            _("Cursos"),
            course_columns(),
            key=lambda row: row.code,
            empty=EmptyState(
                "courses_list_empty", _("No hay cursos con clase en este curso escolar."), icon="calendar"
            ),
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
        self.year = YearLine()
        self.year.all_wanted.connect(self.all_wanted)
        self.set_body(column_of([self.year, self.table], "courses_body", spacing=theme.SPACE_SMALL), empty)

    def take_focus(self) -> None:
        """Bring the keyboard to the list, or to the next step where there is none."""
        step = self.findChild(QPushButton, "courses_empty_action") if self.is_empty() else None
        (step if isinstance(step, QPushButton) else self.table.view).setFocus()

    def show_rows(self, rows: Sequence[CourseRow], year: SchoolYear | None, total: int) -> None:
        """Show the courses of a school year, of the ``total`` there are; all of them where it is ``None``."""
        self.table.set_rows(rows)
        self.year.say(year, len(rows), total)
        self.show_empty(empty=not total)
        self.new.setVisible(bool(total))
        self.table.choose_first()


class YearLine(QWidget):
    """Says that the list is of one school year alone, and offers the others.

    Signals:
        all_wanted: the courses of every school year were asked for.
    """

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("courses_year")
        self._words = theme.label("", "courses_year_words", theme.Role.QUIET)
        self._words.setWordWrap(False)
        self._all = button("courses_all_years", _("Ver los de todos los cursos escolares"), icon="refresh")
        theme.set_role(self._all, theme.Role.FLAT)
        self._all.clicked.connect(self.all_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(icons.icon_label("filter", "quiet"))
        layout.addWidget(self._words)
        layout.addWidget(self._all)
        layout.addStretch(1)
        self.hide()

    def say(self, year: SchoolYear | None, shown: int, total: int) -> None:
        """Say how many of the courses are of ``year``; nothing where all of them are shown."""
        self.setVisible(year is not None)
        if year is not None:
            words = ngettext(
                "Curso escolar {year}: {shown} de {total} curso",
                "Curso escolar {year}: {shown} de {total} cursos",
                total,
            )
            self._words.setText(words.format(year=year, shown=shown, total=total))
            self._all.setVisible(shown < total)
