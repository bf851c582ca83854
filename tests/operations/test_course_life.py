"""Authorising, signing, starting and renouncing: what each writes, what it refuses and what it tells."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.db import courses
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.course_life import (
    authorise_courses,
    cancel_renunciation,
    renounce_course,
    sign_agreement,
    start_course,
)
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.courses import find_course, list_courses
from cpepa_desktop.operations.gates import GateRefused, defer_gates
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    at,
    bare,
    last_operation,
    own_request,
    planned,
    request,
    rows,
)

DAY = timedelta(days=1)
TODAY = date(2024, 1, 12)
AFTERNOON = "L-V 16:00-21:00"


def paper(**facts: Any) -> OfficialPaper:  # noqa: ANN401 - the fields of the paper
    return OfficialPaper(0, OfficialPaperKind.OTHER, **facts)


def agreement_request(code: str = CODE, **facts: Any) -> CourseRequest:  # noqa: ANN401 - of the request
    return request(code=code, call="inaem-agreement", route=Route.AGREEMENT, **facts)


def stage(ws: Workspace, code: str = CODE) -> Stage:
    return next(row.stage for row in list_courses(ws) if row.code == code)


# Authorising -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (own_request(), OfficialPaperKind.AUTHORISATION),
        (own_request(call="local-entity", route=Route.LOCAL), OfficialPaperKind.AUTHORISATION),
        (request(), OfficialPaperKind.GRANT),
    ],
)
def test_each_course_is_authorised_by_its_own_paper(
    ws: Workspace,
    tmp_path: Path,
    wanted: CourseRequest,
    kind: OfficialPaperKind,
) -> None:
    bare(ws, wanted)
    scan = tmp_path / "escrito.pdf"
    scan.write_bytes(b"%PDF")
    changes = authorise_courses(ws, [CODE], paper(number="7", issued_on=TODAY), scan)
    [kept] = list_official_papers(ws, CODE)
    assert (kept.kind, kept.number, kept.courses) == (kind, "7", (CourseServed(CODE),))
    assert kept.attachment is not None
    assert changes.course == CODE
    assert stage(ws) in {Stage.AUTHORISED, Stage.IN_SELECTION}


def test_a_grant_keeps_what_it_grants_to_the_course(ws: Workspace) -> None:
    bare(ws)
    served = (CourseServed(CODE, 3_759_340), CourseServed("otro", 1))
    authorise_courses(ws, [CODE], paper(issued_on=TODAY, courses=served))
    assert list_official_papers(ws, CODE)[0].courses == (CourseServed(CODE, 3_759_340),)


def test_a_course_under_an_agreement_is_signed_and_not_authorised(ws: Workspace) -> None:
    bare(ws, agreement_request())
    with pytest.raises(Refused, match="no se autoriza, se firma"):
        authorise_courses(ws, [CODE], paper(issued_on=TODAY))
    assert list_official_papers(ws) == ()


@pytest.mark.parametrize(("issued", "notices"), [(date(2023, 12, 31), 1), (date(2024, 1, 1), 0)])
def test_an_authorisation_of_the_former_regime_is_told(ws: Workspace, issued: date, notices: int) -> None:
    bare(ws, own_request())
    told = authorise_courses(ws, [CODE], paper(issued_on=issued)).notices
    assert len(told) == notices
    assert all("régimen de evaluación" in notice for notice in told)


def test_a_regime_chosen_with_a_reason_is_not_questioned(ws: Workspace) -> None:
    view = bare(ws, own_request())
    bare(
        ws,
        own_request(code="24/2", regime=view.course.regime, regime_reason="Resolución", timetable=AFTERNOON),
    )
    assert authorise_courses(ws, ["24/2"], paper(issued_on=date(2023, 12, 31))).notices == ()
    assert authorise_courses(ws, [CODE], paper(received_on=date(2023, 12, 31))).notices == ()


def test_one_grant_serves_several_courses_and_tells_of_the_regime_of_each(ws: Workspace) -> None:
    bare(ws)
    bare(ws, request(code="24/2", timetable=AFTERNOON))
    former = paper(number="G-1", issued_on=date(2023, 12, 31), courses=(CourseServed("24/2", 5),))
    changes = authorise_courses(ws, [CODE, "24/2", CODE], former)
    [kept] = list_official_papers(ws)
    assert kept.kind is OfficialPaperKind.GRANT
    assert kept.courses == (CourseServed(CODE), CourseServed("24/2", 5))
    regime = [notice for notice in changes.notices if "régimen de evaluación" in notice]
    assert [code in notice for code, notice in zip((CODE, "24/2"), regime, strict=True)] == [True, True]


def test_courses_that_no_one_paper_authorises_are_refused(ws: Workspace) -> None:
    bare(ws, own_request())
    bare(ws, request(code="24/2", timetable=AFTERNOON))
    bare(ws, agreement_request("24/3", start=date(2025, 1, 13)))
    for codes, words in (
        ([], "a qué cursos"),
        ([CODE, "24/2"], "No hay un escrito que sirva a todos"),
        ([CODE, "24/3"], "24/3 se hace por convenio"),
        ([CODE, "99/9"], "No hay ningún curso"),
    ):
        with pytest.raises(Refused, match=words):
            authorise_courses(ws, codes, paper(issued_on=TODAY))
    assert list_official_papers(ws) == ()


# Signing ---------------------------------------------------------------------------------------------------


def test_one_agreement_is_signed_for_several_courses(ws: Workspace) -> None:
    bare(ws, agreement_request())
    bare(ws, agreement_request("24/002", timetable=AFTERNOON))
    sign_agreement(ws, [CODE, "24/002", CODE], paper(number="12", issued_on=TODAY))
    [kept] = list_official_papers(ws)
    assert [served.course for served in kept.courses] == [CODE, "24/002"]
    assert kept.kind is OfficialPaperKind.AGREEMENT
    assert {stage(ws), stage(ws, "24/002")} <= {Stage.AUTHORISED, Stage.IN_SELECTION}


def test_a_course_that_no_agreement_pays_is_not_signed_for(ws: Workspace) -> None:
    bare(ws, own_request())
    bare(ws, agreement_request("24/002", timetable=AFTERNOON))
    with pytest.raises(Refused, match=f"Sin convenio por su financiación: {CODE}"):
        sign_agreement(ws, ["24/002", CODE], paper(issued_on=TODAY))
    with pytest.raises(Refused, match="a qué cursos"):
        sign_agreement(ws, [], paper(issued_on=TODAY))
    assert list_official_papers(ws) == ()


def test_an_agreement_with_a_local_entity_does_not_open_its_course(ws: Workspace) -> None:
    bare(ws, own_request(call="local-entity", route=Route.LOCAL))
    sign_agreement(ws, [CODE], paper(issued_on=TODAY))
    assert stage(ws) is Stage.PLANNED


# Starting --------------------------------------------------------------------------------------------------


def test_a_course_starts_once_its_gates_are_open(ws: Workspace) -> None:
    bare(ws, own_request())
    ws.clock = at(MONDAY)
    with pytest.raises(GateRefused):
        start_course(ws, CODE, MONDAY)
    assert find_course(ws, CODE).started_on is None
    authorise_courses(ws, [CODE], paper(received_on=MONDAY))
    start_course(ws, CODE, MONDAY)
    assert find_course(ws, CODE).started_on == MONDAY
    assert stage(ws) is Stage.RUNNING
    undo(ws)
    assert find_course(ws, CODE).started_on is None


def test_a_start_is_not_to_come_not_before_the_plan_and_not_said_twice(ws: Workspace) -> None:
    planned(ws, own_request())
    with pytest.raises(Refused, match="aún no ha llegado"):
        start_course(ws, CODE, MONDAY)
    ws.clock = at(MONDAY + DAY)
    with pytest.raises(Refused, match="cambie antes el inicio"):
        start_course(ws, CODE, MONDAY - DAY)
    start_course(ws, CODE, MONDAY + DAY)
    with pytest.raises(Refused, match="ya consta iniciado el mar 16 ene 2024"):
        start_course(ws, CODE, MONDAY + DAY)


def test_a_start_before_the_grant_is_refused_and_one_beyond_the_limit_is_told(ws: Workspace) -> None:
    start = date(2024, 9, 2)
    planned(ws, request(start=start))
    ws.clock = at(start + DAY)
    authorise_courses(ws, [CODE], paper(issued_on=start + DAY))
    with pytest.raises(GateRefused, match="Subvención concedida"):
        start_course(ws, CODE, start)
    [notice] = start_course(ws, CODE, start + DAY).notices
    assert "después del plazo de ejecución, jue 31 oct 2024" in notice


# Renouncing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "words"),
    [
        (date(2023, 12, 12), "está en plazo, que acaba el vie 12 ene 2024"),
        (date(2023, 12, 11), "acabó el jue 11 ene 2024"),
        (None, "no se conoce"),
    ],
)
def test_a_renunciation_is_written_with_its_paper_and_its_limit(
    ws: Workspace, received: date | None, words: str
) -> None:
    bare(ws)
    if received:
        authorise_courses(ws, [CODE], paper(issued_on=date(2023, 12, 1), received_on=received))
    [notice] = renounce_course(ws, CODE, TODAY, " Sin docente ", " R-1 ").notices
    assert words in notice
    assert "ap. 16.2" in notice
    course = find_course(ws, CODE)
    assert (course.renounced_on, course.renounce_reason) == (TODAY, "Sin docente")
    kept = next(p for p in list_official_papers(ws, CODE) if p.kind is OfficialPaperKind.RENUNCIATION)
    assert (kept.number, kept.issued_on, kept.note) == ("R-1", TODAY, "Sin docente")
    assert stage(ws) is Stage.RENOUNCED


def test_where_the_call_sets_no_limit_none_is_told(ws: Workspace) -> None:
    bare(ws, own_request())
    assert renounce_course(ws, CODE, TODAY, "Sin aula").notices == ()


def test_a_renunciation_needs_a_reason_a_day_come_and_a_course_not_over(ws: Workspace) -> None:
    last = bare(ws, own_request()).last_day
    assert last is not None
    before = rows(ws)
    for day, reason, words in (
        (TODAY, " ", "Diga el motivo"),
        (TODAY + DAY, "Sin aula", "aún no ha llegado"),
    ):
        with pytest.raises(Refused, match=words):
            renounce_course(ws, CODE, day, reason)
    ws.clock = at(last + DAY)
    with pytest.raises(Refused, match="ya no se puede renunciar"):
        renounce_course(ws, CODE, last + DAY, "Sin aula")
    assert rows(ws) == before
    renounce_course(ws, CODE, last, "Sin aula")
    with pytest.raises(Refused, match="Ya consta la renuncia"):
        renounce_course(ws, CODE, last, "Otra vez")
    with pytest.raises(Refused, match="no puede iniciarse"):
        start_course(ws, CODE, last)


def test_a_renunciation_can_be_left_without_effect_and_its_paper_stays(ws: Workspace) -> None:
    bare(ws, own_request())
    with pytest.raises(Refused, match="No consta ninguna renuncia"):
        cancel_renunciation(ws, CODE, "Error")
    renounce_course(ws, CODE, TODAY, "Sin aula")
    with pytest.raises(Refused, match="Diga por qué"):
        cancel_renunciation(ws, CODE, "")
    cancel_renunciation(ws, CODE, "Hay aula")
    course = find_course(ws, CODE)
    assert (course.renounced_on, course.renounce_reason) == (None, "")
    assert [each.kind for each in list_official_papers(ws, CODE)] == [OfficialPaperKind.RENUNCIATION]
    assert last_operation(ws) == f"Renuncia sin efecto, curso {CODE}: Hay aula"
    assert stage(ws) is Stage.PLANNED


def test_a_renunciation_is_not_undone_by_a_key(ws: Workspace) -> None:
    bare(ws, own_request())
    renounce_course(ws, CODE, TODAY, "Sin aula")
    with pytest.raises(Refused):
        undo(ws)
    assert find_course(ws, CODE).renounced_on == TODAY


def test_two_gates_that_contradict_each_other_are_refused_together(ws: Workspace) -> None:
    bare(ws, own_request(call="local-entity", route=Route.LOCAL))
    sign_agreement(ws, [CODE], paper(issued_on=date(2023, 1, 9), ends_on=TODAY - DAY))
    with pytest.raises(Refused, match="corrija sus fechas") as caught:
        authorise_courses(ws, [CODE], paper(received_on=TODAY))
    assert "antes de la autorización" in str(caught.value.problems[0])
    save_official_paper(ws, paper(number="sin curso"))


def test_a_deferral_lets_a_course_start_with_its_paper_pending(ws: Workspace) -> None:
    bare(ws, own_request())
    defer_gates(ws, CODE, "En la carpeta")
    ws.clock = at(MONDAY)
    start_course(ws, CODE, MONDAY)
    assert courses.course(ws.db, CODE) == find_course(ws, CODE)
    assert find_course(ws, CODE).started_on == MONDAY
