"""The incidents of a course: day, hour, cause and justification."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.incidents import (
    IncidentForm,
    add_incident,
    change_incident,
    list_incidents,
    mark_communicated,
    remove_incident,
)
from cpepa_desktop.operations.obligations import FilingForm, file_obligation, withdraw_filing
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, NINE, at, enrolled, planned, rows

TUESDAY = MONDAY + timedelta(days=1)
DARK = IncidentForm(MONDAY, NINE + 30, "No hay luz en el aula", "Tormenta")


@pytest.fixture
def taught(ws: Workspace) -> Workspace:
    """Give a course with one person, on the Tuesday of its first week."""
    planned(ws)
    enrolled(ws, 1)
    ws.clock = at(TUESDAY)
    return ws


def key_of(ws: Workspace, what: str) -> int:
    return next(view.incident.id for view in list_incidents(ws, CODE) if view.incident.what == what)


def test_an_incident_of_the_class_lies_in_the_stretch_of_its_hour(taught: Workspace) -> None:
    changes = add_incident(taught, CODE, replace(DARK, what=f" {DARK.what} "))
    (view,) = list_incidents(taught, CODE)
    assert (view.day, view.stretch.start, view.person) == (MONDAY, NINE, None)
    assert (view.incident.minute, view.incident.what, view.incident.cause) == (
        NINE + 30,
        "No hay luz en el aula",
        "Tormenta",
    )
    assert (changes.kinds, changes.course) == (frozenset({Kind.ATTENDANCE}), CODE)


def test_what_happens_at_the_door_belongs_to_the_class(taught: Workspace) -> None:
    add_incident(taught, CODE, replace(DARK, minute=NINE - 15))
    assert list_incidents(taught, CODE)[0].stretch.start == NINE


def test_incidents_come_by_day_and_hour_and_may_be_asked_between_two_days(taught: Workspace) -> None:
    someone = enrolled(taught, 2).id
    add_incident(taught, CODE, IncidentForm(TUESDAY, NINE, "Llega tarde", enrolment_id=someone))
    add_incident(taught, CODE, replace(DARK, minute=NINE + 60, what="Simulacro"))
    add_incident(taught, CODE, DARK)
    found = list_incidents(taught, CODE)
    assert [view.incident.what for view in found] == ["No hay luz en el aula", "Simulacro", "Llega tarde"]
    assert found[2].person is not None
    assert found[2].person.name == "Ana 2"
    assert [view.day for view in list_incidents(taught, CODE, TUESDAY)] == [TUESDAY]
    assert [view.day for view in list_incidents(taught, CODE, last=MONDAY)] == [MONDAY, MONDAY]


def test_an_incident_is_changed_communicated_and_taken_away(taught: Workspace) -> None:
    add_incident(taught, CODE, DARK)
    key = key_of(taught, DARK.what)
    change_incident(taught, CODE, key, replace(DARK, day=TUESDAY, justification="Aviso de la compañía"))
    mark_communicated(taught, CODE, [key], TUESDAY)
    (view,) = list_incidents(taught, CODE)
    assert (view.day, view.incident.justification) == (TUESDAY, "Aviso de la compañía")
    assert view.incident.communicated_on == TUESDAY
    remove_incident(taught, CODE, key)
    assert list_incidents(taught, CODE) == ()


def test_an_incident_that_was_filed_stays_until_that_is_withdrawn(taught: Workspace) -> None:
    add_incident(taught, CODE, DARK)
    key = key_of(taught, DARK.what)
    file_obligation(taught, CODE, "incidents", str(key), FilingForm(TUESDAY))
    with pytest.raises(Refused, match="retire antes su presentación"):
        remove_incident(taught, CODE, key)
    withdraw_filing(taught, CODE, "incidents", str(key), "Era de otro curso")
    remove_incident(taught, CODE, key)
    assert list_incidents(taught, CODE) == ()


def test_undo_brings_an_incident_back(taught: Workspace) -> None:
    add_incident(taught, CODE, DARK)
    before = rows(taught)
    remove_incident(taught, CODE, key_of(taught, DARK.what))
    undo(taught)
    assert rows(taught) == before


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"what": "  "}, "qué ocurrió"),
        ({"minute": -1}, "0:00 a 23:59"),
        ({"minute": 24 * 60}, "0:00 a 23:59"),
        ({"day": TUESDAY + timedelta(days=1)}, "aún no ha llegado"),
        ({"day": MONDAY - timedelta(days=1)}, "no tiene clase"),
        ({"enrolment_id": 99}, "no está en el curso"),
        ({"day": TUESDAY, "communicated_on": MONDAY}, "No pudo comunicarse"),
        ({"communicated_on": TUESDAY + timedelta(days=1)}, "aún no ha llegado"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    taught: Workspace, facts: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        add_incident(taught, CODE, replace(DARK, **facts))  # type: ignore[arg-type]  # the fields of the form
    assert list_incidents(taught, CODE) == ()


def test_the_first_and_the_last_minute_of_the_day_are_hours(taught: Workspace) -> None:
    add_incident(taught, CODE, replace(DARK, minute=0))
    add_incident(taught, CODE, replace(DARK, minute=24 * 60 - 1, communicated_on=MONDAY))
    assert [view.incident.minute for view in list_incidents(taught, CODE)] == [0, 24 * 60 - 1]


def test_who_has_not_joined_yet_has_no_incident(taught: Workspace) -> None:
    late = enrolled(taught, 2, joined_on=TUESDAY)
    with pytest.raises(Refused, match="no está en el curso el lun 15"):
        add_incident(taught, CODE, replace(DARK, enrolment_id=late.id))
    add_incident(taught, CODE, replace(DARK, day=TUESDAY, enrolment_id=late.id))
    assert len(list_incidents(taught, CODE)) == 1


def test_an_incident_told_before_it_happened_is_refused_whole(taught: Workspace) -> None:
    add_incident(taught, CODE, DARK)
    add_incident(taught, CODE, replace(DARK, day=TUESDAY, what="Simulacro"))
    keys = [view.incident.id for view in list_incidents(taught, CODE)]
    with pytest.raises(Refused, match="No pudo comunicarse"):
        mark_communicated(taught, CODE, keys, MONDAY)
    assert all(view.incident.communicated_on is None for view in list_incidents(taught, CODE))


def test_an_incident_that_is_no_more_is_said(taught: Workspace) -> None:
    with pytest.raises(Refused, match="ya no existe"):
        remove_incident(taught, CODE, 5)
    with pytest.raises(Refused, match="ya no existe"):
        change_incident(taught, CODE, 5, DARK)
