"""What a leaver does to the justification: the notice in time, and how many leavers an action bears."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.registry import rule
from cpepa_desktop.rules.tally import BlockCalendar


@rule(Citation("EPE/873/2023", "ap. 18.7; Guía 10.2.6"))
def notice_in_time(
    due: date, communicated_on: date | None, today: date, citation: Citation, *, is_excepted: bool
) -> Verdict:
    """Say whether the notice of a person's joining or leaving came in time, so that they count.

    A notice after ``due`` takes the person out of the justification, save an unforeseen cause that was proved
    and told when it happened: somebody records it (``is_excepted``). Nothing entered is pending, also once
    the term is over: the notice may have been given and not written here.
    """
    numbers: dict[str, Number] = {"due": due}
    if communicated_on is None:
        reason = "not_told_yet" if today <= due else "overdue"
        return Verdict("notice_in_time", Answer.PENDING, reason, citation, numbers)
    numbers["communicated_on"] = communicated_on
    if communicated_on <= due:
        answer, reason = Answer.YES, "in_time"
    elif is_excepted:
        answer, reason = Answer.YES, "excepted"
    else:
        answer, reason = Answer.NO, "told_late"
    return Verdict("notice_in_time", answer, reason, citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 18.8; EFP/942/2022, art. 11.3"))
def leavers_borne(
    action: BlockCalendar,
    last_days: Collection[date],
    starters: int,
    from_share: Parameter[Decimal],
    tolerance: Parameter[Decimal],
) -> Verdict:
    """Say whether an action bears its leavers: up to a share of those who started, rounded down.

    Only those who left once ``from_share`` of the hours had been taught are counted, each by their last day
    of class: the hours of that day are taught to them.
    """
    threshold = action.official * from_share.value
    late = sum(action.until(day) >= threshold for day in last_days)
    most = int(starters * tolerance.value)
    numbers: dict[str, Number] = {
        "leavers": late,
        "most_leavers": most,
        "starters": starters,
        "share": tolerance.value,
        "from_share": from_share.value,
    }
    if late > most:
        return Verdict("leavers_borne", Answer.NO, "too_many_leavers", tolerance.citation, numbers)
    return Verdict("leavers_borne", Answer.YES, "borne", tolerance.citation, numbers)
