"""Tests that the pictures on paper are those of the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.pictures import heat_map, share_line
from cpepa_desktop.operations.pictures_paper import course_share_paper, heat_map_paper, person_share_paper
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


def test_paper_and_screen_show_the_same(sample: Workspace) -> None:
    person = list_enrolments(sample, COURSE)[1].id
    assert heat_map_paper(sample, COURSE).picture == heat_map(sample, COURSE)
    assert course_share_paper(sample, COURSE).picture == share_line(sample, COURSE)
    assert person_share_paper(sample, COURSE, person).picture == share_line(sample, COURSE, person)


def test_a_picture_says_up_to_which_day_it_goes(sample: Workspace) -> None:
    assert heat_map_paper(sample, COURSE).until == sample.clock.today()
