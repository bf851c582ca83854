"""The words of the command that brings days without class from a file."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.cli.parsing import Add
from cpepa_desktop.domain.calendar import HolidayScope
from cpepa_desktop.domain.texts import _


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
