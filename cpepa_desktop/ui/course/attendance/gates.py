"""What is asked where the first attendance of a course is refused: the requirements that are missing.

They are said there and then, or left for later with a reason, and what was being entered goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeGuard

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.gate_entry import PAPER_OF_GATE, GateEntry, enter_gates
from cpepa_desktop.operations.gate_states import GateState
from cpepa_desktop.operations.gates import GateRefused
from cpepa_desktop.ui.official_papers.words import kind_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import DateField, TextField
from cpepa_desktop.ui.parts.form import AnyField, Form, FormDialog
from cpepa_desktop.ui.shell import Shell

_WIDTH: Final = 660
_HEIGHT: Final = 310
_HEIGHT_OF_GATE: Final = 90
_LEAST_HEIGHT: Final = 120


class _Gate:
    """The day and the number that are asked of a gate."""

    def __init__(self, state: GateState) -> None:
        self.gate = state.gate
        day, number = _labels(state.gate)
        self.day = DateField(state.gate, day)
        self.number = TextField(f"{state.gate}_number", number)
        self.heading = f"{rule_title(state.gate)} ({state.verdict.citation})"

    def entry(self) -> GateEntry | None:
        """Return what is entered of the gate, ``None`` while its day is not. The form was checked."""
        day = self.day.value()
        return None if day is None else GateEntry(self.gate, day, self.number.value())


class GatesDialog(FormDialog):
    """The gates that keep a course from its first attendance, each with its article, day and number."""

    def __init__(self, refused: GateRefused, parent: QWidget | None = None) -> None:
        self._gates = [_Gate(state) for state in refused.gates]
        self.reason = TextField(
            "gates_reason",
            _("Por qué se apunta más tarde"),
            hint=_("Por ejemplo, dónde consta. Lo que falte sigue pendiente en «Expediente»."),
        )
        items: list[AnyField | tuple[AnyField, int] | str] = []
        for gate in self._gates:
            items += [gate.heading, gate.day, gate.number]
        super().__init__(
            "gates_dialog",
            ngettext("Falta un requisito", "Faltan requisitos", len(self._gates)),
            Form("gates_form", [*items, _("Apuntar más tarde"), (self.reason, 2)]),
            parent,
            accept=_("Guardar y seguir"),
        )
        message = _(
            "El curso {course} no puede tener asistencia el {day} mientras no conste esto. Al guardarlo se "
            "guarda también lo que estaba introduciendo."
        )
        words = theme.label(message.format(course=refused.course, day=day_words(refused.day)), "gates_words")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - the form dialog has laid itself out
        layout.insertWidget(1, words)
        for area in self.findChildren(QScrollArea):
            area.setMinimumHeight(theme.scaled(_LEAST_HEIGHT))
        self.resize(theme.size_on_screen(_WIDTH, _HEIGHT + _HEIGHT_OF_GATE * len(self._gates)))
        self._gates[0].day.setFocus()

    def entries(self) -> list[GateEntry]:
        """Return what is entered, gate by gate. The form was checked."""
        return [entry for gate in self._gates if (entry := gate.entry()) is not None]

    def is_enough(self) -> bool:
        """Say whether nothing is missing, or why it is left for later; else ask for the first day."""
        missing = [gate.day for gate in self._gates if gate.entry() is None]
        if not missing or self.reason.value():
            return True
        missing[0].say(_("Escriba el día o, abajo, por qué se apunta más tarde."))
        missing[0].setFocus()
        return False


def ask_gates(shell: Shell, refused: GateRefused, again: Callable[[], object], parent: QWidget) -> None:
    """Ask for the requirements that a refusal names, write them down, and do ``again`` what it refused."""
    dialog = GatesDialog(refused, parent)

    def submit() -> None:
        if not dialog.is_enough():
            return
        entered, reason = dialog.entries(), dialog.reason.value()
        written = shell.run(
            lambda: enter_gates(shell.workspace, refused.course, refused.day, entered, reason),
            refused=dialog.form.show_refused,
        )
        if written is not None:
            dialog.accept()
            again()

    dialog.submitted.connect(submit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_or_tell(shell: Shell, refused: Refused, again: Callable[[], object], parent: QWidget) -> None:
    """Ask for what a course waits for, where that is why something was refused; else tell why."""
    if is_waiting(refused):
        ask_gates(shell, refused, again, parent)
    else:
        shell.tell(refused)


def is_waiting(refused: Refused | None) -> TypeGuard[GateRefused]:
    """Say whether a refusal only waits for what nobody has said yet. A gate that says no is not asked."""
    return isinstance(refused, GateRefused) and all(gate.answer is Answer.PENDING for gate in refused.gates)


def _labels(gate: str) -> tuple[str, str]:
    """Return what the day and the number of a gate are called."""
    if gate not in PAPER_OF_GATE:
        return _("Enviada el"), _("Número de registro")
    words = kind_words(PAPER_OF_GATE[gate])
    is_authorisation = PAPER_OF_GATE[gate] is OfficialPaperKind.AUTHORISATION
    return (words.received_on if is_authorisation else words.issued_on), words.number
