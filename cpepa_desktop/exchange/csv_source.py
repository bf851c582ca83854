"""Files of separated text as Spanish spreadsheets save them: encoding and separator are found, not asked."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Line, Sheet

SEPARATORS: Final = ";\t|,"
"""In the order of preference where two cut a file equally well: a comma also stands inside names."""


def read_csv(data: bytes, file_name: str) -> Sheet:
    """Return the only sheet of a file of text, with the name ''.

    Raises ``Refused`` where the bytes are no text, or a quote that opens a cell is never closed.
    """
    text = _decode(data, file_name)
    separator, text = _take_stated_separator(text)
    records = _records(text, separator or _find_separator(text), file_name)
    return Sheet("", _lines(records))


def _decode(data: bytes, file_name: str) -> str:
    """Return the text of ``data``: as its mark says, or UTF-8, or what old Windows, DOS and Mac wrote."""
    encoding = _marked_encoding(data) or _utf_16_by_zeros(data)
    if encoding is None and b"\0" in data:
        raise Refused(
            _(
                "El archivo «{file}» no es una hoja de cálculo ni un CSV. No se ha importado nada: guárdelo "
                "como .xlsx o CSV y vuelva a intentarlo."
            ).format(file=file_name)
        )
    for candidate in (encoding,) if encoding else ("utf-8", _legacy_encoding(data)):
        with suppress(UnicodeDecodeError):
            return data.decode(candidate)
    raise Refused(
        _(
            "El archivo «{file}» está dañado: su texto no se puede leer. No se ha importado nada: vuelva a "
            "guardarlo como .xlsx o CSV."
        ).format(file=file_name)
    )


def _marked_encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _utf_16_by_zeros(data: bytes) -> str | None:
    """Return the UTF-16 that ``data`` is in without a mark: of western text, nearly every other byte is 0."""
    sample = data[:4096]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return None
    mostly = half * 7 // 10
    if sample[1::2].count(0) > mostly and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > mostly and not sample[1::2].count(0):
        return "utf-16-be"
    return None


_ASCII: Final = bytes(range(128))
_SPANISH: Final = frozenset("áéíóúüñçàèòïÁÉÍÓÚÜÑÇÀÈÒÏºª€¿¡«»·–")
_BROKEN: Final = "\N{REPLACEMENT CHARACTER}"


def _legacy_encoding(data: bytes) -> str:
    """Return the one-byte encoding in which most of the odd bytes are letters and signs used in Spanish.

    Text in UTF-8 with a letter or two spoilt stays UTF-8, and cannot be read: as anything else its accents
    would come in as «Ã©», and nobody would be told.
    """
    odd = data.translate(None, delete=_ASCII)
    whole = data.decode("utf-8", errors="replace")
    if sum(not character.isascii() for character in whole) > 2 * whole.count(_BROKEN):
        return "utf-8"

    def spanish(encoding: str) -> int:
        return sum(character in _SPANISH for character in odd.decode(encoding, errors="replace"))

    # `max` keeps the first of equals: Windows, where nearly all of these files come from.
    return max(("cp1252", "cp850", "mac_roman"), key=spanish)


_STATED_SEPARATOR: Final = re.compile(r"\s*\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)


def _take_stated_separator(text: str) -> tuple[str | None, str]:
    """Return the separator that Excel's own first line «sep=;» states, and the text without that line."""
    stated = _STATED_SEPARATOR.match(text)
    return (stated[1], text[stated.end() :]) if stated else (None, text)


_GOOD_PART: Final = 1 / 3


def _find_separator(text: str) -> str:
    """Return the first separator that cuts a good part of the rows, or else the one that cuts most.

    How many cells come out says nothing: an address has more commas than a short list has columns.
    """
    sample = text[:65_536]

    def cuts(separator: str) -> float:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        widths = [len(record) for record in reader if any(map(str.strip, record))]
        return sum(width > 1 for width in widths) / max(len(widths), 1)

    return max(SEPARATORS, key=lambda separator: min(cuts(separator), _GOOD_PART))


_END: Final = "\N{END OF TEXT}"


def _records(text: str, separator: str, file_name: str) -> list[list[str]]:
    """Return the rows of ``text``, the empty ones too, so that they count as a spreadsheet counts them."""
    # A quote left open swallows what follows up to the end. The reader says nothing of it, but then the row
    # added here does not come back by itself.
    records: list[list[str]] = []
    is_closed = False
    # Its only error is a cell that has outgrown what it takes: the same open quote in a larger file.
    with suppress(csv.Error):
        records.extend(csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator))
        is_closed = records.pop() == [_END]
    if not is_closed:
        raise Refused(
            _(
                "En el archivo «{file}», fila {row}, hay unas comillas que se abren y no se cierran, y no se "
                "sabe dónde acaba la celda. No se ha importado nada: quítelas y vuelva a intentarlo."
            ).format(file=file_name, row=len(records) + 1)
        )
    return records


_AS_FORMULA: Final = re.compile(r'="(.*)"', re.DOTALL)


def _lines(records: list[list[str]]) -> Iterator[Line]:
    for number, record in enumerate(records, start=1):
        if any(map(str.strip, record)):
            yield Line(number, tuple(map(_cell, record)))


def _cell(text: str) -> str | None:
    # ="01234567L" is how exports keep Excel from dropping a zero.
    if text.startswith("=") and (formula := _AS_FORMULA.fullmatch(text)):
        text = formula[1]
    return text or None
