"""The pictures of a course on screen: the heat map above, the line of share of who is chosen below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cpepa_desktop.domain.pictures import HeatCell, HeatMap, HeatRow, HeatState, ShareLine
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.pictures.heat_map import HeatTable, cell_words, look_of
from cpepa_desktop.ui.course.pictures.share_line import SharePlot, line_words
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button

_SIZES: Final = (340, 260)


class PicturesView(TabView):
    """The heat map and the line of share.

    Signals:
        whose: the line of another person is wanted; carries their enrolment, ``None`` for the whole course.
        week_wanted: the week of a day is wanted; carries the cell.
        print_map, print_line: the paper of what is shown is wanted.
    """

    whose = Signal(object)
    week_wanted = Signal(object)
    print_map = Signal()
    print_line = Signal()

    def __init__(self) -> None:
        super().__init__("pictures", _("Imágenes"))
        self.heat = HeatTable("pictures_heat")
        self.plot = SharePlot("pictures_share")
        self.cell = theme.label("", "pictures_cell")
        self.legend = theme.label(_legend(), "pictures_legend", theme.Role.QUIET)
        self.shown_name = theme.label("", "pictures_name", theme.Role.STRONG)
        self.words = theme.label("", "pictures_words", theme.Role.QUIET)
        self.point = theme.label("", "pictures_point")
        self.course = button(
            "pictures_course", _("Todo el curso"), icon="people", shortcut="Ctrl+Alt+C", owner=self
        )
        self.map_paper = button(
            "pictures_map_paper", _("Imprimir el mapa…"), icon="print", shortcut="Ctrl+P", owner=self
        )
        self.line_paper = button(
            "pictures_line_paper", _("Imprimir la línea…"), icon="print", shortcut="Ctrl+Shift+P", owner=self
        )
        self.course.clicked.connect(lambda: self.whose.emit(None))
        self.map_paper.clicked.connect(self.print_map)
        self.line_paper.clicked.connect(self.print_line)
        self.heat.rested.connect(self._rest)
        self.heat.opened.connect(self.week_wanted)
        self.plot.rested.connect(self.point.setText)
        empty = EmptyState(
            "pictures_empty",
            _("Aquí se ven las personas por días cuando el curso tiene clases y alumnado."),
            icon="calendar",
        )
        self.set_body(self._body(), empty)
        self.start_at(self.heat)

    def show_map(self, picture: HeatMap, first: int) -> None:
        """Show the map, beginning on the day at ``first``."""
        self.show_empty(empty=not picture.rows or not picture.days)
        self.heat.show_map(picture, first)

    def show_line(self, line: ShareLine) -> None:
        """Show the line of a person, or of the course."""
        self.shown_name.setText(line.person or _("Todo el curso"))
        self.words.setText(line_words(line))
        self.point.setText("")
        self.plot.show_line(line)

    def _rest(self, row: HeatRow | None, cell: HeatCell | None) -> None:
        if row is None or cell is None:
            return
        self.cell.setText(cell_words(row, cell))
        self.whose.emit(row.enrolment_id)

    def _body(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("pictures_bar")
        bar.setLayout(flow_of([self.map_paper, self.line_paper, self.course]))
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setObjectName("pictures_body")
        sides.setChildrenCollapsible(False)
        sides.addWidget(_column("pictures_upper", self.heat, self.legend, self.cell))
        sides.addWidget(_column("pictures_lower", self.shown_name, self.words, self.plot, self.point))
        sides.setSizes(list(_SIZES))
        return _column("pictures_page", bar, sides)


def _column(name: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.SPACE_SMALL)
    for widget in widgets:
        rows.addWidget(widget, int(isinstance(widget, HeatTable | SharePlot | QSplitter)))
    return made


def _legend() -> str:
    looks = [look_of(state) for state in HeatState]
    return " · ".join(f"{look.sign or _('En blanco')} {look.words.lower()}" for look in looks)
