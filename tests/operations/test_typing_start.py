"""What is typed into GESTIFOR before a course starts, and the obligations that it meets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.course import CourseView, SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.staff import Contract, CourseRole, Role
from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingKind, TypingState
from cpepa_desktop.operations.centres import save_centre, save_room
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.sessions import assign_block_trainers, set_mode
from cpepa_desktop.operations.staff import course_staff
from cpepa_desktop.operations.staff_writing import save_role
from cpepa_desktop.operations.typing_again import unmark_typed
from cpepa_desktop.operations.typing_start import mark_start_typed, start_list
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CENTRE, CODE, MONDAY, at, planned, request, room, trainer

BEFORE, TODAY = date(2024, 1, 5), date(2024, 1, 12)
SELECTION = CourseDetails(
    file_number="23/1",
    selection_on=date(2024, 1, 8),
    selection_minute=600,
    selection_place="Aula 1",
)


@pytest.fixture
def course(ws: Workspace) -> CourseView:
    """Give a course with everything that its start asks for but its staff."""
    save_centre(ws, replace(CENTRE, address="C/ Mayor 1", postal_code="50001"))
    found = room(ws, "Aula 1")
    save_room(ws, replace(found, area_hundredths=4550))
    view = planned(ws, request(room="Aula 1"))
    change_course(ws, CODE, SELECTION)
    return view


def items(ws: Workspace, *kinds: TypingKind) -> list[TypingItem]:
    return [item for item in start_list(ws, CODE).items if item.kind in kinds]


def values(ws: Workspace, kind: TypingKind) -> dict[str, str]:
    return {item.name: item.cells[0].text for item in items(ws, kind)}


def type_all(ws: Workspace, *kinds: TypingKind, day: date = TODAY) -> tuple[str, ...]:
    """Tick everything of some kinds and return what was told."""
    keys = [item.key for item in items(ws, *kinds)]
    return mark_start_typed(ws, start_list(ws, CODE), keys, day, " G-1 ").notices


def met(ws: Workspace, name: str) -> tuple[date, str, str] | None:
    found = next(each.met for each in course_obligations(ws, CODE) if each.name == name)
    return (found.day, found.number, found.channel) if found else None


def staffed(ws: Workspace, course: CourseView) -> int:
    """Give the course a teacher of the first block, who tutors too."""
    ana = trainer(ws, 1)
    assign_block_trainers(ws, CODE, course.blocks[0].code, [ana.id])
    return ana.id


def test_the_month_says_its_room_and_square_metres(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    assert values(ws, TypingKind.MONTH) == {
        "Mes de inicio previsto": "01/2024",
        "Horario": "L-V 09:00-14:00",
        "Número de aula": "Aula 1",
        "Metros cuadrados": "45,5",
    }


def test_the_communication_of_the_start_says_days_place_and_selection(
    ws: Workspace, course: CourseView
) -> None:
    assert course.last_day is not None
    assert values(ws, TypingKind.START) == {
        "Número de expediente": "23/1",
        "Especialidad": "SSCS0208",
        "Denominación": course.course.title,
        "Fecha de inicio": "15/01/2024",
        "Fecha de fin": f"{course.last_day:%d/%m/%Y}",
        "Horas": "380",
        "Horario": "L-V 09:00-14:00",
        "Modalidad": "Presencial",
        "Lugar de impartición": "C/ Mayor 1, 50001 Zaragoza",
        "Aula": "Aula 1",
        "Metros cuadrados": "45,5",
        "Fecha de selección": "08/01/2024",
        "Hora de selección": "10:00",
        "Lugar de selección": "Aula 1",
    }


def test_the_days_of_class_come_one_a_line(ws: Workspace, course: CourseView) -> None:
    days = items(ws, TypingKind.CLASS_DAY)
    assert len(days) == len({stretch.day for stretch in course.stretches})
    assert [cell.text for cell in days[0].cells] == [
        "15/01/2024",
        "09:00-14:00",
        "5",
        course.blocks[0].code,
    ]


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (SessionMode.VIRTUAL, "Presencial, con aula virtual"),
        (SessionMode.BIMODAL, "Presencial, con sistema bimodal"),
    ],
)
def test_the_way_of_teaching_is_said(
    ws: Workspace, course: CourseView, mode: SessionMode, words: str
) -> None:
    set_mode(ws, CODE, [course.sessions[0].id], mode)
    assert values(ws, TypingKind.START)["Modalidad"] == words


def test_what_nobody_has_entered_waits_and_is_not_ticked(ws: Workspace) -> None:
    planned(ws)
    waiting = {item.name for item in items(ws, TypingKind.MONTH) if item.state is TypingState.WAITING}
    assert waiting == {"Número de aula", "Metros cuadrados"}
    assert "Número de expediente" not in values(ws, TypingKind.START)
    with pytest.raises(Refused, match="Número de aula: todavía no se ha introducido"):
        mark_start_typed(ws, start_list(ws, CODE), ["month/room"], TODAY)


def test_a_line_of_staff_says_role_modules_hours_and_contract(ws: Workspace, course: CourseView) -> None:
    ana = staffed(ws, course)
    save_role(
        ws,
        CODE,
        CourseRole(
            ana,
            Role.TUTOR,
            90,
            "M 15:00",
            contract=Contract.TEMPORARY,
            contract_from=BEFORE,
            contract_to=TODAY,
            collective_agreement="Enseñanza",
        ),
    )
    save_role(ws, CODE, CourseRole(ana, Role.EVALUATOR))
    teacher, tutor, evaluator = items(ws, TypingKind.STAFF)
    hours = course.blocks[0].official_minutes // 60
    assert [cell.text for cell in teacher.cells][3:] == [
        "Imparte",
        f"{course.modules[0].code} ({hours} h)",
        str(hours),
        "",
        "",
    ]
    assert [cell.text for cell in tutor.cells][3:] == [
        "Tutoriza",
        "",
        "1,5",
        "M 15:00",
        "Temporal, 05/01/2024 - 12/01/2024, Enseñanza",
    ]
    assert evaluator.state is TypingState.WAITING


def test_the_start_typed_whole_is_filed_with_its_day_and_number(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    first, *rest = [item.key for item in items(ws, TypingKind.START)]
    assert mark_start_typed(ws, start_list(ws, CODE), [first], TODAY, "G-1").notices == ()
    assert met(ws, "start_communication") is None
    told = mark_start_typed(ws, start_list(ws, CODE), rest, TODAY, "G-1").notices
    assert told[0] == "Queda presentado el 12/01/2024: Comunicar el inicio de la acción."
    assert met(ws, "start_communication") == (TODAY, "G-1", "Gestifor Web")
    assert met(ws, "calendar_communication") is None


def test_the_calendar_asks_for_its_month_and_its_days(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    type_all(ws, TypingKind.MONTH)
    assert met(ws, "calendar_communication") is None
    type_all(ws, TypingKind.CLASS_DAY)
    assert met(ws, "calendar_communication") == (TODAY, "G-1", "Gestifor Web")


def test_the_staff_typed_is_sent_that_day_and_filed(ws: Workspace, course: CourseView) -> None:
    ana = staffed(ws, course)
    save_role(ws, CODE, CourseRole(ana, Role.TUTOR, 90, sent_on=BEFORE))
    type_all(ws, TypingKind.STAFF)
    sent = {
        role.role.role: role.role.sent_on
        for member in course_staff(ws, CODE).members
        for role in member.roles
    }
    assert sent == {Role.TEACHER: TODAY, Role.TUTOR: BEFORE}
    assert met(ws, "trainer_registration") == (TODAY, "G-1", "Gestifor Web")


def test_a_value_that_changes_is_typed_again_and_not_filed_twice(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    type_all(ws, TypingKind.START)
    change_course(ws, CODE, replace(SELECTION, selection_place="Salón de actos"))
    changed = [item for item in items(ws, TypingKind.START) if item.state is TypingState.CHANGED]
    assert [item.name for item in changed] == ["Lugar de selección"]
    later = at(date(2024, 1, 13))
    ws.clock = later
    assert mark_start_typed(ws, start_list(ws, CODE), [changed[0].key], later.today(), "G-2").notices == ()
    assert met(ws, "start_communication") == (TODAY, "G-1", "Gestifor Web")


def test_ticks_are_taken_away_and_a_day_to_come_is_refused(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    with pytest.raises(Refused, match="aún no ha llegado"):
        type_all(ws, TypingKind.MONTH, day=MONDAY)
    with pytest.raises(Refused, match="Elija qué ha tecleado"):
        mark_start_typed(ws, start_list(ws, CODE), [], TODAY)
    type_all(ws, TypingKind.MONTH)
    unmark_typed(ws, start_list(ws, CODE), ["month/month"])
    states = [item.state for item in items(ws, TypingKind.MONTH)]
    assert states == [TypingState.MISSING, *[TypingState.TYPED] * 3]


def test_it_is_a_list_of_gestifor_without_a_week(ws: Workspace, course: CourseView) -> None:
    found = start_list(ws, CODE)
    assert (found.course, found.program, found.week) == (course.course.code, Program.GESTIFOR, None)
    assert read_course(ws, CODE).course.start_on == found.items[0].day
