"""The texts that come with the program: the list of them, and the wording of each place that is cited."""

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
_FOLDER: Final = "norms"
_TEXTS: Final = "texts"
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
    """Return the norms by short name, read once. Raise ``Refused`` if the program's list were bad."""
    content = (resources.files("cpepa_desktop.resources") / _FOLDER / NORMS_FILE).read_text(encoding="utf-8")
    return read_norms(content, NORMS_FILE)


def read_norms(content: str, file_name: str) -> Mapping[str, Norm]:
    """Return the texts of a list by short name. Raise ``Refused`` with every problem of it."""
    problems: list[Problem] = []
    document = tomllib.loads(content)
    norms = {
        name: _read(name, DocumentReader(table, f"{file_name}, {name}", problems))
        for name, table in document.items()
    }
    _refuse(problems, file_name)
    return MappingProxyType(norms)


@cache
def load_articles(norm: str) -> Mapping[str, str]:
    """Return the wording of the places of a norm, read once; none where the program does not carry it.

    Raise ``Refused`` if the program's file were bad.
    """
    name = f"{norm.replace('/', '-').replace(' ', '-')}.toml"
    file = resources.files("cpepa_desktop.resources") / _FOLDER / _TEXTS / name
    if not file.is_file():
        return MappingProxyType({})
    return read_articles(file.read_text(encoding="utf-8"), name, norm)


def read_articles(content: str, file_name: str, norm: str) -> Mapping[str, str]:
    """Return the wording of a norm by place. Raise ``Refused`` with every problem of the file."""
    problems: list[Problem] = []
    document = DocumentReader(tomllib.loads(content), file_name, problems)
    document.refuse_other_keys(("norm", "edition", "places"))
    document.choice("norm", (norm,))
    document.text("edition")
    found = {place: _read_article(reader) for place, reader in document.named("places")}
    _refuse(problems, file_name)
    return MappingProxyType(found)


def _read_article(reader: DocumentReader) -> str:
    reader.refuse_other_keys(("text",))
    return reader.text("text").strip()


def _refuse(problems: list[Problem], file_name: str) -> None:
    if problems:
        message = _("El fichero de normas «{file}» está mal: {problem}.")
        raise Refused(message.format(file=file_name, problem=problems[0]), tuple(problems))


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
