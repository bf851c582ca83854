"""People from a list of a centre: every row judged by itself, every problem with its row and its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, InvalidIdentity
from cpepa_desktop.domain.intake import PeopleReading, PersonRow
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.asides import document_in, looks_like_document, notice_of_aside, speaks_aside
from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.days import read_birth_date, read_day
from cpepa_desktop.exchange.names import NameOrder, SplitName, calm, split_name
from cpepa_desktop.exchange.people_headings import DOCUMENTS, PEOPLE, WHOLE_NAMES, PeopleField
from cpepa_desktop.exchange.table import Findings, Row, read_tables
from cpepa_desktop.exchange.words import meaning_of, plain

Read = TypeVar("Read")
F = PeopleField

_SEXES: Final = (
    (r"(?:m|mujer|f|fem|femenino|female|woman)$", "F"),
    (r"(?:h|hombre|v|varon|masc|masculino|male|man)$", "M"),
    (r"(?:x|no binari[oa]|otro|other)$", "X"),
)
_STATUSES: Final = (
    (r"discontinu.*\b(?:no ocup|inactiv|sin actividad)", EmploymentStatus.SEASONAL_IDLE),
    (r"discontinu", None),
    (r"no (?:ocupad|trabaj|emplead)|unemployed|not employed", EmploymentStatus.UNEMPLOYED),
    (r"no (?:desemple|parad)|demandante.*\b(?:ocupad|mejora)|mejora", EmploymentStatus.EMPLOYED),
    (r"desemple|parad|paro\b|demandante|en desempleo", EmploymentStatus.UNEMPLOYED),
    (r"funcionari|(?:emplead|sector|personal|administracion)\w* public|public worker|civil servant",
     EmploymentStatus.PUBLIC_WORKER),
    (r"ocupad|trabaja|emplead|autonom|asalariad|en activo|activ[oa]$|employed|worker",
     EmploymentStatus.EMPLOYED),
)  # fmt: skip
_SEATS: Final = (
    (r"adicional|no (?:financiad|subvencion)|additional", SeatKind.ADDITIONAL),
    (r"financiad|subvencion|funded", SeatKind.FUNDED),
)
_KINDS: Final = (
    (r"pas|p$", DocumentKind.PASSPORT),
    (r"nie\b|tie\b|tarjeta de (?:residencia|identidad de extranjer)|permiso de residencia", DocumentKind.NIE),
    (r"dni\b|nif\b|documento nacional", DocumentKind.DNI),
    (r"otr[oa]s?\b|other|cedula|documento extranjero", DocumentKind.OTHER),
)
_ORDERS: Final = {
    F.SURNAMES_AND_NAME: NameOrder.SURNAMES_FIRST,
    F.NAME_AND_SURNAMES: NameOrder.NAME_FIRST,
    F.WHOLE_NAME: NameOrder.UNSAID,
}
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_POSTAL_FIGURES: Final = 5


def read_people(path: Path, today: date) -> PeopleReading:
    """Return the people of a CSV or XLSX, those that cannot be taken as problems with their row and column.

    Nothing is raised for a bad row. Raises ``Refused`` for a file that cannot be read or has no headings.
    """
    findings = Findings()
    accepted: list[PersonRow] = []
    first_places: dict[IdentityDocument, tuple[str, int]] = {}
    for table in read_tables(path, PEOPLE, findings):
        rows = list(table.rows())
        m_is_male = _m_is_male(rows)
        for row in rows:
            reader = _PersonReader(row, today, m_is_male=m_is_male)
            person = reader.person()
            if reader.identity:
                first = first_places.setdefault(reader.identity, row.place)
                if first != row.place:
                    person = None
                    reader.note(_repeated(reader.identity, first, row), reader.document_field)
            findings.problems += reader.problems
            findings.notices += reader.notices
            if person:
                accepted.append(person)
    return PeopleReading(tuple(accepted), tuple(findings.problems), tuple(findings.notices))


def _m_is_male(rows: Sequence[Row[F]]) -> bool:
    """Say whether the «M» of a column of sexes is «masculino»: it is where women are «F», else «mujer»."""
    return any(plain(row.text(F.SEX)) == "f" for row in rows)


def _repeated(identity: IdentityDocument, first: tuple[str, int], row: Row[F]) -> str:
    sheet, number = first
    if sheet == row.table.sheet:
        message = _("El documento {number} está repetido: ya está en la fila {row}.")
    else:
        message = _("El documento {number} está repetido: ya está en la fila {row} de la hoja «{sheet}».")
    return message.format(number=identity, row=number, sheet=sheet)


class _PersonReader:
    """Reads one row, noting everything wrong in it."""

    def __init__(self, row: Row[F], today: date, *, m_is_male: bool) -> None:
        self._row = row
        self._today = today
        self._m_is_male = m_is_male
        self.document_field = next((field for field in DOCUMENTS if row.text(field)), F.DOCUMENT)
        self.identity: IdentityDocument | None = None
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []

    def person(self) -> PersonRow | None:
        """Return the person of the row, ``None`` where it is no person or cannot be taken."""
        row = self._row
        document = row.text(self.document_field)
        try:
            self.identity = self._identity(document)
        except InvalidIdentity as error:
            if self._is_aside(document):
                self.notices += filter(None, [notice_of_aside(row)])
                return None
            self.note(str(error), self.document_field)
        name = self._name()
        birth_date = self._read(F.BIRTH, lambda: read_birth_date(row[F.BIRTH], self._today))
        joined_on = self._read(F.JOINED, lambda: read_day(row[F.JOINED]))
        sex, status, seat = self._sex(), self._status(), self._seat()
        email = self._email()
        if self.problems or self.identity is None or name is None:
            return None
        return PersonRow(
            row=row.number,
            sheet=row.table.sheet,
            identity=self.identity,
            name=calm(name.name),
            surnames=calm(name.surnames),
            birth_date=birth_date,
            sex=sex or "",
            nationality=row.text(F.NATIONALITY),
            email=email,
            phone=row.text(F.MOBILE) or row.text(F.PHONE) or row.text(F.OTHER_PHONE),
            address=row.text(F.ADDRESS),
            postal_code=self._postal_code(),
            municipality=row.text(F.MUNICIPALITY),
            province=row.text(F.PROVINCE),
            employment_status=status,
            joined_on=joined_on,
            seat=seat,
        )

    def note(self, message: str, field: F) -> None:
        """Note something wrong in the column of a field."""
        self.problems.append(self._row.problem(message, field))

    def _identity(self, document: str) -> IdentityDocument:
        """Return the document of the row. Raises `InvalidIdentity`, also where nobody knows its kind."""
        if self.document_field is F.PASSPORT:
            return document_in(document, DocumentKind.PASSPORT)
        stated = self._row.text(F.DOCUMENT_KIND)
        kind = meaning_of(stated, _KINDS)
        identity = document_in(document, kind)
        if stated and kind is None and identity.kind is DocumentKind.PASSPORT:
            message = _("«{kind}» no es un tipo de documento: escriba DNI, NIE, pasaporte u otro.")
            raise InvalidIdentity(message.format(kind=stated))
        return identity

    def _is_aside(self, document: str) -> bool:
        """Say whether a row without a valid document is a total, a note or a signature and not a person."""
        if looks_like_document(document):
            return False
        names = [self._row.text(field) for field in (F.NAME, F.SURNAMES, F.FIRST_SURNAME, *WHOLE_NAMES)]
        is_named = any(self._row.text(field) for field in WHOLE_NAMES)
        filled = sum(bool(self._row.text(field)) for field in self._row.table.columns)
        return speaks_aside(" ".join([document, *names])) or (filled <= 1 and not is_named)

    def _name(self) -> SplitName | None:
        row = self._row
        name = row.text(F.NAME)
        first = row.text(F.SURNAMES) or row.text(F.FIRST_SURNAME)
        surnames = f"{first} {row.text(F.SECOND_SURNAME)}".strip()
        whole = next((field for field in WHOLE_NAMES if row.text(field)), None)
        if whole and not (name and surnames):
            return self._whole_name(whole)
        if not name:
            self.note(_("Falta el nombre."), F.NAME)
        if not surnames:
            self._note_no_surnames()
        return SplitName(name, surnames)

    def _whole_name(self, field: F) -> SplitName | None:
        split = self._read(field, lambda: split_name(self._row.text(field), _ORDERS[field]))
        if split and split.is_guess:
            message = _("Se lee «{name}» de nombre y «{surnames}» de apellidos: compruébelo.")
            words = message.format(name=split.name, surnames=split.surnames)
            self.notices.append(self._row.problem(words, field))
        return split

    def _note_no_surnames(self) -> None:
        """Note that there are none: wrong beside a DNI; some foreigners have one name only."""
        field = F.FIRST_SURNAME if F.FIRST_SURNAME in self._row.table.columns else F.SURNAMES
        if self.identity and self.identity.kind is not DocumentKind.DNI:
            self.notices.append(self._row.problem(_("No tiene apellidos: compruébelo."), field))
        else:
            self.note(_("Faltan los apellidos."), field)

    def _sex(self) -> str | None:
        if self._m_is_male and plain(self._row.text(F.SEX)) == "m":
            return "M"
        return self._word(F.SEX, _SEXES, _("«{text}» no se entiende: escriba Mujer u Hombre."))

    def _status(self) -> EmploymentStatus | None:
        unknown = _(
            "«{text}» no es una situación laboral conocida: escriba desempleada, ocupada, funcionaria o fija "
            "discontinua en periodo de no ocupación."
        )
        return self._word(F.STATUS, _STATUSES, unknown)

    def _seat(self) -> SeatKind | None:
        return self._word(F.SEAT, _SEATS, _("«{text}» no se entiende: escriba financiada o adicional."))

    def _word(self, field: F, meanings: Sequence[tuple[str, Read | None]], unknown: str) -> Read | None:
        text = self._row.text(field)
        if not text:
            return None
        found = meaning_of(text, meanings)
        if found is None:
            self.note(unknown.format(text=text), field)
        return found

    def _email(self) -> str:
        text = self._row.text(F.EMAIL)
        if not text or _EMAIL.fullmatch(text):
            return text
        message = _("«{text}» no es una dirección de correo: la persona se importa sin ella.")
        self.notices.append(self._row.problem(message.format(text=text), F.EMAIL))
        return ""

    def _postal_code(self) -> str:
        text = self._row.text(F.POSTAL_CODE)
        # A spreadsheet eats the zero of 04001.
        return text.zfill(_POSTAL_FIGURES) if text.isdecimal() else text

    def _read(self, field: F, read: Callable[[], Read]) -> Read | None:
        if not self._row.text(field):
            return None
        try:
            return read()
        except NotUnderstood as error:
            self.note(str(error), field)
            return None
