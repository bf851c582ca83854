"""Tests of the page «Planificación» on screen: its name, and its row of sections."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.planning.view import PlanningView
from cpepa_desktop.ui.sections import SectionTabs
from tests.ui.hands import find


def test_the_page_says_what_it_is_and_has_a_row_for_its_sections(qtbot: QtBot) -> None:
    view = PlanningView()
    qtbot.addWidget(view)
    assert (view.name, view.title.text()) == ("planning", "Planificación")
    tabs = find(view, SectionTabs, "planning_sections")
    assert tabs is view.sections
    assert (tabs.accessibleName(), tabs.names) == ("Partes de la planificación", ())
