"""How the person arranged what is on a page: the columns of its tables and what its splitters share."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.settings import Settings

_KEPT: Final = "layout_is_kept"


def keep_layouts(parent: QWidget, settings: Settings) -> None:
    """Arrange what is inside ``parent`` as it was left, and keep every arrangement from now on.

    What already is kept stays as it is, so that this can be called again when something was added.
    """
    for panel in parent.findChildren(TablePanel):
        if _is_new(panel):
            _keep_table(panel, settings)
    for splitter in parent.findChildren(QSplitter):
        if splitter.objectName() and _is_new(splitter):
            _keep_splitter(splitter, settings)


def _is_new(widget: QWidget) -> bool:
    is_new = not widget.property(_KEPT)
    widget.setProperty(_KEPT, True)  # noqa: FBT003 - Qt's own signature
    return is_new


def _keep_table(panel: TablePanel[Any], settings: Settings) -> None:
    name = panel.objectName()
    kept = settings.table_layout(name)
    if kept:
        panel.restore_layout(kept)
    panel.arranged.connect(lambda: settings.remember_table_layout(name, panel.layout_text()))


def _keep_splitter(splitter: QSplitter, settings: Settings) -> None:
    # What shares the width is kept apart from what shares the height, as the same two do in large text.
    is_wide = splitter.orientation() == Qt.Orientation.Horizontal
    name = f"{splitter.objectName()}-{'horizontal' if is_wide else 'vertical'}"
    kept = settings.splitter(name)
    if not kept.isEmpty():
        splitter.restoreState(kept)
    splitter.splitterMoved.connect(lambda *_place: settings.remember_splitter(name, splitter.saveState()))
