"""What a person owes of a course: the blocks they attend, and the sessions of these on their days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace


def owed_blocks(view: CourseView, enrolment: Enrolment) -> frozenset[int]:
    """Return the blocks a person attends: of any module not accredited before, and the complementary."""
    modules = (module for module in view.modules if enrolment.attends(module.id))
    return frozenset(block_id for module in modules for block_id in module.block_ids)


def owed_sessions(view: CourseView, enrolment: Enrolment) -> frozenset[tuple[date, int]]:
    """Return the day and key of each session that counts and that a person owes."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    blocks = owed_blocks(view, enrolment)
    return frozenset(
        (days[session.stretch_id], session.id)
        for session in view.sessions
        if session.counts and session.block_id in blocks and enrolment.is_in_class(days[session.stretch_id])
    )


def refuse_if_sheet_changes(
    ws: Workspace, view: CourseView, before: Iterable[Enrolment], after: Iterable[Enrolment]
) -> None:
    """Raise ``Refused`` where a week that was sent would gain or lose cells of a person.

    ``before`` is how they were enrolled, nothing for who joins; ``after`` how they would be.
    """
    was = frozenset[tuple[date, int]]().union(*(owed_sessions(view, each) for each in before))
    becomes = frozenset[tuple[date, int]]().union(*(owed_sessions(view, each) for each in after))
    refuse_if_locked(ws, view.course.code, {day for day, _session in was ^ becomes})
