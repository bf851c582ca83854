"""The days that the obligations of courses hang on, read from the file in a number of questions of its own.

One course, those that still move or all of them: each table is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from cpepa_desktop.db import obligations as table
from cpepa_desktop.db.obligations import ObligedCourse, Scope
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind, Session, SessionMode
from cpepa_desktop.domain.obligations import CALL_WIDE, ENTITY_WIDE, Anchor
from cpepa_desktop.domain.timeline import (
    ClassDay,
    CourseEvent,
    ModuleSpan,
    ObligationFiling,
    ObligationMet,
    Timeline,
)
from cpepa_desktop.operations.calls import call_in
from cpepa_desktop.operations.workspace import Workspace

_APPLICATION: Final = "grant_application"
_OF_SESSIONS: Final = frozenset({Anchor.COURSE_END, Anchor.LAST_MODULE_END, Anchor.COMPLEMENTARY_START})


def timelines(ws: Workspace, scope: Scope) -> Iterator[Timeline]:
    """Yield the timeline of each course of a scope that was not renounced, by their first day."""
    db = ws.db
    classes, modules, people = table.classes(db, scope), table.modules(db, scope), table.people(db, scope)
    incidents, events, papers = table.incidents(db, scope), table.events(db, scope), table.papers(db, scope)
    filings = table.filings(db, scope)
    for course in table.courses(db, scope):
        if course.renounced_on is None:
            taught, of_course = classes.get(course.id, ()), modules.get(course.id, ())
            happened = events.get(course.id, ())
            yield Timeline(
                course=course.code,
                call=call_in(course.content, course.call),
                days={**_days(course, happened), **days_of_class(taught, of_course)},
                classes=taught,
                modules=of_course,
                people=people.get(course.id, ()),
                incidents=incidents.get(course.id, ()),
                events=happened,
                papers=papers.get(course.id, ()),
                filed=_filed(course, filings),
            )


def with_sessions(timeline: Timeline, view: CourseView) -> Timeline:
    """Return the timeline that a course would have with the start and the sessions of ``view``."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    held = [session for session in view.sessions if session.counts]
    virtual = {days[each.stretch_id] for each in held if each.mode is not SessionMode.IN_PERSON}
    classes = tuple(ClassDay(day, day in virtual) for day in sorted({days[each.stretch_id] for each in held}))
    modules = tuple(_span(module, held, days) for module in view.modules)
    kept = {anchor: day for anchor, day in timeline.days.items() if anchor not in _OF_SESSIONS}
    start = {Anchor.COURSE_START: view.course.start_on}
    moved = {**kept, **start, **days_of_class(classes, modules)}
    return replace(timeline, days=moved, classes=classes, modules=modules)


def _span(module: CourseModule, held: Iterable[Session], days: Mapping[int, date]) -> ModuleSpan:
    taught = [days[each.stretch_id] for each in held if each.block_id in module.block_ids]
    return ModuleSpan(module.code, module.kind, min(taught, default=None), max(taught, default=None))


def days_of_class(classes: Iterable[ClassDay], modules: Iterable[ModuleSpan]) -> Mapping[Anchor, date]:
    """Return the days that the sessions of a course tell.

    The last module is the last formative one: the complementary module comes after it and is none of the
    certificate's (ESS/1897/2013, art. 23.2).
    """
    ends = [each.last for each in modules if each.kind is ModuleKind.FORMATIVE and each.last]
    complementary = [each.first for each in modules if each.kind is ModuleKind.COMPLEMENTARY and each.first]
    last = max((each.day for each in classes), default=None)
    found = {
        Anchor.COURSE_END: last,
        Anchor.LAST_MODULE_END: max(ends, default=last),
        Anchor.COMPLEMENTARY_START: min(complementary, default=None),
    }
    return {anchor: day for anchor, day in found.items() if day}


def _days(course: ObligedCourse, events: Iterable[CourseEvent]) -> Mapping[Anchor, date]:
    """Return the days that no session tells; publicity counts from its first, the rest from their last."""
    known = {
        Anchor.COURSE_START: course.start_on,
        Anchor.SELECTION: course.selection_on,
        Anchor.CALL_PUBLISHED: course.published_on,
        Anchor.GRANT_NOTIFIED: course.granted_on,
    }
    found = {anchor: day for anchor, day in known.items() if day}
    for each in events:
        if each.event is Anchor.PUBLICITY_STARTED:
            found.setdefault(each.event, each.day)
        else:
            found[each.event] = each.day
    return found


def _filed(
    course: ObligedCourse, filings: Iterable[ObligationFiling]
) -> Mapping[tuple[str, str], ObligationMet]:
    """Return what a course has filed, or another for the whole entity or for all of one call."""
    found: dict[tuple[str, str], ObligationMet] = {}
    for each in filings:
        is_shared = each.name in ENTITY_WIDE or (each.name in CALL_WIDE and each.call == course.call)
        if each.course_id == course.id or is_shared:
            found.setdefault((each.name, each.subject), each.met)
    if course.applied:
        found.setdefault((_APPLICATION, ""), course.applied)
    return found
