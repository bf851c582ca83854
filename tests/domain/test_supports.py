"""A service of support before anybody decides on it."""

from __future__ import annotations

from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport


def test_nothing_is_approved_until_a_resolution_says_so() -> None:
    support = DisabilitySupport(0, 1, SupportService.SUPPORT, 60)
    assert (support.requested_on, support.approved_on, support.approved_minutes) == (None, None, None)
