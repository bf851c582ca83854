"""The tables of a call as written, and with those of its parents folded in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any, Final

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.call_reader import GROUPS, INHERITANCE

Document = dict[str, Any]
Resolve = Callable[[str], str | None]
"""Returns the text of the call of that id, ``None`` where there is none."""
Check = Callable[[Document, str], object]
"""Raises ``Refused`` where the tables, of the file named, make no call."""

_LINE: Final = re.compile(r"at line (\d+), column (\d+)")


def parse_tables(text: str, file_name: str) -> Document:
    """Return the tables of a text. Raise ``Refused`` with the line where it is not TOML."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        line, column = place.groups() if place else ("1", "1")
        message = _(
            "No es TOML en la línea {line}, columna {column}: revise comillas, corchetes y claves repetidas."
        )
        problem = Problem(message.format(line=line, column=column), where=file_name)
        raise refusal(file_name, [problem]) from error


def fold(text: str, file_name: str, resolve: Resolve, check: Check, heirs: tuple[str, ...] = ()) -> Document:
    """Return the tables of a call with those of its parents folded in.

    ``check`` is given every parent whole, with its file name, before its heir is looked at: a bad parent is
    refused under its own name. ``heirs`` are the calls that led here. Raise ``Refused`` for a parent that is
    not there, a circle, or a key of inheritance that means nothing.
    """
    document = parse_tables(text, file_name)
    parent_id = document.pop("inherits", None)
    without, deadlines_on = document.pop("without", []), document.pop("deadlines_on", None)
    if parent_id is None:
        refuse(file_name, _useless(file_name, without, deadlines_on))
        return document
    lineage = (*heirs, str(document.get("id")))
    parent_name = f"{parent_id}.toml"
    parent_text = _parent_text(parent_id, lineage, file_name, resolve)
    parent = fold(parent_text, parent_name, resolve, check, lineage)
    check(parent, parent_name)
    problems: list[Problem] = []
    folded = _without(parent, without, problems, file_name)
    _switch(folded, deadlines_on, problems, file_name)
    refuse(file_name, problems)
    return _merged(folded, document)


def refuse(file_name: str, problems: list[Problem]) -> None:
    """Raise ``Refused`` where there are problems."""
    if problems:
        raise refusal(file_name, problems)


def refusal(file_name: str, problems: list[Problem]) -> Refused:
    """Return the refusal of a call, with its first problem in the sentence and all of them listed."""
    message = _(
        "La convocatoria «{file}» no se puede usar. {problem} No se ha cambiado nada: corríjala y vuelva a "
        "abrirla."
    )
    return Refused(message.format(file=file_name, problem=problems[0]), tuple(problems))


def _parent_text(parent_id: object, lineage: tuple[str, ...], file_name: str, resolve: Resolve) -> str:
    """Return the text of the parent. Raise ``Refused`` where there is none or it is an heir already."""
    where = f"{file_name}.inherits"
    if parent_id in lineage:
        chain = " → ".join((*lineage, str(parent_id)))
        message = _("Las convocatorias heredan en círculo: {chain}. Quite «inherits» de una.")
        raise refusal(file_name, [Problem(message.format(chain=chain), where=where)])
    text = resolve(parent_id) if isinstance(parent_id, str) else None
    if text is None:
        message = _("No hay ninguna convocatoria «{parent}»: corrija el nombre o añada su archivo.")
        raise refusal(file_name, [Problem(message.format(parent=parent_id), where=where)])
    return text


def _useless(file_name: str, without: object, deadlines_on: object) -> list[Problem]:
    """Return the problem of taking away from a parent where there is none."""
    keys = [
        key
        for key, value in zip(INHERITANCE[1:], (without, deadlines_on), strict=True)
        if value not in ([], None)
    ]
    message = _("Solo tiene sentido con «inherits»: quite la clave o diga de quién hereda.")
    return [Problem(message, where=f"{file_name}.{key}") for key in keys]


def _without(parent: Document, names: object, problems: list[Problem], file_name: str) -> Document:
    """Return the parent without the tables named, each noted where the parent lacks it."""
    folded = deepcopy(parent)
    for name in names if isinstance(names, list) else [names]:
        group, _dot, member = str(name).partition(".")
        tables = folded.get(group, {}) if group in GROUPS else folded
        key = member if group in GROUPS else str(name)
        if isinstance(tables, dict) and key in tables and key != "id":
            del tables[key]
        else:
            message = _("La convocatoria de la que hereda no tiene «{name}»: quítelo de «without».")
            problems.append(Problem(message.format(name=name), where=f"{file_name}.without"))
    return folded


def _switch(folded: Document, deadlines_on: object, problems: list[Problem], file_name: str) -> None:
    """Switch the inherited obligations on or off: all of them, or only those named."""
    if deadlines_on is None:
        return
    deadlines = folded.get("deadlines", {})
    names = deadlines_on if isinstance(deadlines_on, list) else None
    is_known = names is not None and all(name in list(deadlines) for name in names)
    if not is_known and not isinstance(deadlines_on, bool):
        message = _("Debe ser true, false o una lista de plazos heredados.")
        problems.append(Problem(message, where=f"{file_name}.deadlines_on"))
        return
    for name, table in deadlines.items():
        table["active"] = deadlines_on is True or name in (names or ())


def _merged(parent: Document, child: Document) -> Document:
    """Return the parent with what the child says: groups table by table, the rest key by key."""
    merged = deepcopy(parent)
    for key, value in child.items():
        if key in GROUPS and isinstance(value, dict):
            merged[key] = {**merged.get(key, {}), **value}
        else:
            merged[key] = value
    return merged
