"""Tests that the certificate of hours says what the status says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import PaperPerson
from cpepa_desktop.operations.hours_certificate_paper import certified_hours
from cpepa_desktop.operations.papers import has_changed, issue_paper, save_paper
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path_factory.mktemp("sample") / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def test_the_hours_are_those_of_the_status(sample: Workspace) -> None:
    for person in course_status(sample, COURSE).people:
        paper = certified_hours(sample, COURSE, person.enrolment.id)
        assert (paper.action.official, paper.action.attended) == (person.tally.base, person.tally.attended)
        assert paper.pending == person.tally.pending
        assert sum(module.attended for module in paper.modules) == person.tally.attended
        assert paper.left_on == person.enrolment.left_on


def test_somebody_else_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused, match="no está en el curso"):
        certified_hours(sample, COURSE, 10**6)


def test_each_person_has_a_paper_of_their_own_with_their_name_in_its_file(
    sample: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one, other = (person.enrolment for person in course_status(sample, COURSE).people[:2])
    papers = [
        issue_paper(sample, "hours-certificate", COURSE, PaperPerson(each.id)).paper for each in (one, other)
    ]
    assert [paper.version for paper in papers] == [1, 1]
    assert [paper.person_id for paper in papers] == [one.person.id, other.person.id]
    assert not has_changed(sample, papers[0])
    folder = tmp_path_factory.mktemp("pdf")
    names = {save_paper(sample, paper.id, folder).name for paper in papers}
    assert len(names) == 2
    assert any("Ágreda" in name for name in names)
