"""The catalogue as the centre looks at it, and the structures it completes."""

from __future__ import annotations

import json

import pytest

from cpepa_desktop.domain.catalogue import Missing, Origin, Structure
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.catalogue import (
    StructureState,
    complete_speciality,
    list_offers,
    show_speciality,
)
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, rows, structure

PRINTED = "AFDA0109"
"""A speciality of 340 h that the annex prints and whose modules are not in the catalogue."""
OUTSIDE = "SANP0108"


def states(ws: Workspace | None, text: str) -> dict[tuple[str, str], StructureState]:
    return {(row.code, row.part): row.structure for row in list_offers(ws, text)}


def test_every_offer_of_the_annex_is_listed_and_those_it_does_not_print() -> None:
    everything = list_offers(None)
    assert len(everything) == 258, "the 256 rows of the annex and two certificates outside it"
    assert len({(row.code, row.part) for row in everything}) == len(everything)
    (row,) = list_offers(None, "SSCS0208")
    assert (row.hours, row.level, row.family) == (370, 2, "Servicios Socioculturales y a la Comunidad")
    assert row.title.startswith("Atención sociosanitaria")


@pytest.mark.parametrize(
    ("text", "code"), [("sociosanitaria instituciones", "SSCS0208"), ("ELEE0109 a1", "ELEE0109")]
)
def test_offers_are_found_by_every_word_accents_forgiven(text: str, code: str) -> None:
    assert {row.code for row in list_offers(None, text)} == {code}


def test_it_is_told_whose_structure_is_known() -> None:
    assert states(None, "SSCS0208") == {("SSCS0208", ""): StructureState.OFFICIAL}
    assert states(None, PRINTED) == {(PRINTED, ""): StructureState.MISSING}


def test_a_speciality_is_shown_with_what_each_offer_teaches(ws: Workspace) -> None:
    view = show_speciality(ws, "elee0109")
    assert (view.code, [offer.part for offer in view.offers]) == ("ELEE0109", ["A1", "A2"])
    assert all(isinstance(view.structures[part], Structure) for part in ("A1", "A2"))
    assert view.certificate is not None
    unknown = show_speciality(None, PRINTED)
    assert (unknown.certificate, isinstance(unknown.structures[""], Missing)) == (None, True)
    assert unknown.title == unknown.offers[0].title
    with pytest.raises(Refused, match="No se conoce la especialidad «XXXX0000»"):
        show_speciality(ws, "XXXX0000")


def test_a_centre_completes_what_the_annex_prints(ws: Workspace) -> None:
    changes = complete_speciality(ws, json.dumps(structure(PRINTED, 200, 140)))
    assert changes.kinds == {Kind.CATALOGUE}
    assert states(ws, PRINTED) == {(PRINTED, ""): StructureState.CENTRE}
    view = show_speciality(ws, PRINTED)
    assert view.certificate is not None
    assert (view.certificate.origin, view.title) == (Origin.CENTRE, "Completado por el centro")
    assert states(None, PRINTED) == {(PRINTED, ""): StructureState.MISSING}


def test_a_centre_adds_a_speciality_of_its_own(ws: Workspace) -> None:
    complete_speciality(ws, json.dumps(structure(OUTSIDE, 90, offer_hours=90)))
    assert states(ws, OUTSIDE) == {(OUTSIDE, ""): StructureState.CENTRE}
    assert len(list_offers(ws)) == 259


def test_hours_that_do_not_add_up_are_refused_with_their_place(ws: Workspace) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match="No se ha guardado nada") as refused:
        complete_speciality(ws, json.dumps(structure(PRINTED, 200, 139)))
    assert [problem.where for problem in refused.value.problems] == ["$.modules"]
    with pytest.raises(Refused) as refused:
        complete_speciality(ws, "{")
    assert refused.value.problems
    assert rows(ws) == before


def test_a_course_keeps_the_structure_it_was_planned_with(ws: Workspace) -> None:
    complete_speciality(ws, json.dumps(structure(OUTSIDE, 60, 30, offer_hours=90)))
    view = planned(ws, own_request(speciality=OUTSIDE))
    complete_speciality(ws, json.dumps(structure(OUTSIDE, 45, 45, offer_hours=90)))
    assert read_course(ws, CODE) == view
    later = planned(ws, own_request(code="24/002", speciality=OUTSIDE))
    assert [block.official_minutes for block in later.blocks] == [45 * 60, 45 * 60]


def test_completing_can_be_undone(ws: Workspace) -> None:
    before = rows(ws)
    complete_speciality(ws, json.dumps(structure(PRINTED, 200, 140)))
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
