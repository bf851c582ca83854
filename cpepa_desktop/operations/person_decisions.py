"""Exceptions that somebody decides about a person of a course: under which name the file keeps them."""

from __future__ import annotations

from cpepa_desktop.db import decisions
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.workspace import Workspace


def subject_of(course: str, enrolment: Enrolment) -> str:
    """Return what a decision about a person of a course is about, as the file writes it."""
    return f"{course}/{enrolment.person.document.number}"


def record_decision(ws: Workspace, title: str, rule: str, subject: str, *, answer: str, reason: str) -> None:
    """Write a decision with who took it and when, in an operation of its own."""
    with ws.operation(title):
        write_decision(ws, rule, subject, answer=answer, reason=reason)


def write_decision(ws: Workspace, rule: str, subject: str, *, answer: str, reason: str) -> None:
    """Write the same inside an operation that does more."""
    moment = ws.clock.now().isoformat(timespec="seconds")
    decisions.add(ws.db, Decision(rule, subject, answer, reason.strip(), ws.actor, moment))
