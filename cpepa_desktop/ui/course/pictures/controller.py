"""The pictures of a course: reads the map, and the line of whoever is chosen in it."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QTimer

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.pictures import HeatCell
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.pictures import heat_map, share_line
from cpepa_desktop.ui.course.pictures.view import PicturesView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.shell import Shell

_REST_MS = 80
"""A line is read once the arrows rest on its person, not for each one they pass."""


class PicturesTab(Tab):
    """The tab «Imágenes»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.PEOPLE, Kind.ATTENDANCE})
    view: PicturesView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, PicturesView(), parent)
        self._whose: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.shell.ask(self._show_line))
        view = self.view
        view.whose.connect(self._choose)
        view.week_wanted.connect(self._open_week)
        view.print_map.connect(lambda: self._go("papers/heat-map"))
        view.print_line.connect(self._print_line)

    def forget(self) -> None:
        """Open the next course on its own line."""
        self._whose = None

    def read(self) -> None:
        """Read the map and the line."""
        self.shell.ask(self._read)

    def _read(self) -> None:
        picture = heat_map(self.workspace, self.course)
        today = self.workspace.clock.today()
        whose = self._whose
        self.view.show_map(picture, max(0, bisect_right(picture.days, today) - 1))
        if whose not in {row.enrolment_id for row in picture.rows}:
            whose = None
        self._whose = whose
        self._rest.stop()
        self._show_line()

    def _show_line(self) -> None:
        if self.course:
            self.view.show_line(share_line(self.workspace, self.course, self._whose))

    def _choose(self, enrolment_id: int | None) -> None:
        if enrolment_id != self._whose:
            self._whose = enrolment_id
            self._rest.start()

    def _open_week(self, cell: HeatCell) -> None:
        self._go(f"attendance/{IsoWeek.of(cell.day)}")

    def _print_line(self) -> None:
        self._go("papers/share-line-course" if self._whose is None else f"papers/share-line/{self._whose}")

    def _go(self, place: str) -> None:
        self.shell.go("course", self.course, place)
