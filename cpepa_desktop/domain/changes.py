"""What an operation changed, so that each page reads again what it shows and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of thing that a page can depend on."""

    FILE = "file"
    CENTRE = "centre"
    CATALOGUE = "catalogue"
    COURSE = "course"
    SESSIONS = "sessions"
    PEOPLE = "people"
    ENROLMENTS = "enrolments"
    ATTENDANCE = "attendance"
    PAPERS = "papers"
    PLANNING = "planning"
    JOURNAL = "journal"


EVERYTHING = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of every operation that writes.

    ``operation`` is its name as the history shows it, ``kinds`` what has to be read again, ``course`` the
    code of the course concerned where it is only one, and ``notices`` sentences for the user that did not
    prevent the work.
    """

    operation: str
    kinds: frozenset[Kind]
    course: str = ""
    notices: tuple[str, ...] = ()
