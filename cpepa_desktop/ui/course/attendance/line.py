"""The line of share against time of the person chosen in the week, beside the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.pictures import ShareLine
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.pictures.share_line import SharePlot, line_words
from cpepa_desktop.ui.parts import theme


class LinePanel(QWidget):
    """A person's line, what it says in words, and the day that the arrows rest on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_line")
        self.setAccessibleName(_("Asistencia en el tiempo"))
        self.name = theme.label("", "attendance_line_name", theme.Role.STRONG)
        self.words = theme.label("", "attendance_line_words", theme.Role.QUIET)
        self.plot = SharePlot("attendance_line_plot")
        self.point = theme.label("", "attendance_line_point", theme.Role.QUIET)
        self.plot.rested.connect(self.point.setText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.name)
        layout.addWidget(self.words)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.point)

    def show_line(self, line: ShareLine | None) -> None:
        """Show the line of a person, nothing where nobody is chosen."""
        self.name.setText(line.person if line else "")
        self.words.setText(line_words(line) if line else _("Elija una persona de la semana."))
        self.point.setText("")
        self.plot.show_line(line)
