"""Tests of what papers are about: which scope a subject has, how it is kept, read back and said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import IssuedPaper, PaperPerson, PaperScope, PaperState, PaperSubject
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.paper_subjects import (
    check_scope,
    enrolment_of,
    period_of,
    person_of,
    scope_of,
    subject_of,
    subject_words,
)
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"
DAY = date(2024, 2, 14)
PAPER = IssuedPaper(
    1, "x", 2024, 1, COURSE, None, "", 1, DAY, "d" * 64, "s" * 64, 1, "1", None, PaperState.ISSUED
)
SCOPES: dict[PaperScope, PaperSubject] = {
    PaperScope.COURSE: None,
    PaperScope.WEEK: IsoWeek(2024, 7),
    PaperScope.MONTH: Month(2024, 2),
    PaperScope.PERSON: PaperPerson(1),
    PaperScope.PERSON_DAY: PaperPerson(1, DAY),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day; nothing here writes in it."""
    ws = build_sample(Path(tmp_path_factory.mktemp("sample")) / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


@pytest.mark.parametrize("scope", PaperScope)
def test_a_paper_takes_the_subjects_of_its_scope_and_no_other(scope: PaperScope) -> None:
    for of, subject in SCOPES.items():
        assert scope_of(subject) is of
        if of is scope:
            check_scope(scope, subject)
        else:
            with pytest.raises(Refused, match="Este documento es"):
                check_scope(scope, subject)


def test_a_period_is_kept_as_it_is_typed() -> None:
    assert [period_of(subject) for subject in SCOPES.values()] == [
        "",
        "2024-W07",
        "2024-02",
        "",
        "2024-02-14",
    ]


def test_what_is_kept_is_read_back_as_the_same_subject(sample: Workspace) -> None:
    enrolment = list_enrolments(sample, COURSE)[3]
    for subject in (None, IsoWeek(2024, 7), Month(2024, 2), PaperPerson(enrolment.id, DAY)):
        kept = replace(PAPER, period=period_of(subject), person_id=person_of(sample, COURSE, subject))
        assert subject_of(sample, kept) == subject


def test_a_paper_of_somebody_who_is_not_in_the_course_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused, match="Gil, Ana ya no está en el curso"):
        subject_of(sample, replace(PAPER, person_id=10**6, person="Gil, Ana"))
    with pytest.raises(Refused, match="no está en el curso"):
        enrolment_of(sample, COURSE, 10**6)


def test_a_subject_is_said_with_its_name_and_day(sample: Workspace) -> None:
    enrolment = list_enrolments(sample, COURSE)[0]
    name = enrolment.person.listed_name
    assert subject_words(sample, COURSE, PaperPerson(enrolment.id)) == name
    assert subject_words(sample, COURSE, PaperPerson(enrolment.id, DAY)) == f"{name}, mié 14 feb 2024"
    assert subject_words(sample, COURSE, Month(2024, 2)) == "2024-02"
    assert subject_words(sample, COURSE, None) == ""
