"""The pieces of a command line: commands within commands, days and weeks, and what every command takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import TimetableError, parse_clock
from cpepa_desktop.domain.week import IsoWeek

Arguments = argparse.Namespace
"""A parsed line: ``command`` names what to run, the rest is what that command takes."""

START: Final = "start"
"""The word for the start of a course where a week could stand."""

Add = Callable[..., argparse.ArgumentParser]
"""Adds a command and returns its parser."""


def group(top: argparse.ArgumentParser, common: argparse.ArgumentParser) -> Add:
    """Return what adds commands to the program, each under its own name."""
    commands = top.add_subparsers(metavar=_("ORDEN"))

    def add(name: str, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text, parents=[common])
        made.set_defaults(command=name)
        return made

    return add


def inner(outer: argparse.ArgumentParser) -> Add:
    """Return what adds commands within a command: its word, its help and the name it runs under."""
    commands = outer.add_subparsers(metavar=_("QUÉ"), required=True)

    def add(name: str, text: str, command: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text, parents=[common_words()])
        made.set_defaults(command=command)
        return made

    return add


def common_words() -> argparse.ArgumentParser:
    """Return the words that every command takes."""
    # SUPPRESS: the default of a subcommand would hide what was said before it.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--file", type=Path, metavar=_("ARCHIVO"), help=_("archivo del centro (.cpepa)"))
    common.add_argument("--today", type=day, metavar="AAAA-MM-DD", help=_("día de trabajo, si no es hoy"))
    common.add_argument("--json", action="store_true", help=_("responde en JSON"))
    return common


def day(text: str) -> date:
    """Return the day a word says. Raises ``ArgumentTypeError``, which argparse tells."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("«{text}» no es un día: escríbalo como 2024-03-14").format(text=text)
        raise argparse.ArgumentTypeError(message) from None


def week(text: str) -> IsoWeek:
    """Return the week a word says. Raises ``ArgumentTypeError``, which argparse tells."""
    try:
        return IsoWeek.parse(text)
    except Refused as refusal:
        raise argparse.ArgumentTypeError(refusal.message) from None


def start_or_week(text: str) -> IsoWeek | None:
    """Return the week a word says, ``None`` for the start of the course. Raises as `week` does."""
    return None if text == START else week(text)


def month(text: str) -> Month:
    """Return the month a word says. Raises ``ArgumentTypeError``, which argparse tells."""
    try:
        return Month.parse(text)
    except Refused as refusal:
        raise argparse.ArgumentTypeError(refusal.message) from None


def school_year(text: str) -> SchoolYear:
    """Return the school year a word says. Raises ``ArgumentTypeError``, which argparse tells."""
    try:
        return SchoolYear.parse(text)
    except Refused as refusal:
        raise argparse.ArgumentTypeError(refusal.message) from None


def clock(text: str) -> int:
    """Return the minute of the day a word says. Raises ``ArgumentTypeError``, which argparse tells."""
    try:
        return parse_clock(text)
    except TimetableError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
