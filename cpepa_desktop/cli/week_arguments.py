"""The words of the commands on a week that is sent."""

from __future__ import annotations

import argparse

from cpepa_desktop.cli.parsing import Add, day, inner, start_or_week, week
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.typing_again import Program


def add_week_commands(add: Add) -> None:
    """Add the commands."""
    shown = inner(add("attendance", _("lo introducido de asistencia")))
    week_shown = shown("week", _("una semana: personas, tramos y horas"), "attendance-week")
    week_shown.add_argument("course", metavar=_("CURSO"))
    week_shown.add_argument("week", type=week, metavar="AAAA-Wnn")
    within = inner(add("lock", _("bloquea lo que ya se envió")))
    lock = within("week", _("una semana: sus minutos y causas no cambian más"), "lock-week")
    _about_a_week(lock)
    lock.add_argument("--sent", required=True, type=day, metavar="AAAA-MM-DD", help=_("día en que se envió"))
    lock.add_argument("--registry", required=True, metavar=_("NÚMERO"), help=_("número de registro"))
    within = inner(add("unlock", _("desbloquea lo que ya se envió, para corregirlo")))
    unlock = within("week", _("una semana: lo próximo que se envíe es otra versión"), "unlock-week")
    _about_a_week(unlock)
    unlock.add_argument("--reason", required=True, metavar=_("TEXTO"), help=_("por qué; queda escrito"))
    typing = add("typing", _("lista lo que se teclea de una semana, o del inicio, en GESTIFOR o GACEPA"))
    typing.add_argument("course", metavar=_("CURSO"))
    typing.add_argument(
        "week", type=start_or_week, metavar=_("SEMANA"), help=_("por ejemplo 2024-W07, o «start»: el inicio")
    )
    typing.add_argument("--program", required=True, type=Program, choices=list(Program))
    typing.add_argument("--left", action="store_true", help=_("sólo lo que falta"))


def _about_a_week(command: argparse.ArgumentParser) -> None:
    command.add_argument("course", metavar=_("CURSO"))
    command.add_argument("week", type=week, metavar=_("SEMANA"), help=_("por ejemplo 2024-W07"))
