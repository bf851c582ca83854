"""Tests of the page of the catalogue and of completing a speciality."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.catalogue import Missing, Origin
from cpepa_desktop.operations import catalogue
from cpepa_desktop.operations.catalogue import StructureState
from cpepa_desktop.ui.catalogue.columns import structure_badge, structure_lines
from cpepa_desktop.ui.catalogue.controller import CataloguePage
from cpepa_desktop.ui.catalogue.draft import (
    Draft,
    DraftLine,
    LineKind,
    draft_of,
    draft_to_json,
    line_of_path,
    total_hours,
)
from cpepa_desktop.ui.catalogue.editor import LinesModel, StructureEditor
from cpepa_desktop.ui.catalogue.sources import source_words
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ModelChecker, click, ctrl, find, in_dialog, press, type_text, words_in

MISSING_CODE = "ADGG0108"  # in the annex, with no structure in the official file

MODULE = DraftLine(LineKind.MODULE, "MF0001_1", "Primero", 60, "UC0001_1")
SHARED = DraftLine(LineKind.UNIT, "UF0001", "Común", 20)
LINES = (
    MODULE,
    SHARED,
    DraftLine(LineKind.UNIT, "UF0002", "Propia", 40),
    DraftLine(LineKind.MODULE, "MF0002_1", "Segundo", 50, "UC0002_1"),
    SHARED,
    DraftLine(LineKind.UNIT, "UF0003", "Otra", 30),
    DraftLine(LineKind.MODULE, "MF0003_1", "Tercero", 25, "UC0003_1"),
)


@pytest.fixture
def page(window: MainWindow) -> CataloguePage:
    window.travel(Place("catalogue"))
    page = window.page("catalogue")
    assert isinstance(page, CataloguePage)
    return page


def _draft(lines: tuple[DraftLine, ...], *, offer_hours: int = 115) -> Draft:
    return Draft("ABCD0101", "", "Título", "Familia", 1, offer_hours, "MP0001", 40, "BOE", lines)


def test_a_unit_that_two_modules_share_counts_once() -> None:
    assert total_hours(LINES) == 20 + 40 + 30 + 25


def test_hours_not_typed_yet_count_nothing() -> None:
    assert total_hours((DraftLine(LineKind.MODULE), DraftLine(LineKind.UNIT))) == 0
    assert total_hours((DraftLine(LineKind.UNIT, "UF0009", "Sin módulo", 90),)) == 0


def test_the_draft_is_handed_in_with_its_shared_units_marked() -> None:
    document = json.loads(draft_to_json(_draft(LINES)))
    assert document["formative_hours"] == 115
    first, second, third = document["modules"]
    assert [unit["shared"] for unit in first["formative_units"]] == [True, False]
    assert [unit["shared"] for unit in second["formative_units"]] == [True, False]
    assert third["formative_units"] == []
    assert document["workplace_module"] == {"code": "MP0001", "hours": 40, "note": None}
    assert document["part"] is None


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$.modules[0].hours", 0),
        ("$.modules[1].formative_units[1].code", 5),
        ("$.modules[2]", 6),
        ("$.source", None),
        ("$.modules[9].code", None),
    ],
)
def test_a_path_of_the_document_leads_to_its_line(path: str, line: int | None) -> None:
    assert line_of_path(LINES, path) == line


def test_the_model_of_the_editor_is_a_model(qtmodeltester: ModelChecker) -> None:
    model = LinesModel(LINES)
    qtmodeltester.check(model)
    model.insert(1, LineKind.UNIT)
    model.remove(0)
    qtmodeltester.check(model)


def test_a_module_goes_with_its_units() -> None:
    model = LinesModel(LINES)
    model.remove(0)
    assert [line.code for line in model.lines] == ["MF0002_1", "UF0001", "UF0003", "MF0003_1"]


def test_only_modules_have_competence_units_and_square_metres() -> None:
    model = LinesModel(LINES)
    assert model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(1, 3)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(1, 5), "30")
    assert model.setData(model.index(0, 5), "30")
    assert model.lines[0].square_metres == 30


def test_what_makes_no_sense_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    model = LinesModel(LINES)
    with qtbot.waitSignal(model.misunderstood):
        assert not model.setData(model.index(0, 2), "muchas")
    assert model.lines == LINES
    assert model.setData(model.index(0, 2), "70 h")
    assert model.lines[0].hours == 70


def test_the_sum_follows_what_is_typed(qtbot: QtBot) -> None:
    editor = StructureEditor(_draft(LINES, offer_hours=120))
    qtbot.addWidget(editor)
    total = find(editor, QLabel, "structure_sum_words")
    assert total.text() == "Suma: 115 h de 120 h"
    assert editor.model.setData(editor.model.index(6, 2), "30")
    assert total.text() == "Suma: 120 h de 120 h"


def test_the_official_structure_of_an_offer_is_shown(page: CataloguePage, qtbot: QtBot) -> None:
    assert page.view.table.choose(("SSCS0208", ""))
    qtbot.waitUntil(lambda: "Atención sociosanitaria" in words_in(page.view))
    assert not find(page.view, Banner, "offer_gap").isVisible()


def test_what_is_not_established_is_said_with_what_to_do(page: CataloguePage) -> None:
    assert page.view.table.choose((MISSING_CODE, ""))
    gap = find(page.view, Banner, "offer_gap")
    assert gap.isVisible()
    assert "sin establecer" in gap.words


def test_lines_of_a_structure_say_what_nobody_knows(shell: Shell) -> None:
    certificate = catalogue.show_speciality(shell.workspace, "SSCS0208").certificate
    assert certificate is not None
    lines = structure_lines(certificate.modules, certificate)
    assert [line.place for line in lines] == list(range(len(lines)))
    assert lines[-1].title == "Módulo de formación práctica"
    assert sum(line.is_unit for line in lines) == sum(len(m.units or ()) for m in certificate.modules)


def test_every_state_of_a_structure_has_its_badge() -> None:
    assert len({structure_badge(state).words for state in StructureState}) == len(StructureState)


def test_the_offers_are_found_by_their_family(page: CataloguePage) -> None:
    type_text(page.view.table.filter_box, "socioculturales dependientes")
    families = {row.family for row in page.view.table.shown_rows()}
    assert families == {"Servicios Socioculturales y a la Comunidad"}


def test_a_speciality_is_completed_by_keys_and_can_be_undone(
    page: CataloguePage, shell: Shell, window: MainWindow
) -> None:
    def complete(editor: QWidget) -> None:
        assert isinstance(editor, StructureEditor)
        type_text(find(editor, QLineEdit, "structure_source"), "RD 107/2011")
        ctrl(editor, Qt.Key.Key_M)
        for column, typed in enumerate(("MF0001_3", "Un módulo", str(offer.hours), "UC0001_3")):
            editor.model.setData(editor.model.index(0, column), typed)
        ctrl(find(editor, QLineEdit, "structure_source"), Qt.Key.Key_S)

    offer = catalogue.show_speciality(shell.workspace, MISSING_CODE).offers[0]
    page.view.table.choose((MISSING_CODE, ""))
    with in_dialog("structure_editor", complete):
        click(find(page.view, QPushButton, "catalogue_complete"))
    completed = catalogue.show_speciality(shell.workspace, MISSING_CODE)
    assert not isinstance(completed.structures[""], Missing)
    current = page.view.table.current_row()
    assert current is not None
    assert current.structure is StructureState.CENTRE
    ctrl(window, Qt.Key.Key_Z)
    assert isinstance(catalogue.show_speciality(shell.workspace, MISSING_CODE).structures[""], Missing)


def test_a_sum_that_is_not_the_printed_hours_is_refused_and_the_editor_stays(
    page: CataloguePage, shell: Shell
) -> None:
    def complete(editor: QWidget) -> None:
        assert isinstance(editor, StructureEditor)
        type_text(find(editor, QLineEdit, "structure_source"), "RD 107/2011")
        editor.add_module()
        for column, typed in enumerate(("MF0001_3", "Un módulo", "7", "UC0001_3")):
            editor.model.setData(editor.model.index(0, column), typed)
        click(find(editor, QPushButton, "structure_accept"))
        assert editor.isVisible()
        assert editor.form.banner.words
        press(editor, Qt.Key.Key_Escape)

    page.view.table.choose((MISSING_CODE, ""))
    with in_dialog("structure_editor", complete):
        click(find(page.view, QPushButton, "catalogue_complete"))
    assert isinstance(catalogue.show_speciality(shell.workspace, MISSING_CODE).structures[""], Missing)


def test_a_draft_begins_with_what_is_known_and_asks_for_its_source(shell: Shell) -> None:
    speciality = catalogue.show_speciality(shell.workspace, "SSCS0208")
    assert speciality.certificate is not None
    draft = draft_of(speciality.offers[0], speciality.certificate, speciality.certificate.modules)
    assert total_hours(draft.lines) == speciality.offers[0].hours
    assert draft.source == ""


def test_planning_a_course_goes_to_the_courses(page: CataloguePage, shell: Shell, qtbot: QtBot) -> None:
    page.view.table.choose(("SSCS0208", ""))
    wanted = Place("courses", "", "new/SSCS0208/")
    with qtbot.waitSignal(page.view.plan_asked):
        shell.travelled.disconnect()
        with qtbot.waitSignal(shell.travelled, check_params_cb=lambda place: place == wanted):
            click(find(page.view, QPushButton, "catalogue_plan"))


@pytest.mark.parametrize(
    ("source", "origin", "words"),
    [
        (
            "BOE text as enacted, Annex IV: …id=BOE-A-2011-20102 (…)",
            Origin.OFFICIAL,
            "BOE-A-2011-20102, anexo IV",
        ),
        ("BOE text as enacted: …id=BOE-A-2011-20102", Origin.OFFICIAL, "BOE-A-2011-20102"),
        (
            "own knowledge; Annex V of BOE-A-2011-9930",
            Origin.OFFICIAL,
            "Fuentes secundarias; compruébela con el anexo de su real decreto",
        ),
        ("Resolución de 3 de mayo", Origin.CENTRE, "Resolución de 3 de mayo"),
    ],
)
def test_where_a_structure_comes_from_is_said_in_spanish(
    shell: Shell, source: str, origin: Origin, words: str
) -> None:
    read = catalogue.show_speciality(shell.workspace, "SSCS0208").certificate
    assert read is not None
    assert source_words(replace(read, source=source, origin=origin)) == words
