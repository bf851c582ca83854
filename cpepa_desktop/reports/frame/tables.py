"""Tables: measuring, parting between (or, where it must be, inside) rows, and drawing.

One table is one element of the tree however many pages it takes. Its head is drawn again on each page, as an
artifact, because the tree already has it. ReportLab's ``Table`` is not used: its hook for tags is
undocumented, its time grows faster than its rows, and a row parted inside leaves its box open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain
from typing import Final

from cpepa_desktop.reports.frame.blocks import MalformedDocumentError, Stroke, Vertical, Wash
from cpepa_desktop.reports.frame.boxes import Box, set_lines
from cpepa_desktop.reports.frame.marks import Artifact, Pen
from cpepa_desktop.reports.frame.styles import (
    FRAME_LINE,
    HAIRLINE,
    HEAD_WASH,
    INK,
    LINE,
    MM,
    OUTSIDE_WASH,
    PAPER,
    PENDING_WASH,
    RED,
    SAFE_STEP,
    STROKE_LINE,
    TextStyle,
)
from cpepa_desktop.reports.frame.text import Line, Run, break_lines
from cpepa_desktop.reports.frame.tree import Bounds, Node

_GROUNDS: Final = {Wash.HEAD: HEAD_WASH, Wash.PENDING: PENDING_WASH, Wash.OUTSIDE: OUTSIDE_WASH}
_HATCH_STEP: Final = 4.5
_SHORTEST_ROTATED: Final = 30 * MM  # lines that read upwards are not broken shorter than this
_UNBROKEN: Final = 1e6


@dataclass(slots=True, eq=False)
class CellBox:
    """A cell: its node, its text and what it looks like. ``lines`` are there once it has been measured."""

    node: Node
    runs: tuple[Run, ...]
    style: TextStyle
    column: int
    columns: int = 1
    rows: int = 1
    vertical: Vertical = Vertical.TOP
    wash: Wash = Wash.NONE
    stroke: Stroke = Stroke.NONE
    rotated: bool = False
    lines: tuple[Line, ...] = ()

    def measure(self, width: float) -> None:
        """Break the text in ``width`` points; what reads upwards, in lines that stand side by side there."""
        size = self.style.size
        if not self.rotated:
            self.lines = break_lines(self.runs, size, width)
            return
        whole = max((line.width for line in break_lines(self.runs, size, _UNBROKEN)), default=0)
        length = min(whole, _SHORTEST_ROTATED)
        self.lines = break_lines(self.runs, size, length)
        while length < whole and len(self.lines) * self.style.leading > width:
            length += self.style.leading
            self.lines = break_lines(self.runs, size, length)

    @property
    def height(self) -> float:
        """The height that its lines take."""
        if self.rotated:
            return max((line.width for line in self.lines), default=0)
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """The least height that shows something of it: a line, or all where it reads upwards."""
        return self.height if self.rotated else min(self.height, self.style.leading)

    def part(self, available: float) -> tuple[CellBox, CellBox]:
        """Return the cell with the lines that fit in ``available`` points, and with the rest of them."""
        kept = len(self.lines) if self.rotated else int((available + SAFE_STEP) / self.style.leading)
        return replace(self, lines=self.lines[:kept]), replace(self, lines=self.lines[kept:])


@dataclass(slots=True, eq=False)
class RowBox:
    """A row: the cells that begin in it, and its height, which grows when the row is measured."""

    height: float
    cells: list[CellBox] = field(default_factory=list)


def _height(rows: Sequence[RowBox]) -> float:
    return sum(row.height for row in rows)


def _grow(rows: Sequence[RowBox], padding: float) -> None:
    """Grow the rows until they hold their cells; the last one under a cell that hangs over several."""
    begun = [(cell, number) for number, row in enumerate(rows) for cell in row.cells]
    for cell, number in sorted(begun, key=lambda item: item[0].rows):
        held = rows[number : number + cell.rows]
        held[-1].height += max(0.0, cell.height + 2 * padding - _height(held))


def _part(rows: Sequence[RowBox], room: float, padding: float) -> tuple[list[RowBox], list[RowBox]] | None:
    """Part rows that no page holds, and whatever hangs across the cut; nothing where no line would fit.

    The cut is under the last row that fits, or through the first one: then it is two rows for its cells.
    """
    whole = sum(depth <= room for depth in accumulate(row.height for row in rows))
    if whole == 0:
        tall = rows[0]
        if room < 2 * padding + max(cell.least for cell in tall.cells):
            return None
        cells = [replace(cell, rows=cell.rows + 1) for cell in tall.cells]
        rows = [RowBox(room, cells), RowBox(tall.height - room), *rows[1:]]
        whole = 1
    upper = [RowBox(row.height) for row in rows[:whole]]
    lower = [RowBox(row.height, [*row.cells]) for row in rows[whole:]]
    for number, row in enumerate(rows[:whole]):
        for cell in row.cells:
            over = number + cell.rows - whole
            if over > 0:
                kept, rest = cell.part(_height(rows[number:whole]) - 2 * padding)
                upper[number].cells.append(replace(kept, rows=cell.rows - over))
                lower[0].cells.append(replace(rest, rows=over))
            else:
                upper[number].cells.append(cell)
    lower[0].cells.sort(key=lambda cell: cell.column)
    _grow(lower, padding)
    return upper, lower


def _cuts(rows: Sequence[RowBox]) -> list[int]:
    """Return after how many rows they may be parted: wherever no cell hangs across."""
    cuts = []
    hanging = 0
    for number, row in enumerate(rows[:-1], 1):
        hanging = max(hanging, *(number - 1 + cell.rows for cell in row.cells), 0)
        if hanging <= number:
            cuts.append(number)
    return cuts


@dataclass(slots=True, eq=False)
class TableBox(Box):
    """A table, or the part of one that stands on a page.

    ``columns`` gives for each column its width in points, or nothing and its share of what the others leave.
    """

    columns: Sequence[tuple[float | None, float]]
    padding: float
    head: list[RowBox] = field(default_factory=list)
    body: list[RowBox] = field(default_factory=list)
    foot: list[RowBox] = field(default_factory=list)
    repeats_head: bool = False
    measured: bool = False
    after: float = 7

    def _edges(self, width: float) -> list[float]:
        """Return where the columns begin and end."""
        free = width - sum(fixed for fixed, _share in self.columns if fixed is not None)
        shares = sum(share for fixed, share in self.columns if fixed is None)
        if free < -SAFE_STEP or (shares and free <= SAFE_STEP):
            raise MalformedDocumentError("the columns of this table are wider than the page")
        return [
            0.0,
            *accumulate(free * share / shares if fixed is None else fixed for fixed, share in self.columns),
        ]

    def _measure(self, width: float) -> None:
        if not self.measured:
            edges = self._edges(width)
            for rows in (self.head, self.body, self.foot):
                for cell in chain.from_iterable(row.cells for row in rows):
                    cell.measure(edges[cell.column + cell.columns] - edges[cell.column] - 2 * self.padding)
                _grow(rows, self.padding)
            self.measured = True

    def height(self, width: float) -> float:
        """Return the height of head, body and foot."""
        self._measure(width)
        return _height(self.head) + _height(self.body) + _height(self.foot)

    def start(self, width: float) -> float:
        """Return the height of the head and the first rows that stay together."""
        self._measure(width)
        cuts = _cuts(self.body)
        return _height(self.head) + _height(self.body[: cuts[0]]) if cuts else self.height(width)

    def split(self, width: float, available: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part the table under the last row that fits, or through rows that no page would hold.

        The last row stays with the foot where one page holds both.
        """
        self._measure(width)
        room = available - _height(self.head)
        depths = list(accumulate((row.height for row in self.body), initial=0.0))
        fitting = [cut for cut in _cuts(self.body) if depths[cut] <= room]
        if fitting:
            return self._parts(self.body[: fitting[-1]], self.body[fitting[-1] :])
        if not fresh or not self.body:
            return None
        if depths[-1] <= room:
            return self._parts(self.body, [])
        parted = _part(self.body, room, self.padding)
        return self._parts(*parted) if parted else None

    def _parts(self, upper: list[RowBox], lower: list[RowBox]) -> tuple[TableBox, TableBox]:
        first = replace(self, body=upper, foot=[], after=0.0)
        return first, replace(self, body=lower, repeats_head=True)

    def texts(self) -> Iterable[str]:
        """Return the texts of all cells."""
        rows = chain(self.head, self.body, self.foot)
        return (cell.node.text for row in rows for cell in row.cells)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw grounds and strokes, then the cells in reading order, then the lines between them."""
        edges = [left + edge for edge in self._edges(width)]
        head = list(_placed(self.head, edges, top))
        body = list(_placed(self.body, edges, top - _height(self.head)))
        foot = list(_placed(self.foot, edges, top - _height(self.head) - _height(self.body)))
        everything = [*head, *body, *foot]
        _draw_grounds(pen, everything)
        for cell, bounds in everything:
            _draw_stroke(pen, cell, bounds)
            _clear_words(pen, cell, bounds)
        for cell, bounds in head:
            if cell.lines:
                with pen.artifact(Artifact.REPEATED) if self.repeats_head else pen.tagged(cell.node):
                    _draw_text(pen, cell, bounds, self.padding)
        for cell, bounds in (*body, *foot):
            if cell.lines:
                with pen.tagged(cell.node):
                    _draw_text(pen, cell, bounds, self.padding)
        with pen.artifact():
            pen.frames([bounds for _cell, bounds in everything], LINE, HAIRLINE)
            pen.frames([Bounds(edges[0], top - self.height(width), edges[-1], top)], INK, FRAME_LINE)


Placed = tuple[CellBox, Bounds]


def _placed(rows: Sequence[RowBox], edges: Sequence[float], top: float) -> Iterator[Placed]:
    """Yield the cells of ``rows``, which hang from ``top``, with their rectangles, in reading order."""
    levels = list(accumulate((-row.height for row in rows), initial=top))
    for number, row in enumerate(rows):
        for cell in row.cells:
            right = edges[cell.column + cell.columns]
            yield cell, Bounds(edges[cell.column], levels[number + cell.rows], right, levels[number])


def _draw_grounds(pen: Pen, cells: Sequence[Placed]) -> None:
    """Draw the grounds of all cells, one colour after another."""
    for wash, colour in _GROUNDS.items():
        washed = [bounds for cell, bounds in cells if cell.wash is wash]
        if washed:
            with pen.artifact():
                pen.grounds(washed, colour)
    hatched = [segment for cell, bounds in cells if cell.wash is Wash.HATCHED for segment in _hatch(bounds)]
    if hatched:
        with pen.artifact():
            pen.segments(hatched, LINE, HAIRLINE)


def _hatch(box: Bounds) -> Iterator[tuple[float, float, float, float]]:
    """Yield the slanted lines that fill ``box``, cut at its sides."""
    width, height = box.right - box.left, box.top - box.bottom
    offset = _HATCH_STEP
    while offset < width + height:
        start = (box.left + min(offset, width), box.bottom + max(0.0, offset - width))
        end = (box.left + max(0.0, offset - height), box.bottom + min(offset, height))
        yield (*start, *end)
        offset += _HATCH_STEP


def _draw_stroke(pen: Pen, cell: CellBox, box: Bounds) -> None:
    if cell.stroke is Stroke.RED_DIAGONAL:
        with pen.artifact():
            pen.segments([(box.left, box.bottom, box.right, box.top)], RED, STROKE_LINE)


def _clear_words(pen: Pen, cell: CellBox, box: Bounds) -> None:
    """Clean the ground under the words of a struck or hatched cell, so that they can be read."""
    if not cell.lines or (cell.stroke is Stroke.NONE and cell.wash is not Wash.HATCHED):
        return
    wide = max(line.width for line in cell.lines) / 2 + 1.5
    tall = len(cell.lines) * cell.style.leading / 2 - 0.8
    middle, centre = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    with pen.artifact():
        pen.grounds([Bounds(middle - wide, centre - tall, middle + wide, centre + tall)], PAPER)


def _draw_text(pen: Pen, cell: CellBox, box: Bounds, padding: float) -> None:
    style = cell.style
    height, width = box.top - box.bottom - 2 * padding, box.right - box.left - 2 * padding
    depth = len(cell.lines) * style.leading
    if cell.rotated:
        # Set as if the sheet were turned: what is `across` there is height here.
        turned = set_lines(
            cell.lines, style, box.bottom + padding, -(box.left + padding + (width - depth) / 2), height
        )
        pen.upward_lines([(-down, across, line) for across, down, line in turned], style.size, style.colour)
        return
    slack = (height - depth) / 2 if cell.vertical is Vertical.MIDDLE else 0
    where = set_lines(cell.lines, style, box.left + padding, box.top - padding - slack, width)
    pen.lines(where, style.size, style.colour)
