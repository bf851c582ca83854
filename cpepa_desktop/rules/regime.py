"""Which evaluation system a course follows."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.course import Regime
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule


@rule(Citation("RD 278/2023", "DT 5ª.2; RD 659/2023, DT 1ª"))
def evaluation_regime(start: date, approved: date | None, new_since: date) -> Regime:
    """Return the regime by the earliest known day of start, approval or authorisation of the action.

    Before ``new_since`` the action goes on under RD 34/2008 and ESS/1897/2013 to its planned end.
    """
    earliest = min(start, approved) if approved else start
    return Regime.RD34_ESS if earliest < new_since else Regime.RD659
