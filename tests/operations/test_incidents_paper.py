"""The incidents of a week gathered for their paper, and the class they happened in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance_paper import blank_sheet, recorded_sheet
from cpepa_desktop.operations.incidents import IncidentForm, add_incident
from cpepa_desktop.operations.incidents_paper import incidents_sheet
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, NINE, at, attend, enrolled, planned, trainer

WEEK = IsoWeek.of(MONDAY)
DARK = IncidentForm(MONDAY, NINE + 30, "No hay luz", "Tormenta", "Aviso", communicated_on=MONDAY)


@pytest.fixture
def taught(ws: Workspace) -> Workspace:
    """Give a course taught by somebody, with one person, on its first day."""
    view = planned(ws)
    assign_block_trainers(ws, CODE, view.blocks[0].code, [trainer(ws, 1).id])
    enrolled(ws, 1)
    ws.clock = at(MONDAY)
    return ws


def test_the_paper_has_the_incidents_of_its_week_and_who_teaches_in_it(taught: Workspace) -> None:
    add_incident(taught, CODE, DARK)
    taught.clock = at(MONDAY + timedelta(7))
    add_incident(taught, CODE, IncidentForm(MONDAY + timedelta(7), NINE, "Otra semana"))
    sheet = incidents_sheet(taught, CODE, WEEK)
    (line,) = sheet.incidents
    assert (line.day, line.minute, line.person, line.what) == (
        MONDAY,
        NINE + 30,
        "Todo el grupo",
        "No hay luz",
    )
    assert (line.cause, line.justification, line.communicated_on) == ("Tormenta", "Aviso", MONDAY)
    assert (sheet.first, sheet.last, sheet.trainers) == (MONDAY, MONDAY + timedelta(4), ("Docente 1 Gil",))


def test_a_week_without_class_has_no_paper(taught: Workspace) -> None:
    with pytest.raises(Refused, match="no tiene clase en la semana 2023-W01"):
        incidents_sheet(taught, CODE, IsoWeek(2023, 1))


def test_the_recorded_sheet_tells_absences_and_incidents_by_day_and_hour(taught: Workspace) -> None:
    someone = enrolled(taught, 2)
    attend(taught, someone, 0)
    add_incident(taught, CODE, DARK)
    add_incident(taught, CODE, IncidentForm(MONDAY, NINE - 5, "Puerta cerrada", enrolment_id=someone.id))
    told = [(each.minute, each.person, each.what) for each in recorded_sheet(taught, CODE, WEEK).incidents]
    assert told == [
        (NINE - 5, "Muñoz, Ana 2", "Puerta cerrada"),
        (NINE, "Muñoz, Ana 2", "Falta de 5 h"),
        (NINE + 30, "Todo el grupo", "No hay luz"),
    ]
    assert blank_sheet(taught, CODE, WEEK).incidents == ()
