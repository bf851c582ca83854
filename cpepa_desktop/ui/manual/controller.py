"""F1 anywhere: the manual opens at the page about where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.manual.book import INDEX, SHORTCUTS, page_named
from cpepa_desktop.ui.manual.shortcuts import groups_of, shortcuts_page
from cpepa_desktop.ui.manual.topics import topic_of
from cpepa_desktop.ui.manual.view import ManualWindow
from cpepa_desktop.ui.settings import Settings

KEYS: Final = "F1"
_WINDOW: Final = "manual"
_ACTION: Final = "dialog_help"


class ManualController(QObject):
    """Shows the manual over a window, and over any dialog of it.

    ``here`` says which page of the window is on screen, for when the keyboard is in none; ``views`` gives
    every page of the window, whose shortcuts the manual lists.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        *,
        here: Callable[[], QWidget | None],
        views: Callable[[], Sequence[QWidget]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._here = here
        self._views = views
        QApplication.instance().focusChanged.connect(self._equip)  # type: ignore[union-attr]  # it runs

    def help(self) -> None:
        """Open the manual at the page about where the keyboard is, or about what is on screen."""
        place = topic_of(QApplication.focusWidget() or QApplication.activeModalWidget())
        self.open(place if place != INDEX else topic_of(self._here()))

    def show_shortcuts(self) -> None:
        """Open the manual at the list of shortcuts."""
        self.open(SHORTCUTS)

    def open(self, place: str) -> None:
        """Open the manual at a page, or at the heading of one, over what has the keyboard."""
        self._window_over(QApplication.activeModalWidget() or self._window).open(place)

    def _window_over(self, parent: QWidget) -> ManualWindow:
        """Return the manual of that parent: while a dialog waits, only what is its own can be used."""
        known = parent.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(known, ManualWindow):
            return known
        made = ManualWindow(self._text_of, parent)
        geometry = self._settings.geometry(_WINDOW)
        if not geometry.isEmpty():
            made.restoreGeometry(geometry)
        made.finished.connect(lambda _result: self._settings.remember_geometry(made.saveGeometry(), _WINDOW))
        return made

    def _text_of(self, name: str) -> str:
        if name == SHORTCUTS:
            return shortcuts_page(groups_of(self._window, self._views()))
        return page_named(name).text

    def _equip(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Give a dialog its F1 the first time the keyboard comes to it: menus do not reach into dialogs."""
        dialog = new.window() if new is not None else None
        if not isinstance(dialog, QDialog) or isinstance(dialog, ManualWindow):
            return
        if dialog.findChild(QAction, _ACTION) is None:
            action = QAction(_("Manual"), dialog)
            action.setObjectName(_ACTION)
            action.setShortcut(QKeySequence(KEYS))
            action.triggered.connect(lambda _checked=False: self.help())
            dialog.addAction(action)
