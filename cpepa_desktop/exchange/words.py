"""Words as people type them, brought to one form so that accents, case and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, TypeVar

Meaning = TypeVar("Meaning")

_WORD: Final = re.compile(r"[^\W_]+")
_INITIALS: Final = re.compile(r"\b[a-z](?:\.[a-z]\b)+|\b[a-z](?:\. [a-z]\b)+")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in lower case without accents; initials such as «D.N.I.» make one word.

    >>> plain_words("Nº de D.N.I.  (Alumn@)")
    ('no', 'de', 'dni', 'alumno')
    """
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(character)
    )
    together = _INITIALS.sub(lambda initials: re.sub(r"\W", "", initials[0]), bare.replace("@", "o"))
    return tuple(_WORD.findall(together))


def plain(text: str) -> str:
    """Return the words of ``text`` in their one form, with single spaces."""
    return " ".join(plain_words(text))


def meaning_of(text: str, meanings: Iterable[tuple[str, Meaning]]) -> Meaning | None:
    """Return the meaning of the first pattern that a word of ``text`` starts, ``None`` where none does.

    Patterns are regular expressions over the plain words: «ocupad» stands for «Ocupada», «OCUPADO/A»…
    """
    phrase = plain(text)
    return next((meaning for pattern, meaning in meanings if re.search(rf"\b(?:{pattern})", phrase)), None)
