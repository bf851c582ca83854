"""The obligations of courses with their days: what the call asks, dated by the rules, and whether it was met.

Where each is met, by which papers, and what it hangs on is data (`MEETINGS`): one more is one row more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.call import DayKind, Deadline, Side, Term
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import LAPSING, OBLIGATIONS, Anchor, Subject
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import ObligationMet, Timeline
from cpepa_desktop.operations import obligation_subjects as subjects
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.course_lookup import find_course
from cpepa_desktop.operations.obligation_subjects import Instance, Instances
from cpepa_desktop.operations.timelines import timelines, with_sessions
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.deadlines import Counting, due_day, opening_day

__all__ = ["DatedObligation", "ObligationMet", "all_obligations", "course_obligations", "dated_obligations"]

_SUBJECT: Final = "{subject}"
_SENT: Final = frozenset({FilingAct.SENT, FilingAct.APPROVED})


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where in the course an obligation is met, and by papers of which kinds, of its week where it has one.

    ``{subject}`` in ``place`` stands for what it hangs on. ``instances`` says what that is, where the course
    has only some of it.
    """

    place: str
    papers: frozenset[str] = frozenset()
    acts: frozenset[FilingAct] = _SENT
    instances: Instances | None = None


_FILE: Final = Meeting("file/deadlines")
_CALENDAR: Final = Meeting("calendar")
_REQUIREMENTS: Final = Meeting("file/requirements")

MEETINGS: Final[Mapping[str, Meeting]] = MappingProxyType(
    {
        **dict.fromkeys(OBLIGATIONS, _FILE),
        "calendar_communication": _CALENDAR,
        "start_communication": Meeting("typing"),
        "conditions_sheet": Meeting("papers/conditions-sheet", frozenset({"conditions-sheet"})),
        "trainer_registration": Meeting("file/staff"),
        "accident_insurance": _REQUIREMENTS,
        "participant_registration": Meeting("enrolments/{subject}", instances=subjects.registrations),
        "leaver_communication": Meeting("enrolments/{subject}", instances=subjects.leavers),
        "attendance_weekly": Meeting(
            "papers/attendance-sheet-recorded/{subject}",
            frozenset({"attendance-sheet", "attendance-sheet-recorded"}),
        ),
        "virtual_weekly": Meeting(
            "papers/connections-weekly/{subject}",
            frozenset({"connections-weekly"}),
            instances=subjects.virtual_weeks,
        ),
        "virtual_final": Meeting(
            "papers/connections-final", frozenset({"connections-final"}), instances=subjects.if_virtual
        ),
        "incidents": Meeting("incidents"),
        "learner_grants": Meeting("enrolments/{subject}"),
        "grant_application": Meeting("file/funding"),
        "grant_renunciation": _REQUIREMENTS,
        "change_communication": Meeting("file/deadlines", instances=subjects.each_time(Anchor.CHANGE)),
        "start_change_communication": _CALENDAR,
        "complementary_trainer_validation": Meeting("file/staff", instances=subjects.if_complementary),
        "complementary_record": Meeting("file/deadlines", instances=subjects.if_complementary),
        "disability_support": Meeting("file/funding", instances=subjects.supported),
        "substitution_limit": Meeting("enrolments"),
        "requirement_answer": Meeting("file/deadlines", instances=subjects.each_time(Anchor.REQUIREMENT)),
        "recordings_destruction": Meeting("virtual", instances=subjects.if_virtual),
        "execution_limit": _CALENDAR,
        "workplace_module_start": Meeting("calendar", instances=subjects.practising),
    }
)
"""By the name of each obligation, where and by what it is met."""


@dataclass(frozen=True, slots=True)
class DatedObligation:
    """An obligation of a course with its days.

    ``subject`` names what it hangs on: ``""`` for the course, an ISO week, the key of an enrolment or of an
    incident, the ISO day of an event that may repeat; ``subject_words`` says it. ``due`` is the reading
    settled, ``None`` where its event has not happened or the texts give no term; ``safe`` the strictest,
    never later; ``other`` a laxer reading; ``opens`` the first day. ``place`` is the part of the course where
    it is met, ``met`` how it was, ``None`` while it was not. ``anchor``, ``side`` and ``event``
    are what it is counted from and when that was; ``consequence`` what the texts say of being late.
    """

    course: str
    name: str
    subject: str
    subject_words: str
    text: str
    due: date | None
    safe: date | None
    opens: date | None
    other: date | None
    kind: DayKind | None
    anchor: Anchor | None
    side: Side | None
    citation: Citation
    safe_citation: Citation
    channels: tuple[str, ...]
    place: str
    note: str = ""
    met: ObligationMet | None = None
    event: date | None = None
    consequence: str = ""

    @property
    def hangs_on(self) -> Subject:
        """Return what kind of thing its subject is."""
        return OBLIGATIONS[self.name]

    @property
    def waits_for(self) -> Anchor | None:
        """Return the event that it hangs on and has not happened, ``None`` where it has or there is none."""
        return self.anchor if self.event is None and self.anchor is not Anchor.FIXED else None

    @property
    def lapses(self) -> bool:
        """Say whether nothing is owed once its day is past: a moment, or a right that may be left unused."""
        return self.name in LAPSING

    def is_open(self, today: date) -> bool:
        """Say whether it still waits on ``today``: not met, and not a moment that is past."""
        return self.met is None and not (self.lapses and self.due is not None and self.due < today)


def course_obligations(ws: Workspace, code: str) -> tuple[DatedObligation, ...]:
    """Return the obligations of a course by the day they are due, those without a day last.

    A course renounced has none. Raises ``Refused`` where there is no such course.
    """
    return _obligations(ws, Scope.one(find_course(ws, code).id))


def all_obligations(ws: Workspace) -> tuple[DatedObligation, ...]:
    """Return those of every course, in the same order; the questions asked do not grow with the courses."""
    return _obligations(ws, Scope.whole())


def live_obligations(ws: Workspace, since: date) -> tuple[DatedObligation, ...]:
    """Return those of the courses with class, or an event written, on ``since`` or later, as the others."""
    return _obligations(ws, Scope.alive(since))


def obligations_if(ws: Workspace, view: CourseView) -> tuple[DatedObligation, ...]:
    """Return those that a course would have if its start and its sessions were those of ``view``."""
    scope = Scope.one(view.course.id)
    is_working_day = WorkingCalendar(ws).is_working_day
    found = (with_sessions(timeline, view) for timeline in timelines(ws, scope))
    return tuple(each for timeline in found for each in dated_obligations(timeline, is_working_day))


def _obligations(ws: Workspace, scope: Scope) -> tuple[DatedObligation, ...]:
    is_working_day = lru_cache(maxsize=None)(WorkingCalendar(ws).is_working_day)
    found = (
        each for timeline in timelines(ws, scope) for each in dated_obligations(timeline, is_working_day)
    )
    return tuple(sorted(found, key=_by_day))


def dated_obligations(
    timeline: Timeline, is_working_day: Callable[[date], bool], *, keeps_all: bool = False
) -> tuple[DatedObligation, ...]:
    """Return the obligations of one course by the day they are due, those without a day last.

    One that the call does not have or does not oblige to is not there, nor one that hangs on what the course
    has not, unless ``keeps_all`` asks for it without a day.
    """
    dating = _Dating(timeline, is_working_day)
    found = (
        dating.dated(timeline.call.deadlines[name], meeting, instance)
        for name, meeting in MEETINGS.items()
        if name in timeline.call.deadlines and timeline.call.deadlines[name].is_active
        for instance in _instances(name, meeting, timeline, keeps_all=keeps_all)
    )
    return tuple(sorted(found, key=_by_day))


def _instances(name: str, meeting: Meeting, timeline: Timeline, *, keeps_all: bool) -> tuple[Instance, ...]:
    if meeting.instances:
        found = tuple(meeting.instances(timeline))
    else:
        found = tuple(subjects.instances_of(OBLIGATIONS[name], timeline))
    return found or ((subjects.COURSE,) if keeps_all else ())


def _by_day(each: DatedObligation) -> tuple[date, str, str]:
    """Return what obligations are sorted by; those of one name stay as they came, people by their name."""
    return each.due or date.max, each.course, each.name


class _Dating:
    """Dates the obligations of one course."""

    def __init__(self, timeline: Timeline, is_working_day: Callable[[date], bool]) -> None:
        self._timeline = timeline
        self._counting = Counting(is_working_day, timeline.class_days)

    def dated(self, deadline: Deadline, meeting: Meeting, instance: Instance) -> DatedObligation:
        due, safe = self._day(deadline.due, instance), self._day(deadline.safe, instance)
        is_stricter = due is not None and safe is not None and safe < due
        strictest = deadline.safe if is_stricter else deadline.due
        first = deadline.due or deadline.opens
        citation = deadline.due.citation if deadline.due else deadline.citation
        return DatedObligation(
            course=self._timeline.course,
            name=deadline.name,
            subject=instance.key,
            subject_words=instance.words,
            text=deadline.text,
            due=due,
            safe=safe if is_stricter else due,
            opens=self._day(deadline.opens, instance, opening_day),
            other=self._day(deadline.other, instance),
            kind=deadline.due.kind if deadline.due else None,
            anchor=first.anchor if first else None,
            side=first.side if first else None,
            citation=citation,
            safe_citation=strictest.citation if strictest else citation,
            channels=deadline.channels,
            place=meeting.place.replace(_SUBJECT, instance.key).rstrip("/"),
            note=deadline.note or (_("Falta escribir el plazo.") if deadline.is_to_fill else ""),
            met=self._met(deadline.name, meeting, instance),
            event=self._event(first.anchor, instance) if first else None,
            consequence=deadline.consequence,
        )

    def _day(
        self,
        term: Term | None,
        instance: Instance,
        count: Callable[[Term, date, Counting], date] = due_day,
    ) -> date | None:
        """Return the day of a term, ``None`` where it has none or its event has not happened."""
        if term is None:
            return None
        event = term.day or self._event(term.anchor, instance)
        return None if event is None else count(term, event, self._counting)

    def _event(self, anchor: Anchor, instance: Instance) -> date | None:
        return instance.days.get(anchor) or self._timeline.days.get(anchor)

    def _met(self, name: str, meeting: Meeting, instance: Instance) -> ObligationMet | None:
        filed = self._timeline.filed.get((name, instance.key))
        return filed or next(self._papers(meeting, instance), None) or instance.met

    def _papers(self, meeting: Meeting, instance: Instance) -> Iterator[ObligationMet]:
        for paper in self._timeline.papers if meeting.papers else ():
            if paper.kind in meeting.papers and paper.act in meeting.acts and paper.week == instance.key:
                yield ObligationMet(paper.day, paper.channel, paper.number, paper.attachment)
