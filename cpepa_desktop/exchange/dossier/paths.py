"""JSON paths, as problems name the place of what is wrong: ``$.people[3].birth_date``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import reduce
from typing import Final

ROOT: Final = "$"

_NAME: Final = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def place(where: str, step: str | int) -> str:
    """Return the path one step further in: a key of an object or an index of a list."""
    if isinstance(step, int):
        return f"{where}[{step}]"
    return f"{where}.{step}" if _NAME.fullmatch(step) else f"{where}[{json.dumps(step)}]"


def path_of(steps: Iterable[str | int]) -> str:
    """Return the path that ``steps`` lead to from the root."""
    return reduce(place, steps, ROOT)
