"""The logical tree of a paper: what a screen reader walks, built from the blocks before anything is drawn.

Knows nothing of ReportLab or of the page. Drawing only fills ``Node.content`` with the places where the
node's ink stands; ``structure.py`` writes the tree into the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Tag(StrEnum):
    """The standard structure types of PDF 1.7 that our blocks need."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    DIVISION = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    TABLE_HEAD = "THead"
    TABLE_BODY = "TBody"
    TABLE_FOOT = "TFoot"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    FORM = "Form"


class Scope(StrEnum):
    """What a header cell heads."""

    COLUMN = "Column"
    ROW = "Row"
    BOTH = "Both"


class Numbering(StrEnum):
    """How the items of a list are numbered."""

    NONE = "None"
    DISC = "Disc"
    DECIMAL = "Decimal"
    LETTER = "LowerAlpha"


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the standard lets a node say besides its type; the defaults are the standard's own."""

    scope: Scope | None = None
    columns: int = 1
    rows: int = 1
    summary: str = ""
    numbering: Numbering | None = None


PLAIN = Attributes()


@dataclass(frozen=True, slots=True)
class Marked:
    """Ink of a node: the marked-content sequence ``number`` on the page ``page``, both counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Widget:
    """A form field that belongs to a node: the field ``number`` of the document, standing on ``page``."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tree.

    ``text`` is what the node says by itself (not through its kids), ``alternative`` what is read aloud
    instead of a picture. ``content`` and ``bounds`` are filled while drawing.
    """

    tag: Tag
    parent: Node | None = None
    text: str = ""
    alternative: str = ""
    language: str = ""
    attributes: Attributes = PLAIN
    kids: list[Node] = field(default_factory=list)
    content: list[Marked | Widget] = field(default_factory=list)
    bounds: Bounds | None = None

    def add(
        self,
        tag: Tag,
        text: str = "",
        *,
        alternative: str = "",
        language: str = "",
        attributes: Attributes = PLAIN,
    ) -> Node:
        """Return a new last kid of this node."""
        kid = Node(tag, self, text, alternative, language, attributes)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator[tuple[int, Node]]:
        """Yield this node and all below it in reading order, each with its depth."""
        waiting = [(0, self)]
        while waiting:
            depth, node = waiting.pop()
            yield depth, node
            if node.kids:
                waiting.extend([(depth + 1, kid) for kid in reversed(node.kids)])


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """What a reader of the finished paper must find at one place of its tree."""

    depth: int
    tag: Tag
    text: str
    alternative: str = ""
    language: str = ""
    attributes: Attributes = PLAIN


def entries(root: Node) -> tuple[OutlineEntry, ...]:
    """Return the whole tree under ``root`` in reading order."""
    return tuple(
        OutlineEntry(depth, node.tag, node.text, node.alternative, node.language, node.attributes)
        for depth, node in root.walk()
    )
