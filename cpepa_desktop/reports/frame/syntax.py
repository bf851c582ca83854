"""The few words of the PDF language that our own objects are written in (ISO 32000-1, 7.3).

Everything but the content of a stream is ASCII and stays ``str`` until the file is put together.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from cpepa_desktop.reports.frame.tree import Bounds

Entries = Mapping[str, str | int | None]


def name(text: str) -> str:
    """Return a name object. ``text`` must be a plain identifier."""
    return f"/{text}"


def string(text: str) -> str:
    """Return a text string: ASCII as it is, anything else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def reference(number: int) -> str:
    """Return the reference to the object ``number``."""
    return f"{number} 0 R"


def array(items: Iterable[str]) -> str:
    """Return an array."""
    return f"[{' '.join(items)}]"


def rectangle(bounds: Bounds) -> str:
    """Return a rectangle in hundredths of a point."""
    return f"[{bounds.left:.2f} {bounds.bottom:.2f} {bounds.right:.2f} {bounds.top:.2f}]"


def dictionary(entries: Entries) -> str:
    """Return a dictionary; an entry without a value is left out."""
    return f"<<{' '.join([f'/{key} {value}' for key, value in entries.items() if value is not None])}>>"


def stream(entries: Entries, content: bytes, *, compressed: bool = True) -> bytes:
    """Return a stream with its own ``entries``, its length and its coding."""
    data = _deflate(content) if compressed else content
    coding = name("FlateDecode") if compressed else None
    head = dictionary({**entries, "Filter": coding, "Length": len(data)})
    return b"%s\nstream\n%s\nendstream" % (head.encode("ascii"), data)


def _deflate(content: bytes) -> bytes:
    """Return ``content`` as small as zlib makes it: the tree of a long table is most of its paper."""
    # Beyond level 7 it takes twice the time for a thousandth of the size.
    squeeze = zlib.compressobj(level=7, strategy=zlib.Z_FILTERED)
    return squeeze.compress(content) + squeeze.flush()
