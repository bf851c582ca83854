"""Drawings of lines and words, sharp at any size: one figure, told apart in black and white."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

from cpepa_desktop.reports.frame.blocks import Curve, Drawing, Label
from cpepa_desktop.reports.frame.boxes import Box
from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.styles import INK, LABEL, MM, Align
from cpepa_desktop.reports.frame.text import Line, break_lines, runs_of
from cpepa_desktop.reports.frame.tree import Bounds, Node

_DASH: Final = 4.0  # points, and as many between two dashes

_Segment = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class DrawingBox(Box):
    """A drawing at its own size, or smaller where the page is narrower."""

    node: Node
    drawing: Drawing
    before: float = 3
    after: float = 6

    def height(self, width: float) -> float:
        """Return the height that keeps the proportion of the field."""
        return self.drawing.height * self._scale(width)

    def _scale(self, width: float) -> float:
        """Return how many points a millimetre of the field takes."""
        return min(MM, width / self.drawing.width)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw every line and then every word, all of them content of one figure."""
        scale = self._scale(width)
        shapes = self.drawing.shapes
        self.node.bounds = Bounds(left, top - self.height(width), left + self.drawing.width * scale, top)
        with pen.tagged(self.node):
            for curve in (shape for shape in shapes if isinstance(shape, Curve)):
                points = [(left + x * scale, top - y * scale) for x, y in curve.points]
                pen.segments(_segments(points, is_dashed=curve.is_dashed), INK, curve.weight)
            for label in (shape for shape in shapes if isinstance(shape, Label)):
                pen.lines([_placed(label, left, top, scale)], LABEL.size, INK)


def _placed(label: Label, left: float, top: float, scale: float) -> tuple[float, float, Line]:
    # The space parts it from the next word for who reads the figure as text.
    (line,) = break_lines(runs_of(f"{label.text} ", LABEL), LABEL.size, float("inf"))
    back = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[label.align]
    return left + label.x * scale - back * line.width, top - label.y * scale, line


def _segments(points: list[tuple[float, float]], *, is_dashed: bool) -> Iterator[_Segment]:
    for (x, y), (to_x, to_y) in pairwise(points):
        if is_dashed:
            yield from _dashes(x, y, to_x, to_y)
        else:
            yield x, y, to_x, to_y


def _dashes(x: float, y: float, to_x: float, to_y: float) -> Iterator[_Segment]:
    """Yield a straight line as dashes of one length, the last one cut where the line ends."""
    length = hypot(to_x - x, to_y - y)
    count = int(length // (2 * _DASH)) + 1
    for number in range(count):
        begin, end = 2 * _DASH * number, min(length, 2 * _DASH * number + _DASH)
        if begin < end:
            yield (
                x + (to_x - x) * begin / length,
                y + (to_y - y) * begin / length,
                x + (to_x - x) * end / length,
                y + (to_y - y) * end / length,
            )
