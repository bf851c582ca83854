"""What the first page says of the open file, gathered from the operations of each subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.papers import PaperState
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.operations import attendance, courses, papers, status
from cpepa_desktop.operations.attendance import WeekSummary
from cpepa_desktop.operations.courses import CourseRow
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts.verdicts import BEHIND

_ADDITIONAL: Final = "additional_seat"
"""The reason of a «no» that is nobody's risk: an additional seat is never paid for."""


@dataclass(frozen=True, slots=True)
class WeekToEnter:
    """A week of a course with attendance not entered."""

    course: str
    summary: WeekSummary

    @property
    def missing(self) -> int:
        """Return how many cells wait."""
        return self.summary.cells - self.summary.entered


@dataclass(frozen=True, slots=True)
class Risk:
    """A test out of reach or running late. ``module`` is ``""`` for the whole action."""

    module: str
    verdict: Verdict

    @property
    def spare_minutes(self) -> int:
        """Return the minutes that may still be missed, negative where it is too late."""
        reachable = self.verdict.numbers.get("reachable_minutes", 0)
        required = self.verdict.numbers.get("required_minutes", 0)
        return reachable - required if isinstance(reachable, int) and isinstance(required, int) else 0


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A person of a course with everything that is at risk for them, the worst first."""

    course: str
    enrolment: Enrolment
    risks: tuple[Risk, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the page. ``has_courses`` tells an empty file from a quiet day."""

    has_courses: bool
    courses: tuple[CourseRow, ...]
    weeks: tuple[WeekToEnter, ...]
    at_risk: tuple[AtRisk, ...]
    papers: tuple[PaperView, ...]


def read_home(workspace: Workspace) -> Home:
    """Return what is under way and what waits, on the working day."""
    rows = courses.list_courses(workspace)
    started = [row for row in rows if row.stage != "planned"]
    under_way = tuple(row for row in rows if row.stage != "finished")
    return Home(
        has_courses=bool(rows),
        courses=under_way,
        weeks=tuple(week for row in started for week in _weeks_to_enter(workspace, row.code)),
        at_risk=tuple(risk for row in under_way for risk in _at_risk(workspace, row.code)),
        papers=tuple(
            each
            for each in papers.list_papers(workspace)
            if each.paper.state is PaperState.ISSUED and not each.paper.filings
        ),
    )


def _weeks_to_enter(workspace: Workspace, course: str) -> list[WeekToEnter]:
    found = (WeekToEnter(course, summary) for summary in attendance.weeks_of(workspace, course))
    return [week for week in found if week.missing > 0]


def _at_risk(workspace: Workspace, course: str) -> list[AtRisk]:
    people = status.course_status(workspace, course).people
    here = (person for person in people if person.enrolment.left_on is None)
    found = (AtRisk(course, person.enrolment, _risks_of(person)) for person in here)
    return [each for each in found if each.risks]


def _risks_of(person: PersonStatus) -> tuple[Risk, ...]:
    judged = [Risk("", verdict) for verdict in person.verdicts.values()]
    for module in person.modules:
        judged += [Risk(module.code, verdict) for verdict in module.verdicts.values()]
    at_risk = (risk for risk in judged if _is_at_risk(risk.verdict))
    return tuple(sorted(at_risk, key=lambda risk: (risk.verdict.answer is not Answer.NO, risk.spare_minutes)))


def _is_at_risk(verdict: Verdict) -> bool:
    is_behind = verdict.answer is Answer.PENDING and verdict.reason == BEHIND
    return is_behind or (verdict.answer is Answer.NO and verdict.reason != _ADDITIONAL)
