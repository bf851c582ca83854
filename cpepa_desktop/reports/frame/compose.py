"""From blocks to the logical tree and the boxes that draw its nodes. Reading order is block order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, assert_never

from cpepa_desktop.domain.texts import _
from cpepa_desktop.reports.frame import grid, styles
from cpepa_desktop.reports.frame.blocks import (
    Block,
    Cell,
    CellSize,
    Column,
    Document,
    Drawing,
    Field,
    Fields,
    FieldSize,
    Figure,
    Group,
    Heading,
    Label,
    Listing,
    Logo,
    LogoBand,
    PageBreak,
    Paragraph,
    Prose,
    QrCode,
    Row,
    Rule,
    Signatures,
    Signer,
    Spacer,
    Stroke,
    Table,
    Text,
    Vertical,
    Wash,
    plain,
)
from cpepa_desktop.reports.frame.boxes import Box, BreakBox, RuleBox, SpaceBox, StackBox, TextBox
from cpepa_desktop.reports.frame.drawings import DrawingBox
from cpepa_desktop.reports.frame.forms import FieldBox, FieldsBox, Said, SignaturesBox, SignerBox
from cpepa_desktop.reports.frame.images import LogoBandBox, PictureBox, QrBox
from cpepa_desktop.reports.frame.styles import MM, TextStyle
from cpepa_desktop.reports.frame.tables import CellBox, RowBox, TableBox
from cpepa_desktop.reports.frame.text import runs_of
from cpepa_desktop.reports.frame.tree import PLAIN, Attributes, Node, Numbering, Scope, Tag

_PROSE: Final = {
    Prose.BODY: styles.BODY,
    Prose.LEAD: styles.LEAD,
    Prose.NOTE: styles.NOTE,
    Prose.PENDING: styles.PENDING,
}
_LIST_INDENT: Final = 5.5 * MM
_NO_VALUE: Final = "—"


def compose(document: Document) -> tuple[Node, list[Box]]:
    """Return the tree of ``document`` and the boxes that draw it, top to bottom."""
    root = Node(Tag.DOCUMENT)
    boxes: list[Box] = []
    if document.logos:
        boxes.append(_logo_band(document.logos, root))
    boxes.extend(_compose_all(document.blocks, root))
    return root, boxes


def _compose_all(blocks: Iterable[Block], parent: Node) -> Iterator[Box]:
    for block in blocks:
        yield from _compose(block, parent)


def _compose(block: Block, parent: Node) -> Iterable[Box]:  # noqa: C901, PLR0911, PLR0912 - a case a kind
    match block:
        case Heading():
            return [_heading(block, parent)]
        case Paragraph():
            node = parent.add(Tag.PARAGRAPH, _said(block.text), language=block.language)
            return [_text(node, block.text, _PROSE[block.style])]
        case Listing():
            return _listing(block, parent)
        case Fields():
            return [_fields(block, parent)]
        case Table():
            return _table(block, parent)
        case Figure():
            node = parent.add(Tag.FIGURE, alternative=plain(block.alternative))
            return [PictureBox(node, block.image, block.width * MM)]
        case Drawing():
            node = parent.add(Tag.FIGURE, _drawn(block), alternative=plain(block.alternative))
            return [DrawingBox(node, block)]
        case QrCode():
            node = parent.add(Tag.FIGURE, alternative=plain(block.alternative))
            return [QrBox(node, block.content, block.size * MM)]
        case Signatures():
            return [_signatures(block, parent)]
        case Spacer():
            return [SpaceBox(block.height * MM)]
        case Rule():
            return [RuleBox()]
        case PageBreak():
            return [BreakBox()]
        case Group():
            boxes = list(_compose_all(block.blocks, parent.add(Tag.SECTION)))
            return [StackBox(boxes)] if block.together else boxes
    assert_never(block)


def _drawn(drawing: Drawing) -> str:
    """Return the words of a drawing as a reader finds them, one after the other."""
    return " ".join(_said(shape.text) for shape in drawing.shapes if isinstance(shape, Label))


def _said(text: Text) -> str:
    """Return what a reader finds on the page: line breaks are spaces there, and so are the fixed ones."""
    return plain(text).replace("\n", " ").replace("\u00a0", " ")


def _text(node: Node, text: Text, style: TextStyle) -> TextBox:
    return TextBox(node, runs_of(text, style), style)


def _logo_band(band: LogoBand, root: Node) -> Box:
    def node(logo: Logo) -> Node:
        return root.add(Tag.FIGURE, alternative=plain(logo.alternative))

    return LogoBandBox([(node(logo), logo.image) for logo in band.logos], band.height * MM)


def _heading(heading: Heading, parent: Node) -> Box:
    node = parent.add(Tag(f"H{heading.level}"), _said(heading.text))
    box = _text(node, heading.text, styles.HEADINGS[heading.level])
    box.keeps_next = True
    box.bookmark = (heading.level, node.text)
    return box


def _listing(listing: Listing, parent: Node) -> Iterator[Box]:
    whole = parent.add(Tag.LIST, attributes=Attributes(numbering=listing.numbering))
    style = styles.NOTE if listing.style is Prose.NOTE else styles.LIST_ITEM
    for number, text in enumerate(listing.items):
        item = whole.add(Tag.LIST_ITEM)
        label = _label(listing.numbering, number)
        label_node = item.add(Tag.LABEL, label) if label else None
        box = _text(item.add(Tag.LIST_BODY, _said(text)), text, style)
        if label_node:
            box.indent = _LIST_INDENT
            box.hanging = (label_node, runs_of(label, style))
        if number == len(listing.items) - 1:
            box.after = styles.BODY.after
        yield box


def _label(numbering: Numbering, number: int) -> str:
    """Return the sign or number printed before the item ``number``, counted from 0."""
    match numbering:
        case Numbering.NONE:
            return ""
        case Numbering.DISC:
            return "•"
        case Numbering.DECIMAL:
            return f"{number + 1}."
        case Numbering.LETTER:
            return f"{chr(ord('a') + number)})"
    assert_never(numbering)


def _fields(fields: Fields, parent: Node) -> Box:
    whole = parent.add(Tag.LIST, attributes=Attributes(numbering=Numbering.NONE))
    compact = fields.size is FieldSize.COMPACT
    value_style = styles.VALUE_COMPACT if compact else styles.VALUE
    rows = [
        [_field(field, width, whole, value_style) for field, width in row]
        for row in _field_rows(fields.fields, fields.columns)
    ]
    padding = styles.FIELD_PADDING_COMPACT if compact else styles.FIELD_PADDING
    return FieldsBox(rows, fields.columns, padding)


def _field_rows(fields: Sequence[Field], columns: int) -> list[list[tuple[Field, int]]]:
    """Return the fields row by row with their widths; the last of a row takes what is left of it."""
    rows: list[list[tuple[Field, int]]] = []
    left = 0
    for field in fields:
        if field.width > left:
            if left:
                last, width = rows[-1][-1]
                rows[-1][-1] = (last, width + left)
            rows.append([])
            left = columns
        rows[-1].append((field, field.width))
        left -= field.width
    last, width = rows[-1][-1]
    rows[-1][-1] = (last, width + left)
    return rows


def _field(field: Field, width: int, parent: Node, style: TextStyle) -> FieldBox:
    item = parent.add(Tag.LIST_ITEM)
    label = _say(item, Tag.LABEL, field.label, styles.LABEL)
    return FieldBox(label, _say(item, Tag.LIST_BODY, field.value.strip() or _NO_VALUE, style), width)


def _say(parent: Node, tag: Tag, text: str, style: TextStyle) -> Said:
    return Said(parent.add(tag, _said(text)), runs_of(text, style), style)


def _signatures(signatures: Signatures, parent: Node) -> Box:
    section = parent.add(Tag.SECTION)
    return SignaturesBox([_signer(signer, section) for signer in signatures.signers], signatures.height * MM)


def _signer(signer: Signer, parent: Node) -> SignerBox:
    place = parent.add(Tag.DIVISION)
    role = _say(place, Tag.PARAGRAPH, signer.role, styles.ROLE)
    note = _say(place, Tag.PARAGRAPH, signer.note, styles.LABEL) if signer.note else None
    form = place.add(Tag.FORM) if signer.form_field else None
    name = _say(place, Tag.PARAGRAPH, signer.name, styles.SIGNER_NAME) if signer.name else None
    tooltip = _("Firma: {role}").format(role=role.node.text)
    return SignerBox(role, name, note, form, signer.form_field, tooltip)


def _table(table: Table, parent: Node) -> Iterator[Box]:
    whole = parent.add(Tag.TABLE, attributes=Attributes(summary=plain(table.summary)))
    if table.caption:
        caption = _text(whole.add(Tag.CAPTION, _said(table.caption)), table.caption, styles.CAPTION)
        caption.keeps_next = True
        yield caption
    small = table.size is CellSize.SMALL
    widths = [
        (column.width * MM if column.width is not None else None, column.share) for column in table.columns
    ]
    box = TableBox(widths, styles.CELL_PADDING_SMALL if small else styles.CELL_PADDING)
    box.head = list(_rows(table, table.head_rows(), whole.add(Tag.TABLE_HEAD), is_head=True))
    box.body = list(_rows(table, table.rows, whole.add(Tag.TABLE_BODY)))
    if table.foot:
        box.foot = list(_rows(table, table.foot, whole.add(Tag.TABLE_FOOT)))
    yield box


def _rows(table: Table, rows: Sequence[Row], group: Node, *, is_head: bool = False) -> Iterator[RowBox]:
    cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells] for row in rows]
    places = grid.place([[(cell.columns, cell.rows) for cell in row] for row in cells], len(table.columns))
    for row, row_cells, row_places in zip(rows, cells, places, strict=True):
        node = group.add(Tag.ROW)
        yield RowBox(
            row.height * MM,
            [
                _cell(table, cell, column, node, is_head=is_head)
                for cell, (_row, column) in zip(row_cells, row_places, strict=True)
            ],
        )


def _cell(table: Table, cell: Cell, place: int, parent: Node, *, is_head: bool) -> CellBox:
    column = table.columns[place]
    scope = cell.scope or (Scope.ROW if column.heads_row and not is_head else None)
    is_plain = scope is None and cell.columns == cell.rows == 1
    attributes = PLAIN if is_plain else Attributes(scope, cell.columns, cell.rows)
    node = parent.add(Tag.HEADER_CELL if scope else Tag.CELL, _said(cell.text), attributes=attributes)
    style = _cell_style(table.size, _align(cell, column), is_head)
    return CellBox(
        node,
        runs_of(cell.text, style) if node.text.strip() else (),
        style,
        place,
        cell.columns,
        cell.rows,
        Vertical.MIDDLE if is_head or _has_crossed_ground(cell) else table.vertical,
        Wash.HEAD if is_head and cell.wash is Wash.NONE else cell.wash,
        cell.stroke,
        cell.rotated,
    )


@cache
def _cell_style(size: CellSize, align: styles.Align, is_head: bool) -> TextStyle:  # noqa: FBT001 - only here
    style = (styles.CELL_SMALL if size is CellSize.SMALL else styles.CELL).aligned(align)
    return style.bold() if is_head else style


def _align(cell: Cell, column: Column) -> styles.Align:
    """Return where the cell's text stands: what reads upwards begins at the foot of its cell."""
    if _has_crossed_ground(cell):
        return styles.Align.CENTRE
    return cell.align or (styles.Align.LEFT if cell.rotated else column.align)


def _has_crossed_ground(cell: Cell) -> bool:
    """Say whether lines run under the cell's words, which then stand in its middle on a clean patch."""
    return cell.stroke is not Stroke.NONE or cell.wash is Wash.HATCHED
