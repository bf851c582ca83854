"""What is asked of the virtual classroom: the tool, why each person is in it, its recordings and its logs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.connections import Tool
from cpepa_desktop.domain.course import Stretch
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.virtual import Consent, VirtualClass, VirtualPerson, VirtualReason
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.connections import Unmatched
from cpepa_desktop.operations.virtual import PersonRow, RecordingRow
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, FileField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.pick import PickField, SeveralField
from cpepa_desktop.ui.parts.table import Column

_LOGS = "(*.csv *.txt *.xlsx *.json)"


def stretch_words(stretch: Stretch) -> str:
    """Return a class as it is chosen: its day and clock times."""
    return f"{day_words(stretch.day)} · {clock_text(stretch.start)}-{clock_text(stretch.end)}"


class ClassDialog(FormDialog):
    """With which tool the class is given, and how the inspection joins it."""

    def __init__(self, virtual: VirtualClass, parent: QWidget | None = None) -> None:
        self.tool = TextField(
            "virtual_tool",
            _("Herramienta"),
            hint=_("Se leen los registros de {tools}.").format(tools=", ".join(Tool)),
        )
        self.link = TextField(
            "virtual_link",
            _("Enlace para los órganos de control"),
            hint=_("Con él se conectan durante la clase (Guía 3.d)."),
        )
        form = Form("virtual_class_form", [(self.tool, 2), (self.link, 2)])
        super().__init__("virtual_class_dialog", _("Herramienta y enlace del aula virtual"), form, parent)
        self.tool.set_value(virtual.tool)
        self.link.set_value(virtual.inspection_link)
        form.settle()

    def entered(self) -> VirtualClass:
        """Return what is entered."""
        return VirtualClass(self.tool.value(), self.link.value())


class PersonDialog(FormDialog):
    """Why somebody follows the class at a distance, and whether they let themselves be recorded."""

    def __init__(self, row: PersonRow, parent: QWidget | None = None) -> None:
        self._row = row
        self.reason: ChoiceField[VirtualReason] = ChoiceField(
            "virtual_reason",
            _("Motivo (Guía 3.e)"),
            [(reason, reason.label) for reason in VirtualReason],
            nothing=_("Sin establecer"),
        )
        self.note = TextField("virtual_note", _("Detalle del motivo"))
        self.consent: ChoiceField[Consent] = ChoiceField(
            "virtual_consent",
            _("Grabación de las clases (Guía 3.b)"),
            [(consent, consent.label.capitalize()) for consent in Consent],
            nothing=_("Sin preguntar"),
        )
        self.on = DateField("virtual_consent_on", _("Contestó el"))
        self.proof = ScanField(
            "virtual_proof",
            _("Autorización o justificante"),
            hint=_("Ya hay uno guardado; otro ocupa su lugar.") if row.virtual.proof else "",
        )
        form = Form(
            "virtual_person_form",
            [(self.reason, 2), (self.note, 2), self.consent, self.on, (self.proof, 2)],
        )
        title = _("Aula virtual de {name}").format(name=row.enrolment.person.listed_name)
        super().__init__("virtual_person_dialog", title, form, parent)
        self.reason.set_value(row.virtual.reason)
        self.note.set_value(row.virtual.reason_note)
        self.consent.set_value(row.virtual.consent)
        self.on.set_value(row.virtual.consent_on)
        form.settle()

    def entered(self) -> VirtualPerson:
        """Return what is entered, with the proof kept before. The form was checked."""
        return VirtualPerson(
            self._row.enrolment.id,
            self.reason.value(),
            self.note.value(),
            self.consent.value(),
            self.on.value(),
            self._row.virtual.proof,
        )


class RecordDialog(FormDialog):
    """Of which classes there is a recording, and where it is kept."""

    def __init__(self, stretches: Sequence[Stretch], parent: QWidget | None = None) -> None:
        self.stretches = SeveralField(
            "virtual_recorded",
            _("Clases grabadas"),
            [(stretch.id, stretch_words(stretch)) for stretch in stretches],
        )
        self.place = TextField("virtual_place", _("Dónde se guardan"), required=True)
        form = Form("virtual_record_form", [(self.stretches, 2), (self.place, 2)])
        super().__init__("virtual_record_dialog", _("Anotar grabaciones"), form, parent)


class DestroyDialog(FormDialog):
    """Which recordings were destroyed, when, and the certificate of it."""

    def __init__(self, rows: Sequence[RecordingRow], today: date, parent: QWidget | None = None) -> None:
        self.recordings = SeveralField(
            "virtual_destroyed",
            _("Grabaciones destruidas"),
            [(row.recording.id, f"{day_words(row.stretch.day)} · {row.recording.place}") for row in rows],
        )
        self.on = DateField("virtual_destroyed_on", _("Destruidas el"), required=True)
        self.certificate = ScanField(
            "virtual_certificate",
            _("Certificado para la Dirección Provincial"),
            required=True,
        )
        form = Form("virtual_destroy_form", [(self.recordings, 2), self.on, (self.certificate, 2)])
        title = _("Destruir grabaciones")
        super().__init__("virtual_destroy_dialog", title, form, parent, accept=_("Anotar la destrucción"))
        self.on.set_value(today)
        form.settle()


class LogDialog(FormDialog):
    """Of which class a log is, and its file."""

    def __init__(self, stretches: Sequence[Stretch], parent: QWidget | None = None) -> None:
        self.stretch: ChoiceField[Stretch] = ChoiceField(
            "virtual_log_stretch",
            _("Clase"),
            [(stretch, stretch_words(stretch)) for stretch in stretches],
            required=True,
        )
        self.file = FileField(
            "virtual_log_file",
            _("Registro de conexiones"),
            patterns=_("Registros") + f" {_LOGS}",
            required=True,
            hint=_("Tal como lo descarga la herramienta, sin abrirlo ni cambiarlo."),
        )
        form = Form("virtual_log_form", [(self.stretch, 2), (self.file, 2)])
        title = _("Importar conexiones del aula virtual")
        super().__init__("virtual_log_dialog", title, form, parent, accept=_("Ver qué se introduciría"))


class WhoDialog(FormDialog):
    """Who of the course a name in a log is."""

    def __init__(
        self, shown: Unmatched, enrolled: Sequence[Enrolment], parent: QWidget | None = None
    ) -> None:
        columns: tuple[Column[Any], ...] = (
            Column(_("Apellidos, nombre"), lambda row: row.person.listed_name, stretched=True),
            Column(_("Documento"), lambda row: str(row.person.document), width=12),
        )
        self.person: PickField[Enrolment] = PickField(
            "virtual_who",
            _("Persona del curso"),
            columns,
            key=lambda row: row.id,
            required=True,
            hint=_("Se recuerda para los registros siguientes de este curso."),
        )
        form = Form("virtual_who_form", [(self.person, 2)])
        title = _("¿Quién es «{name}»?").format(name=shown.name)
        super().__init__("virtual_who_dialog", title, form, parent, accept=_("Es esta persona"))
        likely = [each.id for each in shown.suggestions]
        self.person.set_rows(sorted(enrolled, key=lambda each: each.id not in likely))
        if shown.suggestions and not shown.is_shared:
            self.person.set_value(shown.suggestions[0])
