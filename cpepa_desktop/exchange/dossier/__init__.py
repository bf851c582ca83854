"""The course dossier: one JSON document that carries everything about a course from one file to another.

`write_dossier` gives the bytes, always the same for the same course. `read_dossier` takes bytes that anybody
may have touched, and answers with the course or with every fault and its JSON path.

    bytes -> text -> shape (the published schema) -> codec -> checks -> model
"""

from __future__ import annotations

from dataclasses import dataclass

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.exchange.dossier.calendar_checks import calendar_problems
from cpepa_desktop.exchange.dossier.codec import from_plain, to_plain
from cpepa_desktop.exchange.dossier.course_checks import course_problems
from cpepa_desktop.exchange.dossier.enrolment_checks import enrolment_problems
from cpepa_desktop.exchange.dossier.findings import in_order
from cpepa_desktop.exchange.dossier.model import Dossier
from cpepa_desktop.exchange.dossier.paper_checks import paper_problems
from cpepa_desktop.exchange.dossier.people_checks import people_problems
from cpepa_desktop.exchange.dossier.planning_checks import planning_problems
from cpepa_desktop.exchange.dossier.shape import shape_problems
from cpepa_desktop.exchange.dossier.text import read_text, unwritable_texts, write_text
from cpepa_desktop.exchange.dossier.virtual_checks import virtual_problems
from cpepa_desktop.exchange.dossier.week_checks import week_problems

__all__ = ["DossierReading", "check_dossier", "in_order", "model", "read_dossier", "write_dossier"]


@dataclass(frozen=True, slots=True)
class DossierReading:
    """What some bytes say. ``dossier`` is ``None`` where they have not even the shape of one."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]


def write_dossier(dossier: Dossier) -> bytes:
    """Return the document of a dossier."""
    return write_text(to_plain(dossier))


def read_dossier(data: bytes) -> DossierReading:
    """Return what ``data`` says, with every problem and its JSON path.

    Raises ``Refused`` for what is no dossier at all, or one of a later version.
    """
    document = read_text(data)
    problems = shape_problems(document) or unwritable_texts(document)
    if problems:
        return DossierReading(None, problems)
    dossier = from_plain(Dossier, document)
    return DossierReading(dossier, check_dossier(dossier))


def check_dossier(dossier: Dossier) -> tuple[Problem, ...]:
    """Return everything that does not hold together in a dossier of the right shape."""
    return (
        *people_problems(dossier),
        *course_problems(dossier),
        *calendar_problems(dossier),
        *enrolment_problems(dossier),
        *paper_problems(dossier),
        *planning_problems(dossier),
        *week_problems(dossier),
        *virtual_problems(dossier),
    )
