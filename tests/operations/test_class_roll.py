"""Tests of the class as people join it: it is read once, whoever many join."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.db.enrolments import vacate
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, Person, SeatKind
from cpepa_desktop.operations.class_roll import ClassRoll
from cpepa_desktop.operations.enrolments import EnrolmentForm, Withdrawal, enrol_within, withdraw
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, enrolled, person, planned

FRIDAY, NEXT_MONDAY = date(2024, 1, 19), date(2024, 1, 22)


@pytest.fixture
def view(ws: Workspace) -> CourseView:
    return planned(ws)


def _join(
    ws: Workspace, view: CourseView, people: list[tuple[Person, EnrolmentForm]]
) -> tuple[list[Enrolment], ClassRoll]:
    roll = ClassRoll(ws, view)
    with ws.operation("Matricular"):
        return [enrol_within(ws, view, roll, someone, form) for someone, form in people], roll


def test_a_roll_gives_one_seat_after_another_of_the_kind_wanted(ws: Workspace, view: CourseView) -> None:
    enrolled(ws, 1, seat=2)
    kinds = (None, SeatKind.ADDITIONAL, SeatKind.FUNDED, None, SeatKind.ADDITIONAL)
    people = [(person(ws, at), EnrolmentForm(seat_kind=kind)) for at, kind in enumerate(kinds, start=2)]
    joined, roll = _join(ws, view, people)
    assert [each.seat for each in joined] == [1, 14, 3, 4, 15]
    assert roll.has(joined[0].person.id)
    assert roll.notices() == ()


def test_a_seat_that_was_left_is_free_from_the_next_day_on(ws: Workspace, view: CourseView) -> None:
    gone = enrolled(ws, 1)
    withdraw(ws, CODE, gone.person.document.number, Withdrawal(FRIDAY, LeaveCause.OTHER))
    days = (FRIDAY, NEXT_MONDAY, MONDAY)
    people = [(person(ws, at), EnrolmentForm(joined_on=day)) for at, day in enumerate(days, start=2)]
    joined, _roll = _join(ws, view, people)
    assert [each.seat for each in joined] == [2, 1, 3]


def test_a_seat_is_taken_once_also_by_two_who_join_together(ws: Workspace, view: CourseView) -> None:
    people = [(person(ws, at), EnrolmentForm(seat=5)) for at in (1, 2)]
    with pytest.raises(Refused, match="La plaza 5 ya está ocupada"):
        _join(ws, view, people)


def test_who_moves_within_their_own_seat_is_not_in_their_own_way(ws: Workspace, view: CourseView) -> None:
    someone = enrolled(ws, 1, seat=4)
    roll = ClassRoll(ws, view)
    with ws.operation("Cambiar"):
        vacate(ws.db, someone.id)
        moved = roll.take_seat(replace(someone, joined_on=FRIDAY))
    assert (moved.seat, moved.joined_on) == (4, FRIDAY)


def test_nobody_joins_twice(ws: Workspace, view: CourseView) -> None:
    twice = person(ws)
    with pytest.raises(Refused, match="ya está en el curso"):
        _join(ws, view, [(twice, EnrolmentForm()), (twice, EnrolmentForm())])


def test_a_class_over_its_seats_is_noticed(ws: Workspace, view: CourseView) -> None:
    people = [(person(ws, at), EnrolmentForm()) for at in range(1, 17)]
    _joined, roll = _join(ws, view, people[:15])
    assert roll.notices() == ()
    _joined, roll = _join(ws, view, people[15:])
    assert "16 personas" in roll.notices()[0]


def test_the_seats_of_a_class_are_not_read_again_for_each_who_joins(ws: Workspace, view: CourseView) -> None:
    people = [(person(ws, at), EnrolmentForm()) for at in range(1, 13)]
    asked: list[str] = []
    roll = ClassRoll(ws, view)
    with ws.operation("Matricular"), ws.db.tracer(lambda sql, _parameters: asked.append(sql)):
        for someone, form in people:
            enrol_within(ws, view, roll, someone, form)
    assert [sql for sql in asked if "FROM seat" in sql or "FROM enrolment" in sql] == []
