"""The commands on what justifies absences: writing one, what was decided of some, and the exception."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations import justifications, share_exceptions
from cpepa_desktop.operations.justification_proposals import (
    JustificationForm,
    Proposal,
    ProposedCell,
    propose,
)
from cpepa_desktop.operations.justifications import JustificationView
from cpepa_desktop.operations.workspace import Workspace


def justify(ws: Workspace, given: Arguments) -> Answer:
    """Justify what a person missed as far as the rules propose, or only say how far that is."""
    form = JustificationForm(
        given.id_number,
        given.cause,
        given.day,
        last=given.to,
        appointment_minute=given.at,
        ended=given.ended,
        other_town=given.other_town,
        travel_minutes=given.travel,
        granted_minutes=given.granted,
        proof=given.proof,
        note=given.note,
    )
    proposal = propose(ws, given.course, form)
    data = _proposal_form(proposal)
    if given.dry_run:
        total = _("Se justificarían {hours}.").format(hours=hours_words(proposal.minutes))
        return Answer(data, (*map(_line, proposal.cells), total), proposal.notices)
    cells = {cell.session_id: cell.minutes for cell in proposal.cells}
    changes = justifications.add_justification(ws, given.course, form, cells)
    answer = of_changes(changes, **data)
    return Answer(answer.data, answer.lines, (*answer.notices, *proposal.notices))


def list_justifications(ws: Workspace, given: Arguments) -> Answer:
    """List the justifications of a course."""
    rows = justifications.list_justifications(ws, given.course)
    lines = (
        f"{row.row.id:>5}  {row.first}  {row.last}  {row.cause}  {hours_words(row.minutes):>8}  "
        f"{row.row.state.label:<22}{row.enrolment.person.listed_name}"
        for row in rows
    )
    return Answer([_justification_form(row) for row in rows], tuple(lines))


def validate(ws: Workspace, given: Arguments) -> Answer:
    """Write what was decided of some justifications."""
    return of_changes(justifications.change_state(ws, given.course, given.ids, given.state, given.on))


def exception(ws: Workspace, given: Arguments) -> Answer:
    """Record the exception to the share of attendance, or that it no longer stands."""
    decide = share_exceptions.revoke_exception if given.revoke else share_exceptions.decide_exception
    return of_changes(decide(ws, given.course, given.id_number, given.reason))


JUSTIFICATION_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "justify": Command(justify, writes=True),
        "justifications": Command(list_justifications),
        "validate": Command(validate, writes=True),
        "exception": Command(exception, writes=True),
    }
)
"""These commands, by name."""


def _line(cell: ProposedCell) -> str:
    why = " ".join(part for part in (cell.why, cell.rest_why) if part)
    return f"{cell.day}  {clock_text(cell.start)}  {hours_words(cell.minutes):>8}  {why}"


def _proposal_form(proposal: Proposal) -> dict[str, object]:
    return {
        "minutes": proposal.minutes,
        "citation": str(proposal.citation),
        "sessions": [
            {
                "day": cell.day,
                "from": clock_text(cell.start),
                "to": clock_text(cell.end),
                "block": cell.block,
                "missed_minutes": cell.missed,
                "justified_elsewhere_minutes": cell.justified,
                "minutes": cell.minutes,
                "unjustified_minutes": cell.unjustified,
                "why": cell.why,
                "unjustified_why": cell.rest_why,
            }
            for cell in proposal.cells
        ],
    }


def _justification_form(row: JustificationView) -> dict[str, object]:
    return {
        "id": row.row.id,
        "id_number": row.enrolment.person.document.number,
        "cause": row.cause,
        "state": row.row.state,
        "minutes": row.minutes,
        "first": row.first,
        "last": row.last,
        "decided_on": row.row.decided_on,
        "handed_in_on": row.row.handed_in_on,
        "registry": row.row.registry,
        "proof": row.proof_name,
        "note": row.row.note,
    }
