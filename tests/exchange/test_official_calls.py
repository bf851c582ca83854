"""The calls that come with the program say what the texts say."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.applications import ItemKind, ItemWhen
from cpepa_desktop.domain.call import Call, DayKind, Side, Term, ToFill
from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import OBLIGATIONS, Anchor, Subject
from cpepa_desktop.domain.parameters import PARAMETERS, READINGS
from cpepa_desktop.exchange.call_file import (
    call_text,
    flatten,
    load_call,
    load_flat_call,
    official_calls,
)
from cpepa_desktop.exchange.catalogue_file import ANNEX_CALL, load_official

DAY = date(2024, 1, 15)
ORDER = "EPE/873/2023"


def official(call_id: str) -> Call:
    content = next(text.content for text in official_calls() if text.id == call_id)
    return load_flat_call(content, call_id)


def test_four_calls_come_with_the_program_each_under_its_own_route() -> None:
    assert {text.id: official(text.id).routes for text in official_calls()} == {
        "EPE-873-2023": (Route.CALL,),
        "inaem-agreement": (Route.AGREEMENT,),
        "local-entity": (Route.LOCAL,),
        "own-resources": (Route.OWN,),
    }


def test_a_packaged_call_loads_from_its_own_text_alone_with_its_hash() -> None:
    for text in official_calls():
        assert load_call(text.content, text.id, lambda _name: None).id == text.id
        assert text.sha256 == hashlib.sha256(text.content.encode()).hexdigest()
        assert flatten(text.content, text.id) == text.content
        assert call_text(text.id, text.content) == text


def test_the_reference_call_answers_every_open_question_and_dates_every_obligation() -> None:
    call = official("EPE-873-2023")
    assert set(call.readings) == set(READINGS)
    assert set(call.deadlines) == set(OBLIGATIONS)
    assert set(PARAMETERS) - set(call.histories) == {
        "unit_cost_zaragoza",
        "unit_cost_huesca",
        "unit_cost_teruel",
    }
    assert call.to_fill() == ("other_support_rate", "learner_grants")
    assert call.pays
    assert call.provinces == tuple(Province)
    assert call.offers == ANNEX_CALL
    assert all(deadline.is_active for deadline in call.deadlines.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("subsidised_seats", 13),
        ("additional_seats", 2),
        ("additional_seats_by_room", True),
        ("group_limit", 25),
        ("recommended_minimum", 7),
        ("unemployed_share", Decimal("0.70")),
        ("employed_share", Decimal("0.30")),
        ("public_workers_admitted", False),
        ("preregistration_limit", 150),
        ("day_limit", 480),
        ("day_minimum", 180),
        ("trainers_per_module", 2),
        ("attendance_share", Decimal("0.75")),
        ("module_test_share", Decimal("0.75")),
        ("diploma_share", Decimal("0.75")),
        ("job_share", Decimal("0.25")),
        ("health_share", Decimal("0.25")),
        ("exception_share", Decimal("0.65")),
        ("job_contract_days", 5),
        ("short_contract_share", Decimal("0.25")),
        ("family_event_days", 2),
        ("family_event_days_away", 3),
        ("travel_time", 60),
        ("unjustified_per_month", 3),
        ("substitution_days", 5),
        ("substitution_share", Decimal("0.25")),
        ("late_join_days", 5),
        ("late_join_share", Decimal("0.25")),
        ("dropout_from_share", Decimal("0.25")),
        ("dropout_tolerance", Decimal("0.20")),
        ("pass_mark", 500),
        ("process_weight", Decimal("0.30")),
        ("test_weight", Decimal("0.70")),
        ("test_calls", 2),
        ("notable_from", 700),
        ("outstanding_from", 900),
        ("evaluation_regime_cut", date(2024, 1, 1)),
        ("product_share", Decimal("0.80")),
        ("result_share", Decimal("0.20")),
        ("result_divisor", 10),
        ("diploma_result_share", Decimal(1)),
        ("unit_cost_limit", Decimal(9)),
        ("unit_cost_increase", Decimal("0.50")),
        ("sign_language_rate", Decimal(26)),
        ("support_rate", Decimal("12.50")),
        ("advance_initial_share", Decimal("0.25")),
        ("advance_after_start_share", Decimal("0.35")),
        ("advance_single_share", Decimal("0.60")),
        ("advance_initial_until", date(2023, 12, 31)),
        ("centre_grant_cap", 20_000_000),
        ("centre_request_cap", 60_000_000),
        ("minimum_score", 50),
        ("repayment_floor", Decimal("0.25")),
        ("justification_system", "modules"),
        ("document_years", 5),
    ],
)
def test_the_reference_call_gives_the_figure_of_the_order(name: str, value: object) -> None:
    figure = official("EPE-873-2023").optional(name, DAY)
    assert figure is not None
    assert figure.value == value
    assert figure.citation.norm
    assert figure.citation.place
    assert figure.checked_on == date(2026, 11, 20)


def term(
    number: int, kind: DayKind, anchor: Anchor, side: Side, *, inclusive: bool = False
) -> tuple[object, ...]:
    return number, kind, anchor, side, inclusive


def shape(found: Term | None) -> tuple[object, ...] | None:
    if found is None:
        return None
    return term(found.number, found.kind, found.anchor, found.side, inclusive=found.is_inclusive)


def before(
    number: int, anchor: Anchor = Anchor.COURSE_START, kind: DayKind = DayKind.CALENDAR
) -> tuple[object, ...]:
    return term(number, kind, anchor, Side.BEFORE)


def after(number: int, anchor: Anchor, kind: DayKind, *, inclusive: bool = False) -> tuple[object, ...]:
    return term(number, kind, anchor, Side.AFTER, inclusive=inclusive)


@pytest.mark.parametrize(
    ("name", "due", "safe"),
    [
        ("calendar_communication", before(1), None),
        ("advance_request", before(1), None),
        ("candidate_request", before(15, Anchor.SELECTION), before(15, Anchor.SELECTION, DayKind.WORKING)),
        ("start_communication", before(7), None),
        ("conditions_sheet", before(7), None),
        ("trainer_registration", before(7), None),
        ("accident_insurance", before(4), None),
        ("selection_record", before(4), None),
        ("participant_registration", after(3, Anchor.JOINING, DayKind.TEACHING, inclusive=True), None),
        (
            "leaver_communication",
            after(4, Anchor.LEAVING, DayKind.TEACHING),
            after(0, Anchor.LEAVING, DayKind.CALENDAR),
        ),
        ("attendance_weekly", after(1, Anchor.WEEK, DayKind.WEEK), None),
        ("virtual_weekly", after(1, Anchor.WEEK, DayKind.WEEK), None),
        ("virtual_final", after(1, Anchor.COURSE_END, DayKind.WEEK), None),
        ("incidents", after(0, Anchor.INCIDENT, DayKind.CALENDAR), None),
        ("learner_grants", None, None),
        *(
            (
                name,
                after(15, Anchor.COURSE_END, DayKind.WORKING),
                after(15, Anchor.COURSE_END, DayKind.CALENDAR),
            )
            for name in ("diplomas", "individual_reports", "evaluation_record", "complementary_record")
        ),
        ("economic_justification", after(1, Anchor.COURSE_END, DayKind.MONTH), None),
        ("grant_application", after(10, Anchor.CALL_PUBLISHED, DayKind.WORKING), None),
        ("grant_renunciation", after(1, Anchor.GRANT_NOTIFIED, DayKind.MONTH), None),
        ("preregistration_opening", before(2, kind=DayKind.MONTH), None),
        (
            "preregistration_closing",
            before(3, Anchor.SELECTION),
            before(3, Anchor.SELECTION, DayKind.WORKING),
        ),
        ("publicity_opening", before(2, kind=DayKind.MONTH), None),
        ("change_communication", before(3, Anchor.CHANGE), None),
        ("start_change_communication", before(7), None),
        ("disability_support", after(10, Anchor.JOINING, DayKind.TEACHING), None),
        ("substitution_limit", after(5, Anchor.COURSE_START, DayKind.TEACHING, inclusive=True), None),
        ("requirement_answer", after(15, Anchor.REQUIREMENT, DayKind.WORKING), None),
        ("excess_repayment", after(1, Anchor.COURSE_END, DayKind.MONTH), None),
        ("document_keeping", after(5, Anchor.JUSTIFICATION_CLOSED, DayKind.YEAR), None),
        ("workplace_module_start", after(4, Anchor.LAST_MODULE_END, DayKind.MONTH), None),
    ],
)
def test_the_reference_call_gives_the_term_of_the_text(
    name: str, due: tuple[object, ...] | None, safe: tuple[object, ...] | None
) -> None:
    deadline = official("EPE-873-2023").deadline(name)
    assert (shape(deadline.due), shape(deadline.safe)) == (due, safe)
    assert deadline.citation.place


def test_the_limit_of_execution_has_the_days_of_both_texts() -> None:
    call = official("EPE-873-2023")
    limit = call.deadline("execution_limit")
    assert limit.due is not None
    assert limit.safe is not None
    assert (limit.due.day, limit.due.citation) == (date(2024, 10, 31), Citation(ORDER, "ap. 18.2"))
    assert (limit.safe.day, limit.safe.citation) == (date(2024, 10, 30), Citation(ORDER, "Guía 6"))
    assert (call.execution.last_day, call.execution.safe_last_day) == (limit.due.day, limit.safe.day)
    assert call.execution.from_event is Anchor.GRANT_NOTIFIED


def test_a_second_text_shares_the_anchor_of_the_first() -> None:
    other = official("EPE-873-2023").deadline("participant_registration").other
    assert shape(other) == after(3, Anchor.JOINING, DayKind.TEACHING)
    opens = official("EPE-873-2023").deadline("candidate_request").opens
    assert shape(opens) == before(2, kind=DayKind.MONTH)


def test_an_obligation_hangs_on_what_the_program_says() -> None:
    deadlines = official("EPE-873-2023").deadlines
    subjects = {name: deadlines[name].subject for name in ("attendance_weekly", "diplomas", "incidents")}
    assert subjects == {
        "attendance_weekly": Subject.WEEK,
        "diplomas": Subject.COURSE,
        "incidents": Subject.SESSION,
    }
    assert deadlines["accident_insurance"].channels == ("Gestifor Web", "Registro")


def test_the_complementary_module_and_the_causes_are_those_of_the_order() -> None:
    call = official("EPE-873-2023")
    (module,) = call.complementary
    assert (module.hours, module.minutes, module.is_last, module.citation.place) == (
        10,
        600,
        True,
        "ap. 8; Guía 5",
    )
    assert call.complementary_minutes == 600
    assert "".join(cause.letter for cause in call.causes) == "abcdefgh"


def test_an_application_takes_the_papers_and_the_declarations_of_the_order() -> None:
    items = official("EPE-873-2023").application
    documents = [item for item in items if item.kind is ItemKind.DOCUMENT]
    declarations = [item for item in items if item.kind is ItemKind.DECLARATION]
    assert [item.citation.place for item in documents] == [f"ap. 12.1.{letter}" for letter in "abcd"]
    assert [item.citation.place for item in declarations] == [f"ap. 12.2.{letter}" for letter in "abcdefghij"]
    assert [item.when for item in documents] == [
        ItemWhen.ALWAYS,
        ItemWhen.STATE_REGISTER,
        ItemWhen.LOCAL_ENTITY,
        ItemWhen.OPPOSITION,
    ]
    assert {item.when for item in declarations} == {ItemWhen.ALWAYS}


def test_nobody_applies_to_what_is_no_call() -> None:
    for name in ("inaem-agreement", "own-resources", "local-entity"):
        assert official(name).application == ()


def test_every_rate_of_the_annex_stays_within_what_the_call_may_pay() -> None:
    call = official("EPE-873-2023")
    limit = call.unit_cost("unit_cost_limit", DAY).value
    assert all(rate <= limit for offer in load_official().offers for _province, rate in offer.rates)


@pytest.mark.parametrize("call_id", ["own-resources", "local-entity"])
def test_without_subsidy_attendance_and_evaluation_are_the_same_and_the_guide_is_off(call_id: str) -> None:
    call, reference = official(call_id), official("EPE-873-2023")
    assert not call.pays
    for name in ("module_test_share", "diploma_share", "attendance_share", "pass_mark", "test_weight"):
        own, printed = call.optional(name, DAY), reference.optional(name, DAY)
        assert own is not None
        assert printed is not None
        assert own.value == printed.value
    assert call.readings == reference.readings
    assert call.count("group_limit", DAY).value == 25
    assert not call.gives("subsidised_seats", DAY)
    assert call.complementary_minutes == 0
    assert call.execution.last_day is None
    assert call.to_fill() == ()
    active = {name for name, deadline in call.deadlines.items() if deadline.is_active}
    assert active == {"evaluation_record", "individual_reports", "workplace_module_start"}
    assert call.texts("start_gates", DAY).value == ("authorisation_received",)


def test_the_agreement_leaves_its_figures_to_the_centre() -> None:
    call = official("inaem-agreement")
    assert call.pays
    assert set(call.to_fill()) >= {"execution", "subsidised_seats", "product_share", "unit_cost_zaragoza"}
    with pytest.raises(ToFill, match="Participantes subvencionables"):
        call.count("subsidised_seats", DAY)
    assert call.share("attendance_share", DAY).citation == Citation("EFP/942/2022", "art. 11.3")
    assert call.texts("start_gates", DAY).value == ("agreement_signed",)
