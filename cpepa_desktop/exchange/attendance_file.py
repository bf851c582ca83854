"""Attendance from a list: one row a person and stretch, minutes attended and why the rest was missed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.domain.intake import AttendanceReading, AttendanceRow
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.days import read_day
from cpepa_desktop.exchange.headings import index_headings
from cpepa_desktop.exchange.minutes import read_minutes
from cpepa_desktop.exchange.table import Row, TableField, open_tables
from cpepa_desktop.exchange.words import plain_words

Read = TypeVar("Read")


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
        """Return the field as a sentence to the user names it."""
        return {
            AttendanceField.DAY: _("día"),
            AttendanceField.DOCUMENT: _("documento"),
            AttendanceField.MINUTES: _("minutos asistidos"),
        }.get(self, str(self))


F = AttendanceField
HEADINGS: Final = index_headings(
    {
        F.DAY: ("día", "fecha", "fecha sesión", "fecha clase", "day", "date"),
        F.STRETCH: ("tramo", "número tramo", "tramo lectivo", "stretch"),
        F.DOCUMENT: (
            "documento", "DNI", "NIE", "NIF", "DNI/NIE", "número documento", "documento identidad",
            "identificación", "document", "id number", "id",
        ),
        F.MINUTES: (
            "minutos", "minutos asistidos", "minutos asistencia", "asistencia", "asistido", "asistidos",
            "attended", "attended minutes", "minutes", "minutes attended",
        ),
        F.HOURS: ("horas", "horas asistidas", "horas asistencia", "hours", "attended hours"),
        F.CAUSE: (
            "causa", "causa ausencia", "causa falta", "motivo", "motivo ausencia", "cause",
            "absence cause",
        ),
        F.STATE: (
            "estado", "estado justificación", "estado justificante", "justificación", "justificante",
            "state", "justification state",
        ),
        F.BLOCK: ("bloque", "unidad", "módulo", "unidad formativa", "block"),
    }
)  # fmt: skip

_CAUSES: Final = {
    "entrevista": AbsenceCause.A,
    "interview": AbsenceCause.A,
    "consulta": AbsenceCause.B,
    "medico": AbsenceCause.B,
    "medica": AbsenceCause.B,
    "medical": AbsenceCause.B,
    "enfermedad": AbsenceCause.C,
    "accidente": AbsenceCause.C,
    "illness": AbsenceCause.C,
    "fallecimiento": AbsenceCause.D,
    "familiar": AbsenceCause.D,
    "deber": AbsenceCause.E,
    "citacion": AbsenceCause.E,
    "examen": AbsenceCause.F,
    "examenes": AbsenceCause.F,
    "prueba": AbsenceCause.F,
    "exam": AbsenceCause.F,
    "violencia": AbsenceCause.G,
    "contrato": AbsenceCause.H,
    "contratos": AbsenceCause.H,
}
# «Enfermedad grave de un familiar» names an illness too: what says most comes first.
_STRONGEST: Final = ("fallecimiento", "familiar", *_CAUSES)
_STATES: Final = {
    **dict.fromkeys(
        ("injustificada", "sin justificar", "no justificada", "no", "unjustified"),
        JustificationState.UNJUSTIFIED,
    ),
    **dict.fromkeys(
        ("pendiente", "pendiente validar", "pendiente de validar", "pending", "justificada pendiente"),
        JustificationState.PENDING,
    ),
    **dict.fromkeys(
        ("validada", "justificada", "justificada validada", "validated", "si"), JustificationState.VALIDATED
    ),
    **dict.fromkeys(("rechazada", "denegada", "rejected"), JustificationState.REJECTED),
}


def read_attendance(path: Path) -> AttendanceReading:
    """Return the attendance of a CSV or XLSX, what cannot be taken as problems with their row and column.

    A number alone is minutes, unless the heading says hours. Without a stretch a row is of the first one.
    Raises ``Refused`` for a file that cannot be read or has no headings.
    """
    accepted: list[AttendanceRow] = []
    with open_tables(path, HEADINGS, (F.DAY, F.DOCUMENT)) as (tables, problems, notices):
        first_rows: dict[tuple[object, ...], int] = {}
        for table in tables:
            if not {F.MINUTES, F.HOURS} & table.columns.keys():
                message = _("Falta la columna de «{field}».").format(field=F.MINUTES.label)
                problems.append(Problem(message, table.header.number, F.MINUTES.label, table.sheet))
                continue
            identities: dict[str, IdentityDocument] = {}
            for row in table.rows():
                reader = _RowReader(row, identities)
                found = reader.attendance()
                problems.extend(reader.problems)
                if found is None:
                    continue
                key = (found.day, found.stretch, found.identity, found.block)
                first = first_rows.setdefault(key, found.row)
                if first != found.row:
                    message = _("La misma persona, día y tramo están ya en la fila {row}.").format(row=first)
                    problems.append(row.problem(message))
                else:
                    accepted.append(found)
    return AttendanceReading(tuple(accepted), tuple(problems), tuple(notices))


class _RowReader:
    """Reads one row, noting everything wrong in it. Documents already read are not read again."""

    def __init__(self, row: Row[F], identities: dict[str, IdentityDocument]) -> None:
        self._row = row
        self._identities = identities
        self.problems: list[Problem] = []

    def attendance(self) -> AttendanceRow | None:
        """Return what the row says, ``None`` where it cannot be taken."""
        row = self._row
        day = self._read(F.DAY, lambda: read_day(row[F.DAY]))
        identity = self._identity()
        minutes = self._minutes()
        stretch, cause, state = self._stretch(), self._cause(), self._state()
        if state not in {None, JustificationState.UNJUSTIFIED} and cause is None and not self.problems:
            self._note(_("Lleva estado de la justificación y no lleva causa."), F.STATE)
        if self.problems or day is None or identity is None or minutes is None:
            return None
        return AttendanceRow(
            row.line.number,
            row.table.sheet,
            day,
            stretch,
            identity,
            minutes,
            cause,
            state,
            row.text(F.BLOCK).upper(),
        )

    def _identity(self) -> IdentityDocument | None:
        text = self._row.text(F.DOCUMENT)
        if text not in self._identities:
            try:
                self._identities[text] = parse_identity(text)
            except InvalidIdentity as error:
                self._note(str(error), F.DOCUMENT)
                return None
        return self._identities[text]

    def _minutes(self) -> int | None:
        if self._row.text(F.MINUTES) or not self._row.text(F.HOURS):
            return self._read(F.MINUTES, lambda: read_minutes(self._row[F.MINUTES]))
        return self._read(F.HOURS, lambda: read_minutes(self._row[F.HOURS], bare_is_hours=True))

    def _stretch(self) -> int:
        text = self._row.text(F.STRETCH)
        if text in {"", "1", "2"}:
            return int(text or 1)
        self._note(_("«{text}» no es un tramo: escriba 1 o 2.").format(text=text), F.STRETCH)
        return 0

    def _cause(self) -> AbsenceCause | None:
        text = self._row.text(F.CAUSE)
        words = plain_words(text)
        if not words:
            return None
        if words[0] in set(AbsenceCause):
            return AbsenceCause(words[0])
        found = next((_CAUSES[word] for word in _STRONGEST if word in words), None)
        if found is None:
            message = _("«{text}» no es una causa: escriba su letra, de la a) a la h).")
            self._note(message.format(text=text), F.CAUSE)
        return found

    def _state(self) -> JustificationState | None:
        text = self._row.text(F.STATE)
        if not text:
            return None
        found = _STATES.get(" ".join(plain_words(text)))
        if found is None:
            message = _("«{text}» no es un estado: injustificada, pendiente, validada o rechazada.")
            self._note(message.format(text=text), F.STATE)
        return found

    def _read(self, field: F, read: Callable[[], Read]) -> Read | None:
        if not self._row.text(field):
            self._note(_("Falta el dato."), field)
            return None
        try:
            return read()
        except NotUnderstood as error:
            self._note(str(error), field)
            return None

    def _note(self, message: str, field: F) -> None:
        self.problems.append(self._row.problem(message, field))
