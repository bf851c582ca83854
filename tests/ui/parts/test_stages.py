"""Tests of the stages of a course as badges."""

from __future__ import annotations

import pytest

from cpepa_desktop.ui.parts.stages import stage_badge


def test_every_stage_has_its_own_word_and_icon() -> None:
    badges = [stage_badge(stage) for stage in ("planned", "running", "finished")]
    assert [badge.words for badge in badges] == ["Planificado", "En marcha", "Terminado"]
    assert len({badge.icon for badge in badges}) == len(badges)


def test_a_stage_nobody_knows_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        stage_badge("cancelled")
