"""The list of texts that comes with the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.norms import Norm, NormKind, NormStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.document_reader import DocumentReader

NORMS_FILE: Final = "norms.toml"
_KEYS: Final = (
    "title",
    "kind",
    "status",
    "bulletin",
    "issued_on",
    "published_on",
    "in_force_on",
    "repealed_on",
    "note",
    "url",
)


@cache
def load_norms() -> Mapping[str, Norm]:
    """Return the texts by short name, read once. Raise ``Refused`` if the program's list were bad."""
    content = (resources.files("cpepa_desktop.resources") / NORMS_FILE).read_text(encoding="utf-8")
    return read_norms(content, NORMS_FILE)


def read_norms(content: str, file_name: str) -> Mapping[str, Norm]:
    """Return the texts of a list by short name. Raise ``Refused`` with every problem of it."""
    problems: list[Problem] = []
    document = tomllib.loads(content)
    norms = {
        name: _read(name, DocumentReader(table, f"{file_name}, {name}", problems))
        for name, table in document.items()
    }
    if problems:
        message = _("La lista de normas «{file}» está mal: {problem}.")
        raise Refused(message.format(file=file_name, problem=problems[0]), tuple(problems))
    return MappingProxyType(norms)


def _read(name: str, reader: DocumentReader) -> Norm:
    reader.refuse_other_keys(_KEYS)
    return Norm(
        id=name,
        title=reader.text("title"),
        kind=NormKind(reader.choice("kind", tuple(NormKind)) or NormKind.OWN),
        status=NormStatus(reader.choice("status", tuple(NormStatus)) or NormStatus.UNKNOWN),
        bulletin=reader.optional_text("bulletin") or "",
        issued_on=reader.optional_day("issued_on"),
        published_on=reader.optional_day("published_on"),
        in_force_on=reader.optional_day("in_force_on"),
        repealed_on=reader.optional_day("repealed_on"),
        note=reader.optional_text("note") or "",
        url=reader.optional_text("url") or "",
    )
