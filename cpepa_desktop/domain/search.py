"""Text as people type it when they look for something."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return ``text`` in small letters without accents, with single spaces: Ñ counts as N."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(sign for sign in decomposed if not unicodedata.combining(sign)).split())
