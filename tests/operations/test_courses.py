"""Planning a course, from what the centre says to every session on the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.db import calls as versions
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, ModuleKind, Regime, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.call_file import official_text
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.courses import (
    CourseDetails,
    LastDay,
    add_course,
    change_course,
    day_limits,
    list_courses,
    preview_course,
    read_course,
    set_workplace_days,
)
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    KEPT,
    MONDAY,
    at,
    class_on,
    enrolled,
    own_request,
    planned,
    request,
    room,
    rows,
    trainer,
)

SAN_VALERO = Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza")


def reasons(ws: Workspace, **facts: Any) -> list[str]:  # noqa: ANN401 - the fields of the request
    """Return why a request is refused, every reason on its own."""
    with pytest.raises(Refused) as refused:
        preview_course(ws, request(**facts))
    return [problem.message for problem in refused.value.problems] or [refused.value.message]


def scheduled(view: CourseView) -> dict[str, int]:
    """Return the minutes each block has on the calendar."""
    codes = {block.id: block.code for block in view.blocks}
    found = dict.fromkeys(codes.values(), 0)
    for session in view.sessions:
        found[codes[session.block_id]] += session.minutes
    return found


# What is planned --------------------------------------------------------------------------------------------


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


# What is told -----------------------------------------------------------------------------------------------


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


# What is refused --------------------------------------------------------------------------------------------


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
    found = reasons(ws, timetable=timetable)
    assert all(words in reason for reason in found)
    assert len({*found}) == 1


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"call": "EPE-1-1900"}, "No hay ninguna convocatoria «EPE-1-1900»"),
        ({"route": Route.OWN}, "no admite la vía «own»: sólo call"),
        ({"province": "Soria"}, "«Soria» no es una provincia"),
        ({"speciality": "XXXX0000"}, "No se conoce la especialidad «XXXX0000»"),
        ({"part": "A1"}, "no tiene partes"),
        ({"speciality": "ELEE0109"}, "indique la parte (A1, A2)"),
        ({"speciality": "ELEE0109", "part": "A3"}, "no tiene la parte «A3»"),
        ({"code": "  "}, "Falta el código"),
        ({"regime": Regime.RD34_ESS}, "pide un motivo"),
        ({"start": date(2020, 1, 13)}, "rige desde el 05/07/2023"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_the_reason(
    ws: Workspace, facts: dict[str, Any], words: str
) -> None:
    assert [reason for reason in reasons(ws, **facts) if words in reason]


def test_every_reason_is_given_at_once(ws: Workspace) -> None:
    found = reasons(
        ws, code="", route=Route.LOCAL, province="Soria", timetable="mañanas", speciality="XXXX0000"
    )
    assert len(found) == 5


def test_a_code_in_use_is_refused_with_spaces_around_it_too(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    assert "Ya hay un curso" in reasons(ws, code=f" {CODE} ")[0]
    assert len(list_courses(ws)) == 1


def test_the_code_is_written_without_the_spaces_around_it(ws: Workspace) -> None:
    assert add_course(ws, request(code=f" {CODE} ")).course == CODE
    assert read_course(ws, CODE).course.code == CODE


def test_the_route_of_the_call_is_bound_to_its_annex_and_the_others_are_not(ws: Workspace) -> None:
    code = "AFDA0111"
    assert "no incluye AFDA0111" in reasons(ws, speciality=code)[0]
    assert preview_course(ws, own_request(speciality=code)).structure.code == code


def test_an_unknown_course_is_refused_with_the_ones_there_are(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    with pytest.raises(Refused, match=r"No hay ningún curso «24/9».*24/001"):
        read_course(ws, "24/9")


def test_a_year_without_class_is_told(ws: Workspace) -> None:
    with ws.operation("Cierre"):
        for day in range(800):
            closed = (MONDAY + timedelta(days=day)).isoformat()
            ws.db.execute("INSERT INTO holiday (day, scope, name) VALUES (?, 'centre', 'Cierre')", (closed,))
    assert "no hay días de clase" in reasons(ws)[0]


# Twice at once ----------------------------------------------------------------------------------------------


def test_a_room_is_not_used_twice_at_once(ws: Workspace) -> None:
    planned(ws, request(room="Aula 1"))
    (reason,) = reasons(ws, code="24/002", room="Aula 1", timetable="L-V 13:00-18:00")
    assert (
        "El aula «Aula 1»: ya en el curso 24/001, el lun 15 ene 2024 de 09:00 a 14:00 (76 en total)" in reason
    )
    assert len(list_courses(ws)) == 1


def test_a_room_is_free_from_the_minute_the_other_course_leaves_it(ws: Workspace) -> None:
    planned(ws, request(room="Aula 1"))
    assert planned(ws, request(code="24/002", room="Aula 1", timetable="L-V 14:00-19:00")).stretches


def test_another_room_at_the_same_time_is_free(ws: Workspace) -> None:
    planned(ws, request(room="Aula 1"))
    assert planned(ws, request(code="24/002", room="Aula 2")).stretches
    assert planned(ws, request(code="24/003")).stretches


def test_a_trainer_is_not_in_two_places_at_once(ws: Workspace) -> None:
    luis, eva = trainer(ws, 1), trainer(ws, 2)
    planned(ws, request(trainers=(luis.id,)))
    (reason,) = reasons(ws, code="24/002", trainers=(eva.id, luis.id), timetable="L 13:00-18:00")
    assert "Docente 1 Gil" in reason
    assert planned(
        ws, request(code="24/002", trainers=(luis.id,), timetable="L-V 14:00-17:00", **KEPT)
    ).stretches
    assert planned(ws, request(code="24/003", trainers=(eva.id,))).stretches


# A short last day -------------------------------------------------------------------------------------------


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


# Afterwards -------------------------------------------------------------------------------------------------


def test_courses_are_listed_with_what_they_add_up_to(ws: Workspace, course: CourseView) -> None:
    planned(ws, own_request(code="23/009", start=date(2024, 1, 8)))
    enrolled(ws)
    own, funded = list_courses(ws)
    assert (own.code, funded.code) == ("23/009", CODE)
    assert (funded.people, own.people) == (1, 0)
    assert (funded.official_minutes, funded.last_day) == (22800, course.last_day)
    assert (funded.call, funded.route, funded.title) == ("EPE-873-2023", Route.CALL, course.course.title)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2024, 1, 14), "planned"),
        (date(2024, 1, 15), "running"),
        (date(2024, 5, 3), "running"),
        (date(2024, 5, 4), "finished"),
    ],
)
def test_a_course_is_planned_runs_and_is_finished_by_the_working_day(
    ws: Workspace, course: CourseView, day: date, stage: str
) -> None:
    ws.clock = at(day)
    assert [(row.code, row.stage) for row in list_courses(ws)] == [(course.course.code, stage)]


def test_what_is_known_besides_the_plan_can_be_written_at_any_time(ws: Workspace, course: CourseView) -> None:
    details = CourseDetails(
        "23/0001", date(2023, 12, 1), date(2024, 1, 9), 600, "Aula 1", "Eva", "976", "e@x"
    )
    assert change_course(ws, CODE, details).kinds == {Kind.COURSE}
    assert read_course(ws, CODE).course == replace(
        course.course,
        file_number="23/0001",
        approved_on=date(2023, 12, 1),
        selection_on=date(2024, 1, 9),
        selection_minute=600,
        selection_place="Aula 1",
        technician_name="Eva",
        technician_phone="976",
        technician_email="e@x",
    )


def test_the_days_of_the_practice_are_written_and_not_turned_round(ws: Workspace, course: CourseView) -> None:
    set_workplace_days(ws, CODE, date(2024, 5, 6), date(2024, 5, 17))
    practice = read_course(ws, CODE).modules[-1]
    assert (practice.from_day, practice.to_day) == (date(2024, 5, 6), date(2024, 5, 17))
    with pytest.raises(Refused, match="acabar antes de empezar"):
        set_workplace_days(ws, CODE, date(2024, 5, 6), date(2024, 5, 5))
    set_workplace_days(ws, CODE, None, None)
    assert read_course(ws, CODE) == course


def test_a_course_without_practice_has_no_days_to_write(ws: Workspace) -> None:
    planned(ws, request(speciality="ELEE0109", part="A1"))
    with pytest.raises(Refused, match="no tiene módulo de formación práctica"):
        set_workplace_days(ws, CODE, MONDAY, MONDAY)


WRITES: dict[str, Callable[[Workspace], Changes]] = {
    "add_course": lambda ws: add_course(ws, own_request(code="24/002", room="Aula 9")),
    "change_course": lambda ws: change_course(ws, CODE, CourseDetails(file_number="9")),
    "set_workplace_days": lambda ws: set_workplace_days(ws, CODE, MONDAY, MONDAY),
}


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace], Changes]) -> None:
    before = rows(ws)
    write(ws)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
