"""Printing several papers at once: which, where to, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.course_papers import (
    BatchPrinted,
    PaperLine,
    PaperStage,
    papers_under_way,
    print_papers,
)
from cpepa_desktop.ui.papers.actions import PaperActions
from cpepa_desktop.ui.papers.columns import batch_columns
from cpepa_desktop.ui.parts import dialogs, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import PageView, button
from cpepa_desktop.ui.parts.printing import ask_printer
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.shell import Shell

_SIZE: Final = (860, 560)


class BatchDialog(QDialog):
    """Asks which papers to print. Those chosen at first are those that are due.

    Signals:
        submitted: the person wants the papers chosen printed.
    """

    submitted = Signal()

    def __init__(self, lines: Sequence[PaperLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Imprimir varios documentos")
        self.setObjectName("batch_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.size_on_screen(*_SIZE))
        self.table: TablePanel[PaperLine] = TablePanel(
            "batch_papers",
            _("Documentos que se pueden imprimir"),
            batch_columns(),
            key=lambda line: line.request,
            empty=EmptyState("batch_none", _("No hay ningún documento que imprimir."), icon="papers"),
        )
        self.to_printer = QCheckBox(_("Enviarlos también a la impresora"))
        self.to_printer.setObjectName("batch_to_printer")
        self.to_printer.setAccessibleName(self.to_printer.text())
        words = _("Elija las filas: con Ctrl o Mayús se eligen varias, y con Ctrl+A todas.")
        self.accept_button = button("batch_accept", "", icon="print", primary=True)
        self.cancel = button("batch_cancel", _("Cancelar"))
        self._buttons = QDialogButtonBox()
        self._buttons.setObjectName("batch_buttons")
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, "batch_title", theme.Role.HEADING))
        layout.addWidget(theme.label(words, "batch_words", theme.Role.QUIET))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.to_printer)
        layout.addWidget(self._buttons)
        self.table.view.selectionModel().selectionChanged.connect(self._say_count)
        self.table.set_rows(lines)
        self._choose_due()
        self._say_count()

    def chosen(self) -> tuple[PaperLine, ...]:
        """Return the papers chosen, in the order they are shown."""
        return self.table.selected_rows()

    def _choose_due(self) -> None:
        view = self.table.view
        for at, line in enumerate(self.table.shown_rows()):
            if line.stage is PaperStage.TO_PRINT:
                flags = view.selectionModel().SelectionFlag
                view.selectionModel().select(view.model().index(at, 0), flags.Select | flags.Rows)
        view.setFocus()

    def _say_count(self) -> None:
        count = len(self.chosen())
        words = ngettext("Imprimir {n} documento…", "Imprimir {n} documentos…", count).format(n=count)
        self.accept_button.setText(f" {words}")
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(count))


class BatchPrinting:
    """Asks for several papers over a page, prints them in another thread, and tells what came of it."""

    def __init__(self, shell: Shell, view: PageView, actions: PaperActions) -> None:
        self._shell = shell
        self._view = view
        self._actions = actions

    def ask(self) -> None:
        """Ask which papers of the courses under way to print."""
        lines = self._shell.ask(lambda: papers_under_way(self._shell.workspace))
        if lines is not None:
            self.offer(lines)

    def offer(self, lines: Sequence[PaperLine]) -> None:
        """Ask which of some papers to print."""
        dialog = BatchDialog([line for line in lines if line.stage is not PaperStage.LATER], self._view)
        dialog.submitted.connect(lambda: self._print(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self, dialog: BatchDialog) -> None:
        printer: QPrinter | None = None
        if dialog.to_printer.isChecked():
            printer = self._shell.ask(lambda: ask_printer(dialog))
            if printer is None:
                return
        folder = self._actions.choose_folder()
        if folder is None:
            return
        wanted = [line.request for line in dialog.chosen()]
        began = self._shell.work_writing(
            _("Imprimir documentos"),
            lambda ws, progress: print_papers(ws, wanted, folder, progress.report),
            done=lambda printed: self._end(printed, folder, printer),
        )
        if began:
            dialog.accept()

    def _end(self, printed: BatchPrinted, folder: Path, printer: QPrinter | None) -> None:
        if printer is not None and printed.made:
            self._actions.send([each.paper.id for each in printed.made], printer)
        is_whole = not printed.refused and not printed.left
        dialog = dialogs.AnswerDialog(
            "batch_answer",
            made_words(printed),
            outcome_words(printed, folder),
            wash=theme.Wash.OK if is_whole else theme.Wash.WARNING,
            problems=printed.refused,
            parent=self._view,
        )
        roles = QDialogButtonBox.ButtonRole
        dialog.add_button("folder", _("Abrir la carpeta"), roles.ActionRole)
        dialog.add_button("accept", _("Entendido"), roles.AcceptRole, primary=True)
        dialog.buttons.clicked.connect(
            lambda pressed: (
                self._actions.open_folder()
                if dialog.buttons.buttonRole(pressed) == roles.ActionRole
                else None
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def made_words(printed: BatchPrinted) -> str:
    """Return how many papers were printed."""
    count = len(printed.made)
    if not count:
        return _("No se ha impreso ningún documento")
    words = ngettext("Se ha impreso {n} documento", "Se han impreso {n} documentos", count)
    return words.format(n=count)


def outcome_words(printed: BatchPrinted, folder: Path) -> str:
    """Return where the papers are and what became of the others."""
    parts = []
    if printed.made:
        parts.append(_("Están en «{folder}» y registrados con su número.").format(folder=folder))
    if printed.refused:
        count = len(printed.refused)
        words = ngettext(
            "{n} no se ha podido imprimir: abajo se dice por qué.",
            "{n} no se han podido imprimir: abajo se dice por qué.",
            count,
        )
        parts.append(words.format(n=count))
    if printed.left:
        words = ngettext(
            "Se ha detenido y queda {n} sin imprimir; lo ya impreso se conserva, porque cada documento es "
            "un acto con su número.",
            "Se ha detenido y quedan {n} sin imprimir; lo ya impreso se conserva, porque cada documento es "
            "un acto con su número.",
            printed.left,
        )
        parts.append(words.format(n=printed.left))
    return " ".join(parts)
