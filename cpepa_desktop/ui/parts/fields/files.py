"""A file of the person's, typed or chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.fields.lines import ParsedField


class FileField(ParsedField[Path]):
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


class ScanField(FileField):
    """A paper that was scanned, or came as a file: what is kept beside what is written of it."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        choose: Callable[[QWidget, str, str], str] | None = None,
    ) -> None:
        patterns = _("Documentos (*.pdf *.png *.jpg *.jpeg)")
        super().__init__(name, label, patterns=patterns, required=required, hint=hint, choose=choose)


def _ask_for_file(parent: QWidget, title: str, patterns: str) -> str:
    return QFileDialog.getOpenFileName(parent, title, "", patterns)[0]
