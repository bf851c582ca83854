"""What the sample centre plans: what it may teach, with which local entity, and what it asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.speciality_needs import save_need
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import link_course, read_request, save_line, submit_request

_Document = Mapping[str, Any]
_BY_INDEX: Final = {"room", "trainer", "entity", "course"}
"""What the sample names by its place in a list, or by its code."""


def build_plans(ws: Workspace, plans: _Document) -> None:
    """Write the plans of the sample; its rooms, trainers and courses are there."""
    for entity in plans["local_entities"]:
        save_local_entity(ws, LocalEntity(0, **entity))
    for accreditation in plans["accreditations"]:
        save_accreditation(ws, Accreditation(0, **accreditation))
    for need in plans["needs"]:
        save_need(ws, _need(ws, need))
    for request in plans["requests"]:
        _build_request(ws, request)


def _need(ws: Workspace, facts: _Document) -> SpecialityNeed:
    centre = read_centre(ws)
    return SpecialityNeed(
        id=0,
        position=0,
        room_id=centre.rooms[facts["room"]].id if "room" in facts else None,
        trainer_id=centre.trainers[facts["trainer"]].id if "trainer" in facts else None,
        **_own(facts) | {"kind": NeedKind(facts["kind"])},
    )


def _build_request(ws: Workspace, request: _Document) -> None:
    year, entities = SchoolYear(request["begins_in"]), list_local_entities(ws)
    for facts in request["lines"]:
        entity = entities[facts["entity"]].id if "entity" in facts else None
        own = _own(facts) | {"route": Route(facts["route"])}
        save_line(ws, year, RequestLine(0, 0, local_entity_id=entity, **own))
        if "course" in facts:
            link_course(ws, year, read_request(ws, year).lines[-1].line.id, facts["course"])
    if "submitted_on" in request:
        submit_request(ws, year, request["submitted_on"], request["number"])


def _own(facts: _Document) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in _BY_INDEX}
