"""Files of separated text as Spanish spreadsheets save them: encoding and separator are found, not asked."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
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

    Raises `Refused` where the bytes are no text, or a quote that opens a cell is never closed.
    """
    text = _decode(data, file_name)
    separator, text = _take_stated_separator(text)
    records = _records(text, separator or _find_separator(text), file_name)
    return Sheet("", _lines(records))


def _decode(data: bytes, file_name: str) -> str:
    """Return the text of ``data``: as its byte order mark says, or UTF-8, or what old Windows, DOS and Mac wrote."""
    encoding = _marked_encoding(data) or _utf_16_by_zeros(data)
    if encoding is None and b"\0" in data:
        raise Refused(
            _(
                "El archivo «{file}» no es una hoja de cálculo ni un CSV. No se ha importado nada: guárdelo como"
                " .xlsx o CSV y vuelva a intentarlo."
            ).format(file=file_name)
        )
    for candidate in (encoding,) if encoding else ("utf-8", _legacy_encoding(data)):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    raise Refused(
        _(
            "El archivo «{file}» está dañado: su texto no se puede leer. No se ha importado nada: vuelva a"
            " guardarlo como .xlsx o CSV."
        ).format(file=file_name)
    )


def _marked_encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _utf_16_by_zeros(data: bytes) -> str | None:
    """Return the UTF-16 without mark that ``data`` is in: western text has a zero in nearly every other byte."""
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


def _legacy_encoding(data: bytes) -> str:
    """Return the one-byte encoding in which most of the odd bytes are letters and signs used in Spanish."""
    odd = data.translate(None, delete=_ASCII)

    def spanish(encoding: str) -> int:
        return sum(character in _SPANISH for character in odd.decode(encoding, errors="replace"))

    # `max` keeps the first of equals: Windows, where nearly all of these files come from.
    return max(("cp1252", "cp850", "mac_roman"), key=spanish)


_STATED_SEPARATOR: Final = re.compile(r"\s*\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)


def _take_stated_separator(text: str) -> tuple[str | None, str]:
    """Return the separator that Excel's own first line «sep=;» states, and the text without that line."""
    stated = _STATED_SEPARATOR.match(text)
    return (stated[1], text[stated.end() :]) if stated else (None, text)


def _find_separator(text: str) -> str:
    """Return the separator that cuts most rows into the same number of cells, and into most of them."""
    sample = text[:65_536]

    def regularity(separator: str) -> int:
        widths = Counter(
            len(record) for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        )
        return max(((width - 1) * count for width, count in widths.items() if width), default=0)

    return max(SEPARATORS, key=regularity)


_END: Final = "\N{END OF TEXT}"


def _records(text: str, separator: str, file_name: str) -> list[list[str]]:
    """Return the rows of ``text``, the empty ones too, so that they count as a spreadsheet counts them."""
    # A quote left open swallows what follows up to the end. The reader says nothing of it, but then the row
    # added here does not come back by itself.
    records: list[list[str]] = []
    # Its only error is a cell that has outgrown what it takes: the same open quote in a larger file.
    with suppress(csv.Error):
        records.extend(csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator))
    if not records or records.pop() != [_END]:
        raise Refused(
            _(
                "En el archivo «{file}», fila {row}, hay unas comillas que se abren y no se cierran, y no se sabe"
                " dónde acaba la celda. No se ha importado nada: quítelas y vuelva a intentarlo."
            ).format(file=file_name, row=len(records) + 1)
        )
    return records


_AS_FORMULA: Final = re.compile(r'="(.*)"', re.DOTALL)


def _lines(records: list[list[str]]) -> Iterator[Line]:
    for number, record in enumerate(records, start=1):
        if any(map(str.strip, record)):
            # ="01234567L" is how exports keep Excel from dropping a zero.
            cells = (
                (found[1] if cell.startswith("=") and (found := _AS_FORMULA.fullmatch(cell)) else cell)
                or None
                for cell in record
            )
            yield Line(number, tuple(cells))
