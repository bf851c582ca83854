"""The terms of a course and of the centre as a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.operations.agenda import calendar_of, write_calendar
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.course_life import renounce_course
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.ics import ReadEvent, read_calendar
from tests.operations.builders import CODE, at, planned, request

pytestmark = pytest.mark.usefixtures("course")


def named(data: bytes, words: str) -> ReadEvent:
    _name, events = read_calendar(data)
    return next(event for event in events if words in event.summary)


def test_a_course_has_an_event_for_each_term_with_a_day(ws: Workspace, tmp_path: Path) -> None:
    path = write_calendar(ws, tmp_path / "plazos.ics", CODE)
    assert path.read_bytes() == calendar_of(ws, CODE)
    _name, events = read_calendar(path.read_bytes())
    dated = [each.due for each in course_obligations(ws, CODE) if each.due]
    assert [event.first for event in events] == dated
    assert len({event.uid for event in events}) == len(events)


def test_an_event_says_its_article_its_safe_day_and_where_it_goes(ws: Workspace) -> None:
    event = named(calendar_of(ws, CODE), "acta de evaluación final")
    assert event.summary == "Entregar el acta de evaluación final (24/001)"
    assert event.description.splitlines() == [
        "Fecha segura: lun 20 may 2024 (EPE/873/2023, Guía 10.2.12)",
        "Lo dice: EPE/873/2023, cuadro resumen",
        "Por dónde: Gestifor Web, Dirección Provincial",
    ]
    assert event.categories == [CODE, "Curso"]
    # It is due on the 24th: a week and a day before the safe one, at nine.
    assert event.rings == [timedelta(hours=9, days=-11), timedelta(hours=9, days=-5)]


def test_what_is_met_rings_no_more_and_says_so_and_what_is_past_does_not_ring(ws: Workspace) -> None:
    ws.clock = at(date(2024, 1, 10))
    assert len(named(calendar_of(ws, CODE), "acta de selección").rings) == 1
    file_obligation(ws, CODE, "selection_record", "", FilingForm(date(2024, 1, 10), "Gestifor Web", "R-7"))
    event = named(calendar_of(ws, CODE), "acta de selección")
    assert event.summary.startswith("Hecho: ")
    assert "Presentado el mié 10 ene 2024, Gestifor Web, R-7" in event.description
    assert event.rings == []


def test_a_course_renounced_has_no_terms_in_the_calendar(ws: Workspace) -> None:
    renounce_course(ws, CODE, ws.clock.today(), "Sin alumnado")
    for course in (CODE, ""):
        _name, events = read_calendar(calendar_of(ws, course))
        assert events == []


def test_a_term_that_moves_keeps_its_identifier(ws: Workspace) -> None:
    def asked(day: date) -> ReadEvent:
        change_course(ws, CODE, CourseDetails(selection_on=day))
        return named(calendar_of(ws, CODE), "Pedir candidatos")

    before, after = asked(date(2024, 1, 8)), asked(date(2024, 1, 9))
    assert before.first < after.first
    assert before.uid == after.uid


def test_the_centre_has_the_terms_of_every_course(ws: Workspace, tmp_path: Path) -> None:
    planned(ws, request(code="24/002"))
    name, events = read_calendar(write_calendar(ws, tmp_path / "centro.ics").read_bytes())
    assert name == "Plazos de CPEPA Margen Izquierda"
    assert {event.categories[0] for event in events} == {CODE, "24/002"}


def test_an_unknown_course_writes_nothing_and_a_folder_that_is_not_there_says_so(
    ws: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(Refused):
        write_calendar(ws, tmp_path / "no.ics", "nada")
    with pytest.raises(EnvironmentFault):
        write_calendar(ws, tmp_path / "no" / "plazos.ics", CODE)
    assert list(tmp_path.glob("*.ics")) == []
