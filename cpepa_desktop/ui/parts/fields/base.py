"""What every field is: a label over an editor, and what is wrong said in words below it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.fields.editors import Line

Value = TypeVar("Value")


class Field(QWidget, Generic[Value]):
    """One value asked for. A subclass says how it is edited, read and shown.

    Signals:
        changed: the person changed it.
    """

    changed = Signal()

    def __init__(
        self, name: str, label: str, *, required: bool = False, unit: str = "", hint: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(f"field_{name}")
        self.name = name
        self.label = label
        self.first_label = label
        self.required = required
        self._error = theme.label("", f"{name}_error", theme.Role.ERROR)
        self._error.hide()
        editor = self._make_editor()
        editor.setObjectName(name)
        editor.setAccessibleName(f"{label} ({unit})" if unit else label)
        self._description = "; ".join(part for part in (_("Obligatorio") if required else "", hint) if part)
        editor.setAccessibleDescription(self._description)
        self._editor = editor
        self.setFocusProxy(editor)
        self._lay_out(editor, unit, hint)

    @abstractmethod
    def _make_editor(self) -> QWidget:
        """Return the editor, connected so that a change by the person emits ``changed``."""

    @abstractmethod
    def value(self) -> Value | None:
        """Return what is entered, ``None`` for nothing. Raise ``NotUnderstood`` where it makes no sense."""

    @abstractmethod
    def set_value(self, value: Value | None) -> None:
        """Show ``value`` and forget any error."""

    def check(self) -> bool:
        """Say in words what is wrong with what is entered. Return whether nothing is."""
        try:
            value = self.value()
        except text.NotUnderstood as error:
            self.say(str(error))
            return False
        is_missing = self.required and (value is None or value == "")
        self.say(_("Falta este dato.") if is_missing else "")
        return not is_missing

    def say(self, error: str) -> None:
        """Show an error beside the field, or take it away where it is empty."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self._editor.setAccessibleDescription(error or self._description)
        self._editor.setProperty("invalid", bool(error))
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)

    @property
    def error(self) -> str:
        """Return the error shown."""
        return self._error.text()

    @property
    def editor(self) -> QWidget:
        """Return the widget that has the focus while the field is edited."""
        return self._editor

    def rename(self, label: str) -> None:
        """Give the field other words, where what it asks for depends on another field.

        It answers to its first words all the same, in the problems of a refusal.
        """
        self.label = label
        self._caption.setText(self._label_words())
        self._editor.setAccessibleName(label)

    def _label_words(self) -> str:
        return _("{label} (obligatorio)").format(label=self.label) if self.required else self.label

    def _accompany(self, _row: QHBoxLayout) -> None:
        """Put buttons after the editor; a plain field has none."""

    def _lay_out(self, editor: QWidget, unit: str, hint: str) -> None:
        caption = QLabel(self._label_words())
        caption.setObjectName(f"{self.name}_label")
        caption.setBuddy(editor)
        caption.setWordWrap(True)
        self._caption = caption
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_TIGHT)
        row.addWidget(editor, 1)
        if unit and isinstance(editor, Line):
            editor.set_unit(unit)
        self._accompany(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        layout.addWidget(caption)
        layout.addLayout(row)
        if hint:
            layout.addWidget(theme.label(hint, f"{self.name}_hint", theme.Role.QUIET))
        layout.addWidget(self._error)
        layout.addStretch(1)


def save_action(parent: QWidget, name: str) -> QAction:
    """Return an action of ``parent`` that Ctrl+S triggers anywhere inside it."""
    action = QAction(icons.icon("save"), _("Guardar"), parent)
    action.setObjectName(name)
    action.setShortcut("Ctrl+S")
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    parent.addAction(action)
    return action
