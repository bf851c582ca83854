"""The days of courses read from the file."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.db import obligations as table
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.timeline import ClassDay, CourseEvent, ModuleSpan, ObligationMet
from cpepa_desktop.operations.timelines import days_of_class, timelines
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, request

MET = ObligationMet(date(2024, 1, 9), number="R-1")
FIRST, SECOND = date(2024, 1, 10), date(2024, 1, 20)


def filed(ws: Workspace, course_id: int, *names: str) -> None:
    with ws.operation("Presentar"):
        for name in names:
            table.file(ws.db, course_id, name, "", MET)


def test_a_timeline_has_the_days_of_its_sessions(ws: Workspace, course: CourseView) -> None:
    (found,) = timelines(ws, Scope.whole())
    assert found.course == CODE
    assert found.call.id == "EPE-873-2023"
    assert found.days[Anchor.COURSE_START] == date(2024, 1, 15)
    assert found.days[Anchor.COURSE_END] == course.last_day
    assert found.days[Anchor.COMPLEMENTARY_START] > found.days[Anchor.COURSE_START]
    assert Anchor.SELECTION not in found.days


def test_a_course_renounced_has_none(ws: Workspace, course: CourseView) -> None:
    with ws.operation("Renunciar"):
        ws.db.execute("UPDATE course SET renounced_on = '2024-01-12' WHERE id = ?", (course.course.id,))
    assert list(timelines(ws, Scope.whole())) == []


def test_publicity_counts_from_its_first_day_and_the_rest_from_their_last(
    ws: Workspace, course: CourseView
) -> None:
    with ws.operation("Sucesos"):
        for anchor in (Anchor.PUBLICITY_STARTED, Anchor.JUSTIFICATION_CLOSED):
            for day in (SECOND, FIRST):
                table.add_event(ws.db, course.course.id, CourseEvent(anchor, day))
    (found,) = timelines(ws, Scope.whole())
    assert found.days[Anchor.PUBLICITY_STARTED] == FIRST
    assert found.days[Anchor.JUSTIFICATION_CLOSED] == SECOND
    assert len(found.events) == 4


@pytest.mark.usefixtures("course")
def test_what_the_entity_files_once_serves_every_course_and_what_a_call_asks_those_of_the_call(
    ws: Workspace,
) -> None:
    other = planned(ws, request(code="24/002"))
    planned(ws, own_request(code="24/003"))
    filed(ws, other.course.id, "data_agreement", "quality_commitment", "selection_record")
    met = {found.course: {name for name, _subject in found.filed} for found in timelines(ws, Scope.whole())}
    assert met == {
        CODE: {"data_agreement", "quality_commitment"},
        "24/002": {"data_agreement", "quality_commitment", "selection_record"},
        "24/003": {"data_agreement"},
    }


def test_an_application_submitted_is_the_obligation_met(ws: Workspace, course: CourseView) -> None:
    with ws.operation("Solicitar"):
        ws.db.execute(
            """INSERT INTO application (centre_id, call, published_on, submitted_on, number)
               VALUES ((SELECT min(id) FROM centre), ?, '2023-07-14', '2024-01-09', 'R-1')""",
            (course.course.call,),
        )
    (found,) = timelines(ws, Scope.whole())
    assert found.filed["grant_application", ""] == MET
    assert found.days[Anchor.CALL_PUBLISHED] == date(2023, 7, 14)


def test_without_a_formative_module_the_last_day_ends_the_last_module() -> None:
    only = (ModuleSpan("COMP", ModuleKind.COMPLEMENTARY, FIRST, SECOND),)
    assert days_of_class((ClassDay(FIRST), ClassDay(SECOND)), only) == {
        Anchor.COURSE_END: SECOND,
        Anchor.LAST_MODULE_END: SECOND,
        Anchor.COMPLEMENTARY_START: FIRST,
    }
    assert days_of_class((), ()) == {}
