"""Which courses owe the practical module."""

from __future__ import annotations

from cpepa_desktop.domain.catalogue import WHOLE
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule

_COMPLETING_PART = "A2"


@rule(Citation("RD 34/2008", "art. 5 bis.1"))
def owes_workplace_module(part: str) -> bool:
    """Say whether a course of that part owes the practical module.

    It does where the whole certificate is taught, or where the course completes one begun in another.
    """
    return part in {WHOLE, _COMPLETING_PART}
