"""The wording of what is cited: from a citation to the articles that the program carries."""

from __future__ import annotations

import re
from typing import Final

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.norms import Article, Norm, NormKind, NormStatus
from cpepa_desktop.domain.places import coarser_places, single_places
from cpepa_desktop.exchange.norms_file import load_articles, load_norms

_LETTER: Final = re.compile(r"^(?P<place>.+)\.(?P<letter>[a-z])$")


def articles_of(citation: Citation) -> tuple[Article, ...]:
    """Return every article that a citation names, in its order, each once.

    Where the program does not carry a place it gives the one it lies in; failing that the article comes
    without its text, with its norm and where that was published.
    """
    singles = single_places(citation, load_norms())
    return tuple(dict.fromkeys(_article(single) for single in singles))


def wording_of(citation: Citation) -> str:
    """Return what a norm says at a lettered place, as «ap. 12.1.c», on one line and without its letter.

    ``""`` where the program does not carry it.
    """
    found = _LETTER.match(citation.place)
    if found is None:
        return ""
    text = load_articles(citation.norm).get(found["place"], "")
    item = re.search(rf"^{found['letter']}\) (.+?)(?=^[a-z]\) |\Z)", text, re.MULTILINE | re.DOTALL)
    return " ".join(item[1].split()) if item else ""


def _article(citation: Citation) -> Article:
    norm = load_norms().get(citation.norm) or Norm(
        citation.norm, citation.norm, NormKind.OWN, NormStatus.UNKNOWN
    )
    texts = load_articles(citation.norm)
    place = next((wider for wider in coarser_places(citation.place) if wider in texts), None)
    if place is None:
        return Article(norm, citation.place)
    return Article(norm, place, texts[place])
