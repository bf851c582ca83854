"""Writing a document as TOML, always the same text for the same document.

Only what calls are made of: tables, lists, texts, whole numbers, decimals, days and yes or no.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")


def to_toml(document: Mapping[str, object]) -> str:
    """Return the document as TOML, in the order of its keys."""
    return "\n".join(_table(document, ())).strip("\n") + "\n"


def _table(table: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its own keys first, then its inner tables."""
    if path:
        yield ""
        yield f"[{'.'.join(_key(part) for part in path)}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _table(value, (*path, key))


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case int() | date():
            return str(value)
        case Decimal():
            # A decimal keeps its point, so that it is read again as a decimal.
            return f"{value:f}" if "." in f"{value:f}" else f"{value:f}.0"
        case list():
            return f"[{', '.join(_value(item) for item in value)}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {_value(item)}' for key, item in value.items())} }}"
        case _:
            raise TypeError(value)


def _text(text: str) -> str:
    """Return a basic string: the escapes of JSON are those of TOML, save that TOML also escapes DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
