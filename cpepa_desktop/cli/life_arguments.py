"""The words of the commands on a course's life and on the official papers it hangs on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from cpepa_desktop.cli.parsing import Add, day, inner
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.texts import _

_DAY: Final = "AAAA-MM-DD"


def add_life_commands(within: Add) -> None:
    """Add what happens to a course, beside the other commands of `course`."""
    gates = within("gates", _("lo que debe cumplirse antes de su inicio, y cómo está"), "course-gates")
    _course(gates)
    gates.add_argument("--start", type=day, metavar=_DAY, help=_("para otro día de inicio"))
    authorise = within(
        "authorise", _("anota la autorización o la concesión de uno o varios cursos"), "course-authorise"
    )
    _courses(authorise)
    _paper_words(authorise)
    sign = within("sign", _("anota el convenio firmado de uno o varios cursos"), "course-sign")
    _courses(sign)
    _paper_words(sign)
    start = within("start", _("anota que ha empezado"), "course-start")
    _course(start)
    start.add_argument("--day", type=day, metavar=_DAY, help=_("si falta, el día de trabajo"))
    defer = within("defer", _("deja dicho que lo que falta consta fuera del programa"), "course-defer")
    _course(defer)
    defer.add_argument("--reason", required=True, metavar=_("TEXTO"), help=_("dónde consta"))
    renounce = within(
        "renounce", _("anota la renuncia; con --cancel, que queda sin efecto"), "course-renounce"
    )
    _course(renounce)
    renounce.add_argument("--reason", required=True, metavar=_("TEXTO"))
    renounce.add_argument("--day", type=day, metavar=_DAY, help=_("si falta, el día de trabajo"))
    renounce.add_argument("--number", default="", metavar=_("REGISTRO"))
    renounce.add_argument("--cancel", action="store_true", help=_("la renuncia queda sin efecto"))


def add_paper_group(add: Add) -> None:
    """Add `paper` with what is done to official papers."""
    within = inner(add("paper", _("los escritos oficiales: autorizaciones, convenios, pólizas…")))
    new = within("add", _("anota un escrito, que puede servir a varios cursos"), "paper-add")
    new.add_argument("kind", type=OfficialPaperKind, choices=list(OfficialPaperKind), metavar=_("CLASE"))
    new.add_argument(
        "--course", dest="courses", action="append", default=[], metavar=_("CURSO"), help=_("puede repetirse")
    )
    _paper_words(new)
    listing = within("list", _("los lista"), "paper-list")
    listing.add_argument("--course", default="", metavar=_("CURSO"), help=_("sólo los de un curso"))
    remove = within("remove", _("quita uno anotado por error"), "paper-remove")
    remove.add_argument("paper", type=int, metavar=_("NÚMERO"), help=_("el que da paper list"))
    remove.add_argument("--reason", required=True, metavar=_("TEXTO"))


def _course(command: argparse.ArgumentParser) -> None:
    command.add_argument("course", metavar=_("CURSO"))


def _courses(command: argparse.ArgumentParser) -> None:
    command.add_argument("courses", nargs="+", metavar=_("CURSO"))


def _paper_words(command: argparse.ArgumentParser) -> None:
    command.add_argument("--number", default="", metavar=_("NÚMERO"))
    for name, text in (
        ("issued", _("día de su fecha o de su firma")),
        ("received", _("día en que llegó al centro")),
        ("ends", _("último día en vigor")),
    ):
        command.add_argument(f"--{name}", type=day, metavar=_DAY, help=text)
    command.add_argument("--signer", default="", metavar=_("NOMBRE"), help=_("quién lo firma"))
    command.add_argument("--body", default="", metavar=_("ORGANISMO"), help=_("qué organismo lo dicta"))
    command.add_argument("--note", default="", metavar=_("TEXTO"))
    command.add_argument("--scan", type=Path, metavar=_("FICHERO"), help=_("el escrito escaneado"))
