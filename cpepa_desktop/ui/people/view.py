"""The page of people: a list with its search, and what is known of the person chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.people import PersonSummary
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.facts import FactsPanel
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, IdentityField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.page import PageView, button, side_by_side
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.people.columns import columns

_SIZES: Final = (700, 340)


class PeopleView(PageView):
    """The list and the person chosen.

    Signals:
        add_asked: the person at the keyboard wants to add somebody.
        change_asked, document_asked: they want to change somebody, or their document; carry the person.
        course_asked: they want to see a course; carries its code.
        import_asked: they want to bring people in from a file.
    """

    add_asked = Signal()
    change_asked = Signal(object)
    document_asked = Signal(object)
    course_asked = Signal(str)
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__("people", _("Personas"))
        empty = EmptyState(
            "people_empty",
            _(
                "Todavía no hay nadie. Añada a una persona, o importe la lista del alumnado desde un curso: "
                "cada persona se guarda una sola vez."
            ),
            action=_("Nueva persona"),
            icon="people",
        )
        empty.acted.connect(self.add_asked)
        self.table = TablePanel("people", _("Personas"), columns(), key=lambda each: each.person.id)
        self.details = FactsPanel("person", _("Elija a una persona para ver sus datos."))
        self._document = self.add_action(
            "people_document", _("Cambiar el documento…"), icon="id-card", shortcut="Ctrl+D"
        )
        self._change = self.add_action("people_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E")
        bring = self.add_action("people_import", _("Importar…"), icon="import", shortcut="Ctrl+I")
        bring.clicked.connect(self.import_asked)
        add = self.add_action(
            "people_add", _("Nueva persona"), icon="person-add", shortcut="Ctrl+N", primary=True
        )
        add.clicked.connect(self.add_asked)
        self._change.clicked.connect(lambda: self._about_current(self.change_asked))
        self._document.clicked.connect(lambda: self._about_current(self.document_asked))
        self.table.chosen.connect(self._show_details)
        self.table.opened.connect(lambda each: self.change_asked.emit(each.person))
        self.set_body(side_by_side("people_body", self.table, self.details, _SIZES), empty)
        self._show_details(None)

    def show_people(self, people: Sequence[PersonSummary]) -> None:
        """Show everybody."""
        self.table.set_rows(people)
        self.show_empty(empty=not people)

    def _about_current(self, signal: SignalInstance) -> None:
        current = self.table.current_row()
        if current is not None:
            signal.emit(current.person)

    def _show_details(self, each: PersonSummary | None) -> None:
        for made in (self._change, self._document):
            made.setEnabled(each is not None)
        if each is None:
            self.details.clear()
            return
        person = each.person
        earlier = ", ".join(document_words(document) for document in person.earlier_documents)
        place = " ".join(part for part in (person.postal_code, person.municipality) if part)
        facts = [
            (_("Documento"), document_words(person.document)),
            (_("Nacimiento"), text.full_day(person.birth_date) if person.birth_date else ""),
            (_("Sexo"), dict(sexes()).get(person.sex, "")),
            (_("Teléfono"), person.phone),
            (_("Correo"), person.email),
            (_("Dirección"), person.address),
            (_("Municipio"), place),
            (_("Provincia"), person.province),
        ]
        if earlier:
            facts.insert(1, (_("Antes"), earlier))
        self.details.show_facts(
            person.listed_name, facts, [self._course_button(code) for code in each.courses]
        )

    def _course_button(self, code: str) -> QPushButton:
        made = button(f"person_course_{code}", code, icon="courses")
        theme.set_role(made, theme.Role.LINK)
        made.setAccessibleName(_("Ir al curso {code}").format(code=code))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self.course_asked.emit(code))
        return made


class PersonDialog(FormDialog):
    """Everything the file knows of a person."""

    def __init__(self, person: Person | None, parent: QWidget | None = None) -> None:
        self._person = person
        self._kind = ChoiceField("person_kind", _("Tipo de documento"), _kinds(), nothing=_("DNI o NIE"))
        self._document = IdentityField(
            "person_document", _("Número del documento"), required=True, kind_of=self._kind.value
        )
        self._name = TextField("person_name", _("Nombre"), required=True)
        self._surnames = TextField("person_surnames", _("Apellidos"))
        self._birth = DateField("person_birth", _("Fecha de nacimiento"))
        self._sex = ChoiceField("person_sex", _("Sexo"), sexes(), nothing=_("Sin establecer"))
        self._phone = TextField("person_phone", _("Teléfono"))
        self._email = TextField("person_email", _("Correo electrónico"))
        self._address = TextField("person_address", _("Dirección"))
        self._postal_code = TextField("person_postal_code", _("Código postal"))
        self._municipality = TextField("person_municipality", _("Municipio"))
        self._province = TextField(
            "person_province", _("Provincia"), suggestions=[province.value for province in Province]
        )
        form = Form(
            "person_form",
            [
                self._document,
                self._kind,
                self._name,
                self._surnames,
                self._birth,
                self._sex,
                self._phone,
                self._email,
                (self._address, 2),
                self._postal_code,
                self._municipality,
                self._province,
            ],
        )
        title = _("Nueva persona") if person is None else _("Datos de {name}").format(name=person.listed_name)
        super().__init__("person_dialog", title, form, parent)
        if person is not None:
            self._show(person)

    def entered(self) -> Person:
        """Return the person as entered; a new one has the id 0."""
        document = self._document.value()
        assert document is not None  # noqa: S101 - the field is required and the form was checked
        base = self._person or Person(0, "", "", document)
        return replace(
            base,
            document=document,
            name=self._name.value(),
            surnames=self._surnames.value(),
            birth_date=self._birth.value(),
            sex=self._sex.value() or "",
            phone=self._phone.value(),
            email=self._email.value(),
            address=self._address.value(),
            postal_code=self._postal_code.value(),
            municipality=self._municipality.value(),
            province=self._province.value(),
        )

    def _show(self, person: Person) -> None:
        _show_document(self._kind, self._document, person.document)
        self._name.set_value(person.name)
        self._surnames.set_value(person.surnames)
        self._birth.set_value(person.birth_date)
        self._sex.set_value(person.sex or None)
        self._phone.set_value(person.phone)
        self._email.set_value(person.email)
        self._address.set_value(person.address)
        self._postal_code.set_value(person.postal_code)
        self._municipality.set_value(person.municipality)
        self._province.set_value(person.province)
        # What identifies the person is changed with «Cambiar el documento», which asks why.
        for field in (self._kind, self._document):
            field.setEnabled(False)
        self._name.setFocus()
        self.form.settle()


class DocumentDialog(FormDialog):
    """Another document for a person: a new one, or the right one where theirs was mistyped."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        self._person = person
        self._why: ChoiceField[bool] = ChoiceField(
            "document_why",
            _("Por qué cambia"),
            [
                (False, _("Tiene uno nuevo; {number} se conserva").format(number=person.document)),
                (True, _("Era un error; {number} no se conserva").format(number=person.document)),
            ],
            hint=_("Los documentos ya emitidos siguen diciendo lo que decían."),
        )
        self._kind = ChoiceField("document_kind", _("Tipo de documento"), _kinds(), nothing=_("DNI o NIE"))
        self._document = IdentityField(
            "document_number",
            _("Número del documento"),
            required=True,
            kind_of=self._kind.value,
        )
        form = Form("document_form", [(self._why, 2), self._document, self._kind])
        title = _("Cambiar el documento de {name}").format(name=person.listed_name)
        super().__init__("document_dialog", title, form, parent)
        self._document.setFocus()

    def was_mistyped(self) -> bool:
        """Say whether the document they have is a mistake and no earlier document."""
        return bool(self._why.value())

    def entered(self) -> Person:
        """Return the person with the document entered."""
        document = self._document.value()
        assert document is not None  # noqa: S101 - the field is required and the form was checked
        return replace(self._person, document=document)


def document_words(document: IdentityDocument) -> str:
    """Return a document with its kind, which a DNI and a NIE tell by themselves."""
    if document.kind in {DocumentKind.DNI, DocumentKind.NIE}:
        return str(document)
    return f"{document} ({document.kind.label})"


def sexes() -> list[tuple[str, str]]:
    """Return the values of a person's sex with their words."""
    return [("F", _("Mujer")), ("M", _("Hombre")), ("X", _("No binario"))]


def _kinds() -> list[tuple[DocumentKind, str]]:
    return [(kind, kind.label.capitalize()) for kind in (DocumentKind.PASSPORT, DocumentKind.OTHER)]


def _show_document(kind: ChoiceField[DocumentKind], field: IdentityField, document: IdentityDocument) -> None:
    kind.set_value(None if document.kind in {DocumentKind.DNI, DocumentKind.NIE} else document.kind)
    field.set_value(document)
