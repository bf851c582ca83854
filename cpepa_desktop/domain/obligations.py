"""The closed list of what a call may oblige a centre to, what each hangs on and what it is counted from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.law import Citation


class Subject(StrEnum):
    """What an obligation hangs on, so that each has its own day."""

    COURSE = "course"
    WEEK = "week"
    PERSON = "person"
    MODULE = "module"
    SESSION = "session"


class Anchor(StrEnum):
    """The event a term is counted from."""

    CALL_PUBLISHED = "call_published"
    GRANT_NOTIFIED = "grant_notified"
    PUBLICITY_STARTED = "publicity_started"
    SELECTION = "selection"
    COURSE_START = "course_start"
    CHANGE = "change"
    COMPLEMENTARY_START = "complementary_start"
    JOINING = "joining"
    LEAVING = "leaving"
    WEEK = "week"
    INCIDENT = "incident"
    LAST_MODULE_END = "last_module_end"
    COURSE_END = "course_end"
    REQUIREMENT = "requirement"
    RECORDINGS_NEEDED = "recordings_needed"
    JUSTIFICATION_CLOSED = "justification_closed"
    FIXED = "fixed"


OBLIGATIONS: Final[Mapping[str, Subject]] = MappingProxyType(
    {
        # The nineteen rows of the guide's summary table, in its order.
        "calendar_communication": Subject.COURSE,
        "advance_request": Subject.COURSE,
        "candidate_request": Subject.COURSE,
        "start_communication": Subject.COURSE,
        "conditions_sheet": Subject.COURSE,
        "trainer_registration": Subject.COURSE,
        "accident_insurance": Subject.COURSE,
        "selection_record": Subject.COURSE,
        "participant_registration": Subject.PERSON,
        "leaver_communication": Subject.PERSON,
        "attendance_weekly": Subject.WEEK,
        "virtual_weekly": Subject.WEEK,
        "virtual_final": Subject.COURSE,
        "incidents": Subject.SESSION,
        "learner_grants": Subject.PERSON,
        "diplomas": Subject.COURSE,
        "individual_reports": Subject.COURSE,
        "evaluation_record": Subject.COURSE,
        "economic_justification": Subject.COURSE,
        # Those the articles add.
        "grant_application": Subject.COURSE,
        "grant_renunciation": Subject.COURSE,
        "advance_initial": Subject.COURSE,
        "advance_after_start": Subject.COURSE,
        "preregistration_opening": Subject.COURSE,
        "preregistration_closing": Subject.COURSE,
        "publicity_opening": Subject.COURSE,
        "publicity_authorisation": Subject.COURSE,
        "quality_commitment": Subject.COURSE,
        "data_agreement": Subject.COURSE,
        "start_declaration": Subject.COURSE,
        "change_communication": Subject.COURSE,
        "start_change_communication": Subject.COURSE,
        "complementary_trainer_validation": Subject.COURSE,
        "complementary_record": Subject.COURSE,
        "disability_support": Subject.PERSON,
        "substitution_limit": Subject.COURSE,
        "requirement_answer": Subject.COURSE,
        "excess_repayment": Subject.COURSE,
        "evidence": Subject.COURSE,
        "recordings_destruction": Subject.COURSE,
        "document_keeping": Subject.COURSE,
        "execution_limit": Subject.COURSE,
        "workplace_module_start": Subject.PERSON,
    }
)
"""Every obligation a call may date, by its stable name, and what it hangs on."""

LAPSING: Final = frozenset(
    {
        "advance_after_start",
        "advance_initial",
        "advance_request",
        "candidate_request",
        "document_keeping",
        "excess_repayment",
        "execution_limit",
        "grant_application",
        "grant_renunciation",
        "preregistration_closing",
        "preregistration_opening",
        "publicity_opening",
        "start_change_communication",
        "substitution_limit",
    }
)
"""Moments, and rights that a centre may use or leave: once their day is past nothing is owed."""

ENTITY_WIDE: Final = frozenset({"data_agreement"})
"""What is filed once for the whole entity (guide 9)."""

CALL_WIDE: Final = frozenset({"quality_commitment"})
"""What is filed once a call, before its first course (guide 8)."""

REQUIREMENT_LIMIT: Final = (15, Citation("EFP/942/2022", "art. 15.5"))
"""The most days the state law lets a call give to answer a requirement."""

JUSTIFICATION_LIMITS: Final[Mapping[str, tuple[int, Citation]]] = MappingProxyType(
    {
        "modules": (60, Citation("EFP/942/2022", "art. 15.3")),
        "account": (90, Citation("EFP/942/2022", "art. 15.2")),
    }
)
"""The same for the justification, by its system; a month counts thirty days."""
