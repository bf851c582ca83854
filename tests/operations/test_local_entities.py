"""The local entities that pay for courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.local_entities import (
    LocalEntityView,
    list_local_entities,
    local_entity_named,
    read_local_entities,
    remove_local_entity,
    save_local_entity,
    set_local_entity,
)
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, rows

UTEBO = LocalEntity(0, "Ayuntamiento de Utebo", pays="Los docentes")


@pytest.fixture
def entity(ws: Workspace) -> LocalEntity:
    """Give a local entity of the file."""
    save_local_entity(ws, UTEBO)
    return list_local_entities(ws)[0]


def test_a_local_entity_is_written_with_its_texts_tidy_and_its_cif_in_one_form(ws: Workspace) -> None:
    changes = save_local_entity(ws, LocalEntity(0, "  Ayuntamiento  de Utebo ", "p-5027600 e"))
    assert list_local_entities(ws) == (LocalEntity(1, "Ayuntamiento de Utebo", "P5027600E"),)
    assert changes.kinds == frozenset({Kind.PLANNING})


def test_a_wrong_cif_is_refused_with_what_it_should_be_and_nothing_is_written(ws: Workspace) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match="P5027600") as refused:
        save_local_entity(ws, replace(UTEBO, cif="P5027600C"))
    assert "debería ser" in refused.value.message
    assert rows(ws) == before


@pytest.mark.parametrize(("name", "why"), [("  ", "necesita un nombre"), ("AYUNTAMIENTO DE utebo", "Ya hay")])
def test_a_local_entity_needs_a_name_of_its_own(
    ws: Workspace, entity: LocalEntity, name: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        save_local_entity(ws, LocalEntity(0, name))
    assert list_local_entities(ws) == (entity,)


def test_it_may_keep_its_own_name_when_it_is_changed(ws: Workspace, entity: LocalEntity) -> None:
    save_local_entity(ws, replace(entity, phone="976 770 111"))
    assert list_local_entities(ws)[0].phone == "976 770 111"


def test_one_that_is_no_more_is_not_changed(ws: Workspace) -> None:
    with pytest.raises(Refused, match="ya no existe"):
        save_local_entity(ws, replace(UTEBO, id=7))


def test_a_course_of_a_local_entity_says_which_and_it_can_be_taken_back(
    ws: Workspace, entity: LocalEntity
) -> None:
    planned(ws, own_request(call="local-entity", route=Route.LOCAL))
    changes = set_local_entity(ws, CODE, entity.id)
    assert find_course(ws, CODE).local_entity_id == entity.id
    assert read_local_entities(ws) == (LocalEntityView(entity, (CODE,)),)
    assert (changes.course, Kind.COURSE in changes.kinds) == (CODE, True)
    with pytest.raises(Refused, match="consta en algún curso"):
        remove_local_entity(ws, entity.id)
    set_local_entity(ws, CODE, None)
    assert find_course(ws, CODE).local_entity_id is None
    remove_local_entity(ws, entity.id)
    assert list_local_entities(ws) == ()


def test_a_course_that_somebody_else_pays_for_takes_no_local_entity(
    ws: Workspace, entity: LocalEntity
) -> None:
    planned(ws, own_request())
    with pytest.raises(Refused, match="no lo paga una entidad local"):
        set_local_entity(ws, CODE, entity.id)


def test_the_agreements_with_each_are_said_with_their_days(ws: Workspace, entity: LocalEntity) -> None:
    agreement = OfficialPaper(0, OfficialPaperKind.AGREEMENT, local_entity_id=entity.id)
    save_official_paper(ws, agreement)
    signed = replace(agreement, number="12/2024", issued_on=date(2024, 1, 8), ends_on=date(2024, 8, 31))
    save_official_paper(ws, signed)
    save_official_paper(ws, replace(signed, local_entity_id=None))
    assert sorted(read_local_entities(ws)[0].agreements) == [
        "Convenio 12/2024, lun 8 ene 2024, hasta sáb 31 ago 2024",
        "Convenio, sin firmar",
    ]


def test_one_is_found_by_its_name_and_a_name_that_nobody_has_lists_the_others(
    ws: Workspace, entity: LocalEntity
) -> None:
    assert local_entity_named(ws, "ayuntamiento de UTEBO") == entity
    with pytest.raises(Refused, match="Las que hay son: Ayuntamiento de Utebo"):
        local_entity_named(ws, "Zuera")


def test_undo_takes_a_local_entity_back(ws: Workspace) -> None:
    before = rows(ws)
    save_local_entity(ws, UTEBO)
    undo(ws)
    assert rows(ws) == before
