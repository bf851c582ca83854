"""What a centre writes into a call gives a new whole text; what is wrong is refused, the old text stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.call import DayKind, Side, Term, Value
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.exchange.call_editing import (
    with_deadlines,
    with_execution,
    with_filled,
    with_reading,
    with_term,
)
from cpepa_desktop.exchange.call_file import load_flat_call, official_calls

SINCE, CHECKED = date(2026, 9, 1), date(2026, 9, 15)
AGREEMENT = Citation("Convenio", "cláusula 4ª")


def text_of(call_id: str) -> str:
    return next(text.content for text in official_calls() if text.id == call_id)


def filled(text: str, name: str, value: Value, since: date = SINCE, citation: Citation = AGREEMENT) -> str:
    return with_filled(text, name, value, since=since, citation=citation, checked_on=CHECKED)


@pytest.mark.parametrize(
    ("name", "value"),
    [("subsidised_seats", 15), ("unit_cost_huesca", Decimal("7.53")), ("product_share", Decimal("0.80"))],
)
def test_a_figure_filled_in_is_in_force_from_its_day_with_its_source(name: str, value: Value) -> None:
    text = filled(text_of("inaem-agreement"), name, value)
    call = load_flat_call(text, "convenio")
    assert name not in call.to_fill()
    figure = call.optional(name, SINCE)
    assert figure is not None
    assert (figure.value, figure.citation, figure.checked_on) == (value, AGREEMENT, CHECKED)
    assert call.optional(name, date(2026, 8, 31)) is None


def test_a_later_figure_leaves_the_earlier_one_for_its_days() -> None:
    text = filled(
        filled(text_of("inaem-agreement"), "subsidised_seats", 15), "subsidised_seats", 12, date(2027, 1, 1)
    )
    call = load_flat_call(text, "convenio")
    seats = [call.count("subsidised_seats", day).value for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert seats == [15, 12]


@pytest.mark.parametrize(
    ("name", "value", "citation"),
    [
        ("subsidised_seats", 26, AGREEMENT),
        ("subsidised_seats", "quince", AGREEMENT),
        ("unit_cost_huesca", Decimal("13.51"), AGREEMENT),
        ("subsidised_seats", 15, Citation("Un papel", "página 1")),
        ("subsidised_seats", 15, Citation("Convenio", "")),
    ],
)
def test_a_figure_that_cannot_be_or_has_no_source_is_refused(
    name: str, value: Value, citation: Citation
) -> None:
    with pytest.raises(Refused, match=name):
        filled(text_of("inaem-agreement"), name, value, citation=citation)


def test_a_figure_for_a_day_already_passed_over_is_refused() -> None:
    text = filled(text_of("inaem-agreement"), "subsidised_seats", 15)
    with pytest.raises(Refused, match="más antigua"):
        filled(text, "subsidised_seats", 12)


def test_lists_can_be_filled_in_too() -> None:
    text = filled(text_of("own-resources"), "start_gates", ("authorisation_received", "insurance_formalised"))
    gates = load_flat_call(text, "propia").texts("start_gates", SINCE)
    assert gates.value == ("authorisation_received", "insurance_formalised")


def test_the_days_of_the_agreement_open_its_window() -> None:
    text = with_execution(
        text_of("inaem-agreement"),
        first_day=date(2026, 9, 1),
        last_day=date(2027, 6, 30),
        citation=AGREEMENT,
        checked_on=CHECKED,
    )
    window = load_flat_call(text, "convenio").execution
    assert (window.first_day, window.last_day, window.is_to_fill) == (
        date(2026, 9, 1),
        date(2027, 6, 30),
        False,
    )
    assert window.citation == AGREEMENT


def test_a_window_may_have_no_end_and_never_ends_before_it_starts() -> None:
    def windowed(last_day: date | None) -> str:
        return with_execution(
            text_of("own-resources"),
            first_day=date(2026, 9, 1),
            last_day=last_day,
            citation=AGREEMENT,
            checked_on=CHECKED,
        )

    assert load_flat_call(windowed(None), "propia").execution.last_day is None
    assert load_flat_call(windowed(date(2026, 9, 1)), "propia").execution.last_day == date(2026, 9, 1)
    with pytest.raises(Refused, match="al revés"):
        windowed(date(2026, 8, 31))


def test_another_reading_is_one_of_those_the_program_can_follow() -> None:
    text = with_reading(text_of("EPE-873-2023"), "job_contract_days", "working")
    reading = load_flat_call(text, "otra").reading("job_contract_days")
    assert (reading.value, reading.alternatives) == ("working", ("calendar",))
    assert reading.text("working") == "Hábiles"
    with pytest.raises(Refused, match="job_contract_days"):
        with_reading(text_of("EPE-873-2023"), "job_contract_days", "lunar")


def test_obligations_are_switched_on_one_by_one() -> None:
    before = load_flat_call(text_of("local-entity"), "local")
    text = with_deadlines(text_of("local-entity"), {"start_communication": True, "evaluation_record": False})
    after = load_flat_call(text, "local")
    changed = {
        name
        for name in after.deadlines
        if after.deadlines[name].is_active != before.deadlines[name].is_active
    }
    assert changed == {"start_communication", "evaluation_record"}
    assert after.deadline("start_communication").is_active


@pytest.mark.parametrize(
    "term",
    [
        Term(2, DayKind.MONTH, Anchor.COURSE_END, Side.AFTER, AGREEMENT),
        Term(3, DayKind.TEACHING, Anchor.COURSE_START, Side.AFTER, AGREEMENT, is_inclusive=True),
        Term(0, DayKind.FIXED, Anchor.FIXED, Side.BEFORE, AGREEMENT, day=date(2027, 6, 30)),
    ],
)
def test_a_term_to_fill_takes_what_the_agreement_says(term: Term) -> None:
    text = text_of("inaem-agreement")
    assert "economic_justification" in load_flat_call(text, "convenio").to_fill()
    call = load_flat_call(with_term(text, "economic_justification", term, checked_on=CHECKED), "convenio")
    assert call.deadline("economic_justification").due == term
    assert "economic_justification" not in call.to_fill()
