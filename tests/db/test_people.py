"""People and their documents in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import people
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, parse_identity
from cpepa_desktop.domain.people import Person
from tests.db.small_centre import write

OMAR = Person(
    id=0,
    name="Omar",
    surnames="Zapata Ñíguez",
    document=parse_identity("AB123456", DocumentKind.PASSPORT, "MA"),
    birth_date=date(1990, 2, 28),
    sex="M",
    email="omar@example.org",
    phone="600 000 000",
    address="Calle Mayor, 1",
    postal_code="50001",
    municipality="Zaragoza",
    province="Zaragoza",
)


def test_every_fact_of_a_person_is_kept(small: Database) -> None:
    with write(small):
        key = people.add(small, OMAR)
    assert people.person(small, key) == replace(OMAR, id=key)
    changed = Person(key, "Omar", "Zapata", OMAR.document, sex="X")
    with write(small):
        people.change(small, changed)
    assert people.person(small, key) == changed


def test_a_person_keeps_the_earlier_numbers(small: Database) -> None:
    lucia = people.person(small, 1)
    assert lucia.document.number == "12345678Z"
    assert [document.number for document in lucia.earlier_documents] == ["X1234567L"]


def test_a_new_document_retires_the_one_in_force(small: Database) -> None:
    passport = IdentityDocument(DocumentKind.PASSPORT, "AB123456", "ES")
    with write(small):
        people.set_document(small, 1, passport)
    lucia = people.person(small, 1)
    assert lucia.document == passport
    assert {document.number for document in lucia.earlier_documents} == {"X1234567L", "12345678Z"}


def test_an_earlier_document_can_be_in_force_again(small: Database) -> None:
    nie = IdentityDocument(DocumentKind.NIE, "X1234567L")
    with write(small):
        people.set_document(small, 1, nie)
    assert people.person(small, 1).document == nie
    assert small.table("person_document").count == 2


def test_an_earlier_document_can_be_written_as_such(small: Database) -> None:
    passport = IdentityDocument(DocumentKind.PASSPORT, "AB123456", "MA")
    with write(small):
        people.add_earlier_document(small, 1, passport)
    lucia = people.person(small, 1)
    assert lucia.document.number == "12345678Z"
    assert passport in lucia.earlier_documents
    assert people.holder(small, passport) == 1


def test_who_has_or_had_a_document_is_found_by_it(small: Database) -> None:
    assert people.holder(small, IdentityDocument(DocumentKind.NIE, "X1234567L")) == 1
    assert people.holder(small, IdentityDocument(DocumentKind.NIE, "X1234567L", "ES")) is None
    with write(small):
        key = people.add(small, replace(OMAR, document=IdentityDocument(DocumentKind.OTHER, "X1234567L")))
    assert people.holders_of_number(small, "X1234567L") == (1, key)
    assert people.holders_of_number(small, "00000000T") == ()


def test_one_document_is_of_one_person(small: Database) -> None:
    with pytest.raises(Exception, match="UNIQUE"), write(small):
        people.add(small, replace(OMAR, document=people.person(small, 1).document))


def test_people_come_in_spanish_alphabetical_order(small: Database) -> None:
    with write(small):
        for n, surnames in enumerate(["Zapata", "Álvarez", "Ñíguez", "Nieto", "Orós"]):
            document = IdentityDocument(DocumentKind.OTHER, f"A{n}")
            people.add(small, replace(OMAR, surnames=surnames, document=document))
    assert [person.surnames for person in people.people(small)] == [
        "Álvarez",
        "Ibáñez Ñúñez",
        "Nieto",
        "Ñíguez",
        "Orós",
        "Zapata",
    ]


def test_the_people_of_a_course_are_no_others(two_courses: Database) -> None:
    with write(two_courses):
        two_courses.execute("INSERT INTO person_document VALUES ('dni', '', '00000000T', 2, 1)")
    assert {key: person.name for key, person in people.people_of_course(two_courses, 2).items()} == {
        2: "Omar"
    }
    assert people.courses_by_person(two_courses) == {1: ("24/001",), 2: ("24/002",)}


def test_a_mistyped_document_leaves_no_trace_of_itself(small: Database) -> None:
    right = IdentityDocument(DocumentKind.DNI, "00000000T")
    with write(small):
        people.correct_document(small, 1, right)
    lucia = people.person(small, 1)
    assert lucia.document == right
    assert {document.number for document in lucia.earlier_documents} == {"X1234567L"}


def test_the_right_document_may_be_one_they_had_before(small: Database) -> None:
    nie = IdentityDocument(DocumentKind.NIE, "X1234567L")
    with write(small):
        people.correct_document(small, 1, nie)
    lucia = people.person(small, 1)
    assert (lucia.document, lucia.earlier_documents) == (nie, ())
