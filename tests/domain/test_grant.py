"""What a grant is made of, and when two courses are one action."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.grant import AdvanceKind, SupportService, actions_of_speciality, speciality_key
from cpepa_desktop.domain.parameters import PARAMETERS


@pytest.mark.parametrize(
    ("parts", "actions"),
    [([], 0), ([""], 1), (["A1"], 1), (["A2", "A1"], 1), (["A1", "A1"], 2), (["A1", "A2", "A1", "A2"], 2)],
)
def test_the_two_halves_of_a_certificate_are_one_action(parts: list[str], actions: int) -> None:
    assert actions_of_speciality(parts) == actions


def test_a_module_offered_alone_is_a_speciality_of_its_own() -> None:
    keys = {speciality_key("ADGD0308", part) for part in ("", "A1", "A2")}
    assert keys == {("ADGD0308", "")}
    assert speciality_key("ADGD0308", "MF0973_1") not in keys


def test_every_advance_and_every_service_has_its_figure_in_a_call_and_its_name() -> None:
    assert {f"advance_{kind}_share" for kind in AdvanceKind} <= set(PARAMETERS)
    assert {service.rate_name for service in SupportService} <= set(PARAMETERS)
    assert all(item.label for item in (*AdvanceKind, *SupportService))
