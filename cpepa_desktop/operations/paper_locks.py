"""Which lock a weekly paper is made from."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.week_locks import locks_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.parts.week_sent import WeekSent


def week_sent_of(ws: Workspace, course: str, week: IsoWeek) -> WeekSent | None:
    """Return the lock that stands on a week of a course and the one it replaces, ``None`` where none stands.

    Their keys are left out: the same paper comes out of a copy of the course in another file.
    """
    locks = [replace(lock, id=0) for lock in locks_of(ws, course) if lock.week == week]
    if not locks or not locks[-1].stands:
        return None
    return WeekSent(locks[-1], locks[-2] if len(locks) > 1 else None)
