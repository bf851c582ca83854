"""The decisions on the exception to the share of attendance, as the file keeps them: the last one stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cpepa_desktop.db import decisions
from cpepa_desktop.domain.justification import ShareException
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.person_decisions import record_decision, subject_of
from cpepa_desktop.operations.workspace import Workspace

RULE: Final = "exception_share"
"""The figure of the call and the name under which decisions are kept."""

_GRANTED: Final = "granted"
_REVOKED: Final = "revoked"


def share_exceptions(
    ws: Workspace, course: str, enrolled: Iterable[Enrolment]
) -> Mapping[int, ShareException]:
    """Return the exceptions of a course that stand, by enrolment."""
    last = {each.subject: each for each in decisions.decisions(ws.db, course) if each.rule == RULE}
    standing = {
        subject: ShareException(each.reason, each.actor, each.at)
        for subject, each in last.items()
        if each.answer == _GRANTED
    }
    return {
        each.id: standing[subject_of(course, each)]
        for each in enrolled
        if subject_of(course, each) in standing
    }


def record_exception(
    ws: Workspace, title: str, course: str, enrolment: Enrolment, reason: str, *, is_granted: bool
) -> None:
    """Write a decision in an operation of its own."""
    answer = _GRANTED if is_granted else _REVOKED
    record_decision(ws, title, RULE, subject_of(course, enrolment), answer=answer, reason=reason)
