"""A verdict as a sentence about its subject."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.rules.staffing import told_before_start


def test_the_sentence_names_its_subject_and_its_place_in_the_law() -> None:
    sentence = missing_sentence(told_before_start(None, date(2024, 1, 15)), "Ana Gil (tutoriza)")
    assert sentence == (
        "Ana Gil (tutoriza): Falta comunicarlo antes del lun 15 ene 2024 (EPE/873/2023, Guía 10.3.2)."
    )
