"""The pen: the only thing that puts ink on a page, and it refuses to unless the ink is marked.

Every stroke stands inside a marked-content sequence: either ``tagged`` (real content of a node of the tree)
or ``artifact`` (decoration and running heads, which a screen reader passes over). A stroke outside both
raises at once, with the guilty box in the traceback. veraPDF would not have caught it: real text hidden as
decoration passes there.

The operators of a page (ISO 32000-1, annex A) are written here and not by ReportLab, whose text and path
objects would take a third of the time that a paper needs. Its hooks: ``Canvas`` (public) for pages and
pictures, its ``addLiteral`` (public) for every operator, and private only ``Canvas._doc``, handed to
``writer.py`` and to the subsets of ``fonts.py``. If ReportLab came to write something of its own between two
literals, the marks would come apart and the round trip of the tests would fail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cpepa_desktop.reports.frame import fonts
from cpepa_desktop.reports.frame.blocks import MalformedDocumentError
from cpepa_desktop.reports.frame.fonts import Face
from cpepa_desktop.reports.frame.styles import Colour
from cpepa_desktop.reports.frame.text import Line, Run
from cpepa_desktop.reports.frame.tree import Bounds, Marked, Node, Widget

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class UntaggedContentError(MalformedDocumentError):
    """Something was painted that belongs neither to the tree nor to the artifacts."""


class Artifact(StrEnum):
    """What is on the page for the eye only; the value is the property list of its mark."""

    LAYOUT = "/Type/Layout"
    RUNNING_HEAD = "/Type/Pagination/Subtype/Header/Attached[/Top]"
    FOOT = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
    REPEATED = "/Type/Pagination"  # the head of a table on its second page and later


@dataclass(frozen=True, slots=True)
class FormField:
    """An empty digital-signature field: its node, page from 0, place, name, and what is read aloud of it."""

    node: Node
    page: int
    bounds: Bounds
    name: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, and where it leads (page from 0, height in points)."""

    level: int
    title: str
    page: int
    top: float


class _Mark:
    """A marked-content sequence around what is drawn in a ``with``. A class: there is one for every cell."""

    __slots__ = ("_operator", "_pen")

    def __init__(self, pen: Pen, operator: str) -> None:
        self._pen = pen
        self._operator = operator

    def __enter__(self) -> None:
        self._pen.begin(self._operator)

    def __exit__(self, *_failure: object) -> None:
        self._pen.end()


class Pen:
    """Draws one page after another and keeps what the tree, the outline and the form need to know of them.

    ``pages`` holds for each finished page the node of each of its marked-content sequences, in order. With
    ``tagging`` off nothing is marked: only the benchmark compares with that.
    """

    def __init__(self, size: tuple[float, float], *, tagging: bool = True) -> None:
        fonts.load()
        self._canvas = Canvas(
            BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR,  # type: ignore[arg-type] # the stubs say a number
        )
        self.tagging = tagging
        self.pages: list[list[Node]] = []
        self.fields: list[FormField] = []
        self.bookmarks: list[Bookmark] = []
        self._nodes: list[Node] = []
        self._open = False
        self._write = self._canvas.addLiteral
        self._spellings: dict[Run, fonts.Spelling] = {}
        self._font: tuple[str, float] | None = None
        self._fill: Colour | None = None
        self._line: tuple[Colour, float] | None = None

    @property
    def engine(self) -> PDFDocument:
        """ReportLab's document, for the writer only."""
        return self._canvas._doc  # type: ignore[attr-defined,no-any-return] # noqa: SLF001

    # -- marks

    def tagged(self, node: Node) -> _Mark:
        """Make everything drawn inside the content of ``node``."""
        number = len(self._nodes)
        node.content.append(Marked(len(self.pages), number))
        self._nodes.append(node)
        return _Mark(self, f"/{node.tag} <</MCID {number}>> BDC")

    def artifact(self, kind: Artifact = Artifact.LAYOUT) -> _Mark:
        """Make everything drawn inside decoration that is not read aloud."""
        return _Mark(self, f"/Artifact <<{kind}>> BDC")

    def begin(self, operator: str) -> None:
        """Open a marked-content sequence. Boxes say ``with pen.tagged(…)`` instead, which also closes it."""
        if self._open:
            raise MalformedDocumentError("marks do not nest: close the last one first")
        self._open = True
        if self.tagging:
            self._write(operator)

    def end(self) -> None:
        """Close the sequence."""
        if self.tagging:
            self._write("EMC")
        self._open = False

    def _demand_mark(self, what: object) -> None:
        if not self._open:
            raise UntaggedContentError(f"page {len(self.pages) + 1}: {what!r:.60} stands outside every mark")

    # -- strokes; all measures are points from the lower left corner of the page

    def lines(self, lines: Iterable[tuple[float, float, Line]], size: float, colour: Colour) -> None:
        """Draw lines of text, each with the left end of its base line."""
        self._lines("1 0 0 1", lines, size, colour)

    def upward_lines(self, lines: Iterable[tuple[float, float, Line]], size: float, colour: Colour) -> None:
        """Draw lines of text that read upwards, each with the lower end of its base line."""
        self._lines("0 1 -1 0", lines, size, colour)

    def _lines(
        self, turn: str, lines: Iterable[tuple[float, float, Line]], size: float, colour: Colour
    ) -> None:
        """Draw lines of text; ``turn`` is the part of their matrix that says how they stand."""
        operators = []
        for x, y, line in lines:
            self._demand_mark(line)
            operators.append(f"{turn} {x:.2f} {y:.2f} Tm")
            for run in line.runs:
                for font, codes in self._spelt(run):
                    if (font, size) != self._font:
                        self._font = (font, size)
                        operators.append(f"{font} {size} Tf")
                    operators.append(f"<{codes}> Tj")
        if operators:
            self._use_fill(colour)
            self._write(f"BT {' '.join(operators)} ET")

    def _spelt(self, run: Run) -> fonts.Spelling:
        """Return the codes of a run. Most cells of a table say what another one has said."""
        spelling = self._spellings.get(run)
        if spelling is None:
            spelling = self._spellings[run] = fonts.spell(run.text, run.face, self.engine)
        return spelling

    def segments(
        self, segments: Iterable[tuple[float, float, float, float]], colour: Colour, thickness: float
    ) -> None:
        """Draw straight lines."""
        self._demand_mark("a line")
        self._use_line(colour, thickness)
        path = [f"{x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l" for x, y, to_x, to_y in segments]
        self._write(f"{' '.join(path)} S")

    def frames(self, rectangles: Iterable[Bounds], colour: Colour, thickness: float) -> None:
        """Draw the outlines of rectangles."""
        self._demand_mark("a frame")
        self._use_line(colour, thickness)
        self._write(f"{_path(rectangles)} S")

    def grounds(self, rectangles: Iterable[Bounds], colour: Colour) -> None:
        """Fill rectangles."""
        self._demand_mark("a ground")
        self._use_fill(colour)
        self._write(f"{_path(rectangles)} f")

    def picture(self, reader: ImageReader, bounds: Bounds) -> None:
        """Draw a picture that holds neither transparency nor CMYK."""
        self._demand_mark("a picture")
        width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
        self._canvas.drawImage(reader, bounds.left, bounds.bottom, width, height)

    # -- what lies over the page

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Make an entry of the outline that leads to ``top`` on this page."""
        self.bookmarks.append(Bookmark(level, title, len(self.pages), top))

    def form_field(self, node: Node, bounds: Bounds, name: str, tooltip: str) -> None:
        """Lay an empty digital-signature field over ``bounds``."""
        node.content.append(Widget(len(self.pages), len(self.fields)))
        self.fields.append(FormField(node, len(self.pages), bounds, name, tooltip))

    def end_page(self) -> None:
        """Finish this page and go to the next one."""
        self._canvas.showPage()
        self.pages.append(self._nodes)
        self._nodes = []
        self._font = self._fill = self._line = None

    def _use_fill(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            self._write(f"{_mix(colour)} rg")

    def _use_line(self, colour: Colour, thickness: float) -> None:
        if (colour, thickness) != self._line:
            self._line = (colour, thickness)
            self._write(f"{_mix(colour)} RG {thickness} w")


def _path(rectangles: Iterable[Bounds]) -> str:
    return " ".join(
        [f"{b.left:.2f} {b.bottom:.2f} {b.right - b.left:.2f} {b.top - b.bottom:.2f} re" for b in rectangles]
    )


def _mix(colour: Colour) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"
