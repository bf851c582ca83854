"""What a command answers: data for programs and lines for people, from the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.errors import Problem

Json = Mapping[str, object] | Sequence[object]


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command: ``data`` for ``--json`` or else ``lines``; ``notices`` for standard error."""

    data: Json
    lines: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def of_changes(changes: Changes, **more: object) -> Answer:
    """Return the answer of an operation that wrote: its name, its course and what is worth knowing."""
    data = {"operation": changes.operation, "course": changes.course, "notices": list(changes.notices)}
    return Answer(data | more, (changes.operation,), changes.notices)


def problem_forms(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Return problems as JSON shows them."""
    return [
        {"row": problem.row, "column": problem.column, "where": problem.where, "message": problem.message}
        for problem in problems
    ]


def to_json(data: Json) -> str:
    """Return the text of an answer: minutes are integers, money and shares decimal strings, days ISO text."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case Path():
            return str(value)
        case Mapping():
            return dict(value)
    raise TypeError(type(value).__name__)
