"""Tests of the view of a paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from cpepa_desktop.ui.parts.pdf_view import PdfView
from tests.ui.hands import ctrl


def _pdf(pages: int) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for page in range(pages):
        canvas.drawString(100, 700, f"Página {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView("preview", "Vista")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def test_a_paper_is_shown_from_its_bytes(view: PdfView) -> None:
    assert view.page_count == 0
    view.show_pdf(_pdf(3))
    assert (view.page_count, view.page) == (3, 1)
    view.show_pdf(_pdf(1))
    assert view.page_count == 1
    view.show_pdf(b"")
    assert view.page_count == 0


def test_pages_are_walked_and_never_past_the_last(view: PdfView) -> None:
    view.show_pdf(_pdf(2))
    view.previous_page()
    assert view.page == 1
    view.next_page()
    view.next_page()
    assert view.page == 2


def test_pages_are_walked_by_keys_while_the_paper_has_the_focus(view: PdfView) -> None:
    view.show_pdf(_pdf(3))
    view.view.setFocus()
    ctrl(view.view, Qt.Key.Key_PageDown)
    ctrl(view.view, Qt.Key.Key_PageDown)
    assert view.page == 3
    ctrl(view.view, Qt.Key.Key_PageUp)
    assert view.page == 2


def test_zoom_grows_shrinks_and_fits(view: PdfView) -> None:
    view.show_pdf(_pdf(1))
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
