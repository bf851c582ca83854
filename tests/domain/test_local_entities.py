"""Local entities as data."""

from __future__ import annotations

from dataclasses import astuple

from cpepa_desktop.domain.local_entities import LocalEntity


def test_what_nobody_has_said_of_a_local_entity_is_empty() -> None:
    assert astuple(LocalEntity(0, "Ayuntamiento de Utebo")) == (0, "Ayuntamiento de Utebo", *[""] * 7)
