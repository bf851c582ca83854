"""Runs one command line: parses it, opens the file as the command needs, answers and says how it ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from cpepa_desktop.cli.answers import Answer, problem_forms, to_json
from cpepa_desktop.cli.command import UsageError
from cpepa_desktop.cli.commands import COMMANDS, FILE_COMMANDS, WITHOUT_FILE
from cpepa_desktop.cli.deadline_arguments import deadlines_command
from cpepa_desktop.cli.paper_arguments import paper_command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import files
from cpepa_desktop.operations.workspace import fault_of

DONE, REFUSED, USAGE, ENVIRONMENT = 0, 1, 2, 3
_CHECKS: Final = {"print": paper_command, "deadlines": deadlines_command}
"""Commands whose words must go together, and which of several each line asks for."""


def main(given: Arguments, clock: Clock, actor: str) -> int:
    """Run a parsed command and return its exit status."""
    as_json = getattr(given, "json", False)
    try:
        answer = _run(given, clock, actor)
    except UsageError as error:
        _complain(f"cpepa-desktop: {error}")
        return USAGE
    except Refused as refusal:
        _complain(refusal.message, *(f"  {problem}" for problem in refusal.problems))
        if as_json:
            _tell(to_json({"refused": refusal.message, "problems": problem_forms(refusal.problems)}))
        return REFUSED
    except Exception as error:
        fault = error if isinstance(error, EnvironmentFault) else fault_of(error)
        if fault is None:
            raise
        _complain(fault.message)
        return ENVIRONMENT
    _complain(*answer.notices)
    _tell(to_json(answer.data) if as_json else "\n".join(answer.lines))
    return DONE


def _run(given: Arguments, clock: Clock, actor: str) -> Answer:
    path: Path | None = getattr(given, "file", None)
    name = _checked_name(given)
    if name in FILE_COMMANDS:
        return FILE_COMMANDS[name].run(path, clock, actor, given)
    if path is None:
        if name not in WITHOUT_FILE:
            raise UsageError(_("falta --file ARCHIVO"))
        return WITHOUT_FILE[name](None, given)
    command = COMMANDS.get(name)
    ws = files.open_file(path, clock, actor, writable=command is not None and command.writes)
    try:
        _complain(*ws.file.warnings)
        return command.run(ws, given) if command else WITHOUT_FILE[name](ws, given)
    finally:
        files.close_after_command(ws)


def _checked_name(given: Arguments) -> str:
    """Return the command's name, with what it needs besides its words checked."""
    check = _CHECKS.get(given.command)
    return check(given) if check else str(given.command)


def _tell(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # who was reading has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
