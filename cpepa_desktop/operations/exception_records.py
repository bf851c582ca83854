"""The decisions on the exception to the share of attendance, as the file keeps them: the last one stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cpepa_desktop.db import decisions
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.domain.justification import ShareException
from cpepa_desktop.domain.people import Enrolment
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
        each.id: standing[_subject(course, each)] for each in enrolled if _subject(course, each) in standing
    }


def record_exception(
    ws: Workspace, title: str, course: str, enrolment: Enrolment, reason: str, *, is_granted: bool
) -> None:
    """Write a decision in an operation of its own."""
    moment = ws.clock.now().isoformat(timespec="seconds")
    answer = _GRANTED if is_granted else _REVOKED
    with ws.operation(title):
        row = Decision(RULE, _subject(course, enrolment), answer, reason.strip(), ws.actor, moment)
        decisions.add(ws.db, row)


def _subject(course: str, enrolment: Enrolment) -> str:
    return f"{course}/{enrolment.person.document.number}"
