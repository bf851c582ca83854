"""Typed fields of a form: a label over an editor, its unit, and what is wrong said in words below it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import TimetableError, parse_clock
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.keys import give_keys

Value = TypeVar("Value")
Typed = TypeVar("Typed")
_TEXT_LINES: Final = 4
_HUNDREDTHS: Final = 100


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
        self.required = required
        self._error = theme.label("", f"{name}_error", theme.Role.ERROR)
        self._error.hide()
        editor = self._make_editor()
        editor.setObjectName(name)
        editor.setAccessibleName(f"{label} ({unit})" if unit else label)
        editor.setAccessibleDescription(hint)
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
        self._editor.setAccessibleDescription(error)
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

    def _accompany(self, _row: QHBoxLayout) -> None:
        """Put buttons after the editor; a plain field has none."""

    def _lay_out(self, editor: QWidget, unit: str, hint: str) -> None:
        caption = QLabel(f"{self.label} *" if self.required else self.label)
        caption.setObjectName(f"{self.name}_label")
        caption.setBuddy(editor)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_TIGHT)
        row.addWidget(editor, 1)
        if unit:
            row.addWidget(theme.label(unit, f"{self.name}_unit", theme.Role.QUIET))
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


class _LineField(Field[Value]):
    """A field typed in one line; what is wrong is said when the person leaves it."""

    _line: QLineEdit

    def _make_editor(self) -> QLineEdit:
        self._line = QLineEdit()
        self._line.textEdited.connect(self.changed)
        self._line.editingFinished.connect(self._leave)
        return self._line

    def _leave(self) -> None:
        if self._line.text() or self.error:
            self.check()

    def _show(self, shown: str) -> None:
        self._line.setText(shown)
        self._line.setCursorPosition(0)
        self.say("")


class _ParsedField(_LineField[Typed]):
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


class TextField(_LineField[str]):
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

    _box: QPlainTextEdit

    def _make_editor(self) -> QPlainTextEdit:
        self._box = QPlainTextEdit()
        self._box.setTabChangesFocus(True)
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


class DateField(_ParsedField[date]):
    """A day, typed in any usual form or chosen in a calendar."""

    def _parse(self, typed: str) -> date:
        return text.parse_day(typed)

    def _format(self, value: date) -> str:
        return text.typed_day(value)

    def _accompany(self, row: QHBoxLayout) -> None:
        button = QPushButton()
        button.setIcon(icons.icon("calendar", "quiet"))
        button.setObjectName(f"{self.name}_calendar")
        button.setAccessibleName(_("Calendario: {label}").format(label=self.label))
        button.setToolTip(_("Elegir en el calendario"))
        button.clicked.connect(self._open_calendar)
        theme.set_role(button, theme.Role.FLAT)
        give_keys(button, "Alt+Down", self)
        row.addWidget(button)
        self._line.setPlaceholderText(_("dd/mm/aaaa"))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setObjectName(f"{self.name}_month")
        calendar.setAccessibleName(self.label)
        try:
            shown = self.value()
        except text.NotUnderstood:
            shown = None
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.setFocus()
        menu.exec(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.changed.emit()


class MinutesField(_ParsedField[int]):
    """A length, in minutes, typed as hours: ``5``, ``2:30``, ``45 m``."""

    def _parse(self, typed: str) -> int:
        return text.parse_hours(typed)

    def _format(self, value: int) -> str:
        return text.typed_hours(value)


class ClockField(_ParsedField[int]):
    """A time of day, in minutes since midnight."""

    def _parse(self, typed: str) -> int:
        try:
            return parse_clock(typed)
        except TimetableError as error:
            raise text.NotUnderstood(str(error)) from error

    def _format(self, value: int) -> str:
        return text.clock(value)


class IdentityField(_ParsedField[IdentityDocument]):
    """A DNI, NIE, passport or other document, verified as soon as the field is left.

    ``kind_of`` says the kind where the person has stated it; otherwise it is told by its shape.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        kind_of: Callable[[], DocumentKind | None] = lambda: None,
    ) -> None:
        self._kind_of = kind_of
        super().__init__(name, label, required=required, hint=hint)

    def _parse(self, typed: str) -> IdentityDocument:
        try:
            return parse_identity(typed, self._kind_of())
        except InvalidIdentity as error:
            raise text.NotUnderstood(str(error)) from error

    def _format(self, value: IdentityDocument) -> str:
        return str(value)


class NumberField(_ParsedField[int]):
    """A whole number, or hundredths of one where ``hundredths`` is set; from ``least`` up to ``most``."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        unit: str = "",
        hint: str = "",
        least: int = 0,
        most: int | None = None,
        hundredths: bool = False,
    ) -> None:
        self._scale = _HUNDREDTHS if hundredths else 1
        self._least = least
        self._most = most
        super().__init__(name, label, required=required, unit=unit, hint=hint)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _parse(self, typed: str) -> int:
        number = text.parse_number(typed, self._scale)
        if number < self._least:
            raise text.NotUnderstood(_("El mínimo es {n}.").format(n=self._format(self._least)))
        if self._most is not None and number > self._most:
            raise text.NotUnderstood(_("El máximo es {n}.").format(n=self._format(self._most)))
        return number

    def _format(self, value: int) -> str:
        return text.decimal(value) if self._scale == _HUNDREDTHS else str(value)


class ChoiceField(Field[Value]):
    """One of a closed list. Where ``nothing`` is given it stands first and means ``None``."""

    _box: QComboBox

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[Value, str]] = (),
        *,
        nothing: str | None = None,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self._nothing = nothing
        self._values: list[Value | None] = []
        super().__init__(name, label, required=required, hint=hint)
        self.set_choices(choices)

    def _make_editor(self) -> QComboBox:
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self._box.activated.connect(self._choose)
        return self._box

    def set_choices(self, choices: Sequence[tuple[Value, str]]) -> None:
        """Offer these values with their words, keeping the one chosen where it is still among them."""
        chosen = self.value() if self._values else None
        offered: list[tuple[Value | None, str]] = list(choices)
        if self._nothing is not None:
            offered.insert(0, (None, self._nothing))
        self._values = [value for value, _words in offered]
        self._box.clear()
        self._box.addItems([words for _value, words in offered])
        self.set_value(chosen)

    def value(self) -> Value | None:
        """Return the value chosen."""
        at = self._box.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Value | None) -> None:
        """Choose ``value``; the first of the list where it is not among them."""
        at = self._values.index(value) if value in self._values else 0
        self._box.setCurrentIndex(at if self._values else -1)
        self.say("")

    def _choose(self, _at: int) -> None:
        self.say("")
        self.changed.emit()


class CheckField(Field[bool]):
    """A yes or no."""

    _box: QCheckBox

    def _make_editor(self) -> QCheckBox:
        self._box = QCheckBox(self.label)
        self._box.toggled.connect(self.changed)
        return self._box

    def _lay_out(self, editor: QWidget, unit: str, hint: str) -> None:
        super()._lay_out(editor, unit, hint)
        caption = self.findChild(QLabel, f"{self.name}_label")
        assert isinstance(caption, QLabel)  # noqa: S101 - laid out a line above
        caption.setText("")

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self._box.isChecked()

    def set_value(self, value: bool | None) -> None:  # noqa: FBT001 - the value of this field is a yes or no
        """Tick the box or clear it."""
        self._box.setChecked(bool(value))


class FileField(_ParsedField[Path]):
    """A file that exists, typed or chosen. ``patterns`` are shown by the dialog, as «PDF (*.pdf)»."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        patterns: str = "",
        required: bool = False,
        hint: str = "",
        choose: Callable[[QWidget, str, str], str] | None = None,
    ) -> None:
        self._patterns = patterns
        self._ask = choose or _ask_for_file
        super().__init__(name, label, required=required, hint=hint)

    def _parse(self, typed: str) -> Path:
        path = Path(typed).expanduser()
        if not path.is_file():
            raise text.NotUnderstood(_("No hay ningún archivo con ese nombre."))
        return path

    def _format(self, value: Path) -> str:
        return str(value)

    def _accompany(self, row: QHBoxLayout) -> None:
        button = QPushButton(_("Elegir…"))
        button.setObjectName(f"{self.name}_choose")
        button.setAccessibleName(_("Elegir archivo: {label}").format(label=self.label))
        button.clicked.connect(self._choose_file)
        row.addWidget(button)

    def _choose_file(self) -> None:
        chosen = self._ask(self, self.label, self._patterns)
        if chosen:
            self.set_value(Path(chosen))
            self.check()
            self.changed.emit()


def _ask_for_file(parent: QWidget, title: str, patterns: str) -> str:
    return QFileDialog.getOpenFileName(parent, title, "", patterns)[0]


def save_action(parent: QWidget, name: str) -> QAction:
    """Return an action of ``parent`` that Ctrl+S triggers anywhere inside it."""
    action = QAction(icons.icon("save"), _("Guardar"), parent)
    action.setObjectName(name)
    action.setShortcut("Ctrl+S")
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    parent.addAction(action)
    return action
