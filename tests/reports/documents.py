"""Every document of the program, in each of its forms, filled with invented data.

What must hold of every paper is tested and validated on these: a new document has to be added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.reports import (
    attendance_sheet,
    conditions_sheet,
    incidents,
    justifications_list,
    monthly_summary,
    trainer_control,
)
from cpepa_desktop.reports.frame import Document
from tests.reports import course_sheets, sheets


@dataclass(frozen=True, slots=True)
class Form:
    """A document's module and what it prints."""

    module: ModuleType
    data: Any

    def story(self) -> Document:
        """Return the form in blocks."""
        story: Document = self.module.story(self.data)
        return story

    def pdf(self) -> bytes:
        """Return its PDF."""
        content: bytes = self.module.pdf(self.data)
        return content


_BIMODAL: Final = frozenset({SessionMode.IN_PERSON, SessionMode.BIMODAL})

FORMS: Final = {
    "attendance sheet, blank": Form(attendance_sheet, sheets.blank()),
    "attendance sheet, recorded": Form(attendance_sheet, sheets.recorded()),
    "attendance sheet, 25 people by 14 stretches": Form(attendance_sheet, sheets.recorded(25, 7, 2)),
    "conditions sheet": Form(conditions_sheet, sheets.conditions()),
    "conditions sheet with its annex": Form(conditions_sheet, sheets.conditions(modes=_BIMODAL)),
    "conditions sheet, all pending": Form(
        conditions_sheet, sheets.conditions(conditions_sheet.CentreTexts())
    ),
    "incidents": Form(incidents, course_sheets.incidents()),
    "trainer control": Form(trainer_control, course_sheets.trainer_control()),
    "justifications list": Form(justifications_list, course_sheets.justifications_list()),
    "monthly summary": Form(monthly_summary, course_sheets.monthly_summary()),
}
