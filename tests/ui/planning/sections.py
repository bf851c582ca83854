"""How the tests of the plan come to its sections, and begin with nothing planned."""

from __future__ import annotations

from typing import TypeVar

from cpepa_desktop.operations.accreditations import (
    list_accreditations,
    read_accreditations,
    remove_accreditation,
)
from cpepa_desktop.operations.local_entities import (
    read_local_entities,
    remove_local_entity,
    set_local_entity,
)
from cpepa_desktop.operations.speciality_needs import list_needs, remove_need
from cpepa_desktop.operations.yearly_requests import read_request, remove_line, request_years
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.planning.controller import PlanningPage
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow

SomePart = TypeVar("SomePart", bound=Part)


def open_section(window: MainWindow, kind: type[SomePart], detail: str) -> SomePart:
    """Go to the section of the plan that ``detail`` names and return its controller."""
    window.travel(Place("planning", "", detail))
    page = window.page("planning")
    assert isinstance(page, PlanningPage)
    part = page.sections.part(detail.partition("/")[0])
    assert isinstance(part, kind)
    return part


def forget_plans(shell: Shell) -> None:
    """Take away what the sample plans, so that a test begins with nothing planned."""
    ws = shell.workspace
    for year in request_years(ws):
        for line in read_request(ws, year).lines:
            remove_line(ws, year, line.line.id)
    for given in list_accreditations(ws):
        remove_accreditation(ws, given.id)
    for row in read_accreditations(ws):
        for view in list_needs(ws, row.speciality):
            remove_need(ws, view.need.id)
    for found in read_local_entities(ws):
        for course in found.courses:
            set_local_entity(ws, course, None)
        remove_local_entity(ws, found.entity.id)
