"""People from a list of a centre: every row judged by itself, every problem with its row and its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.domain.intake import PeopleReading, PersonRow
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.days import read_birth_date, read_day
from cpepa_desktop.exchange.headings import index_headings
from cpepa_desktop.exchange.names import NameOrder, calm, split_name
from cpepa_desktop.exchange.table import Row, Table, TableField, open_tables
from cpepa_desktop.exchange.words import plain_words

Read = TypeVar("Read")


class PeopleField(TableField):
    """What a column of a list of people can hold."""

    DOCUMENT = "document"
    PASSPORT = "passport"
    DOCUMENT_KIND = "document_kind"
    COUNTRY = "country"
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
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    STATUS = "employment_status"
    JOINED = "joined_on"
    SEAT = "seat"

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it."""
        return {
            PeopleField.DOCUMENT: _("DNI, NIE o pasaporte"),
            PeopleField.NAME: _("nombre"),
            PeopleField.SURNAMES: _("apellidos"),
        }.get(self, str(self))


F = PeopleField
HEADINGS: Final = index_headings(
    {
        F.DOCUMENT: (
            "DNI", "NIE", "NIF", "DNI/NIE", "DNI NIF", "DNI NIE NIF", "DNI NIE pasaporte", "NIF NIE",
            "documento", "número documento", "número DNI", "número NIF", "documento identidad",
            "número documento identidad", "número identificación", "identificación", "identificador",
            "documento identificativo", "document", "id number", "id", "identity document",
        ),
        F.PASSPORT: ("pasaporte", "número pasaporte", "passport"),
        F.DOCUMENT_KIND: ("tipo documento", "tipo identificación", "tipo", "document type"),
        F.COUNTRY: ("país", "país documento", "país expedición", "country"),
        F.NAME: ("nombre", "nombre alumno", "name", "first name", "given name"),
        F.SURNAMES: ("apellidos", "apellido", "surname", "surnames", "last name"),
        F.FIRST_SURNAME: ("1 apellido", "apellido 1", "first surname"),
        F.SECOND_SURNAME: ("2 apellido", "apellido 2", "second surname"),
        F.SURNAMES_AND_NAME: ("apellidos nombre", "apellidos, nombre", "surnames name"),
        F.NAME_AND_SURNAMES: ("nombre apellidos", "nombre completo apellidos", "name surnames"),
        F.WHOLE_NAME: ("nombre completo", "alumno", "participante", "persona", "full name", "student"),
        F.BIRTH: ("fecha nacimiento", "nacimiento", "birth date", "date birth", "born"),
        F.SEX: ("sexo", "género", "sex", "gender"),
        F.NATIONALITY: ("nacionalidad", "nationality"),
        F.EMAIL: ("correo", "correo electrónico", "dirección correo", "e correo", "correo e", "e-mail"),
        F.PHONE: ("teléfono", "teléfono fijo", "número teléfono", "teléfono contacto", "phone"),
        F.MOBILE: ("móvil", "teléfono móvil", "número móvil", "mobile"),
        F.ADDRESS: ("dirección", "domicilio", "calle", "dirección postal", "address"),
        F.POSTAL_CODE: ("código postal", "postal code", "postcode"),
        F.MUNICIPALITY: ("localidad", "municipio", "población", "ciudad", "town", "city"),
        F.PROVINCE: ("provincia", "province"),
        F.STATUS: (
            "situación laboral", "situación", "situación laboral inicio", "estado laboral",
            "situación empleo", "employment status",
        ),
        F.JOINED: ("fecha alta", "alta", "fecha incorporación", "incorporación", "joined on", "joined"),
        F.SEAT: ("plaza", "tipo plaza", "seat"),
    }
)  # fmt: skip

_SEXES: Final = {
    **dict.fromkeys(("m", "mujer", "f", "femenino", "female", "woman"), "F"),
    **dict.fromkeys(("h", "hombre", "v", "varon", "masculino", "male", "man"), "M"),
    **dict.fromkeys(("x", "no binario", "otro", "other"), "X"),
}
_STATUSES: Final = {
    **dict.fromkeys(
        ("desempleada", "desempleado", "desempleo", "parada", "parado", "paro", "demandante", "unemployed"),
        EmploymentStatus.UNEMPLOYED,
    ),
    **dict.fromkeys(
        ("ocupada", "ocupado", "trabajador", "trabajadora", "empleada", "empleado", "autonoma", "autonomo",
         "activo", "activa", "employed"),
        EmploymentStatus.EMPLOYED,
    ),
    **dict.fromkeys(("funcionaria", "funcionario", "publica", "publico"), EmploymentStatus.PUBLIC_WORKER),
}  # fmt: skip
_SEASONAL: Final = frozenset({"discontinua", "discontinuo"})
_IDLE: Final = frozenset({"ocupacion", "inactividad"})
_SEATS: Final = {
    **dict.fromkeys(("financiada", "subvencionada", "subvencionable", "funded"), SeatKind.FUNDED),
    **dict.fromkeys(("adicional", "additional"), SeatKind.ADDITIONAL),
}
_KINDS: Final = {
    "dni": DocumentKind.DNI,
    "nif": DocumentKind.DNI,
    "nie": DocumentKind.NIE,
    "pasaporte": DocumentKind.PASSPORT,
    "passport": DocumentKind.PASSPORT,
    "otro": DocumentKind.OTHER,
    "other": DocumentKind.OTHER,
}
_NAMED_WHOLE: Final = {
    F.SURNAMES_AND_NAME: NameOrder.SURNAMES_FIRST,
    F.NAME_AND_SURNAMES: NameOrder.NAME_FIRST,
    F.WHOLE_NAME: NameOrder.UNSAID,
}


def read_people(path: Path, today: date) -> PeopleReading:
    """Return the people of a CSV or XLSX, those that cannot be taken as problems with their row and column.

    Nothing is raised for a bad row. Raises ``Refused`` for a file that cannot be read or has no headings.
    """
    accepted: list[PersonRow] = []
    with open_tables(path, HEADINGS, ()) as (tables, problems, notices):
        first_rows: dict[IdentityDocument, int] = {}
        for table in tables:
            missing = _missing_columns(table)
            problems.extend(missing)
            if missing:
                continue
            for row in table.rows():
                reader = _RowReader(row, today)
                person = reader.person()
                problems.extend(reader.problems)
                notices.extend(reader.notices)
                if person is None:
                    continue
                first = first_rows.setdefault(person.identity, person.row)
                if first != person.row:
                    message = _("El documento {number} está repetido: ya está en la fila {row}.")
                    field = reader.document_field
                    problems.append(row.problem(message.format(number=person.identity, row=first), field))
                else:
                    accepted.append(person)
    return PeopleReading(tuple(accepted), tuple(problems), tuple(notices))


def _missing_columns(table: Table[F]) -> list[Problem]:
    columns = table.columns
    wanted: list[tuple[bool, F]] = [(F.DOCUMENT in columns or F.PASSPORT in columns, F.DOCUMENT)]
    if not _NAMED_WHOLE.keys() & columns.keys():
        wanted += [
            (F.NAME in columns, F.NAME),
            (F.SURNAMES in columns or F.FIRST_SURNAME in columns, F.SURNAMES),
        ]
    message = _("Falta la columna de «{field}».")
    return [
        Problem(message.format(field=field.label), table.header.number, field.label, table.sheet)
        for is_there, field in wanted
        if not is_there
    ]


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    surnames: str


class _RowReader:
    """Reads one row, noting everything wrong in it."""

    def __init__(self, row: Row[F], today: date) -> None:
        self._row = row
        self._today = today
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []

    @property
    def document_field(self) -> F:
        """Return the column the document of the row stands in."""
        return F.PASSPORT if not self._row.text(F.DOCUMENT) and self._row.text(F.PASSPORT) else F.DOCUMENT

    def person(self) -> PersonRow | None:
        """Return the person of the row, ``None`` where it is no person or cannot be taken."""
        row = self._row
        if self._is_aside():
            message = _("Fila sin documento y sin nombre completo: no se ha leído.")
            self.notices.append(row.problem(message))
            return None
        identity = self._identity()
        name = self._name()
        person = PersonRow(
            row=row.line.number,
            sheet=row.table.sheet,
            identity=identity or IdentityDocument(DocumentKind.OTHER, ""),
            name=name.name if name else "",
            surnames=name.surnames if name else "",
            birth_date=self._read(F.BIRTH, lambda: read_birth_date(row[F.BIRTH], self._today)),
            sex=self._word(F.SEX, _SEXES, _("escriba Mujer u Hombre")) or "",
            nationality=row.text(F.NATIONALITY),
            email=self._email(),
            phone=row.text(F.MOBILE) or row.text(F.PHONE),
            address=row.text(F.ADDRESS),
            postal_code=self._postal_code(),
            municipality=row.text(F.MUNICIPALITY),
            province=row.text(F.PROVINCE),
            employment_status=self._status(),
            joined_on=self._read(F.JOINED, lambda: read_day(row[F.JOINED])),
            seat=self._word(F.SEAT, _SEATS, _("escriba financiada o adicional")),
        )
        return None if self.problems else person

    def _is_aside(self) -> bool:
        """Say whether the row is a total, a note or a signature and not a person."""
        has_document = bool(self._row.text(F.DOCUMENT) or self._row.text(F.PASSPORT))
        names = (F.NAME, F.SURNAMES, F.FIRST_SURNAME, *_NAMED_WHOLE)
        named = sum(bool(self._row.text(field)) for field in names)
        return not has_document and named < min(2, sum(field in self._row.table.columns for field in names))

    def _identity(self) -> IdentityDocument | None:
        field = self.document_field
        kind = DocumentKind.PASSPORT if field is F.PASSPORT else self._kind()
        try:
            return parse_identity(self._row.text(field), kind, self._row.text(F.COUNTRY))
        except InvalidIdentity as error:
            self._note(str(error), field)
            return None

    def _kind(self) -> DocumentKind | None:
        words = plain_words(self._row.text(F.DOCUMENT_KIND))
        return next((_KINDS[word] for word in words if word in _KINDS), None)

    def _name(self) -> _Name | None:
        row = self._row
        for field, order in _NAMED_WHOLE.items():
            if row.text(field) and not row.text(F.SURNAMES):
                return self._whole_name(field, order)
        surnames = row.text(F.SURNAMES) or f"{row.text(F.FIRST_SURNAME)} {row.text(F.SECOND_SURNAME)}".strip()
        if not row.text(F.NAME):
            self._note(_("Falta el nombre."), F.NAME)
        if not surnames:
            # Some people have one name only, and their document says so; nobody has no name.
            self.notices.append(row.problem(_("No tiene apellidos: compruébelo."), F.SURNAMES))
        return _Name(calm(row.text(F.NAME)), calm(surnames)) if row.text(F.NAME) else None

    def _whole_name(self, field: F, order: NameOrder) -> _Name | None:
        split = self._read(field, lambda: split_name(self._row.text(field), order))
        if split is None:
            return None
        if split.is_guess:
            message = _("Se lee «{name}» de nombre y «{surnames}» de apellidos: compruébelo.")
            words = message.format(name=split.name, surnames=split.surnames)
            self.notices.append(self._row.problem(words, field))
        return _Name(calm(split.name), calm(split.surnames))

    def _status(self) -> EmploymentStatus | None:
        words = set(plain_words(self._row.text(F.STATUS)))
        if not words:
            return None
        if words & _SEASONAL:
            idle = bool(words & _IDLE)
            return EmploymentStatus.SEASONAL_IDLE if idle else EmploymentStatus.EMPLOYED
        found = next((_STATUSES[word] for word in words if word in _STATUSES), None)
        if found is None:
            message = _("«{text}» no es una situación laboral conocida: escriba desempleada u ocupada.")
            self._note(message.format(text=self._row.text(F.STATUS)), F.STATUS)
        return found

    def _email(self) -> str:
        text = self._row.text(F.EMAIL)
        name, at, domain = text.partition("@")
        if text and not (name and at and "." in domain and " " not in text):
            self._note(_("«{text}» no es una dirección de correo.").format(text=text), F.EMAIL)
        return text

    def _postal_code(self) -> str:
        text = self._row.text(F.POSTAL_CODE)
        # A spreadsheet eats the zero of 04001.
        return text.zfill(5) if text.isdecimal() else text

    def _word(self, field: F, words: dict[str, Read], hint: str) -> Read | None:
        text = self._row.text(field)
        if not text:
            return None
        found = words.get(" ".join(plain_words(text)))
        if found is None:
            self._note(_("«{text}» no se entiende: {hint}.").format(text=text, hint=hint), field)
        return found

    def _read(self, field: F, read: Callable[[], Read]) -> Read | None:
        if not self._row.text(field):
            return None
        try:
            return read()
        except NotUnderstood as error:
            self._note(str(error), field)
            return None

    def _note(self, message: str, field: F) -> None:
        self.problems.append(self._row.problem(message, field))
