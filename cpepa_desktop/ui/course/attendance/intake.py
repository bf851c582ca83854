"""What a file of attendance would write, row by row, in the words of the course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.attendance_conflicts import Conflict
from cpepa_desktop.operations.attendance_intake import AttendancePreview
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.course.attendance.cells import absence_words
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.table import Align, Column, TablePanel


@dataclass(frozen=True, slots=True)
class InputRow:
    """One cell that would be written."""

    position: int
    day: date
    stretch: int
    name: str
    minutes: int
    absences: str


def intake_columns() -> tuple[Column[InputRow], ...]:
    """Return the columns of the cells that would be written."""
    return (
        Column(_("Día"), lambda row: row.day, text=lambda row: day_words(row.day)),
        Column(_("Tramo"), lambda row: row.stretch, align=Align.RIGHT),
        Column(_("Persona"), lambda row: row.name, stretched=True),
        Column(
            _("Asiste"), lambda row: row.minutes, text=lambda row: hours_words(row.minutes), align=Align.RIGHT
        ),
        Column(_("Faltas"), lambda row: row.absences, width=40),
    )


def difference_columns() -> tuple[Column[Conflict], ...]:
    """Return the columns of the cells that the file says otherwise, both sayings side by side."""
    return (
        Column(_("Día"), lambda row: row.day, text=lambda row: day_words(row.day)),
        Column(_("Tramo"), lambda row: row.stretch, align=Align.RIGHT),
        Column(_("Persona"), lambda row: row.person, stretched=True),
        Column(_("Lo que hay"), lambda row: row.existing, width=18),
        Column(_("Lo del fichero"), lambda row: row.new, width=18),
        Column(_("Fila"), lambda row: row.row, align=Align.RIGHT),
    )


def difference_table(preview: AttendancePreview) -> TablePanel[Conflict]:
    """Return the table of what a file says otherwise than what is entered."""
    panel: TablePanel[Conflict] = TablePanel(
        "attendance_intake_differences",
        _("Casillas que el fichero dice de otra manera"),
        difference_columns(),
        key=lambda row: (row.sheet, row.row),
        empty=EmptyState("attendance_intake_differences_empty", _("Ninguna.")),
    )
    panel.set_rows(preview.conflicts)
    return panel


def intake_table(ws: Workspace, preview: AttendancePreview) -> TablePanel[InputRow]:
    """Return the table of what a file would write. Raises ``Refused`` where the course is gone."""
    stretches = {stretch.id: stretch for stretch in read_course(ws, preview.course).stretches}
    names = {e.id: e.person.listed_name for e in list_enrolments(ws, preview.course)}

    def row_of(position: int, cell: StretchInput) -> InputRow:
        stretch = stretches[cell.stretch_id]
        return InputRow(
            position,
            stretch.day,
            stretch.n,
            names[cell.enrolment_id],
            cell.attended_minutes or 0,
            "; ".join(absence_words(absence) for absence in cell.absences),
        )

    panel: TablePanel[InputRow] = TablePanel(
        "attendance_intake_rows",
        _("Casillas que se escribirán"),
        intake_columns(),
        key=lambda row: row.position,
        empty=EmptyState("attendance_intake_empty", _("Ninguna fila puede escribirse.")),
    )
    panel.set_rows([row_of(position, cell) for position, cell in enumerate(preview.inputs)])
    return panel
