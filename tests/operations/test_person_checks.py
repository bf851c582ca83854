"""Tests of what must hold of a person before they are written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Person
from cpepa_desktop.operations.people import add_document
from cpepa_desktop.operations.person_checks import check_person
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import person


def test_a_person_needs_a_name_and_a_document_of_their_own(ws: Workspace) -> None:
    ana = person(ws)
    new = Person(0, "Eva", "Sanz", parse_identity("12345678Z"))
    check_person(ws, new)
    check_person(ws, ana)
    with pytest.raises(Refused, match="Falta el nombre"):
        check_person(ws, replace(new, name="  "))
    with pytest.raises(Refused, match="ya es de Muñoz, Ana 1"):
        check_person(ws, replace(new, document=ana.document))


def test_a_document_that_somebody_had_is_theirs_for_ever(ws: Workspace) -> None:
    ana = person(ws)
    add_document(ws, ana.id, "X1234567L")
    with pytest.raises(Refused, match="ya es de"):
        check_person(ws, Person(0, "Eva", "Sanz", ana.document))
