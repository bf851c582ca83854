"""«¿Por qué?» of money: every verdict the rules of the grant can give, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.grant import AdvanceFacts, AdvanceKind
from cpepa_desktop.domain.law import Citation, Verdict
from cpepa_desktop.operations.explanation_money import money_reasons
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.rules.grant import (
    actions_within,
    grants_within_cap,
    may_ask_advance,
    requests_within_cap,
    support_within_hours,
)

HERE = Citation("EPE/873/2023", "ap. 17.1")
SINCE, NOTIFIED, TODAY = date(2023, 7, 5), date(2023, 10, 5), date(2023, 11, 2)
SHARE = Parameter("advance_initial_share", Decimal("0.25"), "/1", HERE, SINCE)
UNTIL = Parameter("advance_initial_until", date(2023, 12, 31), "day", HERE, SINCE)
CAP = Parameter("centre_grant_cap", 20_000_000, "cents", HERE, SINCE)
ONE, TWO = (Parameter("speciality_actions", count, "actions", HERE, SINCE) for count in (1, 2))
INITIAL, SECOND, SINGLE = AdvanceKind


def advance(kind: AdvanceKind, facts: AdvanceFacts, until: Parameter[date] | None = UNTIL) -> Verdict:
    return may_ask_advance(kind, facts, SHARE, until)


def facts(today: date = TODAY, started: date | None = None, *asked: AdvanceKind) -> AdvanceFacts:
    return AdvanceFacts(today, NOTIFIED, started, frozenset(asked))


SAID: Mapping[str, tuple[Verdict, str]] = {
    "already_asked": (advance(INITIAL, facts(TODAY, None, INITIAL)), "Ese anticipo ya se ha pedido."),
    "single_excludes": (
        advance(SINGLE, facts(TODAY, TODAY, INITIAL)),
        "El anticipo único es en lugar de los otros dos: ya se ha pedido otro.",
    ),
    "grant_not_notified": (
        advance(INITIAL, AdvanceFacts(TODAY)),
        "Falta el día en que se notificó la concesión.",
    ),
    "can_ask": (advance(INITIAL, facts(), None), "La concesión se notificó el jue 5 oct 2023."),
    "can_ask_until": (
        advance(INITIAL, facts()),
        "La concesión se notificó el jue 5 oct 2023 y puede pedirse hasta el dom 31 dic 2023.",
    ),
    "asked_too_late": (
        advance(INITIAL, facts(date(2024, 1, 1))),
        "Solo podía pedirse hasta el dom 31 dic 2023.",
    ),
    "start_not_proved": (
        advance(SECOND, facts()),
        "Falta acreditar el inicio: la declaración de inicio de actividad formativa.",
    ),
    "start_proved": (advance(SECOND, facts(TODAY, TODAY)), "El inicio se acreditó el jue 2 nov 2023."),
    "over_request_cap": (
        requests_within_cap(20_000_001, 0, CAP),
        "El centro pide 200.000,01 € y el máximo es 200.000,00 €.",
    ),
    "within_request_cap": (
        requests_within_cap(20_000_000, 0, CAP),
        "El centro pide 200.000,00 € de los 200.000,00 € que puede pedir.",
    ),
    "amounts_missing": (
        requests_within_cap(100, 2, CAP),
        "El centro pide 1,00 € de 200.000,00 €, y hay 2 sin importe conocido.",
    ),
    "over_grant_cap": (
        grants_within_cap(20_000_001, 0, 0, CAP),
        "Se han concedido 200.000,01 € y el máximo es 200.000,00 €.",
    ),
    "may_pass_grant_cap": (
        grants_within_cap(0, 20_000_001, 0, CAP),
        (
            "Se han concedido 0,00 €; con los 200.000,01 € sin resolver se pasaría de 200.000,00 €: puede "
            "que no se concedan todos."
        ),
    ),
    "grants_missing": (
        grants_within_cap(100, 200, 1, CAP),
        (
            "Se han concedido 1,00 € y faltan por resolver 2,00 €, de un máximo de 200.000,00 €, y hay 1 sin "
            "importe conocido."
        ),
    ),
    "within_grant_cap": (
        grants_within_cap(100, 200, 0, CAP),
        "Se han concedido 1,00 € y faltan por resolver 2,00 €, de un máximo de 200.000,00 €.",
    ),
    "actions_within": (
        actions_within([""], ONE, TWO, has_priority=False),
        "Se piden 1, de 1 como máximo.",
    ),
    "too_many_actions": (
        actions_within(["", ""], ONE, TWO, has_priority=False),
        "Se piden 2 y el máximo es 1.",
    ),
    "zone_unknown": (
        actions_within(["", ""], ONE, TWO, has_priority=None),
        (
            "Se piden 2. Solo se admiten en la zona comarcal central de Zaragoza (comarcas de Zaragoza, "
            "Campo de Cariñena y Campo de Belchite): compruebe que el centro está en ella."
        ),
    ),
    "support_within": (
        support_within_hours(6000, 22800, HERE),
        "100 h caben en las 380 h de la acción.",
    ),
    "support_too_long": (
        support_within_hours(22801, 22800, HERE),
        "380:01 h de apoyo superan las 380 h de la acción.",
    ),
}


@pytest.mark.parametrize("reason", SAID)
def test_every_reason_has_its_sentence(reason: str) -> None:
    verdict, sentence = SAID[reason]
    assert verdict.reason == reason
    assert explain(verdict).sentence.replace("\N{NO-BREAK SPACE}", " ") == sentence


def test_no_reason_is_left_without_an_example() -> None:
    assert set(SAID) == set(money_reasons())


def test_a_cap_is_compared_in_figures() -> None:
    over, mixed = explain(SAID["over_request_cap"][0]), explain(SAID["within_grant_cap"][0])
    figures = [each.formula[1].replace("\N{NO-BREAK SPACE}", " ") for each in (over, mixed)]
    assert figures == ["200.000,01 € > 200.000,00 €", "1,00 € + 2,00 € = 3,00 € ≤ 200.000,00 €"]
