"""What cannot be planned is refused with every reason, and nothing is written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from cpepa_desktop.domain.course import CourseView, Regime, Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.course_planning import preview_course
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    KEPT,
    MONDAY,
    own_request,
    planned,
    request,
    trainer,
)


def reasons(ws: Workspace, **facts: Any) -> list[str]:  # noqa: ANN401 - the fields of the request
    """Return why a request is refused, every reason on its own."""
    with pytest.raises(Refused) as refused:
        preview_course(ws, request(**facts))
    return [problem.message for problem in refused.value.problems] or [refused.value.message]


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


def test_the_route_of_the_call_is_bound_to_its_annex_and_the_others_are_not(ws: Workspace) -> None:
    code = "AFDA0111"
    assert "no incluye AFDA0111" in reasons(ws, speciality=code)[0]
    assert preview_course(ws, own_request(speciality=code)).structure.code == code


def test_a_year_without_class_is_told(ws: Workspace) -> None:
    with ws.operation("Cierre"):
        for day in range(800):
            closed = (MONDAY + timedelta(days=day)).isoformat()
            ws.db.execute("INSERT INTO holiday (day, scope, name) VALUES (?, 'centre', 'Cierre')", (closed,))
    assert "no hay días de clase" in reasons(ws)[0]


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
