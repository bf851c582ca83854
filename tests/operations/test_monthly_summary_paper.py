"""The monthly summary gathered from what is entered: the same minutes as the status of the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.db import attendance
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.monthly_summary_paper import summary_of_month
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.monthly_summary import Hours
from tests.operations.builders import at

COURSE = "2024-SSCS0208"
MONTHS = (Month(2024, 1), Month(2024, 2))


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def test_the_months_of_a_person_add_up_to_where_they_stand(sample: Workspace) -> None:
    months = [summary_of_month(sample, COURSE, month) for month in MONTHS]
    for status in course_status(sample, COURSE).people:
        document = status.enrolment.person.document.number
        own = [p for month in months for p in month.people if p.document == document]
        total = sum((person.hours for person in own), Hours())
        tally = status.tally
        assert (total.attended, total.validated, total.awaiting, total.unjustified, total.pending) == (
            *(tally.attended, tally.justified, tally.awaiting, tally.unjustified, tally.pending),
        )
        assert own[-1].attended_so_far == tally.attended
        assert own[-1].base == tally.base


def test_days_without_justification_are_those_that_the_exclusion_counts(sample: Workspace) -> None:
    days = attendance.unjustified_days(sample.db, find_course(sample, COURSE).id)
    expected = sorted(day for found in days.values() for day in found)
    months = [summary_of_month(sample, COURSE, month) for month in MONTHS]
    assert sorted(d for month in months for p in month.people for d in p.unjustified_days) == expected
    assert (months[0].most_days, months[0].most_days_source) == (3, "EFP/942/2022, art. 20.3")


def test_what_is_not_entered_is_pending_until_today_and_to_come_after(sample: Workspace) -> None:
    person = summary_of_month(sample, COURSE, Month(2024, 2)).people[0]
    assert person.hours.pending > 0
    assert person.hours.to_come > 0
    later = summary_of_month(sample, COURSE, Month(2024, 3)).people[0]
    assert replace(later.hours, to_come=0) == Hours()


def test_who_left_before_the_month_is_not_in_it(sample: Workspace) -> None:
    left = {
        s.enrolment.person.listed_name for s in course_status(sample, COURSE).people if s.enrolment.left_on
    }
    assert left
    noted = [
        p for month in MONTHS for p in summary_of_month(sample, COURSE, month).people if "baja" in p.note
    ]
    assert {person.name for person in noted} == left
    assert left.isdisjoint(p.name for p in summary_of_month(sample, COURSE, Month(2024, 3)).people)


def test_a_month_without_class_has_no_summary(sample: Workspace) -> None:
    with pytest.raises(Refused, match="no tiene clase en el mes 2023-12"):
        summary_of_month(sample, COURSE, Month.of(date(2023, 12, 1)))
