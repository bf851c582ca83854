"""The line in a cell of the week, where what is more than one key is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.attendance.week_model import Index

_MOVES: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class CellEditor(QStyledItemDelegate):
    """The line that is typed in. Up, Down, Enter and Tab take what is typed and go on; Escape forgets it.

    Attributes:
        line: the last line made; one that was taken may still wait to be deleted.

    Signals:
        moved: what was typed was taken; carries by how many rows and columns to go on.

    """

    moved = Signal(int, int)
    line: QLineEdit | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index, /) -> QWidget:
        """Override QStyledItemDelegate::createEditor."""
        editor = QLineEdit(parent)
        self.line = editor
        editor.setObjectName("attendance_cell_editor")
        editor.setAccessibleName(_("Asistencia de la casilla"))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        editor.setStyleSheet("QLineEdit { padding: 0; border-radius: 0; }")
        return editor

    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        """Override QStyledItemDelegate::setEditorData."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index, /) -> None:
        """Override QStyledItemDelegate::setModelData."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent, /) -> bool:
        """Override QStyledItemDelegate::eventFilter."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*move)
                return True
        return super().eventFilter(editor, event)
