"""A course (acción formativa) and what it is made of: modules, blocks, stretches and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Route(StrEnum):
    """Who pays for the course (vía de financiación)."""

    OWN = "own"
    LOCAL = "local"
    AGREEMENT = "agreement"
    CALL = "call"


class Regime(StrEnum):
    """Which evaluation system the course follows (RD 278/2023, DT 5ª.2)."""

    RD34_ESS = "RD34_ESS"
    RD659 = "RD659"


class ModuleKind(StrEnum):
    """What a module of the course is."""

    FORMATIVE = "formative"
    COMPLEMENTARY = "complementary"
    WORKPLACE = "workplace"


class SessionMode(StrEnum):
    """How a session is given: everybody in the room, nobody, or both at once."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    BIMODAL = "bimodal"


class SessionState(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Course:
    """The facts of a course as planned. ``part`` is ``""`` where the whole certificate is taught."""

    id: int
    code: str
    call: str
    call_version_id: int
    certificate_version_id: int
    speciality: str
    part: str
    title: str
    level: int
    route: Route
    province: str
    start_on: date
    timetable: str
    regime: Regime
    regime_reason: str = ""
    file_number: str = ""
    approved_on: date | None = None
    room_id: int | None = None
    short_day_reason: str = ""
    selection_on: date | None = None
    selection_minute: int | None = None
    selection_place: str = ""
    technician_name: str = ""
    technician_phone: str = ""
    technician_email: str = ""
    local_entity_id: int | None = None
    started_on: date | None = None
    renounced_on: date | None = None
    renounce_reason: str = ""


@dataclass(frozen=True, slots=True)
class CourseModule:
    """A module of a course, made of the blocks ``block_ids``; a shared unit stands in two modules."""

    id: int
    position: int
    kind: ModuleKind
    code: str
    title: str
    official_minutes: int
    competence_unit: str = ""
    from_day: date | None = None
    to_day: date | None = None
    block_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What is taught and counted once: a unit, an undivided module or the complementary module."""

    id: int
    position: int
    code: str
    title: str
    official_minutes: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of class of one day, in minutes of the day."""

    id: int
    day: date
    n: int
    start: int
    end: int
    room_id: int | None = None

    @property
    def minutes(self) -> int:
        """Return the length in minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Session:
    """The part of a stretch given to one block, in clock order within the stretch."""

    id: int
    stretch_id: int
    position: int
    block_id: int
    minutes: int
    mode: SessionMode
    state: SessionState
    replaces_id: int | None = None
    reason: str = ""
    trainer_ids: tuple[int, ...] = ()

    @property
    def counts(self) -> bool:
        """Say whether the session takes part in the hours of the course."""
        return self.state is not SessionState.CANCELLED


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course with everything planned for it, read at one moment."""

    course: Course
    modules: tuple[CourseModule, ...]
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...]
    sessions: tuple[Session, ...]

    @property
    def official_minutes(self) -> int:
        """Return the minutes of the action: each block once, the workplace module apart (ap. 7.4, 8)."""
        return sum(block.official_minutes for block in self.blocks)

    @property
    def last_day(self) -> date | None:
        """Return the last day of class, ``None`` where nothing is scheduled."""
        counting = {session.stretch_id for session in self.sessions if session.counts}
        return max((stretch.day for stretch in self.stretches if stretch.id in counting), default=None)
