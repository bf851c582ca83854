"""What a conditions sheet says: frozen data, everything printed on it. Lengths are whole minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cpepa_desktop.domain.course import ModuleKind, SessionMode
from cpepa_desktop.reports.conditions.rights import RightsPart, rights_and_obligations
from cpepa_desktop.reports.frame import LogoBand


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A formative unit with its days of class, where they are planned."""

    code: str
    title: str
    minutes: int
    from_day: date | None = None
    to_day: date | None = None


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A module with its units, where it has any, and the minutes of it given by virtual classroom."""

    code: str
    title: str
    minutes: int
    kind: ModuleKind = ModuleKind.FORMATIVE
    units: tuple[UnitLine, ...] = ()
    from_day: date | None = None
    to_day: date | None = None
    virtual_minutes: int = 0


@dataclass(frozen=True, slots=True)
class ClassDay:
    """A day of class and its length."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day without class between the first and the last one, and why."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class TrainerLine:
    """Who teaches what (codes of modules and units), and when they see people."""

    name: str
    teaches: tuple[str, ...]
    tutoring: str = ""


@dataclass(frozen=True, slots=True)
class CentreTexts:
    """What the centre writes for each certificate. Plain text: a blank line parts, «- » begins an item."""

    presentation: str = ""
    objectives: str = ""
    methodology: str = ""
    programme: str = ""
    activities: str = ""
    evaluation: str = ""
    rights: str = ""
    virtual_tool: str = ""
    virtual_requirements: str = ""
    virtual_help: str = ""
    virtual_excluded: str = ""
    virtual_activities: str = ""
    virtual_tests: str = ""


@dataclass(frozen=True, slots=True)
class ConditionsSheet:
    """Everything printed. ``printed_at`` has its time zone; ``action_minutes`` counts each block once.

    So does ``action_virtual_minutes``, which must be given where modules share a unit.

    ``modes`` are those of the course's sessions: the annex is printed when any is not in person. ``rights``
    are printed where the centre has not written its own.
    """

    printed_at: datetime
    course_code: str
    course_name: str
    action_minutes: int
    modules: tuple[ModuleLine, ...] = ()
    class_days: tuple[ClassDay, ...] = ()
    free_days: tuple[FreeDay, ...] = ()
    timetable: str = ""
    modes: frozenset[SessionMode] = frozenset({SessionMode.IN_PERSON})
    trainers: tuple[TrainerLine, ...] = ()
    texts: CentreTexts = field(default_factory=CentreTexts)
    rights: tuple[RightsPart, ...] = field(default_factory=rights_and_obligations)
    speciality: str = ""
    is_certificate: bool = True
    level: int | None = None
    family: str = ""
    file_number: str = ""
    action_number: str = ""
    payer: str = ""
    entity: str = ""
    entity_cif: str = ""
    centre: str = ""
    centre_code: str = ""
    address: str = ""
    municipality: str = ""
    centre_phone: str = ""
    centre_email: str = ""
    technician: str = ""
    technician_phone: str = ""
    technician_email: str = ""
    responsible_name: str = ""
    responsible_role: str = "Responsable del centro"
    logos: LogoBand | None = None
    action_virtual_minutes: int | None = None

    @property
    def needs_annex(self) -> bool:
        """Say whether any session is given, wholly or in part, by virtual classroom."""
        return bool(self.modes - {SessionMode.IN_PERSON})

    @property
    def virtual_minutes(self) -> int:
        """Return the minutes of the action given by virtual classroom."""
        if self.action_virtual_minutes is not None:
            return self.action_virtual_minutes
        return sum(module.virtual_minutes for module in self.modules)
