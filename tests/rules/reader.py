"""Cases that a lawyer can read: one TOML file a rule, each case with its name, text, input and output.

Lengths are written ``67:30`` and clock times ``09:00``; both come out in minutes. Days are TOML's own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from cpepa_desktop.domain.law import Verdict

FOLDER: Final = Path(__file__).parent / "cases"
_CLOCK: Final = re.compile(r"(\d+):(\d\d)")


@dataclass(frozen=True, slots=True)
class Case:
    """One question to a rule, and the answer that follows from the text of the norm."""

    name: str
    text: str
    input: Mapping[str, Any]
    output: Mapping[str, Any]


def cases(rule: str) -> list[Any]:
    """Return the cases of a rule as parameters of a test, named as they are written."""
    return [pytest.param(case, id=case.name) for case in cases_of(FOLDER / f"{rule}.toml")]


def cases_of(file: Path) -> list[Case]:
    """Return the cases of a file. A key that is missing or does not belong raises ``TypeError``."""
    return [Case(**case) for case in document(file)["case"]]


def document(file: Path) -> dict[str, Any]:
    """Return what a file of cases says, lengths and clock times in minutes."""
    found: dict[str, Any] = _plain(tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal))
    return found


def said(verdict: Verdict, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a verdict says of each thing that a case wants to hear."""
    known = {**verdict.numbers, "answer": verdict.answer.value, "reason": verdict.reason}
    return {name: known.get(name) for name in wanted}


def _plain(value: Any) -> Any:  # noqa: ANN401 - a TOML document holds anything
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    clock = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    return int(clock[1]) * 60 + int(clock[2]) if clock else value
