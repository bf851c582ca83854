"""The day of a person over all their courses, practice in companies included."""

from __future__ import annotations

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.registry import rule


@rule(Citation("EPE/873/2023", "ap. 18.11; Guía 10.2.5; RD 694/2017, art. 3.6"))
def persons_day(minutes: int, practice: int, most: Parameter[int]) -> Verdict:
    """Say whether a day of a person keeps within the maximum.

    ``minutes`` are those of class of every course; ``practice`` those of the workplace module, spread evenly
    over its days because its timetable is not kept. With practice a day within the maximum is pending: only
    the company's timetable says how long it was.
    """
    numbers: dict[str, Number] = {"minutes_of_day": minutes + practice, "most_minutes_of_day": most.value}
    if practice:
        numbers["practice_minutes"] = practice
    if minutes + practice > most.value:
        return Verdict("persons_day", Answer.NO, "too_long", most.citation, numbers)
    if practice:
        return Verdict("persons_day", Answer.PENDING, "practice_unknown", most.citation, numbers)
    return Verdict("persons_day", Answer.YES, "within", most.citation, numbers)
