"""Tests of the table whose columns are data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.table import FILTER_ROLE, SORT_ROLE, RowsModel, TablePanel, plain_tooltip
from tests.ui.hands import ModelChecker, ctrl, press, type_text
from tests.ui.parts.learners import ALL, ANA, COLUMNS, EVA, JOSE, PACO, Learner, names


@pytest.fixture
def panel(qtbot: QtBot) -> TablePanel[Learner]:
    made = TablePanel("learners", "Alumnado", COLUMNS, key=lambda each: each.id)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.set_rows(ALL)
    return made


def test_the_model_is_a_model(qtmodeltester: ModelChecker) -> None:
    model = RowsModel(COLUMNS, key=lambda each: each.id)
    model.set_rows(ALL)
    qtmodeltester.check(model)
    model.set_rows(ALL[:2])
    qtmodeltester.check(model)
    model.set_rows(())
    qtmodeltester.check(model)


def test_a_cell_shows_sorts_and_aligns_as_its_column_says() -> None:
    model = RowsModel(COLUMNS, key=lambda each: each.id)
    model.set_rows((ANA, EVA))
    hours = model.index(0, 2)
    assert hours.data() == "120 h"
    assert hours.data(SORT_ROLE) == 7200
    assert hours.data(Qt.ItemDataRole.ToolTipRole) == "7200 minutos"
    assert model.index(0, 1).data() == "3 ene 1990"
    assert model.index(0, 1).data(SORT_ROLE) == ANA.born.toordinal() if ANA.born else None
    assert Qt.AlignmentFlag(hours.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert hours.data(Qt.ItemDataRole.BackgroundRole) is None
    assert model.index(1, 2).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert not model.index(1, 2).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "agreda" in model.index(0, 0).data(FILTER_ROLE)


def test_rows_with_the_same_key_are_all_shown(panel: TablePanel[Learner]) -> None:
    panel.set_rows((ANA, ANA))
    assert len(panel.shown_rows()) == 2
    panel.set_rows((ANA,))
    assert len(panel.shown_rows()) == 1


def test_a_tooltip_shows_names_as_they_are() -> None:
    assert plain_tooltip("Ana y José\n2 cursos") == "Ana y José\n2 cursos"
    assert plain_tooltip("Ofimática <b>básica</b>") == "Ofimática &lt;b&gt;básica&lt;/b&gt;"


def test_rows_keep_the_order_they_are_given_in_until_somebody_sorts(panel: TablePanel[Learner]) -> None:
    assert names(panel) == ["Ñíguez", "Nuez", "Ortiz", "Ágreda Royo"]


def test_names_sort_as_in_a_spanish_dictionary(panel: TablePanel[Learner]) -> None:
    panel.sort(0)
    assert names(panel) == ["Ágreda Royo", "Nuez", "Ñíguez", "Ortiz"]


def test_days_sort_by_the_calendar_and_no_day_comes_first(panel: TablePanel[Learner]) -> None:
    panel.sort(1)
    assert names(panel) == ["Ñíguez", "Ortiz", "Nuez", "Ágreda Royo"]
    panel.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(panel) == ["Ágreda Royo", "Nuez", "Ortiz", "Ñíguez"]


def test_numbers_sort_as_numbers(panel: TablePanel[Learner]) -> None:
    panel.sort(2)
    assert [each.minutes for each in panel.shown_rows()] == [0, 60, 2310, 7200]


def test_the_filter_forgives_accents_and_asks_for_every_word(panel: TablePanel[Learner]) -> None:
    type_text(panel.filter_box, "JOSE nig")
    assert names(panel) == ["Ñíguez"]
    assert panel.count_label.text() == "1 de 4"
    panel.filter_box.clear()
    assert panel.count_label.text() == "4 filas"


def test_the_filter_takes_signs_as_they_are_typed(panel: TablePanel[Learner]) -> None:
    panel.set_filter("(.*")
    assert panel.shown_rows() == ()


def test_the_chosen_row_outlives_a_new_reading_a_sort_and_a_filter(panel: TablePanel[Learner]) -> None:
    panel.choose(3)
    panel.set_rows((ANA, replace(EVA, minutes=60), JOSE))
    current = panel.current_row()
    assert current is not None
    assert (current.id, current.minutes) == (3, 60)
    panel.sort(0)
    panel.set_filter("agreda")
    panel.set_filter("")
    current = panel.current_row()
    assert current is not None
    assert current.id == 3
    assert [each.id for each in panel.selected_rows()] == [3]


def test_a_filter_hides_selected_rows_and_gives_them_back(panel: TablePanel[Learner]) -> None:
    panel.view.selectAll()
    panel.set_filter("paco")
    assert panel.selected_rows() == (PACO,)
    panel.set_filter("")
    assert set(panel.selected_rows()) == set(ALL)


def test_while_the_filter_hides_the_chosen_row_no_other_is_chosen(panel: TablePanel[Learner]) -> None:
    panel.choose(3)
    panel.set_filter("paco")
    assert panel.current_row() is None


def test_a_row_that_is_gone_is_no_longer_chosen(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    panel.choose(3)
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda row: row is None):
        panel.set_rows((ANA, JOSE))
    assert panel.current_row() is None


def test_choosing_tells_the_row(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda row: row == PACO):
        assert panel.choose(4)
    assert not panel.choose(99)


def test_a_command_is_about_the_chosen_row_and_about_none_where_none_is(panel: TablePanel[Learner]) -> None:
    told: list[Learner] = []
    panel.about_current(told.append)
    assert told == []
    panel.choose_first()
    panel.about_current(told.append)
    assert told == [panel.shown_rows()[0]]


def test_it_is_as_high_as_its_rows_between_the_least_and_the_most(panel: TablePanel[Learner]) -> None:
    rows = len(panel.shown_rows())
    panel.fit_rows()
    whole = panel.height()
    panel.fit_rows(most=rows - 1)
    assert whole - panel.height() == theme.row_height()
    panel.fit_rows(least=rows + 2, most=rows + 5)
    assert panel.height() - whole == 2 * theme.row_height()
    panel.set_rows([])
    panel.fit_rows()
    assert whole - panel.height() == rows * theme.row_height()


def test_enter_opens_the_row(panel: TablePanel[Learner], qtbot: QtBot) -> None:
    panel.choose(2)
    with qtbot.waitSignal(panel.opened, check_params_cb=lambda row: row == JOSE):
        press(panel.view, Qt.Key.Key_Return)


def test_enter_in_the_filter_goes_to_the_first_row(panel: TablePanel[Learner]) -> None:
    type_text(panel.filter_box, "paco")
    press(panel.filter_box, Qt.Key.Key_Return)
    assert panel.current_row() == PACO


def test_rows_are_copied_as_a_spreadsheet_takes_them(panel: TablePanel[Learner]) -> None:
    panel.set_rows((replace(ANA, name="Ágreda\tRoyo,\nAna"), EVA))
    panel.view.selectAll()
    panel.view.setFocus()
    ctrl(panel.view, Qt.Key.Key_C)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == [
        "Nombre\tNacimiento\tHoras",
        "Ágreda Royo, Ana\t1990-01-03\t120:00",
        "Nuez, Eva\t1980-05-01\t0:00",
    ]


def test_without_rows_the_panel_says_so(panel: TablePanel[Learner]) -> None:
    assert panel.view.isVisible()
    panel.set_rows(())
    assert not panel.view.isVisible()
    panel.set_rows(ALL)
    assert panel.view.isVisible()
