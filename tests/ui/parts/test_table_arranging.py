"""Tests of arranging a table, of its totals and of taking it elsewhere, by the keys a person presses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.ui.parts.table import Column, ExportWish, TablePanel, Total
from cpepa_desktop.ui.parts.table.columns_dialog import ColumnsDialog
from cpepa_desktop.ui.parts.table.layout import TableLayout, column_names
from tests.ui.hands import click, ctrl, find, in_dialog, press, type_text
from tests.ui.parts.learners import ALL, ANA, COLUMNS, EVA, JOSE, PACO, Learner, names

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Desk(QWidget):
    """A window that takes tables."""

    def __init__(self, panel: TablePanel[Learner]) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.wishes: list[ExportWish] = []
        QVBoxLayout(self).addWidget(panel)

    def export_table(self, wish: ExportWish) -> None:
        self.wishes.append(wish)


@pytest.fixture
def panel() -> TablePanel[Learner]:
    return TablePanel("learners", "Alumnado", COLUMNS, key=lambda each: each.id)


@pytest.fixture
def desk(panel: TablePanel[Learner], qtbot: QtBot) -> Desk:
    made = Desk(panel)
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    panel.set_rows(ALL)
    return made


def _shown(panel: TablePanel[Learner]) -> list[str]:
    return [COLUMNS[at].title for at in panel.view.shown_columns()]


def _many(count: int) -> list[Learner]:
    return [Learner(at, f"Apellido {at:04d}, Ana", None, at) for at in range(1, count + 1)]


# Sorting by keys --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_keys_sort_by_the_current_column_both_ways_and_back(panel: TablePanel[Learner]) -> None:
    panel.view.setFocus()
    panel.choose_first()
    given = names(panel)
    press(panel.view, Qt.Key.Key_O, CTRL, SHIFT)
    assert names(panel) == ["Ágreda Royo", "Nuez", "Ñíguez", "Ortiz"]
    press(panel.view, Qt.Key.Key_O, CTRL, SHIFT)
    assert names(panel) == ["Ortiz", "Ñíguez", "Nuez", "Ágreda Royo"]
    press(panel.view, Qt.Key.Key_O, CTRL, SHIFT)
    assert names(panel) == given
    press(panel.view, Qt.Key.Key_Right)
    press(panel.view, Qt.Key.Key_O, CTRL, SHIFT)
    assert names(panel)[0] == "Ñíguez"
    assert panel.current_row() == JOSE


@pytest.mark.usefixtures("desk")
def test_the_menu_offers_to_sort_by_each_column_in_sight(panel: TablePanel[Learner]) -> None:
    sorts = panel.findChild(QMenu, "learners_sorts")
    assert isinstance(sorts, QMenu)
    sorts.aboutToShow.emit()
    assert [action.text() for action in sorts.actions()] == ["Como vienen", "Nombre", "Nacimiento", "Horas"]
    sorts.actions()[1].trigger()
    assert names(panel)[0] == "Ágreda Royo"
    sorts.aboutToShow.emit()
    assert [action.isChecked() for action in sorts.actions()] == [False, True, False, False]


@pytest.mark.usefixtures("desk")
def test_a_sort_keeps_every_selected_row_and_brings_the_current_one_in_sight(
    panel: TablePanel[Learner],
) -> None:
    panel.set_rows(_many(300))
    panel.choose(2)
    press(panel.view, Qt.Key.Key_Down, SHIFT)
    panel.sort(0, Qt.SortOrder.DescendingOrder)
    assert {each.id for each in panel.selected_rows()} == {2, 3}
    current = panel.current_row()
    assert current is not None
    assert current.id == 3
    seen = panel.view.visualRect(panel.view.currentIndex())
    assert panel.view.viewport().rect().contains(seen.center())


@pytest.mark.usefixtures("desk")
def test_a_filter_taken_away_gives_back_the_selection_and_the_scroll(panel: TablePanel[Learner]) -> None:
    panel.set_rows(_many(300))
    panel.choose(150)
    before = panel.view.verticalScrollBar().value()
    assert before
    ctrl(panel.view, Qt.Key.Key_F)
    type_text(panel.filter_box, "0001")
    assert panel.current_row() is None
    panel.filter_box.clear()
    current = panel.current_row()
    assert current is not None
    assert current.id == 150
    assert panel.view.verticalScrollBar().value() == before


@pytest.mark.usefixtures("desk")
def test_a_filter_that_keeps_the_current_row_tells_nobody(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    # What is being typed in a form beside the table would be read anew.
    panel.choose(3)
    with qtbot.assertNotEmitted(panel.chosen):
        panel.set_filter("nuez")
        panel.set_filter("")
        panel.sort(0)
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda row: row is None):
        panel.set_filter("paco")


# Totals -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_columns_add_up_what_is_in_sight_and_then_what_is_selected(panel: TablePanel[Learner]) -> None:
    assert panel.totals_words == "Total: Nacimiento, 3; Horas, 159:30 h"
    panel.set_filter("a")
    assert panel.totals_words == "Total: Nacimiento, 3; Horas, 121 h"
    panel.set_filter("")
    panel.choose(4)
    assert panel.totals_words.startswith("Total: ")
    press(panel.view, Qt.Key.Key_Down, SHIFT)
    assert panel.totals_words == "Total de las seleccionadas: Nacimiento, 2; Horas, 121 h"
    assert panel.count_label.text() == "4 filas, 2 seleccionadas"
    panel.set_rows(())
    assert panel.totals_words == ""


@pytest.mark.usefixtures("desk")
def test_a_total_goes_with_its_column(panel: TablePanel[Learner]) -> None:
    panel.arrange(panel.layout_now().with_shown("Horas", shown=False))
    assert panel.totals_words == "Total: Nacimiento, 3"


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (None, "1.234.567"),
        (Measure.HOURS, "1234567 h"),
        (Measure.CENTS, "12.345,67\N{NO-BREAK SPACE}€"),
        (Measure.HUNDREDTHS, "12345,67"),
    ],
)
def test_a_sum_is_written_in_its_measure(measure: Measure | None, words: str) -> None:
    column: Column[int | None] = Column("x", lambda each: each, measure=measure, total=Total.SUM)
    assert column.total_words([1_234_000, None, 567]) == words


# Columns ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_columns_are_hidden_and_moved_by_keys(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ColumnsDialog)
        press(dialog.list, Qt.Key.Key_Down)
        press(dialog.list, Qt.Key.Key_Space)
        press(dialog.list, Qt.Key.Key_Down)
        press(dialog.list, Qt.Key.Key_Up, ALT)
        press(dialog.list, Qt.Key.Key_Up, ALT)
        click(find(dialog, QPushButton, "learners_columns_dialog_accept"))

    panel.view.setFocus()
    with qtbot.waitSignal(panel.arranged), in_dialog("learners_columns_dialog", act):
        press(panel.view, Qt.Key.Key_C, CTRL, SHIFT)
    assert _shown(panel) == ["Horas", "Nombre"]


@pytest.mark.usefixtures("desk")
def test_one_column_always_stays(panel: TablePanel[Learner]) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ColumnsDialog)
        for _column in COLUMNS:
            if dialog.places()[dialog.list.currentRow()].is_shown:
                press(dialog.list, Qt.Key.Key_Space)
            press(dialog.list, Qt.Key.Key_Down)
        assert [place.is_shown for place in dialog.places()].count(True) == 1
        assert "Al menos una" in find(dialog, QLabel, "learners_columns_words").text()
        click(find(dialog, QPushButton, "learners_columns_dialog_accept"))

    panel.view.setFocus()
    with in_dialog("learners_columns_dialog", act):
        press(panel.view, Qt.Key.Key_C, CTRL, SHIFT)
    assert len(_shown(panel)) == 1


@pytest.mark.usefixtures("desk")
def test_the_columns_of_the_start_come_back_and_cancel_undoes_even_that(panel: TablePanel[Learner]) -> None:
    arranged = panel.layout_now().with_shown("Nombre", shown=False)

    def reset_then(answer: Qt.Key) -> None:
        panel.arrange(arranged)
        panel.view.setFocus()

        def act(dialog: QWidget) -> None:
            ctrl(dialog, Qt.Key.Key_R)
            press(dialog, answer)

        with in_dialog("learners_columns_dialog", act):
            press(panel.view, Qt.Key.Key_C, CTRL, SHIFT)

    reset_then(Qt.Key.Key_Escape)
    assert _shown(panel) == ["Nacimiento", "Horas"]
    reset_then(Qt.Key.Key_Return)
    assert _shown(panel) == ["Nombre", "Nacimiento", "Horas"]


@pytest.mark.usefixtures("desk")
def test_the_headings_have_a_menu_that_shows_and_hides(panel: TablePanel[Learner]) -> None:
    header = panel.view.horizontalHeader()

    def header_menu() -> QMenu:
        header.customContextMenuRequested.emit(QPoint(5, 5))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    menu = header_menu()
    assert [action.text() for action in menu.actions()[:4]] == [column.title for column in COLUMNS]
    menu.actions()[3].trigger()
    menu.close()
    assert _shown(panel) == ["Nombre", "Nacimiento", "Horas", "Número"]
    for name in ("Nombre", "Nacimiento", "Horas"):
        panel.arrange(panel.layout_now().with_shown(name, shown=False))
    menu = header_menu()
    assert [action.isEnabled() for action in menu.actions()[:4]] == [True, True, True, False]
    menu.close()


@pytest.mark.usefixtures("desk")
def test_a_layout_is_kept_as_text_and_given_back(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    header = panel.view.horizontalHeader()
    with qtbot.waitSignal(panel.arranged):
        header.moveSection(2, 0)
    with qtbot.waitSignal(panel.arranged):
        header.resizeSection(1, 222)
    with qtbot.waitSignal(panel.arranged):
        panel.sort(2, Qt.SortOrder.DescendingOrder)
    panel.arrange(panel.layout_now().with_shown("Número", shown=True))
    other: TablePanel[Learner] = TablePanel("others", "Alumnado", COLUMNS, key=lambda each: each.id)
    qtbot.addWidget(other)
    other.resize(700, 400)
    other.show()
    other.restore_layout(panel.layout_text())
    other.set_rows(ALL)
    assert _shown(other) == _shown(panel) == ["Horas", "Nombre", "Nacimiento", "Número"]
    assert names(other) == names(panel) == ["Ágreda Royo", "Ñíguez", "Ortiz", "Nuez"]
    assert abs(other.view.columnWidth(1) - 222) <= 1
    assert other.layout_text() == panel.layout_text()


@pytest.mark.usefixtures("desk")
def test_rows_read_again_keep_the_arrangement(panel: TablePanel[Learner]) -> None:
    panel.view.horizontalHeader().moveSection(2, 0)
    panel.view.horizontalHeader().resizeSection(2, 190)
    panel.arrange(panel.layout_now().with_shown("Nombre", shown=False))
    before = panel.layout_text()
    panel.set_rows((ANA, EVA))
    assert panel.layout_text() == before
    assert panel.view.columnWidth(2) == 190


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "{}",
        "[]",
        "[1, 2, 3]",
        '[[["Nombre"]], "", false]',
        '[[["a", true, 1e999]], "", false]',
        "[" * 9,
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_text_that_is_no_layout_changes_nothing(panel: TablePanel[Learner], text: str) -> None:
    before = panel.layout_text()
    panel.restore_layout(text)
    assert panel.layout_text() == before


@pytest.mark.usefixtures("desk")
def test_a_layout_of_another_version_arranges_what_it_knows(panel: TablePanel[Learner]) -> None:
    places = [["Horas", True, 90], ["Perdida", True, 50], ["Nombre", True, 0], ["Horas", True, 10**9]]
    panel.restore_layout(json.dumps([places, "Perdida", True]))
    assert _shown(panel) == ["Horas", "Nacimiento", "Nombre"]
    assert names(panel) == names(panel)
    panel.restore_layout(json.dumps([[[name, False, 0] for name in column_names(COLUMNS)], "", False]))
    assert _shown(panel) == ["Nombre"]


def test_columns_of_one_heading_are_told_apart() -> None:
    twice = (*COLUMNS[:1], replace(COLUMNS[1], title="Nombre"))
    assert column_names(twice) == ["Nombre", "Nombre 2"]
    assert TableLayout.from_text(TableLayout().to_text()) == TableLayout()


# Taken elsewhere --------------------------------------------------------------------------------------------


def test_keys_export_what_is_in_sight_or_several_selected(panel: TablePanel[Learner], desk: Desk) -> None:
    panel.set_filter("a")
    panel.sort(0)
    panel.view.setFocus()
    press(panel.view, Qt.Key.Key_X, CTRL, SHIFT)
    wish = desk.wishes.pop()
    assert wish.kind == "xlsx"
    assert wish.listing.title == "Alumnado"
    assert [(column.title, column.measure) for column in wish.listing.columns] == [
        ("Nombre", None),
        ("Nacimiento", None),
        ("Horas", Measure.MINUTES),
    ]
    assert wish.listing.rows[0] == ("Ágreda Royo, Ana", date(1990, 1, 3), 7200)
    assert len(wish.listing.rows) == 3
    panel.choose(4)
    press(panel.view, Qt.Key.Key_V, CTRL, SHIFT)
    assert desk.wishes[-1].kind == "csv"
    assert len(desk.wishes.pop().listing.rows) == 3
    press(panel.view, Qt.Key.Key_Up, SHIFT)
    press(panel.view, Qt.Key.Key_X, CTRL, SHIFT)
    assert [row[0] for row in desk.wishes.pop().listing.rows] == ["Nuez, Eva", "Ortiz, Paco"]


def test_a_table_in_no_window_of_files_does_not_offer_to_export(
    panel: TablePanel[Learner], qtbot: QtBot
) -> None:
    qtbot.addWidget(panel)
    panel.show()
    panel.commands.menu.aboutToShow.emit()
    offered = [action.text() for action in panel.commands.menu.actions() if action.isVisible()]
    assert offered == ["Copiar", "Ordenar por", "Ordenar por la columna actual", "Columnas…"]


@pytest.mark.usefixtures("desk")
def test_a_copy_says_what_is_text_and_takes_columns_as_they_stand(panel: TablePanel[Learner]) -> None:
    panel.set_rows((replace(PACO, name="=1+1"),))
    panel.view.horizontalHeader().moveSection(2, 0)
    panel.choose(4)
    panel.view.setFocus()
    ctrl(panel.view, Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Horas\tNombre\tNacimiento\n1:00\t'=1+1\t1970-02-02"
    assert r"""<td style='mso-number-format:"\@"'>=1+1</td>""" in data.html()
    assert r"""<td style='mso-number-format:"\[h\]\:mm"'>1:00</td>""" in data.html()


@pytest.mark.usefixtures("desk")
def test_the_menu_opens_by_keys_and_shows_its_own(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    seen: list[str] = []

    def look() -> None:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        seen.extend(f"{action.text()} {action.shortcut().toString()}" for action in popup.actions())
        QTest.keyClick(popup, Qt.Key.Key_Escape)

    panel.view.setFocus()
    QTimer.singleShot(0, look)
    press(panel.view, Qt.Key.Key_Period, CTRL)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [
        "Copiar Ctrl+C",
        "Exportar a XLSX… Ctrl+Shift+X",
        "Exportar a CSV… Ctrl+Shift+V",
        "Ordenar por ",
        "Ordenar por la columna actual Ctrl+Shift+O",
        "Columnas… Ctrl+Shift+C",
    ]
    assert panel.commands.button.accessibleName() == "Más de la tabla: Alumnado"
    assert panel.findChild(QAction, "learners_columns") is not None
