"""What a person owes of a course, and that a week that was sent neither gains nor loses any of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import (
    EnrolmentForm,
    Withdrawal,
    cancel_withdrawal,
    change_enrolment,
    enrol,
    list_enrolments,
    withdraw,
)
from cpepa_desktop.operations.owed import owed_blocks, owed_sessions
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, enrolled, person, planned, rows

WEEK = IsoWeek.of(MONDAY)
WEDNESDAY, FRIDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)
NEXT_MONDAY = MONDAY + timedelta(days=7)
LOCKED = "bloqueada porque ya se envió"


@pytest.fixture
def sent(ws: Workspace) -> Workspace:
    """Give a course whose first week was sent: one person in it all week, one who left on the Wednesday."""
    planned(ws)
    enrolled(ws, 1)
    leaver = enrolled(ws, 2)
    ws.clock = at(NEXT_MONDAY)
    withdraw(ws, CODE, number(leaver), Withdrawal(WEDNESDAY, LeaveCause.OTHER))
    fill_week(ws, CODE, WEEK)
    lock_week(ws, CODE, WEEK, FRIDAY, "REG-2024/17")
    return ws


def number(enrolment: Enrolment) -> str:
    return enrolment.person.document.number


def test_a_person_owes_the_sessions_of_their_modules_on_their_days(ws: Workspace) -> None:
    view = planned(ws)
    someone = enrolled(ws, 1, accredited=("MF1017_2",), source="Certificado")
    had = {block for module in view.modules if module.code == "MF1017_2" for block in module.block_ids}
    assert owed_blocks(view, someone) == {block.id for block in view.blocks} - had
    first = owed_sessions(view, replace(someone, left_on=WEDNESDAY))
    assert {day for day, _session in first} == {MONDAY, MONDAY + timedelta(days=1), WEDNESDAY}
    assert {day for day, _session in owed_sessions(view, replace(someone, joined_on=NEXT_MONDAY))} == {
        day for day, _session in owed_sessions(view, someone) if day >= NEXT_MONDAY
    }


@pytest.mark.parametrize("joined", [MONDAY, FRIDAY])
def test_nobody_joins_in_a_week_that_was_sent(sent: Workspace, joined: date) -> None:
    before = rows(sent)
    someone = person(sent, 3)
    with pytest.raises(Refused, match=LOCKED):
        enrol(sent, CODE, someone.id, EnrolmentForm(joined_on=joined))
    assert {**rows(sent), "person": [], "person_document": []} == {
        **before,
        "person": [],
        "person_document": [],
    }


def test_who_joins_after_it_joins(sent: Workspace) -> None:
    assert enrolled(sent, 3, joined_on=FRIDAY + timedelta(days=1)) in list_enrolments(sent, CODE)


def test_once_unlocked_somebody_may_join_in_it(sent: Workspace) -> None:
    unlock_week(sent, CODE, WEEK, "faltaba una persona")
    enrol(sent, CODE, person(sent, 3).id, EnrolmentForm(joined_on=FRIDAY))
    assert len(list_enrolments(sent, CODE)) == 3


def test_nobody_leaves_within_a_week_that_was_sent_but_on_its_last_day_they_do(sent: Workspace) -> None:
    someone = list_enrolments(sent, CODE)[0]
    with pytest.raises(Refused, match=LOCKED):
        withdraw(sent, CODE, number(someone), Withdrawal(WEDNESDAY, LeaveCause.OTHER))
    withdraw(sent, CODE, number(someone), Withdrawal(FRIDAY, LeaveCause.OTHER))
    assert list_enrolments(sent, CODE)[0].left_on == FRIDAY


def test_leaving_is_not_taken_back_where_the_week_was_sent_without_them(sent: Workspace) -> None:
    leaver = list_enrolments(sent, CODE)[1]
    with pytest.raises(Refused, match=LOCKED):
        cancel_withdrawal(sent, CODE, number(leaver))
    unlock_week(sent, CODE, WEEK, "no se fue")
    cancel_withdrawal(sent, CODE, number(leaver))
    assert list_enrolments(sent, CODE)[1].left_on is None


def test_leaving_on_the_last_day_sent_is_taken_back(sent: Workspace) -> None:
    someone = list_enrolments(sent, CODE)[0]
    withdraw(sent, CODE, number(someone), Withdrawal(FRIDAY, LeaveCause.OTHER))
    cancel_withdrawal(sent, CODE, number(someone))
    assert list_enrolments(sent, CODE)[0].left_on is None


def test_an_enrolment_changes_only_where_the_sheet_sent_stays_the_same(sent: Workspace) -> None:
    someone = list_enrolments(sent, CODE)[0]
    first, *_rest, last = (
        module for module in read_course(sent, CODE).modules if module.code.startswith("MF")
    )
    for form in (
        EnrolmentForm(joined_on=WEDNESDAY),
        EnrolmentForm(accredited=(first.code,), source="Certificado"),
    ):
        with pytest.raises(Refused, match=LOCKED):
            change_enrolment(sent, CODE, someone.id, form)
    change_enrolment(sent, CODE, someone.id, EnrolmentForm(accredited=(last.code,), source="Certificado"))
    assert not list_enrolments(sent, CODE)[0].attends(last.id)
