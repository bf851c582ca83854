"""One of a closed list, and a yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from cpepa_desktop.ui.parts.fields.base import Field, Value


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
