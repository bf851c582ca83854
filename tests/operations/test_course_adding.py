"""A course is written as it was planned, to the minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.db import calls as versions
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import CourseView, ModuleKind, Regime, Route
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    class_on,
    own_request,
    planned,
    request,
    room,
    rows,
    scheduled,
    trainer,
)

SAN_VALERO = Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza")


def test_a_course_teaches_its_hours_and_the_ten_of_the_complementary_module_last(course: CourseView) -> None:
    assert course.official_minutes == 380 * 60
    assert course.blocks[-1].code == "COMPL"
    assert course.sessions[-1].block_id == course.blocks[-1].id
    assert scheduled(course) == {block.code: block.official_minutes for block in course.blocks}


def test_the_calendar_goes_round_the_holidays_to_the_exact_end(course: CourseView) -> None:
    """From 15 January 80 working days less Holy Thursday and Friday, San Jorge and 1 May."""
    days = {stretch.day for stretch in course.stretches}
    assert len(days) == 76
    assert course.last_day == date(2024, 5, 3)
    assert not days & {date(2024, 3, 28), date(2024, 3, 29), date(2024, 4, 23), date(2024, 5, 1)}


def test_a_local_holiday_of_the_centres_town_moves_the_end_and_one_of_another_town_does_not(
    ws: Workspace,
) -> None:
    add_holiday(ws, replace(SAN_VALERO, municipality="Huesca"))
    assert preview_course(ws, request()).last_day == date(2024, 5, 3)
    add_holiday(ws, replace(SAN_VALERO, municipality="ZARAGOZA"))
    add_holiday(ws, Holiday(date(2024, 2, 9), "Claustro", HolidayScope.CENTRE))
    plan = preview_course(ws, request())
    assert plan.last_day == date(2024, 5, 7)
    assert not {stretch.day for stretch in plan.stretches} & {date(2024, 1, 29), date(2024, 2, 9)}


def test_a_block_that_ends_in_mid_stretch_gives_the_stretch_two_sessions(ws: Workspace) -> None:
    view = planned(ws, request(timetable="L-V 09:00-13:00"))
    _stretch, (first, second) = class_on(view, date(2024, 1, 24))
    codes = {block.id: block.code for block in view.blocks}
    assert (codes[first.block_id], first.minutes) == ("UF0127", 120)
    assert (codes[second.block_id], second.minutes) == ("UF0128", 120)
    assert (first.position, second.position) == (1, 2)


def test_two_stretches_a_day_are_planned_with_their_clock(ws: Workspace) -> None:
    view = planned(ws, request(timetable="L-V 09:00-11:00 16:00-19:00"))
    assert [(s.n, s.start, s.end) for s in view.stretches[:2]] == [(1, 540, 660), (2, 960, 1140)]


def test_a_module_of_units_is_the_sum_of_them_and_the_practice_is_a_row_without_sessions(
    course: CourseView,
) -> None:
    assert [(m.code, m.kind, m.official_minutes // 60) for m in course.modules] == [
        ("MF1016_2", ModuleKind.FORMATIVE, 100),
        ("MF1017_2", ModuleKind.FORMATIVE, 70),
        ("MF1018_2", ModuleKind.FORMATIVE, 70),
        ("MF1019_2", ModuleKind.FORMATIVE, 130),
        ("COMPL", ModuleKind.COMPLEMENTARY, 10),
        ("MP0029", ModuleKind.WORKPLACE, 80),
    ]
    assert course.modules[-1].block_ids == ()
    assert course.modules[0].competence_unit == "UC1016_2"


def test_a_unit_that_two_modules_share_is_taught_and_counted_once(ws: Workspace) -> None:
    view = planned(ws, request(speciality="AFDA0209"))
    shared = [block for block in view.blocks if sum(block.id in m.block_ids for m in view.modules) == 2]
    assert [block.code for block in shared] == ["UF1501", "UF1502"]
    assert view.official_minutes == 510 * 60
    formative = [m.official_minutes for m in view.modules if m.kind is ModuleKind.FORMATIVE]
    assert sum(formative) == 560 * 60, "each module counts it whole"


def test_a_first_half_teaches_its_own_modules_and_owes_no_practice(ws: Workspace) -> None:
    view = planned(ws, request(speciality="ELEE0109", part="A1"))
    assert [module.code for module in view.modules] == ["MF0820_2", "MF0821_2", "MF0822_2", "COMPL"]
    assert view.official_minutes == 530 * 60


def test_the_second_half_owes_the_practice(ws: Workspace) -> None:
    view = planned(ws, request(speciality="ELEE0109", part="A2"))
    assert [module.code for module in view.modules][-2:] == ["COMPL", "MP0183"]


def test_own_resources_teach_no_complementary_module(ws: Workspace) -> None:
    view = planned(ws, own_request())
    assert view.official_minutes == 370 * 60
    assert all(module.kind is not ModuleKind.COMPLEMENTARY for module in view.modules)


def test_what_was_said_of_the_course_is_kept_with_its_call_and_structure(ws: Workspace) -> None:
    aula = room(ws, "Aula 1")
    luis = trainer(ws, 1)
    view = planned(ws, request(room="aula  1", trainers=(luis.id,), timetable="l-v 9.00 a 14.00"))
    assert (view.course.room_id, view.course.timetable) == (aula.id, "L-V 09:00-14:00")
    assert (view.course.level, view.course.route) == (2, Route.CALL)
    assert view.course.title.startswith("Atención sociosanitaria")
    assert all(session.trainer_ids == (luis.id,) for session in view.sessions)
    assert all(stretch.room_id == aula.id for stretch in view.stretches)
    assert versions.call_version(ws.db, view.course.call_version_id).origin == "official"
    kept = versions.certificate_version(ws.db, view.course.certificate_version_id)
    assert (kept.code, kept.origin) == ("SSCS0208", "official")


def test_a_room_nobody_has_written_yet_is_written_with_the_course(ws: Workspace) -> None:
    view = planned(ws, request(room="Aula 7"))
    assert view.course.room_id is not None


def test_the_holidays_of_every_year_of_the_course_are_frozen(ws: Workspace) -> None:
    planned(ws, own_request(start=date(2024, 10, 14)))
    assert ws.db.execute("SELECT year FROM holiday_year ORDER BY year").fetchall() == [(2024,), (2025,)]


@pytest.mark.parametrize(
    ("facts", "regime"),
    [
        ({"start": date(2023, 12, 29)}, Regime.RD34_ESS),
        ({"start": date(2024, 1, 2)}, Regime.RD659),
        ({"approved_on": date(2023, 12, 29)}, Regime.RD34_ESS),
        ({"regime": Regime.RD34_ESS, "regime_reason": "Resolución"}, Regime.RD34_ESS),
        ({"start": date(2023, 12, 30)}, Regime.RD659),  # a Saturday: the first class is on 2 January
    ],
)
def test_the_evaluation_regime_goes_by_the_first_class_or_the_approval(
    ws: Workspace, facts: dict[str, Any], regime: Regime
) -> None:
    assert planned(ws, request(**facts)).course.regime is regime


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.dates(date(2024, 1, 2), date(2024, 6, 28)),
    timetable=st.sampled_from(["L-V 09:00-13:00", "L,X,V 08:00-15:00", "M-S 10:00-12:00 17:00-20:30"]),
)
def test_any_calendar_uses_exactly_the_official_minutes_on_class_days(
    ws: Workspace, start: date, timetable: str
) -> None:
    plan = preview_course(ws, request(start=start, timetable=timetable))
    given_minutes = dict.fromkeys((code for code, _minutes in plan.blocks), 0)
    for stretch in plan.stretches:
        assert stretch.day >= start
        for session in stretch.sessions:
            given_minutes[session.block] += session.minutes
    assert given_minutes == dict(plan.blocks)


def test_the_code_is_written_without_the_spaces_around_it(ws: Workspace) -> None:
    assert add_course(ws, request(code=f" {CODE} ")).course == CODE
    assert read_course(ws, CODE).course.code == CODE


@pytest.mark.usefixtures("course")
def test_a_course_added_can_be_undone_with_the_room_it_brought(ws: Workspace) -> None:
    before = rows(ws)
    add_course(ws, own_request(code="24/002", room="Aula 9"))
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
