"""How the tests of the plan come to its sections."""

from __future__ import annotations

from typing import TypeVar

from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.part import Part
from cpepa_desktop.ui.planning.controller import PlanningPage
from cpepa_desktop.ui.window import MainWindow

SomePart = TypeVar("SomePart", bound=Part)


def open_section(window: MainWindow, kind: type[SomePart], detail: str) -> SomePart:
    """Go to the section of the plan that ``detail`` names and return its controller."""
    window.travel(Place("planning", "", detail))
    page = window.page("planning")
    assert isinstance(page, PlanningPage)
    part = page.sections.part(detail.partition("/")[0])
    assert isinstance(part, kind)
    return part
