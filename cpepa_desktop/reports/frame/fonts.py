"""The one text family of every paper, and all that ReportLab keeps for the whole process.

Hooks of ReportLab: ``TTFont`` and ``pdfmetrics.registerFont`` (public) register the three faces under our
names; ``TTFontFace.charToGlyph`` and ``charWidths`` (plain dictionaries by code point, widths in thousandths
of the size) give coverage and measures; ``TTFont.splitString`` and ``getSubsetInternalName`` (public) give
the codes that stand for a text in the page; ``rl_config`` holds switches that a user's environment could
turn. If the dictionaries change shape, the first text checked fails; if the codes do, the text read back is
another; if a switch is renamed, the papers come out in ASCII-85 and the tests of size and conformance fail.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _


class Face(StrEnum):
    """A face of the family. The value is the name under which ReportLab knows it."""

    REGULAR = "CPEPA-Regular"
    BOLD = "CPEPA-Bold"
    OBLIQUE = "CPEPA-Oblique"


_FILES: Final = {
    Face.REGULAR: "DejaVuSansCondensed.ttf",
    Face.BOLD: "DejaVuSansCondensed-Bold.ttf",
    Face.OBLIQUE: "DejaVuSansCondensed-Oblique.ttf",
}
# Written from right to left: the glyphs exist, but without shaping the letters would be printed apart and
# reversed.
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_LAST_OF_BASIC_PLANE: Final = 0xFFFF  # ReportLab writes a broken ToUnicode for what lies beyond
_INVISIBLE: Final = {ord("\r"): None, 0x00AD: None, 0xFEFF: None, ord("\t"): " "}


class MissingGlyph(Refused):
    """A character has no glyph in the family and would be printed as an empty box."""

    def __init__(self, character: str, text: str) -> None:
        self.character = character
        sentence = _(
            "El carácter «{character}» (U+{code:04X}) de «{text}» no existe en la letra de los documentos "
            "y no se podría leer. No se ha generado ningún documento: escríbalo con letras latinas y repita "
            "la orden."
        )
        super().__init__(sentence.format(character=character, code=ord(character), text=text[:60]))


@cache
def _fonts() -> Mapping[Face, TTFont]:
    """Return the three faces, loaded and registered once, after pinning ReportLab's switches."""
    # ReportLab reads these from the environment and from the user's home: a paper may not depend on either.
    rl_config.useA85 = 0
    rl_config.pdfMultiLine = 0
    rl_config.pdfComments = 0
    folder = files("cpepa_desktop.resources") / "fonts"
    fonts = {}
    for face, file_name in _FILES.items():
        # asciiReadable would put the whole of ASCII into each subset: 24 KB a paper.
        fonts[face] = TTFont(face.value, BytesIO((folder / file_name).read_bytes()), asciiReadable=False)
        registerFont(fonts[face])
    return fonts


def load() -> None:
    """Load the family and pin the switches. Cheap after the first time."""
    _fonts()


@cache
def _coverage() -> frozenset[str]:
    """Return the characters that every face can print, line feed included."""
    codes = set.intersection(*(set(font.face.charToGlyph) for font in _fonts().values()))
    return frozenset("\n") | {
        character
        for character in map(chr, (code for code in codes if 0 < code <= _LAST_OF_BASIC_PLANE))
        if unicodedata.category(character) not in {"Cc", "Cn", "Co", "Cs"}
        and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
    }


@lru_cache(maxsize=32_768)
def clean(text: str) -> str:
    """Return ``text`` composed (NFC), with line feeds as its only control characters.

    Raises ``MissingGlyph`` naming the first character that could not be printed.
    """
    composed = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    coverage = _coverage()
    if not coverage.issuperset(composed):
        raise MissingGlyph(next(character for character in composed if character not in coverage), composed)
    return composed


@lru_cache(maxsize=65_536)
def _advance(text: str, face: Face) -> float:
    widths = _fonts()[face].face.charWidths
    return float(sum(widths[ord(character)] for character in text))


def width(text: str, face: Face, size: float) -> float:
    """Return the width in points of ``text``, which must be clean, set in ``face`` at ``size`` points."""
    return _advance(text, face) * size / 1000


Spelling = tuple[tuple[str, str], ...]  # for each stretch of one subset its resource and its codes, in hex


def spell(text: str, face: Face, engine: PDFDocument) -> Spelling:
    """Return ``text``, which must be clean, in the codes that the subsets of ``face`` give it in a file."""
    font = _fonts()[face]
    return tuple(
        (font.getSubsetInternalName(subset, engine), codes.hex())
        for subset, codes in font.splitString(text, engine)
    )
