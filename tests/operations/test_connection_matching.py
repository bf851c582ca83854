"""Who a name in a log is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.operations.connection_matching import MatchedBy, Matcher
from tests.operations.builders import id_number_of

DAY = date(2024, 1, 15)


def enrolment(key: int, name: str, surnames: str, email: str = "") -> Enrolment:
    """Return somebody of the course."""
    return Enrolment(
        key, Person(key, name, surnames, parse_identity(id_number_of(key)), email=email), DAY, key, None
    )


ANA = enrolment(1, "Ana", "Muñoz Lago", "ana@correo.example")
OMAR = enrolment(2, "Omar", "El Idrissi")
TRAINER = Trainer(1, 9, "Eva", "Gil", "00000000T", email="eva@centro.example")


def matched(name: str, email: str = "", *, aliases: dict[str, int] | None = None) -> tuple[int, str] | None:
    """Return the enrolment somebody is and what told it."""
    match = Matcher([ANA, OMAR], [TRAINER], aliases or {}).match(name, email)
    return (match.enrolment.id, match.by) if match else None


def test_the_e_mail_comes_before_the_alias_and_the_alias_before_the_name() -> None:
    aliases = {"Ana Muñoz Lago": OMAR.id}
    assert matched("Ana Muñoz Lago", "ANA@correo.example", aliases=aliases) == (1, MatchedBy.EMAIL)
    assert matched("Ana Muñoz Lago", "", aliases=aliases) == (2, MatchedBy.ALIAS)
    assert matched("Ana Muñoz Lago") == (1, MatchedBy.NAME)


@pytest.mark.parametrize(
    "name",
    [
        "Ana Muñoz Lago",
        "ANA MUNOZ LAGO",
        "Muñoz Lago, Ana",
        "muñoz  lago ana",
        "Mun\N{COMBINING TILDE}oz Lago, Ana",
        "iPhone de casa (Ana Muñoz Lago)",
        "Ana Muñoz Lago (Unverified)",
        "Ana Muñoz Lago (Invitado)",
        "Ana Muñoz-Lago [Externo]",
    ],
)
def test_a_name_is_the_same_however_it_is_written(name: str) -> None:
    assert matched(name) == (1, MatchedBy.NAME)


@pytest.mark.parametrize("name", ["Ana", "Ana Muñoz", "Lago", "iPhone", "", "Ana Muñoz Lagos"])
def test_part_of_a_name_is_nobodys(name: str) -> None:
    assert matched(name) is None


def test_an_unknown_e_mail_leaves_the_name_to_tell() -> None:
    assert matched("Omar El Idrissi", "omar@otro.example") == (2, MatchedBy.NAME)


def test_no_e_mail_is_not_the_e_mail_of_who_has_none() -> None:
    assert matched("Nadie", "") is None


def test_a_name_of_two_people_is_nobodys_and_both_are_suggested() -> None:
    matcher = Matcher([ANA, replace(ANA, id=3)], [], {})
    assert matcher.match("Ana Muñoz Lago", "") is None
    assert [each.id for each in matcher.suggestions("Ana Muñoz Lago")] == [1, 3]
    assert [each.id for each in matcher.same_name("Ana Muñoz Lago")] == [1, 3]


def test_an_e_mail_of_two_people_is_nobodys() -> None:
    matcher = Matcher([ANA, replace(OMAR, person=replace(OMAR.person, email=ANA.person.email))], [], {})
    match = matcher.match("Omar El Idrissi", ANA.person.email)
    assert match is not None
    assert (match.enrolment.id, match.by) == (2, MatchedBy.NAME)


def test_an_alias_of_who_is_not_in_the_course_any_more_says_nothing() -> None:
    assert matched("iPhone", aliases={"iPhone": 77}) is None


def test_who_it_might_be_is_suggested_the_likeliest_first() -> None:
    matcher = Matcher([OMAR, ANA], [], {})
    assert [each.id for each in matcher.suggestions("Ana Muñoz")] == [1]
    assert matcher.suggestions("zzz") == ()


@pytest.mark.parametrize(
    ("name", "email"), [("Eva Gil", ""), ("Gil, Eva", ""), ("Sala 2", "EVA@centro.example")]
)
def test_a_trainer_is_known_by_name_or_e_mail(name: str, email: str) -> None:
    matcher = Matcher([ANA], [TRAINER], {})
    assert matcher.is_staff(name, email)
    assert not matcher.is_staff("Ana Muñoz Lago", "")


def test_what_told_it_has_its_word() -> None:
    assert [by.label for by in MatchedBy] == ["correo", "nombre confirmado", "nombre"]
