"""Where the structure of a speciality was taken from, in the words of the window.

The official file says it in detail and in English, for who checks it; a centre in its own words.
"""

from __future__ import annotations

import re
from typing import Final

from cpepa_desktop.domain.catalogue import Certificate, Origin
from cpepa_desktop.domain.texts import _

_PUBLICATION: Final = re.compile(r"BOE-A-\d{4}-\d+")
_ANNEX: Final = re.compile(r"\bAnnex ([IVXL]+)\b")
_AS_ENACTED: Final = "BOE text as enacted"


def source_words(certificate: Certificate) -> str:
    """Return the publication that a structure was read in, or that it was not read in any."""
    source = certificate.source
    if certificate.origin is Origin.CENTRE:
        return source
    publication, annex = _PUBLICATION.search(source), _ANNEX.search(source)
    if publication is None or not source.startswith(_AS_ENACTED):
        return _("Fuentes secundarias; compruébela con el anexo de su real decreto")
    named = publication.group()
    return _("{publication}, anexo {n}").format(publication=named, n=annex[1]) if annex else named
