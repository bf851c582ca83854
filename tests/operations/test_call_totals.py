"""What the courses of a call add up to, against what a centre may ask for and be granted, to the cent."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.applications import ActionForm, save_action
from cpepa_desktop.operations.call_totals import totals_of_call
from cpepa_desktop.operations.grant import grant_of_course
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, request

CALL = "EPE-873-2023"
GRANT = 3_759_340
CAP = 20_000_000


def resolve(ws: Workspace, cents: int) -> None:
    served = (CourseServed(CODE, cents),)
    paper = OfficialPaper(0, OfficialPaperKind.GRANT, issued_on=date(2023, 10, 5), courses=served)
    save_official_paper(ws, paper)


def test_a_call_without_courses_adds_up_to_nothing(ws: Workspace) -> None:
    totals = totals_of_call(ws, CALL)
    assert (totals.asked, totals.granted, totals.expected, totals.courses) == (0, 0, 0, ())
    assert totals.request is not None
    assert totals.grant is not None
    assert (totals.request.answer, totals.grant.answer) == (Answer.YES, Answer.YES)


def test_courses_are_expected_until_a_resolution_grants_them(ws: Workspace) -> None:
    planned(ws)
    planned(ws, own_request(code="24/002", timetable="L-V 16:00-21:00"))
    totals = totals_of_call(ws, CALL)
    assert (totals.asked, totals.granted, totals.expected) == (GRANT, 0, GRANT)
    resolve(ws, 3_000_000)
    totals = totals_of_call(ws, CALL)
    assert (totals.asked, totals.granted, totals.expected) == (GRANT, 3_000_000, 0)


def test_what_the_resolution_grants_is_what_caps_and_units_hang_on(ws: Workspace) -> None:
    planned(ws)
    resolve(ws, 3_000_000)
    found = grant_of_course(ws, CODE)
    assert found is not None
    assert (found.estimated, found.granted, found.product_cap) == (GRANT, 3_000_000, 2_400_000)


@pytest.mark.parametrize(("cents", "answer"), [(CAP, Answer.YES), (CAP + 1, Answer.NO)])
def test_what_is_granted_to_a_centre_has_a_cap_to_the_cent(ws: Workspace, cents: int, answer: Answer) -> None:
    planned(ws)
    resolve(ws, cents)
    verdict = totals_of_call(ws, CALL).grant
    assert verdict is not None
    assert (verdict.answer, verdict.citation.place) == (answer, "ap. 13.4")


@pytest.mark.parametrize(("cents", "answer"), [(CAP - GRANT, Answer.YES), (CAP - GRANT + 1, Answer.PENDING)])
def test_what_no_resolution_grants_yet_may_pass_the_cap(ws: Workspace, cents: int, answer: Answer) -> None:
    planned(ws)
    planned(ws, request(code="24/002", timetable="L-V 16:00-21:00"))
    resolve(ws, cents)
    verdict = totals_of_call(ws, CALL).grant
    assert verdict is not None
    assert verdict.answer is answer


def test_the_application_says_what_is_asked_where_there_is_one(ws: Workspace) -> None:
    planned(ws)
    save_action(ws, CALL, ActionForm("ADGG0408"))
    totals = totals_of_call(ws, CALL)
    assert (totals.asked, totals.expected) == (3_530_800, GRANT)


def test_what_sets_no_caps_is_not_judged(ws: Workspace) -> None:
    totals = totals_of_call(ws, "own-resources")
    assert (totals.request, totals.grant) == (None, None)


def test_a_course_whose_grant_cannot_be_reckoned_says_why(ws: Workspace) -> None:
    planned(ws)
    with ws.operation("Otra provincia"):
        ws.db.execute("UPDATE course SET province = 'Soria'")
    totals = totals_of_call(ws, CALL)
    (course,) = totals.courses
    assert (course.estimate, totals.unknown) == (None, 1)
    assert "«Soria»" in course.refusal
    assert totals.request is not None
    assert totals.request.answer is Answer.PENDING
    assert totals.grant is not None
    assert (totals.grant.answer, totals.grant.reason) == (Answer.PENDING, "grants_missing")
