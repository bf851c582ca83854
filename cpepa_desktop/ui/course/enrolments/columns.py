"""Who is in a course, who could be, and who a file would bring, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from cpepa_desktop.domain.course import CourseModule
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.people import PersonSummary
from cpepa_desktop.ui.parts import course_words, text
from cpepa_desktop.ui.parts.table import Align, Column, Total


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """An enrolment with the codes of the modules it need not attend."""

    enrolment: Enrolment
    accredited: tuple[str, ...]

    @property
    def has_left(self) -> bool:
        """Say whether the person has left the course."""
        return self.enrolment.left_on is not None


def rows_of(enrolled: tuple[Enrolment, ...], modules: tuple[CourseModule, ...]) -> tuple[EnrolmentRow, ...]:
    """Return the enrolments of a course with the codes of what each need not attend."""
    codes = {module.id: module.code for module in modules}
    return tuple(
        EnrolmentRow(each, tuple(codes[standing.course_module_id] for standing in each.standings))
        for each in enrolled
    )


def enrolment_columns() -> tuple[Column[EnrolmentRow], ...]:
    """Return the columns of the people of a course."""
    return (
        Column(_("Plaza"), lambda row: row.enrolment.seat, align=Align.RIGHT, width=5),
        Column(_("Tipo"), lambda row: course_words.seat_words(row.enrolment.seat_kind), width=9),
        Column(_("Documento"), lambda row: str(row.enrolment.person.document), width=10),
        Column(_("Apellidos"), lambda row: row.enrolment.person.surnames, width=14, stretched=True),
        Column(_("Nombre"), lambda row: row.enrolment.person.name, width=11),
        Column(_("Alta"), lambda row: row.enrolment.joined_on, width=11),
        Column(_("Al inicio"), _status, tooltip=_status_in_full, width=12),
        Column(_("Acreditados"), lambda row: ", ".join(row.accredited), tooltip=_accredited, width=11),
        Column(_("Baja"), _leaving, tooltip=_leaving, icon=_leaving_icon, width=14, total=Total.COUNT),
        Column(_("Nacimiento"), lambda row: row.enrolment.person.birth_date, width=11, hidden=True),
        Column(_("Teléfono"), lambda row: row.enrolment.person.phone, width=12, hidden=True),
        Column(_("Correo"), lambda row: row.enrolment.person.email, width=22, hidden=True),
    )


def person_columns() -> tuple[Column[PersonSummary], ...]:
    """Return the columns of the people of the file who can be enrolled."""
    return (
        Column(_("Apellidos, nombre"), lambda row: row.person.listed_name, stretched=True),
        Column(_("Documento"), lambda row: str(row.person.document), width=12),
        Column(_("Cursos"), lambda row: ", ".join(row.courses), width=14),
    )


def _status(row: EnrolmentRow) -> str:
    return course_words.status_words(row.enrolment.status_at_start)


def _status_in_full(row: EnrolmentRow) -> str:
    status = row.enrolment.status_at_start
    return status.label.capitalize() if status else _("Sin establecer")


def _accredited(row: EnrolmentRow) -> str:
    return "\n".join(row.accredited)


def _leaving(row: EnrolmentRow) -> str:
    if row.enrolment.left_on is None:
        return ""
    return f"{text.full_day(row.enrolment.left_on)} · {course_words.leave_words(row.enrolment.leave_cause)}"


def _leaving_icon(row: EnrolmentRow) -> str:
    return "leave" if row.has_left else ""
