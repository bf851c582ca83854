"""What the printed yearly request says."""

from __future__ import annotations

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import payer_words
from cpepa_desktop.operations.paper_head import centre_head
from cpepa_desktop.operations.request_sheet import authorisation_words
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import RequestLineView, read_request
from cpepa_desktop.reports.yearly_request import RequestedCourse, YearlyRequestPaper


def requested(ws: Workspace, year: SchoolYear) -> YearlyRequestPaper:
    """Return the request for a school year as it prints now."""
    view = read_request(ws, year)
    return YearlyRequestPaper(
        head=centre_head(ws),
        year=year,
        courses=tuple(_course(line) for line in view.lines),
        submitted_on=view.request.submitted_on,
        number=view.request.number,
    )


def _course(row: RequestLineView) -> RequestedCourse:
    return RequestedCourse(
        code=row.line.speciality,
        part=row.line.part,
        title=row.subject.title,
        minutes=row.subject.minutes,
        payer=payer_words(row.line.route),
        needs_entity=row.line.lacks_entity,
        entity=row.entity.name if row.entity else "",
        starts_on=row.line.starts_on,
        places=row.line.places,
        authorisation=authorisation_words(row),
        accreditation=row.accreditation.number if row.accreditation else "",
        missing=row.missing,
        note=row.line.note,
    )
