"""How each paper of a course is made: what is read for it, and the document that prints it.

The list of papers is in `operations.papers` and light; this file brings the engine and the fonts of the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance_paper import blank_sheet, recorded_sheet
from cpepa_desktop.operations.conditions_paper import conditions
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports import attendance_sheet, conditions_sheet


def _nothing(_paper: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """``gather`` reads what is printed from the file, ``pdf`` prints it, ``missing`` names the empty items.

    ``gather`` raises ``Refused`` where the file lacks what no such paper can be without.
    """

    gather: Callable[[Workspace, str, IsoWeek | None], Any]
    pdf: Callable[[Any], bytes]
    missing: Callable[[Any], tuple[str, ...]] = _nothing


def _weekly(
    gather: Callable[[Workspace, str, IsoWeek], Any],
) -> Callable[[Workspace, str, IsoWeek | None], Any]:
    def gather_week(ws: Workspace, course: str, week: IsoWeek | None) -> Any:  # noqa: ANN401 - each paper has its own data
        if week is None:
            raise Refused(_("Este documento es semanal: elija la semana."))
        return gather(ws, course, week)

    return gather_week


def _whole_course(
    gather: Callable[[Workspace, str], Any],
) -> Callable[[Workspace, str, IsoWeek | None], Any]:
    def gather_course(ws: Workspace, course: str, _week: IsoWeek | None) -> Any:  # noqa: ANN401 - each paper has its own data
        return gather(ws, course)

    return gather_course


MAKERS: Final[Mapping[str, PaperMaker]] = MappingProxyType(
    {
        "attendance-sheet": PaperMaker(_weekly(blank_sheet), attendance_sheet.pdf),
        "attendance-sheet-recorded": PaperMaker(_weekly(recorded_sheet), attendance_sheet.pdf),
        "conditions-sheet": PaperMaker(
            _whole_course(conditions), conditions_sheet.pdf, conditions_sheet.missing_items
        ),
    }
)
"""The maker of each of `operations.papers.DOCUMENTS`, by its name."""
