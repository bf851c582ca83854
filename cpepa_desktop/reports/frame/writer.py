"""The file itself: ReportLab's objects and ours under one numbering, written as PDF/A asks.

Hooks of ReportLab, none of them promised, all of them in this file:

* ``PDFDocument.delayedFonts`` and ``TTFont.addObjects`` (the subsets of fonts), ``Pages.pages``,
  ``Reference``, ``objectcounter``, ``numberToId``, ``idToObject`` and ``idToObjectNumberAndVersion`` (the
  register of objects, whose counter gives our own objects their numbers too);
* ``pdfdoc.format`` (an object's bytes): a stream ends in ``endstream`` with no end of line before it, which
  PDF/A forbids (ISO 19005-2, 6.1.7.1), so the line is put in here;
* ``PDFPage.stream`` and ``Contents`` (what is painted), and ``__NoDefault__`` (the keys a page may have): the
  keys of tagged pages are added to each page.

ReportLab's own ``PDFDocument.format`` is never called: it would write its own catalogue and dates. If one of
these hooks changes, no paper can be written at all and every test says so: ReportLab is pinned for that
reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain, pairwise
from struct import Struct
from threading import Lock
from typing import Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFPage, PDFPages

from cpepa_desktop.reports.frame.syntax import Entries, array, dictionary, name, reference, stream

# ReportLab reads a font with one cursor while it cuts a subset, and papers are printed from several threads.
_CUTTING: Final = Lock()
_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END: Final = b"endstream\n"
_PACKED_TOGETHER: Final = 250  # objects in a compressed stream: fewer compress worse, over 256 an index wraps
# Kind of place (0 free, 1 at an offset, 2 packed), then offset or packing stream, then generation or index.
_Place = tuple[int, int, int]
_PLACE: Final = Struct(">BIH")
_UP: Final = b"\x02"  # PNG's name for a row that is written as its steps from the one above
_NEXT: Final = _UP + _PLACE.pack(0, 0, 1)  # the next object of the same packed stream, as most are


class Register:
    """All objects of the file: a number is given as soon as it is asked for, a body when it is known."""

    def __init__(self, engine: PDFDocument) -> None:
        self._engine = engine
        self._bodies: dict[int, str | bytes] = {}  # our own objects, streams in bytes
        with _CUTTING:
            for font in engine.delayedFonts:
                font.addObjects(engine)
        root: PDFPages = engine.Pages  # type: ignore[attr-defined] # not in the stubs
        self.pages_root = self._number(root)
        self._pages: list[PDFPage] = root.pages
        self.page_numbers = [self._number(page) for page in self._pages]

    def _number(self, thing: PDFObject) -> int:
        """Return the number of ``thing``, which is entered in the register if it was not."""
        # The stubs give this method no types.
        entry: PDFObjectReference = self._engine.Reference(thing)  # type: ignore[no-untyped-call]
        return self._engine.idToObjectNumberAndVersion[entry.name][0]

    def reserve(self) -> int:
        """Return the number of a new object whose body is given later by ``fill``."""
        return self.reserve_all(1)[0]

    def reserve_all(self, count: int) -> range:
        """Return the numbers of ``count`` new objects, one after another."""
        first = self._engine.objectcounter + 1
        self._engine.objectcounter += count
        return range(first, first + count)

    def fill(self, number: int, body: str | bytes) -> None:
        """Give the reserved object ``number`` its body: ASCII, or bytes where it is a stream."""
        self._bodies[number] = body

    def add(self, body: str | bytes) -> int:
        """Return the number of a new object with this body."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def complete_page(self, index: int, *, key: int | None, annotations: list[int]) -> None:
        """Give a page its ``key`` in the parent tree (none where nothing is tagged) and its annotations.

        Its content is written here too: ReportLab's own compression leaves the marks of a table larger.
        """
        page = self._pages[index]
        page.Contents = reference(self.add(stream({}, page.stream.encode("ascii"))))
        page.Annots = [f"{number} 0 R" for number in annotations] or None
        if key is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = key  # type: ignore[attr-defined] # a key added to the page above
            page.Tabs = "/S"  # type: ignore[attr-defined] # the same

    def _of_engine(self) -> Iterator[tuple[int, str | bytes]]:
        """Yield ReportLab's objects; formatting one may register others, which come later."""
        engine = self._engine
        number = 0
        while number < engine.objectcounter:
            number += 1
            if number not in self._bodies:
                thing = engine.idToObject[engine.numberToId[number]]
                body: bytes = pdfdoc.format(thing, engine, toplevel=1)
                is_stream = body.endswith(_STREAM_END)
                yield number, _mended(body) if is_stream else body.strip().decode("ascii")

    def file(self, *, catalogue: int, info: int) -> bytes:
        """Return the bytes of the whole file. Its identifier is the hash of what comes before it."""
        output = _Output()
        packed = []
        for number, body in chain(self._bodies.items(), self._of_engine()):
            if isinstance(body, bytes):
                output.put(number, body)
            else:
                packed.append((number, body))
        size = 1 + self._engine.objectcounter
        for start in range(0, len(packed), _PACKED_TOGETHER):
            output.put_packed(size, packed[start : start + _PACKED_TOGETHER])
            size += 1
        return output.close(size, catalogue=catalogue, info=info)


def _mended(body: bytes) -> bytes:
    """Return a stream of ReportLab's with the end of line that PDF/A asks for before its last word."""
    return body.removesuffix(_STREAM_END) + b"\nendstream"


class _Output:
    """The file as it grows, with where each object stands."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, _Place] = {0: (0, 0, 65535)}

    def put(self, number: int, body: bytes) -> None:
        """Write an object by itself."""
        self._places[number] = (1, self._length, 0)
        self._parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self._length += len(self._parts[-1])

    def put_packed(self, number: int, objects: list[tuple[int, str]]) -> None:
        """Write several objects as one compressed stream."""
        index = []
        offset = 0
        for place, (packed, body) in enumerate(objects):
            index.append(f"{packed} {offset}")
            offset += len(body) + 1
            self._places[packed] = (2, number, place)
        head = f"{' '.join(index)}\n"
        bodies = "\n".join([body for _number, body in objects])
        entries: Entries = {"Type": name("ObjStm"), "N": len(objects), "First": len(head)}
        self.put(number, stream(entries, f"{head}{bodies}".encode("ascii")))

    def close(self, number: int, *, catalogue: int, info: int) -> bytes:
        """Write the table of places as the object ``number`` and return the file."""
        digest = f"<{hashlib.sha256(b''.join(self._parts)).hexdigest()[:32].upper()}>"
        start = self._length
        self._places[number] = (1, start, 0)
        places = [self._places[entry] for entry in range(number + 1)]
        rows = [_step(above, place) for above, place in pairwise([(0, 0, 0), *places])]
        entries: Entries = {
            "Type": name("XRef"),
            "W": "[1 4 2]",
            "DecodeParms": dictionary({"Predictor": 12, "Columns": _PLACE.size}),
            "Size": number + 1,
            "Root": reference(catalogue),
            "Info": reference(info),
            "ID": array((digest, digest)),
        }
        self.put(number, stream(entries, b"".join(rows)))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _step(above: _Place, place: _Place) -> bytes:
    """Return the row of ``place`` as its steps, byte by byte, from the row above.

    Every row is written so: pyHanko, which signs papers, misreads a row that is written as it stands.
    """
    kind, where, index = above
    if place == (kind, where, index + 1):
        return _NEXT
    steps = zip(_PLACE.pack(*place), _PLACE.pack(*above), strict=True)
    return _UP + bytes([(new - old) & 0xFF for new, old in steps])
