"""A week of a course as its papers print it: the days of class, who teaches them, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.week_grid import GridColumn, week_columns
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.parts.course_head import CourseHead


@dataclass(frozen=True, slots=True)
class WeekOfClass:
    """A week with class: its stretches, its head, and everybody who teaches in it in the order they do."""

    view: CourseView
    columns: tuple[GridColumn, ...]
    head: CourseHead
    trainers: tuple[str, ...]

    @property
    def first(self) -> date:
        """Return its first day with a stretch."""
        return self.columns[0].stretch.day

    @property
    def last(self) -> date:
        """Return its last day with a stretch."""
        return self.columns[-1].stretch.day


def week_of_class(ws: Workspace, code: str, week: IsoWeek) -> WeekOfClass:
    """Return a week of a course. Raises ``Refused`` for an unknown course, or without class that week."""
    view = read_course(ws, code)
    columns = week_columns(view, week)
    sessions = [session for column in columns for session in column.sessions]
    names = {trainer.id: trainer.full_name for trainer in read_centre(ws).trainers}
    return WeekOfClass(
        view,
        columns,
        course_head(ws, view.course, (session.mode for session in sessions)),
        tuple(dict.fromkeys(names[key] for session in sessions for key in session.trainer_ids)),
    )
