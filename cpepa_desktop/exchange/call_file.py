"""The calls: those that come with the program, those a centre writes, and what a centre fills in.

A call may inherit another and say only what changes. What a course keeps is the whole text with its parents
folded in: it loads again from there alone, whatever a later version of the program brings.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from cpepa_desktop.domain.call import Call
from cpepa_desktop.exchange.call_reader import CallReader
from cpepa_desktop.exchange.call_tables import Document, Resolve, fold, parse_tables, refuse
from cpepa_desktop.exchange.norms_file import load_norms
from cpepa_desktop.exchange.toml_text import to_toml

SUFFIX: Final = ".toml"


@dataclass(frozen=True, slots=True)
class CallText:
    """The whole text of a call, with nothing left to inherit, and its SHA-256."""

    id: str
    content: str
    sha256: str


def official_text(call_id: str) -> str | None:
    """Return the text of a call that comes with the program, as written, ``None`` where there is none."""
    return _official_texts().get(call_id)


@cache
def official_calls() -> tuple[CallText, ...]:
    """Return the calls that come with the program, whole. Raise ``Refused`` if one of them were bad."""
    return tuple(
        call_text(call_id, flatten(text, f"{call_id}.toml")) for call_id, text in _official_texts().items()
    )


@cache
def _official_texts() -> dict[str, str]:
    """Return every call of the program by the name of its file: adding one takes no line of code."""
    folder = resources.files("cpepa_desktop.resources") / "calls"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(SUFFIX)), key=lambda f: f.name)
    return {file.name.removesuffix(SUFFIX): file.read_text(encoding="utf-8") for file in files}


def call_text(call_id: str, content: str) -> CallText:
    """Return a call's whole text with its hash."""
    return CallText(call_id, content, hashlib.sha256(content.encode()).hexdigest())


def load_call(text: str, file_name: str, resolve: Resolve = official_text) -> Call:
    """Return the call a text says, its parents included.

    Raise ``Refused`` with every problem, each naming the file, the key and how to mend it. A bad parent is
    refused under its own name before its heir is looked at.
    """
    return _read(fold(text, file_name, resolve, _read), file_name)


def load_flat_call(text: str, file_name: str) -> Call:
    """Return the call of a whole text, as a course keeps it: nothing else is looked at. Raise ``Refused``."""
    return _read(parse_tables(text, file_name), file_name)


def flatten(text: str, file_name: str, resolve: Resolve = official_text) -> str:
    """Return the same call as one text that inherits nothing. Raise ``Refused`` as ``load_call`` does."""
    document = fold(text, file_name, resolve, _read)
    _read(document, file_name)
    return to_toml(document)


def _read(document: Document, file_name: str) -> Call:
    reader = CallReader(document, file_name, load_norms())
    call = reader.read()
    refuse(file_name, reader.problems)
    return call
