"""Tests of the list of official papers: what it offers for the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.ui.official_papers.panel import OfficialPapersPanel
from tests.ui.hands import ctrl, press

PLAIN = OfficialPaper(1, OfficialPaperKind.OTHER, "1")
SCANNED = OfficialPaper(2, OfficialPaperKind.OTHER, "2", attachment="abc")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[OfficialPapersPanel]:
    owner = QWidget()
    made = OfficialPapersPanel("papers", "Escritos", owner)
    QVBoxLayout(owner).addWidget(made)
    qtbot.addWidget(owner)
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    yield made
    owner.close()


def test_without_papers_only_adding_is_offered(panel: OfficialPapersPanel) -> None:
    panel.show_papers(())
    assert [each.isEnabled() for each in (panel.add, panel.change, panel.remove, panel.scan)] == [
        True,
        False,
        False,
        False,
    ]


def test_a_scan_is_opened_only_where_there_is_one(panel: OfficialPapersPanel) -> None:
    panel.show_papers((PLAIN, SCANNED))
    assert not panel.scan.isEnabled()
    panel.table.choose(SCANNED.id)
    assert panel.scan.isEnabled()


@pytest.mark.parametrize(
    ("act", "signal"),
    [
        (lambda panel: press(panel.table.view, Qt.Key.Key_Return), "change_wanted"),
        (lambda panel: ctrl(panel.table.view, Qt.Key.Key_E), "change_wanted"),
    ],
)
def test_the_keys_ask_about_the_paper_chosen(
    panel: OfficialPapersPanel, qtbot: QtBot, act: Callable[[OfficialPapersPanel], None], signal: str
) -> None:
    panel.show_papers((PLAIN, SCANNED))
    panel.table.choose(SCANNED.id)
    panel.table.view.setFocus()
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        act(panel)
    assert asked.args == [SCANNED]
