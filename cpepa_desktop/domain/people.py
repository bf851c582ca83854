"""People and their enrolments in courses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.identity import IdentityDocument
from cpepa_desktop.domain.leaving import LeaveCause


class SeatKind(StrEnum):
    """Whether a seat is paid by the call or additional (EPE/873/2023, ap. 18.9)."""

    FUNDED = "funded"
    ADDITIONAL = "additional"


class Standing(StrEnum):
    """How a person stands to a module of the course."""

    ATTENDS = "attends"
    ACCREDITED = "accredited"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Person:
    """A person, once in the whole file, with the document in force and the earlier ones."""

    id: int
    name: str
    surnames: str
    document: IdentityDocument
    earlier_documents: tuple[IdentityDocument, ...] = ()
    birth_date: date | None = None
    sex: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    postal_code: str = ""
    municipality: str = ""
    province: str = ""

    @property
    def listed_name(self) -> str:
        """Return the name as lists print it, surnames first."""
        return f"{self.surnames}, {self.name}" if self.surnames else self.name


@dataclass(frozen=True, slots=True)
class ModuleStanding:
    """A module that the enrolled person does not simply attend, and where that is known from."""

    course_module_id: int
    standing: Standing
    source: str = ""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a course. ``left_on`` is the last day of class; unknown facts are ``None``."""

    id: int
    person: Person
    joined_on: date
    seat: int | None
    seat_kind: SeatKind | None
    left_on: date | None = None
    leave_cause: LeaveCause | None = None
    contract_start: date | None = None
    status_at_start: EmploymentStatus | None = None
    registered_on: date | None = None
    leaving_communicated_on: date | None = None
    standings: tuple[ModuleStanding, ...] = ()

    def attends(self, course_module_id: int) -> bool:
        """Say whether the module is attended: neither accredited before nor exempt."""
        return all(standing.course_module_id != course_module_id for standing in self.standings)

    def is_in_class(self, day: date) -> bool:
        """Say whether the person belongs to the class on ``day``."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)
