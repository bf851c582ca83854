"""Tests that only what was attended and entered is certified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import PaperPerson
from cpepa_desktop.operations.day_certificate_paper import certified_day
from cpepa_desktop.operations.papers import issue_paper, list_papers
from cpepa_desktop.operations.pictures import heat_map
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"
DAY = date(2024, 2, 7)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path_factory.mktemp("sample") / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def who(ws: Workspace, state: str) -> tuple[int, date]:
    """Return somebody and a day of theirs of that state."""
    return next(
        (row.enrolment_id, cell.day)
        for row in heat_map(ws, COURSE).rows
        for cell in row.cells
        if cell.state == state
    )


def test_a_whole_day_is_certified_from_its_first_to_its_last_hour(sample: Workspace) -> None:
    enrolment_id, day = who(sample, "full")
    (stretch,) = certified_day(sample, COURSE, enrolment_id, day).stretches
    assert (stretch.start, stretch.end, stretch.attended) == (540, 840, 300)


def test_a_part_of_a_day_is_certified_as_that_part(sample: Workspace) -> None:
    enrolment_id, day = who(sample, "partly")
    (stretch,) = certified_day(sample, COURSE, enrolment_id, day).stretches
    assert 0 < stretch.attended < stretch.minutes == 300


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("absent", "no asistió"),
        ("pending", "no está introducida"),
        ("future", "no está introducida"),
        ("outside", "no tuvo clase"),
    ],
)
def test_nothing_else_is_certified(sample: Workspace, state: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        certified_day(sample, COURSE, *who(sample, state))


def test_a_week_without_class_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused):
        certified_day(sample, COURSE, who(sample, "full")[0], date(2024, 8, 14))


def test_two_people_and_two_days_are_papers_of_their_own(sample: Workspace) -> None:
    rows = heat_map(sample, COURSE).rows
    subjects = [
        PaperPerson(rows[place].enrolment_id, day) for place in (0, 3) for day in (DAY, date(2024, 2, 6))
    ]
    issued = [issue_paper(sample, "day-certificate", COURSE, subject).paper for subject in subjects]
    assert [paper.version for paper in issued] == [1, 1, 1, 1]
    assert [paper.number for paper in issued] == [1, 2, 3, 4]
    assert issue_paper(sample, "day-certificate", COURSE, subjects[0]).paper.id == issued[0].id
    found = {(each.paper.person, each.paper.period) for each in list_papers(sample, COURSE)}
    assert (rows[0].name, "2024-02-07") in found
