"""Headings of columns as every centre writes them, and the field that each one names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from cpepa_desktop.exchange.words import plain_words

Field = TypeVar("Field", bound=StrEnum)

_ABBREVIATIONS: Final = MappingProxyType(
    {
        "cod": "codigo",
        "cp": "codigo postal",
        "direc": "direccion",
        "dir": "direccion",
        "doc": "documento",
        "docum": "documento",
        "ap": "apellido",
        "apell": "apellidos",
        "apdos": "apellidos",
        "email": "correo",
        "mail": "correo",
        "f": "fecha",
        "fec": "fecha",
        "fch": "fecha",
        "ident": "identificacion",
        "identif": "identificacion",
        "lab": "laboral",
        "loc": "localidad",
        "min": "minutos",
        "mins": "minutos",
        "mov": "movil",
        "mun": "municipio",
        "munic": "municipio",
        "n": "numero",
        "nac": "nacimiento",
        "nacim": "nacimiento",
        "nacto": "nacimiento",
        "no": "numero",
        "nom": "nombre",
        "nro": "numero",
        "num": "numero",
        "pobl": "poblacion",
        "prov": "provincia",
        "sit": "situacion",
        "situac": "situacion",
        "tel": "telefono",
        "telef": "telefono",
        "telf": "telefono",
        "tf": "telefono",
        "tfno": "telefono",
        "tfn": "telefono",
        "tlf": "telefono",
        "tlfno": "telefono",
        "hrs": "horas",
        "h": "horas",
        "1a": "1",
        "1er": "1",
        "1o": "1",
        "primer": "1",
        "primero": "1",
        "2a": "2",
        "2o": "2",
        "segundo": "2",
    }
)
_LINKS: Final = frozenset({"a", "al", "and", "as", "de", "del", "e", "el", "en", "la", "las", "los", "o", "of", "y"})
_WHOSE: Final = frozenset(
    {"alumnado", "alumna", "alumno", "alumnos", "contacto", "obligatorio", "participante", "persona", "personal"}
)
_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")


def index_headings(names: Mapping[Field, tuple[str, ...]]) -> Mapping[str, Field]:
    """Return the field of each heading, the headings brought to the form that `field_named` looks up.

    Raises ``ValueError`` where two fields claim one heading.
    """
    index: dict[str, Field] = {}
    for field, headings in names.items():
        for heading in headings:
            if index.setdefault(_phrase(heading), field) is not field:
                raise ValueError(f"«{heading}» names both {index[_phrase(heading)]} and {field}")
    return MappingProxyType(index)


def field_named(heading: str, index: Mapping[str, Field]) -> Field | None:
    """Return the field that ``heading`` names, or ``None``.

    Case, accents, punctuation, usual abbreviations, what stands in brackets and whose the thing is («del
    alumno/a») make no difference.
    """
    whole = _phrase(heading)
    without_aside = _phrase(_ASIDE.sub(" ", heading))
    for phrase in (whole, without_aside, _without(whole, _WHOSE), _without(without_aside, _WHOSE)):
        if phrase in index:
            return index[phrase]
    return None


def _phrase(heading: str) -> str:
    """Return the words that matter in ``heading``, abbreviations written out, in one form."""
    words = plain_words(heading.replace("@", "o"))
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words if word not in _LINKS or len(words) == 1)


def _without(phrase: str, words: frozenset[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in words)
