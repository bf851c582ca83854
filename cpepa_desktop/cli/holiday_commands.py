"""The command that brings days without class from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes, problem_forms
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Add, Arguments
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations import holiday_intake
from cpepa_desktop.operations.workspace import Workspace


def add_holiday_command(bring: Add) -> None:
    """Add the command; ``bring`` adds those within ``import``."""
    made = bring("holidays", _("días sin clase, de CSV, XLSX o ICS"), "import-holidays")
    made.add_argument("source", type=Path, metavar=_("FICHERO"))
    made.add_argument("--year", required=True, type=int, metavar="AAAA", help=_("año de los días"))
    made.add_argument(
        "--kind",
        required=True,
        type=HolidayScope,
        choices=list(HolidayScope),
        help=_("de quién son los días de los que el fichero no lo dice"),
    )
    made.add_argument("--dry-run", action="store_true", help=_("sólo dice qué se importaría"))


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
