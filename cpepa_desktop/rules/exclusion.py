"""When unjustified absences put a person out of the course: more than so many in a calendar month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.status import ExclusionProposal
from cpepa_desktop.rules.registry import rule


@rule(Citation("EFP/942/2022", "art. 20.3"))
def exclusions(days: Iterable[date], most: int) -> tuple[ExclusionProposal, ...]:
    """Return the months in which somebody was absent without justification on more than ``most`` days.

    ``days`` are those with any unjustified minute. Each month is proposed at the first day too many. It is a
    proposal: the centre decides, and a justification that arrives later takes it back.
    """
    months: dict[tuple[int, int], list[date]] = defaultdict(list)
    for day in sorted(set(days)):
        months[day.year, day.month].append(day)
    return tuple(
        ExclusionProposal(tuple(found), found[most]) for found in months.values() if len(found) > most
    )
