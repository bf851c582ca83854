"""Tests of how obligations are told: how long there is, what a day waits for, and by which text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.ui.obligations.words import (
    countdown,
    met_words,
    state_badge,
    subject_first,
    title_of,
    whole_words,
)
from cpepa_desktop.ui.parts.theme import Wash
from tests.ui.obligations.obligation_rows import LAW, TODAY, due_in, met, waiting_for


@pytest.mark.parametrize(
    ("days", "words", "wash", "icon"),
    [
        (-2, "vencido hace 2 días", Wash.DANGER, "warning"),
        (-1, "vencido hace 1 día", Wash.DANGER, "warning"),
        (0, "hoy", Wash.WARNING, "pending"),
        (1, "en 1 día", Wash.WARNING, "pending"),
        (3, "en 3 días", Wash.WARNING, "pending"),
        (4, "en 4 días", Wash.QUIET, "calendar"),
    ],
)
def test_the_days_left_are_told_in_a_word_an_icon_and_a_wash(
    days: int, words: str, wash: Wash, icon: str
) -> None:
    badge = state_badge(due_in(days), TODAY)
    assert (badge.words, badge.wash, badge.icon) == (words, wash, icon)


def test_past_the_safe_day_is_a_warning_however_far_the_limit() -> None:
    due = TODAY + timedelta(days=9)
    for days, wash in ((-1, Wash.WARNING), (0, Wash.QUIET)):
        assert countdown(due, TODAY + timedelta(days=days), TODAY).wash is wash


def test_what_hangs_on_what_has_not_happened_says_on_what() -> None:
    badge = state_badge(waiting_for(Anchor.PUBLICITY_STARTED), TODAY)
    assert (badge.words, badge.wash) == ("pendiente del comienzo de la publicidad", Wash.QUIET)


def test_what_has_no_term_waits_for_nothing_once_it_is_open() -> None:
    without = due_in(0)
    assert state_badge(replace(without, due=None, safe=None, opens=TODAY), TODAY).words == "sin plazo"


def test_a_right_left_unused_is_past_and_not_overdue() -> None:
    badge = state_badge(due_in(-5, name="grant_renunciation"), TODAY)
    assert (badge.words, badge.wash) == ("ya pasó", Wash.QUIET)
    assert state_badge(due_in(0, name="grant_renunciation"), TODAY).words == "hoy"


def test_what_was_met_says_when_by_where_and_with_which_number() -> None:
    filed = met(date(2024, 1, 5), "RE-7", "Gestifor Web")
    assert state_badge(filed, TODAY).words == "cumplido"
    assert met_words(filed) == "5 ene 2024, Gestifor Web, RE-7"
    assert met_words(due_in(1)) == ""


def test_everything_told_of_an_obligation_names_both_texts_where_they_differ() -> None:
    split = due_in(4, safe_in=1, safe_citation=LAW, subject_words="Ágreda, Ana", note="Una nota.")
    split = replace(split, consequence="Guía 10.2.5: el centro no puede iniciar el curso.")
    assert title_of(split) == "Enviar la hoja de condiciones: Ágreda, Ana"
    assert subject_first(split) == "Ágreda, Ana: enviar la hoja de condiciones"
    assert whole_words(split).splitlines() == [
        "Enviar la hoja de condiciones: Ágreda, Ana",
        "Plazo: vie 23 feb 2024",
        "EPE/873/2023, Guía 10.2.1",
        "Fecha segura: mar 20 feb 2024",
        "EFP/942/2022, art. 20.2",
        "Una nota.",
        "Fuera de plazo: Guía 10.2.5: el centro no puede iniciar el curso.",
    ]
    assert "Fecha segura" not in whole_words(due_in(4))
