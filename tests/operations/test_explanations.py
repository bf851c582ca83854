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
from cpepa_desktop.exchange.call_file import load_flat_call, official_calls
from cpepa_desktop.operations.explanation_words import answer_word, rule_title
from cpepa_desktop.operations.explanations import (
    Frame,
    explain,
    missing_words,
    norm_words,
    source_words,
    sources_of,
)
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.rules.attendance import (
    FundingTerms,
    additional_seat,
    diploma_attendance,
    funded,
    module_test,
)
from cpepa_desktop.rules.joining import Window, joins_action, joins_module
from cpepa_desktop.rules.leaving import leavers_borne, notice_in_time
from cpepa_desktop.rules.scheduling import block_hours, daily_hours
from cpepa_desktop.rules.tally import BlockCalendar

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
OFFICIAL = next(text for text in official_calls() if text.id == "EPE-873-2023")
FRAME = Frame(load_flat_call(OFFICIAL.content, OFFICIAL.id), date(2024, 1, 15))


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
    (told,) = explain(verdict).readings
    assert told.outcome == f"sí. {sentence}"
    assert told.other.startswith(("Si ", "Con ", "Contando "))


def test_with_the_call_at_hand_both_answers_to_the_question_are_given() -> None:
    other, sentence = SAID["reached"]
    verdict = Verdict("funded", Answer.NO, "additional_seat", HERE, alternatives={"action_share_base": other})
    (told,) = explain(verdict, FRAME).readings
    assert told.question == "¿El 75 % y el 25 % de la acción son con las horas del módulo complementario?"
    assert (told.settled, told.other) == ("Con ellas", "Sin ellas")
    assert told.outcome == f"sí. {sentence}"
    assert told.citation == "EPE/873/2023, ap. 8.1, 17.4 y 19.1"


@pytest.mark.parametrize(
    ("attended", "figures"),
    [
        (285, "4 × 285 h ≥ 3 × 380 h: 1140 h ≥ 1140 h"),
        (284, "4 × 284 h < 3 × 380 h: 1136 h < 1140 h"),
    ],
)
def test_a_share_is_compared_by_products_and_nothing_is_divided(attended: int, figures: str) -> None:
    tally = Tally(BASE, attended=attended * 60, unjustified=BASE - attended * 60)
    formula = explain(module_test(tally, SHARE)).formula
    assert formula == ("Asistido ≥ parte que se pide × horas oficiales del módulo", figures)


def test_while_it_is_not_decided_what_can_be_reached_is_compared_too() -> None:
    tally = Tally(BASE, attended=100 * 60, to_come=BASE - 100 * 60)
    *_rest, reachable = explain(module_test(tally, SHARE)).formula
    assert reachable == "Lo más que puede alcanzar: 4 × 380 h ≥ 3 × 380 h: 1520 h ≥ 1140 h"


def test_a_whole_share_is_compared_as_it_is() -> None:
    whole = Parameter("module_test_share", Decimal(1), "/1", HERE, SINCE)
    assert explain(module_test(Tally(600, attended=600), whole)).formula[1] == "10 h ≥ 10 h"


def test_limits_are_compared_side_by_side() -> None:
    assert explain(daily_hours(300, LEAST, MOST)).formula[1] == "3 h ≤ 5 h · 5 h ≤ 8 h"
    assert explain(daily_hours(481, LEAST, MOST)).formula[1] == "3 h ≤ 8:01 h · 8:01 h > 8 h"
    assert explain(block_hours(4140, 4200, HERE)).formula[1] == "69 h ≤ 70 h"


def test_figures_of_the_call_say_where_they_stand_and_when_they_were_read() -> None:
    (source,) = explain(SAID["reached"][0], FRAME).sources
    assert source_words(source) == (
        "Asistencia al módulo para la prueba final: 75 %, desde el vie 18 oct 2013 (ESS/1897/2013, "
        "art. 18.2). Texto leído por última vez el vie 20 nov 2026."
    )


def test_an_amount_of_the_call_is_said_in_euros() -> None:
    (source,) = sources_of(FRAME, "centre_request_cap")
    assert source.value == "600.000,00 €".replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("verdict", "labels"),
    [
        (
            funded(QUARTER_DONE, TERMS, left(LeaveCause.JOB)),
            ["Asistencia exigida a quien deja el curso por un empleo", "Días entre la baja y el contrato"],
        ),
        (
            funded(QUARTER_DONE, TERMS, left(LeaveCause.ILLNESS)),
            ["Asistencia exigida a quien causa baja por enfermedad o accidente"],
        ),
        (funded(QUARTER_DONE, TERMS, None), ["Asistencia a la acción para ser subvencionable"]),
        (
            additional_seat(HERE),
            ["Participantes subvencionables", "Participantes adicionales sin subvención"],
        ),
        (
            daily_hours(300, LEAST, MOST),
            ["Horas diarias como mínimo", "Horas diarias como máximo"],
        ),
        (block_hours(1, 2, HERE), []),
    ],
)
def test_each_verdict_names_the_figures_it_was_judged_by(verdict: Verdict, labels: list[str]) -> None:
    assert [source.label for source in explain(verdict, FRAME).sources] == labels


def test_an_explanation_is_copied_whole_as_text() -> None:
    text = explain(SAID["reached"][0], FRAME).as_text()
    assert text.startswith("Derecho a la prueba final del módulo\nSí.\nHa asistido 67:30 h")
    for part in (
        "Asistido: 67:30 h",
        "4 × 67:30 h ≥ 3 × 90 h: 270 h ≥ 270 h",
        "EPE/873/2023, ap. 19.1",
        "Orden EPE/873/2023, de 5 de julio",
        "aquellas que hayan asistido al menos al setenta y cinco por ciento de las horas lectivas",
        "Texto leído por última vez el vie 20 nov 2026.",
    ):
        assert part in text


def test_both_readings_are_copied_with_what_the_other_would_say() -> None:
    other, _sentence = SAID["reached"]
    verdict = Verdict("funded", Answer.NO, "additional_seat", HERE, alternatives={"action_share_base": other})
    text = explain(verdict, FRAME).as_text()
    assert "Se sigue: Con ellas\nOtra lectura: Sin ellas\nCon ella: sí. Ha asistido" in text


@pytest.mark.parametrize(
    ("norm", "words"),
    [
        ("ESS/1897/2013", "BOE-A-2013-10861. En vigor desde el vie 18 oct 2013."),
        ("RD 34/2008", "En vigor desde el vie 1 feb 2008. Derogada con efectos del dom 23 jul 2023."),
    ],
)
def test_an_article_says_where_its_norm_was_published_and_what_became_of_it(norm: str, words: str) -> None:
    (article,) = articles_of(Citation(norm, "art. 1"))
    assert norm_words(article).endswith(words)


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (
            Citation("ESS/1897/2013", "art. 99"),
            "consúltelo en BOE-A-2013-10861, https://www.boe.es/eli/es/o/2013/10/10/ess1897.",
        ),
        (Citation("Convenio", "vigencia"), "consúltelo en la publicación oficial o en su centro."),
    ],
)
def test_an_article_without_wording_says_where_to_read_it(citation: Citation, words: str) -> None:
    (article,) = articles_of(citation)
    assert missing_words(article).startswith("El texto no viene con el programa: ")
    assert missing_words(article).endswith(words)


def test_every_answer_has_its_word() -> None:
    assert [answer_word(answer) for answer in Answer] == ["sí", "no", "pendiente"]


def test_a_reason_or_a_number_without_words_is_a_bug() -> None:
    with pytest.raises(KeyError):
        explain(Verdict("funded", Answer.NO, "because", HERE))
    with pytest.raises(KeyError):
        explain(Verdict("funded", Answer.NO, "additional_seat", HERE, {"moons": 3}))


DAYS_OF_CLASS = [(date(2024, 1, 15 + n), 300) for n in range(5)]
WINDOW = Window(Parameter("substitution_days", 5, "days", HERE, SINCE), QUARTER)
QUARTER_TAUGHT = BlockCalendar.of(2400, DAYS_OF_CLASS)
LONG_ACTION = BlockCalendar.of(22_800, DAYS_OF_CLASS)


@pytest.mark.parametrize(
    ("verdict", "sentence", "figures"),
    [
        (
            joins_action(LONG_ACTION, date(2024, 1, 17), WINDOW),
            "Es el día lectivo 3 de los 5 que se admiten, con 10 h impartidas de 380 h.",
            ("3 ≤ 5", "4 × 10 h ≤ 380 h: 40 h ≤ 380 h"),
        ),
        (
            joins_module(QUARTER_TAUGHT, "MF1017_2", date(2024, 1, 18), WINDOW),
            "Se han impartido 15 h de 40 h, más del 25 % hasta el que se admite.",
            ("4 ≤ 5", "4 × 15 h > 40 h: 60 h > 40 h"),
        ),
        (
            joins_action(LONG_ACTION, date(2024, 1, 20), WINDOW),
            "Sería el día lectivo 6 y el último es el 5.",
            ("6 > 5", "4 × 25 h ≤ 380 h: 100 h ≤ 380 h"),
        ),
        (
            notice_in_time(CONTRACT, date(2024, 2, 20), CONTRACT, HERE, is_excepted=False),
            "Se comunicó el mar 20 feb 2024; el plazo acababa el mié 21 feb 2024.",
            ("mar 20 feb 2024 ≤ mié 21 feb 2024",),
        ),
        (
            notice_in_time(CONTRACT, date(2024, 2, 22), CONTRACT, HERE, is_excepted=False),
            "Se comunicó el jue 22 feb 2024 y el plazo acababa el mié 21 feb 2024.",
            ("jue 22 feb 2024 > mié 21 feb 2024",),
        ),
        (
            notice_in_time(CONTRACT, None, CONTRACT, HERE, is_excepted=False),
            "Todavía no se ha comunicado; el plazo acaba el mié 21 feb 2024.",
            (),
        ),
        (
            leavers_borne(LONG_ACTION, [date(2024, 1, 16)] * 3, 13, QUARTER, SHARE),
            "Hay 0 abandonos de los 9 que se toleran.",
            ("0 ≤ 9",),
        ),
    ],
)
def test_joining_leaving_and_notices_are_told_with_what_was_compared(
    verdict: Verdict, sentence: str, figures: tuple[str, ...]
) -> None:
    explanation = explain(verdict, FRAME)
    assert explanation.sentence == sentence
    assert explanation.formula[1:] == figures
    assert explanation.sources
