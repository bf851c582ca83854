"""The words of the virtual classroom."""

from __future__ import annotations

from cpepa_desktop.domain.virtual import Consent, VirtualReason


def test_each_circumstance_has_the_words_of_the_guide() -> None:
    assert VirtualReason.OTHER_TOWN.label == "Reside en localidad distinta a la de impartición"
    assert all(reason.label for reason in VirtualReason)


def test_a_refusal_is_not_read_as_a_consent() -> None:
    assert [consent.label for consent in Consent] == ["autoriza la grabación", "no autoriza la grabación"]
