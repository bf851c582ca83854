"""A day put into the calendar of the centre, or taken out, with the terms that it moves."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.operations import calendars
from cpepa_desktop.operations.redating import redating
from cpepa_desktop.operations.workspace import Workspace


def add_holiday(ws: Workspace, holiday: Holiday) -> Changes:
    """Write a day as `calendars.add_holiday` does, and tell which open terms move with it."""
    with redating(ws) as moved:
        changes = calendars.add_holiday(ws, holiday)
    return replace(changes, notices=(*changes.notices, *moved.notices))


def remove_holiday(ws: Workspace, holiday: Holiday) -> Changes:
    """Take a day out as `calendars.remove_holiday` does, and tell which open terms move with it."""
    with redating(ws) as moved:
        changes = calendars.remove_holiday(ws, holiday)
    return replace(changes, notices=(*changes.notices, *moved.notices))
