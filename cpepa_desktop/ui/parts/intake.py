"""What another program's file would bring, before anything of it is written: rows, problems and notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.dialogs import problem_columns
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.table import TablePanel

Row = TypeVar("Row")
_SIZE: Final = (900, 560)


class IntakeDialog(QDialog, Generic[Row]):
    """The rows that would come in, those that cannot, and what is worth knowing, each in its tab.

    Signals:
        taken: the person accepts every row; offered only where there is no problem.
        taken_in_part: the person accepts the right rows and leaves the others out.
    """

    taken = Signal()
    taken_in_part = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.size_on_screen(*_SIZE))
        self._words = theme.label("", f"{name}_words")
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}_tabs")
        self.tabs.setAccessibleName(title)
        self.buttons = QDialogButtonBox()
        self.buttons.setObjectName(f"{name}_buttons")
        self.accept_all = self._button("accept", _("Importar"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_part = self._button(
            "accept_part", _("Importar sólo las correctas"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.cancel = self._button("cancel", _("Cancelar"), QDialogButtonBox.ButtonRole.RejectRole)
        theme.set_role(self.accept_all, theme.Role.PRIMARY)
        self.accept_all.clicked.connect(self.taken)
        self.accept_part.clicked.connect(self.taken_in_part)
        self.cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, f"{name}_title", theme.Role.HEADING))
        layout.addWidget(self._words)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)

    def show_intake(
        self,
        words: str,
        rows: TablePanel[Row],
        problems: Sequence[Problem],
        notices: Sequence[Problem],
        *,
        in_part: bool,
    ) -> None:
        """Show what was read. ``in_part`` says whether the right rows may come in without the others."""
        self._words.setText(words)
        count = len(rows.model.rows)
        self.tabs.addTab(rows, icons.icon("ok", "ok"), _("Correctas ({n})").format(n=count))
        wrong, known = self._problems("problems", problems), self._problems("notices", notices)
        self.tabs.addTab(wrong, icons.icon("no", "danger"), _("Con problemas ({n})").format(n=len(problems)))
        self.tabs.addTab(known, icons.icon("warning", "warning"), _("Avisos ({n})").format(n=len(notices)))
        self.tabs.setCurrentWidget(wrong if problems else rows)
        self.accept_all.setEnabled(bool(count) and not problems)
        self.accept_part.setVisible(in_part and bool(problems))
        self.accept_part.setEnabled(bool(count))
        (self.cancel if problems else self.accept_all).setFocus()

    def show_differences(
        self, table: QWidget, count: int, keep: str, overwrite: str, *, is_open: bool
    ) -> None:
        """Show beside the rows those that say otherwise than what is there, and ask what becomes of them.

        ``keep`` and ``overwrite`` name the two answers, `taken_in_part` and `taken`, which can be given where
        ``is_open``: no problem keeps the file out.
        """
        words = _("Con diferencias ({n})").format(n=count)
        self.tabs.insertTab(1, table, icons.icon("warning", "warning"), words)
        for button, name in ((self.accept_part, keep), (self.accept_all, overwrite)):
            button.setText(name)
            button.setAccessibleName(name)
            button.setVisible(True)
            button.setEnabled(is_open)
        if is_open:
            self.tabs.setCurrentWidget(table)
            self.accept_part.setFocus()

    def _problems(self, name: str, problems: Sequence[Problem]) -> TablePanel[Problem]:
        table = f"{self.objectName()}_{name}"
        title = _("Con problemas") if name == "problems" else _("Avisos")
        empty = EmptyState(f"{table}_empty", _("Ninguno."), icon="check")
        panel = TablePanel(table, title, problem_columns(), key=lambda problem: problem, empty=empty)
        panel.set_rows(problems)
        return panel

    def _button(self, name: str, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        made = self.buttons.addButton(words, role)
        made.setObjectName(f"{self.objectName()}_{name}")
        made.setAccessibleName(words)
        made.setAutoDefault(True)
        return made
