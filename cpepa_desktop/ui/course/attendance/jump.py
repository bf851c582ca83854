"""The jump line: «7x a» is person 7, Wednesday, absent. What is typed there, read without the grid.

7x a      person 7, Wednesday, absent           7x2 a   the second stretch of that day
7 l-v a   a run of days of one person           7* a    every day of the week
x 2:30    the person chosen, Wednesday          7x      only go there
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.parts.text import NotUnderstood

DAYS: Final = "lmxjvsd"
_EVERY: Final = "*"
# A figure after the day is the stretch where more follows it: alone it is hours, as anywhere else.
_JUMP = re.compile(
    rf"(?P<number>\d{{1,3}})?\s*(?P<days>\{_EVERY}|[{DAYS}](?:\s*-\s*[{DAYS}])?)\s*"
    r"(?:(?P<stretch>[1-9])(?=\s+\S|\s*[favj?·]))?\s*(?P<words>.*)"
)


@dataclass(frozen=True, slots=True)
class Jump:
    """Where to go and what to write there: ``words`` as in a cell, ``""`` to write nothing.

    ``number`` is ``None`` for the person chosen; the days are of the week, Monday 0; ``stretch`` is ``None``
    for every stretch of them.
    """

    number: int | None
    first: int
    last: int
    stretch: int | None
    words: str

    @property
    def is_whole(self) -> bool:
        """Say whether nothing need follow what is to be written, so that it can be done at once."""
        return self.words.casefold().replace(" ", "") in cells.AT_ONCE

    def covers(self, day: date, n: int) -> bool:
        """Say whether a stretch is one of those meant."""
        return self.first <= day.weekday() <= self.last and self.stretch in {None, n}


def parse_jump(words: str) -> Jump:
    """Return what is typed in the jump line. Raises ``NotUnderstood`` with how to write it."""
    match = _JUMP.fullmatch(words.strip().casefold())
    if match is None:
        message = _("«{typed}»: escriba el número, el día (l m x j v) y qué anotar, como 7x a o 7 l-v a.")
        raise NotUnderstood(message.format(typed=words.strip()))
    first, last = _days(match["days"])
    if last < first:
        raise NotUnderstood(_("«{days}» va hacia atrás: el primer día primero.").format(days=match["days"]))
    return Jump(
        number=int(match["number"]) if match["number"] else None,
        first=first,
        last=last,
        stretch=int(match["stretch"]) if match["stretch"] else None,
        words=match["words"].strip(),
    )


def is_whole(words: str) -> bool:
    """Say whether what is typed so far says where and what, so that it can be done without Enter."""
    try:
        return parse_jump(words).is_whole
    except NotUnderstood:
        return False


def _days(words: str) -> tuple[int, int]:
    if words == _EVERY:
        return 0, len(DAYS) - 1
    found: Sequence[int] = [DAYS.index(letter) for letter in words if letter in DAYS]
    return found[0], found[-1]
