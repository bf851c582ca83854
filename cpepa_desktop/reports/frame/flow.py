"""Pages: where each box, or each part of one, comes to stand.

This is our own flow, not ReportLab's platypus: everything is placed before anything is drawn, so the number
of pages is known to the first foot.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.reports.frame.boxes import Box, BreakBox
from cpepa_desktop.reports.frame.styles import SAFE_STEP


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and how far under the top of the page's body it stands."""

    box: Box
    depth: float


Page = list[Placed]


class TooLong(Refused):
    """A text takes more than a page where it cannot be parted: in a field, say, or the head of a table."""

    def __init__(self, text: str) -> None:
        sentence = _(
            "El texto «{text}…» ocupa más de una página en un lugar donde no se puede partir. No se ha "
            "generado ningún documento ni se ha perdido nada: acórtelo y repita la orden."
        )
        super().__init__(sentence.format(text=text[:60]))


def paginate(boxes: Iterable[Box], width: float, height: float) -> list[Page]:
    """Return the pages, each ``height`` points tall, on which ``boxes`` come to stand."""
    queue = deque(boxes)
    filling = _Filling(height)
    while queue:
        box = queue.popleft()
        room = filling.room_under(box)
        if isinstance(box, BreakBox):
            filling.turn()
        elif _fits(box, queue, width, room, fresh=filling.waiting):
            filling.place(box, width)
        elif not filling.waiting and _start(box, queue, width) > room:
            filling.turn()
            queue.appendleft(box)
        else:
            parts = box.split(width, room, fresh=filling.waiting)
            if parts is not None:
                filling.place(parts[0], width)
            elif filling.fresh:
                raise TooLong(max(box.texts(), key=len, default=""))
            filling.turn()
            queue.appendleft(box if parts is None else parts[1])
    return filling.pages


class _Filling:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._pages: list[Page] = [[]]
        self._used = 0.0
        self._after = 0.0

    @property
    def fresh(self) -> bool:
        """Whether the page is empty."""
        return not self._pages[-1]

    @property
    def waiting(self) -> bool:
        """Whether the page holds nothing but what is bound to what follows: no other page has more room."""
        return all(placed.box.keeps_next for placed in self._pages[-1])

    @property
    def pages(self) -> list[Page]:
        """The pages, without the empty one that a break at the end would leave."""
        return self._pages[:-1] if self.fresh and len(self._pages) > 1 else self._pages

    def _gap(self, box: Box) -> float:
        return 0.0 if self.fresh else max(self._after, box.before)

    def room_under(self, box: Box) -> float:
        """Return the height that is left for ``box`` after the space above it."""
        return self._height - self._used - self._gap(box) + SAFE_STEP

    def place(self, box: Box, width: float) -> None:
        """Put ``box`` under what stands already."""
        top = self._used + self._gap(box)
        self._pages[-1].append(Placed(box, top))
        self._used = top + box.height(width)
        self._after = box.after

    def turn(self) -> None:
        """Go to a new page, unless this one is still empty."""
        if not self.fresh:
            self._pages.append([])
            self._used = self._after = 0.0


def _fits(box: Box, following: Sequence[Box], width: float, room: float, *, fresh: bool) -> bool:
    """Say whether the whole box goes here, with the start of what it is bound to."""
    return box.height(width) <= room and (
        fresh or not box.keeps_next or _start(box, following, width) <= room
    )


def _start(box: Box, following: Sequence[Box], width: float) -> float:
    """Return the least height in which ``box`` may begin, followed by what it is bound to."""
    total = 0.0
    for after in following:
        if not box.keeps_next:
            break
        total += box.height(width) + max(box.after, after.before)
        box = after
    return total + box.start(width)
