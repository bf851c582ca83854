"""The certificate of a day: between which hours somebody was in class, and how much of it."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.day_certificate import DayCertificate, pdf, story
from tests.reports.checks import check
from tests.reports.person_sheets import day
from tests.reports.sheets import PEOPLE


def said(paper: DayCertificate) -> list[str]:
    texts = [element.text.strip() for element in check(story(paper), pdf(paper)).elements if element.text]
    return [text.replace("\u00a0", " ") for text in texts]


def test_it_says_who_which_day_and_between_which_hours() -> None:
    text = " ".join(said(day()))
    assert (
        f"Que {PEOPLE[3]}, con documento de identidad X1234567L, asistió el día 12 de febrero de 2024" in text
    )
    assert "de 09:00 a 14:00 y 0:45 h de la clase de 16:00 a 18:00: 5:45 h." in text


def test_each_class_has_its_clock_content_and_hours() -> None:
    texts = said(day())
    place = next(at for at, text in enumerate(texts) if text.startswith("16:00"))
    assert texts[place + 1].endswith("(por aula virtual)")
    assert texts[place + 2 : place + 4] == ["2 h", "0:45 h"]


def test_a_class_not_attended_is_in_the_table_and_not_in_the_sentence() -> None:
    paper = day()
    missed = replace(paper, stretches=(paper.stretches[0], replace(paper.stretches[1], attended=0)))
    text = " ".join(said(missed))
    assert "de 09:00 a 14:00: 5 h." in text
    assert "de 16:00 a 18:00" not in text


def test_there_is_a_box_to_sign_and_stamp() -> None:
    assert said(day())[-3:] == ["Directora del centro", "Sello del centro", "Ana Belén Gracia"]
