"""What a paper was made from, as JSON: everything printed but the moment it was printed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from cpepa_desktop.operations.hashes import sha256_of

MOMENT: Final = "printed_at"
"""The field of every paper that does not make it another one."""


def as_printed(paper: object) -> str:
    """Return the JSON of a paper's data, the same text for the same data; images by their hash."""
    return json.dumps(_plain(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    match value:
        case Enum():
            plain: object = value.value
        case None | bool() | int() | float() | str():
            plain = value
        case bytes():
            plain = sha256_of(value)
        case date():
            plain = value.isoformat()
        case Decimal():
            plain = str(value)
        case tuple():
            plain = [_plain(item) for item in value]
        case frozenset():
            plain = sorted(str(_plain(item)) for item in value)
        case _ if is_dataclass(value):
            names = (field.name for field in fields(value) if field.name != MOMENT)
            plain = {name: _plain(getattr(value, name)) for name in names}
        case _:
            raise TypeError(type(value).__name__)
    return plain
