"""What a column of a list of people can hold, and the headings that centres give it."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.headings import (
    DOCUMENT_HEADINGS,
    NIE_HEADINGS,
    PASSPORT_HEADINGS,
    index_headings,
)
from cpepa_desktop.exchange.table import TableField, TableKind


class PeopleField(TableField):
    """What a column of a list of people can hold."""

    DOCUMENT = "document"
    NIE = "nie"
    PASSPORT = "passport"
    DOCUMENT_KIND = "document_kind"
    NAME = "name"
    SURNAMES = "surnames"
    FIRST_SURNAME = "first_surname"
    SECOND_SURNAME = "second_surname"
    SURNAMES_AND_NAME = "surnames_and_name"
    NAME_AND_SURNAMES = "name_and_surnames"
    WHOLE_NAME = "whole_name"
    BIRTH = "birth_date"
    SEX = "sex"
    NATIONALITY = "nationality"
    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    OTHER_PHONE = "other_phone"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    STATUS = "employment_status"
    JOINED = "joined_on"
    SEAT = "seat"

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it; only what a list cannot lack needs a name."""
        match self:
            case PeopleField.DOCUMENT:
                return _("DNI, NIE o pasaporte")
            case PeopleField.NAME:
                return _("nombre")
            case PeopleField.SURNAMES:
                return _("apellidos")
        return self.value


F = PeopleField
DOCUMENTS: Final = (F.DOCUMENT, F.NIE, F.PASSPORT)
WHOLE_NAMES: Final = (F.SURNAMES_AND_NAME, F.NAME_AND_SURNAMES, F.WHOLE_NAME)
"""Columns that hold name and surnames together."""

PEOPLE: Final = TableKind(
    index_headings(
        {
            F.DOCUMENT: DOCUMENT_HEADINGS,
            F.NIE: NIE_HEADINGS,
            F.PASSPORT: PASSPORT_HEADINGS,
            F.DOCUMENT_KIND: (
                "tipo documento", "tipo documento identidad", "tipo identificación", "tipo",
                "clase documento", "document type", "document kind",
            ),
            F.NAME: ("nombre", "nombres", "nombre pila", "name", "first name", "given name"),
            F.SURNAMES: ("apellidos", "apellido", "surname", "surnames", "last name", "family name"),
            F.FIRST_SURNAME: ("1 apellido", "1 apellidos", "apellido 1", "apellidos 1", "1 surname"),
            F.SECOND_SURNAME: ("2 apellido", "2 apellidos", "apellido 2", "apellidos 2", "2 surname"),
            F.SURNAMES_AND_NAME: ("apellidos nombre", "apellido nombre", "surnames name", "surname name"),
            F.NAME_AND_SURNAMES: ("nombre apellidos", "nombre apellido", "name surnames", "name surname"),
            F.WHOLE_NAME: (
                "nombre completo", "alumno", "alumna", "participante", "persona", "full name", "student",
            ),
            F.BIRTH: (
                "fecha nacimiento", "nacimiento", "nacimiento fecha", "día nacimiento", "birth date",
                "date birth", "birthday", "born",
            ),
            F.SEX: ("sexo", "género", "sex", "gender"),
            F.NATIONALITY: ("nacionalidad", "nationality"),
            F.EMAIL: (
                "correo", "correos", "correo electrónico", "correo contacto", "correo electrónico contacto",
                "dirección correo", "dirección correo electrónico", "correo e", "e correo",
            ),
            F.PHONE: (
                "teléfono", "teléfono fijo", "fijo", "número teléfono", "teléfono 1", "phone", "phone number",
                "telephone",
            ),
            F.MOBILE: ("móvil", "teléfono móvil", "número móvil", "mobile", "mobile phone"),
            F.OTHER_PHONE: ("teléfono contacto", "móvil contacto", "teléfono 2", "otro teléfono"),
            F.ADDRESS: (
                "dirección", "domicilio", "calle", "dirección postal", "dirección completa",
                "domicilio completo", "address",
            ),
            F.POSTAL_CODE: ("código postal", "c postal", "distrito postal", "postal code", "postcode"),
            F.MUNICIPALITY: ("localidad", "municipio", "población", "ciudad", "town", "city", "municipality"),
            F.PROVINCE: ("provincia", "province"),
            F.STATUS: (
                "situación laboral", "situación", "situación laboral inicio",
                "situación laboral inicio curso", "situación profesional", "estado laboral",
                "condición laboral", "situación empleo", "employment status", "status start", "status",
            ),
            F.JOINED: (
                "fecha alta", "alta", "día alta", "fecha incorporación", "incorporación", "joined",
                "joined on", "day joined",
            ),
            F.SEAT: ("plaza", "tipo plaza", "clase plaza", "seat", "seat kind"),
        }
    ),
    essential=(
        DOCUMENTS,
        (F.NAME, *WHOLE_NAMES),
        (F.SURNAMES, F.FIRST_SURNAME, *WHOLE_NAMES),
    ),
)  # fmt: skip
"""A list of people: who they are by document and name, and whatever else it says of them."""
