"""Boxes: what has a height, how it is parted, and how it is drawn; and the plain ones among them.

A box is measured from plain numbers and needs no canvas. It is made anew for each rendering, so that nothing
is left on it from the last one: that is what makes ReportLab's own flowables fail the second time.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import chain

from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.styles import HAIRLINE, LINE, Align, TextStyle
from cpepa_desktop.reports.frame.text import Line, Run, break_lines
from cpepa_desktop.reports.frame.tree import Node


class Box(ABC):
    """Something that takes a height on the page, in points. Made anew for each rendering.

    ``before`` and ``after`` are the space kept from its neighbours (the larger of two counts, none at the top
    of a page); ``keeps_next`` binds it to the start of the next box.
    """

    before: float = 0
    after: float = 0
    keeps_next: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height of the whole box."""

    def start(self, width: float) -> float:
        """Return the least height worth beginning the box in; the whole of it unless it can be parted."""
        return self.height(width)

    # For the boxes that override it: a plain box cannot be parted wherever it stands.
    def split(self, width: float, available: float, *, fresh: bool) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Return the part that fits in ``available`` and the rest, or nothing where it cannot be parted well.

        ``fresh`` says that nothing stands above but what is bound to this box: another page has no more room.
        """
        return None

    def texts(self) -> Iterable[str]:
        """Return the texts of the box, to name the one that makes it taller than a page."""
        return ()

    @abstractmethod
    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the box under ``top``."""


class BreakBox(Box):
    """The end of a page."""

    def height(self, width: float) -> float:  # noqa: ARG002 - as tall at any width
        """Return nothing: the break has no ink."""
        return 0

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw nothing."""


class SpaceBox(Box):
    """Empty room."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:  # noqa: ARG002 - as tall at any width
        """Return the room asked for."""
        return self._height

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw nothing."""


class RuleBox(Box):
    """A hairline across the page."""

    before = after = 4

    def height(self, width: float) -> float:  # noqa: ARG002 - as tall at any width
        """Return the thickness of the line."""
        return HAIRLINE

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the line as decoration."""
        with pen.artifact():
            pen.segments([(left, top, left + width, top)], LINE, HAIRLINE)


CAP_SHIFT = 0.365  # half the height of a capital, in sizes: puts capitals in the middle of their line


def set_lines(
    lines: Sequence[Line], style: TextStyle, left: float, top: float, width: float
) -> list[tuple[float, float, Line]]:
    """Return where each line's base line begins, the first one's leading hanging from ``top``."""
    factor = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[style.align]
    first = top - style.leading / 2 - style.size * CAP_SHIFT
    return [
        (left + (width - line.width) * factor, first - number * style.leading, line)
        for number, line in enumerate(lines)
    ]


LONE_LINES = 2  # fewer lines than this are never left alone at the foot or the head of a page


class TextBox(Box):
    """A paragraph or a heading: lines of one node, which stay one element however many pages they take.

    ``hanging`` is a label set in the margin of ``indent`` points (the sign or number of a list item).
    """

    def __init__(self, node: Node, runs: tuple[Run, ...], style: TextStyle) -> None:
        self.node = node
        self.style = style
        self.before = style.before
        self.after = style.after
        self.indent = 0.0
        self.hanging: tuple[Node, tuple[Run, ...]] | None = None
        self.bookmark: tuple[int, str] | None = None
        self._runs = runs
        self._lines: tuple[Line, ...] | None = None

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines, broken the first time they are asked for."""
        if self._lines is None:
            self._lines = break_lines(self._runs, self.style.size, width - self.indent)
        return self._lines

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return len(self.lines(width)) * self.style.leading

    def start(self, width: float) -> float:
        """Return the height of the first lines that stay together."""
        count = len(self.lines(width))
        return (count if count < 2 * LONE_LINES else LONE_LINES) * self.style.leading

    def split(self, width: float, available: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part the text between two lines, leaving none alone where the page allows it."""
        lines = self.lines(width)
        fitting = int(available / self.style.leading)
        lone = 1 if fresh else LONE_LINES
        cut = min(fitting, len(lines) - lone)
        if cut < lone:
            return None
        return self._part(lines[:cut], first=True), self._part(lines[cut:], first=False)

    def _part(self, lines: tuple[Line, ...], *, first: bool) -> TextBox:
        part = TextBox(self.node, self._runs, self.style)
        part.indent = self.indent
        part._lines = lines
        part.before = self.before if first else 0
        part.after = 0 if first else self.after
        part.hanging = self.hanging if first else None
        part.bookmark = self.bookmark if first else None
        return part

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the hanging label, then the lines, each marked as content of its own node."""
        if self.bookmark:
            pen.bookmark(*self.bookmark, top)
        style = self.style
        if self.hanging:
            node, runs = self.hanging
            with pen.tagged(node):
                label = break_lines(runs, style.size, self.indent)
                pen.lines(set_lines(label, style, left, top, self.indent), style.size, style.colour)
        with pen.tagged(self.node):
            where = set_lines(self.lines(width), style, left + self.indent, top, width - self.indent)
            pen.lines(where, style.size, style.colour)


class StackBox(Box):
    """Boxes that stay on one page where they fit on one."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = tuple(boxes)
        self.before = boxes[0].before
        self.after = boxes[-1].after
        self.keeps_next = boxes[-1].keeps_next

    def _depths(self, width: float) -> list[float]:
        """Return how far down each box begins, and last where the stack ends."""
        depths = [0.0]
        for box, following in zip(self._boxes, (*self._boxes[1:], None), strict=True):
            gap = max(box.after, following.before) if following else 0.0
            depths.append(depths[-1] + box.height(width) + gap)
        return depths

    def height(self, width: float) -> float:
        """Return the height of all boxes with the space between them."""
        return self._depths(width)[-1]

    def split(self, width: float, available: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part the stack only where an empty page does not hold it."""
        if not fresh:
            return None
        depths = self._depths(width)
        count = sum(depth <= available for depth in depths[1:])
        upper = list(self._boxes[:count])
        lower = list(self._boxes[count:])
        parts = lower[0].split(width, available - depths[count], fresh=not upper)
        if parts is not None:
            upper.append(parts[0])
            lower[0] = parts[1]
        return (StackBox(upper), StackBox(lower)) if upper else None

    def texts(self) -> Iterable[str]:
        """Return the texts of all boxes."""
        return chain.from_iterable(box.texts() for box in self._boxes)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the boxes one under the other."""
        for box, depth in zip(self._boxes, self._depths(width), strict=False):
            box.draw(pen, left, top - depth, width)
