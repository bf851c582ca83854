"""The year as a strip: lanes, the keys that walk among the bars, and what is said of them."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.home import YearCourse
from cpepa_desktop.ui.home.bars import lanes_of
from cpepa_desktop.ui.home.strip import YearStrip
from tests.ui.hands import ModelChecker

YEAR, TODAY = SchoolYear(2023), date(2024, 2, 19)


def course(code: str, first: date, days: int, stage: Stage = Stage.RUNNING) -> YearCourse:
    return YearCourse(code, "Atención sociosanitaria", first, first + timedelta(days=days), 15, stage)


COURSES = (
    course("24/1", date(2023, 10, 2), 60, Stage.FINISHED),
    course("24/2", date(2023, 11, 6), 200),
    course("24/3", date(2024, 1, 15), 90),
    course("24/4", date(2024, 6, 3), 20, Stage.PLANNED),
)


@pytest.fixture
def strip(qtbot: QtBot) -> YearStrip:
    made = YearStrip("strip")
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show_year(YEAR, COURSES, TODAY)
    with qtbot.waitExposed(made):
        made.show()
    return made


def current(strip: YearStrip) -> str:
    return str(strip.currentIndex().data())


def many(count: int) -> list[YearCourse]:
    return [course(f"24/{n:03}", date(2023, 9, 1) + timedelta(days=n), 120) for n in range(count)]


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), max_size=40))
def test_no_two_bars_of_a_lane_touch_and_no_lane_is_left_empty(spans: list[tuple[int, int]]) -> None:
    extents = sorted((left, left + width) for left, width in spans)
    lanes = lanes_of(extents)
    for lane in range(max(lanes, default=-1) + 1):
        of_lane = [extent for extent, at in zip(extents, lanes, strict=True) if at == lane]
        assert of_lane
        assert all(one[1] < other[0] for one, other in itertools.pairwise(of_lane))


def test_the_year_goes_from_the_first_of_september_to_the_last_of_august(strip: YearStrip) -> None:
    width = strip.viewport().width()
    assert strip.x_of(date(2023, 9, 1)) == strip.x_of(date(2023, 1, 1)) == 0
    assert strip.x_of(date(2024, 9, 1)) == strip.x_of(date(2025, 1, 1)) == width
    assert 0 < strip.x_of(date(2024, 8, 31)) < width


def test_a_bar_is_found_where_it_is_drawn(strip: YearStrip) -> None:
    for row in range(len(COURSES)):
        index = strip.model().index(row, 0)
        bar = strip.visualRect(index)
        assert strip.indexAt(bar.center()) == index
        assert bar.left() == strip.x_of(COURSES[row].first)
    assert not strip.indexAt(QPoint(5, strip.viewport().height() - 2)).isValid()
    assert not strip.indexAt(QPoint(5, 2)).isValid(), "among the months there is nothing to open"


def test_a_name_stands_in_its_bar_or_beside_it_and_never_over_its_edge(strip: YearStrip) -> None:
    long_name = "2024-SSCS0208-MAÑANA"
    strip.show_year(
        YEAR,
        [
            course(long_name, date(2023, 9, 4), 200),
            course(long_name, date(2023, 10, 2), 20),
            course(long_name, date(2024, 8, 5), 20),
        ],
        TODAY,
    )
    whole, short, last = (strip.visualRect(strip.model().index(row, 0)) for row in range(3))
    spans = [strip.name_span(row) for row in range(3)]
    assert whole.left() < spans[0][0] < spans[0][1] < whole.right()
    assert spans[1][0] > short.right()
    assert spans[2][1] < last.left()


def test_left_and_right_go_by_time_and_up_and_down_by_lane(strip: YearStrip) -> None:
    walk = [
        (Qt.Key.Key_Home, "24/1"),
        (Qt.Key.Key_Right, "24/2"),
        (Qt.Key.Key_Right, "24/3"),
        (Qt.Key.Key_Left, "24/2"),
        (Qt.Key.Key_Up, "24/3"),
        (Qt.Key.Key_Down, "24/2"),
        (Qt.Key.Key_Down, "24/2"),
        (Qt.Key.Key_End, "24/4"),
        (Qt.Key.Key_Right, "24/4"),
        (Qt.Key.Key_Home, "24/1"),
        (Qt.Key.Key_Left, "24/1"),
    ]
    for key, code in walk:
        QTest.keyClick(strip, key)
        assert current(strip) == code


def test_enter_and_a_double_click_open_a_bar(strip: YearStrip) -> None:
    opened: list[str] = []
    strip.opened.connect(opened.append)
    QTest.keyClick(strip, Qt.Key.Key_End)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    bar = strip.visualRect(strip.model().index(1, 0)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=bar)
    QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=bar)
    assert opened == ["24/4", "24/2"]
    assert current(strip) == "24/2"


def test_a_screen_reader_hears_each_bar_with_its_days_and_stage(strip: YearStrip) -> None:
    interface = QAccessible.queryAccessibleInterface(strip)
    assert interface.text(QAccessible.Text.Name) == "Cursos de 23/24: 4 cursos"
    heard = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    assert heard[2] == "24/3 · Atención sociosanitaria. 15 ene – 14 abr 2024. 15 personas. En marcha"
    assert strip.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("Terminado")


def test_two_hundred_courses_scroll_to_the_one_that_is_chosen(strip: YearStrip) -> None:
    strip.show_year(YEAR, many(200), TODAY)
    assert strip.verticalScrollBar().maximum() > 0
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.viewport().rect().contains(strip.visualRect(strip.currentIndex()))
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.verticalOffset() == 0
    strip.grab()


def test_the_bar_that_is_current_stays_so_when_the_year_is_read_again(strip: YearStrip) -> None:
    QTest.keyClick(strip, Qt.Key.Key_End)
    strip.show_year(YEAR, COURSES[1:], TODAY)
    assert current(strip) == "24/4"
    strip.show_year(YEAR, COURSES[:1], TODAY)
    assert not strip.currentIndex().isValid()


def test_a_year_without_courses_is_drawn_and_nothing_can_be_chosen(strip: YearStrip) -> None:
    strip.show_year(SchoolYear(2030), (), TODAY)
    strip.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(strip, key)
    assert not strip.currentIndex().isValid()


def test_what_qt_expects_of_a_model_holds(strip: YearStrip, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(strip.model())
