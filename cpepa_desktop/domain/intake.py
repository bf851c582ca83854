"""What another program's file says, read whole and row by row, before anything of it is written.

``problems`` are rows left out and why; ``notices`` are things done or left aside that the user should look
at. Both stand in the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import IdentityDocument
from cpepa_desktop.domain.people import SeatKind


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a file gives them. What the file does not say is ``None`` or empty, never a default.

    ``row`` counts from 1 as a spreadsheet shows it and ``sheet`` is empty for a file of text. ``sex`` is
    ``F``, ``M``, ``X`` or empty, as in `cpepa_desktop.domain.people.Person`.
    """

    row: int
    sheet: str
    identity: IdentityDocument
    name: str
    surnames: str
    birth_date: date | None = None
    sex: str = ""
    nationality: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    postal_code: str = ""
    municipality: str = ""
    province: str = ""
    employment_status: EmploymentStatus | None = None
    joined_on: date | None = None
    seat: SeatKind | None = None


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """The people of a file: who can be taken, what is wrong, what to look at."""

    accepted: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """The minutes one person attended of a stretch of a day, or of one block of it where ``block`` names it.

    ``stretch`` is 1 or 2. ``cause`` and ``state`` are of the minutes missed, ``None`` where the file says
    nothing of them.
    """

    row: int
    sheet: str
    day: date
    stretch: int
    identity: IdentityDocument
    attended_minutes: int
    cause: AbsenceCause | None = None
    state: JustificationState | None = None
    block: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceReading:
    """The attendance of a file: what can be taken, what is wrong, what to look at."""

    accepted: tuple[AttendanceRow, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
