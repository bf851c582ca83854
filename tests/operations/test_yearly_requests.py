"""The yearly request: its lines, how each is authorised, and the day it is submitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.stage import course_stage
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import (
    RequestLineView,
    link_course,
    move_line,
    read_request,
    remove_line,
    request_years,
    save_line,
    submit_request,
    withdraw_submission,
)
from tests.operations.builders import CODE, at, bare, own_request, planned, request, rows

YEAR = SchoolYear(2024)
IN_TIME = date(2024, 4, 2)
OCTOBER = date(2024, 10, 1)
LINE = RequestLine(0, 0, "SSCS0208", "", Route.OWN, starts_on=OCTOBER, places=15)
OWN = Accreditation(0, "SSCS0208", "26-17", date(2023, 9, 1), None, 15)
NEW_NEEDS = "Falta anotar qué exige la especialidad (espacios, formadores, equipamiento)"


@pytest.fixture
def asking(ws: Workspace) -> Workspace:
    """Give the centre on a day of April."""
    ws.clock = at(IN_TIME)
    return ws


def lines(ws: Workspace) -> tuple[RequestLineView, ...]:
    return read_request(ws, YEAR).lines


def test_a_request_is_begun_by_its_first_line_and_keeps_their_order(asking: Workspace) -> None:
    changes = save_line(asking, YEAR, LINE)
    save_line(asking, YEAR, replace(LINE, part="mf1016_2".upper(), route=Route.AGREEMENT))
    first, second = lines(asking)
    assert (first.subject.minutes, second.subject.minutes) == (370 * 60, 100 * 60)
    assert (first.line.position, second.line.position) == (1, 2)
    assert changes.kinds == frozenset({Kind.PLANNING})
    assert read_request(asking, YEAR).warnings == ()


def test_a_line_with_an_accreditation_in_force_is_already_authorised(asking: Workspace) -> None:
    save_accreditation(asking, OWN)
    save_line(asking, YEAR, LINE)
    (view,) = lines(asking)
    assert view.accreditation is not None
    assert (view.accreditation.number, view.missing, view.warnings) == ("26-17", (), ())


def test_a_line_without_one_is_a_new_authorisation_with_what_is_missing_for_it(asking: Workspace) -> None:
    save_line(asking, YEAR, LINE)
    (view,) = lines(asking)
    assert (view.accreditation, view.missing) == (None, (NEW_NEEDS,))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"until": OCTOBER - timedelta(days=1)}, "La acreditación 26-17 terminó el lun 30 sep 2024"),
        ({"day": None}, "La acreditación 26-17 no tiene día: no consta en vigor"),
    ],
)
def test_an_accreditation_that_does_not_reach_the_start_is_said(
    asking: Workspace, facts: dict[str, object], why: str
) -> None:
    save_accreditation(asking, replace(OWN, **facts))  # type: ignore[arg-type]  # each fact of its own type
    save_line(asking, YEAR, LINE)
    assert lines(asking)[0].missing == (why, NEW_NEEDS)


def test_one_that_ends_on_the_start_covers_it(asking: Workspace) -> None:
    save_accreditation(asking, replace(OWN, until=OCTOBER))
    save_line(asking, YEAR, LINE)
    assert lines(asking)[0].accreditation is not None


def test_without_a_start_the_first_day_of_the_school_year_is_judged(asking: Workspace) -> None:
    save_accreditation(asking, replace(OWN, until=date(2024, 8, 31)))
    save_line(asking, YEAR, replace(LINE, starts_on=None))
    assert lines(asking)[0].missing[0] == "La acreditación 26-17 terminó el sáb 31 ago 2024"


def test_more_places_than_the_accreditation_has_are_warned_of(asking: Workspace) -> None:
    save_accreditation(asking, OWN)
    save_line(asking, YEAR, replace(LINE, places=16))
    assert lines(asking)[0].warnings == ("Pide 16 plazas y la acreditación es de 15.",)


def test_a_local_entity_not_said_yet_is_warned_of(asking: Workspace) -> None:
    save_line(asking, YEAR, replace(LINE, route=Route.LOCAL))
    assert lines(asking)[0].warnings == ("Falta decir qué entidad local paga.",)
    save_local_entity(asking, LocalEntity(0, "Ayuntamiento de Utebo"))
    (entity,) = list_local_entities(asking)
    save_line(asking, YEAR, replace(lines(asking)[0].line, local_entity_id=entity.id))
    assert (lines(asking)[0].entity, lines(asking)[0].warnings) == (entity, ())


def test_a_line_meant_for_a_call_says_that_it_is_applied_for_apart(asking: Workspace) -> None:
    (told,) = save_line(asking, YEAR, replace(LINE, route=Route.CALL)).notices
    assert told == "Una convocatoria no se pide con esta petición: se pide con su solicitud."
    assert lines(asking)[0].warnings == (told,)
    assert save_line(asking, YEAR, replace(lines(asking)[0].line, route=Route.OWN)).notices == ()
    assert lines(asking)[0].warnings == ()


@pytest.mark.parametrize(("route", "stage"), [(Route.CALL, Stage.PLANNED), (Route.OWN, Stage.REQUESTED)])
def test_a_submitted_request_asks_for_the_course_of_a_line_but_not_of_one_meant_for_a_call(
    asking: Workspace, route: Route, stage: Stage
) -> None:
    bare(asking, request(start=date(2024, 9, 16)))
    save_line(asking, YEAR, replace(LINE, route=route))
    link_course(asking, YEAR, lines(asking)[0].line.id, CODE)
    submit_request(asking, YEAR, IN_TIME)
    assert course_stage(asking, CODE).stage is stage


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"speciality": "ZZZZ9999"}, "no está en el catálogo"),
        ({"part": "A7"}, "no tiene la parte «A7». Puede pedirse: completo, MF1016_2"),
        ({"local_entity_id": 1}, "Solo hay entidad local donde paga ella"),
        ({"route": Route.LOCAL, "local_entity_id": 9}, "ya no existe"),
        ({"starts_on": date(2024, 8, 31)}, "no es del curso 24/25"),
        ({"starts_on": date(2025, 9, 1)}, "no es del curso 24/25"),
        ({"places": 0}, "al menos una"),
        ({"id": 44}, "ya no está en la petición"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(asking: Workspace, facts: dict[str, object], why: str) -> None:
    before = rows(asking)
    with pytest.raises(Refused, match=why):
        save_line(asking, YEAR, replace(LINE, **facts))  # type: ignore[arg-type]  # each fact of its own type
    assert rows(asking) == before


@pytest.mark.parametrize("start", [date(2024, 9, 1), date(2025, 8, 31)])
def test_a_start_may_be_the_first_or_the_last_day_of_the_school_year(asking: Workspace, start: date) -> None:
    save_line(asking, YEAR, replace(LINE, starts_on=start))
    assert lines(asking)[0].line.starts_on == start


def test_lines_are_moved_as_far_as_they_can_go_and_taken_away_without_a_gap(asking: Workspace) -> None:
    for code in ("SSCS0208", "ADGD0308", "HOTA0308"):
        save_line(asking, YEAR, replace(LINE, speciality=code))
    first, second, third = (view.line.id for view in lines(asking))
    move_line(asking, YEAR, third, -1)
    assert [view.line.id for view in lines(asking)] == [first, third, second]
    move_line(asking, YEAR, first, 9)
    assert [view.line.id for view in lines(asking)] == [third, second, first]
    remove_line(asking, YEAR, second)
    assert [(view.line.id, view.line.position) for view in lines(asking)] == [(third, 1), (first, 2)]


def test_undo_brings_a_line_back_in_its_place(asking: Workspace) -> None:
    save_line(asking, YEAR, LINE)
    save_line(asking, YEAR, replace(LINE, speciality="ADGD0308"))
    before = rows(asking)
    remove_line(asking, YEAR, lines(asking)[0].line.id)
    undo(asking)
    assert rows(asking) == before


def test_a_request_is_submitted_once_with_its_day_number_and_scan(asking: Workspace, tmp_path: Path) -> None:
    save_line(asking, YEAR, LINE)
    scan = tmp_path / "justificante.pdf"
    scan.write_bytes(b"%PDF-1.7")
    changes = submit_request(asking, YEAR, IN_TIME, " GAC-1 ", scan)
    request = read_request(asking, YEAR).request
    assert (request.submitted_on, request.number, changes.notices) == (IN_TIME, "GAC-1", ())
    assert request.attachment is not None
    with pytest.raises(Refused, match="es un acto que queda registrado"):
        undo(asking)


CHANGES_OF_A_REQUEST: tuple[Callable[[Workspace, int], object], ...] = (
    lambda ws, _line: save_line(ws, YEAR, LINE),
    lambda ws, line: remove_line(ws, YEAR, line),
    lambda ws, line: move_line(ws, YEAR, line, 1),
    lambda ws, _line: submit_request(ws, YEAR, IN_TIME),
)


@pytest.mark.parametrize("change", CHANGES_OF_A_REQUEST)
def test_a_submitted_request_is_not_changed_until_it_is_opened_again(
    asking: Workspace, change: Callable[[Workspace, int], object]
) -> None:
    save_line(asking, YEAR, LINE)
    key = lines(asking)[0].line.id
    submit_request(asking, YEAR, IN_TIME)
    with pytest.raises(Refused, match="se presentó el mar 2 abr 2024"):
        change(asking, key)
    withdraw_submission(asking, YEAR, "Faltaba un módulo")
    assert "Faltaba un módulo" in history(asking)[0].name
    change(asking, key)


def test_a_request_of_a_day_to_come_an_empty_one_and_one_not_submitted_are_refused(asking: Workspace) -> None:
    with pytest.raises(Refused, match="ninguna línea"):
        submit_request(asking, YEAR, IN_TIME)
    save_line(asking, YEAR, LINE)
    with pytest.raises(Refused, match="aún no ha llegado"):
        submit_request(asking, YEAR, IN_TIME + timedelta(days=1))
    with pytest.raises(Refused, match="no consta presentada"):
        withdraw_submission(asking, YEAR, "Error")
    submit_request(asking, YEAR, IN_TIME)
    with pytest.raises(Refused, match="Diga por qué"):
        withdraw_submission(asking, YEAR, " ")


@pytest.mark.parametrize(
    ("day", "is_warned"),
    [
        (date(2024, 2, 29), True),
        (date(2024, 3, 1), False),
        (date(2024, 4, 30), False),
        (date(2024, 5, 1), True),
    ],
)
def test_outside_march_and_april_it_is_warned_and_not_refused(
    ws: Workspace, day: date, *, is_warned: bool
) -> None:
    ws.clock = at(day)
    save_line(ws, YEAR, LINE)
    assert bool(read_request(ws, YEAR).warnings) is is_warned
    changes = submit_request(ws, YEAR, day)
    assert bool(changes.notices) is is_warned
    assert bool(read_request(ws, YEAR).warnings) is is_warned


def test_a_course_planned_from_a_line_is_linked_to_it_even_after_it_was_submitted(asking: Workspace) -> None:
    save_line(asking, YEAR, LINE)
    key = lines(asking)[0].line.id
    submit_request(asking, YEAR, IN_TIME)
    planned(asking, own_request(start=OCTOBER))
    assert course_stage(asking, CODE).stage is Stage.PLANNED
    changes = link_course(asking, YEAR, key, CODE)
    assert lines(asking)[0].line.course == CODE
    assert course_stage(asking, CODE).stage is Stage.REQUESTED
    assert (changes.course, Kind.COURSE in changes.kinds) == (CODE, True)
    link_course(asking, YEAR, key, "")
    assert course_stage(asking, CODE).stage is Stage.PLANNED


def test_a_course_of_a_line_that_a_local_entity_pays_is_paid_by_it(asking: Workspace) -> None:
    save_local_entity(asking, LocalEntity(0, "Ayuntamiento de Utebo"))
    (entity,) = list_local_entities(asking)
    save_line(asking, YEAR, replace(LINE, route=Route.LOCAL, local_entity_id=entity.id))
    planned(asking, own_request(call="local-entity", route=Route.LOCAL))
    link_course(asking, YEAR, lines(asking)[0].line.id, CODE)
    assert find_course(asking, CODE).local_entity_id == entity.id


def test_a_course_of_another_speciality_is_not_linked(asking: Workspace) -> None:
    save_line(asking, YEAR, replace(LINE, speciality="ADGD0308"))
    planned(asking, own_request())
    with pytest.raises(Refused, match="la línea pide ADGD0308"):
        link_course(asking, YEAR, lines(asking)[0].line.id, CODE)


def test_a_line_that_a_course_answers_does_not_come_to_ask_for_another_speciality(asking: Workspace) -> None:
    save_line(asking, YEAR, LINE)
    planned(asking, own_request(start=OCTOBER))
    link_course(asking, YEAR, lines(asking)[0].line.id, CODE)
    line = lines(asking)[0].line
    save_line(asking, YEAR, replace(line, places=12))
    with pytest.raises(Refused, match="La responde el curso"):
        save_line(asking, YEAR, replace(line, speciality="ADGD0308"))
    link_course(asking, YEAR, line.id, "")
    save_line(asking, YEAR, replace(line, speciality="ADGD0308", course_id=None))
    assert lines(asking)[0].line.speciality == "ADGD0308"


def test_an_accreditation_that_ends_before_the_planned_course_does_is_warned_of(asking: Workspace) -> None:
    save_line(asking, YEAR, LINE)
    last = max(stretch.day for stretch in planned(asking, own_request(start=OCTOBER)).stretches)
    link_course(asking, YEAR, lines(asking)[0].line.id, CODE)
    save_accreditation(asking, replace(OWN, until=last - timedelta(days=1)))
    assert "La acreditación termina el" in lines(asking)[0].warnings[0]


def test_the_years_to_look_at_are_those_asked_for_and_the_one_to_ask_for_now(asking: Workspace) -> None:
    assert request_years(asking) == (YEAR,)
    save_line(asking, SchoolYear(2022), replace(LINE, starts_on=None))
    assert request_years(asking) == (YEAR, SchoolYear(2022))
