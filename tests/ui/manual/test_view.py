"""Tests of the window of the manual, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.manual.book import manual, page_named
from cpepa_desktop.ui.manual.view import ManualWindow
from tests.ui.hands import ctrl, press, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot) -> ManualWindow:
    made = ManualWindow(lambda name: page_named(name).text)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open("inicio.md")
    return made


def listed(view: ManualWindow) -> list[str]:
    """Return the first line of what stands at the left."""
    return [view.contents.item(row).text().splitlines()[0] for row in range(view.contents.count())]


def test_the_contents_are_the_pages_and_the_one_on_screen_is_chosen(view: ManualWindow) -> None:
    assert listed(view) == [page.title for page in manual()]
    assert view.contents.currentItem().text() == "Inicio"
    assert view.windowTitle() == "Inicio - Manual"
    assert not view.isModal()


def test_a_page_is_opened_from_the_contents(view: ManualWindow) -> None:
    view.contents.setFocus()
    press(view.contents, Qt.Key.Key_Down)
    press(view.contents, Qt.Key.Key_Return)
    assert view.browser.page == "cursos.md"


def test_alt_and_the_arrows_go_through_the_pages_seen(view: ManualWindow) -> None:
    view.browser.open("cursos.md")
    press(view.browser, Qt.Key.Key_Left, ALT)
    assert view.browser.page == "inicio.md"
    press(view.browser, Qt.Key.Key_Right, ALT)
    assert view.browser.page == "cursos.md"
    press(view.browser, Qt.Key.Key_Home, ALT)
    assert view.browser.page == "indice.md"


def test_what_is_typed_is_searched_and_enter_opens_it_at_its_heading(view: ManualWindow) -> None:
    ctrl(view.browser, Qt.Key.Key_F)
    assert view.search.hasFocus()
    type_text(view.search, "copias seguridad")
    row = next(at for at, words in enumerate(listed(view)) if words.endswith(" Copias de seguridad"))
    for _step in range(row):
        press(view.search, Qt.Key.Key_Down)
    press(view.search, Qt.Key.Key_Return)
    assert view.browser.textCursor().block().text() == "Copias de seguridad"
    assert view.isVisible()


def test_where_nothing_is_found_it_is_said(view: ManualWindow) -> None:
    type_text(view.search, "zzz")
    assert view.contents.count() == 0
    assert view.count.text().startswith("Nada con esas palabras")
    view.search.clear()
    assert view.contents.count() == len(manual())
