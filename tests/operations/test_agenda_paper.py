"""Tests of the agenda of terms: of the sample course, and of the centre for a school year."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.agenda_paper import agenda_of_centre, agenda_of_course
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.agenda import AgendaLine

YEAR = SchoolYear(2023)


def line_of(lines: tuple[AgendaLine, ...], text: str) -> AgendaLine:
    return next(line for line in lines if line.obligation.startswith(text))


def test_every_obligation_of_a_course_is_in_its_agenda_in_order(ws: Workspace, course: CourseView) -> None:
    lines = agenda_of_course(ws, course.course.code).lines
    assert len(lines) == len(course_obligations(ws, course.course.code))
    days = [line.due for line in lines if line.due]
    assert days == sorted(days)
    assert [line.due for line in lines[len(days) :]] == [None] * (len(lines) - len(days))


def test_a_line_says_both_days_the_channels_and_what_it_waits_for(ws: Workspace, course: CourseView) -> None:
    lines = agenda_of_course(ws, course.course.code).lines
    sheet = line_of(lines, "Enviar la hoja de condiciones")
    assert (sheet.due, sheet.channels) == (date(2024, 1, 8), ("Gestifor Web",))
    assert line_of(lines, "Pedir la autorización").waits_for == "pendiente del comienzo de la publicidad"
    assert line_of(lines, "Enviar las evidencias").waits_for == "sin plazo"


def test_what_was_met_says_when_and_with_which_number(ws: Workspace, course: CourseView) -> None:
    file_obligation(
        ws, course.course.code, "accident_insurance", "", FilingForm(date(2024, 1, 10), number="RE-7")
    )
    line = line_of(agenda_of_course(ws, course.course.code).lines, "Presentar la póliza")
    assert line.met == "10/01/2024, n.º RE-7"


@pytest.mark.parametrize(("year", "has_any"), [(YEAR, True), (SchoolYear(2018), False)])
def test_the_agenda_of_the_centre_is_of_one_school_year(
    ws: Workspace, course: CourseView, year: SchoolYear, *, has_any: bool
) -> None:
    agenda = agenda_of_centre(ws, year)
    assert agenda.year == str(year)
    assert {line.course for line in agenda.lines} == ({course.course.code} if has_any else set())
