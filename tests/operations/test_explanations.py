"""«¿Por qué?»: every verdict the rules can give, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.domain.leaving import LeaveCause, Leaving
from cpepa_desktop.operations.explanations import answer_word, explain, rule_title
from cpepa_desktop.rules.attendance import (
    FundingTerms,
    additional_seat,
    diploma_attendance,
    funded,
    module_test,
)
from cpepa_desktop.rules.scheduling import block_hours, daily_hours

HERE = Citation("EPE/873/2023", "ap. 19.1")
SINCE = date(2023, 7, 5)
SHARE = Parameter("attendance_share", Decimal("0.75"), "/1", HERE, SINCE)
QUARTER = Parameter("job_share", Decimal("0.25"), "/1", HERE, SINCE)
LEAST, MOST = (Parameter(name, minutes, "min", HERE, SINCE) for name, minutes in (("a", 180), ("b", 480)))
DAYS = Parameter("job_contract_days", 5, "days", HERE, SINCE)
TERMS = FundingTerms(SHARE, QUARTER, QUARTER, DAYS, is_counted=lambda _day: True)
BASE = 380 * 60
QUARTER_DONE = Tally(BASE, attended=95 * 60, outside=285 * 60)
CONTRACT = date(2024, 2, 21)


def left(cause: LeaveCause, contract: date | None = CONTRACT, *, idle: bool | None = True) -> Leaving:
    return Leaving(date(2024, 2, 16), cause, contract, idle)


SAID: Mapping[str, tuple[Verdict, str]] = {
    "reached": (
        module_test(Tally(5400, attended=4050, unjustified=1350), SHARE),
        "Ha asistido 67:30 h de las 67:30 h que se piden.",
    ),
    "unreachable": (
        module_test(Tally(5400, attended=4049, unjustified=1351), SHARE),
        (
            "Aunque asista a todo lo que queda llegará a 67:29 h: le faltan 0:01 h para las 67:30 h que se "
            "piden."
        ),
    ),
    "no_hours": (
        module_test(Tally(0), SHARE),
        "Todas las horas se impartieron antes de su incorporación.",
    ),
    "on_track": (
        module_test(Tally(5400, attended=1800, to_come=3600), SHARE),
        "Lleva 30 h; le faltan 37:30 h y aún puede faltar 22:30 h.",
    ),
    "behind": (
        module_test(Tally(5400, attended=600, unjustified=600, to_come=4200), SHARE),
        "Lleva 10 h, por debajo de su parte de lo impartido; aún puede faltar 12:30 h.",
    ),
    "schedule_gap": (
        diploma_attendance({"MF1017_2": Tally(4200, attended=3900, to_come=300, gap=300)}, SHARE),
        (
            "Ha asistido 65 h de 52:30 h, pero el calendario no tiene las horas oficiales: faltan 5 h por "
            "programar y hasta entonces no hay un sí definitivo."
        ),
    ),
    "additional_seat": (
        additional_seat(HERE),
        "Ocupa una plaza adicional, por la que no se concede subvención.",
    ),
    "not_unemployed_at_start": (
        funded(QUARTER_DONE, TERMS, left(LeaveCause.JOB, idle=False)),
        "No estaba en desempleo al iniciar la acción.",
    ),
    "contract_start_missing": (
        funded(QUARTER_DONE, TERMS, left(LeaveCause.JOB, None)),
        "Falta la fecha de inicio del contrato, que puede ser hasta el mié 21 feb 2024.",
    ),
    "contract_too_late": (
        funded(QUARTER_DONE, TERMS, left(LeaveCause.RECALL, date(2024, 2, 22))),
        "El contrato empieza el jue 22 feb 2024 y debía empezar como tarde el mié 21 feb 2024.",
    ),
    "status_at_start_missing": (
        funded(QUARTER_DONE, TERMS, left(LeaveCause.JOB, idle=None)),
        "Falta la situación laboral al inicio de la acción.",
    ),
    "too_long": (daily_hours(481, LEAST, MOST), "8:01 h superan el máximo de 8 h."),
    "too_short": (daily_hours(179, LEAST, MOST), "2:59 h no llegan al mínimo de 3 h."),
    "within": (daily_hours(300, LEAST, MOST), "5 h están entre 3 h y 8 h."),
    "too_many": (block_hours(4260, 4200, HERE), "71 h programadas superan las 70 h oficiales."),
    "exact": (block_hours(4200, 4200, HERE), "Están programadas las 70 h oficiales."),
    "gap": (block_hours(4140, 4200, HERE), "Hay 69 h programadas de 70 h oficiales."),
}


@pytest.mark.parametrize("reason", SAID)
def test_every_reason_has_its_sentence(reason: str) -> None:
    verdict, sentence = SAID[reason]
    assert verdict.reason == reason
    assert explain(verdict).sentence == sentence
    assert explain(verdict).title == rule_title(verdict.rule)


def test_the_numbers_compared_are_shown_with_their_article() -> None:
    explanation = explain(funded(QUARTER_DONE, TERMS, left(LeaveCause.JOB)))
    assert explanation.title == "Participante subvencionable"
    assert explanation.citation == "EPE/873/2023, ap. 19.1"
    assert dict(explanation.lines) == {
        "Asistido": "95 h",
        "Se pide": "95 h",
        "Horas oficiales": "380 h",
        "Lo más que puede alcanzar": "95 h",
        "Parte que se pide": "25 %",
        "Último día de clase": "vie 16 feb 2024",
        "Contrato, como tarde": "mié 21 feb 2024",
        "Inicio del contrato": "mié 21 feb 2024",
        "Supuesto": "baja por empleo",
    }


def test_a_gap_and_the_module_that_decides_are_shown() -> None:
    lines = dict(explain(SAID["schedule_gap"][0]).lines)
    assert (lines["Sin programar"], lines["Módulo que decide"]) == ("5 h", "MF1017_2")


@pytest.mark.parametrize("cause", [cause for cause in LeaveCause if cause is not LeaveCause.OTHER])
def test_every_way_of_leaving_has_its_words(cause: LeaveCause) -> None:
    lines = dict(explain(funded(QUARTER_DONE, TERMS, left(cause))).lines)
    assert lines["Supuesto"].startswith("baja por ")


@pytest.mark.parametrize(
    ("share", "words"), [("0.75", "75 %"), ("1", "100 %"), ("0.625", "62,5 %"), ("0.10", "10 %")]
)
def test_a_share_is_said_as_a_percentage(share: str, words: str) -> None:
    parameter = Parameter("module_test_share", Decimal(share), "/1", HERE, SINCE)
    lines = dict(explain(module_test(Tally(600, attended=600), parameter)).lines)
    assert lines["Parte que se pide"] == words


@pytest.mark.parametrize(
    "question",
    ["justified_absences_count", "action_share_base", "late_joiner_base", "job_contract_days"],
)
def test_what_another_reading_answers_is_told(question: str) -> None:
    other, sentence = SAID["reached"]
    verdict = Verdict("funded", Answer.NO, "additional_seat", HERE, alternatives={question: other})
    (told,) = explain(verdict).alternatives
    assert told.endswith(f": sí. {sentence}")


def test_every_answer_has_its_word() -> None:
    assert [answer_word(answer) for answer in Answer] == ["sí", "no", "pendiente"]


def test_a_reason_or_a_number_without_words_is_a_bug() -> None:
    with pytest.raises(KeyError):
        explain(Verdict("funded", Answer.NO, "because", HERE))
    with pytest.raises(KeyError):
        explain(Verdict("funded", Answer.NO, "additional_seat", HERE, {"moons": 3}))
