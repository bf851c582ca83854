"""The frame of every paper: blocks of meaning in, an archival and accessible PDF out.

A document is written as frozen blocks and never touches a canvas. ``render`` gives bytes that keep PDF/UA-1
and PDF/A-2b and are the same every time; ``outline`` gives the tree that a reader must find in them.

    blocks -> compose -> tree ------------------------------------> structure -+
                      -> boxes, tables, forms, images -> flow -> marks --------+-> writer -> bytes
                                                                   metadata ---+

ReportLab supplies fonts, page streams and pictures; layout, tags and the file are ours, because its own
layout parses text as markup, cannot be tagged without private hooks, and cannot draw the same story twice.
"""

from cpepa_desktop.reports.frame.blocks import (
    Block,
    Cell,
    CellSize,
    Column,
    Curve,
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
    MalformedDocumentError,
    Orientation,
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
    Strong,
    Table,
    Text,
    Vertical,
    Wash,
)
from cpepa_desktop.reports.frame.flow import TooLong
from cpepa_desktop.reports.frame.fonts import MissingGlyph
from cpepa_desktop.reports.frame.images import UnreadableImage
from cpepa_desktop.reports.frame.marks import UntaggedContentError
from cpepa_desktop.reports.frame.rendering import outline, render
from cpepa_desktop.reports.frame.styles import Align
from cpepa_desktop.reports.frame.tree import Attributes, Numbering, OutlineEntry, Scope, Tag

__all__ = [
    "Align",
    "Attributes",
    "Block",
    "Cell",
    "CellSize",
    "Column",
    "Curve",
    "Document",
    "Drawing",
    "Field",
    "FieldSize",
    "Fields",
    "Figure",
    "Group",
    "Heading",
    "Label",
    "Listing",
    "Logo",
    "LogoBand",
    "MalformedDocumentError",
    "MissingGlyph",
    "Numbering",
    "Orientation",
    "OutlineEntry",
    "PageBreak",
    "Paragraph",
    "Prose",
    "QrCode",
    "Row",
    "Rule",
    "Scope",
    "Signatures",
    "Signer",
    "Spacer",
    "Stroke",
    "Strong",
    "Table",
    "Tag",
    "Text",
    "TooLong",
    "UnreadableImage",
    "UntaggedContentError",
    "Vertical",
    "Wash",
    "outline",
    "render",
]
