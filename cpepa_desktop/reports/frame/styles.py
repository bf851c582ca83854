"""What a paper looks like: measures in points, greys, and one text style for each part of a form.

Everything must survive a black-and-white printer: greys are light enough to write on, and what is red or
washed always carries a word as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cpepa_desktop.reports.frame.fonts import Face

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
MARGIN: Final = 20 * MM
FURNITURE_BASELINE: Final = (
    11 * MM
)  # of the foot from the lower edge, and of the running head from the upper one
SAFE_STEP: Final = 0.01  # points: two heights closer than this are equal

HAIRLINE: Final = 0.35
FRAME_LINE: Final = 0.7
STROKE_LINE: Final = 1.5
CELL_PADDING: Final = 2.2
CELL_PADDING_SMALL: Final = 1.8
FIELD_PADDING: Final = 3.0
FIELD_PADDING_COMPACT: Final = 1.8


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float


def grey(ink: float) -> Colour:
    """Return the grey of ``ink``: 0 is the paper, 1 is black."""
    return Colour(1 - ink, 1 - ink, 1 - ink)


PAPER: Final = grey(0)
INK: Final = grey(1)
QUIET_INK: Final = grey(0.68)  # 5.9:1 on paper
LINE: Final = grey(0.5)
HEAD_WASH: Final = grey(0.06)
OUTSIDE_WASH: Final = grey(0.13)
PENDING_WASH: Final = Colour(1.0, 0.957, 0.863)
RED: Final = Colour(0.79, 0.09, 0.09)


class Align(StrEnum):
    """Where text stands between the sides of its place."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points, face, colour, and the space kept before and after in points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = INK
    before: float = 0
    after: float = 0
    align: Align = Align.LEFT

    def aligned(self, align: Align) -> TextStyle:
        """Return this style with another alignment."""
        return self if align is self.align else replace(self, align=align)

    def bold(self) -> TextStyle:
        """Return this style in bold."""
        return replace(self, face=Face.BOLD)


BODY: Final = TextStyle(9, 12.6, after=4)
LEAD: Final = TextStyle(10, 14, after=4, colour=QUIET_INK)
NOTE: Final = TextStyle(8, 10.4, after=2.5)
PENDING: Final = TextStyle(9, 12.6, face=Face.OBLIQUE, colour=QUIET_INK, after=4)
CAPTION: Final = TextStyle(8.5, 11, face=Face.BOLD, before=4, after=3)
LIST_ITEM: Final = TextStyle(9, 12.6, after=1.5)
LABEL: Final = TextStyle(6.6, 8.2, colour=QUIET_INK)
VALUE: Final = TextStyle(9, 11.4)
VALUE_COMPACT: Final = TextStyle(8.2, 10)
CELL: Final = TextStyle(8.2, 10.2)
CELL_SMALL: Final = TextStyle(6.6, 8)
ROLE: Final = TextStyle(8, 10, face=Face.BOLD)
SIGNER_NAME: Final = TextStyle(8, 10)
FURNITURE: Final = TextStyle(7.2, 9, colour=QUIET_INK)
HEADINGS: Final = {
    1: TextStyle(15, 18.5, face=Face.BOLD, after=5),
    2: TextStyle(11, 14, face=Face.BOLD, before=11, after=4),
    3: TextStyle(9.5, 12.5, face=Face.BOLD, before=6, after=3),
    4: TextStyle(9, 12, face=Face.BOLD, before=4, after=2),
    5: TextStyle(9, 12, face=Face.OBLIQUE, before=4, after=2),
    6: TextStyle(9, 12, face=Face.OBLIQUE, before=4, after=2),
}
