"""What a course can teach: the official catalogue together with what the centre has completed."""

from __future__ import annotations

import json

import pytest

from cpepa_desktop.domain.catalogue import Missing, MissingKind, Structure
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.catalogue import complete_speciality
from cpepa_desktop.operations.offers import (
    centre_certificates,
    certificate_for,
    offers_of,
    structure_for,
    teachable,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import structure

OUTSIDE = "SANP0108"
"""A speciality that no annex prints."""


def complete(ws: Workspace, code: str, *hours: int, **more: object) -> None:
    complete_speciality(ws, json.dumps(structure(code, *hours, **more)))


def test_without_a_file_open_there_is_the_official_catalogue_alone() -> None:
    own = centre_certificates(None)
    assert own == {}
    assert [(offer.part, offer.hours) for offer in offers_of(own, "ELEE0109")] == [("A1", 520), ("A2", 350)]
    assert offers_of(own, OUTSIDE) == ()


def test_a_certificate_that_no_annex_prints_is_offered_whole() -> None:
    (offer,) = offers_of({}, "AFDA0111")
    assert (offer.call, offer.part, offer.hours) == ("", "", 630)
    assert isinstance(structure_for({}, offer), Structure)


def test_what_the_centre_typed_is_offered_and_taught(ws: Workspace) -> None:
    complete(ws, OUTSIDE, 60, 30, offer_hours=90)
    own = centre_certificates(ws)
    (offer,) = offers_of(own, OUTSIDE)
    assert (offer.call, offer.hours) == ("", 90)
    found = teachable(ws, choose_call(ws, "own-resources").call, OUTSIDE, "", Route.OWN)
    assert [module.hours for module in found.structure.modules] == [60, 30]
    assert found.certificate == certificate_for(own, OUTSIDE, "")


def test_the_last_version_typed_is_the_one_taught(ws: Workspace) -> None:
    complete(ws, OUTSIDE, 60, 30, offer_hours=90)
    complete(ws, OUTSIDE, 45, 45, offer_hours=90)
    found = teachable(ws, choose_call(ws, "own-resources").call, OUTSIDE, "", Route.OWN)
    assert [module.hours for module in found.structure.modules] == [45, 45]


def test_a_part_typed_alone_leaves_the_other_without_structure(ws: Workspace) -> None:
    complete(ws, "ADGD0110", 390, part="A1")
    own = centre_certificates(ws)
    first, second = offers_of(own, "ADGD0110")
    assert isinstance(structure_for(own, first), Structure)
    missing = structure_for(own, second)
    assert isinstance(missing, Missing)
    assert missing.kind is MissingKind.CERTIFICATE


@pytest.mark.parametrize(
    ("code", "part", "words"),
    [
        ("XXXX0000", "", "No se conoce la especialidad «XXXX0000»"),
        ("ELEE0109", "", r"no se oferta completo: indique la parte \(A1, A2\)"),
        ("ELEE0109", "A3", "no tiene la parte «A3». Las que hay son: A1, A2"),
        ("SSCS0208", "A1", "no tiene partes"),
        ("AFDA0111", "", "no incluye AFDA0111"),
        ("ADGD0110", "A1", "sin establecer"),
        ("ADGD0308", "A1", "No se sabe qué módulos lleva la parte A1"),
    ],
)
def test_what_cannot_be_taught_is_refused_with_what_is_missing(
    ws: Workspace, code: str, part: str, words: str
) -> None:
    call = choose_call(ws, "EPE-873-2023").call
    with pytest.raises(Refused, match=words):
        teachable(ws, call, code, part, Route.CALL)


def test_only_the_route_of_the_call_is_bound_to_its_annex(ws: Workspace) -> None:
    assert teachable(ws, choose_call(ws, "own-resources").call, "AFDA0111", "", Route.OWN).offer.hours == 630
