"""Breaking text into lines. Pure arithmetic over the family's measures; nothing is parsed as markup.

Every line but the last of a paragraph keeps its final space, so that the words read back from the page join
as they were written. ReportLab's own ``Paragraph`` is not used: it parses its text, drops that space and is
several times slower in a table's cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cpepa_desktop.reports.frame.blocks import Strong, Text
from cpepa_desktop.reports.frame.fonts import Face, clean, width
from cpepa_desktop.reports.frame.styles import SAFE_STEP, TextStyle

# A break may come after spaces, and after a dash that joins two clock times; never after a hyphen, which
# readers take for the mark of a parted word and drop.
_PIECE: Final = re.compile(r"\n|[^ \n]*?[^ \n\u2013]\u2013(?=[^ \n\u2013])|[^ \n]+ *| +")
_ENDS: Final = (" ", "\n", "\N{EN DASH}")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to be drawn; ``width`` in points leaves out its final space."""

    runs: tuple[Run, ...]
    width: float


def runs_of(text: Text, style: TextStyle) -> tuple[Run, ...]:
    """Return ``text`` as clean runs, each in its face.

    A space stands at the end of the run before it and never begins one: a reader that meets it after a change
    of face takes it for a second space.
    """
    if isinstance(text, str):
        return (Run(clean(text), style.face),)
    runs: list[Run] = []
    for part in text:
        face = Face.BOLD if isinstance(part, Strong) else style.face
        said = clean(part.text if isinstance(part, Strong) else part)
        begun = said.lstrip(" ") if runs else said
        if len(begun) < len(said):
            runs[-1] = Run(runs[-1].text + said[: len(said) - len(begun)], runs[-1].face)
        if begun:
            runs.append(Run(begun, face))
    return tuple(runs)


@lru_cache(maxsize=16_384)
def break_lines(runs: tuple[Run, ...], size: float, available: float) -> tuple[Line, ...]:
    """Return the lines of ``runs`` at ``size`` points in ``available`` points; a longer word is cut."""
    breaker = _Breaker(size, available)
    for word in _words(runs):
        breaker.add(word)
    return breaker.finish()


def _words(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield what may not be parted: pieces glued across runs until a space, dash or line feed ends them."""
    word: list[Run] = []
    for run in runs:
        for piece in _PIECE.findall(run.text):
            word.append(Run(piece, run.face))
            if piece.endswith(_ENDS):
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


class _Breaker:
    """Collects words into lines, greedily."""

    def __init__(self, size: float, available: float) -> None:
        self._size = size
        self._available = available + SAFE_STEP
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._used = 0.0  # with the final space
        self._ink = 0.0  # without it

    def add(self, word: tuple[Run, ...]) -> None:
        last = word[-1]
        if last.text != "\n":
            self._place(word)
            return
        if len(word) > 1:
            self._place(word[:-1])
        self._append(Run(" ", last.face), ink=0)  # so that the two lines are not read as one word
        self._close()

    def _place(self, word: tuple[Run, ...]) -> None:
        if self._runs and self._used + self._measure(word) > self._available:
            self._close()
        for run in word:
            ink = width(run.text.rstrip(" "), run.face, self._size)
            if self._used + ink <= self._available:
                self._append(run, ink)
            else:
                self._cut(run)

    def _cut(self, run: Run) -> None:
        """Set a word that is wider than a line sign by sign, each line as full as it can be."""
        for sign in run.text:
            ink = 0.0 if sign == " " else width(sign, run.face, self._size)
            if self._runs and self._used + ink > self._available:
                self._close()
            self._append(Run(sign, run.face), ink)

    def _append(self, run: Run, ink: float) -> None:
        if self._runs and self._runs[-1].face is run.face:
            self._runs[-1] = Run(self._runs[-1].text + run.text, run.face)
        else:
            self._runs.append(run)
        if ink:
            self._ink = self._used + ink
        self._used += width(run.text, run.face, self._size)

    def _measure(self, word: tuple[Run, ...]) -> float:
        last = word[-1]
        return sum(width(run.text, run.face, self._size) for run in word[:-1]) + width(
            last.text.rstrip(" "), last.face, self._size
        )

    def _close(self) -> None:
        self._lines.append(Line(tuple(self._runs), self._ink))
        self._runs = []
        self._used = self._ink = 0.0

    def finish(self) -> tuple[Line, ...]:
        if self._runs:
            self._close()
        return tuple(self._lines)
