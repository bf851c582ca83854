"""What happened to a course, gathered from its papers, its filings, its events and its attendance."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import decisions, official_papers
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.db.milestones import Milestone, milestones
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from tests.db import small_centre

COURSE = 1
CODE = "24/001"
_FILED = "INSERT INTO obligation_filing (course_id, name, day) VALUES (1, '{name}', '2024-01-10')"
ISSUED, RECEIVED, ENDS = date(2024, 1, 10), date(2024, 1, 12), date(2024, 12, 31)


def known(db: Database) -> dict[str, Milestone]:
    """Return what happened to the course of the small centre besides its attendance."""
    return {
        name: each for name, each in milestones(db, COURSE).get(COURSE, {}).items() if name != "attendance"
    }


def paper(kind: OfficialPaperKind, **days: Any) -> OfficialPaper:  # noqa: ANN401 - its days
    return OfficialPaper(0, kind, courses=(CourseServed(CODE),), **days)


@pytest.mark.parametrize(
    ("kind", "name", "day"),
    [
        (OfficialPaperKind.AUTHORISATION, "authorisation_received", RECEIVED),
        (OfficialPaperKind.AGREEMENT, "agreement_signed", ISSUED),
        (OfficialPaperKind.GRANT, "grant_resolved", ISSUED),
        (OfficialPaperKind.INSURANCE, "insurance_formalised", ISSUED),
        (OfficialPaperKind.CONDITIONS_APPROVAL, "conditions_sheet_approved", ISSUED),
        (OfficialPaperKind.DIRECTORATE_RESOLUTION, "directorate_resolution", ISSUED),
        (OfficialPaperKind.REQUEST, "requested", ISSUED),
    ],
)
def test_a_paper_counts_from_its_day_and_an_authorisation_from_when_it_came(
    small: Database, kind: OfficialPaperKind, name: str, day: date
) -> None:
    with small_centre.write(small):
        official_papers.add(small, paper(kind, issued_on=ISSUED, received_on=RECEIVED, ends_on=ENDS))
    assert known(small) == {name: Milestone(day, ENDS)}


def test_an_authorisation_whose_arrival_nobody_wrote_counts_from_its_date(small: Database) -> None:
    with small_centre.write(small):
        official_papers.add(small, paper(OfficialPaperKind.AUTHORISATION, issued_on=ISSUED))
    assert known(small) == {"authorisation_received": Milestone(ISSUED)}


def test_of_two_the_first_known_counts(small: Database) -> None:
    with small_centre.write(small):
        for day in (None, ENDS, ISSUED):
            official_papers.add(small, paper(OfficialPaperKind.GRANT, issued_on=day))
    assert known(small) == {"grant_resolved": Milestone(ISSUED)}


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("INSERT INTO course_event VALUES (1, 'justification_closed', '2024-01-10', '')", "closed"),
        (
            _FILED.format(name="selection_record"),
            "selection_record_sent",
        ),
        (
            _FILED.format(name="economic_justification"),
            "justified",
        ),
    ],
)
def test_filings_and_events_count(small: Database, statement: str, name: str) -> None:
    with small_centre.write(small):
        small.execute(statement)
    assert known(small) == {name: Milestone(ISSUED)}


def test_a_filing_withdrawn_does_not_count(small: Database) -> None:
    with small_centre.write(small):
        small.execute(
            "INSERT INTO obligation_filing (course_id, name, day, withdrawn_on, withdraw_reason) "
            "VALUES (1, 'selection_record', '2024-01-10', '2024-01-11', 'Era de otro curso')"
        )
    assert known(small) == {}


@pytest.mark.parametrize("submitted", ["'2024-01-10'", "NULL"])
def test_a_course_of_the_yearly_request_or_of_an_application_is_requested_once_submitted(
    small: Database, submitted: str
) -> None:
    with small_centre.write(small):
        small.execute(f"INSERT INTO yearly_request (begins_in, submitted_on) VALUES (2024, {submitted})")  # noqa: S608 - ours
        small.execute(
            "INSERT INTO request_line (begins_in, position, speciality, route, course_id) "
            "VALUES (2024, 1, 'SSCS0208', 'own', 1)"
        )
        small.execute(
            f"INSERT INTO application (id, centre_id, call, submitted_on) VALUES (1, 1, 'own', {submitted})"  # noqa: S608 - ours
        )
        small.execute(
            "INSERT INTO application_action (application_id, position, speciality, province, course_id) "
            "VALUES (1, 1, 'SSCS0208', 'Zaragoza', 1)"
        )
    assert known(small) == ({"requested": Milestone(ISSUED)} if submitted != "NULL" else {})


def test_the_last_decision_says_whether_gates_are_deferred(small: Database) -> None:
    for answer, expected in (("deferred", {"gates_deferred": Milestone()}), ("asked", {})):
        with small_centre.write(small):
            decisions.add(small, Decision("start_gates", CODE, answer, "Consta", "Ana", "2024-03-14"))
        assert known(small) == expected


def test_attendance_of_anybody_counts(small: Database) -> None:
    assert "attendance" in milestones(small)[COURSE]
    with small_centre.write(small):
        small.execute("DELETE FROM absence")
        small.execute("DELETE FROM attendance")
    assert milestones(small) == {}
