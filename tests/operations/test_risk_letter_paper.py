"""The letter about somebody's attendance gathered from their verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.people import save_person
from cpepa_desktop.operations.risk_letter_paper import letter_to
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.risk_letter import Stand
from tests.operations.builders import CODE, MONDAY, at, attend, enrolled, own_request, planned

FRIDAY = MONDAY + timedelta(4)


@pytest.fixture
def taught(ws: Workspace) -> Workspace:
    """Give a course at the end of its first week."""
    planned(ws)
    ws.clock = at(FRIDAY)
    return ws


def test_each_test_is_told_as_the_status_judges_it(taught: Workspace) -> None:
    someone = enrolled(taught)
    attend(taught, someone, 300)
    status = course_status(taught, CODE).people[0]
    letter = letter_to(taught, CODE, someone.id)
    assert len(letter.requirements) == len(status.modules) + 2
    first, verdict = letter.requirements[0], status.modules[0].verdicts["module_test"]
    assert (first.required, first.base) == (
        verdict.numbers["required_minutes"],
        verdict.numbers["base_minutes"],
    )
    assert first.left == status.modules[0].forecasts["module_test"].minutes_left_to_lose
    assert first.impossible_from == status.modules[0].forecasts["module_test"].impossible_from
    assert (first.stand, letter.stand) == (Stand.AT_RISK, Stand.AT_RISK)
    assert [each.name.partition(",")[0] for each in letter.requirements[-2:]] == [
        "Diploma",
        "Participante subvencionable",
    ]
    assert ["75\N{NO-BREAK SPACE}%" in stake for stake in letter.stakes] == [True, True, True]


def test_the_subsidy_is_spoken_of_only_where_the_call_pays(ws: Workspace) -> None:
    planned(ws, own_request())
    ws.clock = at(FRIDAY)
    letter = letter_to(ws, CODE, enrolled(ws).id)
    assert all("subvenc" not in each for each in (*letter.stakes, *(r.name for r in letter.requirements)))


def test_absences_come_by_day_with_the_last_day_to_hand_in_what_has_no_proof(taught: Workspace) -> None:
    someone = enrolled(taught)
    attend(taught, someone, 1200)
    (missed,) = letter_to(taught, CODE, someone.id).missed
    assert (missed.day, missed.minutes, missed.cause) == (FRIDAY, 300, "Sin causa comunicada")
    assert missed.hand_in_by is not None
    assert (missed.hand_in_by > FRIDAY, missed.is_late) == (True, False)
    taught.clock = at(missed.hand_in_by)
    assert not letter_to(taught, CODE, someone.id).missed[0].is_late
    taught.clock = at(missed.hand_in_by + timedelta(1))
    assert letter_to(taught, CODE, someone.id).missed[0].is_late


def test_what_has_its_proof_has_no_day_to_hand_it_in(taught: Workspace) -> None:
    someone = enrolled(taught)
    attend(taught, someone, 1200, AbsenceCause.B, JustificationState.PENDING)
    (missed,) = letter_to(taught, CODE, someone.id).missed
    assert (missed.cause, missed.proof) == ("b) Consulta médica", "Justificante pendiente de validar")
    assert missed.hand_in_by is None


def test_days_without_justification_are_told_by_month(taught: Workspace) -> None:
    someone = enrolled(taught)
    attend(taught, someone, 300)
    (month,) = letter_to(taught, CODE, someone.id).months
    assert (len(month.days), month.most, month.is_beyond) == (4, 3, True)
    assert month.source == "EFP/942/2022, art. 20.3"
    taught.clock = at(date(2024, 2, 5))
    assert letter_to(taught, CODE, someone.id).months == (month,)


def test_the_causes_and_the_way_come_from_the_call(taught: Workspace) -> None:
    letter = letter_to(taught, CODE, enrolled(taught).id)
    assert [letter_ for letter_, _text in letter.causes] == list("abcdefgh")
    assert (letter.causes_source, letter.travel_minutes) == ("EPE/873/2023, ap. 19.1", 60)


def test_the_address_says_the_province_where_it_is_not_the_town(taught: Workspace) -> None:
    someone = enrolled(taught)
    assert letter_to(taught, CODE, someone.id).address == ()
    home = replace(
        someone.person, address="C/ Mayor, 1", postal_code="50600", municipality="Ejea", province="Zaragoza"
    )
    save_person(taught, home)
    letter = letter_to(taught, CODE, someone.id)
    assert (letter.name, letter.address) == ("Ana 1 Muñoz", ("C/ Mayor, 1", "50600 Ejea (Zaragoza)"))


def test_somebody_of_no_list_gets_no_letter(taught: Workspace) -> None:
    with pytest.raises(Refused, match="no está en el curso"):
        letter_to(taught, CODE, 99)
