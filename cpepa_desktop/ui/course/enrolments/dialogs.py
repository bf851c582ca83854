"""What is asked of who joins a course, of who is in it, and of who leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.identity import DocumentKind
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.enrolments import EnrolmentForm, Withdrawal
from cpepa_desktop.operations.people import PersonSummary
from cpepa_desktop.ui.course.enrolments.columns import EnrolmentRow, person_columns
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.parts.fields import (
    ChoiceField,
    DateField,
    IdentityField,
    NumberField,
    ScanField,
    TextField,
)
from cpepa_desktop.ui.parts.form import AnyField, Form, FormDialog
from cpepa_desktop.ui.parts.pick import PickField, SeveralField

_WITH_CONTRACT = frozenset({LeaveCause.JOB, LeaveCause.RECALL})
_WIDTH = 760
_HEIGHT = 660


class _JoiningFields:
    """What is said of an enrolment, the same for who joins and for who is already in."""

    def __init__(self, modules: Sequence[tuple[str, str]]) -> None:
        self.joined_on = DateField("joined_on", _("Alta"), hint=_("Vacía, el primer día del curso."))
        self.seat = NumberField("seat", _("Plaza"), least=1, hint=_("Vacía, la primera libre."))
        self.status: ChoiceField[EmploymentStatus] = ChoiceField(
            "status",
            _("Situación laboral al inicio"),
            [(status, status.label.capitalize()) for status in EmploymentStatus],
            nothing=_("Sin establecer"),
        )
        self.accredited = SeveralField("accredited", _("Módulos ya acreditados"), modules)
        self.source = TextField("source", _("De dónde consta la acreditación"))

    def items(self) -> list[AnyField | tuple[AnyField, int] | str]:
        """Return the fields in the order they are asked."""
        return [self.joined_on, self.seat, (self.status, 2), (self.accredited, 2), (self.source, 2)]

    def entered(self) -> EnrolmentForm:
        """Return what is entered. The form was checked."""
        return EnrolmentForm(
            joined_on=self.joined_on.value(),
            seat=self.seat.value(),
            status=self.status.value(),
            accredited=self.accredited.value(),
            source=self.source.value(),
        )


class EnrolDialog(FormDialog):
    """Somebody of the file, or somebody new, and how they join."""

    def __init__(
        self,
        people: Sequence[PersonSummary],
        modules: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        self.person: PickField[PersonSummary] = PickField(
            "person",
            _("Persona del archivo"),
            person_columns(),
            key=lambda row: row.person.id,
            hint=_("Escriba su nombre o su documento. Si no está, rellene sus datos."),
        )
        self.kind: ChoiceField[DocumentKind] = ChoiceField(
            "kind",
            _("Tipo de documento"),
            [(kind, kind.label.capitalize()) for kind in (DocumentKind.PASSPORT, DocumentKind.OTHER)],
            nothing=_("DNI o NIE"),
        )
        self.document = IdentityField("document", _("Documento"), required=True, kind_of=self.kind.value)
        self.name = TextField("name", _("Nombre"), required=True)
        self.surnames = TextField("surnames", _("Apellidos"))
        self.birth = DateField("birth", _("Fecha de nacimiento"))
        self.joining = _JoiningFields(modules)
        self._of_person: tuple[AnyField, ...] = (
            self.document,
            self.kind,
            self.name,
            self.surnames,
            self.birth,
        )
        form = Form("enrol_form", [(self.person, 2), *self._of_person, _("Matrícula"), *self.joining.items()])
        super().__init__("enrol_dialog", _("Matricular"), form, parent)
        self.resize(_WIDTH, _HEIGHT)
        self.person.set_rows(people)
        self.person.setVisible(bool(people))
        self.person.changed.connect(self.settle)
        (self.person if people else self.document).setFocus()
        self.settle()

    def settle(self) -> None:
        """Ask for the data of a new person only while nobody of the file is chosen."""
        is_new = self.person.value() is None
        for field in self._of_person:
            field.setVisible(is_new)
            field.setEnabled(is_new)

    def new_person(self) -> Person:
        """Return the new person that is entered. The form was checked."""
        document = self.document.value()
        assert document is not None  # noqa: S101 - the field is required
        return Person(0, self.name.value(), self.surnames.value(), document, birth_date=self.birth.value())


class EnrolmentDialog(FormDialog):
    """What was said of somebody when they joined, to be changed."""

    def __init__(
        self, row: EnrolmentRow, modules: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        self.joining = _JoiningFields(modules)
        form = Form("enrolment_form", self.joining.items())
        title = _("Matrícula de {name}").format(name=row.enrolment.person.listed_name)
        super().__init__("enrolment_dialog", title, form, parent)
        self.joining.joined_on.set_value(row.enrolment.joined_on)
        self.joining.seat.set_value(row.enrolment.seat)
        self.joining.status.set_value(row.enrolment.status_at_start)
        self.joining.accredited.set_value(row.accredited)
        sources = {standing.source for standing in row.enrolment.standings}
        self.joining.source.set_value("; ".join(sorted(sources)))
        form.settle()


class WithdrawDialog(FormDialog):
    """How somebody leaves: the last day of class, why, and what proves it."""

    def __init__(self, enrolment: Enrolment, parent: QWidget | None = None) -> None:
        self.on = DateField("on", _("Último día de clase"), required=True)
        self.cause: ChoiceField[LeaveCause] = ChoiceField(
            "cause",
            _("Causa"),
            [(cause, course_words.leave_words(cause)) for cause in LeaveCause],
            required=True,
        )
        self.contract_start = DateField("contract_start", _("Inicio del contrato"))
        self.communicated_on = DateField("communicated_on", _("Comunicada el"))
        self.proof = ScanField("proof", _("Justificante"))
        form = Form(
            "withdraw_form",
            [self.on, self.cause, self.contract_start, self.communicated_on, (self.proof, 2)],
        )
        title = _("Baja de {name}").format(name=enrolment.person.listed_name)
        super().__init__("withdraw_dialog", title, form, parent)
        self.cause.changed.connect(self.settle)
        self.settle()

    def settle(self) -> None:
        """Ask for the contract only where the cause is one."""
        has_contract = self.cause.value() in _WITH_CONTRACT
        self.contract_start.setVisible(has_contract)
        self.contract_start.setEnabled(has_contract)

    def entered(self) -> Withdrawal:
        """Return how the person leaves. The form was checked."""
        on, cause = self.on.value(), self.cause.value()
        assert on is not None  # noqa: S101 - the field is required
        assert cause is not None  # noqa: S101 - the list is never empty
        return Withdrawal(
            on=on,
            cause=cause,
            contract_start=self.contract_start.value() if cause in _WITH_CONTRACT else None,
            communicated_on=self.communicated_on.value(),
            proof=self.proof.value(),
        )


class NoticeDialog(FormDialog):
    """Why a leaving was told of late and the person counts all the same."""

    def __init__(self, enrolment: Enrolment, parent: QWidget | None = None) -> None:
        self.reason = TextField(
            "notice_reason",
            _("Causa imprevista y cómo se justificó"),
            required=True,
            hint=_("Debe haberse comunicado cuando se produjo (ap. 18.7). Queda escrito quién lo admite."),
        )
        form = Form("notice_form", [(self.reason, 2)])
        title = _("Comunicación tardía de {name}").format(name=enrolment.person.listed_name)
        super().__init__("notice_dialog", title, form, parent)
