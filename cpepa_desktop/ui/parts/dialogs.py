"""Dialogs that answer: why something was declined, what went wrong around the program, are you sure."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.banner import ICONS
from cpepa_desktop.ui.parts.table import Align, Column, TablePanel

RESTART: Final = 2
"""What a crash dialog answers where the program is to be started again."""
_WIDTH: Final = 560
_TABLE_WIDTH: Final = 760
_TABLE_HEIGHT: Final = 280


class AnswerDialog(QDialog):
    """An icon, what happened in a few words, the whole sentence, the problems one by one, and the way out."""

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str,
        *,
        wash: theme.Wash,
        problems: tuple[Problem, ...] = (),
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._sentence = sentence
        self._problems = problems
        self._details = details
        heading = theme.label(title, f"{name}_title", theme.Role.HEADING)
        words = theme.label(sentence, f"{name}_sentence")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        token = "quiet" if wash is theme.Wash.QUIET else wash.value
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(icons.icon_label(ICONS[wash], token, 28), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(heading, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        self._layout.setSpacing(theme.SPACE_LARGE)
        self._layout.addLayout(head)
        self._layout.addWidget(words)
        if problems:
            self._layout.addWidget(_problem_table(name, problems), 1)
        self.buttons = QDialogButtonBox()
        self.buttons.setObjectName(f"{name}_buttons")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layout.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Override QDialog::showEvent: by now it has its buttons."""
        theme.fit_words(self, _TABLE_WIDTH if self._problems else _WIDTH)
        super().showEvent(event)

    def add_button(
        self, name: str, words: str, role: QDialogButtonBox.ButtonRole, *, primary: bool = False
    ) -> QPushButton:
        """Add a way out. Return its button."""
        made = self.buttons.addButton(words, role)
        made.setObjectName(f"{self.objectName()}_{name}")
        made.setAccessibleName(words)
        if primary:
            theme.set_role(made, theme.Role.PRIMARY)
            made.setDefault(True)
            made.setFocus()
        return made

    def copied_text(self) -> str:
        """Return what the dialog says, to be pasted into a message."""
        lines = [self._sentence, *(f"- {problem}" for problem in self._problems)]
        return "\n".join([*lines, "", self._details] if self._details else lines)

    def copy(self) -> None:
        """Put what the dialog says on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied_text())


def answer_dialog(answer: Refused | EnvironmentFault, parent: QWidget | None = None) -> AnswerDialog:
    """Return the dialog that tells why something was not done. The answer's own sentence says what to do."""
    if isinstance(answer, Refused):
        title, wash, problems = _("No se ha podido hacer"), theme.Wash.WARNING, answer.problems
    else:
        title, wash, problems = _("Algo ajeno al programa lo impide"), theme.Wash.DANGER, ()
    dialog = AnswerDialog("answer_dialog", title, answer.message, wash=wash, problems=problems, parent=parent)
    _add_ways_out(dialog)
    return dialog


def crash_dialog(details: str, parent: QWidget | None = None) -> AnswerDialog:
    """Return the dialog that tells of a mistake of the program; ``details`` go into a report."""
    sentence = _(
        "El programa ha cometido un error. Lo guardado está a salvo; lo que estaba haciendo puede no haberse "
        "hecho. Compruébelo antes de seguir, o reinicie el programa: vuelve a este archivo y a este lugar. "
        "Si se repite, copie los detalles y envíelos a quien mantiene el programa; no llevan datos de nadie."
    )
    dialog = AnswerDialog(
        "crash_dialog",
        _("Error del programa"),
        sentence,
        wash=theme.Wash.DANGER,
        details=details,
        parent=parent,
    )
    restart = dialog.add_button("restart", _("Reiniciar el programa"), QDialogButtonBox.ButtonRole.ActionRole)
    restart.clicked.connect(lambda: dialog.done(RESTART))
    _add_ways_out(dialog)
    return dialog


def _add_ways_out(dialog: AnswerDialog) -> None:
    roles = QDialogButtonBox.ButtonRole
    dialog.add_button("copy", _("Copiar los detalles"), roles.ResetRole)
    dialog.add_button("accept", _("Entendido"), roles.AcceptRole, primary=True)
    dialog.buttons.clicked.connect(
        lambda pressed: dialog.copy() if dialog.buttons.buttonRole(pressed) == roles.ResetRole else None
    )


def confirm_dialog(
    title: str, sentence: str, act: str, *, danger: bool = False, parent: QWidget | None = None
) -> AnswerDialog:
    """Return the dialog that asks before ``act``, whose words are those of the act itself and never «Sí»."""
    wash = theme.Wash.DANGER if danger else theme.Wash.WARNING
    dialog = AnswerDialog("confirm_dialog", title, sentence, wash=wash, parent=parent)
    dialog.add_button("cancel", _("Cancelar"), QDialogButtonBox.ButtonRole.RejectRole, primary=danger)
    dialog.add_button("accept", act, QDialogButtonBox.ButtonRole.AcceptRole, primary=not danger)
    return dialog


def tell(answer: Refused | EnvironmentFault, parent: QWidget | None = None) -> None:
    """Show why something was not done and wait until it is read."""
    answer_dialog(answer, parent).exec()


def confirm(
    title: str, sentence: str, act: str, *, danger: bool = False, parent: QWidget | None = None
) -> bool:
    """Ask before ``act``. Return whether the person wants it."""
    dialog = confirm_dialog(title, sentence, act, danger=danger, parent=parent)
    return dialog.exec() == QDialog.DialogCode.Accepted


def problem_columns() -> tuple[Column[Problem], ...]:
    """Return the columns that show problems of a user's file with their place."""
    return (
        Column(_("Fila"), lambda problem: problem.row, align=Align.RIGHT, width=6),
        Column(_("Columna"), lambda problem: problem.column or problem.where, width=16),
        Column(_("Qué hay que corregir"), lambda problem: problem.message, tooltip=str, stretched=True),
    )


def _problem_table(name: str, problems: tuple[Problem, ...]) -> TablePanel[Problem]:
    title = ngettext("{n} problema", "{n} problemas", len(problems)).format(n=len(problems))
    panel = TablePanel(f"{name}_problems", title, problem_columns(), key=lambda problem: problem)
    panel.set_rows(problems)
    panel.setMinimumHeight(theme.size_on_screen(0, _TABLE_HEIGHT).height())
    return panel
