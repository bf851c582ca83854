"""Fields that are typed: a line, a line that a function understands, a text of several lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from cpepa_desktop.ui.parts.fields.base import Field, Value
from cpepa_desktop.ui.parts.fields.editors import Line, TextBox

Typed = TypeVar("Typed")
_TEXT_LINES: Final = 4


class LineField(Field[Value]):
    """A field typed in one line.

    What is wrong is said when the person leaves it, and from then on with every letter until it is right.
    """

    _line: Line

    def _make_editor(self) -> Line:
        self._line = Line()
        self._line.textEdited.connect(self._edit)
        self._line.editingFinished.connect(self._leave)
        return self._line

    def _edit(self) -> None:
        if self.error:
            self.check()
        self.changed.emit()

    def _leave(self) -> None:
        if self._line.text() or self.error:
            self.check()

    def _show(self, shown: str) -> None:
        self._line.setText(shown)
        self._line.setCursorPosition(0)
        self.say("")


class ParsedField(LineField[Typed]):
    """A line that a function understands."""

    def _parse(self, typed: str) -> Typed:
        raise NotImplementedError

    def _format(self, value: Typed) -> str:
        raise NotImplementedError

    def value(self) -> Typed | None:
        """Return what is entered."""
        typed = self._line.text().strip()
        return self._parse(typed) if typed else None

    def set_value(self, value: Typed | None) -> None:
        """Show ``value``."""
        self._show("" if value is None else self._format(value))


class TextField(LineField[str]):
    """A line of text. Its value is never ``None``: nothing typed is ``""``. ``suggestions`` complete it."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        unit: str = "",
        hint: str = "",
        suggestions: Sequence[str] = (),
    ) -> None:
        super().__init__(name, label, required=required, unit=unit, hint=hint)
        if suggestions:
            completer = QCompleter(list(suggestions), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._line.setCompleter(completer)

    def value(self) -> str:
        """Return the text without spaces around it."""
        return " ".join(self._line.text().split())

    def set_value(self, value: str | None) -> None:
        """Show ``value``."""
        self._show(value or "")


class LongTextField(Field[str]):
    """A text of several lines. Its value is never ``None``."""

    _box: TextBox

    def _make_editor(self) -> TextBox:
        self._box = TextBox()
        self._box.setFixedHeight(self._box.fontMetrics().lineSpacing() * (_TEXT_LINES + 1))
        self._box.textChanged.connect(self.changed)
        return self._box

    def value(self) -> str:
        """Return the text without empty lines around it."""
        return self._box.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show ``value``."""
        self._box.setPlainText(value or "")
        self.say("")
