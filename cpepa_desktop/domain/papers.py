"""Papers issued: what each was, when, of what bytes, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.week import IsoWeek


class PaperState(StrEnum):
    """What became of a paper. A correction is a new paper that replaces it."""

    ISSUED = "issued"
    REPLACED = "replaced"
    ANNULLED = "annulled"


class FilingAct(StrEnum):
    """What was done with a paper."""

    SENT = "sent"
    APPROVED = "approved"
    HANDED_OUT = "handed_out"


class PaperScope(StrEnum):
    """What there is one paper of: within its course, or of the whole centre."""

    COURSE = "course"
    WEEK = "week"
    MONTH = "month"
    PERSON = "person"
    PERSON_DAY = "person_day"
    YEAR = "year"
    """Of the centre, for a school year: of no course."""
    CALL = "call"
    """Of the centre, for a call: of no course."""

    @property
    def is_of_course(self) -> bool:
        """Say whether such a paper belongs to a course, and not to the whole centre."""
        return self not in {PaperScope.YEAR, PaperScope.CALL}


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """Whom a paper is about, by enrolment, and the day where it is about one."""

    enrolment_id: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PaperCall:
    """Which call a paper of the centre is about."""

    call: str


PaperSubject = IsoWeek | Month | PaperPerson | SchoolYear | PaperCall | None
"""What a paper is about: within its course, ``None`` where it is the whole course; or of the whole centre."""


@dataclass(frozen=True, slots=True)
class Filing:
    """One thing done with a paper, with its day, the registry's number and the scan that proves it."""

    id: int
    act: FilingAct
    day: date
    channel: str = ""
    number: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper printed to file. ``sha256`` names its bytes, ``data_sha256`` what it was made from.

    ``period`` is its week, month or day as `domain.periods` writes them, its school year or its call, ``""``
    where it has none. ``course`` is ``""`` where it is of the whole centre; ``person`` is the name of whom
    it is about, as the file has it today.
    """

    id: int
    kind: str
    year: int
    number: int
    course: str
    person_id: int | None
    period: str
    version: int
    printed_on: date
    data_sha256: str
    sha256: str
    size: int
    program_version: str
    replaces_id: int | None
    state: PaperState
    filings: tuple[Filing, ...] = ()
    person: str = ""
