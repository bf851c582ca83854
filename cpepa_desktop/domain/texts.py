"""Texts that a user sees: Spanish message ids, translated by a catalogue chosen once at start-up.

Spanish is the language of the source, so without a catalogue every text comes back as it was written.
"""

from __future__ import annotations

import gettext
from typing import Final

_catalogue: Final[list[gettext.NullTranslations]] = [gettext.NullTranslations()]


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Make every later text come from ``catalogue``."""
    _catalogue[0] = catalogue


def _(text: str) -> str:
    """Return ``text`` in the language in use."""
    return _catalogue[0].gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the text that agrees with ``count``."""
    return _catalogue[0].ngettext(singular, plural, count)
