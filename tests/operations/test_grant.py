"""The grant a call would give for a course, and the one of a course that is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import AdvanceKind, GrantRequest
from cpepa_desktop.operations.calls import FilledFigure, fill_figure
from cpepa_desktop.operations.grant import estimate, grant_of_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, request

SSCS = GrantRequest("EPE-873-2023", "SSCS0208", "", "Zaragoza")
AGREEMENT = replace(SSCS, call="inaem-agreement", day=date(2024, 1, 15))


def euros(cents: int) -> Decimal:
    return Decimal(cents) / 100


@pytest.mark.parametrize(
    ("where", "minutes", "rate", "amounts", "unit"),
    [
        ("ADGD0308 A1 Zaragoza", 460, "6.72", "41059.20 32847.36 8211.84", "821.184"),
        ("ADGD0308 A2 Zaragoza", 340, "6.84", "31122.00 24897.60 6224.40", "622.44"),
        ("ADGG0408  Zaragoza", 390, "6.79", "35308.00 28246.40 7061.60", "706.16"),
        ("ADGG0408  Huesca", 390, "6.80", "35360.00 28288.00 7072.00", "707.20"),
        ("ADGG0408  Teruel", 390, "6.78", "35256.00 28204.80 7051.20", "705.12"),
        ("SSCS0208  Zaragoza", 370, "7.61", "37593.40 30074.72 7518.68", "751.868"),
        ("SSCS0208  Huesca", 370, "7.53", "37198.20 29758.56 7439.64", "743.964"),
        ("SSCS0208  Teruel", 370, "7.66", "37840.40 30272.32 7568.08", "756.808"),
        ("ADGD0308 MF0973_1 Zaragoza", 90, "7.53", "9789.00 7831.20 1957.80", "195.78"),
    ],
)
def test_the_figures_of_the_annex_give_the_grants_worked_by_hand(
    where: str, minutes: int, rate: str, amounts: str, unit: str
) -> None:
    code, part, province = where.split(" ")
    found = estimate(None, GrantRequest("EPE-873-2023", code, part, province))
    assert (found.minutes, found.complementary_minutes, found.participants) == (minutes * 60, 600, 13)
    assert (found.rate, found.result_unit) == (Decimal(rate), Decimal(unit))
    said = (euros(each) for each in (found.granted, found.product_cap, found.result_cap))
    assert tuple(said) == tuple(Decimal(each) for each in amounts.split())


def test_the_three_advances_are_a_quarter_a_third_and_more_and_six_tenths() -> None:
    found = estimate(None, SSCS)
    assert [(each.kind, euros(each.cents)) for each in found.advances] == [
        (AdvanceKind.INITIAL, Decimal("9398.35")),
        (AdvanceKind.AFTER_START, Decimal("13157.69")),
        (AdvanceKind.SINGLE, Decimal("22556.04")),
    ]
    assert found.advance(AdvanceKind.SINGLE) == found.advances[2]


@pytest.mark.parametrize(("participants", "grant"), [(1, "2891.80"), (12, "34701.60"), (13, "37593.40")])
def test_fewer_participants_may_be_asked_for_down_to_one(participants: int, grant: str) -> None:
    found = estimate(None, replace(SSCS, participants=participants))
    assert euros(found.granted) == Decimal(grant)


@pytest.mark.parametrize("participants", [0, -1, 14])
def test_no_participants_or_more_than_the_call_pays_for_are_refused(participants: int) -> None:
    with pytest.raises(Refused, match=rf"de 1 a 13 participantes .*se piden {participants}\."):
        estimate(None, replace(SSCS, participants=participants))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (replace(SSCS, province="Soria"), "No hay módulo económico para la provincia «Soria»"),
        (replace(SSCS, speciality="XXXX0000"), "No se conoce la especialidad «XXXX0000»"),
        (replace(SSCS, speciality="ADGD0308"), "no se oferta completo"),
        (replace(SSCS, part="A1"), "se oferta completo y no tiene partes"),
        (replace(SSCS, call="PLAN-2030"), "No hay ninguna convocatoria «PLAN-2030»"),
        (replace(SSCS, call="own-resources"), "no concede subvención"),
        (replace(SSCS, call="inaem-agreement"), "le falta el dato «Participantes subvencionables»"),
    ],
)
def test_what_cannot_be_reckoned_is_refused_in_words(asked: GrantRequest, words: str) -> None:
    with pytest.raises(Refused, match=words):
        estimate(None, asked)


def test_a_province_may_be_typed_without_its_capital() -> None:
    assert estimate(None, replace(SSCS, province=" zaragoza ")).request.province == "Zaragoza"


def fill_agreement(ws: Workspace, **figures: str) -> None:
    for name, text in figures.items():
        figure = FilledFigure(name, text, date(2024, 1, 1), "Convenio", "cláusula 3")
        fill_figure(ws, AGREEMENT.call, figure)


def test_an_agreement_pays_by_the_figures_that_the_centre_has_written(ws: Workspace) -> None:
    shares = {"product_share": "0,8", "result_share": "0,2", "result_divisor": "12"}
    fill_agreement(ws, subsidised_seats="15", **shares)
    with pytest.raises(Refused, match="Módulo económico en Zaragoza"):
        estimate(ws, AGREEMENT)
    fill_agreement(ws, unit_cost_zaragoza="7")
    found = estimate(ws, AGREEMENT)
    assert (found.complementary_minutes, found.participants, found.advances) == (0, 15, ())
    assert found.granted == 370 * 7 * 15 * 100
    assert found.result_unit == Decimal(370 * 7 * 15) * Decimal("0.2") / 12


def test_a_course_is_reckoned_by_its_own_hours(ws: Workspace) -> None:
    planned(ws)
    found = grant_of_course(ws, CODE)
    assert found is not None
    assert (found.minutes, found.complementary_minutes, found.granted) == (370 * 60, 600, 3_759_340)
    assert (found.resolved, found.request.day) == (None, date(2024, 1, 15))


def test_a_course_that_nobody_pays_for_has_no_grant(ws: Workspace) -> None:
    planned(ws, own_request())
    assert grant_of_course(ws, CODE) is None


def test_a_course_in_another_province_is_paid_at_its_rate(ws: Workspace) -> None:
    planned(ws, request(province="Teruel"))
    found = grant_of_course(ws, CODE)
    assert found is not None
    assert euros(found.granted) == Decimal("37840.40")
