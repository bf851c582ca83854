"""The words of the commands on who is in a course and on its attendance."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.cli.parsing import Add, day
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.texts import _


def add_attendance_commands(add: Add, bring: Add) -> None:
    """Add the commands; ``bring`` adds those within ``import``."""
    _join(add)
    _leave(add)
    attendance = bring("attendance", _("asistencia, de CSV o XLSX"), "import-attendance")
    attendance.add_argument("source", type=Path, metavar=_("FICHERO"))
    attendance.add_argument("course", metavar=_("CURSO"))
    differing = attendance.add_mutually_exclusive_group()
    differing.add_argument(
        "--overwrite", action="store_true", help=_("escribe lo del fichero donde hay otra cosa introducida")
    )
    differing.add_argument(
        "--keep", action="store_true", help=_("deja lo que hay donde el fichero dice otra cosa")
    )
    attendance.add_argument("--dry-run", action="store_true", help=_("sólo dice qué se introduciría"))


def _join(add: Add) -> None:
    join = add("join", _("incorpora a una persona a un curso"))
    join.add_argument("course", metavar=_("CURSO"))
    join.add_argument("id_number", metavar=_("DOCUMENTO"))
    join.add_argument("--on", required=True, type=day, metavar="AAAA-MM-DD", help=_("primer día de clase"))
    join.add_argument("--seat", type=int, metavar="N", help=_("plaza; si falta, la primera libre"))
    join.add_argument(
        "--accredited",
        action="append",
        default=[],
        metavar=_("MÓDULO"),
        help=_("módulo que ya tiene acreditado; se repite para varios"),
    )
    join.add_argument("--source", default="", help=_("de dónde consta la acreditación"))


def _leave(add: Add) -> None:
    leave = add("withdraw", _("da de baja a una persona"))
    leave.add_argument("course", metavar=_("CURSO"))
    leave.add_argument("id_number", metavar=_("DOCUMENTO"))
    leave.add_argument("--on", required=True, type=day, metavar="AAAA-MM-DD", help=_("último día de clase"))
    leave.add_argument("--cause", required=True, type=LeaveCause, choices=list(LeaveCause))
    leave.add_argument("--contract-start", type=day, metavar="AAAA-MM-DD")
    leave.add_argument("--communicated", type=day, metavar="AAAA-MM-DD")
    leave.add_argument("--proof", type=Path, metavar=_("FICHERO"))
