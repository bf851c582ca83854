"""The order of the Spanish alphabet: Á next to A, Ñ between N and O, capitals and small letters together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Any sign that sorts after every other letter that can follow an n, and before the letter o.
_AFTER_N = "n\U0010ffff"
_ENYE = "n\N{COMBINING TILDE}"


@lru_cache(maxsize=65_536)
def spanish_key(text: str) -> tuple[str, str]:
    """Return what to sort ``text`` by: first its letters without accents, then with them.

    Two texts have the same key only where they differ in capitals alone.
    """
    folded = unicodedata.normalize("NFC", text.casefold())
    decomposed = unicodedata.normalize("NFD", folded).replace(_ENYE, _AFTER_N)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return letters, folded


def compare_spanish(left: str, right: str) -> int:
    """Return a negative number, zero or a positive one as ``left`` goes before, with or after ``right``."""
    left_key, right_key = spanish_key(left), spanish_key(right)
    return (left_key > right_key) - (left_key < right_key)
