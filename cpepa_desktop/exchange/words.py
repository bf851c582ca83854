"""Words as people type them, brought to one form so that accents, case and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_SINGLE_LETTERS: Final = re.compile(r"\b([^\W\d_])[./] ?(?=[^\W\d_]\b)")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in lower case without accents; initials such as «D.N.I.» make one word.

    >>> plain_words("Nº de D.N.I.  (Alumno/a)")
    ('no', 'de', 'dni', 'alumno', 'a')
    """
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(character)
    )
    return tuple(_WORD.findall(_SINGLE_LETTERS.sub(r"\1", bare)))
