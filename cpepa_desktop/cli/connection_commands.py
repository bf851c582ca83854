"""The command on logs of connections of the virtual classroom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes, problem_forms
from cpepa_desktop.cli.command import Command, UsageError
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.connections import ConnectionsPreview, apply_connections, preview_connections
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.workspace import Workspace

Form = dict[str, object]


def import_connections(ws: Workspace, given: Arguments) -> Answer:
    """Say what a log of connections would write, or write it."""
    pairs = [text.rpartition("=") for text in given.alias]
    if not all(name and document for name, _equals, document in pairs):
        raise UsageError(_("--alias se escribe NOMBRE=DOCUMENTO"))
    aliases = {name: find_enrolment(ws, given.course, document).id for name, _equals, document in pairs}
    preview = preview_connections(ws, given.source, given.course, given.day, given.stretch, aliases)
    form = _preview_form(preview)
    if not given.apply:
        return Answer(form, tuple(_lines(preview)))
    overwrite = {find_enrolment(ws, given.course, document).id for document in given.overwrite}
    return of_changes(apply_connections(ws, preview, overwrite), **form)


def _preview_form(preview: ConnectionsPreview) -> Form:
    """Return a proposal as JSON shows it; each interval is its two moments."""
    return {
        "course": preview.course,
        "day": preview.stretch.day,
        "stretch": preview.stretch.n,
        "tool": preview.log.tool,
        "people": [
            {
                "id_number": person.enrolment.person.document.number,
                "name": person.enrolment.person.listed_name,
                "minutes": person.minutes,
                "intervals": [
                    [one.isoformat(), other.isoformat()] for one, other in person.attendee.intervals
                ],
                "matched_by": person.matched_by,
                "entered_minutes": person.entered,
                "conflict": person.is_conflict,
                "problem": person.problem,
            }
            for person in preview.people
        ],
        "unmatched": [
            {
                "name": one.name,
                "email": one.email,
                "row": one.row,
                "minutes": one.minutes,
                "suggestions": [each.person.document.number for each in one.suggestions],
            }
            for one in preview.unmatched
        ],
        "staff": list(preview.staff),
        "problems": problem_forms(preview.problems),
    }


def _lines(preview: ConnectionsPreview) -> Iterator[str]:
    for person in preview.people:
        who = person.enrolment.person
        line = f"{who.document.number:<10} {who.listed_name}: {hours_words(person.minutes)}"
        if person.is_conflict:
            said = _("ya tiene introducidas {entered}").format(entered=hours_words(person.entered or 0))
            line = f"{line} ({said})"
        yield line
    for one in preview.unmatched:
        yield _("Sin emparejar: «{name}», {minutes}").format(name=one.name, minutes=hours_words(one.minutes))
    yield from (str(problem) for problem in preview.problems)


CONNECTION_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {"import-connections": Command(import_connections, writes=True)}
)
"""This command, by name."""
