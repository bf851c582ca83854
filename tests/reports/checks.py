"""What must hold of every paper, checked on its bytes by a reader that shares no code with the program."""

from __future__ import annotations

from typing import Any, Final

from cpepa_desktop.reports.frame import Document, OutlineEntry, Tag, outline
from tests.reports.reading import Element, Reading, read

MARGIN: Final = 19.7 / 25.4 * 72  # a third of a millimetre less than the margin: lines are as thick as that
RUNNING: Final = 7.9 / 25.4 * 72  # the accent of a capital stands a little over 8 mm


def check(document: Document, content: bytes) -> Reading:
    """Check everything that must hold of a finished paper and return what was read."""
    reading = read(content)
    check_tree(reading, outline(document))
    check_ink(reading)
    check_edges(reading)
    check_parents(reading)
    return reading


def check_tree(reading: Reading, expected: tuple[OutlineEntry, ...]) -> None:
    """Hold that the tree read back is the blocks' own, in order, type, text and all that is said of it."""
    assert [_read(element) for element in reading.elements] == [_expected(entry) for entry in expected]


def _read(element: Element) -> tuple[Any, ...]:
    attributes = {
        key: value for key, value in element.attributes.items() if key not in {"O", "Placement", "BBox"}
    }
    return (
        element.depth,
        element.tag,
        # The reader adds a space where other ink follows on the line.
        element.text.rstrip(),
        element.alternative,
        element.language,
        attributes,
    )


def _expected(entry: OutlineEntry) -> tuple[Any, ...]:
    said = entry.attributes
    attributes: dict[str, Any] = {}
    if said.scope:
        attributes["Scope"] = said.scope.value
    if said.columns > 1:
        attributes["ColSpan"] = said.columns
    if said.rows > 1:
        attributes["RowSpan"] = said.rows
    if said.summary:
        attributes["Summary"] = said.summary
    if said.numbering:
        attributes["ListNumbering"] = said.numbering.value
    return (entry.depth, entry.tag.value, entry.text.rstrip(), entry.alternative, entry.language, attributes)


def check_ink(reading: Reading) -> None:
    """Hold that all ink stands in one mark: of the one element that owns it, or of an artifact."""
    owners: dict[tuple[int, int], int] = {}
    for element in reading.elements:
        for place in element.owns:
            assert place not in owners, f"two elements own {place}"
            owners[place] = element.number
    painted = set()
    for number, page in enumerate(reading.pages):
        for ink in page:
            assert len(ink.marks) == 1, f"page {number + 1}: {ink} stands in {len(ink.marks)} marks"
            if ink.marks != ("Artifact",):
                assert (number, ink.mcid) in owners, f"page {number + 1}: no element owns {ink}"
                painted.add((number, ink.mcid))
    assert painted == set(owners), "an element owns ink that is not there"


def check_edges(reading: Reading) -> None:
    """Hold that all ink stands between the margins, and only running heads and feet above and below them."""
    for number, (page, (width, height)) in enumerate(zip(reading.pages, reading.sizes, strict=True), 1):
        for ink in page:
            left, bottom, right, top = ink.edges
            over = RUNNING if ink.marks == ("Artifact",) else MARGIN
            inside = left >= MARGIN and right <= width - MARGIN and over <= bottom and top <= height - over
            assert inside, f"page {number}: {ink} leaves the margins"


def check_parents(reading: Reading) -> None:
    """Hold that the parent tree leads from each sequence and field back to the element that owns it."""
    for number, key in enumerate(reading.keys):
        listed = reading.parents[key]
        owned = {mcid: e.number for e in reading.elements for page, mcid in e.owns if page == number}
        assert listed == [owned[mcid] for mcid in range(len(owned))], f"page {number + 1}"
    fields = {key: number for key, number in reading.parents.items() if key not in reading.keys}
    holders = [element.number for element in reading.elements for _field in range(element.fields)]
    assert list(fields.values()) == holders


def tables(reading: Reading) -> list[list[Element]]:
    """Return the elements of each table, itself first."""
    found: list[list[Element]] = []
    depth = None
    for element in reading.elements:
        if element.tag == Tag.TABLE:
            found.append([])
            depth = element.depth
        elif depth is not None and element.depth <= depth:
            depth = None
        if depth is not None:
            found[-1].append(element)
    return found


def rows_of(reading: Reading, place: int) -> list[list[str]]:
    """Return what is said in each cell of a table, row by row; ``place`` is which table of the paper."""
    rows: list[list[str]] = []
    for element in tables(reading)[place]:
        if element.tag == "TR":
            rows.append([])
        elif rows and element.tag in {"TD", "TH"}:
            rows[-1].append(element.text.strip())
    return rows
