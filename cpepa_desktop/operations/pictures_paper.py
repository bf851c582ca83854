"""The pictures of a course on paper, from the same data as on screen."""

from __future__ import annotations

from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.pictures import heat_map, share_line
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.heat_map import HeatMapPaper
from cpepa_desktop.reports.parts.course_head import CourseHead
from cpepa_desktop.reports.share_line import ShareLinePaper


def heat_map_paper(ws: Workspace, code: str) -> HeatMapPaper:
    """Return the heat map of a course. Raises ``Refused`` for an unknown course."""
    return HeatMapPaper(_head(ws, code), ws.clock.today(), heat_map(ws, code))


def course_share_paper(ws: Workspace, code: str) -> ShareLinePaper:
    """Return the line of share of a course. Raises ``Refused`` for an unknown course."""
    return ShareLinePaper(_head(ws, code), ws.clock.today(), share_line(ws, code))


def person_share_paper(ws: Workspace, code: str, enrolment_id: int) -> ShareLinePaper:
    """Return the line of share of a person. Raises ``Refused`` for who is not in the course."""
    return ShareLinePaper(_head(ws, code), ws.clock.today(), share_line(ws, code, enrolment_id))


def _head(ws: Workspace, code: str) -> CourseHead:
    view = read_course(ws, code)
    return course_head(ws, view.course, (session.mode for session in view.sessions if session.counts))
