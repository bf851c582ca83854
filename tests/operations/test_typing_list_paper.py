"""Tests that the paper to type from is the list of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cpepa_desktop.domain.typing_again import Program
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.typing_again import mark_typed, typing_list
from cpepa_desktop.operations.typing_list_paper import typing_sheet
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE, WEEK = "2024-SSCS0208", IsoWeek(2024, 6)


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path_factory.mktemp("sample") / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def test_every_program_has_its_lines_in_its_own_order(sample: Workspace) -> None:
    sheet = typing_sheet(sample, COURSE, WEEK)
    assert [section.program for section in sheet.sections] == [program.label for program in Program]
    for program, section in zip(Program, sheet.sections, strict=True):
        items = typing_list(sample, COURSE, program, WEEK).items
        assert [(line.name, line.day) for line in section.lines] == [(item.name, item.day) for item in items]
        assert section.lines


def test_what_was_typed_is_ticked_with_its_day_and_number(sample: Workspace) -> None:
    wanted = typing_list(sample, COURSE, Program.GESTIFOR, WEEK)
    mark_typed(sample, wanted, [wanted.items[0].key], sample.clock.today(), "G-17")
    first, second = typing_sheet(sample, COURSE, WEEK).sections[0].lines[:2]
    assert (first.is_done, first.typed_on, first.number) == (True, sample.clock.today(), "G-17")
    assert (second.is_done, second.typed_on, second.number) == (False, None, "")
