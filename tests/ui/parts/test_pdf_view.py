"""Tests of the view of a paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.parts.pdf_view import PdfView
from tests.ui.hands import ctrl, press, type_text, words_in
from tests.ui.parts.pages import pdf


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView("preview", "Vista")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def test_a_paper_is_shown_from_its_bytes(view: PdfView) -> None:
    assert view.page_count == 0
    view.show_pdf(pdf(3))
    assert (view.page_count, view.page) == (3, 1)
    view.show_pdf(pdf(1))
    assert view.page_count == 1
    view.show_pdf(b"")
    assert view.page_count == 0


def test_pages_are_walked_and_never_past_the_last(view: PdfView) -> None:
    view.show_pdf(pdf(2))
    view.previous_page()
    assert view.page == 1
    view.next_page()
    view.next_page()
    assert view.page == 2


def test_pages_are_walked_by_keys_while_the_paper_has_the_focus(view: PdfView) -> None:
    view.show_pdf(pdf(3))
    view.view.setFocus()
    ctrl(view.view, Qt.Key.Key_PageDown)
    ctrl(view.view, Qt.Key.Key_PageDown)
    assert view.page == 3
    ctrl(view.view, Qt.Key.Key_PageUp)
    assert view.page == 2


def test_zoom_grows_shrinks_and_fits(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    before = view.view.zoomFactor()
    view.zoom_in()
    assert view.view.zoomFactor() == pytest.approx(before * 1.25)
    view.zoom_out()
    assert view.view.zoomFactor() == pytest.approx(before)
    for _step in range(40):
        view.zoom_in()
    assert view.view.zoomFactor() == pytest.approx(5.0)
    view.fit_width()
    assert view.view.zoomMode() == view.view.ZoomMode.FitToWidth
    assert view.zoom_box.currentText() == "Ancho de página"
    view.fit_page()
    assert view.view.zoomMode() == view.view.ZoomMode.FitInView
    assert view.zoom_box.currentText() == "Página entera"


def test_zoom_is_a_key_away_while_the_paper_has_the_focus(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    view.view.setFocus()
    before = view.view.zoomFactor()
    press(view.view, Qt.Key.Key_Plus)
    assert view.view.zoomFactor() == pytest.approx(before * 1.25)
    press(view.view, Qt.Key.Key_Minus)
    assert view.view.zoomFactor() == pytest.approx(before)
    press(view.view, Qt.Key.Key_1)
    assert view.view.zoomMode() == view.view.ZoomMode.FitInView
    press(view.view, Qt.Key.Key_0)
    assert view.view.zoomMode() == view.view.ZoomMode.FitToWidth


@pytest.mark.parametrize(("typed", "factor"), [("150", 1.5), ("80 %", 0.8), ("9000", 5.0), ("1 %", 0.25)])
def test_zoom_is_typed_in_percent_within_its_limits(view: PdfView, typed: str, factor: float) -> None:
    view.show_pdf(pdf(1))
    _retype(view.zoom_box.lineEdit(), typed)
    assert view.view.zoomFactor() == pytest.approx(factor)
    assert view.zoom_box.currentText() == f"{round(factor * 100)} %"


def test_what_is_no_percentage_leaves_the_zoom_alone(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    _retype(view.zoom_box.lineEdit(), "mucho")
    assert view.zoom_box.currentText() == "Ancho de página"


def test_zoom_is_chosen_from_the_list(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    view.zoom_box.activated.emit(view.zoom_box.findText("200 %"))
    assert view.view.zoomFactor() == pytest.approx(2.0)
    view.zoom_box.activated.emit(view.zoom_box.findText("Página entera"))
    assert view.view.zoomMode() == view.view.ZoomMode.FitInView


def test_ctrl_and_the_wheel_zoom(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    before = view.view.zoomFactor()
    middle = QPointF(view.view.viewport().rect().center())
    for turned, factor in ((120, 1.25), (-120, 1.0)):
        wheel = QWheelEvent(
            middle,
            view.view.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own signature
        )
        QCoreApplication.sendEvent(view.view.viewport(), wheel)
        assert view.view.zoomFactor() == pytest.approx(before * factor)


def test_a_page_is_gone_to_by_its_number(view: PdfView) -> None:
    view.show_pdf(pdf(5))
    _retype(view.page_box, "4")
    assert view.page == 4
    view.next_page()
    assert view.page_box.text() == "5"
    for typed in ("99", "x"):
        _retype(view.page_box, typed)
        assert (view.page, view.page_box.text()) == (5, "5")


def test_words_are_found_one_after_the_other_and_round_again(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(pdf(3))
    view.view.setFocus()
    ctrl(view.view, Qt.Key.Key_F)
    assert view.search_box.hasFocus()
    type_text(view.search_box, "Página")
    qtbot.waitUntil(lambda: view.match_count == 3)
    qtbot.waitUntil(lambda: "1 de 3" in words_in(view))
    for page in (2, 3, 1):
        press(view.search_box, Qt.Key.Key_F3)
        assert f"{page} de 3" in words_in(view)
        assert view.page == page
    press(view.search_box, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view.page == 3


def test_words_that_are_not_there_are_said(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    type_text(view.search_box, "zzz")
    assert view.match_count == 0
    assert "0 veces" in words_in(view)
    view.search_box.clear()
    assert "veces" not in words_in(view)


def test_the_text_of_the_page_is_copied(view: PdfView) -> None:
    view.show_pdf(pdf(2))
    view.go_to(2)
    view.view.setFocus()
    ctrl(view.view, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().strip() == "Página 2"
    view.show_pdf(b"")
    assert view.copied_text() == ""


def _retype(line: QLineEdit | None, words: str) -> None:
    assert line is not None
    line.selectAll()
    type_text(line, words)
    press(line, Qt.Key.Key_Return)
