"""Attendance from a list: one row a person and stretch, minutes attended and why the rest was missed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import IdentityDocument, InvalidIdentity
from cpepa_desktop.domain.intake import AttendanceReading, AttendanceRow
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.asides import document_in, looks_like_document, notice_of_aside, speaks_aside
from cpepa_desktop.exchange.cells import Cell, NotUnderstood, text_of
from cpepa_desktop.exchange.days import read_day
from cpepa_desktop.exchange.headings import (
    DOCUMENT_HEADINGS,
    NIE_HEADINGS,
    PASSPORT_HEADINGS,
    index_headings,
)
from cpepa_desktop.exchange.minutes import read_minutes
from cpepa_desktop.exchange.table import Findings, Row, Table, TableField, TableKind, read_tables
from cpepa_desktop.exchange.words import meaning_of, plain

Read = TypeVar("Read")
Place = tuple[str, int]
"""A sheet and the number of a row in it."""


class AttendanceField(TableField):
    """What a column of a list of attendance can hold."""

    DAY = "day"
    STRETCH = "stretch"
    DOCUMENT = "document"
    MINUTES = "attended_minutes"
    HOURS = "attended_hours"
    CAUSE = "cause"
    STATE = "state"
    BLOCK = "block"

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it; only what a list cannot lack needs a name."""
        match self:
            case AttendanceField.DAY:
                return _("día")
            case AttendanceField.DOCUMENT:
                return _("documento")
            case AttendanceField.MINUTES:
                return _("minutos asistidos")
        return self.value


F = AttendanceField
ATTENDANCE: Final = TableKind(
    index_headings(
        {
            F.DAY: ("día", "fecha", "fecha sesión", "fecha clase", "día clase", "day", "date"),
            F.STRETCH: ("tramo", "número tramo", "tramo lectivo", "tramo horario", "stretch"),
            F.DOCUMENT: (*DOCUMENT_HEADINGS, *NIE_HEADINGS, *PASSPORT_HEADINGS),
            F.MINUTES: (
                "minutos", "minutos asistidos", "minutos asistencia", "minutos presencia", "asistencia",
                "asistido", "asistidos", "asistencia minutos", "tiempo asistido", "attended",
                "attended minutes", "minutes", "minutes attended",
            ),
            F.HOURS: (
                "horas", "horas asistidas", "horas asistencia", "horas presencia", "asistencia horas",
                "hours", "attended hours", "hours attended",
            ),
            F.CAUSE: (
                "causa", "causa ausencia", "causa falta", "causa inasistencia", "motivo", "motivo ausencia",
                "motivo falta", "cause", "absence cause", "cause absence",
            ),
            F.STATE: (
                "estado", "estado justificación", "estado justificante", "estado falta", "justificación",
                "justificante", "justificada", "state", "justification state", "justification",
            ),
            F.BLOCK: (
                "bloque", "módulo", "unidad", "unidad formativa", "código bloque", "código módulo", "block",
            ),
        }
    ),
    essential=((F.DAY,), (F.DOCUMENT,), (F.MINUTES, F.HOURS)),
)  # fmt: skip
"""A list of attendance: whom, when, how long, and what is said of the rest."""

_FIRST: Final = re.compile(r"(?:tramo |t)?(?:1(?: ?o| ?er)?|primero?)(?: tramo)?")
_SECOND: Final = re.compile(r"(?:tramo |t)?(?:2(?: ?o| ?do)?|segundo)(?: tramo)?")
_LETTER: Final = re.compile(r"\W*([a-h])(?:\W*|\s*[).:\-–].*)", re.IGNORECASE)
_FAMILY: Final = r"(?:familia|padre|madre|hij[oa]|herman[oa]|abuel[oa]|suegr[oa]|conyuge|pareja)"
# «Consulta médica» can be a relative's too (Orden EPE/873/2023, ap. 19.1.b): it comes before «familiar».
_CAUSES: Final = (
    (r"entrevista|interview", AbsenceCause.A),
    (r"baja medica|sick leave", AbsenceCause.C),
    (r"consulta|medic[oa]s?\b|cita medica|medical|doctor", AbsenceCause.B),
    (rf"fallec|defuncion|death|(?:enfermedad|accidente|hospital\w*|ingreso)\b.*\b{_FAMILY}", AbsenceCause.D),
    (r"enferm|accident|illness|sick", AbsenceCause.C),
    (r"deber|citacion|juicio|juzgado|mesa electoral|public duty", AbsenceCause.E),
    (r"exam|prueba|oposici", AbsenceCause.F),
    (r"violencia|gender violence", AbsenceCause.G),
    (r"contrat|contract", AbsenceCause.H),
)
# A centre's «justificada» says that there is a proof; only INAEM validates it.
_STATES: Final = (
    (r"no justific|sin justific|injustific|pendiente de (?:justific|entreg|aport)|(?:no|falso|false)$|unjust",
     JustificationState.UNJUSTIFIED),
    (r"rechaz|deneg|desestim|reject", JustificationState.REJECTED),
    (r"pendiente|pending|(?:sin|no) valid", JustificationState.PENDING),
    (r"valid", JustificationState.VALIDATED),
    (r"justific|con justific|(?:si|verdadero|true|x)$|justified", JustificationState.PENDING),
)  # fmt: skip


def read_attendance(path: Path) -> AttendanceReading:
    """Return the attendance of a CSV or XLSX, what cannot be taken as problems with their row and column.

    A number alone is minutes, unless the heading says hours. In a list without stretches all is of the first.
    Nothing is raised for a bad row. Raises ``Refused`` for a file that cannot be read or has no headings.
    """
    findings = Findings()
    accepted: list[AttendanceRow] = []
    seen = _Seen()
    identify = lru_cache(maxsize=None)(document_in)  # a list names each person on every day
    for table in read_tables(path, ATTENDANCE, findings):
        findings.notices += _no_stretches(table)
        for row in table.rows():
            reader = _AttendanceReader(row, identify)
            found = reader.attendance()
            if found:
                first = seen.first_place(found, row.place)
                if first == row.place:
                    accepted.append(found)
                else:
                    findings.problems.append(row.problem(_repeated(first, row)))
            findings.problems += reader.problems
            findings.notices += reader.notices
    return AttendanceReading(tuple(accepted), tuple(findings.problems), tuple(findings.notices))


def _no_stretches(table: Table[F]) -> list[Problem]:
    if F.STRETCH in table.columns:
        return []
    message = _("No hay columna de tramo: todo se cuenta en el primero de cada día.")
    return [Problem(message, table.header.number, where=table.sheet)]


def _repeated(first: Place, row: Row[F]) -> str:
    sheet, number = first
    if sheet == row.table.sheet:
        message = _("La misma persona, día y tramo están ya en la fila {row}.")
    else:
        message = _("La misma persona, día y tramo están ya en la fila {row} de la hoja «{sheet}».")
    return message.format(row=number, sheet=sheet)


class _Seen:
    """Remembers where each person's minutes of a stretch were first given."""

    def __init__(self) -> None:
        self._places: dict[tuple[date, int, str], dict[str, Place]] = {}

    def first_place(self, found: AttendanceRow, place: Place) -> Place:
        """Return where these minutes were given before, for the block or the stretch; else ``place``."""
        places = self._places.setdefault((found.day, found.stretch, found.identity.number), {})
        if not found.block and places:
            return next(iter(places.values()))
        return places.get("") or places.setdefault(found.block, place)


class _AttendanceReader:
    """Reads one row, noting everything wrong in it."""

    def __init__(self, row: Row[F], identify: Callable[[str], IdentityDocument]) -> None:
        self._row = row
        self._identify = identify
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []

    def attendance(self) -> AttendanceRow | None:
        """Return what the row says, ``None`` where it is no row of the list or cannot be taken."""
        row = self._row
        document = row.text(F.DOCUMENT)
        try:
            identity = self._identify(document)
        except InvalidIdentity as error:
            if self._is_aside(document):
                self.notices += filter(None, [notice_of_aside(row)])
                return None
            self._note(str(error), F.DOCUMENT)
            identity = None
        day = self._read(F.DAY, read_day, _("Falta el día."))
        minutes = self._minutes()
        stretch, cause, state = self._stretch(), self._cause(), self._state()
        if self.problems or identity is None or day is None or minutes is None or stretch is None:
            return None
        block = row.text(F.BLOCK).upper()
        return AttendanceRow(
            row.number, row.table.sheet, day, stretch, identity, minutes, cause, state, block
        )

    def _is_aside(self, document: str) -> bool:
        """Say whether a row without a valid document is a total, a note or a signature."""
        if looks_like_document(document):
            return False
        filled = sum(bool(self._row.text(field)) for field in self._row.table.columns)
        return speaks_aside(f"{document} {self._row.text(F.DAY)}") or filled <= 1

    def _minutes(self) -> int | None:
        if self._row.text(F.HOURS) and not self._row.text(F.MINUTES):
            return self._read(F.HOURS, _read_hours, "")
        missing = _(
            "Faltan los minutos asistidos: escriba 0 si no asistió, o quite la fila si aún no se sabe."
        )
        field = F.MINUTES if F.MINUTES in self._row.table.columns else F.HOURS
        return self._read(field, read_minutes, missing)

    def _stretch(self) -> int | None:
        if F.STRETCH not in self._row.table.columns:
            return 1
        text = self._row.text(F.STRETCH)
        found = _stretch_of(text)
        if found is None:
            self._note(_("«{text}» no es un tramo: escriba 1 o 2.").format(text=text), F.STRETCH)
        return found

    def _cause(self) -> AbsenceCause | None:
        text = self._row.text(F.CAUSE)
        found = _cause_of(text)
        if text and found is None:
            message = _("«{text}» no es una causa: escriba su letra, de la a) a la h).")
            self._note(message.format(text=text), F.CAUSE)
        return found

    def _state(self) -> JustificationState | None:
        text = self._row.text(F.STATE)
        found = _state_of(text)
        if text and found is None:
            message = _("«{text}» no es un estado: escriba sin justificar, pendiente, validada o rechazada.")
            self._note(message.format(text=text), F.STATE)
        elif found not in {None, JustificationState.UNJUSTIFIED} and not self._row.text(F.CAUSE):
            self._note(_("Lleva estado de la justificación y no lleva causa."), F.STATE)
        return found

    def _read(self, field: F, read: Callable[[Cell], Read], missing: str) -> Read | None:
        cell = self._row[field]
        try:
            if text_of(cell):
                return read(cell)
            self._note(missing, field)
        except NotUnderstood as error:
            self._note(str(error), field)
        return None

    def _note(self, message: str, field: F) -> None:
        self.problems.append(self._row.problem(message, field))


def _read_hours(cell: Cell) -> int:
    return read_minutes(cell, bare_is_hours=True)


# A list says the same few words thousands of times.
@lru_cache(maxsize=256)
def _stretch_of(text: str) -> int | None:
    words = plain(text)
    return 1 if _FIRST.fullmatch(words) else 2 if _SECOND.fullmatch(words) else None


@lru_cache(maxsize=256)
def _cause_of(text: str) -> AbsenceCause | None:
    if letter := _LETTER.fullmatch(text):
        return AbsenceCause(letter[1].lower())
    return meaning_of(text, _CAUSES)


@lru_cache(maxsize=256)
def _state_of(text: str) -> JustificationState | None:
    return meaning_of(text, _STATES)
