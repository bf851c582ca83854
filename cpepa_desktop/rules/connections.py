"""How long somebody was in a class of the virtual classroom, from the times they came and went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from cpepa_desktop.domain.connections import Attendee
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import rule

Span = tuple[datetime, datetime]

_MINUTE = timedelta(minutes=1)


@rule(Citation("EPE/873/2023", "Guía 3.d"))
def connected(spans: Iterable[Span], stretch: Span) -> Attendee:
    """Return the time of ``spans`` that lies in ``stretch``, each moment of it once.

    Connections of two devices at once are one. What is before and after the class does not count. Seconds are
    added up and rounded down once, to whole minutes. All moments have a time zone.
    """
    begin, end = stretch
    inside = sorted((max(one, begin), min(other, end)) for one, other in spans)
    joined: list[Span] = []
    for one, other in inside:
        if one >= other:
            continue
        if joined and one <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], other))
        else:
            joined.append((one, other))
    total = sum((other - one for one, other in joined), timedelta())
    return Attendee(tuple(joined), total // _MINUTE)
