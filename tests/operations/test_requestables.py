"""What the yearly request can ask for."""

from __future__ import annotations

from cpepa_desktop.operations.requestables import list_requestable, list_specialities, requestable_of
from cpepa_desktop.operations.workspace import Workspace


def test_a_certificate_can_be_asked_for_whole_or_by_any_of_its_modules() -> None:
    found = requestable_of({}, "SSCS0208")
    assert [*found] == ["", "MF1016_2", "MF1017_2", "MF1018_2", "MF1019_2"]
    assert (found[""].minutes, found["MF1016_2"].minutes) == (370 * 60, 100 * 60)
    assert found["MF1016_2"].title.startswith("Apoyo en la organización")


def test_a_certificate_that_a_call_offers_in_parts_can_be_asked_for_whole_too() -> None:
    found = requestable_of({}, "ADGD0308")
    assert [*found][:3] == ["", "A1", "A2"]
    assert found[""].minutes > found["A1"].minutes


def test_nothing_can_be_asked_for_of_what_the_catalogue_does_not_have() -> None:
    assert requestable_of({}, "ZZZZ9999") == {}


def test_the_list_has_every_offer_once_by_code(ws: Workspace) -> None:
    found = [(row.code, row.part) for row in list_requestable(ws)]
    assert len(found) == len(set(found))
    assert [code for code, _part in found] == sorted(code for code, _part in found)


def test_every_speciality_is_listed_once_whole_where_it_is_known(ws: Workspace) -> None:
    found = list_specialities(ws)
    assert [row.code for row in found] == sorted({row.code for row in list_requestable(ws)})
    assert next(row.part for row in found if row.code == "ADGD0308") == ""
