"""The commands on a week that is sent: locking it, correcting it, and what of it is typed again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import START, Arguments
from cpepa_desktop.cli.week_form import week_form, week_lines
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingList
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.operations import typing_again, week_locking
from cpepa_desktop.operations.typing_start import start_list
from cpepa_desktop.operations.week_board import WeekBoard
from cpepa_desktop.operations.week_locks import locks_of
from cpepa_desktop.operations.workspace import Workspace


def show_week(ws: Workspace, given: Arguments) -> Answer:
    """Show the attendance of a week."""
    board = WeekBoard(ws, given.course, given.week)
    return Answer(week_form(board), tuple(week_lines(board)))


def lock_week(ws: Workspace, given: Arguments) -> Answer:
    """Freeze a week that was sent."""
    changes = week_locking.lock_week(ws, given.course, given.week, given.sent, given.registry)
    lock = _last(ws, given)
    return of_changes(changes, week=str(given.week), version=lock.version, content_sha256=lock.content_sha256)


def unlock_week(ws: Workspace, given: Arguments) -> Answer:
    """Let a week that was sent be corrected."""
    changes = week_locking.unlock_week(ws, given.course, given.week, given.reason)
    return of_changes(changes, week=str(given.week), next_version=_last(ws, given).version + 1)


def show_typing(ws: Workspace, given: Arguments) -> Answer:
    """List what of a week, or of the start of a course, is typed into a program of the administration."""
    found = _typing_list(ws, given)
    items = [item for item in found.items if item.is_left or not given.left]
    data = {
        "course": found.course,
        "program": found.program,
        "week": str(found.week) if found.week else START,
        "left": found.left,
        "items": [_item_form(item) for item in items],
    }
    left = ngettext("Falta {n} línea.", "Faltan {n} líneas.", found.left).format(n=found.left)
    return Answer(data, (*map(_line, items), left))


WEEK_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "attendance-week": Command(show_week),
        "lock-week": Command(lock_week, writes=True),
        "unlock-week": Command(unlock_week, writes=True),
        "typing": Command(show_typing),
    }
)
"""These commands, by name."""


def _typing_list(ws: Workspace, given: Arguments) -> TypingList:
    """Return a week, or the start, which only GESTIFOR is told of: ``Refused`` for another program."""
    if given.week is not None:
        return typing_again.typing_list(ws, given.course, given.program, given.week)
    if given.program is not Program.GESTIFOR:
        message = _("El inicio del curso sólo se teclea en GESTIFOR, no en {program}.")
        raise Refused(message.format(program=given.program.label))
    return start_list(ws, given.course)


def _last(ws: Workspace, given: Arguments) -> WeekLock:
    return [lock for lock in locks_of(ws, given.course) if lock.week == given.week][-1]


def _line(item: TypingItem) -> str:
    texts = "  ".join(cell.text for cell in item.cells)
    return f"{item.day}  {item.n:>3}  {item.name:<32}  {texts}  ({item.state.label})"


def _item_form(item: TypingItem) -> dict[str, object]:
    return {
        "key": item.key,
        "kind": item.kind,
        "day": item.day,
        "n": item.n,
        "name": item.name,
        "document": item.document,
        "cells": {cell.label: cell.text for cell in item.cells},
        "state": item.state,
        "typed_on": item.mark.typed_on if item.mark else None,
        "number": item.mark.number if item.mark else "",
    }
