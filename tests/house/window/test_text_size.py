"""At the largest text in the smallest window, every word of every page and dialog is there to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from cpepa_desktop.ui.app import open_application
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.house.window.screens import SETTLING, Screen, asked, dialogs, screens

LARGEST = 2.0
SMALLEST = QSize(1280, 720)
# What the metrics of a font and the layout of a style may differ by.
TOLERANCE = 2
HEADING_PADDING = 22
TRIES = 20
BREAKS = re.compile(r"[\s\N{ZERO WIDTH SPACE}]+")


@pytest.fixture
def _large_text() -> Iterator[None]:
    open_application([], scale=LARGEST)
    yield
    open_application([])


@pytest.mark.usefixtures("_large_text")
def test_no_text_is_clipped_at_twice_its_size(shell: Shell, request: pytest.FixtureRequest) -> None:
    window: MainWindow = request.getfixturevalue("window")  # once the text is large
    window.resize(SMALLEST)
    clipped: set[str] = set()

    def look(screen: Screen) -> None:
        if isinstance(screen.view, QDialog):
            # The screen of the tests is narrower than the smallest we promise, and dialogs keep within it.
            screen.view.resize(screen.view.sizeHint().expandedTo(screen.view.size()).boundedTo(SMALLEST))
        clipped.update(f"{screen.name}: {words}" for words in _clipped_at_rest(screen))

    for screen in screens(window, shell):
        look(screen)
        asked(screen, look)
    for dialog in dialogs(window, shell):
        look(dialog)
    assert not clipped, "\n".join(sorted(clipped))


def _clipped_at_rest(screen: Screen) -> list[str]:
    """Return what stays clipped once the layout has come to rest."""
    clipped = list(_clipped(screen))
    for _try in range(TRIES):
        if not clipped:
            break
        QTest.qWait(SETTLING)
        clipped = list(_clipped(screen))
    return clipped


def _clipped(screen: Screen) -> Iterator[str]:
    for widget in screen.shown():
        if isinstance(widget.parentWidget(), QCalendarWidget):
            continue
        is_cut = False
        match widget:
            case QLabel():
                is_cut = not _label_fits(widget)
            case QCheckBox() | QRadioButton() | QPushButton() | QToolButton():
                is_cut = bool(widget.text()) and not _button_fits(widget)
            case QTabBar():
                is_cut = not _tabs_fit(widget)
            case QTableView():
                yield from _cut_headings(widget)
        if is_cut:
            yield f"{widget.objectName()} {_size(widget)} of {_size_of(widget.sizeHint())}"


def _label_fits(label: QLabel) -> bool:
    if not label.text() or label.toolTip() == label.text():
        return True
    if label.wordWrap():
        widest = max(
            (label.fontMetrics().horizontalAdvance(word) for word in BREAKS.split(label.text())), default=0
        )
        is_wide_enough = widest <= label.contentsRect().width() + TOLERANCE
        return is_wide_enough and label.heightForWidth(label.width()) <= label.height() + TOLERANCE
    return _holds(label.size(), label.sizeHint())


def _button_fits(button: QAbstractButton) -> bool:
    return _holds(button.size(), button.sizeHint())


def _tabs_fit(bar: QTabBar) -> bool:
    """Say whether every tab shown is as wide as its words. A bar that scrolls has arrows for the rest."""
    return all(
        bar.fontMetrics().horizontalAdvance(bar.tabText(at)) <= bar.tabRect(at).width()
        for at in range(bar.count())
        if bar.isTabVisible(at)
    )


def _cut_headings(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    font = QFont(header.font())
    font.setWeight(QFont.Weight.DemiBold)  # as the style sheet writes them
    for at in range(model.columnCount()) if header.isVisible() else ():
        words = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        wanted = QFontMetrics(font).horizontalAdvance(words) + HEADING_PADDING
        has_tip = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if not table.isColumnHidden(at) and not has_tip and wanted > header.sectionSize(at) + TOLERANCE:
            yield f"{table.objectName()}: heading «{words}» {header.sectionSize(at)} of {wanted}"


def _holds(room: QSize, wanted: QSize) -> bool:
    return wanted.width() <= room.width() + TOLERANCE and wanted.height() <= room.height() + TOLERANCE


def _size(widget: QWidget) -> str:
    return _size_of(widget.size())


def _size_of(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
