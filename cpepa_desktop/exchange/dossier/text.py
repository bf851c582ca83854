"""The bytes of a dossier: one written form out, and every reason not to take some bytes for one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, NoReturn

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier.model import DOSSIER_VERSION
from cpepa_desktop.exchange.dossier.paths import ROOT, place

VERSION_KEY: Final = "dossier_version"

_DEEPEST: Final = 32
"""Levels that are read: several times those of a dossier, and few enough for any recursion."""
_END_OF_BYTES: Final = "unexpected end of data"
"""Python's reason where bytes end inside a letter."""
_OPEN_TEXT: Final = "Unterminated string"
"""Python's message where a document ends inside a text, which it points at by its beginning."""


class NotJsonError(ValueError):
    """A text is not JSON; ``str()`` says why. ``is_cut`` tells that it is the beginning of a document."""

    def __init__(self, why: str, *, is_cut: bool = False) -> None:
        super().__init__(why)
        self.is_cut = is_cut


def write_text(document: object) -> bytes:
    """Return a plain value as the dossier is written: UTF-8, two spaces of indent, a final newline.

    Keys keep the order they are given in, so the same document is always the same bytes.
    """
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def read_text(data: bytes) -> dict[str, object]:
    """Return the object that ``data`` holds.

    Raises ``Refused``, each with its own sentence, for what is empty, not UTF-8, cut short, not JSON, not a
    dossier, or a dossier of a later version.
    """
    document = _parsed(_decoded(data))
    if not isinstance(document, dict) or VERSION_KEY not in document:
        raise Refused(
            _(
                "El archivo es JSON pero no es un expediente de curso: le falta «dossier_version». No se ha "
                "importado nada; elija un expediente exportado con este programa."
            )
        )
    _refuse_later(document[VERSION_KEY])
    return document


def parse_strictly(text: str) -> object:
    """Return what ``text`` holds. Raise `NotJsonError` for all that breaks the standard or is absurd.

    Python's reader would let repeated keys and ``NaN`` pass, which the engine does not.
    """
    try:
        value: object = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        where = _("línea {line}, columna {column}").format(line=error.lineno, column=error.colno)
        raise NotJsonError(where, is_cut=_is_cut(text, error)) from None
    except RecursionError:
        raise NotJsonError(_("tiene demasiados niveles")) from None
    except NotJsonError:
        raise
    except ValueError:  # a number of thousands of digits
        raise NotJsonError(_("tiene un número desmesurado")) from None
    if _is_deeper(value, _DEEPEST):
        raise NotJsonError(_("tiene demasiados niveles"))
    return value


def unwritable_texts(document: object) -> tuple[Problem, ...]:
    """Return a problem for each text with a sign that no file can keep: a null or half of a pair."""
    message = _("Este texto lleva un carácter que no se puede guardar: quítelo.")
    return tuple(
        Problem(message, where=where) for where, text in _texts(document, ROOT) if not _can_be_kept(text)
    )


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise Refused(
            _("El expediente está vacío. No se ha importado nada; expórtelo o descárguelo otra vez.")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == _END_OF_BYTES:
            raise _cut(data.decode("utf-8", errors="ignore")) from None
        message = _(
            "El expediente no está en UTF-8 (falla el byte {byte}). No se ha importado nada; use el archivo "
            "tal como lo escribió el programa, sin guardarlo con otro."
        )
        raise Refused(message.format(byte=error.start + 1)) from None


def _parsed(text: str) -> object:
    try:
        return parse_strictly(text)
    except NotJsonError as error:
        if error.is_cut:
            raise _cut(text) from None
        raise _not_json(str(error)) from None


def _cut(text: str) -> Refused:
    message = _(
        "El expediente está cortado: acaba antes de tiempo, en la línea {line}. No se ha importado nada; "
        "expórtelo o descárguelo otra vez."
    )
    return Refused(message.format(line=text.rstrip().count("\n") + 1))


def _not_json(why: str) -> Refused:
    message = _(
        "El expediente no es JSON válido: {why}. No se ha importado nada; use el archivo tal como lo "
        "escribió el programa."
    )
    return Refused(message.format(why=why))


def _is_cut(text: str, error: json.JSONDecodeError) -> bool:
    """Say whether the text is the beginning of a document: it breaks at its end, or ends in mid-value."""
    bare = text.strip()
    is_open = error.msg.startswith(_OPEN_TEXT) or error.pos >= len(text.rstrip()) or not bare.endswith("}")
    return bare.startswith("{") and is_open


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise NotJsonError(_("repite la clave «{key}»").format(key=ascii(repeated)[1:-1]))
    return found


def _constant(name: str) -> NoReturn:
    raise NotJsonError(_("«{name}» no es un número").format(name=name))


def _refuse_later(version: object) -> None:
    if isinstance(version, int) and not isinstance(version, bool) and version > DOSSIER_VERSION:
        message = _(
            "El expediente es de la versión {version} y este programa llega a la {ours}. No se ha importado "
            "nada; actualice el programa."
        )
        raise Refused(message.format(version=version, ours=DOSSIER_VERSION))


def _is_deeper(value: object, levels: int) -> bool:
    """Say whether objects and lists lie inside one another more than ``levels`` times."""
    found = [value]
    for _level in range(levels):
        found = [
            item
            for outer in found
            if isinstance(outer, dict | list)
            for item in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(found)


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield every text under ``value`` with its path; the name of a key stands at the path of its object."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, place(where, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield where, key
            yield from _texts(item, place(where, key))


def _can_be_kept(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
