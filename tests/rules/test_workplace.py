"""Which courses owe the practical module."""

from __future__ import annotations

import pytest

from cpepa_desktop.rules.workplace import owes_workplace_module
from tests.rules.reader import Case, cases


@pytest.mark.parametrize("case", cases("owes_workplace_module"))
def test_who_owes_the_practical_module(case: Case) -> None:
    assert owes_workplace_module(case.input["part"]) is case.output["owes"]
