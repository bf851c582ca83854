"""Frozen data to plain JSON values and back, told by the types of its fields alone."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def to_plain(value: object) -> object:
    """Return ``value`` as JSON says it: days as ISO text, words by their value, bytes in base64."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode("ascii")
        case tuple():
            return [to_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"the dossier has no place for {type(value).__name__}")


def from_plain(kind: type[_T], value: object) -> _T:
    """Return the ``kind`` that a value of the right shape says; the shape is the schema's to check."""
    made: _T = _made(kind, value)
    return made


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 - what comes back is of the type asked
    """Return ``value`` as the type ``kind``, which may be ``X | None`` or ``tuple[X, ...]``."""
    if isinstance(kind, UnionType):
        (inner,) = (argument for argument in get_args(kind) if argument is not NoneType)
        return None if value is None else _made(inner, value)
    if get_origin(kind) is tuple:
        item_kind, _ellipsis = get_args(kind)
        return tuple(_made(item_kind, item) for item in value)
    if isinstance(kind, type) and is_dataclass(kind):
        # What an earlier version of the document did not say takes its default.
        return kind(
            **{name: _made(type_, value[name]) for name, type_ in _fields(kind).items() if name in value}
        )
    if kind is date:
        return date.fromisoformat(value)
    if kind is bytes:
        return b64decode(value, validate=True)
    # Words and texts; a whole number too, which JSON may write as 60.0.
    return kind(value)


@cache
def _fields(kind: type) -> Mapping[str, Any]:
    """Return the types of the fields of a dataclass by name."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
