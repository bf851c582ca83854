"""Pages that no document of ours has, for what shows and prints any PDF."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas


def pdf(pages: int, *, lying: bool = False) -> bytes:
    """Return an A4 PDF whose pages say their number."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=landscape(A4) if lying else A4, invariant=1)
    for page in range(pages):
        canvas.drawString(100, 400, f"Página {page + 1}")
        canvas.rect(100, 100, 300, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
