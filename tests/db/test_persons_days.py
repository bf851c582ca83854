"""What the days of people hold in other courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import courses, persons_days
from cpepa_desktop.operations.course_facts import set_workplace_days
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, KEPT, MONDAY, class_on, enrolled, own_request, person, planned
from tests.operations.conftest import course, ws

__all__ = ["course", "ws"]

TUESDAY = date(2024, 1, 16)


def test_the_classes_of_a_person_are_added_up_by_day_but_for_one_course(ws: Workspace) -> None:
    view = planned(ws)
    evening = planned(ws, own_request(code="24/002", timetable="L-V 16:00-19:00", **KEPT))
    someone = enrolled(ws)
    enrol(ws, "24/002", someone.person.id, EnrolmentForm(TUESDAY))
    span = (MONDAY, TUESDAY)
    one = someone.person.id
    assert persons_days.class_minutes(ws.db, {one}, span, evening.course.id) == (
        (one, MONDAY, 300),
        (one, TUESDAY, 300),
    )
    assert persons_days.class_minutes(ws.db, None, span, view.course.id) == ((one, TUESDAY, 180),)
    assert persons_days.class_minutes(ws.db, {one + 1}, span) == ()


def test_a_module_had_already_and_a_cancelled_class_do_not_count(ws: Workspace) -> None:
    view = planned(ws)
    someone = person(ws)
    first = view.modules[0]
    enrol(ws, CODE, someone.id, EnrolmentForm(accredited=(first.code,)))
    assert persons_days.class_minutes(ws.db, {someone.id}, (MONDAY, MONDAY)) == ()
    other = person(ws, 2)
    enrol(ws, CODE, other.id, EnrolmentForm())
    _stretch, sessions = class_on(view, MONDAY)
    cancel_session(ws, CODE, sessions[0].id, "Obras", None)
    assert persons_days.class_minutes(ws.db, {other.id}, (MONDAY, MONDAY)) == ()


def test_the_practice_of_a_person_comes_with_its_days_and_minutes(ws: Workspace) -> None:
    planned(ws)
    someone = enrolled(ws)
    first, last = date(2024, 6, 3), date(2024, 6, 28)
    set_workplace_days(ws, CODE, first, last)
    minutes = courses.modules(ws.db, read_course(ws, CODE).course.id)[-1].official_minutes
    one = someone.person.id
    found = persons_days.practices(ws.db, {one}, (date(2024, 6, 28), date(2024, 7, 5)))
    assert found == ((one, first, last, first, last, minutes),)
    assert persons_days.practices(ws.db, None, (date(2024, 6, 29), date(2024, 7, 5))) == ()


def test_a_course_renounced_takes_nobody_s_day_from_then_on(ws: Workspace) -> None:
    view = planned(ws)
    someone = enrolled(ws)
    first, last = date(2024, 6, 3), date(2024, 6, 28)
    set_workplace_days(ws, CODE, first, last)
    one, june = someone.person.id, (first, last)

    def renounce_on(day: date) -> None:
        with ws.operation("Renunciar"):
            courses.change(ws.db, replace(view.course, renounced_on=day, renounce_reason="Sin alumnado"))

    renounce_on(TUESDAY)
    assert persons_days.class_minutes(ws.db, {one}, (MONDAY, TUESDAY)) == ((one, MONDAY, 300),)
    assert persons_days.practices(ws.db, {one}, june) == ()
    renounce_on(first)
    assert persons_days.practices(ws.db, {one}, june) == ()
    renounce_on(date(2024, 6, 4))
    ((_person, begin, end, *_module),) = persons_days.practices(ws.db, {one}, june)
    assert (begin, end) == (first, first)
