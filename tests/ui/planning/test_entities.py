"""Tests of the local entities: written down by the keys, changed, agreed with and taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog
from cpepa_desktop.ui.planning.entities.columns import entity_columns
from cpepa_desktop.ui.planning.entities.controller import EntitiesSection
from cpepa_desktop.ui.planning.entities.dialogs import EntityDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog, no_dialog_is_open
from tests.ui.hands import ctrl, press, words_in
from tests.ui.planning.sections import forget_plans, open_section

UTEBO = LocalEntity(0, "Ayuntamiento de Utebo", contact_name="Pilar Sanz", contact_role="Concejala")


@pytest.fixture
def section(window: MainWindow, shell: Shell) -> EntitiesSection:
    forget_plans(shell)
    return open_section(window, EntitiesSection, "entities")


@pytest.fixture
def filled(section: EntitiesSection, shell: Shell) -> EntitiesSection:
    """Give the section with one local entity."""
    shell.run(lambda: save_local_entity(shell.workspace, UTEBO))
    return section


def names(shell: Shell) -> list[str]:
    return [entity.name for entity in list_local_entities(shell.workspace)]


def test_without_any_the_next_step_is_to_add_one(section: EntitiesSection) -> None:
    assert section.view.is_empty()
    assert "pagan cursos" in words_in(section.view)


def test_one_is_written_down_by_the_keys(section: EntitiesSection, qtbot: QtBot) -> None:
    section.view.show_empty(empty=False)
    ctrl(section.view.rows, Qt.Key.Key_N)
    asked = dialog(qtbot, EntityDialog)
    asked.name.set_value("Ayuntamiento de Utebo")
    asked.cif.set_value("P-5027600-E")
    asked.contact_name.set_value("Pilar Sanz")
    asked.phone.set_value("976 770 111")
    asked.pays.set_value("Los docentes")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = section.view.rows.table.shown_rows()
    assert [column.shown(row) for column in entity_columns()] == [
        "Ayuntamiento de Utebo",
        "P5027600E",
        "Pilar Sanz · 976 770 111",
        "Los docentes",
        "Sin convenio anotado",
        "",
    ]


def test_a_wrong_cif_is_said_at_its_field_and_nothing_is_written(
    section: EntitiesSection, shell: Shell, qtbot: QtBot
) -> None:
    section.view.rows.add_wanted.emit()
    asked = dialog(qtbot, EntityDialog)
    asked.name.set_value("Ayuntamiento de Utebo")
    asked.cif.set_value("P5027600C")
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "debería ser" in asked.cif.error
    asked.reject()
    assert names(shell) == []


def test_return_changes_the_one_chosen(filled: EntitiesSection, shell: Shell, qtbot: QtBot) -> None:
    press(filled.view.rows.table.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, EntityDialog)
    assert (asked.name.value(), asked.contact_role.value()) == ("Ayuntamiento de Utebo", "Concejala")
    asked.name.set_value("Ayuntamiento de Zuera")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert names(shell) == ["Ayuntamiento de Zuera"]


def test_an_agreement_with_the_one_chosen_is_written_down(
    filled: EntitiesSection, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(filled.view.rows, Qt.Key.Key_M)
    asked = dialog(qtbot, OfficialPaperDialog)
    asked.number.set_value("12/2024")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    entity = list_local_entities(shell.workspace)[0]
    found = [paper for paper in list_official_papers(shell.workspace) if paper.local_entity_id == entity.id]
    assert [(paper.kind, paper.number) for paper in found] == [(OfficialPaperKind.AGREEMENT, "12/2024")]
    (row,) = filled.view.rows.table.shown_rows()
    assert row.agreements == ("Convenio 12/2024, sin firmar",)


def test_one_is_taken_away_and_comes_back_with_undo(filled: EntitiesSection, shell: Shell) -> None:
    filled.view.rows.remove.click()
    assert names(shell) == []
    assert filled.view.is_empty()
    shell.undo()
    assert names(shell) == ["Ayuntamiento de Utebo"]


def test_a_link_goes_to_one(filled: EntitiesSection, window: MainWindow, shell: Shell) -> None:
    shell.run(lambda: save_local_entity(shell.workspace, LocalEntity(0, "Comarca del Jiloca")))
    key = list_local_entities(shell.workspace)[1].id
    section = open_section(window, EntitiesSection, f"entities/{key}")
    row = section.view.rows.table.current_row()
    assert row is not None
    assert row.entity.name == "Comarca del Jiloca"
    assert section is filled
