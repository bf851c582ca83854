"""The commands on who is in a course and on its attendance: one function a command, over one operation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes, problem_forms
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import attendance_intake, enrolments
from cpepa_desktop.operations.attendance_conflicts import OnConflict
from cpepa_desktop.operations.workspace import Workspace


def join(ws: Workspace, given: Arguments) -> Answer:
    """Enrol somebody of the file, also in a course that has begun, by the book."""
    form = enrolments.EnrolmentForm(
        joined_on=given.on, seat=given.seat, accredited=tuple(given.accredited), source=given.source
    )
    return of_changes(enrolments.join(ws, given.course, given.id_number, form))


def withdraw(ws: Workspace, given: Arguments) -> Answer:
    """Write that a person left."""
    withdrawal = enrolments.Withdrawal(
        on=given.on,
        cause=given.cause,
        contract_start=given.contract_start,
        communicated_on=given.communicated,
        proof=given.proof,
    )
    return of_changes(enrolments.withdraw(ws, given.course, given.id_number, withdrawal))


def import_attendance(ws: Workspace, given: Arguments) -> Answer:
    """Bring attendance from a file, or only say what it would bring."""
    preview = attendance_intake.preview_attendance(ws, given.source, given.course)
    data = {
        "accepted": len(preview.inputs),
        "problems": problem_forms(preview.problems),
        "notices": problem_forms(preview.notices),
        "conflicts": problem_forms(conflict.problem for conflict in preview.conflicts),
        "same": preview.same,
    }
    if given.dry_run:
        lines = [_("Se introducirían {count} casillas.").format(count=len(preview.inputs))]
        told = (*preview.problems, *(conflict.problem for conflict in preview.conflicts), *preview.notices)
        return Answer(data, (*lines, *(str(problem) for problem in told)))
    changes = attendance_intake.import_attendance(ws, preview, on_conflict=_on_conflict(given))
    written = len(preview.inputs) + (len(preview.conflicts) if given.overwrite else 0)
    return of_changes(changes, accepted=written, problems=[])


def _on_conflict(given: Arguments) -> OnConflict:
    if given.overwrite:
        return OnConflict.OVERWRITE
    return OnConflict.KEEP if given.keep else OnConflict.REFUSE


ATTENDANCE_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "join": Command(join, writes=True),
        "withdraw": Command(withdraw, writes=True),
        "import-attendance": Command(import_attendance, writes=True),
    }
)
"""These commands, by name."""
