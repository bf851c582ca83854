"""Pictures made fit for an archive: no transparency, no CMYK, upright, and no finer than print shows.

Hook of ReportLab: ``ImageReader`` over a Pillow image (public), which names the picture by its content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

import segno
from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.reports.frame.boxes import Box
from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.styles import INK, MM
from cpepa_desktop.reports.frame.tree import Bounds, Node

_DOTS_PER_POINT: Final = 300 / 72
_TALLEST: Final = 150 * MM  # leaves room for a heading on a sheet that is held across
_LARGEST_PICTURE: Final = 50_000_000  # dots; Pillow itself warns at 89 million
_QUIET_ZONE: Final = 4  # modules of white that the standard asks for around a QR code


class UnreadableImage(Refused):
    """A picture given by the user is damaged, of another kind, or too large."""

    def __init__(self, alternative: str) -> None:
        sentence = _(
            "La imagen «{name}» no se puede leer: está dañada, no es PNG ni JPEG o es demasiado grande. No "
            "se ha generado ningún documento ni se ha perdido nada: sustituya la imagen y repita la orden."
        )
        super().__init__(sentence.format(name=alternative))


@lru_cache(maxsize=64)
def _flat(content: bytes, alternative: str) -> Image.Image:
    """Return the picture upright, in grey or RGB, laid on white."""
    try:
        opened = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
        if opened.width * opened.height > _LARGEST_PICTURE:
            raise UnreadableImage(alternative)
        upright = ImageOps.exif_transpose(opened)
        if upright.mode in {"RGBA", "LA", "PA", "P"} or "transparency" in upright.info:
            clear = upright.convert("RGBA")
            white = Image.new("RGBA", clear.size, "white")
            return Image.alpha_composite(white, clear).convert("RGB")
        return upright.convert("L" if upright.mode in {"1", "L"} else "RGB")
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as damaged:
        raise UnreadableImage(alternative) from damaged


@lru_cache(maxsize=64)
def _printable(content: bytes, alternative: str, dots: int) -> ImageReader:
    """Return the picture no more than ``dots`` wide, ready to be drawn."""
    picture = _flat(content, alternative)
    if picture.width > dots:
        height = max(1, round(picture.height * dots / picture.width))
        picture = picture.resize((dots, height), Image.Resampling.LANCZOS)
    return ImageReader(picture)


def _draw_picture(pen: Pen, content: bytes, node: Node, bounds: Bounds) -> None:
    node.bounds = bounds
    dots = max(1, round((bounds.right - bounds.left) * _DOTS_PER_POINT))
    with pen.tagged(node):
        pen.picture(_printable(content, node.alternative, dots), bounds)


def _proportion(content: bytes, node: Node) -> float:
    """Return the width of the picture over its height."""
    picture = _flat(content, node.alternative)
    return picture.width / picture.height


@dataclass(slots=True, eq=False)
class PictureBox(Box):
    """A picture ``wide`` points wide, or less where it would not fit on any page."""

    node: Node
    content: bytes
    wide: float
    before: float = 3
    after: float = 6

    def height(self, width: float) -> float:
        """Return the height that keeps the picture's proportion."""
        return self._width(width) / _proportion(self.content, self.node)

    def _width(self, width: float) -> float:
        return min(self.wide, width, _TALLEST * _proportion(self.content, self.node))

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the picture at the left."""
        wide = self._width(width)
        _draw_picture(pen, self.content, self.node, Bounds(left, top - self.height(width), left + wide, top))


@dataclass(slots=True, eq=False)
class LogoBandBox(Box):
    """Logos of one height: the first at the left edge, the last at the right one, the rest spread between."""

    logos: Sequence[tuple[Node, bytes]]
    tall: float
    after: float = 10

    def height(self, width: float) -> float:
        """Return the height of the band, less where the logos would not fit side by side."""
        return self.tall * self._scale(width)

    def _scale(self, width: float) -> float:
        return min(1.0, width / (self.tall * sum(_proportion(content, node) for node, content in self.logos)))

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the logos side by side."""
        tall = self.height(width)
        widths = [tall * _proportion(content, node) for node, content in self.logos]
        gap = (width - sum(widths)) / max(1, len(widths) - 1)
        for (node, content), wide in zip(self.logos, widths, strict=True):
            _draw_picture(pen, content, node, Bounds(left, top - tall, left + wide, top))
            left += wide + gap


@dataclass(slots=True, eq=False)
class QrBox(Box):
    """A QR code drawn as squares, sharp at any size."""

    node: Node
    content: str
    size: float
    before: float = 3
    after: float = 6

    def height(self, width: float) -> float:
        """Return its side."""
        return min(self.size, width)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the dark modules as one path."""
        side = self.height(width)
        self.node.bounds = Bounds(left, top - side, left + side, top)
        rows = tuple(bytes(row) for row in segno.make(self.content, error="m", micro=False).matrix)
        module = side / (len(rows) + 2 * _QUIET_ZONE)
        with pen.tagged(self.node):
            pen.grounds(
                (
                    Bounds(
                        left + first * module,
                        top - (row + 1) * module,
                        left + end * module,
                        top - row * module,
                    )
                    for row, first, end in _dark_runs(rows)
                ),
                INK,
            )


def _dark_runs(rows: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield the dark stretches of a QR code with its quiet zone: row, first column, column after the last."""
    for number, row in enumerate(rows, _QUIET_ZONE):
        first = None
        for column, dark in enumerate((*row, 0), _QUIET_ZONE):
            if dark and first is None:
                first = column
            elif not dark and first is not None:
                yield number, first, column
                first = None
