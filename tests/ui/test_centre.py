"""Tests of the page of the centre, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTabWidget, QWidget

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.operations import calendars, calls, centres
from cpepa_desktop.operations.centres import CentreView
from cpepa_desktop.ui.centre.columns import room_columns, scope_words
from cpepa_desktop.ui.centre.controller import CentrePage
from cpepa_desktop.ui.centre.figures import unit_words
from cpepa_desktop.ui.centre.view import TABS
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, ctrl, find, in_dialog, press, type_text, words_in


@pytest.fixture
def page(window: MainWindow) -> CentrePage:
    window.travel(Place("centre"))
    page = window.page("centre")
    assert isinstance(page, CentrePage)
    return page


def _read(shell: Shell) -> CentreView:
    return centres.read_centre(shell.workspace)


def _fill(values: dict[str, str]) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        for name, typed in values.items():
            line = find(dialog, QLineEdit, name)
            line.setFocus()
            line.clear()
            type_text(line, typed)
        ctrl(dialog.focusWidget(), Qt.Key.Key_S)

    return act


def _retype(page: CentrePage, name: str, typed: str) -> QLineEdit:
    line = find(page.view, QLineEdit, name)
    line.setFocus()
    line.clear()
    type_text(line, typed)
    return line


def test_ctrl_s_saves_the_data_of_the_centre(page: CentrePage, shell: Shell) -> None:
    ctrl(_retype(page, "centre_phone", "974 222 333"), Qt.Key.Key_S)
    assert _read(shell).centre.phone == "974 222 333"
    assert not page.view.data.form.is_changed()


def test_entity_and_centre_are_saved_apart_where_they_changed(page: CentrePage, shell: Shell) -> None:
    ctrl(_retype(page, "entity_address", "Plaza Mayor, 1"), Qt.Key.Key_S)
    assert _read(shell).entity.address == "Plaza Mayor, 1"
    assert shell.undo_name() == "Cambiar los datos de la entidad"


def test_a_wrong_tax_code_is_refused_and_what_was_typed_stays(page: CentrePage, shell: Shell) -> None:
    before = _read(shell).entity
    line = _retype(page, "entity_cif", "Q1234567A")
    ctrl(line, Qt.Key.Key_S)
    assert page.view.data.form.banner.words
    assert _read(shell).entity == before
    assert line.text() == "Q1234567A"
    page.on_changes(Changes("Otra cosa", frozenset({Kind.CENTRE})))
    assert line.text() == "Q1234567A"
    line.setText(before.cif)  # with an error on it the window would not close


def test_leaving_the_page_saves_what_was_typed(page: CentrePage, shell: Shell, window: MainWindow) -> None:
    _retype(page, "centre_phone", "974 222 333")
    window.travel(Place("home"))
    assert window.page("home").view.isVisible()
    assert _read(shell).centre.phone == "974 222 333"


def test_a_page_that_cannot_be_saved_is_not_left(page: CentrePage, window: MainWindow) -> None:
    _retype(page, "centre_name", "")
    window.travel(Place("home"))
    assert page.view.isVisible()
    assert not window.close()
    _retype(page, "centre_name", "CPEPA")


def test_a_classroom_is_added_and_changed(page: CentrePage, shell: Shell) -> None:
    shell.go("centre", "rooms")
    with in_dialog("room_dialog", _fill({"room_name": "Taller", "room_area": "42,5"})):
        click(find(page.view, QPushButton, "rooms_add"))
    room = next(room for room in _read(shell).rooms if room.name == "Taller")
    assert room.area_hundredths == 4250
    page.view.rooms.panel.choose(room.id)
    with in_dialog("room_dialog", _fill({"room_until": "31/12/2030"})):
        press(page.view.rooms.panel.view, Qt.Key.Key_Return)
    changed = next(each for each in _read(shell).rooms if each.id == room.id)
    assert changed.title_until == date(2030, 12, 31)
    assert changed.area_hundredths == 4250


def test_a_name_that_is_taken_is_refused_in_the_form(page: CentrePage, shell: Shell) -> None:
    rooms = _read(shell).rooms

    def act(dialog: QWidget) -> None:
        _fill({"room_name": rooms[0].name})(dialog)
        assert rooms[0].name in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    shell.go("centre", "rooms")
    with in_dialog("room_dialog", act):
        click(find(page.view, QPushButton, "rooms_add"))
    assert _read(shell).rooms == rooms


def test_a_title_that_has_ended_is_told_with_word_icon_and_wash() -> None:
    until = room_columns(date(2024, 2, 19))[3]
    ended, valid = Room(1, "A", title_until=date(2024, 2, 18)), Room(2, "B", title_until=date(2024, 2, 19))
    assert until.wash is not None
    assert until.icon is not None
    assert until.tooltip is not None
    assert (until.wash(ended), until.icon(ended)) == (Wash.WARNING, "warning")
    assert until.tooltip(ended)
    assert (until.wash(valid), until.icon(valid)) == (None, "")


def test_a_trainer_is_added(page: CentrePage, shell: Shell) -> None:
    shell.go("centre", "trainers")
    typed = {"trainer_document": "12345678z", "trainer_name": "Nerea", "trainer_surnames": "Abós"}
    with in_dialog("trainer_dialog", _fill(typed)):
        click(find(page.view, QPushButton, "trainers_add"))
    trainer = next(each for each in _read(shell).trainers if each.id_number == "12345678Z")
    assert (trainer.full_name, trainer.active) == ("Nerea Abós", True)


def test_a_day_without_class_is_added_and_taken_away(page: CentrePage, shell: Shell) -> None:
    shell.go("centre", "holidays")
    day = Holiday(date(2024, 3, 4), "Fiesta del centro", HolidayScope.CENTRE)

    def act(dialog: QWidget) -> None:
        scope = find(dialog, QComboBox, "holiday_scope")
        scope.setCurrentText(scope_words(HolidayScope.CENTRE))
        _fill({"holiday_day": "4/3/2024", "holiday_name": "Fiesta del centro"})(dialog)

    with in_dialog("holiday_dialog", act):
        click(find(page.view, QPushButton, "holidays_add"))
    assert day in calendars.list_holidays(shell.workspace, 2024)
    assert page.view.holidays.panel.choose((day.day, day.scope, ""))
    click(find(page.view, QPushButton, "holidays_act"))
    assert day not in calendars.list_holidays(shell.workspace, 2024)


def test_the_holidays_of_another_year_are_a_step_away(page: CentrePage) -> None:
    page.view.year_changed.emit(2025)
    page.view.show_holidays([Holiday(date(2025, 1, 1), "Año Nuevo", HolidayScope.NATIONAL)])
    assert page.view.holidays.panel.model.row(0).day.year == 2025


def test_a_logo_is_added_with_its_text_and_taken_away(page: CentrePage, shell: Shell, tmp_path: Path) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    path = tmp_path / "logo.png"
    assert image.save(str(path))
    before = len(_read(shell).logos)
    shell.go("centre", "logos")
    with in_dialog("logo_dialog", _fill({"logo_file": str(path), "logo_text": "Gobierno de Aragón"})):
        click(find(page.view, QPushButton, "logos_add"))
    logos = _read(shell).logos
    assert len(logos) == before + 1
    assert logos[-1].alternative_text == "Gobierno de Aragón"
    assert centres.read_logo(shell.workspace, logos[-1].sha256) == path.read_bytes()
    click(find(page.view, QPushButton, f"logo_{before}_remove"))
    assert len(_read(shell).logos) == before


def test_an_image_that_is_none_is_refused_in_the_form(page: CentrePage, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_text("no soy una imagen")

    def act(dialog: QWidget) -> None:
        _fill({"logo_file": str(path), "logo_text": "Nada"})(dialog)
        assert "no es una imagen" in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    shell.go("centre", "logos")
    with in_dialog("logo_dialog", act):
        click(find(page.view, QPushButton, "logos_add"))


@pytest.mark.parametrize("name", TABS)
def test_a_place_names_the_tab_to_show(page: CentrePage, shell: Shell, name: str) -> None:
    shell.go("centre", name)
    tabs = find(page.view, QTabWidget, "centre_tabs")
    assert tabs.currentIndex() == TABS.index(name)


def test_a_figure_of_an_agreement_is_written_with_its_place(shell: Shell, page: CentrePage) -> None:
    shell.go("centre", "calls")
    panel = page.view.figures.panel
    assert panel.choose(("inaem-agreement", "subsidised_seats"))

    def act(dialog: QWidget) -> None:
        fields = {"figure_value": "12", "figure_since": "1/9/2024", "figure_place": "cláusula 3"}
        _fill(fields)(dialog)

    with in_dialog("figure_dialog", act):
        click(find(page.view, QPushButton, "figures_fill"))
    names = [row.figure.name for row in calls.all_figures_to_fill(shell.workspace)]
    assert "subsidised_seats" not in names
    assert not panel.choose(("inaem-agreement", "subsidised_seats"))


def test_a_term_is_switched_on_and_off_by_the_keys(shell: Shell, page: CentrePage) -> None:
    shell.go("centre", "calls")
    terms = page.view.figures.terms
    key = ("own-resources", "start_communication")

    def obliges() -> bool:
        return next(row for row in terms.panel.shown_rows() if (row.call, row.name) == key).is_active

    assert not obliges()
    terms.panel.view.setFocus()
    assert terms.panel.choose(key)
    switch = find(page.view, QPushButton, "terms_switch")
    assert switch.accessibleName() == "Activar"
    ctrl(terms.panel.view, Qt.Key.Key_L)
    assert obliges()
    assert terms.panel.choose(key)
    assert switch.accessibleName() == "Desactivar"
    press(terms.panel.view, Qt.Key.Key_Return)
    assert not obliges()


@pytest.mark.parametrize(("unit", "words"), [("people", "personas"), ("EUR", "€"), ("h", "h")])
def test_the_unit_of_a_figure_is_said_in_spanish(unit: str, words: str) -> None:
    assert unit_words(unit) == words
