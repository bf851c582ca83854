"""What each obligation hangs on in one course: the course itself, its weeks, its people, what happened to it.

Each has days of its own that go before those of the course, so that a term counts from the right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.obligations import Anchor, Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import IncidentDay, ObligationMet, ObligedPerson, Timeline
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words, short_day_words


@dataclass(frozen=True, slots=True)
class Instance:
    """One thing that an obligation hangs on.

    ``key`` is stable and names it in the file, ``""`` for the course; ``words`` are for people. ``days`` are
    its own, ``met`` what other parts of the file already say of it.
    """

    key: str = ""
    words: str = ""
    days: Mapping[Anchor, date] = field(default_factory=dict, hash=False)
    met: ObligationMet | None = None


Instances = Callable[[Timeline], Iterable[Instance]]

COURSE: Instance = Instance()
"""The course itself."""


def instances_of(subject: Subject, timeline: Timeline) -> Iterable[Instance]:
    """Return what an obligation of a kind hangs on, where it says nothing more of it."""
    match subject:
        case Subject.COURSE:
            return (COURSE,)
        case Subject.WEEK:
            return weeks(timeline)
        case Subject.PERSON:
            return people(timeline)
        case Subject.MODULE:
            return modules(timeline)
        case Subject.SESSION:
            return incidents(timeline)


def weeks(timeline: Timeline) -> Iterator[Instance]:
    """Yield the weeks with class."""
    yield from map(_week, timeline.weeks)


def virtual_weeks(timeline: Timeline) -> Iterator[Instance]:
    """Yield the weeks with some class at a distance."""
    yield from map(_week, timeline.virtual_weeks)


def if_virtual(timeline: Timeline) -> Iterator[Instance]:
    """Yield the course where some class is given at a distance."""
    if any(each.is_virtual for each in timeline.classes):
        yield COURSE


def if_complementary(timeline: Timeline) -> Iterator[Instance]:
    """Yield the course where it has a complementary module."""
    if timeline.has(ModuleKind.COMPLEMENTARY):
        yield COURSE


def modules(timeline: Timeline) -> Iterator[Instance]:
    """Yield the modules with class, each with its last day."""
    for each in timeline.modules:
        if each.last:
            yield Instance(each.code, each.code, {Anchor.LAST_MODULE_END: each.last})


def people(timeline: Timeline) -> Iterator[Instance]:
    """Yield everybody who is or was in the course, with the day they joined."""
    for each in timeline.people:
        yield _person(each, {Anchor.JOINING: each.joined_on})


def registrations(timeline: Timeline) -> Iterator[Instance]:
    """Yield everybody with the day they joined, met where their registration is written."""
    for each in timeline.people:
        yield _person(each, {Anchor.JOINING: each.joined_on}, each.registered_on)


def leavers(timeline: Timeline) -> Iterator[Instance]:
    """Yield who left, with their last day, met where it was communicated."""
    for each in timeline.people:
        if each.left_on:
            yield _person(each, {Anchor.LEAVING: each.left_on}, each.leaving_communicated_on)


def supported(timeline: Timeline) -> Iterator[Instance]:
    """Yield who needs support for a disability, met where it was asked for."""
    for each in timeline.people:
        if each.is_supported:
            yield _person(each, {Anchor.JOINING: each.joined_on}, each.support_asked_on)


def practising(timeline: Timeline) -> Iterator[Instance]:
    """Yield who owes the practical module, where the course has one."""
    if timeline.has(ModuleKind.WORKPLACE):
        for each in timeline.people:
            if each.left_on is None and not each.is_exempt:
                yield _person(each, {})


def incidents(timeline: Timeline) -> Iterator[Instance]:
    """Yield the incidents, met where they were communicated."""
    for each in timeline.incidents:
        met = ObligationMet(each.communicated_on) if each.communicated_on else None
        yield Instance(str(each.id), _incident_words(each), {Anchor.INCIDENT: each.day}, met)


def each_time(anchor: Anchor) -> Instances:
    """Return what yields each day on which an event happened, or the course while it has not."""

    def times(timeline: Timeline) -> Iterator[Instance]:
        days = [each.day for each in timeline.events if each.event is anchor]
        yield from (Instance(day.isoformat(), day_words(day), {anchor: day}) for day in days)
        if not days:
            yield COURSE

    return times


def _week(week: IsoWeek) -> Instance:
    _weekday, day = short_day_words(week.monday).split(" ", 1)
    words = _("semana del {day}").format(day=day)
    return Instance(str(week), words, {Anchor.WEEK: week.sunday})


def _person(person: ObligedPerson, days: Mapping[Anchor, date], met_on: date | None = None) -> Instance:
    met = ObligationMet(met_on) if met_on else None
    return Instance(str(person.enrolment_id), person.name, days, met)


def _incident_words(incident: IncidentDay) -> str:
    return f"{day_words(incident.day)}, {clock_text(incident.minute)}: {incident.what}"
