"""A person's day over all their courses never passes eight hours: learners, trainers and practice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.operations.clashes import course_clashes
from cpepa_desktop.operations.course_days import day_problems
from cpepa_desktop.operations.course_facts import set_workplace_days
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import (
    EnrolmentForm,
    Withdrawal,
    cancel_withdrawal,
    change_enrolment,
    enrol,
    find_enrolment,
    list_enrolments,
    withdraw,
)
from cpepa_desktop.operations.people import import_people, preview_people
from cpepa_desktop.operations.sessions import assign_block_trainers, assign_trainers, move_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    KEPT,
    MONDAY,
    class_on,
    enrolled,
    own_request,
    person,
    planned,
    request,
    rows,
    trainer,
)

SATURDAY = date(2024, 1, 20)
THREE, MORE, SIX = "L-V 16:00-19:00", "L-V 16:00-19:15", "L-V 15:00-21:00"


def other(ws: Workspace, timetable: str) -> CourseView:
    """Plan a second course, in the afternoon."""
    return planned(ws, own_request(code="24/002", timetable=timetable, **KEPT))


def test_eight_hours_in_two_courses_are_taken(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    other(ws, THREE)
    someone = enrolled(ws)
    enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    assert day_problems(ws, read_course(ws, "24/002"), [MONDAY]) == ()


@pytest.mark.usefixtures("course")
def test_more_than_eight_hours_are_refused_with_the_first_day_and_nothing_is_lost(ws: Workspace) -> None:
    other(ws, MORE)
    someone = enrolled(ws)
    before = rows(ws)
    with pytest.raises(Refused, match="día sería demasiado largo") as refusal:
        enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    (problem,) = refusal.value.problems
    assert problem.message.startswith(
        "Muñoz, Ana 1, lun 15 ene 2024: El día sumaría 8:15 h y el máximo es 8 h ("
    )
    assert "RD 694/2017, art. 3.6" in problem.message
    assert "días más" in problem.message
    assert rows(ws) == before


@pytest.mark.usefixtures("course")
def test_a_list_says_it_of_its_row_and_brings_the_others(ws: Workspace, tmp_path: Path) -> None:
    other(ws, MORE)
    ana, luz = enrolled(ws).person, person(ws, 2)
    path = tmp_path / "lista.csv"
    lines = [f"{each.document};{each.name};{each.surnames}" for each in (ana, luz)]
    path.write_text("\n".join(["documento;nombre;apellidos", *lines, ""]), encoding="utf-8")
    preview = preview_people(ws, path, "24/002")
    (problem,) = preview.problems
    assert problem.row == 2
    assert "El día sumaría 8:15 h" in problem.message
    import_people(ws, preview, only_valid=True)
    assert [each.person.id for each in list_enrolments(ws, "24/002")] == [luz.id]


@pytest.mark.usefixtures("course")
def test_only_the_days_on_which_somebody_is_in_both_courses_count(ws: Workspace) -> None:
    other(ws, MORE)
    someone = enrolled(ws)
    document = someone.person.document.number
    last = date(2024, 1, 16)
    withdraw(ws, CODE, document, Withdrawal(last, LeaveCause.OTHER))
    with pytest.raises(Refused, match="demasiado largo"):
        enrol(ws, "24/002", someone.person.id, EnrolmentForm(last))
    enrol(ws, "24/002", someone.person.id, EnrolmentForm(date(2024, 1, 17)))
    with pytest.raises(Refused, match="demasiado largo"):
        change_enrolment(ws, "24/002", find_enrolment(ws, "24/002", document).id, EnrolmentForm(last))
    with pytest.raises(Refused, match="demasiado largo"):
        cancel_withdrawal(ws, CODE, document)


@pytest.mark.usefixtures("course")
def test_a_class_is_not_moved_to_where_a_day_of_its_learners_would_be_too_long(ws: Workspace) -> None:
    view = planned(ws, own_request(code="24/002", timetable="S 15:00-18:15", start=SATURDAY, **KEPT))
    someone = enrolled(ws)
    enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    _stretch, sessions = class_on(view, SATURDAY)
    before = rows(ws)
    with pytest.raises(Refused, match="Coincide con otro curso") as refusal:
        move_session(ws, "24/002", sessions[0].id, date(2024, 1, 22), 16 * 60)
    assert "El día sumaría 8:15 h" in refusal.value.problems[0].message
    assert rows(ws) == before


@pytest.mark.usefixtures("course")
def test_a_trainer_with_eleven_hours_in_a_day_is_refused_with_a_sentence(ws: Workspace) -> None:
    ana = trainer(ws, 1)
    view = other(ws, SIX)
    assign_block_trainers(ws, CODE, read_course(ws, CODE).blocks[0].code, [ana.id])
    _stretch, sessions = class_on(view, MONDAY)
    before = rows(ws)
    with pytest.raises(Refused) as refusal:
        assign_trainers(ws, "24/002", [sessions[0].id], [ana.id])
    (problem,) = refusal.value.problems
    assert problem.message == (
        "Docente 1 Gil, lun 15 ene 2024: El día sumaría 11 h y el máximo es 8 h (RD 694/2017, art. 3.6)."
    )
    assert rows(ws) == before


@pytest.mark.parametrize(("timetable", "is_refused"), [(THREE, False), (MORE, True)])
def test_a_course_is_not_planned_with_a_trainer_whose_day_would_be_too_long(
    ws: Workspace, timetable: str, *, is_refused: bool
) -> None:
    ana = trainer(ws, 1)
    planned(ws, request(trainers=(ana.id,)))
    wanted = own_request(code="24/002", timetable=timetable, trainers=(ana.id,), **KEPT)
    if not is_refused:
        assert preview_course(ws, wanted).stretches
        return
    with pytest.raises(Refused) as refusal:
        preview_course(ws, wanted)
    (problem,) = refusal.value.problems
    assert "El día sumaría 8:15 h" in problem.message
    assert problem.column == "formadores"


@pytest.mark.usefixtures("course")
def test_who_is_in_two_places_at_once_is_told_that_alone(ws: Workspace) -> None:
    ana = trainer(ws, 1)
    view = planned(ws, own_request(code="24/002", trainers=(ana.id,)))
    planned(ws, own_request(code="24/003", start=date(2025, 1, 13), trainers=(ana.id,)))
    assert course_clashes(ws, view, [MONDAY]) == ()
    assert course_clashes(ws, view, []) == ()


@pytest.mark.usefixtures("course")
def test_practice_counts_spread_evenly_and_within_the_maximum_is_pending(ws: Workspace) -> None:
    someone = enrolled(ws)
    planned(ws, own_request(code="24/002", start=date(2024, 6, 17), timetable=THREE, **KEPT))
    set_workplace_days(ws, CODE, date(2024, 6, 17), date(2024, 6, 21))
    with pytest.raises(Refused, match="demasiado largo"):
        enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    set_workplace_days(ws, CODE, date(2024, 6, 17), date(2024, 7, 12))
    assert read_course(ws, CODE).modules[-1].official_minutes // 20 <= 5 * 60
    changes = enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    assert "su horario no consta" in changes.notices[0]


@pytest.mark.usefixtures("course")
def test_practice_is_not_put_on_days_that_would_be_too_long_with_a_class(ws: Workspace) -> None:
    someone = enrolled(ws)
    planned(ws, own_request(code="24/002", start=date(2024, 6, 17), timetable=THREE, **KEPT))
    enrol(ws, "24/002", someone.person.id, EnrolmentForm())
    before = rows(ws)
    with pytest.raises(Refused, match="Con las prácticas") as refusal:
        set_workplace_days(ws, CODE, date(2024, 6, 17), date(2024, 6, 21))
    assert "Muñoz, Ana 1, lun 17 jun 2024" in refusal.value.problems[0].message
    assert rows(ws) == before
    assert set_workplace_days(ws, CODE, date(2024, 6, 17), date(2024, 7, 12)).notices
    assert set_workplace_days(ws, CODE, date(2025, 6, 16), date(2025, 6, 20)).notices == ()
    assert set_workplace_days(ws, CODE, None, None).notices == ()
