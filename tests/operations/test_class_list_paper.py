"""Tests of the class list as the file fills it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cpepa_desktop.operations.class_list_paper import list_of_class, list_with_contact
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day; nothing here writes in it."""
    ws = build_sample(tmp_path_factory.mktemp("sample") / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def test_everybody_stands_in_the_order_of_the_attendance_sheet(sample: Workspace) -> None:
    enrolled = list_enrolments(sample, COURSE)
    people = list_of_class(sample, COURSE).people
    assert [person.name for person in people] == [each.person.listed_name for each in enrolled]
    assert [person.n for person in people] == list(range(1, len(enrolled) + 1))


def test_who_left_says_when(sample: Workspace) -> None:
    places = [at for at, each in enumerate(list_enrolments(sample, COURSE)) if each.left_on]
    people = list_of_class(sample, COURSE).people
    assert [at for at, person in enumerate(people) if "Baja" in person.note] == places


def test_contact_is_only_in_the_list_of_the_office(sample: Workspace) -> None:
    enrolled = list_enrolments(sample, COURSE)
    assert {(p.phone, p.email) for p in list_of_class(sample, COURSE).people} == {("", "")}
    people = list_with_contact(sample, COURSE).people
    assert [(p.phone, p.email) for p in people] == [(e.person.phone, e.person.email) for e in enrolled]
