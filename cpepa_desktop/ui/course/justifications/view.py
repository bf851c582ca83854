"""The justifications of a course on screen, and what is asked when some are decided or handed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.justifications import JustificationView
from cpepa_desktop.ui.course.justifications.columns import justification_columns
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, LongTextField, TextField
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel

_SIZE = (1120, 620)


class JustificationsDialog(QDialog):
    """The list of justifications and what can be done with them.

    Signals:
        add_wanted: a new one is to be written.
        exception_wanted: the exception to the share of attendance is to be decided on.
        change_wanted, proof_wanted: about one; carry its row.
        remove_wanted, hand_in_wanted, wait_wanted, validate_wanted, reject_wanted: about those selected;
            carry their rows.
    """

    add_wanted = Signal()
    exception_wanted = Signal()
    change_wanted = Signal(object)
    proof_wanted = Signal(object)
    remove_wanted = Signal(object)
    hand_in_wanted = Signal(object)
    validate_wanted = Signal(object)
    reject_wanted = Signal(object)
    wait_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("justifications_dialog")
        self.resize(theme.size_on_screen(*_SIZE))
        self.title = theme.label("", "justifications_title", theme.Role.HEADING)
        self.banner = Banner("justifications_banner")
        empty = EmptyState(
            "justifications_empty",
            _("Nadie ha justificado ninguna falta todavía. Añada aquí cada justificante cuando lo traigan."),
            icon="attach",
        )
        self.table: TablePanel[JustificationView] = TablePanel(
            "justifications",
            _("Justificantes"),
            justification_columns(),
            key=lambda row: row.row.id,
            empty=empty,
        )
        self.add = self._button("add", _("Nuevo…"), "add", "Ctrl+N", primary=True)
        self.change = self._button("change", _("Cambiar…"), "edit", "Ctrl+E")
        self.proof = self._button("proof", _("Abrir el documento"), "open", "Ctrl+O")
        self.hand_in = self._button("hand_in", _("Entregar…"), "send", "Ctrl+R")
        self.validate = self._button("validate", _("Validado…"), "ok", "Ctrl+1")
        self.reject_these = self._button("reject", _("Rechazado…"), "no", "Ctrl+2")
        self.wait = self._button("wait", _("Pendiente"), "pending", "Ctrl+3")
        self.remove = self._button("remove", _("Quitar"), "remove", "Ctrl+Shift+Del")
        self.exception = self._button("exception", _("Excepción…"), "law", "Ctrl+4")
        self.exception.setToolTip(
            with_keys(_("Considerar finalizada a una persona por debajo del 75 %"), "Ctrl+4")
        )
        self._of_several = (self.hand_in, self.validate, self.reject_these, self.wait, self.remove)
        self._connect()
        self._lay_out()
        self.settle()

    def name(self, title: str) -> None:
        """Say whose justifications they are."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)

    def show_rows(self, rows: Sequence[JustificationView]) -> None:
        """Show the justifications of the course."""
        self.table.set_rows(rows)
        self.table.choose_first()
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for those chosen."""
        row = self.table.current_row()
        self.change.setEnabled(row is not None)
        self.proof.setEnabled(row is not None and bool(row.proof_name))
        for made in self._of_several:
            made.setEnabled(row is not None)

    def _button(self, name: str, words: str, icon: str, keys: str, *, primary: bool = False) -> QPushButton:
        return button(f"justifications_{name}", words, icon=icon, shortcut=keys, primary=primary, owner=self)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.exception.clicked.connect(self.exception_wanted)
        for made, signal in ((self.change, self.change_wanted), (self.proof, self.proof_wanted)):
            made.clicked.connect(lambda _checked=False, signal=signal: self.table.about_current(signal.emit))
        signals = (
            self.hand_in_wanted,
            self.validate_wanted,
            self.reject_wanted,
            self.wait_wanted,
            self.remove_wanted,
        )
        for made, signal in zip(self._of_several, signals, strict=True):
            made.clicked.connect(lambda _checked=False, signal=signal: self._about_selected(signal))
        self.table.opened.connect(self.change_wanted)
        self.table.chosen.connect(lambda _row: self.settle())

    def _lay_out(self) -> None:
        hint = theme.label(
            _("Se entregan cada semana para que los valide el INAEM. Elija varios para decidirlos a la vez."),
            "justifications_hint",
            theme.Role.QUIET,
        )
        buttons = QDialogButtonBox()
        buttons.setObjectName("justifications_buttons")
        close = buttons.addButton(_("Cerrar"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("justifications_close")
        close.setAccessibleName(_("Cerrar"))
        close.setToolTip(with_keys(_("Cerrar"), "Esc"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.title)
        layout.addWidget(hint)
        layout.addWidget(self.banner)
        layout.addLayout(flow_of([self.add, self.change, self.proof, *self._of_several, self.exception]))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.view.setFocus()

    def _about_selected(self, signal: SignalInstance) -> None:
        rows = self.table.selected_rows()
        if rows:
            signal.emit(rows)


class DecisionDialog(FormDialog):
    """The day on which the administration decided."""

    def __init__(
        self, state: JustificationState, count: int, today: date, parent: QWidget | None = None
    ) -> None:
        self.day = DateField("decision_day", _("Día de la decisión"), required=True)
        self.day.set_value(today)
        title = ngettext("{n} justificante: {state}", "{n} justificantes: {state}", count)
        form = Form("decision_form", [self.day], columns=1)
        super().__init__("decision_dialog", title.format(n=count, state=state.label), form, parent)


class HandInDialog(FormDialog):
    """The day on which justifications were handed in, and their number in the registry."""

    def __init__(self, count: int, today: date, parent: QWidget | None = None) -> None:
        self.day = DateField("hand_in_day", _("Entregados el"), required=True)
        self.registry = TextField("hand_in_registry", _("Número de registro"))
        self.day.set_value(today)
        title = ngettext("Entregar {n} justificante", "Entregar {n} justificantes", count).format(n=count)
        form = Form("hand_in_form", [self.day, self.registry])
        super().__init__("hand_in_dialog", title, form, parent, accept=_("Anotar la entrega"))


class ExceptionDialog(FormDialog):
    """Who is held to have finished below the share of attendance, or no longer is, and why."""

    def __init__(self, people: Sequence[PersonStatus], parent: QWidget | None = None) -> None:
        self.person: ChoiceField[str] = ChoiceField(
            "exception_person",
            _("Persona"),
            [(each.enrolment.person.document.number, _person_words(each)) for each in people],
            required=True,
            hint=_("Quien ya no alcanza el 75 %, asistió al menos al 65 % y tiene faltas validadas."),
        )
        self.is_granted: ChoiceField[bool] = ChoiceField(
            "exception_decision",
            _("Decisión"),
            [(True, _("Considerar que ha finalizado")), (False, _("Revocar la excepción"))],
            required=True,
            hint=_("Sólo vale con todos los módulos aprobados (EFP/942/2022, art. 11.3)."),
        )
        self.reason = LongTextField("exception_reason", _("Motivo"), required=True)
        form = Form("exception_form", [(self.person, 2), (self.is_granted, 2), (self.reason, 2)])
        super().__init__("exception_dialog", _("Excepción de asistencia"), form, parent)


def _person_words(person: PersonStatus) -> str:
    name = person.enrolment.person.listed_name
    return _("{name} (con excepción)").format(name=name) if person.exception else name
