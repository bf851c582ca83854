"""Tests of the list of places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.navigation import Navigation, Stop
from tests.ui.hands import find, press, words_in

STOPS = (Stop("home", "Inicio", "home"), Stop("people", "Personas", "people"))


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation(STOPS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_place_is_chosen_by_arrows(navigation: Navigation, qtbot: QtBot) -> None:
    navigation.show_stop("home")
    with qtbot.waitSignal(navigation.chosen, check_params_cb=lambda name: name == "people"):
        press(find(navigation, QListWidget, "navigation"), Qt.Key.Key_Down)


def test_showing_where_one_is_goes_nowhere(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(navigation.chosen):
        navigation.show_stop("people")
    assert find(navigation, QListWidget, "navigation").currentRow() == 1


def test_invented_people_are_told(navigation: Navigation) -> None:
    navigation.say_centre("CPEPA Muestra", is_sample=True)
    assert find(navigation, QWidget, "navigation_sample").isVisible()
    assert words_in(navigation).startswith("CPEPA Muestra")
    navigation.say_centre("CPEPA", is_sample=False)
    assert not find(navigation, QWidget, "navigation_sample").isVisible()


def test_what_waits_is_counted_beside_its_place(navigation: Navigation) -> None:
    places = find(navigation, QListWidget, "navigation")
    before = places.grab().toImage()
    navigation.say_counts({"home": 5})
    assert places.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Inicio, 5 cosas pendientes"
    assert places.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Personas"
    assert places.grab().toImage() != before
    navigation.say_counts({})
    assert places.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Inicio"
    assert places.grab().toImage() == before
