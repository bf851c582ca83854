"""Who, exceptionally, may be held to have finished below the share that the call asks."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.rules.registry import rule

_SHORT: Final = "unreachable"
"""The reason of a verdict that is no for the hours alone."""


@rule(Citation("EFP/942/2022", "art. 11.3"))
def may_be_excepted(funded: Verdict, justified: int, share: Parameter[Decimal]) -> bool:
    """Say whether a person may, by a decision, be held to have finished: it is never automatic.

    They must have attended the ``share`` of the base that ``funded`` was judged on, no longer reach the full
    one, and have ``justified`` minutes of absence that were validated. Every module passed is asked besides,
    which is not known here.
    """
    numbers = funded.numbers
    if funded.answer is not Answer.NO or funded.reason != _SHORT or numbers.get("case", "75") != "75":
        return False
    attended, base = (int(str(numbers[name])) for name in ("attended_minutes", "base_minutes"))
    return justified > 0 and attended >= base * share.value
