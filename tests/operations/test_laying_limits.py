"""What every calendar of a course keeps to: the length of its days, its last day, the days of its call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.db import calls as versions
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.call_file import official_text
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import list_courses, read_course
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.laying_limits import LastDay, day_limits
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    own_request,
    planned,
    request,
    scheduled,
)


def test_a_start_on_a_holiday_moves_to_the_first_class_day_and_says_so(ws: Workspace) -> None:
    changes = add_course(ws, request(start=date(2024, 3, 28)))
    assert read_course(ws, CODE).course.start_on == date(2024, 4, 1)
    assert [notice for notice in changes.notices if "jue 28 mar 2024" in notice and "Jueves Santo" in notice]


def test_a_start_on_a_day_without_class_says_which_day_it_begins(ws: Workspace) -> None:
    (notice,) = preview_course(ws, request(start=date(2024, 1, 13))).notices
    assert "no hay clase ese día de la semana" in notice
    assert "lun 15 ene 2024" in notice


def test_a_course_within_the_execution_window_has_nothing_to_tell(ws: Workspace) -> None:
    assert preview_course(ws, request()).notices == ()


def test_a_course_that_ends_after_the_execution_window_is_told_with_its_article(ws: Workspace) -> None:
    (notice,) = preview_course(ws, request(start=date(2024, 9, 2))).notices
    assert "jue 31 oct 2024" in notice
    assert "ap. 18.2" in notice


def test_the_last_day_of_the_window_is_still_in_it(ws: Workspace) -> None:
    plan = preview_course(ws, request(start=date(2024, 7, 17)))
    assert (plan.last_day, plan.notices) == (date(2024, 10, 31), ())
    plan = preview_course(ws, request(start=date(2024, 7, 18)))
    assert plan.last_day == date(2024, 11, 4)
    assert len(plan.notices) == 1


def test_a_course_that_begins_before_the_window_is_told(ws: Workspace) -> None:
    opened = (official_text("EPE-873-2023") or "").replace(
        'from_event = "grant_notified"', "first_day = 2024-02-01"
    )
    with ws.operation("Convocatoria del centro"):
        versions.keep_call(ws.db, "EPE-873-2023", sha256_of(opened), opened, Origin.CENTRE)
    (notice,) = preview_course(ws, request()).notices
    assert "se abre el jue 1 feb 2024" in notice
    assert preview_course(ws, request(start=date(2024, 2, 1))).notices == ()


@pytest.mark.parametrize("timetable", ["L-V 09:00-12:00", "L-V 08:00-16:00", "L-V 08:00-12:00 16:00-20:00"])
def test_three_and_eight_hours_a_day_are_accepted(ws: Workspace, timetable: str) -> None:
    assert preview_course(ws, request(timetable=timetable)).official_minutes == 380 * 60


def test_a_call_without_a_daily_minimum_asks_for_none(ws: Workspace) -> None:
    call = choose_call(ws, "own-resources").call
    without = {name: history for name, history in call.histories.items() if name != "day_minimum"}
    assert [figure.value for figure in day_limits(call, MONDAY)] == [180, 480]
    assert [figure.value for figure in day_limits(replace(call, histories=without), MONDAY)] == [0, 480]


@pytest.mark.parametrize(
    ("timetable", "words"),
    [
        ("L-V 09:00-11:59", "2:59 h no llega al mínimo de 3 h"),
        ("L-V 08:00-16:01", "8:01 h supera el máximo de 8 h"),
        ("L-V 08:00-12:00 16:00-20:01", "8:01 h supera el máximo de 8 h"),
        ("mañanas", "No se entiende «mañanas»"),
    ],
)
def test_a_day_too_short_or_too_long_is_refused_with_its_article(
    ws: Workspace, timetable: str, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        preview_course(ws, request(timetable=timetable))
    (problem,) = refused.value.problems  # said once, however many days of the week are so
    assert words in problem.message


def test_a_short_last_day_is_not_written_until_it_is_decided(ws: Workspace) -> None:
    wanted = request(timetable="L-V 08:00-14:00")
    short = preview_course(ws, wanted).short_last_day
    assert short is not None
    assert (short.minutes, short.day) == (120, date(2024, 4, 15))
    with pytest.raises(Refused, match=r"queda con 2 h.*acaba el vie 12 abr 2024.*escribiendo el motivo"):
        add_course(ws, wanted)
    assert list_courses(ws) == ()


def test_it_can_be_spread_over_longer_earlier_days(ws: Workspace) -> None:
    changes = add_course(ws, request(timetable="L-V 08:00-14:00", last_day=LastDay.SPREAD))
    view = read_course(ws, CODE)
    assert view.last_day == date(2024, 4, 12)
    assert [stretch.minutes for stretch in view.stretches[-3:]] == [360, 420, 420]
    assert scheduled(view) == {block.code: block.official_minutes for block in view.blocks}
    assert view.course.short_day_reason == ""
    assert "2 h" in changes.notices[-1]


def test_it_can_be_kept_with_a_reason_and_not_without(ws: Workspace) -> None:
    wanted = request(timetable="L-V 08:00-14:00", last_day=LastDay.KEEP)
    with pytest.raises(Refused, match="escribiendo el motivo"):
        add_course(ws, replace(wanted, last_day_reason="  "))
    view = planned(ws, replace(wanted, last_day_reason=" Prueba final "))
    assert view.course.short_day_reason == "Prueba final"
    assert view.stretches[-1].minutes == 120


def test_days_of_eight_hours_take_no_more_and_only_a_reason_is_left(ws: Workspace) -> None:
    wanted = own_request(timetable="L-V 08:00-16:00", last_day=LastDay.SPREAD)
    with pytest.raises(Refused, match="Los días anteriores no admiten más horas"):
        add_course(ws, wanted)
    view = planned(ws, replace(wanted, last_day=LastDay.KEEP, last_day_reason="No cabe"))
    assert view.stretches[-1].minutes == 120


def test_a_course_that_comes_out_even_asks_nothing(ws: Workspace) -> None:
    view = planned(ws, request(last_day=LastDay.SPREAD, last_day_reason="Sobra"))
    assert view.course.short_day_reason == ""
