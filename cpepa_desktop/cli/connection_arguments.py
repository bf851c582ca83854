"""The words of the command on logs of connections of the virtual classroom."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.cli.parsing import Add, day
from cpepa_desktop.domain.texts import _


def add_connection_commands(bring: Add) -> None:
    """Add the command; ``bring`` adds those within ``import``."""
    text = _("conexiones del aula virtual, de Teams, Zoom, Meet o BigBlueButton")
    connections = bring("connections", text, "import-connections")
    connections.add_argument("source", type=Path, metavar=_("FICHERO"))
    connections.add_argument("course", metavar=_("CURSO"))
    connections.add_argument(
        "--day", required=True, type=day, metavar="AAAA-MM-DD", help=_("día de la clase")
    )
    connections.add_argument("--stretch", type=int, default=1, metavar="N", help=_("tramo del día: 1 o 2"))
    connections.add_argument(
        "--apply", action="store_true", help=_("lo introduce; si falta, sólo lo propone")
    )
    connections.add_argument(
        "--alias",
        action="append",
        default=[],
        metavar=_("NOMBRE=DOCUMENTO"),
        help=_("quién es un nombre del registro; con --apply queda confirmado; se repite para varios"),
    )
    connections.add_argument(
        "--overwrite",
        action="append",
        default=[],
        metavar=_("DOCUMENTO"),
        help=_("cambia los minutos ya introducidos de esa persona; se repite para varias"),
    )
