"""What the courses of one call add up to at a centre, against what the call lets it ask for and grants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.db import applications as table
from cpepa_desktop.db import courses
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import GrantEstimate, GrantRequest
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.grant import estimate, grants_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.grant import grants_within_cap, requests_within_cap


@dataclass(frozen=True, slots=True)
class CourseGrant:
    """A course of a call with its grant, or with why it cannot be reckoned."""

    course: str
    title: str
    estimate: GrantEstimate | None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class CallTotals:
    """The amounts of one call at the centre, in cents.

    ``asked`` is what its application asks for, or the estimate of its courses where there is none yet;
    ``unknown`` how many of those have no amount. ``granted`` is what resolutions grant and ``expected`` the
    estimate of the courses without one, as far as it can be reckoned. A verdict is ``None`` where the call
    sets no cap.
    """

    call: str
    title: str
    asked: int
    unknown: int
    granted: int
    expected: int
    request: Verdict | None
    grant: Verdict | None
    courses: tuple[CourseGrant, ...]


def totals_of_call(ws: Workspace, call_id: str, day: date | None = None) -> CallTotals:
    """Return what a call adds up to at the centre. The caps are those in force on ``day``, or the last ones.

    Courses that were renounced do not count. Raises ``Refused`` where there is no such call.
    """
    call = choose_call(ws, call_id).call
    of_call = (each for each in courses.courses(ws.db) if each.call == call_id and each.renounced_on is None)
    grants = tuple(
        CourseGrant(course.code, course.title, found, refusal)
        for course, found, refusal in grants_of(ws, of_call)
    )
    estimates = [each.estimate for each in grants]
    known = [each for each in estimates if each is not None]
    granted = sum(each.granted for each in known if each.resolved is not None)
    expected = sum(each.granted for each in known if each.resolved is None)
    asked, unknown = _asked(ws, call_id, estimates)
    return CallTotals(
        call=call_id,
        title=call.title,
        asked=asked,
        unknown=unknown,
        granted=granted,
        expected=expected,
        request=request_verdict(call, asked, unknown, day),
        grant=_grant_verdict(call, (granted, expected, len(estimates) - len(known)), day),
        courses=grants,
    )


def request_verdict(call: Call, asked: int, unknown: int, day: date | None = None) -> Verdict | None:
    """Say whether what is asked of a call keeps within its cap, ``None`` where it sets none."""
    on = day or date.max
    if not call.gives("centre_request_cap", on):
        return None
    return requests_within_cap(asked, unknown, call.cents("centre_request_cap", on))


def try_estimate(ws: Workspace, request: GrantRequest) -> tuple[GrantEstimate | None, str]:
    """Return an estimate, or none and why it cannot be reckoned."""
    try:
        return estimate(ws, request), ""
    except Refused as refusal:
        return None, refusal.message


def _asked(ws: Workspace, call_id: str, planned: Iterable[GrantEstimate | None]) -> tuple[int, int]:
    """Return the cents asked for and how many actions have no amount."""
    actions = table.application(ws.db, call_id).actions
    found = [
        try_estimate(ws, GrantRequest(call_id, each.speciality, each.part, each.province, each.participants))[
            0
        ]
        for each in actions
    ]
    counted = found if actions else list(planned)
    return sum(each.estimated for each in counted if each), sum(each is None for each in counted)


def _grant_verdict(call: Call, sums: tuple[int, int, int], day: date | None) -> Verdict | None:
    """Judge what is granted, what is expected and how many courses have no amount."""
    on = day or date.max
    if not call.gives("centre_grant_cap", on):
        return None
    return grants_within_cap(*sums, call.cents("centre_grant_cap", on))
