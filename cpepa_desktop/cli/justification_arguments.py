"""The words of the commands on what justifies absences."""

from __future__ import annotations

import argparse
from pathlib import Path

from cpepa_desktop.cli.parsing import Add, clock, day
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.texts import _


def add_justification_commands(add: Add) -> None:
    """Add the commands."""
    _justify(add)
    listing = add("justifications", _("lista los justificantes de un curso"))
    listing.add_argument("course", metavar=_("CURSO"))
    validate = add("validate", _("anota lo que se decide de unos justificantes"))
    validate.add_argument("course", metavar=_("CURSO"))
    validate.add_argument("ids", nargs="+", type=int, metavar="N", help=_("los lista «justifications»"))
    states = [state for state in JustificationState if state is not JustificationState.UNJUSTIFIED]
    validate.add_argument(
        "--state", type=JustificationState, choices=states, default=JustificationState.VALIDATED
    )
    validate.add_argument("--on", type=day, metavar="AAAA-MM-DD", help=_("día de la decisión, si no es hoy"))
    exception = add("exception", _("considera finalizada a una persona por debajo de la asistencia"))
    exception.add_argument("course", metavar=_("CURSO"))
    exception.add_argument("id_number", metavar=_("DOCUMENTO"))
    exception.add_argument("--reason", required=True, metavar=_("TEXTO"), help=_("por qué; queda escrito"))
    exception.add_argument("--revoke", action="store_true", help=_("la deja sin efecto"))


def _justify(add: Add) -> None:
    justify: argparse.ArgumentParser = add("justify", _("justifica las faltas de una persona"))
    justify.add_argument("course", metavar=_("CURSO"))
    justify.add_argument("id_number", metavar=_("DOCUMENTO"))
    justify.add_argument(
        "--cause", required=True, type=AbsenceCause, choices=list(AbsenceCause), help=_("letra del ap. 19.1")
    )
    justify.add_argument("--day", required=True, type=day, metavar="AAAA-MM-DD", help=_("el primero o único"))
    justify.add_argument("--to", type=day, metavar="AAAA-MM-DD", help=_("último día"))
    justify.add_argument("--at", type=clock, metavar="HH:MM", help=_("hora de la cita"))
    justify.add_argument("--ended", type=clock, metavar="HH:MM", help=_("cuándo acabó"))
    justify.add_argument("--other-town", action="store_true", help=_("fue en otra localidad"))
    justify.add_argument("--travel", type=int, metavar="MIN", help=_("minutos de viaje desde otra localidad"))
    justify.add_argument("--granted", type=int, metavar="MIN", help=_("minutos que conceden los servicios"))
    justify.add_argument("--proof", type=Path, metavar=_("FICHERO"))
    justify.add_argument("--note", default="")
    justify.add_argument("--dry-run", action="store_true", help=_("sólo dice qué se justificaría y por qué"))
