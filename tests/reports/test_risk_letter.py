"""The letter about somebody's attendance: how they stand, what they may miss, how to justify, who signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.reports.risk_letter import (
    LAST_DAY_NOTE,
    RECEIVED,
    RiskLetter,
    Stand,
    missing_items,
    pdf,
    story,
)
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.course_sheets import risk_letter
from tests.reports.papers import LONG_NAME
from tests.reports.reading import Reading


def read(letter: RiskLetter) -> Reading:
    return check(story(letter), pdf(letter))


def said(letter: RiskLetter) -> str:
    texts = "\n".join(element.text.strip() for element in read(letter).elements if element.text)
    return texts.replace("\N{NO-BREAK SPACE}", " ")


def standing(*stands: Stand) -> RiskLetter:
    """Return the letter with the first requirements standing as given."""
    letter = risk_letter()
    found = tuple(replace(each, stand=s) for each, s in zip(letter.requirements, stands, strict=False))
    return replace(letter, requirements=found)


def test_it_is_addressed_dated_and_signed_with_room_for_the_receipt() -> None:
    text = said(risk_letter())

    for expected in (
        LONG_NAME,
        "10000003X",
        "C/ de la Sed, 14, 3.º izda.",
        "50001 Zaragoza",
        "Ejemplo, a 19 de febrero de 2024",
        "Ana Belén Gracia",
        "Recibí",
        RECEIVED,
    ):
        assert expected in text, expected


def test_each_test_says_what_is_required_left_until_when_and_by_which_article() -> None:
    rows = rows_of(read(risk_letter()), 0)

    assert rows[1][0].endswith("personas dependientes ESS/1897/2013, art. 18.2")
    assert rows[1][1:] == [
        *("75 h de 100 h", "50 h", "5 h (0 h si faltó a lo pendiente)", "mié 21 feb", "En riesgo"),
    ]
    assert rows[2][1:] == ["52:30 h de 70 h", "0 h", "17:30 h", "mar 5 mar", "Sin riesgo por ahora"]
    assert rows[4][0] == "Participante subvencionable EPE/873/2023, ap. 19.1; Guía 10.2.7"
    assert LAST_DAY_NOTE in said(risk_letter())


def test_what_is_out_of_reach_leaves_nothing_to_miss_and_no_day() -> None:
    lost = replace(
        risk_letter().requirements[0],
        stand=Stand.OUT_OF_REACH,
        left=-60,
        left_if_pending_lost=-360,
        impossible_from=None,
    )

    row = rows_of(read(replace(risk_letter(), requirements=(lost,))), 0)[1]
    assert row[3:] == ["0 h", "—", "Ya no es posible"]


def test_without_a_look_ahead_nothing_is_promised() -> None:
    unknown = replace(
        risk_letter().requirements[0], left=None, left_if_pending_lost=None, impossible_from=None
    )

    assert rows_of(read(replace(risk_letter(), requirements=(unknown,))), 0)[1][3:5] == ["—", "—"]


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ((Stand.REACHED, Stand.AT_RISK, Stand.OUT_OF_REACH), "ya no puede alcanzar"),
        ((Stand.REACHED, Stand.AT_RISK, Stand.UNDER_WAY), "corre el riesgo"),
        ((Stand.REACHED, Stand.UNDER_WAY), "Hasta hoy no corre riesgo"),
        ((Stand.AT_RISK, Stand.OUT_OF_REACH), "Lo demás sigue a su alcance"),
        ((Stand.REACHED,), "ha alcanzado toda la que se exige"),
        ((), "ha alcanzado toda la que se exige"),
    ],
)
def test_the_wording_follows_the_worst_of_the_tests(stands: tuple[Stand, ...], words: str) -> None:
    assert words in said(standing(*stands))


def test_who_has_nothing_left_in_reach_is_not_told_that_the_rest_is() -> None:
    assert "Lo demás sigue" not in said(standing(Stand.OUT_OF_REACH, Stand.OUT_OF_REACH))


def test_what_was_missed_is_told_day_by_day_with_the_day_to_hand_it_in() -> None:
    text = said(risk_letter())
    rows = rows_of(read(risk_letter()), 1)

    assert "Ha asistido 100 h y ha faltado 27:30 h: 5 h justificadas y validadas, 2:30 h con" in text
    assert "Otras 5 h ya impartidas están pendientes de introducir." in text
    assert rows[1] == ["lun 5 feb", "5 h", "c) Enfermedad o accidente", "Justificada y validada", "—"]
    late = replace(risk_letter().missed[2], is_late=True)
    assert rows_of(read(replace(risk_letter(), missed=(late,))), 1)[1][-1] == "Plazo vencido"
    assert rows[3] == ["mar 13 feb", "5 h", "Sin causa comunicada", "Sin justificar", "lun 26 feb"]


def test_the_causes_are_those_of_the_call_with_letter_and_article() -> None:
    text = said(risk_letter())

    assert "Justifican una falta (EPE/873/2023, ap. 19.1):" in text
    for cause in AbsenceCause:
        assert f"{cause.value}) {cause.label}" in text
    assert "contando 1 h de camino" in text
    own = replace(risk_letter(), causes=(), causes_source="", travel_minutes=None)
    assert "Qué traer" not in said(own)


def test_exclusion_is_warned_of_beyond_the_limit_and_only_then() -> None:
    letter = risk_letter()
    beyond = said(letter)
    at_limit = said(replace(letter, months=(replace(letter.months[0], days=letter.months[0].days[:3]),)))

    assert "Aviso de exclusión. En febrero de 2024 constan 4 días" in beyond
    assert "(EFP/942/2022, art. 20.3)" in beyond
    assert "Aviso de exclusión" not in at_limit
    assert "En febrero de 2024 constan 3 días con falta no justificada" in at_limit
    assert "Faltas no justificadas en un mes" not in said(replace(letter, months=()))


def test_who_left_is_told_how_it_stood_and_nothing_to_bring() -> None:
    text = said(replace(risk_letter(), left_on=date(2024, 2, 16)))

    assert "hasta el 16 de febrero de 2024, su último día de clase" in text
    assert "Qué traer" not in text
    assert LAST_DAY_NOTE not in text


def test_a_letter_without_address_or_with_hours_to_enter_says_so_before_printing() -> None:
    assert missing_items(risk_letter()) == ("5\N{NO-BREAK SPACE}h de asistencia sin introducir",)
    bare = replace(risk_letter(), address=(), totals=replace(risk_letter().totals, pending=0))
    assert missing_items(bare) == ("domicilio",)
    assert "pendientes de introducir" not in said(bare)


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("risk-letter", pdf(risk_letter()))
