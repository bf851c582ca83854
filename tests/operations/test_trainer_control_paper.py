"""The weekly control of trainers gathered from the calendar."""

from __future__ import annotations

from datetime import timedelta

from cpepa_desktop.domain.course import CourseView, SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.sessions import (
    assign_block_trainers,
    cancel_session,
    replace_session,
    set_mode,
)
from cpepa_desktop.operations.trainer_control_paper import control_of_trainers
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, NINE, class_on, trainer

WEEK = IsoWeek.of(MONDAY)


def test_each_class_says_who_where_and_how(ws: Workspace, course: CourseView) -> None:
    assign_block_trainers(ws, CODE, course.blocks[0].code, [trainer(ws, 1).id, trainer(ws, 2).id])
    _stretch, (session,) = class_on(course, MONDAY)
    set_mode(ws, CODE, [session.id], SessionMode.VIRTUAL)
    lines = control_of_trainers(ws, CODE, WEEK).lines
    assert [line.day for line in lines] == [MONDAY + timedelta(n) for n in range(5)]
    first = lines[0]
    assert (first.start, first.end, first.block, first.module) == (NINE, NINE + 300, "UF0127", "MF1016_2")
    assert (first.trainers, first.mode) == (("Docente 1 Gil", "Docente 2 Gil"), SessionMode.VIRTUAL)
    assert (first.room, lines[1].mode) == ("", SessionMode.IN_PERSON)


def test_a_cancelled_class_says_why_and_when_it_is_recovered(ws: Workspace, course: CourseView) -> None:
    _stretch, (session,) = class_on(course, MONDAY)
    cancel_session(ws, CODE, session.id, "Nevada.", None)
    lost = control_of_trainers(ws, CODE, WEEK).lines[0]
    assert (lost.cancelled, lost.minutes) == ("Anulada: Nevada. Sin fecha para recuperarla.", 0)
    replace_session(ws, CODE, session.id, MONDAY + timedelta(5), NINE)
    lines = control_of_trainers(ws, CODE, WEEK).lines
    assert lines[0].cancelled == "Anulada: Nevada. Se recupera el sáb 20 ene."
    assert (lines[-1].day, lines[-1].minutes) == (MONDAY + timedelta(5), 300)
