"""What is asked of somebody's role in a course, and of what they prove for its speciality."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role, TrainerProof
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.staff import CourseStaff
from cpepa_desktop.operations.staff_writing import ProofForm
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.facts import WordsScroll
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, MinutesField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog

_MISSING_WIDTH, _MISSING_HEIGHT = 640, 480


class RoleDialog(FormDialog):
    """Who does what, for how long, under which contract, and how far its validation has come."""

    def __init__(
        self, title: str, trainers: Sequence[Trainer], role: CourseRole | None, parent: QWidget | None = None
    ) -> None:
        self.trainer: ChoiceField[int] = ChoiceField(
            "role_trainer",
            _("Persona"),
            [(trainer.id, trainer.full_name) for trainer in trainers],
            required=True,
            hint=_("Los docentes del centro. Se añaden en «Centro»."),
        )
        self.role: ChoiceField[Role] = ChoiceField(
            "role_role", _("Función"), [(each, each.label) for each in Role], required=True
        )
        self.minutes = MinutesField(
            "role_minutes",
            _("Horas estimadas"),
            unit="h",
            hint=_("Las de quien imparte salen de sus clases."),
        )
        self.tutoring = TextField(
            "role_tutoring", _("Horario de tutorías"), hint=_("Como «martes de 15:00 a 16:00».")
        )
        self.contract: ChoiceField[Contract] = ChoiceField(
            "role_contract",
            _("Contrato"),
            [(each, each.label) for each in Contract if each is not Contract.UNKNOWN],
            nothing=_("Sin decir"),
        )
        self.agreement = TextField("role_agreement", _("Convenio colectivo"))
        self.contract_from = DateField("role_contract_from", _("Contrato desde"))
        self.contract_to = DateField("role_contract_to", _("Contrato hasta"))
        self.sent = DateField("role_sent", _("Enviado el"), hint=_("Al programa de la administración."))
        self.validated = DateField("role_validated", _("Validado el"))
        self.turned_down = DateField("role_rejected", _("Rechazado el"))
        form = Form(
            "role_form",
            [
                (self.trainer, 2),
                self.role,
                self.minutes,
                (self.tutoring, 2),
                _("Contrato"),
                self.contract,
                self.agreement,
                self.contract_from,
                self.contract_to,
                _("Validación"),
                self.sent,
                self.validated,
                self.turned_down,
            ],
        )
        super().__init__("role_dialog", title, form, parent)
        if role is not None:
            self._show(role)
        form.settle()

    def _show(self, role: CourseRole) -> None:
        self.trainer.set_value(role.trainer_id)
        self.role.set_value(role.role)
        self.minutes.set_value(role.minutes)
        self.tutoring.set_value(role.tutoring)
        self.contract.set_value(role.contract)
        self.agreement.set_value(role.collective_agreement)
        self.contract_from.set_value(role.contract_from)
        self.contract_to.set_value(role.contract_to)
        self.sent.set_value(role.sent_on)
        self.validated.set_value(role.validated_on)
        self.turned_down.set_value(role.rejected_on)

    def fix_who(self) -> None:
        """Keep person and role as they are: what is changed is the rest."""
        self.trainer.setEnabled(False)
        self.role.setEnabled(False)

    def entered(self) -> CourseRole:
        """Return what is entered. The form was checked: person and role are there."""
        trainer, role = self.trainer.value(), self.role.value()
        assert trainer is not None  # noqa: S101 - the field is required
        assert role is not None  # noqa: S101 - the field is required
        return CourseRole(
            trainer_id=trainer,
            role=role,
            minutes=self.minutes.value(),
            tutoring=self.tutoring.value(),
            validated_on=self.validated.value(),
            contract=self.contract.value() or Contract.UNKNOWN,
            contract_from=self.contract_from.value(),
            contract_to=self.contract_to.value(),
            collective_agreement=self.agreement.value(),
            sent_on=self.sent.value(),
            rejected_on=self.turned_down.value(),
        )


class ProofsDialog(FormDialog):
    """The three proofs a), b) and c) of somebody for a speciality, each with its words and its scan."""

    def __init__(self, title: str, proofs: Sequence[TrainerProof], parent: QWidget | None = None) -> None:
        known = {proof.proof: proof for proof in proofs}
        self.texts: dict[Proof, TextField] = {}
        self.scans: dict[Proof, ScanField] = {}
        items: list[TextField | ScanField | tuple[TextField, int] | tuple[ScanField, int] | str] = []
        for proof in Proof:
            kept = known.get(proof)
            self.texts[proof] = TextField(f"proof_{proof}", _("En qué consiste"))
            self.texts[proof].set_value(kept.text if kept else "")
            hint = _("Ya hay un fichero: elija otro solo para cambiarlo.") if kept and kept.attachment else ""
            self.scans[proof] = ScanField(f"proof_{proof}_scan", _("Documento escaneado"), hint=hint)
            items += [proof.label, (self.texts[proof], 2), (self.scans[proof], 2)]
        form = Form("proofs_form", items)
        super().__init__("proofs_dialog", title, form, parent)
        form.settle()

    def entered(self) -> tuple[ProofForm, ...]:
        """Return what is entered of each proof."""
        return tuple(
            ProofForm(proof, self.texts[proof].value(), self.scans[proof].value()) for proof in Proof
        )


class MissingDialog(QDialog):
    """What the staff of a course still misses before it starts, one sentence under the other."""

    def __init__(self, staff: CourseStaff, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Qué falta del profesorado antes de empezar")
        self.setObjectName("staff_missing_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.sentences = WordsScroll("staff_missing_sentences", title)
        self.sentences.show_words(_sentences(staff.missing))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, "staff_missing_title", theme.Role.HEADING))
        start = _("El curso {course} empieza el {day}.").format(
            course=staff.course, day=text.full_day(staff.start)
        )
        layout.addWidget(theme.label(start, "staff_missing_start", theme.Role.QUIET))
        layout.addWidget(self.sentences, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("staff_missing_buttons")
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(theme.size_on_screen(_MISSING_WIDTH, _MISSING_HEIGHT))


def _sentences(missing: Sequence[str]) -> QWidget:
    holder = QWidget()
    holder.setObjectName("staff_missing_list")
    layout = QGridLayout(holder)
    layout.setContentsMargins(*(theme.SPACE_SMALL,) * 4)
    layout.setHorizontalSpacing(theme.SPACE_SMALL)
    layout.setVerticalSpacing(theme.SPACE)
    layout.setColumnStretch(1, 1)
    for at, sentence in enumerate(missing):
        words = theme.label(sentence, f"staff_missing_{at}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(icons.icon_label("to-do", "quiet"), at, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, at, 1)
    layout.setRowStretch(len(missing), 1)
    return holder
