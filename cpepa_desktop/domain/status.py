"""How the people of a course stand, as the window, the command line and the papers tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.people import Enrolment, Standing


@dataclass(frozen=True, slots=True)
class ModuleStatus:
    """One person in one formative module. A module not attended has no verdicts."""

    code: str
    title: str
    standing: Standing
    tally: Tally
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """One person in the action: where the minutes stand and what each rule says of them."""

    enrolment: Enrolment
    tally: Tally
    verdicts: Mapping[str, Verdict]
    modules: tuple[ModuleStatus, ...]
    complementary: tuple[ModuleStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseStatus:
    """Everybody in a course, with the official and the scheduled minutes of the action."""

    course: str
    title: str
    official_minutes: int
    scheduled_minutes: int
    people: tuple[PersonStatus, ...]
