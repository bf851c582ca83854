"""What the commands on money do."""

from __future__ import annotations

from decimal import Decimal

from cpepa_desktop.cli.answers import Answer
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR
from cpepa_desktop.domain.grant import AdvanceKind, GrantEstimate, GrantRequest
from cpepa_desktop.domain.money import to_euros
from cpepa_desktop.operations.grant import estimate
from cpepa_desktop.operations.grant_lines import grant_lines
from cpepa_desktop.operations.workspace import Workspace


def grant_estimate(ws: Workspace | None, given: Arguments) -> Answer:
    """Estimate the grant of a course, planned or not."""
    request = GrantRequest(given.call, given.speciality, given.part, given.province, given.participants)
    found = estimate(ws, request)
    lines = (f"{line.label}: {line.formula}  ({line.citation})" for line in grant_lines(found))
    return Answer(grant_form(found), tuple(lines))


def grant_form(found: GrantEstimate) -> dict[str, object]:
    """Return a grant as JSON shows it: amounts with two decimals, the unit with all that it has."""
    return {
        "hours": _hours(found.minutes),
        "complementary_hours": _hours(found.complementary_minutes),
        "rate": found.rate,
        "participants": found.participants,
        "granted": to_euros(found.granted),
        "product_cap": to_euros(found.product_cap),
        "result_cap": to_euros(found.result_cap),
        "result_unit": _unit(found.result_unit),
        "advances": {kind.value: _advance(found, kind) for kind in AdvanceKind},
    }


def _advance(found: GrantEstimate, kind: AdvanceKind) -> Decimal | None:
    advance = found.advance(kind)
    return None if advance is None else to_euros(advance.cents)


def _hours(minutes: int) -> int | Decimal:
    whole, rest = divmod(minutes, MINUTES_PER_HOUR)
    return Decimal(minutes) / MINUTES_PER_HOUR if rest else whole


def _unit(euros: Decimal) -> Decimal:
    """Return an exact unit without the zeros that say nothing, with two decimals at least."""
    plain = euros.normalize()
    return plain if int(plain.as_tuple().exponent) < -1 else plain.quantize(Decimal("0.01"))
