"""Tests of badges."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel, badge_of, worst

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def _verdict(answer: Answer, reason: str = "reason") -> Verdict:
    return Verdict("funded", answer, reason, ARTICLE)


@pytest.mark.parametrize(
    ("verdict", "words", "wash"),
    [
        (_verdict(Answer.YES), "Sí", Wash.OK),
        (_verdict(Answer.NO), "No", Wash.DANGER),
        (_verdict(Answer.PENDING, "behind"), "En riesgo", Wash.WARNING),
        (_verdict(Answer.PENDING, "on_track"), "Pendiente", Wash.QUIET),
    ],
)
def test_a_verdict_is_a_word_an_icon_and_a_wash(verdict: Verdict, words: str, wash: Wash) -> None:
    badge = badge_of(verdict)
    assert (badge.words, badge.wash) == (words, wash)
    assert badge.icon


def test_no_two_badges_look_alike_without_colour() -> None:
    verdicts = (
        _verdict(Answer.YES),
        _verdict(Answer.NO),
        _verdict(Answer.PENDING, "behind"),
        _verdict(Answer.PENDING, "on_track"),
    )
    badges = [badge_of(verdict) for verdict in verdicts]
    assert len({badge.words for badge in badges}) == len({badge.icon for badge in badges}) == len(verdicts)


def test_the_worst_verdict_is_the_one_to_look_at_first() -> None:
    behind, on_track = _verdict(Answer.PENDING, "behind"), _verdict(Answer.PENDING, "on_track")
    assert worst({"a": _verdict(Answer.YES), "b": on_track, "c": behind}) is behind
    assert worst({"a": on_track, "b": _verdict(Answer.YES)}) is on_track
    assert worst({}) is None


def test_a_badge_says_its_word_to_a_screen_reader(qtbot: QtBot) -> None:
    label = BadgeLabel("stage", Badge("En marcha", "pending", Wash.OK))
    qtbot.addWidget(label)
    assert label.accessibleName() == "En marcha"
