"""The obligations of courses with their days: what the call asks, dated by the rules, and whether it was met.

Which obligations there are, and by which papers each is met, is data (`MEETINGS`): one more is one row more,
once the program makes its paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db.home import Filed
from cpepa_desktop.domain.call import Call, Deadline, Term
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import Anchor, Subject
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.rules.deadlines import Counting, due_day


@dataclass(frozen=True, slots=True)
class Meeting:
    """What meets an obligation: a paper of any of these kinds, of the same week where it hangs on one.

    ``place`` is where in the course the paper is made, ``{week}`` standing for the week.
    """

    papers: frozenset[str]
    acts: frozenset[FilingAct]
    place: str


MEETINGS: Final[Mapping[str, Meeting]] = MappingProxyType(
    {
        "conditions_sheet": Meeting(
            frozenset({"conditions-sheet"}),
            frozenset({FilingAct.SENT, FilingAct.APPROVED}),
            "papers/conditions-sheet",
        ),
        "attendance_weekly": Meeting(
            frozenset({"attendance-sheet", "attendance-sheet-recorded"}),
            frozenset({FilingAct.SENT, FilingAct.APPROVED}),
            "papers/attendance-sheet-recorded/{week}",
        ),
    }
)
"""By the name of each obligation that papers of the program meet, which papers those are."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of a course that terms are counted from, and what has been filed of it."""

    course: str
    call: Call
    start_on: date
    last_day: date | None
    selection_on: date | None
    class_days: tuple[date, ...]
    filed: frozenset[Filed] = frozenset()


@dataclass(frozen=True, slots=True)
class DatedObligation:
    """An obligation of a course with its days.

    ``subject`` is the ISO week it hangs on, ``""`` for the course itself. ``due`` is the reading settled and
    ``safe`` the strictest, never later. ``place`` is the part of the course where it is met.
    """

    course: str
    name: str
    subject: str
    text: str
    due: date
    safe: date
    citation: Citation
    place: str
    met: bool


def dated_obligations(
    timeline: Timeline, is_working_day: Callable[[date], bool]
) -> tuple[DatedObligation, ...]:
    """Return the obligations of a course that papers of the program meet, by the day they are due.

    One that the call does not have, leaves to the centre or does not oblige to is not there; nor one that
    hangs on an event without a day yet.
    """
    counting = Counting(is_working_day, timeline.class_days)
    found = [
        dated
        for name, meeting in MEETINGS.items()
        if (deadline := timeline.call.deadlines.get(name)) and deadline.is_active
        for subject in _subjects(deadline, timeline)
        if (dated := _dated(deadline, meeting, subject, timeline, counting))
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.name, each.subject)))


def _subjects(deadline: Deadline, timeline: Timeline) -> Iterable[str]:
    if deadline.subject is Subject.WEEK:
        return dict.fromkeys(str(IsoWeek.of(day)) for day in timeline.class_days)
    return ("",) if deadline.subject is Subject.COURSE else ()


def _dated(
    deadline: Deadline, meeting: Meeting, subject: str, timeline: Timeline, counting: Counting
) -> DatedObligation | None:
    due = _day(deadline.due, subject, timeline, counting)
    if deadline.due is None or due is None:
        return None
    safe = _day(deadline.safe, subject, timeline, counting)
    return DatedObligation(
        course=timeline.course,
        name=deadline.name,
        subject=subject,
        text=deadline.text,
        due=due,
        safe=min(due, safe or due),
        citation=deadline.due.citation,
        place=meeting.place.format(week=subject),
        met=any(_meets(paper, meeting, subject) for paper in timeline.filed),
    )


def _day(term: Term | None, subject: str, timeline: Timeline, counting: Counting) -> date | None:
    if term is None:
        return None
    event = _event(term, subject, timeline)
    return None if event is None else due_day(term, event, counting)


def _event(term: Term, subject: str, timeline: Timeline) -> date | None:
    """Return the day of what a term is counted from, ``None`` while it has none."""
    match term.anchor:
        case Anchor.COURSE_START:
            return timeline.start_on
        case Anchor.COURSE_END | Anchor.LAST_MODULE_END:
            return timeline.last_day
        case Anchor.SELECTION:
            return timeline.selection_on
        case Anchor.WEEK:
            return IsoWeek.parse(subject).sunday
        case Anchor.FIXED:
            return term.day
    return None


def _meets(paper: Filed, meeting: Meeting, subject: str) -> bool:
    return paper.kind in meeting.papers and paper.act in meeting.acts and paper.week == subject
