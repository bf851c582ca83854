"""Tests of the stages of a course as badges."""

from __future__ import annotations

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.ui.parts.stages import stage_badge


def test_every_stage_has_its_own_word_and_icon() -> None:
    badges = [stage_badge(stage) for stage in Stage]
    assert [badge.words for badge in badges] == [stage.label for stage in Stage]
    assert len({badge.words for badge in badges}) == len({badge.icon for badge in badges}) == len(Stage)
