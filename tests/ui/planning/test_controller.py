"""Tests of the page «Planificación»: its sections, gone to by place and by keys, told of what changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.operations.local_entities import save_local_entity
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.planning.controller import PlanningPage
from cpepa_desktop.ui.planning.entities.controller import EntitiesSection
from cpepa_desktop.ui.section_names import planning_sections
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import press
from tests.ui.planning.sections import open_section


@pytest.fixture
def page(window: MainWindow) -> PlanningPage:
    """Give the page on screen."""
    window.travel(Place("planning"))
    found = window.page("planning")
    assert isinstance(found, PlanningPage)
    return found


@pytest.mark.parametrize("name", planning_sections())
def test_each_section_has_its_place(window: MainWindow, page: PlanningPage, name: str) -> None:
    window.travel(Place("planning", detail=name))
    assert page.view.sections.current == name
    assert page.sections.part(name).view.isVisible()
    kept = page.place()
    assert (kept.page, kept.key, kept.detail.partition("/")[0]) == ("planning", "", name)


def test_a_place_without_a_section_keeps_the_one_on_screen(window: MainWindow, page: PlanningPage) -> None:
    window.travel(Place("planning", detail="entities"))
    window.travel(Place("planning"))
    assert page.view.sections.current == "entities"


def test_a_section_that_is_no_more_is_passed_over(window: MainWindow, page: PlanningPage) -> None:
    window.travel(Place("planning", detail="horoscope/7"))
    assert page.view.sections.current == "calendar"


@pytest.mark.parametrize(("at", "name"), [*enumerate(planning_sections(), start=1)])
def test_the_keys_of_each_section_go_to_it_with_the_keyboard_inside(
    page: PlanningPage, at: int, name: str
) -> None:
    press(page.view, Qt.Key(Qt.Key.Key_0 + at), Qt.KeyboardModifier.AltModifier)
    assert page.view.sections.current == name
    inside = page.view.focusWidget()
    assert inside is not None
    assert page.sections.part(name).view.isAncestorOf(inside)


def test_what_changes_while_a_section_is_away_is_there_when_it_comes(
    window: MainWindow, shell: Shell, page: PlanningPage
) -> None:
    entities = open_section(window, EntitiesSection, "entities")
    table = entities.view.rows.table
    before = [row.entity.name for row in table.shown_rows()]
    window.travel(Place("planning", detail="agenda"))
    shell.run(lambda: save_local_entity(shell.workspace, LocalEntity(0, "Zuera")))
    assert [row.entity.name for row in table.shown_rows()] == before
    page.sections.go_to("entities")
    assert [row.entity.name for row in table.shown_rows()] == [*before, "Zuera"]


def test_the_page_can_be_left(page: PlanningPage) -> None:
    assert page.leave()
