"""A reader of finished papers that shares no code with the program: pypdf for the tree, PDFium for the ink.

``read`` gives the logical tree with the text that really stands in each of its marked-content sequences, what
is painted on each page and how it is marked, and the parent tree.
"""
# ruff: noqa: ANN401 - the handles of PDFium and the objects of a file being taken apart have no types of
# their own

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

PAINTED = {
    pdfium.FPDF_PAGEOBJ_TEXT: "text",
    pdfium.FPDF_PAGEOBJ_PATH: "path",
    pdfium.FPDF_PAGEOBJ_IMAGE: "image",
    pdfium.FPDF_PAGEOBJ_FORM: "form",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Something painted: what it is, the names of the marks around it, its MCID, its text and its edges.

    ``edges`` are left, bottom, right and top, in points from the lower left corner of the page.
    """

    kind: str
    marks: tuple[str, ...]
    mcid: int
    text: str
    edges: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree; ``owns`` are its sequences (page, MCID), ``fields`` how many fields it has."""

    number: int
    depth: int
    tag: str
    text: str
    alternative: str
    language: str
    attributes: dict[str, Any]
    owns: tuple[tuple[int, int], ...]
    fields: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read."""

    elements: tuple[Element, ...]
    pages: tuple[tuple[Ink, ...], ...]
    sizes: tuple[tuple[float, float], ...]
    parents: dict[int, list[int] | int]
    keys: tuple[int, ...]


def read(content: bytes) -> Reading:
    """Return what an independent reader finds in a paper."""
    pages = tuple(tuple(ink) for ink in _ink(content))
    reader = PdfReader(io.BytesIO(content))
    numbers = {
        page.indirect_reference.idnum: index
        for index, page in enumerate(reader.pages)
        if page.indirect_reference
    }
    root = _dictionary(_dictionary(reader.trailer["/Root"])["/StructTreeRoot"])
    elements: list[Element] = []
    for kid in _kids(root):
        _walk(kid, 0, numbers, pages, elements)
    return Reading(
        tuple(elements),
        pages,
        tuple((float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages),
        dict(_parents(root)),
        tuple(int(str(page["/StructParents"])) for page in reader.pages),
    )


def _dictionary(thing: Any) -> DictionaryObject:
    found = thing.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _kids(node: DictionaryObject) -> list[Any]:
    kids = node.get("/K")
    if kids is None:
        return []
    kids = (
        kids.get_object()
        if isinstance(kids, IndirectObject) and isinstance(kids.get_object(), ArrayObject)
        else kids
    )
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _walk(
    reference: Any,
    depth: int,
    numbers: dict[int, int],
    pages: tuple[tuple[Ink, ...], ...],
    found: list[Element],
) -> None:
    node = _dictionary(reference)
    own_page = numbers.get(node.raw_get("/Pg").idnum, -1) if "/Pg" in node else -1
    owns: list[tuple[int, int]] = []
    fields = 0
    below: list[Any] = []
    for kid in _kids(node):
        if isinstance(kid, NumberObject):
            owns.append((own_page, int(kid)))
            continue
        inside = _dictionary(kid)
        if inside.get("/Type") == "/MCR":
            owns.append((numbers[inside.raw_get("/Pg").idnum], int(str(inside["/MCID"]))))
        elif inside.get("/Type") == "/OBJR":
            fields += 1
        else:
            below.append(kid)
    text = "".join(ink.text for page, mcid in owns for ink in pages[page] if ink.mcid == mcid)
    found.append(
        Element(
            reference.idnum,
            depth,
            str(node["/S"])[1:],
            text,
            str(node.get("/Alt", "")),
            str(node.get("/Lang", "")),
            _attributes(node),
            tuple(owns),
            fields,
        )
    )
    for kid in below:
        assert _dictionary(kid).raw_get("/P").idnum == reference.idnum, "an element names another parent"
        _walk(kid, depth + 1, numbers, pages, found)


def _attributes(node: DictionaryObject) -> dict[str, Any]:
    if "/A" not in node:
        return {}
    said = _dictionary(node["/A"])
    return {key[1:]: (str(value)[1:] if str(value).startswith("/") else value) for key, value in said.items()}


def _parents(root: DictionaryObject) -> Iterator[tuple[int, list[int] | int]]:
    pairs: Any = _dictionary(root["/ParentTree"])["/Nums"]
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        if isinstance(value, IndirectObject) and not isinstance(value.get_object(), ArrayObject):
            yield int(key), value.idnum
        else:
            yield int(key), [entry.idnum for entry in value.get_object()]


def _ink(content: bytes) -> Iterator[list[Ink]]:
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text_page = page.get_textpage()
            raw = page.raw
            yield [
                _read_object(pdfium.FPDFPage_GetObject(raw, index), text_page.raw)
                for index in range(pdfium.FPDFPage_CountObjects(raw))
            ]
            text_page.close()
            page.close()
    finally:
        document.close()


def _read_object(thing: Any, text_page: Any) -> Ink:
    marks = tuple(
        _mark_name(pdfium.FPDFPageObj_GetMark(thing, index))
        for index in range(pdfium.FPDFPageObj_CountMarks(thing))
    )
    kind = PAINTED[pdfium.FPDFPageObj_GetType(thing)]
    text = ""
    if kind == "text":
        length = pdfium.FPDFTextObj_GetText(thing, text_page, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(
            thing, text_page, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
        )
        text = buffer.raw[: length - 2].decode("utf-16-le")
    edges = [ctypes.c_float() for _edge in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges))
    left, bottom, right, top = (edge.value for edge in edges)
    return Ink(kind, marks, pdfium.FPDFPageObj_GetMarkedContentID(thing), text, (left, bottom, right, top))


def _mark_name(mark: Any) -> str:
    length = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, None, 0, ctypes.byref(length))
    buffer = ctypes.create_string_buffer(length.value)
    pdfium.FPDFPageObjMark_GetName(
        mark, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length.value, ctypes.byref(length)
    )
    return buffer.raw[: length.value - 2].decode("utf-16-le")


def page_tree(content: bytes) -> list[tuple[str, str]]:
    """Return type and alternative of the elements of the first page, as PDFium's own tree has them."""
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    found: list[tuple[str, str]] = []
    for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        _walk_page(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), found)
    pdfium.FPDF_StructTree_Close(tree)
    page.close()
    document.close()
    return found


def _walk_page(element: Any, found: list[tuple[str, str]]) -> None:
    if not element:
        return
    found.append(
        (
            _said(pdfium.FPDF_StructElement_GetType, element),
            _said(pdfium.FPDF_StructElement_GetAltText, element),
        )
    )
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        _walk_page(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), found)


def _said(ask: Any, element: Any) -> str:
    length = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le")
