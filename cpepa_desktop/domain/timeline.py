"""The days of a course that terms are counted from, and what has been filed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.week import IsoWeek


@dataclass(frozen=True, slots=True)
class ClassDay:
    """A day with class; whether any of it is given at a distance."""

    day: date
    is_virtual: bool = False


@dataclass(frozen=True, slots=True)
class ModuleSpan:
    """A module with its first and last day of class, ``None`` where it has none."""

    code: str
    kind: ModuleKind
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ObligedPerson:
    """Somebody of a course with the days that oblige the centre.

    ``is_supported`` says that a support for a disability is asked or to be asked, ``support_asked_on`` when
    it was; ``is_exempt`` that the practical module is not owed.
    """

    enrolment_id: int
    name: str
    joined_on: date
    left_on: date | None = None
    registered_on: date | None = None
    leaving_communicated_on: date | None = None
    is_exempt: bool = False
    is_supported: bool = False
    support_asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class IncidentDay:
    """An incident with its day and minute, and the day it was communicated."""

    id: int
    day: date
    minute: int
    what: str
    communicated_on: date | None = None


@dataclass(frozen=True, slots=True)
class CourseEvent:
    """Something that happened to a course on a day: what terms are counted from and no paper tells."""

    event: Anchor
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperFiling:
    """That a paper of a kind, and of a week where it has one, was sent, approved or handed out."""

    kind: str
    week: str
    act: FilingAct
    day: date
    channel: str = ""
    number: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class ObligationMet:
    """When an obligation was met, by which channel, under which number and with which proof."""

    day: date
    channel: str = ""
    number: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class ObligationFiling:
    """An obligation filed and standing. ``course_id`` and ``call`` are those of the course that filed it."""

    course_id: int
    call: str
    name: str
    subject: str
    met: ObligationMet


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that the obligations of one course hang on.

    ``days`` are those of what happens once; what has not happened is not there. ``filed`` is by name and
    subject.
    """

    course: str
    call: Call
    days: Mapping[Anchor, date] = field(hash=False)
    classes: tuple[ClassDay, ...] = ()
    modules: tuple[ModuleSpan, ...] = ()
    people: tuple[ObligedPerson, ...] = ()
    incidents: tuple[IncidentDay, ...] = ()
    events: tuple[CourseEvent, ...] = ()
    papers: tuple[PaperFiling, ...] = ()
    filed: Mapping[tuple[str, str], ObligationMet] = field(default_factory=dict, hash=False)

    @property
    def class_days(self) -> tuple[date, ...]:
        """Return the days of class, in order."""
        return tuple(each.day for each in self.classes)

    @property
    def virtual_weeks(self) -> tuple[IsoWeek, ...]:
        """Return the weeks with some class at a distance, in order."""
        return tuple(dict.fromkeys(IsoWeek.of(each.day) for each in self.classes if each.is_virtual))

    @property
    def weeks(self) -> tuple[IsoWeek, ...]:
        """Return the weeks with class, in order."""
        return tuple(dict.fromkeys(IsoWeek.of(each.day) for each in self.classes))

    def has(self, kind: ModuleKind) -> bool:
        """Say whether some module is of a kind."""
        return any(module.kind is kind for module in self.modules)
