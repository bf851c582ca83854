"""The certificate of hours: who certifies what of whom, and the hours of each module and of the action."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.reports.hours_certificate import HoursCertificate, pdf, story
from tests.reports.checks import check
from tests.reports.person_sheets import hours
from tests.reports.sheets import PEOPLE


def said(paper: HoursCertificate) -> list[str]:
    return [element.text.strip() for element in check(story(paper), pdf(paper)).elements if element.text]


def test_the_responsible_of_the_centre_certifies_person_course_and_dates() -> None:
    text = " ".join(said(hours()))
    assert "Ana Belén Gracia, Directora del centro, de CPEPA Ejemplo, CERTIFICA:" in text
    assert f"Que {PEOPLE[1]}, con documento de identidad 12345678Z, participa desde el 15 de enero" in text
    assert "que se imparte del 15 de enero al 10 de mayo de 2024" in text
    assert "hasta el 19 de febrero de 2024 constan las horas siguientes:" in text


def test_each_module_has_its_official_attended_and_validated_hours() -> None:
    texts = said(hours())
    place = texts.index("MF1016_2 Apoyo en la organización")
    assert [text.replace("\u00a0", " ") for text in texts[place + 1 : place + 4]] == [
        "100 h",
        "85:30 h",
        "5 h",
    ]


def test_the_action_is_added_up_at_the_foot() -> None:
    texts = said(hours())
    place = texts.index("Acción formativa", texts.index("MF1016_2 Apoyo en la organización"))
    assert [text.replace("\u00a0", " ") for text in texts[place + 1 : place + 4]] == [
        "100 h",
        "85:30 h",
        "5 h",
    ]


def test_a_module_accredited_before_has_no_hours_attended() -> None:
    assert "Acreditado antes: no se cursa" in said(hours())


def test_what_is_pending_is_told_and_never_counted() -> None:
    assert not [text for text in said(hours()) if "sin introducir" in text]
    (told,) = [text for text in said(hours(pending=90)) if "sin introducir" in text]
    assert "1:30" in told


def test_who_left_took_part_up_to_their_last_day() -> None:
    text = " ".join(said(hours(left_on=date(2024, 2, 2))))
    assert "participó desde el 15 de enero de 2024 hasta el 2 de febrero de 2024 en la acción" in text


def test_there_is_a_box_to_sign_and_stamp() -> None:
    texts = said(hours())
    assert texts[texts.index("Firma y sello") + 1 :] == [
        "Directora del centro",
        "Sello del centro",
        "Ana Belén Gracia",
    ]
