"""What the first page says of the open file: what is due, who is at risk, what waits, and the year's courses.

Everything is read in a number of questions that does not grow with the courses, and judged by the same rules
as each course by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Final

from cpepa_desktop.db import courses as course_table
from cpepa_desktop.db import enrolments as enrolment_table
from cpepa_desktop.db import home as table
from cpepa_desktop.db.home import ClassDay, HomeCourse, WaitingPaper, WeekTotal
from cpepa_desktop.domain.course import CourseModule
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import calls_since
from cpepa_desktop.operations.course_stages import stages_of
from cpepa_desktop.operations.deadlines import MEETINGS, DatedObligation, live_obligations
from cpepa_desktop.operations.judging import Judge, Register, entered_of
from cpepa_desktop.operations.papers import is_owed, title_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.tally import BlockCalendar

HORIZON: Final = timedelta(days=14)
"""How far ahead what is due is shown: the week in hand and the next."""

_CLOSING: Final = timedelta(days=60)
_BEHIND: Final = "behind"
_ADDITIONAL: Final = "additional_seat"
"""The reason of a «no» that is nobody's risk: an additional seat is never paid for."""


@dataclass(frozen=True, slots=True)
class YearCourse:
    """A course as a bar of the year, with its stage on the working day."""

    code: str
    title: str
    first: date
    last: date
    people: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class DueItem:
    """An obligation not met with the title of the paper that meets it, ``""`` where none of ours does."""

    obligation: DatedObligation
    paper: str


@dataclass(frozen=True, slots=True)
class WeekToEnter:
    """A week of a course with attendance not entered up to today, and how many cells wait."""

    course: str
    week: IsoWeek
    first: date
    last: date
    missing: int


@dataclass(frozen=True, slots=True)
class Risk:
    """A test out of reach or running late. ``module`` is ``""`` for the whole action."""

    module: str
    verdict: Verdict

    @property
    def decisive_module(self) -> str:
        """Return the module that decides, ``""`` where the whole action does."""
        return self.module or str(self.verdict.numbers.get("module", ""))

    @property
    def spare_minutes(self) -> int:
        """Return the minutes that may still be missed, negative where it is too late."""
        reachable = self.verdict.numbers.get("reachable_minutes", 0)
        required = self.verdict.numbers.get("required_minutes", 0)
        return reachable - required if isinstance(reachable, int) and isinstance(required, int) else 0


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A person of a course with everything that is at risk for them, the worst first.

    ``shares`` are the percentages of what is entered that the person had attended by the end of each week,
    in what is worst at risk.
    """

    course: str
    enrolment: Enrolment
    risks: tuple[Risk, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WaitingFiling:
    """A paper printed and not filed, with its title."""

    paper: WaitingPaper
    title: str


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the page. ``has_courses`` tells an empty file from a quiet day.

    ``next_due`` is the first obligation beyond the horizon, ``None`` where none is known.
    """

    has_courses: bool
    due: tuple[DueItem, ...]
    next_due: DueItem | None
    at_risk: tuple[AtRisk, ...]
    weeks: tuple[WeekToEnter, ...]
    papers: tuple[WaitingFiling, ...]
    year: SchoolYear
    courses: tuple[YearCourse, ...]


def read_home(ws: Workspace, year: SchoolYear | None = None) -> Home:
    """Return what waits on the working day, and the courses of ``year``, or of the year in hand."""
    year = year or SchoolYear.of(ws.clock.today())
    everything = table.courses(ws.db)
    reading = _Reading(ws, everything)
    soon, later = _by_horizon(_waiting(ws), ws.clock.today())
    sheets = table.waiting_papers(ws.db, reading.since)
    return Home(
        has_courses=bool(everything),
        due=soon,
        next_due=later,
        at_risk=tuple(sorted(reading.at_risk(), key=_by_hope)),
        weeks=tuple(reading.weeks()),
        papers=tuple(WaitingFiling(paper, title_of(paper.kind)) for paper in sheets if is_owed(paper.kind)),
        year=year,
        courses=tuple(_bars(ws, everything, year)),
    )


def waiting_count(ws: Workspace) -> int:
    """Return how many obligations are overdue or due soon: what the navigation shows beside the page."""
    last = ws.clock.today() + HORIZON
    return sum(_urgency(each) <= last for each in _waiting(ws))


def _waiting(ws: Workspace) -> Iterator[DatedObligation]:
    """Yield what is still due of the courses that move; of a week, once it has begun."""
    today = ws.clock.today()
    for each in live_obligations(ws, today - _CLOSING):
        has_begun = each.anchor is not Anchor.WEEK or IsoWeek.parse(each.subject).monday <= today
        if each.due and each.is_open(today) and has_begun:
            yield each


class _Reading:
    """What the file says of its open courses: those with class still to come, or ended a short time ago."""

    def __init__(self, ws: Workspace, everything: Iterable[HomeCourse]) -> None:
        self._ws = ws
        self._today = ws.clock.today()
        self.since = self._today - _CLOSING
        self._classes = table.classes(ws.db, self.since)
        self._open = [course for course in everything if course.id in self._classes]
        self._calls = calls_since(ws, self.since)
        self._is_working_day = WorkingCalendar(ws).is_working_day

    def at_risk(self) -> Iterator[AtRisk]:
        """Yield the people of the courses under way who are at risk."""
        official = table.official_minutes(self._ws.db, self.since)
        proved = table.proved_totals(self._ws.db, self.since)
        entered = entered_of((each.total for totals in self._totals.values() for each in totals), proved)
        for course in self._open:
            if course.start_on <= self._today <= self._classes[course.id][-1].day:
                register = Register(
                    self._calls[course.call_version_id],
                    course.start_on,
                    self._modules[course.id],
                    _calendars(official[course.id], self._classes[course.id]),
                    entered,
                )
                yield from self._at_risk_in(course, register)

    def weeks(self) -> Iterator[WeekToEnter]:
        """Yield the weeks of the open courses with cells not entered up to today, in order."""
        for course in self._open:
            entered: dict[date, int] = defaultdict(int)
            for each in self._totals.get(course.id, ()):
                entered[each.monday] += 0 if each.total.is_future else each.cells
            owing = _owing(self._enrolments.get(course.id, ()), self._modules[course.id])
            for week, days in _by_week(self._classes[course.id]).items():
                held = (each for each in days if each.day <= self._today)
                missing = sum(_cells(each, owing) for each in held) - entered[week.monday]
                if missing > 0:
                    yield WeekToEnter(course.code, week, days[0].day, days[-1].day, missing)

    @cached_property
    def _modules(self) -> dict[int, tuple[CourseModule, ...]]:
        return course_table.modules_since(self._ws.db, self.since)

    @cached_property
    def _totals(self) -> dict[int, tuple[WeekTotal, ...]]:
        return table.week_totals(self._ws.db, self.since, self._today)

    @cached_property
    def _enrolments(self) -> dict[int, tuple[Enrolment, ...]]:
        return enrolment_table.enrolments_since(self._ws.db, self.since)

    def _at_risk_in(self, course: HomeCourse, register: Register) -> Iterator[AtRisk]:
        judge = Judge(register, self._today, self._is_working_day)
        blocks = {module.code: frozenset(module.block_ids) for module in register.modules}
        totals = self._totals.get(course.id, ())
        for enrolment in self._enrolments.get(course.id, ()):
            if enrolment.left_on is None and (risks := _risks_of(judge.person(enrolment))):
                shares = _shares(totals, enrolment, blocks.get(risks[0].decisive_module))
                yield AtRisk(course.code, enrolment, risks, shares)


def _by_horizon(
    obligations: Iterable[DatedObligation], today: date
) -> tuple[tuple[DueItem, ...], DueItem | None]:
    """Return what is due within the horizon, the most urgent first, and the first thing beyond it."""
    ordered = sorted(obligations, key=_by_urgency)
    items = [DueItem(each, _paper_of(each.name)) for each in ordered]
    soon = tuple(item for item in items if _urgency(item.obligation) <= today + HORIZON)
    return soon, next(iter(items[len(soon) :]), None)


def _by_urgency(each: DatedObligation) -> tuple[date, date, str, str]:
    return _urgency(each), each.due or date.max, each.course, each.name


def _urgency(each: DatedObligation) -> date:
    return each.safe or date.max


def _paper_of(name: str) -> str:
    papers = MEETINGS[name].papers
    return title_of(min(papers)) if papers else ""


def _bars(ws: Workspace, everything: Sequence[HomeCourse], year: SchoolYear) -> Iterator[YearCourse]:
    last_days = {course.id: course.last_day for course in everything}
    stages = stages_of(ws, course_table.courses(ws.db), last_days)
    for course in everything:
        last = course.last_day or course.start_on
        if year.touches(course.start_on, last):
            yield YearCourse(
                course.code, course.title, course.start_on, last, course.people, stages[course.id]
            )


def _calendars(official: Mapping[int, int], days: Iterable[ClassDay]) -> dict[int, BlockCalendar]:
    sessions: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for each in days:
        sessions[each.block_id].append((each.day, each.minutes))
    return {block_id: BlockCalendar.of(minutes, sessions[block_id]) for block_id, minutes in official.items()}


def _by_week(days: Iterable[ClassDay]) -> dict[IsoWeek, list[ClassDay]]:
    weeks: dict[IsoWeek, list[ClassDay]] = defaultdict(list)
    for each in days:
        weeks[IsoWeek.of(each.day)].append(each)
    return weeks


def _owing(enrolments: Iterable[Enrolment], modules: Sequence[CourseModule]) -> dict[int, list[Enrolment]]:
    """Return who attends each block: it is of some module not accredited before."""
    owing: dict[int, list[Enrolment]] = defaultdict(list)
    for enrolment in enrolments:
        attended = (module for module in modules if enrolment.attends(module.id))
        for block_id in dict.fromkeys(block for module in attended for block in module.block_ids):
            owing[block_id].append(enrolment)
    return owing


def _cells(each: ClassDay, owing: Mapping[int, Sequence[Enrolment]]) -> int:
    return each.sessions * sum(enrolment.is_in_class(each.day) for enrolment in owing.get(each.block_id, ()))


def _by_hope(each: AtRisk) -> tuple[bool, int, str]:
    """Return the order to look after people in: first who can still make it, with the least to spare."""
    worst = each.risks[0]
    return worst.verdict.answer is Answer.NO, worst.spare_minutes, each.course


def _risks_of(person: PersonStatus) -> tuple[Risk, ...]:
    judged = [Risk("", verdict) for verdict in person.verdicts.values()]
    for module in person.modules:
        judged += [Risk(module.code, verdict) for verdict in module.verdicts.values()]
    at_risk = (risk for risk in judged if _is_at_risk(risk.verdict))
    return tuple(sorted(at_risk, key=lambda risk: (risk.verdict.answer is not Answer.NO, risk.spare_minutes)))


def _is_at_risk(verdict: Verdict) -> bool:
    is_behind = verdict.answer is Answer.PENDING and verdict.reason == _BEHIND
    return is_behind or (verdict.answer is Answer.NO and verdict.reason != _ADDITIONAL)


def _shares(
    totals: Iterable[WeekTotal], enrolment: Enrolment, blocks: frozenset[int] | None
) -> tuple[int, ...]:
    """Return the share attended by the end of each week, of some blocks, or of all for ``None``."""
    weeks: dict[date, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in totals:
        if each.total.enrolment_id == enrolment.id and (blocks is None or each.total.block_id in blocks):
            attended, entered = weeks[each.monday]
            weeks[each.monday] = attended + each.total.attended, entered + each.total.entered
    attended_by = accumulate(weeks[monday][0] for monday in sorted(weeks))
    entered_by = accumulate(weeks[monday][1] for monday in sorted(weeks))
    return tuple(100 * part // whole for part, whole in zip(attended_by, entered_by, strict=True))
