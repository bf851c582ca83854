"""The blocks that every document is written in: frozen data, checked when they are made.

Measures are millimetres. Text is always plain: nothing in it is markup, so «Ofimática <básica> & más» prints
as it is written; ``Strong`` is the only emphasis. A block that its author wrote wrongly raises
``MalformedDocumentError``; text that the family cannot print raises ``MissingGlyph``, which the user can
mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain

from cpepa_desktop.reports.frame import fonts, grid
from cpepa_desktop.reports.frame.styles import Align
from cpepa_desktop.reports.frame.tree import Numbering, Scope

DEEPEST_HEADING = 6


class MalformedDocumentError(ValueError):
    """A document is written against the rules of the frame. A bug of ours, never of the user's data."""


@dataclass(frozen=True, slots=True)
class Strong:
    """A run of bold text inside a paragraph or a cell."""

    text: str


Text = str | tuple[str | Strong, ...]


def plain(text: Text) -> str:
    """Return ``text`` without its emphasis, as it is read aloud."""
    if isinstance(text, str):
        return fonts.clean(text)
    return "".join(fonts.clean(run.text if isinstance(run, Strong) else run) for run in text)


def _demand(*texts: Text) -> None:
    """Refuse text that says nothing, and text that cannot be printed."""
    for text in texts:
        if not plain(text).strip():
            raise MalformedDocumentError("this text may not be empty")


class Prose(StrEnum):
    """The kinds of running text."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    PENDING = "pending"  # something the centre still has to write


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which is also an entry of the outline. Levels never jump."""

    level: int
    text: str

    def __post_init__(self) -> None:
        _demand(self.text)
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise MalformedDocumentError(f"headings go from 1 to {DEEPEST_HEADING}, not {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed in it is a line break. ``language`` only where it is not the document's."""

    text: Text
    style: Prose = Prose.BODY
    language: str = ""

    def __post_init__(self) -> None:
        _demand(self.text)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, one text an item."""

    items: tuple[Text, ...]
    numbering: Numbering = Numbering.DISC
    style: Prose = Prose.BODY

    def __post_init__(self) -> None:
        if not self.items:
            raise MalformedDocumentError("a list needs an item")
        _demand(*self.items)


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value; an empty value prints a dash. ``width`` counts columns of the field grid."""

    label: str
    value: str
    width: int = 1

    def __post_init__(self) -> None:
        _demand(self.label)
        plain(self.value)


class FieldSize(StrEnum):
    """The two sizes of the box of fields."""

    NORMAL = "normal"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Fields:
    """The box of labels and values at the head of a form, read as a list and never as a table."""

    fields: tuple[Field, ...]
    columns: int = 2
    size: FieldSize = FieldSize.NORMAL

    def __post_init__(self) -> None:
        if not self.fields or not all(1 <= field.width <= self.columns for field in self.fields):
            raise MalformedDocumentError("fields must exist and be no wider than their grid")


class Vertical(StrEnum):
    """Where a cell's text stands when the row is taller."""

    TOP = "top"
    MIDDLE = "middle"


class CellSize(StrEnum):
    """The two sizes of text in a table."""

    NORMAL = "normal"
    SMALL = "small"


class Wash(StrEnum):
    """The ground of a cell. It never says anything that the cell's text does not."""

    NONE = "none"
    HEAD = "head"
    PENDING = "pending"
    OUTSIDE = "outside"
    HATCHED = "hatched"


class Stroke(StrEnum):
    """A line struck over a cell, for the eye only: the cell's text says what it means."""

    NONE = "none"
    RED_DIAGONAL = "red diagonal"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; without text it is room to write or sign in.

    ``scope`` makes it a header cell. ``align`` is the column's where it is not given. ``rotated`` text reads
    upwards.
    """

    text: Text = ""
    columns: int = 1
    rows: int = 1
    scope: Scope | None = None
    align: Align | None = None
    wash: Wash = Wash.NONE
    stroke: Stroke = Stroke.NONE
    rotated: bool = False

    def __post_init__(self) -> None:
        said = plain(self.text)
        if self.stroke is not Stroke.NONE and not said.strip():
            raise MalformedDocumentError("a struck cell must say in words what the stroke means")


@dataclass(frozen=True, slots=True)
class Row:
    """A row, at least ``height`` millimetres tall. A cell hanging from above is not written again."""

    cells: tuple[Cell | str, ...]
    height: float = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in mm (or its ``share`` of what the fixed ones leave), its alignment.

    ``heads_row`` makes its cells the headers of their rows.
    """

    title: str
    width: float | None = None
    share: float = 1
    align: Align = Align.LEFT
    heads_row: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data. ``head`` replaces the columns' titles where the heading has several rows.

    The head is repeated on every page and read once. ``summary`` says to a screen reader how the table is
    made.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    summary: str = ""
    head: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    size: CellSize = CellSize.NORMAL
    vertical: Vertical = Vertical.TOP

    def __post_init__(self) -> None:
        if not self.columns or not self.rows:
            raise MalformedDocumentError(
                "a table needs a column and a row; say in a paragraph that there is nothing"
            )
        plain(self.caption + self.summary)
        for rows in (self.head_rows(), self.rows, self.foot):
            _tile(rows, len(self.columns))
        for cell in chain.from_iterable(row.cells for row in self.head_rows()):
            _demand(cell.text if isinstance(cell, Cell) else cell)
            if isinstance(cell, Cell) and cell.scope is None:
                raise MalformedDocumentError("every cell of a table's head heads something: give it a scope")

    def head_rows(self) -> tuple[Row, ...]:
        """Return the rows of the head as they are printed."""
        return self.head or (Row(tuple(Cell(column.title, scope=Scope.COLUMN) for column in self.columns)),)


def _tile(rows: Sequence[Row], width: int) -> None:
    """Refuse rows whose cells leave a gap or overlap, and text that cannot be printed."""
    spans = []
    for row in rows:
        for cell in row.cells:
            if isinstance(cell, str):
                plain(cell)
        spans.append([(cell.columns, cell.rows) if isinstance(cell, Cell) else (1, 1) for cell in row.cells])
    try:
        grid.place(spans, width)
    except grid.BadGridError as bad:
        raise MalformedDocumentError(str(bad)) from bad


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes) ``width`` mm wide, with what it shows in words."""

    image: bytes
    alternative: str
    width: float

    def __post_init__(self) -> None:
        _demand(self.alternative)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points of a drawing, ``weight`` points thick. Lines are told by weight and dashes."""

    points: tuple[tuple[float, float], ...]
    weight: float = 0.7
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing; ``x`` and ``y`` are where their base line begins, ends or has its middle."""

    x: float
    y: float
    text: str
    align: Align = Align.LEFT

    def __post_init__(self) -> None:
        _demand(self.text)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines and words in a field of ``width`` by ``height`` mm, measured from its upper left corner.

    ``alternative`` says all of it in words: it is one figure, and its words are not read one by one.
    """

    shapes: tuple[Curve | Label, ...]
    width: float
    height: float
    alternative: str

    def __post_init__(self) -> None:
        _demand(self.alternative)
        if not self.shapes:
            raise MalformedDocumentError("a drawing needs a shape")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code ``size`` mm wide. ``alternative`` must give what it holds to who cannot scan it."""

    content: str
    alternative: str
    size: float = 25

    def __post_init__(self) -> None:
        _demand(self.content, self.alternative)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. ``form_field`` names an empty digital-signature field in the box; unique in the paper."""

    role: str
    name: str = ""
    form_field: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        _demand(self.role)
        plain(self.name + self.note)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Boxes to sign in, side by side, never parted by a page. ``height`` is the room in mm."""

    signers: tuple[Signer, ...]
    height: float = 22

    def __post_init__(self) -> None:
        if not self.signers:
            raise MalformedDocumentError("signatures need a signer")


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty room, ``height`` mm. Nothing at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline across the page."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that are one section; ``together`` keeps them on one page where they fit on one."""

    blocks: tuple[Block, ...]
    together: bool = False

    def __post_init__(self) -> None:
        if not self.blocks:
            raise MalformedDocumentError("a group needs a block")


Block = (
    Heading
    | Paragraph
    | Listing
    | Fields
    | Table
    | Figure
    | Drawing
    | QrCode
    | Signatures
    | Spacer
    | Rule
    | PageBreak
    | Group
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A mark in the band at the head of the first page, with its name in words."""

    image: bytes
    alternative: str

    def __post_init__(self) -> None:
        _demand(self.alternative)


@dataclass(frozen=True, slots=True)
class LogoBand:
    """The marks at the head of the first page, all ``height`` mm tall: the call says how tall."""

    logos: tuple[Logo, ...]
    height: float = 14


class Orientation(StrEnum):
    """How the sheet is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. Its bytes depend on nothing else: ``created``, with its zone, is the file's only date.

    ``code`` and ``title`` make the foot; ``header`` runs at the top from the second page on and must also be
    said once in the blocks, because running heads are not read aloud.
    """

    title: str
    code: str
    created: datetime
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    language: str = "es-ES"
    header: str = ""
    logos: LogoBand | None = None
    orientation: Orientation = Orientation.PORTRAIT

    def __post_init__(self) -> None:
        _demand(self.title, self.code)
        plain(self.author + self.subject + self.header)
        if self.created.utcoffset() is None:
            raise MalformedDocumentError("the moment of a paper needs its time zone")
        every = list(_every(self.blocks))
        _hold_levels(block for block in every if isinstance(block, Heading))
        _hold_form_fields(block for block in every if isinstance(block, Signatures))


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks and those of the groups among them, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Group):
            yield from _every(block.blocks)


def _hold_levels(headings: Iterable[Heading]) -> None:
    """Refuse a paper without heading, or with one that jumps a level."""
    last = 0
    for heading in headings:
        if heading.level > last + 1:
            raise MalformedDocumentError(
                f"a heading {heading.level} may not follow a {last}: «{heading.text}»"
            )
        last = heading.level
    if last == 0:
        raise MalformedDocumentError("a paper starts with its heading")


def _hold_form_fields(places: Iterable[Signatures]) -> None:
    """Refuse two fields of one name: who signs one would sign the other."""
    names = [signer.form_field for place in places for signer in place.signers if signer.form_field]
    if len(set(names)) < len(names):
        raise MalformedDocumentError(f"two signature fields have one name: {names}")
