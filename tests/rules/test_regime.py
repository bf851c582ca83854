"""Which evaluation system a course follows."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.course import Regime
from cpepa_desktop.rules.regime import evaluation_regime
from tests.rules.reader import Case, cases


@pytest.mark.parametrize("case", cases("evaluation_regime"))
def test_the_earliest_day_decides(case: Case) -> None:
    facts = {"approved": None, **case.input}
    assert evaluation_regime(**facts) is Regime(case.output["regime"])
