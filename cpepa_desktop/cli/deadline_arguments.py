"""The words of the commands on terms: what falls due, of a course, of all or of one only thought of."""

from __future__ import annotations

import argparse
from pathlib import Path

from cpepa_desktop.cli.command import UsageError
from cpepa_desktop.cli.parsing import Add, Arguments, day
from cpepa_desktop.domain.texts import _

_ESTIMATE = "estimate"
_DAY = "AAAA-MM-DD"


def add_deadline_commands(add: Add) -> None:
    """Add `deadlines` and `file`."""
    deadlines = add("deadlines", _("los plazos de un curso, de todos, o de uno por planificar"))
    deadlines.add_argument(
        "course", nargs="?", metavar=_("CURSO"), help=_("un curso, o «estimate» para uno por planificar")
    )
    deadlines.add_argument("--all", action="store_true", help=_("de todos los cursos"))
    deadlines.add_argument("--ics", type=Path, metavar=_("FICHERO"), help=_("los escribe como calendario"))
    _estimate_words(deadlines)
    filing = add("file", _("da por cumplida una obligación de un curso"))
    filing.add_argument("obligation", metavar=_("OBLIGACIÓN"))
    filing.add_argument("course", metavar=_("CURSO"))
    filing.add_argument(
        "--subject", default="", metavar=_("DE_QUÉ"), help=_("semana, DNI de la persona, incidencia o día")
    )
    filing.add_argument("--day", type=day, metavar=_DAY, help=_("si falta, el día de trabajo"))
    filing.add_argument("--number", default="", metavar=_("REGISTRO"))
    filing.add_argument("--channel", default="", metavar=_("POR_DÓNDE"))
    filing.add_argument("--scan", type=Path, metavar=_("FICHERO"), help=_("el justificante"))


def deadlines_command(given: Arguments) -> str:
    """Return which command `deadlines` is. Raises ``UsageError`` where words are missing or too many."""
    if given.course == _ESTIMATE:
        missing = [
            f"--{name}" for name in ("call", "start", "end", "municipality") if not getattr(given, name)
        ]
        if missing:
            raise UsageError(_("deadlines estimate necesita {words}").format(words=", ".join(missing)))
        if given.all or given.ics:
            raise UsageError(_("deadlines estimate no lleva --all ni --ics"))
        return "deadlines-estimate"
    if bool(given.course) == given.all:
        raise UsageError(_("deadlines necesita un CURSO, o bien --all, o bien estimate"))
    return "deadlines"


def _estimate_words(deadlines: argparse.ArgumentParser) -> None:
    words = deadlines.add_argument_group(_("con estimate"))
    words.add_argument("--call", help=_("convocatoria: EPE-873-2023…"))
    words.add_argument("--start", type=day, metavar=_DAY, help=_("primer día de clase"))
    words.add_argument("--end", type=day, metavar=_DAY, help=_("último día de clase"))
    words.add_argument("--selection", type=day, metavar=_DAY, help=_("día de la selección"))
    words.add_argument("--municipality", help=_("la del centro o la del órgano"))
    words.add_argument(
        "--local-holiday",
        type=day,
        action="append",
        default=[],
        metavar=_DAY,
        help=_("festivo local; puede repetirse"),
    )
    words.add_argument(
        "--teaching-days",
        type=Path,
        metavar=_("FICHERO"),
        help=_("días de clase; si falta, de lunes a viernes que no sean festivos"),
    )
