"""How the people of a course stand, as the window, the command line and the papers tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.justification import ShareException
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.people import Enrolment, Standing

NO_FORECASTS: Final[Mapping[str, Forecast]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ExclusionProposal:
    """A calendar month with too many days of unjustified absence: the days, and the one too many."""

    days: tuple[date, ...]
    proposed_on: date


@dataclass(frozen=True, slots=True)
class ModuleStatus:
    """One person in one formative module. A module not attended has no verdicts.

    ``forecasts`` are by the rule of the verdict they look ahead of.
    """

    code: str
    title: str
    standing: Standing
    tally: Tally
    verdicts: Mapping[str, Verdict]
    forecasts: Mapping[str, Forecast] = field(default_factory=lambda: NO_FORECASTS)


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """One person in the action: where the minutes stand and what each rule says of them.

    ``forecasts`` are by the rule of the verdict they look ahead of. ``computable_minutes`` are those that
    count for payment, so far while the action goes on. ``notice`` says whether the leaving was told in time,
    ``None`` of who has not left. ``exclusions`` are proposals: the centre decides. ``exception`` is its
    decision to hold that somebody below the share has finished, which waits for every module to be passed.
    """

    enrolment: Enrolment
    tally: Tally
    verdicts: Mapping[str, Verdict]
    modules: tuple[ModuleStatus, ...]
    complementary: tuple[ModuleStatus, ...] = ()
    forecasts: Mapping[str, Forecast] = field(default_factory=lambda: NO_FORECASTS)
    computable_minutes: int = 0
    notice: Verdict | None = None
    exclusions: tuple[ExclusionProposal, ...] = ()
    exception: ShareException | None = None


@dataclass(frozen=True, slots=True)
class CourseStatus:
    """Everybody in a course, with the official and the scheduled minutes of the action.

    ``leavers`` says whether the action bears those who left, ``None`` where the call says nothing of it.
    """

    course: str
    title: str
    official_minutes: int
    scheduled_minutes: int
    people: tuple[PersonStatus, ...]
    leavers: Verdict | None = None
