"""From a document to its bytes: compose the tree, place the boxes on pages, draw them, write the file."""

from __future__ import annotations

from cpepa_desktop.reports.frame.blocks import Document, Orientation
from cpepa_desktop.reports.frame.compose import compose
from cpepa_desktop.reports.frame.flow import paginate
from cpepa_desktop.reports.frame.furniture import draw_furniture
from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.metadata import (
    write_catalogue,
    write_info,
    write_output_intent,
    write_packet,
)
from cpepa_desktop.reports.frame.structure import complete_pages, write_fields, write_outline, write_tree
from cpepa_desktop.reports.frame.styles import A4, MARGIN
from cpepa_desktop.reports.frame.tree import OutlineEntry, entries
from cpepa_desktop.reports.frame.writer import Register


def render(document: Document, *, tagged: bool = True) -> bytes:
    """Return the PDF of ``document``: PDF/UA-1 and PDF/A-2b, the same bytes every time.

    ``tagged=False`` leaves out every tag so that the benchmark can tell what tags cost: such a file is never
    issued. Raises ``MissingGlyph``, ``UnreadableImage`` or ``TooLong`` for what the user can mend.
    """
    wide, tall = A4 if document.orientation is Orientation.PORTRAIT else A4[::-1]
    width = wide - 2 * MARGIN
    root, boxes = compose(document)
    pages = paginate(boxes, width, tall - 2 * MARGIN)
    pen = Pen((wide, tall), tagging=tagged)
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.box.draw(pen, MARGIN, tall - MARGIN - placed.depth, width)
        draw_furniture(pen, document, (wide, tall), number, len(pages))
        pen.end_page()
    register = Register(pen.engine)
    fields = write_fields(pen, register)
    complete_pages(pen, register, fields)
    catalogue = write_catalogue(
        document,
        register,
        tree=write_tree(root, pen, register, fields) if tagged else None,
        outline=write_outline(pen.bookmarks, register),
        packet=write_packet(document, register),
        intent=write_output_intent(register),
        fields=fields,
    )
    return register.file(catalogue=catalogue, info=write_info(document, register))


def outline(document: Document) -> tuple[OutlineEntry, ...]:
    """Return the tree that a reader of the finished paper must find, in reading order, from its root."""
    return entries(compose(document)[0])
