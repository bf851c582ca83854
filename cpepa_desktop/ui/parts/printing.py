"""Paper out of a printer: the system's dialog, and the pages of PDFs at the printer's resolution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.progress import Told, untold
from cpepa_desktop.domain.texts import _

_FINEST: Final = 300
"""Dots an inch beyond which a page of text gains nothing but size."""
_POINTS: Final = 72


def ask_printer(
    parent: QWidget | None, pages: int = 0, *, installed: Sequence[str] | None = None
) -> QPrinter | None:
    """Ask in the system's dialog for printer, pages, copies and sides; ``None`` where the person desists.

    ``pages`` is how many there are to choose from, 0 for several papers, whose pages are not chosen.
    ``installed`` are the printers that there are, by default those of the system. Raises ``Refused`` where
    there is none.
    """
    if not (QPrinterInfo.availablePrinterNames() if installed is None else installed):
        raise Refused(
            _(
                "Este equipo no tiene ninguna impresora instalada. No se ha impreso nada. Instale una, o "
                "guarde el documento como PDF e imprímalo en otro equipo."
            )
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    ranges = QAbstractPrintDialog.PrintDialogOption.PrintPageRange
    dialog.setOption(ranges, on=bool(pages))
    if pages:
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def print_pdfs(papers: Sequence[bytes], printer: QPrinter, told: Told = untold) -> int:
    """Print some PDFs as one job and return how many pages were sent. May run in any thread.

    The pages chosen in the dialog are printed where there is one paper. ``told`` hears of each page, and may
    stop the rest. Raises ``EnvironmentFault`` where the printer takes nothing.
    """
    documents = [_opened(data) for data in papers]
    sheets = [
        (document, page)
        for document, _buffer in documents
        for page in _wanted(document.pageCount(), printer if len(papers) == 1 else None)
    ]
    painter = QPainter()
    if sheets:
        _turn(printer, *sheets[0])
    if not painter.begin(printer):
        raise EnvironmentFault(
            _(
                "La impresora no responde. No se ha impreso nada y el documento sigue guardado: compruebe "
                "que está encendida y con papel, y vuelva a imprimirlo."
            )
        )
    try:
        for at, (document, page) in enumerate(sheets):
            told(at, len(sheets))
            if at:
                _turn(printer, document, page)
                printer.newPage()
            _draw(painter, printer, document, page)
    finally:
        painter.end()
    return len(sheets)


def _opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """Return a paper ready to be drawn, with the buffer it goes on reading from."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def _wanted(count: int, printer: QPrinter | None) -> range:
    """Return the pages to print, from 0: those chosen in the dialog, where any were."""
    if printer is None or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(printer.toPage() or count, count))


def _turn(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Lay the sheet as the page lies; to be called before the sheet begins."""
    size = document.pagePointSize(page)
    lies = size.width() > size.height()
    orientations = QPageLayout.Orientation
    printer.setPageOrientation(orientations.Landscape if lies else orientations.Portrait)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Draw a page in the middle of the sheet, in its own size or smaller where the sheet is."""
    size = document.pagePointSize(page)
    image = document.render(page, (size * (min(printer.resolution(), _FINEST) / _POINTS)).toSize())
    whole = size * (printer.resolution() / _POINTS)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    if whole.width() > sheet.width() or whole.height() > sheet.height():
        whole.scale(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(QPointF(), whole)
    target.moveCenter(sheet.center())
    painter.drawImage(target, image)
