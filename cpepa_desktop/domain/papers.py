"""Papers issued: what each was, when, of what bytes, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.periods import Month
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
    """What there is one paper of, within its course."""

    COURSE = "course"
    WEEK = "week"
    MONTH = "month"
    PERSON = "person"
    PERSON_DAY = "person_day"


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """Whom a paper is about, by enrolment, and the day where it is about one."""

    enrolment_id: int
    day: date | None = None


PaperSubject = IsoWeek | Month | PaperPerson | None
"""What a paper is about within its course; ``None`` where it is the whole course."""


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

    ``period`` is its week, month or day as `domain.periods` writes them, ``""`` where it has none; ``person``
    the name of whom it is about, as the file has it today.
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
