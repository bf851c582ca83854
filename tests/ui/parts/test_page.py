"""Tests of what every page does: read when it must, and only then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import (
    Page,
    PageView,
    Place,
    button,
    column_of,
    rename_button,
    row_of,
    side_by_side,
)
from tests.ui.hands import ctrl, find


class Notes(Page):
    """A page that counts how often it reads."""

    depends_on = frozenset({Kind.PEOPLE})

    def __init__(self) -> None:
        super().__init__(PageView("notes", "Notas"))
        self.readings = 0
        self.revealed: list[Place] = []

    def read(self) -> None:
        """Count."""
        self.readings += 1

    def reveal(self, place: Place) -> None:
        """Remember."""
        self.revealed.append(place)


@pytest.fixture
def page(qtbot: QtBot) -> Notes:
    made = Notes()
    qtbot.addWidget(made.view)
    return made


PEOPLE = Changes("Guardar", frozenset({Kind.PEOPLE}))
PAPERS = Changes("Imprimir", frozenset({Kind.PAPERS}))


def test_a_page_on_screen_reads_what_concerns_it_and_nothing_else(page: Notes) -> None:
    page.view.show()
    page.on_changes(PAPERS)
    assert page.readings == 0
    page.on_changes(PEOPLE)
    assert page.readings == 1


def test_a_page_away_waits_until_it_is_shown(page: Notes) -> None:
    page.refresh()
    assert page.readings == 1
    page.on_changes(PEOPLE)
    page.on_changes(PEOPLE)
    assert page.readings == 1
    page.refresh()
    page.refresh()
    assert page.readings == 2


def test_a_visit_reads_and_reveals_what_the_place_names(page: Notes) -> None:
    page.visit(Place("notes"))
    assert (page.readings, page.revealed) == (1, [])
    page.visit(Place("notes", "7"))
    assert (page.readings, page.revealed) == (2, [Place("notes", "7")])


def test_a_page_shows_its_body_or_what_stands_in_its_place(page: Notes) -> None:
    body, empty = QWidget(), EmptyState("notes_empty", "Nada todavía.")
    page.view.set_body(body, empty)
    page.view.show()
    page.view.show_empty(empty=True)
    assert page.view.is_empty()
    assert empty.isVisible()
    page.view.show_empty(empty=False)
    assert body.isVisible()


def test_a_title_says_what_the_page_is_about(page: Notes) -> None:
    page.view.show()
    assert not page.view.subtitle.isVisible()
    page.view.set_title("Notas", "de este curso")
    assert page.view.accessibleName() == "Notas"
    assert page.view.subtitle.isVisible()


def test_an_action_works_by_its_keys_and_tells_them(page: Notes, qtbot: QtBot) -> None:
    made = page.view.add_action("notes_add", "Nueva nota", icon="add", shortcut="Ctrl+N", primary=True)
    page.view.set_body(QPushButton("dentro"))
    page.view.show()
    qtbot.waitExposed(page.view)
    page.view.activateWindow()
    assert made.accessibleName() == "Nueva nota"
    assert made.toolTip().startswith("Nueva nota (")
    find(page.view, QPushButton, "notes_add").setFocus()
    with qtbot.waitSignal(made.clicked):
        ctrl(made, Qt.Key.Key_N)


def test_widgets_stand_side_by_side_and_one_under_the_other(qtbot: QtBot) -> None:
    left, right = QWidget(), QWidget()
    splitter = side_by_side("both", left, right, (300, 100))
    qtbot.addWidget(splitter)
    assert [splitter.widget(at) for at in range(2)] == [left, right]
    column = column_of([QPushButton("uno"), QPushButton("dos")], "column")
    qtbot.addWidget(column)
    assert len(column.findChildren(QPushButton)) == 2
    assert row_of([QWidget()]).count() == 2
    assert row_of([QWidget()], stretch_at_end=False).count() == 1


@pytest.fixture
def _large(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, scale=2.0)
    yield
    theme.apply_theme(qapp)


@pytest.mark.usefixtures("_large")
def test_large_text_stands_one_thing_under_the_other(qtbot: QtBot) -> None:
    view = PageView("notes", "Notas")
    qtbot.addWidget(view)
    action = view.add_action("notes_add", "Añadir una nota")
    trail, corner = QPushButton("Libretas"), QPushButton("Buscar")
    view.add_trail(trail)
    view.add_corner(corner)
    halves = side_by_side("halves", QWidget(), QWidget(), (100, 100))
    view.set_body(halves)
    view.resize(600, 700)
    view.show()
    assert halves.orientation() == Qt.Orientation.Vertical
    assert trail.geometry().bottom() < view.title.geometry().top()
    assert action.geometry().top() > view.title.geometry().bottom()
    assert corner.geometry().left() > view.title.geometry().right()


def test_normal_text_stands_side_by_side(qtbot: QtBot) -> None:
    view = PageView("notes", "Notas")
    qtbot.addWidget(view)
    action = view.add_action("notes_add", "Añadir una nota")
    trail = QPushButton("Libretas")
    view.add_trail(trail)
    view.resize(600, 400)
    view.show()
    assert trail.geometry().right() < view.title.geometry().left()
    assert action.geometry().left() > view.title.geometry().right()


def test_a_button_takes_other_words_and_keeps_its_icon_and_its_keys(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = button("renounce", "Renunciar…", icon="leave", shortcut="Ctrl+B", owner=owner)
    rename_button(made, "Anular la renuncia…")
    assert made.text() == " Anular la renuncia…"
    assert made.accessibleName() == "Anular la renuncia…"
    assert made.toolTip() == "Anular la renuncia… (Ctrl+B)"


def test_a_page_that_another_one_covers_asks_for_no_room(qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    tall, short = PageView("tall", "Alta"), PageView("short", "Baja")
    for each, lines in ((tall, 40), (short, 1)):
        each.set_body(theme.label("\n".join(["Una línea"] * lines), f"{each.name}_words"))
        pages.addWidget(each)
    pages.show()
    assert tall.heightForWidth(400) > 0
    pages.setCurrentWidget(short)
    assert tall.heightForWidth(400) == -1
    assert short.heightForWidth(400) > 0
