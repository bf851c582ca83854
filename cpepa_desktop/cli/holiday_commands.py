"""The command that brings days without class from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes, problem_forms
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.texts import ngettext
from cpepa_desktop.operations import holiday_intake
from cpepa_desktop.operations.workspace import Workspace


def import_holidays(ws: Workspace, given: Arguments) -> Answer:
    """Bring days without class from a file, or only say what it would bring."""
    preview = holiday_intake.preview_holidays(ws, given.source, given.year, given.kind)
    data = {
        "new": _forms(preview.new),
        "known": _forms(preview.known),
        "problems": problem_forms(preview.problems),
        "notices": problem_forms(preview.notices),
    }
    if given.dry_run:
        count = len(preview.new)
        message = ngettext("Se importaría {count} día.", "Se importarían {count} días.", count)
        told = map(str, (*preview.problems, *preview.notices))
        return Answer(data, (message.format(count=count), *told))
    return of_changes(holiday_intake.import_holidays(ws, preview), **data)


HOLIDAY_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {"import-holidays": Command(import_holidays, writes=True)}
)
"""These commands, by name."""


def _forms(holidays: Sequence[Holiday]) -> list[dict[str, object]]:
    return [
        {
            "day": holiday.day,
            "name": holiday.name,
            "kind": holiday.scope,
            "municipality": holiday.municipality,
        }
        for holiday in holidays
    ]
