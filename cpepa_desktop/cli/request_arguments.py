"""The words of the commands on the yearly request."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cpepa_desktop.cli.parsing import Add, Arguments, day, inner, school_year
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.yearly_requests import REQUEST_ROUTES

PRINTING: Final = "plan-request-print"


class _Print(argparse.Action):
    """Makes of `plan request` the command that prints it: it registers a paper, and so it writes."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: Arguments,
        values: str | Sequence[object] | None,
        _option: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, values)
        namespace.command = PRINTING


def add_request_commands(add: Add) -> None:
    """Add `plan request`, `plan add`, `plan link` and `plan submit`."""
    within = inner(add("plan", _("la petición anual de certificados")))
    request = within("request", _("dice qué se pide y qué falta para cada cosa"), "plan-request")
    _year(request)
    request.add_argument("--xlsx", type=Path, metavar=_("FICHERO"), help=_("la hoja para GACEPA, o en CSV"))
    request.add_argument(
        "--print", dest="folder", type=Path, action=_Print, metavar=_("CARPETA"), help=_("la imprime en PDF")
    )
    line = within("add", _("pide un certificado, parte de él o un módulo"), "plan-add")
    _year(line)
    line.add_argument("speciality", metavar=_("ESPECIALIDAD"))
    line.add_argument("--part", default="", help=_("A1, A2 o el código de un módulo"))
    line.add_argument(
        "--route", required=True, choices=[route.value for route in REQUEST_ROUTES], help=_("quién paga")
    )
    line.add_argument("--entity", default="", metavar=_("NOMBRE"), help=_("la entidad local que paga"))
    line.add_argument("--start", type=day, metavar="AAAA-MM-DD", help=_("inicio previsto"))
    line.add_argument("--places", type=int, metavar="N")
    line.add_argument("--note", default="")
    link = within("link", _("dice qué curso responde a una línea"), "plan-link")
    _year(link)
    link.add_argument("line", type=int, metavar="N", help=_("el número de la línea"))
    link.add_argument("course", nargs="?", default="", metavar=_("CURSO"), help=_("si falta, ninguno"))
    submit = within("submit", _("anota que la petición se presentó"), "plan-submit")
    _year(submit)
    submit.add_argument("day", type=day, metavar="AAAA-MM-DD")
    submit.add_argument("--number", default="", help=_("número de registro"))
    submit.add_argument("--scan", type=Path, metavar=_("FICHERO"), help=_("justificante"))


def _year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("year", type=school_year, metavar=_("CURSO_ESCOLAR"), help=_("como 24/25, o 2024"))
