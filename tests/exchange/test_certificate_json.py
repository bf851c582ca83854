"""A certificate goes to JSON and comes back the same, official or completed by a centre."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.exchange.catalogue_file import load_official
from cpepa_desktop.exchange.certificate_json import (
    certificate_from_json,
    certificate_to_dict,
    certificate_to_json,
)
from tests.exchange.catalogue_data import certificates


def test_every_packaged_certificate_goes_out_as_it_came_in() -> None:
    assert [certificate_to_dict(found) for found in load_official().certificates] == certificates()


def test_every_packaged_certificate_comes_back_the_same_and_with_the_same_bytes() -> None:
    for found in load_official().certificates:
        text = certificate_to_json(found)
        assert certificate_from_json(text) == found
        assert certificate_to_json(certificate_from_json(text)) == text


def test_what_a_centre_completed_comes_back_with_its_version_part_and_hours() -> None:
    official = load_official().certificates[0]
    module = replace(official.modules[0], in_person_minimum_hours=20, square_metres=60)
    own = replace(
        official,
        family_code="",
        royal_decree=None,
        boe_id=None,
        modifications=(),
        qualification_code=None,
        modules=(module, *official.modules[1:]),
        origin=Origin.CENTRE,
        version=3,
        part="A1",
        offer_hours=550,
    )
    assert certificate_from_json(certificate_to_json(own)) == own


def test_a_damaged_document_is_a_fault_of_the_file() -> None:
    document = json.loads(certificate_to_json(load_official().certificates[0]))
    del document["modules"]
    for text in (json.dumps(document), "{", "[]", ""):
        with pytest.raises(EnvironmentFault, match="copia de seguridad"):
            certificate_from_json(text)
