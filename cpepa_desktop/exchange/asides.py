"""What stands in a list and is no row of it: totals, notes, signatures, numbers with nobody beside them."""

from __future__ import annotations

import re
from typing import Final

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import text_of
from cpepa_desktop.exchange.table import Field, Row
from cpepa_desktop.exchange.words import plain

_FEWEST_FIGURES: Final = 3
_LONGEST_DOCUMENT: Final = 20
_LONGEST_QUOTED: Final = 60
_ASIDE: Final = re.compile(
    r"\b(?:total(?:es)?|subtotal|suma|media|numero de|alumn[oa]s|participantes|reservas?|suplentes|titulares"
    r"|grupo|turno|curso|notas?|observacion(?:es)?|avisos?|leyenda|pagina|fecha|en \w+ a|firmas?|fdo|firmado"
    r"|sello|vo ?bo|recibi|conforme|director|directora|secretari[oa]|coordinador|coordinadora)\b"
)


def speaks_aside(text: str) -> bool:
    """Say whether ``text`` is of a total, a note or a signature."""
    return _ASIDE.search(plain(text)) is not None


def document_in(text: str, kind: DocumentKind | None = None) -> IdentityDocument:
    """Return the document that a cell of a list holds.

    Raises `InvalidIdentity` as `parse_identity` does, and for a total or note that looks like a passport.
    """
    document = parse_identity(text, kind)
    if document.kind is DocumentKind.PASSPORT and speaks_aside(text):
        raise InvalidIdentity(_("«{text}» no es un documento de identidad.").format(text=text))
    return document


def looks_like_document(text: str) -> bool:
    """Say whether ``text`` can be meant for a document, well typed or not."""
    figures = sum(map(str.isdigit, text))
    length = sum(map(str.isalnum, text))
    return figures >= _FEWEST_FIGURES and length <= _LONGEST_DOCUMENT and not speaks_aside(text)


def notice_of_aside(row: Row[Field]) -> Problem | None:
    """Return the notice of a row left aside, ``None`` where it has no words: a number waiting for a name."""
    shown = " ".join(filter(None, map(text_of, row.line.cells)))
    if not any(map(str.isalpha, shown)):
        return None
    quoted = shown if len(shown) <= _LONGEST_QUOTED else f"{shown[:_LONGEST_QUOTED].rstrip()}…"
    return row.problem(_("La fila no parece de la lista y no se ha leído: «{text}».").format(text=quoted))
