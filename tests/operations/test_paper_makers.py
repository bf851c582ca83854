"""Tests that every paper in the list can be made, and asks for the week it needs."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import PaperScope
from cpepa_desktop.operations.paper_makers import MAKERS
from cpepa_desktop.operations.papers import DOCUMENTS
from cpepa_desktop.operations.workspace import Workspace


def test_every_paper_of_the_list_has_its_maker() -> None:
    assert list(MAKERS) == list(DOCUMENTS)


@pytest.mark.parametrize("name", [kind.name for kind in DOCUMENTS.values() if kind.scope is PaperScope.WEEK])
def test_a_weekly_paper_is_not_made_without_its_week(name: str, ws: Workspace) -> None:
    with pytest.raises(Refused, match="elija la semana"):
        MAKERS[name].gather(ws, "24/1", None)
