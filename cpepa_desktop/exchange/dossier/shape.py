"""Whether a document has the shape the published schema asks for; every fault with its path, in Spanish.

`resources/schemas/course-dossier-2.schema.json` is the whole description of the shape; here it is only
applied, and what it finds put into words.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import listed
from cpepa_desktop.exchange.dossier.paths import path_of, place

SCHEMA_FILE: Final = "course-dossier-2.schema.json"

_SHOWN_LENGTH: Final = 60


@cache
def schema() -> Mapping[str, Any]:
    """Return the published schema."""
    folder = resources.files("cpepa_desktop.resources") / "schemas"
    loaded: dict[str, Any] = json.loads((folder / SCHEMA_FILE).read_text(encoding="utf-8"))
    return MappingProxyType(loaded)


def shape_problems(document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return every place where ``document`` departs from the schema, none where it has its shape."""
    problems = (problem for error in _validator().iter_errors(dict(document)) for problem in _problems(error))
    # An object that lacks two keys is told of both twice.
    return tuple(dict.fromkeys(problems))


@cache
def _validator() -> Validator:
    keywords = {"pattern": _pattern, "contentEncoding": _content_encoding}
    strict: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]  # nor do its stubs say
        Draft202012Validator, keywords
    )
    return strict(dict(schema()), format_checker=FormatChecker(("date",)))


def _pattern(
    _validator: Validator, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """Hold a text to a pattern to its very end; Python's ``$`` would let a line break pass."""
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError(pattern)


def _content_encoding(
    _validator: Validator, encoding: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """Check what the standard only lets be said: that a text is base64."""
    if isinstance(instance, str):
        try:
            b64decode(instance, validate=True)
        except ValueError:
            yield ValidationError(encoding)


def _problems(error: ValidationError) -> Iterator[Problem]:
    where = path_of(error.absolute_path)
    fault = _Fault(error.validator_value, error.instance, error.schema)
    match error.validator:
        case "required":
            for key in fault.rule:
                if key not in fault.found:
                    yield Problem(_("Falta esta clave."), where=place(where, key))
        case "additionalProperties":
            for key in sorted(fault.found.keys() - fault.schema["properties"].keys()):
                message = _("Clave desconocida: quítela o corrija cómo está escrita.")
                yield Problem(message, where=place(where, key))
        case keyword:
            yield Problem(SENTENCES[str(keyword)](fault), where=where)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What a keyword of the schema asks, what the document has there, and who asks it."""

    rule: Any
    found: Any
    schema: Any

    @property
    def shown(self) -> str:
        return _shown(self.found)


def _wrong_type(fault: _Fault) -> str:
    names = [fault.rule] if isinstance(fault.rule, str) else fault.rule
    wanted = listed([_type_name(name) for name in names], _("o"))
    return _("Debe ser {wanted} y es {found}.").format(wanted=wanted, found=fault.shown)


def _type_name(name: str) -> str:
    match name:
        case "string":
            return _("un texto")
        case "integer":
            return _("un número entero")
        case "boolean":
            return _("true o false")
        case "array":
            return _("una lista")
        case "object":
            return _("un grupo de claves")
    return name


def _wrong_word(fault: _Fault) -> str:
    words = listed([_shown(word) for word in fault.rule], _("o"))
    return _("Debe ser {wanted} y es {found}.").format(wanted=words, found=fault.shown)


def _wrong_pattern(fault: _Fault) -> str:
    message = _("{found} no tiene la forma debida. {form}")
    return message.format(found=fault.shown, form=fault.schema["description"])


def _wrong_day(fault: _Fault) -> str:
    message = _("Debe ser una fecha que exista, escrita como 2024-02-29, y es {found}.")
    return message.format(found=fault.shown)


def _too_small(fault: _Fault) -> str:
    return _("Debe ser {least} o más y es {found}.").format(least=fault.rule, found=fault.shown)


def _too_large(fault: _Fault) -> str:
    return _("Debe ser {most} o menos y es {found}.").format(most=fault.rule, found=fault.shown)


def _empty(_fault: _Fault) -> str:
    return _("No puede estar vacío.")


def _wrong_bytes(_fault: _Fault) -> str:
    return _("No es base64: el contenido está cortado o alterado.")


SENTENCES: Final[Mapping[str, Callable[[_Fault], str]]] = MappingProxyType(
    {
        "type": _wrong_type,
        "enum": _wrong_word,
        "pattern": _wrong_pattern,
        "format": _wrong_day,
        "minimum": _too_small,
        "maximum": _too_large,
        "minLength": _empty,
        "minItems": _empty,
        "contentEncoding": _wrong_bytes,
    }
)
"""A sentence for every keyword that the schema uses to ask something of a value."""


def _shown(value: object) -> str:
    """Return a value as the document writes it, cut short and without signs that cannot be printed."""
    text = json.dumps(value, ensure_ascii=False)
    cut = text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
    return cut.encode(errors="replace").decode()
