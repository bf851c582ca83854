"""Enrolments and the seats they take in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import enrolments, people
from cpepa_desktop.db.enrolments import SeatUse
from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, ModuleStanding, Person, SeatKind, Standing
from tests.db.small_centre import sha256, write

FIRST, LATER = date(2024, 2, 12), date(2024, 2, 13)


@pytest.fixture
def omar(small: Database) -> Person:
    person = Person(0, "Omar", "Zapata", IdentityDocument(DocumentKind.DNI, "00000000T", "ES"))
    with write(small):
        return replace(person, id=people.add(small, person))


def test_an_enrolment_comes_with_its_person_seat_and_standings(small: Database) -> None:
    (lucia,) = enrolments.enrolments(small, 1)
    assert (lucia.person.name, lucia.seat, lucia.seat_kind) == ("Lucía", 1, SeatKind.FUNDED)
    assert lucia.standings == (ModuleStanding(2, Standing.EXEMPT, "Experiencia"),)
    assert (lucia.left_on, lucia.leave_cause, lucia.status_at_start) == (None, None, None)


def test_every_fact_of_an_enrolment_is_kept(small: Database, omar: Person) -> None:
    enrolment = Enrolment(
        id=0,
        person=omar,
        joined_on=LATER,
        seat=None,
        seat_kind=None,
        status_at_start=EmploymentStatus.SEASONAL_IDLE,
        registered_on=FIRST,
        standings=(ModuleStanding(1, Standing.ACCREDITED, "Certificación de 2022"),),
    )
    with write(small):
        enrolment = replace(enrolment, id=enrolments.add(small, 1, enrolment))
    assert enrolments.enrolments(small, 1)[1] == enrolment
    left = replace(
        enrolment,
        left_on=LATER,
        leave_cause=LeaveCause.JOB,
        contract_start=date(2024, 2, 15),
        leaving_communicated_on=date(2024, 2, 14),
    )
    with write(small):
        enrolments.set_leaving(small, left, sha256(""))
    assert enrolments.enrolments(small, 1)[1] == left
    assert enrolments.leave_proofs(small, 1) == {left.id: sha256("")}


def test_a_change_moves_the_day_the_status_the_standings_and_the_start_in_the_seat(small: Database) -> None:
    (lucia,) = enrolments.enrolments(small, 1)
    changed = replace(
        lucia, joined_on=LATER, status_at_start=EmploymentStatus.UNEMPLOYED, standings=(), registered_on=LATER
    )
    with write(small):
        enrolments.change(small, changed)
    assert enrolments.enrolments(small, 1) == (changed,)
    assert enrolments.seats(small, 1)[0].from_day == LATER


def test_a_seat_is_free_after_the_last_day_and_taken_again_when_that_is_taken_back(small: Database) -> None:
    (lucia,) = enrolments.enrolments(small, 1)
    with write(small):
        enrolments.set_leaving(small, replace(lucia, left_on=LATER, leave_cause=LeaveCause.OTHER), None)
    assert enrolments.seats(small, 1)[0].to_day == LATER
    with write(small):
        enrolments.set_leaving(small, lucia, None)
    assert enrolments.enrolments(small, 1) == (lucia,)
    assert enrolments.seats(small, 1)[0].to_day is None


def test_two_people_can_have_a_seat_one_after_the_other(small: Database, omar: Person) -> None:
    with write(small):
        key = enrolments.add(small, 1, Enrolment(0, omar, LATER, None, None))
        enrolments.occupy(small, 1, key, LATER, None)
        empty = enrolments.add_seat(small, 1, 14, SeatKind.ADDITIONAL)
    assert enrolments.seats(small, 1) == (
        SeatUse(1, 1, SeatKind.FUNDED, 1, FIRST, None),
        SeatUse(1, 1, SeatKind.FUNDED, key, LATER, None),
        SeatUse(empty, 14, SeatKind.ADDITIONAL),
    )
    with write(small):
        enrolments.vacate(small, key)
    assert [(e.person.name, e.seat) for e in enrolments.enrolments(small, 1)] == [
        ("Lucía", 1),
        ("Omar", None),
    ]


def test_people_are_counted_by_course(two_courses: Database) -> None:
    assert enrolments.counts(two_courses) == {1: 1, 2: 1}


def test_nobody_leaves_before_joining(small: Database) -> None:
    (lucia,) = enrolments.enrolments(small, 1)
    with pytest.raises(Exception, match="CHECK"), write(small):
        enrolments.set_leaving(
            small, replace(lucia, left_on=date(2024, 2, 11), leave_cause=LeaveCause.OTHER), None
        )
