"""The money of a course before it is taught: the grant, its two parts and units, its advances and its caps.

Amounts come out in whole cents, half a cent up; unit costs stay exact decimals in euros and are never rounded
(the rounding of 5.376 to 5.38 would already pay more than the cap).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR
from cpepa_desktop.domain.grant import (
    AdvanceFacts,
    AdvanceKind,
    actions_of_speciality,
)
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.domain.money import to_cents, to_euros
from cpepa_desktop.rules.registry import rule


@rule(Citation("EPE/873/2023", "ap. 7.8, 8.1, 13.3 y 17.4"))
def grant_amount(minutes: int, rate: Decimal, participants: int) -> int:
    """Return the grant in cents: hours of the annex and complementary ones × rate × participants."""
    return to_cents(Decimal(minutes) * rate * participants / MINUTES_PER_HOUR)


@rule(Citation("EPE/873/2023", "ap. 19.1.1º"))
def product_unit(rate: Decimal, share: Parameter[Decimal]) -> Decimal:
    """Return the euros of an hour of a participant, by product: that share of the rate, exact."""
    return share.value * rate


@rule(Citation("EPE/873/2023", "ap. 19.1.2º"))
def result_unit(granted: int, share: Parameter[Decimal], divisor: Parameter[int]) -> Decimal:
    """Return the euros of a qualified participant: the share by result ÷ the divisor, exact.

    The divisor is the call's, however many participants the course has.
    """
    return to_euros(granted) * share.value / divisor.value


@rule(Citation("EPE/873/2023", "ap. 19.1.1º y 19.1.2º"))
def grant_part_cap(granted: int, share: Parameter[Decimal]) -> int:
    """Return the most cents that the product, or the result, may bring: that share of what was granted."""
    return to_cents(to_euros(granted) * share.value)


@rule(Citation("EPE/873/2023", "ap. 17.1; Guía 10.1.4"))
def advance_amount(granted: int, share: Parameter[Decimal]) -> int:
    """Return the most cents that an advance may be."""
    return to_cents(to_euros(granted) * share.value)


@rule(Citation("EPE/873/2023", "ap. 17.1; Guía 10.1.4"))
def may_ask_advance(
    kind: AdvanceKind, facts: AdvanceFacts, share: Parameter[Decimal], until: Parameter[date] | None
) -> Verdict:
    """Say whether an advance can be asked for now.

    The initial one, once the grant is notified and up to ``until``, where the call sets a last day: after it
    no notification mends it. The others once the start is proved. The single one is instead of the other two,
    and each is asked for once.
    """
    if kind in facts.asked:
        return _advance(Answer.NO, "already_asked", share.citation)
    if facts.asked and (kind is AdvanceKind.SINGLE or AdvanceKind.SINGLE in facts.asked):
        return _advance(Answer.NO, "single_excludes", share.citation)
    if kind is AdvanceKind.INITIAL and until is not None and facts.today > until.value:
        return _advance(Answer.NO, "asked_too_late", until.citation, asked_until=until.value)
    if facts.notified_on is None or facts.notified_on > facts.today:
        return _advance(Answer.PENDING, "grant_not_notified", share.citation)
    if kind is AdvanceKind.INITIAL:
        return _initial(until, facts.notified_on, share.citation)
    return _after_start(facts, share.citation)


@rule(Citation("EPE/873/2023", "ap. 11.5"))
def requests_within_cap(asked: int, unknown: int, cap: Parameter[int]) -> Verdict:
    """Say whether all that a centre asks of one call keeps within its cap, in cents.

    ``unknown`` actions have no amount yet: they make a yes pending.
    """
    numbers: dict[str, Number] = {"asked_cents": asked, "cap_cents": cap.value}
    if asked > cap.value:
        return Verdict("requests_within_cap", Answer.NO, "over_request_cap", cap.citation, numbers)
    if unknown:
        numbers["unknown_actions"] = unknown
        return Verdict("requests_within_cap", Answer.PENDING, "amounts_missing", cap.citation, numbers)
    return Verdict("requests_within_cap", Answer.YES, "within_request_cap", cap.citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 13.4"))
def grants_within_cap(resolved: int, expected: int, unknown: int, cap: Parameter[int]) -> Verdict:
    """Say whether all that one call grants to a centre over its courses keeps within its cap, in cents.

    ``expected`` is the estimate of the courses that no resolution grants yet: beyond the cap they are
    pending, as the call may grant some of them only. So is a yes while ``unknown`` courses have no amount.
    """
    numbers: dict[str, Number] = {
        "granted_cents": resolved,
        "expected_cents": expected,
        "cap_cents": cap.value,
    }
    if resolved > cap.value:
        return Verdict("grants_within_cap", Answer.NO, "over_grant_cap", cap.citation, numbers)
    if resolved + expected > cap.value:
        return Verdict("grants_within_cap", Answer.PENDING, "may_pass_grant_cap", cap.citation, numbers)
    if unknown:
        numbers["unknown_actions"] = unknown
        return Verdict("grants_within_cap", Answer.PENDING, "grants_missing", cap.citation, numbers)
    return Verdict("grants_within_cap", Answer.YES, "within_grant_cap", cap.citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 11.4"))
def actions_within(
    parts: Sequence[str], ordinary: Parameter[int], priority: Parameter[int], *, has_priority: bool | None
) -> Verdict:
    """Say whether a centre may ask for so many actions of one speciality.

    ``parts`` are those asked for: A1 and A2 together count one. The speciality ``has_priority`` where it is a
    priority one in the central zone of Zaragoza, ``None`` where the zone of the centre is not known.
    """
    actions = actions_of_speciality(parts)
    limit = priority if has_priority else ordinary
    numbers: dict[str, Number] = {"actions": actions, "most_actions": limit.value}
    if actions <= limit.value:
        return Verdict("actions_within", Answer.YES, "actions_within", limit.citation, numbers)
    if has_priority is None and actions <= priority.value:
        numbers["most_actions"] = priority.value
        return Verdict("actions_within", Answer.PENDING, "zone_unknown", priority.citation, numbers)
    return Verdict("actions_within", Answer.NO, "too_many_actions", limit.citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 17.5; Guía 10.2.11"))
def support_within_hours(minutes: int, official: int, citation: Citation) -> Verdict:
    """Say whether a service of support has no more hours than the action.

    The hours approved «no podrán ser superiores a las horas totales de la acción formativa»: each request and
    its resolution by itself; the services of one person are not added up.
    """
    numbers: dict[str, Number] = {"support_minutes": minutes, "action_minutes": official}
    if minutes > official:
        return Verdict("support_within_hours", Answer.NO, "support_too_long", citation, numbers)
    return Verdict("support_within_hours", Answer.YES, "support_within", citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 17.5 y 19.1.3º"))
def support_amount(minutes: int, rate: Parameter[Decimal]) -> int:
    """Return the cents of so many minutes of a service of support at its euros per hour."""
    return to_cents(rate.value * minutes / MINUTES_PER_HOUR)


def _initial(until: Parameter[date] | None, notified_on: date, citation: Citation) -> Verdict:
    if until is None:
        return _advance(Answer.YES, "can_ask", citation, notified_on=notified_on)
    numbers: dict[str, Number] = {"notified_on": notified_on, "asked_until": until.value}
    return _advance(Answer.YES, "can_ask_until", until.citation, **numbers)


def _after_start(facts: AdvanceFacts, citation: Citation) -> Verdict:
    if facts.started_on is None or facts.started_on > facts.today:
        return _advance(Answer.PENDING, "start_not_proved", citation)
    return _advance(Answer.YES, "start_proved", citation, started_on=facts.started_on)


def _advance(answer: Answer, reason: str, citation: Citation, **numbers: Number) -> Verdict:
    return Verdict("may_ask_advance", answer, reason, citation, numbers)
