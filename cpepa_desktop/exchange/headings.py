"""Headings of columns as every centre writes them, and the field that each one names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import permutations
from types import MappingProxyType
from typing import Final, TypeVar

from cpepa_desktop.exchange.words import plain_words

Field = TypeVar("Field", bound=StrEnum)

_KINDS: Final = ("DNI", "NIE", "NIF", "pasaporte")
_NATIONAL: Final = ("DNI", "NIF", *(" ".join(some) for n in (2, 3, 4) for some in permutations(_KINDS, n)))
DOCUMENT_HEADINGS: Final = (
    *(f"{prefix}{kind}" for prefix in ("", "número ", "documento ") for kind in _NATIONAL),
    *("documento", "número documento", "documento identidad", "número documento identidad"),
    *("documento identificativo", "número documento identificativo", "documento identificación"),
    *("identificación", "número identificación", "identificador", "número identidad"),
    *("document", "document number", "identity document", "id", "id number", "id card"),
)
"""What the column of an identity document is called; NIE and passport may have columns of their own."""
NIE_HEADINGS: Final = ("NIE", "número NIE", "tarjeta residencia", "documento NIE")
PASSPORT_HEADINGS: Final = ("pasaporte", "número pasaporte", "documento pasaporte", "passport")

_ABBREVIATIONS: Final = {
    abbreviation: word
    for word, abbreviations in {
        "1": "primer primera primero first",
        "2": "segunda segundo second",
        "apellido": "ap apdo",
        "apellidos": "apdos apell",
        "asistencia": "asist",
        "codigo": "cod",
        "codigo postal": "cp",
        "correo": "email mail",
        "direccion": "dir direc",
        "documento": "doc docum docto",
        "fecha": "f fec fch",
        "fecha nacimiento": "fn fnac",
        "horas": "h hrs",
        "identidad": "identd",
        "identificacion": "ident identif",
        "laboral": "lab",
        "localidad": "loc",
        "minutos": "min mins",
        "movil": "mov",
        "municipio": "mun munic",
        "nacimiento": "nac nacim nacto nto",
        "nombre": "nom nomb",
        "numero": "n no nro num",
        "poblacion": "pobl",
        "provincia": "prov",
        "situacion": "sit situac",
        "telefono": "tel telef telefonos telf tf tfn tfno tlf tlfno tlfn",
    }.items()
    for abbreviation in abbreviations.split()
}
_LINKS: Final = frozenset(
    {
        "a",
        "al",
        "and",
        "as",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "la",
        "las",
        "los",
        "o",
        "of",
        "os",
        "s",
        "y",
    }
)
_WHOSE: Final = frozenset(
    {"alumna", "alumnado", "alumno", "alumnos", "participante", "persona", "student"}
    | {"habitual", "letra", "obligatorio", "personal", "residencia"}
)
_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
# Where words touch («FechaNacimiento», «Apellido1», «1ºApellido»), with the ending of an ordinal («1.er»).
_SEAM: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ]|\d)|(?<=\d)\.?(?:[ºª°]|(?i:er|era|do|da)\b)")


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
    words = plain_words(_SEAM.sub(" ", heading))
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words if word not in _LINKS or len(words) == 1)


def _without(phrase: str, words: frozenset[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in words)
