"""Tests of the fields that choose from what there is, by the keys a person presses."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form
from cpepa_desktop.ui.parts.pick import PickField, SeveralField
from cpepa_desktop.ui.parts.table import Column
from tests.ui.hands import press, type_text


@dataclass(frozen=True, slots=True)
class Fruit:
    code: str
    name: str


FRUITS = (Fruit("A1", "Melocotón"), Fruit("A2", "Cereza"), Fruit("B1", "Ciruela"))


def make_pick() -> PickField[Fruit]:
    columns: tuple[Column[Fruit], ...] = (
        Column("Código", lambda each: each.code),
        Column("Nombre", lambda each: each.name),
    )
    field: PickField[Fruit] = PickField("fruit", "Fruta", columns, key=lambda each: each.code, required=True)
    field.set_rows(FRUITS)
    return field


def make_several() -> SeveralField:
    return SeveralField("fruits", "Frutas", [(fruit.code, fruit.name) for fruit in FRUITS])


@pytest.fixture
def pick(qtbot: QtBot) -> PickField[Fruit]:
    field = make_pick()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def several(qtbot: QtBot) -> SeveralField:
    field = make_several()
    qtbot.addWidget(field)
    field.show()
    return field


def test_nothing_is_picked_until_somebody_picks(pick: PickField[Fruit]) -> None:
    assert pick.value() is None
    assert not pick.check()
    assert pick.error == "Falta este dato."


def test_the_only_row_left_is_picked_by_itself(pick: PickField[Fruit], qtbot: QtBot) -> None:
    with qtbot.waitSignal(pick.changed):
        type_text(pick.panel.filter_box, "melocoton")
    assert pick.value() == FRUITS[0]
    assert pick.error == ""


def test_the_very_letter_that_leaves_one_row_picks_it(pick: PickField[Fruit]) -> None:
    type_text(pick.panel.filter_box, "A")
    assert pick.value() is None
    type_text(pick.panel.filter_box, "2")
    assert pick.value() == FRUITS[1]


def test_enter_picks_the_first_of_several_and_arrows_another(pick: PickField[Fruit]) -> None:
    type_text(pick.panel.filter_box, "c")
    assert pick.value() is None
    press(pick.panel.filter_box, Qt.Key.Key_Return)
    assert pick.value() is not None
    press(pick.panel.view, Qt.Key.Key_Down)
    assert pick.value() in {FRUITS[1], FRUITS[2]}


def test_what_is_filtered_away_is_not_the_value(pick: PickField[Fruit]) -> None:
    pick.set_value(FRUITS[1])
    type_text(pick.panel.filter_box, "melo")
    assert pick.value() == FRUITS[0]
    type_text(pick.panel.filter_box, "xyz")
    assert pick.value() is None


def test_the_space_bar_ticks_and_unticks(several: SeveralField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(several.changed):
        press(several.editor, Qt.Key.Key_Space)
    press(several.editor, Qt.Key.Key_Down)
    press(several.editor, Qt.Key.Key_Down)
    press(several.editor, Qt.Key.Key_Space)
    assert several.value() == ("A1", "B1")
    press(several.editor, Qt.Key.Key_Space)
    assert several.value() == ("A1",)


def test_what_is_set_replaces_what_was_ticked_and_tells_nobody(several: SeveralField, qtbot: QtBot) -> None:
    several.set_value(("A1", "A2"))
    with qtbot.assertNotEmitted(several.changed):
        several.set_value(("B1", "unknown"))
    assert several.value() == ("B1",)


def test_new_choices_keep_what_is_still_among_them(several: SeveralField) -> None:
    several.set_value(("A1", "B1"))
    several.set_choices([("B1", "Ciruela"), ("C1", "Manzana")])
    assert several.value() == ("B1",)


def test_both_take_part_in_a_form(qtbot: QtBot) -> None:
    pick, several = make_pick(), make_several()
    form = Form("fruit_form", [(pick, 2), several])
    qtbot.addWidget(form)
    form.settle()
    several.set_value(("A1",))
    assert form.is_changed()
    assert not form.check()
    pick.set_value(FRUITS[0])
    assert form.check()


def test_tab_leaves_the_field(qtbot: QtBot) -> None:
    """With a ring of focus inside it, nobody could go on to the next field by keys."""
    form = Form("form", [field := make_pick(), TextField("next", "Siguiente")])
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    field.setFocus()
    seen = []
    for _step in range(4):
        focused = form.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        press(focused, Qt.Key.Key_Tab)
    assert "next" in seen
