"""The school year that lists are about, at the foot of the navigation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme


class YearSwitch(QToolButton):
    """A button that says the year and opens the list of those there are.

    Signals:
        chosen: the person chose a year; carries it, ``None`` for all of them.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("year_switch")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icons.icon("calendar"))
        theme.set_role(self, theme.Role.NAVIGATION)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.setObjectName("year_menu")
        self._menu.setAccessibleName(_("Cursos escolares"))
        self._menu.aboutToShow.connect(self._start_at_chosen)
        self.setMenu(self._menu)

    def show_years(self, years: Sequence[SchoolYear], chosen: SchoolYear | None, keys: str = "") -> None:
        """Offer ``years`` and all of them together, and say which is chosen."""
        words = year_words(chosen)
        self.setText(f"{words} ▾")
        self.setAccessibleName(_("Curso escolar: {year}").format(year=words))
        self.setToolTip(_("Curso escolar que se mira ({keys})").format(keys=_shown(keys)) if keys else words)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for year in (*years, None):
            if year is None:
                self._menu.addSeparator()
            self._menu.addAction(self._action(group, year, is_chosen=year == chosen))

    def _start_at_chosen(self) -> None:
        """Let the arrows set out from the year that is chosen."""
        for action in self._menu.actions():
            if action.isChecked():
                self._menu.setActiveAction(action)

    def _action(self, group: QActionGroup, year: SchoolYear | None, *, is_chosen: bool) -> QAction:
        action = QAction(year_words(year), group)
        action.setObjectName(f"year_{year.begins_in}" if year else "year_all")
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(year))
        return action


def year_words(year: SchoolYear | None) -> str:
    """Return a school year as people speak of it, «curso 23/24»."""
    return _("curso {year}").format(year=year) if year is not None else _("Todos los cursos escolares")


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
