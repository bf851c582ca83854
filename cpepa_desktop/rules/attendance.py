"""The tests of attendance: the right to a module's final test, the diploma, and the funded participant.

They are three questions on different bases and are never merged. A share is judged against the official
minutes, never against what has been taught so far: yes from the moment attended minutes suffice, no from
the moment they can no longer suffice, and pending in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.domain.leaving import LeaveCause, Leaving
from cpepa_desktop.rules.forecast import is_at_risk
from cpepa_desktop.rules.registry import rule

_GRAVITY = {Answer.NO: 0, Answer.PENDING: 1, Answer.YES: 2}
_WORK_CAUSES = frozenset({LeaveCause.JOB, LeaveCause.RECALL})
_REDUCED_CAUSES = _WORK_CAUSES | {LeaveCause.ILLNESS, LeaveCause.ACCIDENT}


@dataclass(frozen=True, slots=True)
class FundingTerms:
    """What the call asks of a participant it pays for, each figure with its own place in the text.

    ``is_counted`` says which days are among the ``contract_days``: all, or the working ones alone.
    """

    share: Parameter[Decimal]
    job_share: Parameter[Decimal]
    health_share: Parameter[Decimal]
    contract_days: Parameter[int]
    is_counted: Callable[[date], bool]


def required_minutes(base: int, share: Decimal) -> int:
    """Return the fewest whole minutes that reach ``share`` of ``base`` minutes."""
    return int((base * share).to_integral_value(ROUND_CEILING))


def latest_contract_start(last_day: date, terms: FundingTerms) -> date:
    """Return the last day on which the contract of who left after ``last_day`` starts in time."""
    latest = last_day
    for _n in range(terms.contract_days.value):
        latest += timedelta(days=1)
        while not terms.is_counted(latest):
            latest += timedelta(days=1)
    return latest


@rule(Citation("ESS/1897/2013", "art. 18.2"))
def module_test(tally: Tally, share: Parameter[Decimal]) -> Verdict:
    """Say whether a person may sit a module's final test: the share of that module's official minutes.

    The base is the module, also where it is divided into units (ESS/1897/2013, art. 18.2).
    """
    return _judge("module_test", tally, share)


@rule(Citation("EPE/873/2023", "Guía 10.2.8"))
def diploma_attendance(modules: Mapping[str, Tally], share: Parameter[Decimal]) -> Verdict:
    """Say whether the attendance allows the diploma: the share of the minutes of **each** module attended.

    The complementary module is not asked for. The numbers are those of the module that decides, which is
    named; among several the one with least to spare. Raises ``ValueError`` where no module is given.
    """
    if not modules:
        message = "a diploma is judged on at least one module"
        raise ValueError(message)
    verdicts = {code: _judge("diploma_attendance", tally, share) for code, tally in modules.items()}

    def spare(code: str) -> tuple[int, int]:
        tally = modules[code]
        return _gravity(verdicts[code]), tally.reachable - required_minutes(tally.base, share.value)

    decisive = min(verdicts, key=spare)
    verdict = verdicts[decisive]
    return _with(verdict, {**verdict.numbers, "module": decisive})


@rule(Citation("EPE/873/2023", "ap. 19.1; Guía 10.2.7"))
def funded(tally: Tally, terms: FundingTerms, leaving: Leaving | None) -> Verdict:
    """Say whether a participant is one the subsidy pays for.

    Justified absences are not in ``tally.attended``: the order adds them after this filter. Who leaves for
    work, illness or accident needs the reduced share, and for work a contract that starts in time.
    """
    full = _judge("funded", tally, terms.share)
    ordinary = _with(full, {**full.numbers, "case": "75"})
    if full.answer is Answer.YES or leaving is None or leaving.cause not in _REDUCED_CAUSES:
        return ordinary
    reduced_share = terms.job_share if leaving.cause in _WORK_CAUSES else terms.health_share
    reduced = _judge("funded", tally, reduced_share)
    verdict = min(_leaving_conditions(reduced, terms, leaving), reduced, key=_gravity)
    # A contract out of time takes nothing from who may still reach the full share.
    return max(_with(verdict, {**verdict.numbers, "case": leaving.cause.value}), ordinary, key=_gravity)


@rule(Citation("EPE/873/2023", "ap. 18.9"))
def additional_seat(citation: Citation) -> Verdict:
    """Return the verdict of a person in an additional seat, for whom the call pays nothing."""
    return Verdict("funded", Answer.NO, "additional_seat", citation)


def _leaving_conditions(reduced: Verdict, terms: FundingTerms, leaving: Leaving) -> Verdict:
    """Judge what a job or a recall needs besides the reduced share; illness and accident need no more."""
    if leaving.cause not in _WORK_CAUSES:
        return reduced
    latest = latest_contract_start(leaving.last_day, terms)
    citation = terms.contract_days.citation
    numbers = {**reduced.numbers, "last_day": leaving.last_day, "latest_contract_start": latest}
    if leaving.was_unemployed is False:
        return Verdict("funded", Answer.NO, "not_unemployed_at_start", citation, numbers)
    if leaving.contract_start is None:
        return Verdict("funded", Answer.PENDING, "contract_start_missing", citation, numbers)
    numbers["contract_start"] = leaving.contract_start
    if leaving.contract_start > latest:
        return Verdict("funded", Answer.NO, "contract_too_late", citation, numbers)
    if leaving.was_unemployed is None:
        return Verdict("funded", Answer.PENDING, "status_at_start_missing", citation, numbers)
    return _with(reduced, numbers)


def _gravity(verdict: Verdict) -> int:
    return _GRAVITY[verdict.answer]


def _judge(name: str, tally: Tally, share: Parameter[Decimal]) -> Verdict:
    required = required_minutes(tally.base, share.value)
    numbers: dict[str, Number] = {
        "attended_minutes": tally.attended,
        "required_minutes": required,
        "base_minutes": tally.base,
        "reachable_minutes": tally.reachable,
        "share": share.value,
    }
    if tally.gap:
        numbers["gap_minutes"] = tally.gap
    answer, reason = _answer(tally, required)
    return Verdict(name, answer, reason, share.citation, numbers)


def _answer(tally: Tally, required: int) -> tuple[Answer, str]:
    if not tally.base:
        return Answer.NO, "no_hours"  # nothing is left since joining, which is not the same as all attended
    if tally.reachable < required:
        return Answer.NO, "unreachable"
    if tally.attended >= required:
        # A calendar that is not the official one may still move the base: nothing is final on it.
        return (Answer.PENDING, "schedule_gap") if tally.gap else (Answer.YES, "reached")
    return Answer.PENDING, "behind" if is_at_risk(tally, required) else "on_track"


def _with(verdict: Verdict, numbers: Mapping[str, Number]) -> Verdict:
    return replace(verdict, numbers=numbers)
