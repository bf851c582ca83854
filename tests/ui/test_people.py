"""Tests of the page of people, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.people import Person
from cpepa_desktop.operations import people
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.people.controller import PeoplePage
from cpepa_desktop.ui.people.view import PeopleView
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, ctrl, find, in_dialog, press, type_text, words_in


@pytest.fixture
def page(window: MainWindow) -> PeoplePage:
    window.travel(Place("people"))
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def _save(dialog: QWidget) -> None:
    ctrl(dialog.focusWidget(), Qt.Key.Key_S)


def _named(shell: Shell, text: str) -> Person:
    (found,) = people.list_people(shell.workspace, text)
    return found.person


def test_everybody_is_listed_in_spanish_order(page: PeoplePage, shell: Shell) -> None:
    shown = page.view.table.shown_rows()
    assert len(shown) == len(people.list_people(shell.workspace))
    assert shown[0].person.surnames.startswith("Ágreda")


def test_somebody_is_found_by_name_without_accents_or_by_document(page: PeoplePage) -> None:
    box = page.view.table.filter_box
    type_text(box, "blasco niguez")
    assert [each.person.surnames for each in page.view.table.shown_rows()] == ["Blasco Ñíguez"]
    document = str(page.view.table.shown_rows()[0].person.document)
    box.clear()
    type_text(box, document.lower())
    assert [each.person.surnames for each in page.view.table.shown_rows()] == ["Blasco Ñíguez"]


def test_a_person_is_added_by_keys_alone_and_then_shown(page: PeoplePage, shell: Shell, qtbot: QtBot) -> None:
    def fill(dialog: QWidget) -> None:
        type_text(find(dialog, QLineEdit, "person_document"), "12345678z")
        type_text(find(dialog, QLineEdit, "person_name"), "Nerea")
        type_text(find(dialog, QLineEdit, "person_surnames"), "Núñez Abós")
        type_text(find(dialog, QLineEdit, "person_birth"), "3/1/90")
        _save(dialog)

    page.view.table.view.setFocus()
    with in_dialog("person_dialog", fill):
        ctrl(page.view.table.view, Qt.Key.Key_N)
    added = _named(shell, "nunez abos")
    assert str(added.document) == "12345678Z"
    current = page.view.table.current_row()
    assert current is not None
    assert current.person == added
    qtbot.waitUntil(lambda: "3 ene 1990" in words_in(page.view.details))


def test_a_wrong_letter_is_said_at_the_field_and_nothing_is_saved(page: PeoplePage, shell: Shell) -> None:
    before = len(people.list_people(shell.workspace))

    def fill(dialog: QWidget) -> None:
        type_text(find(dialog, QLineEdit, "person_document"), "12345678A")
        type_text(find(dialog, QLineEdit, "person_name"), "Nerea")
        _save(dialog)
        assert "debería ser Z" in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("person_dialog", fill):
        click(find(page.view, QPushButton, "people_add"))
    assert len(people.list_people(shell.workspace)) == before


def test_a_document_of_somebody_else_is_refused_and_the_form_stays(page: PeoplePage, shell: Shell) -> None:
    taken = people.list_people(shell.workspace)[0].person

    def fill(dialog: QWidget) -> None:
        type_text(find(dialog, QLineEdit, "person_document"), str(taken.document))
        type_text(find(dialog, QLineEdit, "person_name"), "Nerea")
        _save(dialog)
        assert dialog.isVisible()
        assert taken.listed_name in words_in(dialog)
        press(dialog, Qt.Key.Key_Escape)

    with in_dialog("person_dialog", fill):
        click(find(page.view, QPushButton, "people_add"))


def test_a_change_can_be_undone(page: PeoplePage, shell: Shell, window: MainWindow) -> None:
    page.view.table.choose_first()
    person = page.view.table.shown_rows()[0].person

    def fill(dialog: QWidget) -> None:
        assert not find(dialog, QLineEdit, "person_document").isEnabled()
        phone = find(dialog, QLineEdit, "person_phone")
        phone.clear()
        type_text(phone, "976 123 456")
        _save(dialog)

    with in_dialog("person_dialog", fill):
        press(page.view.table.view, Qt.Key.Key_Return)
    assert _named(shell, str(person.document)).phone == "976 123 456"
    ctrl(window, Qt.Key.Key_Z)
    assert _named(shell, str(person.document)) == person


def test_a_new_document_keeps_the_earlier_one(page: PeoplePage, shell: Shell, qtbot: QtBot) -> None:
    page.view.table.choose_first()
    person = page.view.table.shown_rows()[0].person

    def fill(dialog: QWidget) -> None:
        kind = find(dialog, QComboBox, "document_kind")
        kind.setFocus()
        press(kind, Qt.Key.Key_Down)
        number = find(dialog, QLineEdit, "document_number")
        number.setFocus()
        type_text(number, "PAB123456")
        _save(dialog)

    with in_dialog("document_dialog", fill):
        click(find(page.view, QPushButton, "people_document"))
    changed = _named(shell, "PAB123456")
    assert changed.id == person.id
    assert person.document in changed.earlier_documents
    qtbot.waitUntil(lambda: str(person.document) in words_in(page.view.details))


def test_a_mistyped_document_is_corrected_by_keys_and_not_kept(
    page: PeoplePage, shell: Shell, window: MainWindow
) -> None:
    page.view.table.choose_first()
    person = page.view.table.shown_rows()[0].person

    def fill(dialog: QWidget) -> None:
        number = find(dialog, QLineEdit, "document_number")
        assert number.hasFocus()
        type_text(number, "12345678Z")
        why = find(dialog, QComboBox, "document_why")
        why.setFocus()
        press(why, Qt.Key.Key_Down)
        _save(dialog)

    page.view.table.view.setFocus()
    with in_dialog("document_dialog", fill):
        ctrl(page.view, Qt.Key.Key_D)
    changed = _named(shell, "12345678Z")
    assert (changed.id, changed.earlier_documents) == (person.id, person.earlier_documents)
    current = page.view.table.current_row()
    assert current is not None
    assert current.person == changed
    ctrl(window, Qt.Key.Key_Z)
    assert _named(shell, str(person.document)) == person


def test_the_courses_of_a_person_are_a_click_away(page: PeoplePage, shell: Shell, qtbot: QtBot) -> None:
    page.view.table.choose_first()
    (code,) = page.view.table.shown_rows()[0].courses
    wanted = Place("course", code)
    with qtbot.waitSignal(shell.travelled, check_params_cb=lambda place: place == wanted):
        click(find(page.view, QPushButton, f"person_course_{code}"))


def test_a_place_names_the_person_to_show(page: PeoplePage, shell: Shell) -> None:
    person = people.list_people(shell.workspace)[3].person
    page.view.table.filter_box.setText("nadie se llama así")
    shell.go("people", str(person.id))
    current = page.view.table.current_row()
    assert current is not None
    assert current.person.id == person.id


def test_without_people_the_page_says_what_to_do(qtbot: QtBot) -> None:
    view = PeopleView()
    qtbot.addWidget(view)
    view.show()
    view.show_people(())
    assert view.is_empty()
    with qtbot.waitSignal(view.add_asked):
        click(find(view, QPushButton, "people_empty_action"))
