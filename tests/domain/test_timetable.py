"""When a course has class, as a centre types it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.timetable import (
    Slot,
    Timetable,
    TimetableError,
    clock_text,
    parse_clock,
    parse_timetable,
)


def test_a_run_of_days_has_the_same_hours_on_each() -> None:
    timetable = parse_timetable("L-V 09:00-14:00")
    assert timetable.slots == tuple(Slot(weekday, 540, 840) for weekday in range(5))
    assert [timetable.minutes_on(weekday) for weekday in range(7)] == [300] * 5 + [0] * 2


def test_parts_add_up_and_stretches_come_by_the_clock() -> None:
    timetable = parse_timetable("M,J 16:00-18:00; L-V 09:00-14:00")
    assert timetable.on(1) == (Slot(1, 540, 840), Slot(1, 960, 1080))
    assert timetable.on(2) == (Slot(2, 540, 840),)
    assert timetable.minutes_on(3) == 420
    assert timetable.on(6) == ()


@pytest.mark.parametrize(
    "text",
    [
        "L-V 09:00-14:00",
        "l-v 9:00-14:00",
        "  L-V   9.00 - 14.00 ",
        "L-V 9h00 a 14h00",
        "L,M,X,J,V 09:00–14:00",
        "L-X 09:00-14:00\nJ-V 09:00-14:00",
        "L-V 09:00-14:00;",
    ],
)
def test_the_same_timetable_can_be_written_in_several_ways(text: str) -> None:
    assert parse_timetable(text) == parse_timetable("L-V 09:00-14:00")


@pytest.mark.parametrize(
    "text", ["L 9:00-11:00 16:00-18:00", "L 9:00-11:00, 16:00-18:00", "L 9:00-11:00 y 16:00-18:00"]
)
def test_two_stretches_of_a_day_can_stand_together(text: str) -> None:
    assert parse_timetable(text).on(0) == (Slot(0, 540, 660), Slot(0, 960, 1080))


def test_a_stretch_can_begin_where_the_other_ends_and_last_until_midnight() -> None:
    assert parse_timetable("S 20:00-22:00; S 22:00-24:00").minutes_on(5) == 240


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Falta el horario"),
        (" ; ", "Falta el horario"),
        ("mañanas", "No se entiende «mañanas»"),
        ("L-V", "No se entiende «L-V»"),
        ("09:00-14:00", "No se entiende"),
        ("K 09:00-14:00", "No se entiende"),
        ("L-V 09:00-14:00 seguidas", "No se entiende"),
        ("L-V 9-14", "No se entiende"),
        ("V-L 09:00-14:00", "«V-L»: el primer día va después del último"),
        ("L 14:00-09:00", "la hora de fin no es posterior"),
        ("L 09:00-09:00", "la hora de fin no es posterior"),
        ("L 09:00-25:00", "«25:00» no es una hora"),
        ("L 09:60-14:00", "«09:60» no es una hora"),
        ("L 09:00-12:00; L 11:59-14:00", "Los dos tramos del día L se solapan"),
        ("X 08:00-10:00 11:00-13:00 16:00-18:00", "El día X tiene más de dos tramos"),
    ],
)
def test_what_is_no_timetable_is_told_with_its_mend(text: str, sentence: str) -> None:
    with pytest.raises(TimetableError, match=sentence):
        parse_timetable(text)


@pytest.mark.parametrize(("text", "minute"), [("9:00", 540), ("09.05", 545), (" 0h00 ", 0), ("24:00", 1440)])
def test_a_clock_time_is_read_in_its_usual_forms(text: str, minute: int) -> None:
    assert parse_clock(text) == minute


@pytest.mark.parametrize("text", ["", "9", "24:01", "9:5", "a las 9:00"])
def test_what_is_no_clock_time_is_refused(text: str) -> None:
    with pytest.raises(TimetableError, match="no es una hora"):
        parse_clock(text)


@pytest.mark.parametrize(("minute", "text"), [(0, "00:00"), (545, "09:05"), (1440, "24:00")])
def test_a_minute_is_written_with_two_figures_each(minute: int, text: str) -> None:
    assert clock_text(minute) == text


def test_days_with_the_same_hours_are_written_together() -> None:
    assert str(parse_timetable("V 9:00-13:00; L-J 9:00-14:00")) == "L-J 09:00-14:00; V 09:00-13:00"
    assert str(parse_timetable("L-V 9:00-14:00; M,J 16:00-18:00")) == (
        "L,X,V 09:00-14:00; M,J 09:00-14:00 16:00-18:00"
    )
    assert str(parse_timetable("L-M 9:00-14:00")) == "L,M 09:00-14:00"


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    slots: list[Slot] = []
    for weekday in draw(st.sets(st.integers(0, 6), min_size=1)):
        clock = sorted(draw(st.sets(st.integers(0, 1440), min_size=2, max_size=4)))
        slots += [Slot(weekday, start, end) for start, end in zip(clock[::2], clock[1::2], strict=False)]
    return Timetable(tuple(sorted(slots)))


@given(timetables())
def test_what_is_written_is_read_back_the_same(timetable: Timetable) -> None:
    assert parse_timetable(str(timetable)) == timetable
