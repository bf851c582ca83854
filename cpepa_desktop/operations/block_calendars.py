"""The calendar of each block of a course, as the rules of attendance take it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.rules.tally import BlockCalendar


def calendars_of(view: CourseView) -> dict[int, BlockCalendar]:
    """Return by block its official minutes and what stands of them on the calendar, cancelled classes out."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    sessions: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for session in view.sessions:
        if session.counts:
            sessions[session.block_id].append((days[session.stretch_id], session.minutes))
    return {block.id: BlockCalendar.of(block.official_minutes, sessions[block.id]) for block in view.blocks}
