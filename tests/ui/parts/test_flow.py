"""Tests of the layout that breaks lines as a paragraph does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.flow import FlowLayout, flow_of


class Box(QWidget):
    """A widget that asks for 100 × 20."""

    def sizeHint(self) -> QSize:  # noqa: N802 - what overrides a method of Qt keeps Qt's name
        return QSize(100, 20)


@pytest.fixture
def boxes() -> list[QWidget]:
    return [Box() for _at in range(3)]


@pytest.fixture
def holder(qtbot: QtBot, boxes: list[QWidget]) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(flow_of(boxes))
    return made


def layout_of(holder: QWidget) -> FlowLayout:
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    return layout


@pytest.mark.parametrize(("width", "lines"), [(316, 1), (315, 2), (208, 2), (207, 3), (100, 3), (40, 3)])
def test_a_line_holds_what_fits_and_no_more(holder: QWidget, width: int, lines: int) -> None:
    assert layout_of(holder).heightForWidth(width) == lines * 20 + (lines - 1) * 8


def test_widgets_keep_their_size_and_order(holder: QWidget, boxes: list[QWidget]) -> None:
    holder.resize(220, 60)
    holder.show()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (108, 0), (0, 28)]
    assert {(box.width(), box.height()) for box in boxes} == {(100, 20)}


def test_what_is_hidden_takes_no_room(holder: QWidget, boxes: list[QWidget]) -> None:
    boxes[1].hide()
    assert layout_of(holder).sizeHint() == QSize(208, 20)
    assert layout_of(holder).heightForWidth(208) == 20


def test_it_asks_for_one_line_and_is_content_with_the_widest_widget(holder: QWidget) -> None:
    assert layout_of(holder).sizeHint() == QSize(316, 20)
    assert layout_of(holder).minimumSize() == QSize(100, 20)


def test_items_can_be_taken_out_again(holder: QWidget) -> None:
    layout = layout_of(holder)
    assert layout.takeAt(3) is None
    assert layout.itemAt(-1) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 2


def test_what_is_lower_than_its_line_stands_in_the_middle_of_it(qtbot: QtBot, boxes: list[QWidget]) -> None:
    tall = QWidget()
    tall.setFixedSize(50, 30)
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(flow_of([boxes[0], tall]))
    made.resize(300, 30)
    made.show()
    assert (boxes[0].y(), tall.y()) == (5, 0)
