"""What every page repeats: the foot with its number and, from the second page on, the running head.

All of it is an artifact, so that a screen reader does not say it again on each page: a document says once in
its blocks whatever its head and foot say.
"""

from __future__ import annotations

from typing import Final

from cpepa_desktop.reports.frame.blocks import Document
from cpepa_desktop.reports.frame.boxes import set_lines
from cpepa_desktop.reports.frame.marks import Artifact, Pen
from cpepa_desktop.reports.frame.styles import (
    FURNITURE,
    FURNITURE_BASELINE,
    HAIRLINE,
    LINE,
    MARGIN,
    Align,
)
from cpepa_desktop.reports.frame.text import Line, break_lines, runs_of

_OVER_FOOT: Final = 9.0  # points from the base line of the foot to its rule, and
_UNDER_HEAD: Final = 4.0  # from the rule of the head to its base line
_GAP: Final = 2 * FURNITURE.size
_ELLIPSIS: Final = "…"


def draw_furniture(pen: Pen, document: Document, size: tuple[float, float], number: int, count: int) -> None:
    """Draw the foot of the page ``number`` of ``count``, and its head where it is not the first."""
    wide, tall = size
    if number > 1 and document.header:
        with pen.artifact(Artifact.RUNNING_HEAD):
            base = tall - FURNITURE_BASELINE
            _draw_strip(pen, document.header, "", wide, base)
            _draw_rule(pen, wide, base - _UNDER_HEAD)
    with pen.artifact(Artifact.FOOT):
        _draw_rule(pen, wide, FURNITURE_BASELINE + _OVER_FOOT)
        title = f"{document.code} · {document.title}"
        _draw_strip(pen, title, f"página {number} de {count}", wide, FURNITURE_BASELINE)


def _draw_rule(pen: Pen, wide: float, height: float) -> None:
    pen.segments([(MARGIN, height, wide - MARGIN, height)], LINE, HAIRLINE)


def _draw_strip(pen: Pen, left: str, right: str, wide: float, base: float) -> None:
    """Draw a line of small text at each side, the left one cut short where it would run into the other."""
    top = base + FURNITURE.leading
    width = wide - 2 * MARGIN
    end = break_lines(runs_of(right, FURNITURE), FURNITURE.size, width)
    room = width - sum(line.width + _GAP for line in end)
    strips = ((_shortened(left, room), FURNITURE), (end, FURNITURE.aligned(Align.RIGHT)))
    for lines, style in strips:
        pen.lines(set_lines(lines, style, MARGIN, top, width), style.size, style.colour)


def _shortened(text: str, room: float) -> tuple[Line, ...]:
    """Return ``text`` as one line, with an ellipsis where it does not fit."""
    lines = break_lines(runs_of(text, FURNITURE), FURNITURE.size, room)
    if len(lines) == 1:
        return lines
    first = break_lines(runs_of(text, FURNITURE), FURNITURE.size, room - FURNITURE.size)[0]
    kept = "".join(run.text for run in first.runs).rstrip()
    return break_lines(runs_of(kept + _ELLIPSIS, FURNITURE), FURNITURE.size, room)
