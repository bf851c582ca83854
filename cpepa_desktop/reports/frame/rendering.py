"""From a document to its bytes: compose the tree, place the boxes on pages, draw them, write the file."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.reports.frame.blocks import Document, Orientation, plain
from cpepa_desktop.reports.frame.compose import compose
from cpepa_desktop.reports.frame.flow import Page, paginate, set_lines
from cpepa_desktop.reports.frame.marks import Artifact, Pen
from cpepa_desktop.reports.frame.metadata import (
    write_catalogue,
    write_info,
    write_output_intent,
    write_packet,
)
from cpepa_desktop.reports.frame.structure import complete_pages, write_fields, write_outline, write_tree
from cpepa_desktop.reports.frame.styles import (
    A4,
    FURNITURE,
    FURNITURE_BASELINE,
    HAIRLINE,
    LINE,
    MARGIN,
    Align,
)
from cpepa_desktop.reports.frame.text import break_lines, runs_of
from cpepa_desktop.reports.frame.tree import OutlineEntry, entries
from cpepa_desktop.reports.frame.writer import Register

_RULE_GAP: Final = 9.0


def render(document: Document, *, tagged: bool = True) -> bytes:
    """Return the PDF of ``document``: PDF/UA-1 and PDF/A-2b, the same bytes every time.

    ``tagged=False`` leaves out every tag so that the benchmark can tell what tags cost: such a file is never
    issued. Raises ``MissingGlyph`` or ``UnreadableImage`` for what the user can mend.
    """
    wide, tall = A4 if document.orientation is Orientation.PORTRAIT else A4[::-1]
    width = wide - 2 * MARGIN
    root, boxes = compose(document)
    pages = paginate(boxes, width, tall - 2 * MARGIN)
    pen = Pen((wide, tall), tagging=tagged)
    for number, page in enumerate(pages, 1):
        _draw_page(pen, page, tall - MARGIN, width)
        _draw_furniture(pen, document, number, len(pages), (wide, tall))
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


def _draw_page(pen: Pen, page: Page, top: float, width: float) -> None:
    for placed in page:
        placed.box.draw(pen, MARGIN, top - placed.depth, width)


def _draw_furniture(pen: Pen, document: Document, number: int, count: int, size: tuple[float, float]) -> None:
    """Draw the foot, and from the second page on the running head: repeated, so never read aloud."""
    wide, tall = size
    if number > 1 and document.header:
        with pen.artifact(Artifact.RUNNING_HEAD):
            top = tall - FURNITURE_BASELINE
            _draw_strip(pen, document.header, "", wide, top)
            pen.segments([(MARGIN, top - 4, wide - MARGIN, top - 4)], LINE, HAIRLINE)
    with pen.artifact(Artifact.FOOT):
        pen.segments(
            [(MARGIN, FURNITURE_BASELINE + _RULE_GAP, wide - MARGIN, FURNITURE_BASELINE + _RULE_GAP)],
            LINE,
            HAIRLINE,
        )
        count_text = f"página {number} de {count}"
        _draw_strip(pen, f"{document.code} · {document.title}", count_text, wide, FURNITURE_BASELINE)


def _draw_strip(pen: Pen, left: str, right: str, wide: float, baseline: float) -> None:
    """Draw a line of small text at each side, the left one cut short where it would run into the other."""
    style = FURNITURE
    top = baseline + style.leading
    width = wide - 2 * MARGIN
    end = break_lines(runs_of(right, style), style.size, width)
    room = width - sum(line.width for line in end) - 2 * style.size
    start = break_lines(runs_of(plain(left), style), style.size, room)
    if len(start) > 1:
        start = break_lines(runs_of(plain(left), style), style.size, room - style.size)[:1]
        start = break_lines(
            runs_of("".join(r.text for r in start[0].runs).rstrip() + "…", style), style.size, room
        )
    pen.lines(set_lines(start, style, MARGIN, top, width), style.size, style.colour)
    if end:
        pen.lines(set_lines(end, style.aligned(Align.RIGHT), MARGIN, top, width), style.size, style.colour)
