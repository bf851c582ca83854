"""Tests of the words for what a course is made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

import pytest

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.course import Regime, Route, Session, SessionMode, SessionState
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.parts.icons import icon_names
from cpepa_desktop.ui.parts.theme import Wash


def session(state: SessionState, replaces: int | None = None) -> Session:
    return Session(1, 1, 1, 1, 300, SessionMode.IN_PERSON, state, replaces_id=replaces)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (course_words.route_words, Route),
        (course_words.regime_words, Regime),
        (course_words.mode_words, SessionMode),
        (course_words.seat_words, SeatKind),
        (course_words.status_words, EmploymentStatus),
        (course_words.leave_words, LeaveCause),
    ],
)
def test_every_member_has_words_of_its_own(words: Callable[[Enum], str], members: type[Enum]) -> None:
    said = [words(member) for member in members]
    assert all(said)
    assert len(set(said)) == len(said)


def test_what_nobody_has_said_is_not_taken_for_something() -> None:
    assert course_words.status_words(None) == "sin establecer"
    assert course_words.seat_words(None) == ""
    assert course_words.leave_words(None) == ""


def test_every_state_of_a_session_has_a_badge_with_an_icon_that_exists() -> None:
    badges = [course_words.session_badge(session(state)) for state in SessionState]
    assert len({badge.words for badge in badges}) == len(badges)
    assert all(badge.icon in icon_names() for badge in badges)


def test_a_session_that_makes_up_for_another_says_so_until_it_is_held() -> None:
    planned = course_words.session_badge(session(SessionState.PLANNED, replaces=7))
    assert (planned.words, planned.wash) == ("Recuperación", Wash.WARNING)
    assert course_words.session_badge(session(SessionState.HELD, replaces=7)).words == "Impartida"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 2, 12), date(2024, 2, 16), "Semana 7 · lun 12 – vie 16 feb 2024"),
        (date(2024, 1, 29), date(2024, 2, 2), "Semana 5 · lun 29 ene – vie 2 feb 2024"),
        (date(2024, 2, 14), date(2024, 2, 14), "Semana 7 · mié 14 feb 2024"),
    ],
)
def test_a_week_says_its_days_and_a_month_once(first: date, last: date, words: str) -> None:
    assert course_words.week_words(IsoWeek.of(first), first, last) == words


def test_a_column_says_the_letter_of_its_day() -> None:
    assert course_words.column_day(date(2024, 2, 14)) == "X 14"
