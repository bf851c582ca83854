"""What can be done with any table, in one menu with its keys: copy, export, sort, choose its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cpepa_desktop.domain.listing import Listing
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.table.columns_dialog import ColumnsDialog
from cpepa_desktop.ui.parts.table.export import ExportWish, mime_of, taker_of
from cpepa_desktop.ui.parts.table.layout import TableLayout
from cpepa_desktop.ui.parts.table.view import TableView


class Arranged(Protocol):
    """The table that the menu is about."""

    view: TableView

    def listing(self, *, chosen_only: bool = False) -> Listing:
        """Return the rows to be taken."""

    def layout_now(self) -> TableLayout:
        """Return how the table is arranged."""

    def arrange(self, layout: TableLayout) -> None:
        """Arrange the table."""

    def reset_columns(self) -> None:
        """Bring back the columns of the start."""


class TableMenu(QObject):
    """The button «⋯» of a table with its menu, the same commands by the right button, and their keys."""

    def __init__(self, panel: QWidget, table: Arranged, title: str) -> None:
        super().__init__(panel)
        self._panel = panel
        self._table = table
        self._name = panel.objectName()
        self.menu = QMenu(panel)
        self.menu.setObjectName(f"{self._name}_menu")
        self.menu.setAccessibleName(_("Tabla: {title}").format(title=title))
        self.menu.setToolTipsVisible(True)
        self._sorts = QMenu(_("Ordenar por"), self.menu)
        self._sorts.setObjectName(f"{self._name}_sorts")
        self._fill()
        self.button = self._make_button(title)
        header = table.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_header_menu)

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setMimeData(mime_of(self._table.listing(chosen_only=True)))

    def export(self, kind: str) -> None:
        """Hand the rows shown, or those selected where they are several, to the window for a file."""
        taker = taker_of(self._panel)
        if taker is not None:
            taker.export_table(ExportWish(self._table.listing(), kind))

    def choose_columns(self) -> None:
        """Show the dialog of the columns and do as it says."""
        before = self._table.layout_now()
        dialog = ColumnsDialog(self._name, before.places, self._panel)

        def reset() -> None:
            self._table.reset_columns()
            dialog.show_places(self._table.layout_now().places)

        dialog.reset_asked.connect(reset)
        if dialog.exec():
            after = self._table.layout_now()
            self._table.arrange(TableLayout(dialog.places(), after.sorted_by, after.descending))
        else:
            self._table.arrange(before)
        dialog.deleteLater()

    def sort_by_current(self) -> None:
        """Sort by the column of the current cell: upwards, then downwards, then as the rows come."""
        view = self._table.view
        header, column = view.horizontalHeader(), view.currentIndex().column()
        if column < 0:
            return
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if header.sortIndicatorSection() != column:
            view.sortByColumn(column, up)
        elif header.sortIndicatorOrder() == up:
            view.sortByColumn(column, down)
        else:
            view.sortByColumn(-1, up)

    def _fill(self) -> None:
        copy = self._action("copy", _("Copiar"), "copy", "", self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # a text box beside it copies its own
        sort = self._action(
            "sort", _("Ordenar por la columna actual"), "down", "Ctrl+Shift+O", self.sort_by_current
        )
        actions = [
            copy,
            self._action(
                "export_xlsx", _("Exportar a XLSX…"), "export", "Ctrl+Shift+X", lambda: self.export("xlsx")
            ),
            self._action(
                "export_csv", _("Exportar a CSV…"), "export", "Ctrl+Shift+V", lambda: self.export("csv")
            ),
            self.menu.addMenu(self._sorts),
            sort,
            self._action("columns", _("Columnas…"), "settings", "Ctrl+Shift+C", self.choose_columns),
        ]
        self.menu.addActions(actions)
        self._table.view.addActions(actions)
        for action in actions:
            if action not in {copy, self._sorts.menuAction()}:
                self._panel.addAction(action)
        self._sorts.aboutToShow.connect(self._fill_sorts)
        self.menu.aboutToShow.connect(self._settle)

    def _action(self, name: str, words: str, icon: str, keys: str, run: Callable[[], None]) -> QAction:
        made = QAction(icons.icon(icon), words, self._panel)
        made.setObjectName(f"{self._name}_{name}")
        if keys:
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setToolTip(f"{words} ({shown})")
        # Not `connect(run)`: the signal would give it whether the action is checked.
        made.triggered.connect(lambda _checked=False: run())
        return made

    def _make_button(self, title: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"{self._name}_more")
        made.setIcon(icons.icon("more"))
        words = _("Más de la tabla")
        made.setAccessibleName(_("{words}: {title}").format(words=words, title=title))
        made.setToolTip(_("{words}: copiar, exportar, columnas (Ctrl+.)").format(words=words))
        made.setMenu(self.menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = self._action("more_shortcut", words, "more", "Ctrl+.", made.showMenu)
        self._panel.addAction(action)
        return made

    def _settle(self) -> None:
        """Offer to export only where there is a window that does it."""
        for name in ("export_xlsx", "export_csv"):
            action = self._panel.findChild(QAction, f"{self._name}_{name}")
            if isinstance(action, QAction):
                action.setVisible(taker_of(self._panel) is not None)

    def _fill_sorts(self) -> None:
        self._sorts.clear()
        view = self._table.view
        header = view.horizontalHeader()
        group = QActionGroup(self._sorts)
        current = header.sortIndicatorSection()
        for column in (-1, *view.shown_columns()):
            heading = view.model().headerData(column, Qt.Orientation.Horizontal) if column >= 0 else ""
            action = self._sorts.addAction(str(heading or _("Como vienen")))
            action.setCheckable(True)
            action.setChecked(column == current)
            action.triggered.connect(
                lambda _checked=False, column=column: view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
            )
            group.addAction(action)

    def _open_header_menu(self, at: QPoint) -> None:
        view = self._table.view
        header, layout = view.horizontalHeader(), self._table.layout_now()
        menu = QMenu(header)
        menu.setObjectName(f"{self._name}_header_menu")
        for place in layout.places:
            action = menu.addAction(place.name)
            action.setCheckable(True)
            action.setChecked(place.is_shown)
            is_last = place.is_shown and len(view.shown_columns()) == 1
            action.setEnabled(not is_last)  # a table without columns could not be mended
            action.toggled.connect(lambda shown, name=place.name: self._show_column(name, shown=shown))
        menu.addSeparator()
        menu.addAction(_("Columnas…")).triggered.connect(lambda _checked=False: self.choose_columns())
        menu.addAction(_("Como al principio")).triggered.connect(
            lambda _checked=False: self._table.reset_columns()
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(header.mapToGlobal(at))

    def _show_column(self, name: str, *, shown: bool) -> None:
        self._table.arrange(self._table.layout_now().with_shown(name, shown=shown))
