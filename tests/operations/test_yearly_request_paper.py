"""What is read for the printed yearly request."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.papers import missing_items, preview_paper, print_paper
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_request_paper import requested
from cpepa_desktop.operations.yearly_requests import save_line, submit_request
from tests.operations.builders import at

YEAR = SchoolYear(2024)


@pytest.fixture
def asking(ws: Workspace) -> Workspace:
    """Give a request of two lines, one of them authorised already."""
    ws.clock = at(date(2024, 4, 2))
    save_accreditation(ws, Accreditation(0, "SSCS0208", "26-17", date(2023, 9, 1)))
    save_line(ws, YEAR, RequestLine(0, 0, "SSCS0208", "", Route.OWN, starts_on=date(2024, 10, 1), places=15))
    save_line(ws, YEAR, RequestLine(0, 0, "ADGD0308", "A1", Route.LOCAL))
    return ws


def test_the_paper_says_what_the_file_says_of_each_line(asking: Workspace) -> None:
    submit_request(asking, YEAR, date(2024, 4, 1), "GAC-1")
    paper = requested(asking, YEAR)
    assert (paper.year, paper.submitted_on, paper.number) == (YEAR, date(2024, 4, 1), "GAC-1")
    own, local = paper.courses
    assert (own.payer, own.authorisation, own.accreditation, own.missing) == (
        "Medios propios",
        "Ya autorizado",
        "26-17",
        (),
    )
    assert (local.words, local.needs_entity, local.authorisation) == (
        "ADGD0308 A1",
        True,
        "Nueva autorización",
    )
    assert local.missing


def test_it_is_printed_for_its_school_year_and_registered(asking: Workspace, tmp_path: Path) -> None:
    printed = print_paper(asking, "yearly-request", "", YEAR, tmp_path)
    assert printed.path.read_bytes().startswith(b"%PDF")
    assert (printed.paper.course, printed.paper.period) == ("", "24/25")
    assert missing_items(asking, "yearly-request", "", YEAR) == (
        "ADGD0308 A1: entidad local, inicio previsto, plazas",
    )


def test_without_its_school_year_it_is_refused(asking: Workspace) -> None:
    with pytest.raises(Refused, match="curso escolar"):
        preview_paper(asking, "yearly-request", "", IsoWeek(2024, 7))


def test_it_is_signed_on_the_working_day_whatever_the_machine_says(asking: Workspace) -> None:
    asking.clock = at(date(2024, 4, 25))
    content = preview_paper(asking, "yearly-request", "", YEAR)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "a 25 de abril de 2024" in " ".join(text.split())
