"""Tests of paper out of a printer; here the printer writes a PDF, whose pages are then looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.ui.parts.printing import ask_printer, print_pdfs
from cpepa_desktop.ui.parts.work import Work
from tests.ui.hands import in_dialog
from tests.ui.parts.pages import pdf


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """Return a printer that prints to a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "impreso.pdf"))
    made.setFullPage(True)
    return made


def printed(printer: QPrinter) -> list[tuple[int, int]]:
    """Return the size in points of each sheet printed, having seen that none is blank."""
    document = QPdfDocument()
    document.load(printer.outputFileName())
    sizes = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page).toSize()
        image = document.render(page, size)
        inks = {
            image.pixelColor(x, y).alpha()
            for x in range(0, size.width(), 2)
            for y in range(0, size.height(), 2)
        }
        assert len(inks) > 1, f"page {page + 1} is blank"
        sizes.append((size.width(), size.height()))
    return sizes


def test_every_page_is_printed_and_each_lies_as_it_should(printer: QPrinter) -> None:
    told: list[tuple[int, int]] = []
    count = print_pdfs([pdf(2, lying=True), pdf(1)], printer, lambda done, total: told.append((done, total)))
    assert count == 3
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert printed(printer) == [(842, 595), (842, 595), (595, 842)]


def test_only_the_pages_chosen_are_printed(printer: QPrinter) -> None:
    printer.setFromTo(2, 3)
    assert print_pdfs([pdf(5)], printer) == 2
    assert len(printed(printer)) == 2


def test_a_range_past_the_last_page_ends_with_it(printer: QPrinter) -> None:
    printer.setFromTo(2, 9)
    assert print_pdfs([pdf(3)], printer) == 2


def test_several_papers_are_printed_whole(printer: QPrinter) -> None:
    printer.setFromTo(1, 1)
    assert print_pdfs([pdf(2), pdf(2)], printer) == 4


def test_printing_works_off_the_main_thread(printer: QPrinter, qtbot: QtBot, qapp: QApplication) -> None:
    def job(_progress: object) -> bool:
        print_pdfs([pdf(1)], printer)
        return QThread.currentThread() is qapp.thread()

    work = Work(job)
    with qtbot.waitSignal(work.succeeded, check_params_cb=lambda in_main_thread: not in_main_thread):
        work.start()
    assert len(printed(printer)) == 1


def test_printing_can_be_stopped(printer: QPrinter) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        print_pdfs([pdf(3)], printer, stop)
    assert len(printed(printer)) == 1


@pytest.mark.qt_log_ignore("^QPainter::begin|^QPdf")
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no-existe" / "impreso.pdf"))
    with pytest.raises(EnvironmentFault, match="La impresora no responde"):
        print_pdfs([pdf(1)], printer)


def test_without_a_printer_it_is_said_and_what_to_do() -> None:
    with pytest.raises(Refused, match="no tiene ninguna impresora"):
        ask_printer(None, installed=())


def test_the_dialog_of_the_system_asks_for_printer_and_pages(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    asked: list[tuple[int, int]] = []

    def desist(dialog: QWidget) -> None:
        assert isinstance(dialog, QPrintDialog)
        asked.append((dialog.minPage(), dialog.maxPage()))
        dialog.reject()

    with in_dialog("print_dialog", desist):
        assert ask_printer(over, 7, installed=["Secretaría"]) is None
    assert asked == [(1, 7)]
