"""What each day of a month shows."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre_calendar import CentreClass, Conflict, ConflictKind, Holder
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.operations.centre_calendar import CentreCalendar
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.planning.calendar.days import (
    Bar,
    DayCell,
    class_words,
    day_summary,
    month_span,
    month_weeks,
)

DAY = date(2024, 2, 13)
NINE = 9 * 60


def given(
    course: str = "24/1", start: int = NINE, end: int = 14 * 60, mode: SessionMode = SessionMode.IN_PERSON
) -> CentreClass:
    """Return a class of that day."""
    room, teacher = Holder(1, "Aula 1"), Holder(1, "Elena Arruebo")
    return CentreClass(DAY, start, end, course, "Atención", "UF0128", room, (teacher,), mode)


def of_february(
    *classes: CentreClass,
    holidays: tuple[Holiday, ...] = (),
    pauses: tuple[tuple[str, Pause], ...] = (),
    conflicts: tuple[Conflict, ...] = (),
) -> CentreCalendar:
    """Return a calendar of the weeks of February."""
    first, last = month_span(DAY)
    return CentreCalendar(first, last, classes, holidays, pauses, conflicts)


def cell_of(calendar: CentreCalendar, day: date = DAY, today: date = date(2024, 2, 19)) -> DayCell:
    """Return how a day is shown."""
    return next(cell for week in month_weeks(calendar, DAY, today) for cell in week if cell.day == day)


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (date(2024, 2, 13), date(2024, 1, 29), date(2024, 3, 3)),
        (date(2024, 12, 31), date(2024, 11, 25), date(2025, 1, 5)),
        (date(2023, 5, 1), date(2023, 5, 1), date(2023, 6, 4)),
        (date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_a_month_is_shown_in_whole_weeks(month: date, first: date, last: date) -> None:
    assert month_span(month) == (first, last)
    calendar = CentreCalendar(first, last, (), (), (), ())
    weeks = month_weeks(calendar, month, month)
    assert [cell.day for week in weeks for cell in week][:: len(weeks) * 7 - 1] == [first, last]
    assert all(len(week) == 7 for week in weeks)
    assert sum(cell.in_month for week in weeks for cell in week) >= 28


def test_a_course_is_a_line_with_its_hours_without_the_seams_of_blocks() -> None:
    cell = cell_of(of_february(given(end=11 * 60), given(start=11 * 60), given(start=960, end=1020)))
    assert cell.bars == (Bar("24/1", "", None, "24/1", "9:00–14:00, 16:00–17:00"),)
    assert cell.courses == ("24/1",)


def test_what_does_not_fit_comes_first_with_its_icon() -> None:
    words = "El aula «Aula 1» está dos veces."
    conflict = Conflict(ConflictKind.ROOM, (DAY,), ("24/2",), words)
    calendar = of_february(given(), given("24/2", 600, 700), conflicts=(conflict,))
    one, other = cell_of(calendar).bars
    assert (one.course, one.icon, one.wash) == ("24/2", "warning", Wash.DANGER)
    assert (other.course, other.icon, other.wash) == ("24/1", "", None)
    assert words in cell_of(calendar).spoken


def test_a_day_without_class_says_of_what_kind_it_is() -> None:
    holiday = Holiday(DAY, "San Blas", HolidayScope.SCHOOL)
    (bar,) = cell_of(of_february(holidays=(holiday,))).bars
    assert (bar.words, bar.icon, bar.wash) == ("Escolar: San Blas", "holiday", Wash.WARNING)


def test_a_pause_says_whose_it_is_until_the_eve_of_resuming() -> None:
    pause = Pause(1, DAY, date(2024, 2, 15), "Obras")
    calendar = of_february(pauses=(("24/1", pause),))
    assert [bar.words for bar in cell_of(calendar, date(2024, 2, 14)).bars] == ["En pausa: 24/1"]
    assert cell_of(calendar, date(2024, 2, 15)).bars == ()


def test_a_class_nobody_is_in_the_room_for_has_its_icon() -> None:
    assert cell_of(of_february(given(mode=SessionMode.VIRTUAL))).bars[0].icon == "link"


def test_a_day_is_read_aloud_whole() -> None:
    cell = cell_of(of_february(given()), today=DAY)
    assert cell.is_today
    assert cell.spoken == (
        "Martes, 13 de febrero de 2024. 1 curso, 5 h. Hoy. 24/1: 9:00–14:00 · UF0128 · Aula 1 · Elena Arruebo"
    )


def test_what_is_missing_of_a_class_is_said() -> None:
    bare = CentreClass(DAY, NINE, 600, "24/1", "", "UF1", None, (), SessionMode.BIMODAL)
    assert class_words(bare) == "9:00–10:00 · UF1 · sin aula · sin formador o formadora · Bimodal"


def test_a_day_in_a_line() -> None:
    assert day_summary(of_february(), DAY) == "Sin clases"
    two = of_february(given(), given("24/2"))
    assert day_summary(two, DAY) == "2 cursos, 10 h"
