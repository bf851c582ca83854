"""A call gives its figures by day, counted as the program counts, and says in words what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.domain.call import (
    Answered,
    Call,
    ComplementaryModule,
    Dated,
    ExecutionWindow,
    History,
    Parameter,
    ParameterMissing,
    Reading,
    ToFill,
    Value,
)
from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.parameters import PARAMETERS, Bounds, ValueKind

FIRST, SECOND = date(2023, 7, 5), date(2024, 7, 5)
SOURCE = Citation("EPE/873/2023", "ap. 1")
CHECKED = date(2026, 11, 20)


def history(name: str, *values: tuple[date, Value]) -> History:
    dated = tuple(Dated(since, value, SOURCE) for since, value in values)
    return History(PARAMETERS[name], dated, CHECKED, SOURCE)


def call(*histories: History, reading: Reading | None = None) -> Call:
    return Call(
        id="x",
        title="La convocatoria",
        routes=(Route.CALL,),
        subsidised=True,
        provinces=tuple(Province),
        offers="x",
        execution=ExecutionWindow(),
        complementary=(ComplementaryModule("A", "Uno", 10, is_last=True, citation=SOURCE),) * 2,
        causes=(),
        histories={found.spec.name: found for found in histories},
        readings={} if reading is None else {reading.name: reading},
        deadlines={},
    )


Getter = Callable[[Call, str, date], Parameter[Value]]


@pytest.mark.parametrize(
    ("name", "written", "counted", "unit", "getter"),
    [
        ("attendance_share", Decimal("0.75"), Decimal("0.75"), "/1", Call.share),
        ("attendance_share", 1, Decimal(1), "/1", Call.share),
        ("subsidised_seats", 13, 13, "people", Call.count),
        ("day_limit", Decimal("7.5"), 450, "min", Call.minutes),
        ("centre_grant_cap", Decimal("200000.50"), 20_000_050, "cents", Call.cents),
        ("support_rate", Decimal("12.50"), Decimal("12.50"), "EUR/h", Call.unit_cost),
        ("pass_mark", Decimal("4.95"), 495, "hundredths", Call.mark),
        ("advance_guarantee", True, True, "yes/no", Call.flag),
        ("justification_system", "modules", "modules", "text", Call.text),
        ("logos", ("a", "b"), ("a", "b"), "list", Call.texts),
        ("evaluation_regime_cut", SECOND, SECOND, "day", Call.day),
    ],
)
def test_each_kind_of_figure_is_counted_as_the_program_counts(
    name: str, written: Value, counted: Value, unit: str, getter: Getter
) -> None:
    found = call(history(name, (FIRST, written)))
    expected = Parameter(name, counted, unit, SOURCE, FIRST, CHECKED)
    assert getter(found, name, FIRST) == expected
    assert found.optional(name, FIRST) == expected


def test_every_kind_of_value_has_a_parameter() -> None:
    assert {spec.kind for spec in PARAMETERS.values()} == set(ValueKind)


def test_a_figure_is_the_one_in_force_on_the_day_asked() -> None:
    found = call(history("subsidised_seats", (FIRST, 13), (SECOND, 15)))
    days = (FIRST, date(2024, 7, 4), SECOND, date(2030, 1, 1))
    assert [found.count("subsidised_seats", day).value for day in days] == [13, 13, 15, 15]
    assert found.count("subsidised_seats", SECOND).since == SECOND


def test_before_its_first_day_there_is_no_figure() -> None:
    found = call(history("subsidised_seats", (FIRST, 13)))
    day = date(2023, 7, 4)
    with pytest.raises(ParameterMissing, match="04/07/2023"):
        found.count("subsidised_seats", day)
    assert not found.gives("subsidised_seats", day)
    assert found.optional("subsidised_seats", day) is None


def test_a_figure_the_call_does_not_have_is_missing_by_its_spanish_name() -> None:
    with pytest.raises(ParameterMissing, match="Participantes subvencionables"):
        call().count("subsidised_seats", FIRST)
    assert call().optional("subsidised_seats", FIRST) is None


def test_a_figure_to_fill_says_so_and_is_never_a_number() -> None:
    found = call(history("subsidised_seats"))
    assert found.to_fill() == ("subsidised_seats",)
    with pytest.raises(ToFill, match="escribe el centro"):
        found.count("subsidised_seats", FIRST)
    assert found.optional("subsidised_seats", FIRST) is None


def test_what_is_missing_is_a_refusal_the_user_can_mend() -> None:
    assert issubclass(ToFill, Refused)
    assert issubclass(ParameterMissing, Refused)


def test_a_figure_asked_as_another_kind_or_by_an_unknown_name_is_a_bug() -> None:
    found = call(history("subsidised_seats", (FIRST, 13)))
    with pytest.raises(TypeError):
        found.share("subsidised_seats", FIRST)
    with pytest.raises(KeyError):
        found.count("seats", FIRST)
    with pytest.raises(KeyError):
        found.gives("seats", FIRST)


@pytest.mark.parametrize(
    ("name", "wrong", "getter"),
    [
        ("attendance_share", "x", Call.share),
        ("subsidised_seats", "x", Call.count),
        ("advance_guarantee", 1, Call.flag),
        ("justification_system", 1, Call.text),
        ("logos", "x", Call.texts),
        ("evaluation_regime_cut", 1, Call.day),
    ],
)
def test_a_value_of_the_wrong_kind_is_never_taken_for_another(
    name: str, wrong: Value, getter: Getter
) -> None:
    with pytest.raises(TypeError):
        getter(call(history(name, (FIRST, wrong))), name, FIRST)


def test_a_reading_gives_its_answer_and_the_others() -> None:
    answers = (Answered("calendar", "Naturales"), Answered("working", "Hábiles"))
    reading = Reading("job_contract_days", "¿Naturales o hábiles?", "working", answers, SOURCE, CHECKED)
    found = call(reading=reading)
    assert found.reading("job_contract_days").alternatives == ("calendar",)
    assert reading.text("calendar") == "Naturales"
    with pytest.raises(ParameterMissing):
        found.reading("unit_cost_rounding")
    with pytest.raises(ParameterMissing):
        found.deadline("diplomas")


def test_the_minutes_added_are_those_of_every_complementary_module() -> None:
    assert call().complementary_minutes == 1200
    assert call().pays


def test_a_call_can_be_a_key() -> None:
    assert len({call(), call()}) == 1


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside"),
    [
        ("0.25", "0.75", ("0.25", "0.75"), ("0.24", "0.76")),
        (None, "8", ("-1", "8"), ("8.01",)),
        ("3", None, ("3",), ("2.99",)),
    ],
)
def test_bounds_admit_their_ends_and_nothing_beyond(
    low: str | None, high: str | None, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    bounds = Bounds(SOURCE, None if low is None else Decimal(low), None if high is None else Decimal(high))
    assert all(bounds.admit(Decimal(value)) for value in inside)
    assert not any(bounds.admit(Decimal(value)) for value in outside)
