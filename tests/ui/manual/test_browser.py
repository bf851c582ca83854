"""Tests of a page of the manual on screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.manual.book import manual, page_named
from cpepa_desktop.ui.manual.browser import ManualBrowser
from cpepa_desktop.ui.parts import theme
from tests.ui.hands import ctrl


@pytest.fixture
def browser(qtbot: QtBot) -> ManualBrowser:
    made = ManualBrowser(lambda name: page_named(name).text)
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_every_page_shows_its_headings_under_the_names_that_links_use(browser: ManualBrowser) -> None:
    for page in manual():
        browser.open(page.name)
        assert browser.page == page.name
        assert browser.headings() == tuple(section.anchor for section in page.sections), page.name


def test_a_heading_that_is_linked_comes_on_screen(browser: ManualBrowser) -> None:
    browser.open("cursos.md")
    assert browser.verticalScrollBar().value() == 0
    browser.open("cursos.md#el-curso-por-dentro")
    assert browser.textCursor().block().text() == "El curso por dentro"
    assert browser.verticalScrollBar().value() > 0


def test_one_goes_back_and_forward_through_pages(browser: ManualBrowser) -> None:
    browser.open("inicio.md")
    browser.open("cursos.md")
    browser.backward()
    assert browser.page == "inicio.md"
    browser.forward()
    assert browser.page == "cursos.md"


def test_a_link_that_leads_outside_does_nothing(browser: ManualBrowser) -> None:
    browser.open("inicio.md")
    browser.setSource("https://example.org/otra")
    assert browser.page == "inicio.md"


def test_pictures_are_found_and_no_wider_than_the_page(browser: ManualBrowser) -> None:
    browser.open("asistencia.md")
    kind = QTextDocument.ResourceType.ImageResource
    picture = browser.document().resource(kind.value, "pictures/asistencia.png")
    assert isinstance(picture, QImage)
    assert not picture.isNull()
    assert browser.document().idealWidth() <= browser.viewport().width() < picture.width()


def test_tables_take_the_colours_of_the_theme(browser: ManualBrowser, qapp: QApplication) -> None:
    browser.open("asistencia.md")
    try:
        theme.apply_theme(qapp, dark=True)
        tables = [
            each for each in browser.document().rootFrame().childFrames() if isinstance(each, QTextTable)
        ]
        head = tables[0].cellAt(0, 0).format().background().color().name()
        assert head == theme.DARK.quiet_wash.lower()
    finally:
        theme.apply_theme(qapp, dark=False)


def test_what_was_searched_is_marked_without_accents(browser: ManualBrowser) -> None:
    browser.open("archivo.md")
    browser.mark("sincronización COPIAS")
    marked = {each.cursor.selectedText().casefold() for each in browser.extraSelections()}
    assert marked == {"copias"}
    browser.mark("")
    assert browser.extraSelections() == []


def test_a_text_is_copied(browser: ManualBrowser) -> None:
    browser.open("inicio.md")
    browser.selectAll()
    ctrl(browser, Qt.Key.Key_C)
    assert QApplication.clipboard().text().startswith("Inicio")
