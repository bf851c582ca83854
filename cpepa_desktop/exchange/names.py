"""Names of people as lists hold them: in capitals, with particles, name and surnames in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import NotUnderstood


class NameOrder(Enum):
    """What comes first in a cell that holds the whole name, as far as its heading says."""

    NAME_FIRST = "name first"
    SURNAMES_FIRST = "surnames first"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class SplitName:
    """A whole name in its two parts; ``is_guess`` where only custom says where they part."""

    name: str
    surnames: str
    is_guess: bool = False


_LINKS: Final = frozenset(
    {"da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "i", "van", "von", "y"}
)
_ARTICLES: Final = frozenset({"el", "la", "las", "lo", "los"})
_SURNAMES_BY_CUSTOM: Final = {2: 1, 3: 2, 4: 2}
"""How many of the words of a whole name are surnames."""
_PART: Final = re.compile(r"[^\W\d_ªº]+(?:·[^\W\d_]+)?")


def is_shouted(text: str) -> bool:
    """Say whether ``text`` is written in capitals alone; an initial or two («J. M.») is not."""
    letters = _PART.findall(text)
    return any(len(part) > 1 for part in letters) and all(part.isupper() for part in letters)


def calm(text: str) -> str:
    """Return a name in capitals as a sentence writes it: «DE LA FUENTE GARCÍA» is «De la Fuente García».

    Links («de», «y», «van») are in lower case unless they come first, and so are articles after a link. A
    name that is not all in capitals is returned as it is: whoever typed it knew how it is written.
    """
    if not is_shouted(text):
        return text
    calmed: list[str] = []
    for word in text.lower().split(" "):
        follows_link = bool(calmed) and calmed[-1].lower() in _LINKS
        is_small = bool(calmed) and (word in _LINKS or (word in _ARTICLES and follows_link))
        calmed.append(word if is_small else _PART.sub(lambda part: part[0].capitalize(), word))
    return " ".join(calmed)


def split_name(text: str, order: NameOrder) -> SplitName:
    """Return name and surnames of a cell that holds both.

    A comma parts «Surnames, Name». Without one, two words are told by ``order``, and three or four (a word
    takes the particles before it) by custom: two surnames. Raises `NotUnderstood` where even that is silent.
    """
    surnames, comma, name = (part.strip() for part in text.partition(","))
    if comma and name and surnames and "," not in name:
        return SplitName(name, surnames)
    words = _with_particles(text)
    count = _SURNAMES_BY_CUSTOM.get(len(words), 0)
    if comma or order is NameOrder.UNSAID or not count:
        raise NotUnderstood(
            _(
                "No se sabe dónde acaban los apellidos en «{text}»: escríbalo como «Apellidos, Nombre» o en "
                "dos columnas."
            ).format(text=text)
        )
    if order is NameOrder.SURNAMES_FIRST:
        surname_words, name_words = words[:count], words[count:]
    else:
        name_words, surname_words = words[:-count], words[-count:]
    return SplitName(" ".join(name_words), " ".join(surname_words), is_guess=count > 1)


def _with_particles(text: str) -> list[str]:
    """Return the words of a name, each with the particles before it: «de la Fuente» counts as one."""
    words: list[str] = []
    pending: list[str] = []
    for word in text.split():
        pending.append(word)
        if word.lower() not in _LINKS | _ARTICLES:
            words.append(" ".join(pending))
            pending = []
    return [*words, *pending]
