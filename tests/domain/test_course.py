"""A course and what it is made of."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.course import (
    Block,
    Course,
    CourseView,
    Regime,
    Route,
    Session,
    SessionMode,
    SessionState,
    Stretch,
)

COURSE = Course(
    id=1,
    code="24/001",
    call="EPE-873-2023",
    call_version_id=1,
    certificate_version_id=1,
    speciality="SSCS0208",
    part="",
    title="Atención sociosanitaria",
    level=2,
    route=Route.CALL,
    province="Zaragoza",
    start_on=date(2024, 1, 15),
    timetable="L-V 09:00-14:00",
    regime=Regime.RD659,
)


def session(key: int, stretch: int, state: SessionState) -> Session:
    return Session(key, stretch, 1, 1, 300, SessionMode.IN_PERSON, state)


def test_the_action_is_the_sum_of_its_blocks() -> None:
    view = CourseView(COURSE, (), (Block(1, 1, "UF0127", "", 1800), Block(2, 2, "COMPL", "", 600)), (), ())
    assert view.official_minutes == 2400


def test_the_last_day_is_the_last_one_with_class_that_counts() -> None:
    stretches = (Stretch(1, date(2024, 1, 15), 1, 540, 840), Stretch(2, date(2024, 1, 16), 1, 540, 840))
    held, cancelled = session(1, 1, SessionState.HELD), session(2, 2, SessionState.CANCELLED)
    assert CourseView(COURSE, (), (), stretches, (held, cancelled)).last_day == date(2024, 1, 15)
    assert CourseView(COURSE, (), (), stretches, (cancelled,)).last_day is None
    assert stretches[0].minutes == 300


def test_only_a_cancelled_session_does_not_count() -> None:
    assert {state for state in SessionState if session(1, 1, state).counts} == {
        SessionState.PLANNED,
        SessionState.HELD,
    }
