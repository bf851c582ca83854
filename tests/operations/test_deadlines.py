"""The obligations of a course with their days, and what meets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cpepa_desktop.domain.call import Call, DayKind, Deadline
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.obligations import OBLIGATIONS, Anchor
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.timeline import (
    ClassDay,
    CourseEvent,
    IncidentDay,
    ObligationMet,
    ObligedPerson,
    PaperFiling,
    Timeline,
)
from cpepa_desktop.operations.deadlines import MEETINGS, all_obligations, course_obligations
from cpepa_desktop.operations.papers import DOCUMENTS
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, enrolled, planned, request
from tests.operations.obliged import FORTNIGHT, START, dated, the_call, timeline

JANUARY_8 = date(2024, 1, 8)
ANA = ObligedPerson(1, "Muñoz, Ana", START)


def with_deadline(name: str, **facts: Any) -> Timeline:  # noqa: ANN401 - the fields of a deadline
    """Return the course under a call whose deadline of that name is another."""
    call = the_call()
    return timeline(call=changed(call, name, replace(call.deadlines[name], **facts)))


def changed(call: Call, name: str, deadline: Deadline) -> Call:
    return replace(call, deadlines={**call.deadlines, name: deadline})


def due_of(of: Timeline) -> Mapping[str, date | None]:
    return {name: each.due for (name, subject), each in dated(of).items() if not subject}


def test_every_obligation_has_where_it_is_met_and_its_papers_are_known() -> None:
    assert set(MEETINGS) == set(OBLIGATIONS)
    assert {paper for meeting in MEETINGS.values() for paper in meeting.papers} <= set(DOCUMENTS)


def test_every_name_is_there_where_a_course_has_everything() -> None:
    virtual = tuple(ClassDay(day, is_virtual=True) for day in FORTNIGHT)
    someone = replace(ANA, left_on=date(2024, 1, 17), is_supported=True)
    stayed = ObligedPerson(2, "Gil, Eva", START)
    told = (IncidentDay(7, START, 600, "Avería"),)
    whole = timeline(classes=virtual, people=(someone, stayed), incidents=told)
    assert {name for name, _subject in dated(whole)} == set(OBLIGATIONS)


def test_the_terms_of_the_guide_about_a_start_an_end_and_a_selection() -> None:
    """Against the guide by hand: start on Monday 15, end on Friday 26, selection on Monday 8 January."""
    found = due_of(timeline({Anchor.SELECTION: JANUARY_8}))
    wanted = {
        "calendar_communication": date(2024, 1, 14),
        "candidate_request": date(2023, 12, 24),
        "start_communication": JANUARY_8,
        "conditions_sheet": JANUARY_8,
        "trainer_registration": JANUARY_8,
        "accident_insurance": date(2024, 1, 11),
        "selection_record": date(2024, 1, 11),
        "diplomas": date(2024, 2, 16),
        "evaluation_record": date(2024, 2, 16),
        "economic_justification": date(2024, 2, 26),
        "preregistration_opening": date(2023, 11, 15),
        "preregistration_closing": date(2024, 1, 5),
        "publicity_opening": date(2023, 11, 15),
        "complementary_trainer_validation": date(2024, 1, 23),
        "complementary_record": date(2024, 2, 16),
        "substitution_limit": date(2024, 1, 19),
        "execution_limit": date(2024, 10, 31),
        "advance_initial": date(2023, 12, 31),
    }
    assert {name: found[name] for name in wanted} == wanted


def test_the_safe_day_is_the_strictest_text_with_its_own_article() -> None:
    found = dated(timeline({Anchor.SELECTION: JANUARY_8}))
    request_ = found["candidate_request", ""]
    assert (request_.due, request_.safe) == (date(2023, 12, 24), date(2023, 12, 18))
    assert request_.opens == date(2023, 11, 15)
    record = found["evaluation_record", ""]
    assert (record.due, record.safe) == (date(2024, 2, 16), date(2024, 2, 12))
    assert (str(record.citation), str(record.safe_citation)) == (
        "EPE/873/2023, cuadro resumen",
        "EPE/873/2023, Guía 10.2.12",
    )
    limit = found["execution_limit", ""]
    assert (limit.due, limit.safe) == (date(2024, 10, 31), date(2024, 10, 30))


def test_safe_is_never_later_than_due() -> None:
    due = the_call().deadlines["conditions_sheet"].due
    assert due is not None
    for kind, number, safe in ((DayKind.WORKING, 7, date(2024, 1, 4)), (DayKind.CALENDAR, 3, JANUARY_8)):
        laxer = replace(due, kind=kind, number=number)
        sheet = dated(with_deadline("conditions_sheet", safe=laxer))["conditions_sheet", ""]
        assert (sheet.due, sheet.safe) == (JANUARY_8, safe)


def test_each_week_with_class_owes_its_sheet_the_week_after() -> None:
    sheets = [each for each in dated(timeline()).values() if each.name == "attendance_weekly"]
    assert [(each.subject, each.subject_words, each.due, each.place) for each in sheets] == [
        ("2024-W03", "semana del 15 ene", date(2024, 1, 26), "papers/attendance-sheet-recorded/2024-W03"),
        ("2024-W04", "semana del 22 ene", date(2024, 2, 2), "papers/attendance-sheet-recorded/2024-W04"),
    ]


def test_the_virtual_classroom_owes_only_the_weeks_that_have_it() -> None:
    assert not [key for key in dated(timeline()) if key[0].startswith(("virtual", "recordings"))]
    classes = tuple(ClassDay(day, is_virtual=day.day == 24) for day in FORTNIGHT)
    found = dated(timeline(classes=classes))
    assert ("virtual_weekly", "2024-W03") not in found
    assert found["virtual_weekly", "2024-W04"].due == found["virtual_final", ""].due == date(2024, 2, 2)
    assert ("recordings_destruction", "") in found


def test_people_are_registered_by_their_third_day_of_class() -> None:
    late = ObligedPerson(2, "Gil, Eva", date(2024, 1, 18), registered_on=date(2024, 1, 19))
    found = dated(timeline(people=(ANA, late)))
    ana, eva = found["participant_registration", "1"], found["participant_registration", "2"]
    assert (ana.due, ana.other, ana.met) == (date(2024, 1, 17), date(2024, 1, 18), None)
    assert (eva.due, eva.other) == (date(2024, 1, 22), date(2024, 1, 23))
    assert eva.met == ObligationMet(date(2024, 1, 19))
    assert (eva.subject_words, eva.place) == ("Gil, Eva", "enrolments/2")


def test_only_who_left_is_communicated() -> None:
    gone = replace(ANA, left_on=date(2024, 1, 17))
    leaver = dated(timeline(people=(gone, replace(ANA, enrolment_id=2))))
    assert ("leaver_communication", "2") not in leaver
    found = leaver["leaver_communication", "1"]
    assert (found.due, found.safe) == (date(2024, 1, 23), date(2024, 1, 17))
    assert str(found.safe_citation) == "EFP/942/2022, art. 20.2"
    told = dated(timeline(people=(replace(gone, leaving_communicated_on=date(2024, 1, 18)),)))
    assert told["leaver_communication", "1"].met == ObligationMet(date(2024, 1, 18))


def test_support_and_practice_are_owed_by_whom_they_are_about() -> None:
    supported = replace(ANA, is_supported=True, support_asked_on=date(2024, 1, 16))
    exempt = ObligedPerson(2, "Gil, Eva", START, is_exempt=True)
    gone = ObligedPerson(3, "Gil, Luz", START, left_on=date(2024, 1, 16))
    found = dated(timeline({Anchor.SELECTION: JANUARY_8}, people=(supported, exempt, gone)))
    asked = found["disability_support", "1"]
    assert (asked.due, asked.opens, asked.met) == (
        date(2024, 1, 26),
        JANUARY_8,
        ObligationMet(date(2024, 1, 16)),
    )
    assert [key for key in found if key[0] == "disability_support"] == [("disability_support", "1")]
    assert [key for key in found if key[0] == "workplace_module_start"] == [("workplace_module_start", "1")]
    assert found["workplace_module_start", "1"].due == date(2024, 5, 24)


def test_the_last_module_is_the_last_of_the_certificate_and_not_the_complementary_one() -> None:
    days = timeline().days
    assert (days[Anchor.LAST_MODULE_END], days[Anchor.COURSE_END]) == (date(2024, 1, 24), date(2024, 1, 26))
    assert days[Anchor.COMPLEMENTARY_START] == date(2024, 1, 24)


def test_grants_of_learners_wait_for_their_own_order() -> None:
    grants = dated(timeline(people=(ANA,)))["learner_grants", "1"]
    assert (grants.due, grants.safe, grants.kind, grants.anchor) == (None, None, None, None)
    assert grants.note


def test_an_incident_is_told_the_day_it_happens() -> None:
    friday = IncidentDay(7, date(2024, 1, 19), 570, "Avería")
    told = IncidentDay(8, date(2024, 1, 20), 570, "Obras", communicated_on=date(2024, 1, 22))
    found = dated(timeline(incidents=(friday, told)))
    assert (found["incidents", "7"].due, found["incidents", "7"].met) == (date(2024, 1, 19), None)
    assert found["incidents", "7"].subject_words == "vie 19 ene 2024, 09:30: Avería"
    saturday = found["incidents", "8"]
    assert (saturday.due, saturday.met) == (date(2024, 1, 22), ObligationMet(date(2024, 1, 22)))


def test_what_may_happen_again_is_owed_each_time() -> None:
    quiet = dated(timeline())
    assert (quiet["change_communication", ""].due, quiet["requirement_answer", ""].due) == (None, None)
    assert quiet["change_communication", ""].anchor is Anchor.CHANGE
    days = (date(2024, 1, 22), date(2024, 1, 24))
    found = dated(timeline(events=tuple(CourseEvent(Anchor.CHANGE, day) for day in days)))
    assert {key: each.due for key, each in found.items() if key[0] == "change_communication"} == {
        ("change_communication", "2024-01-22"): date(2024, 1, 19),
        ("change_communication", "2024-01-24"): date(2024, 1, 21),
    }
    assert found["change_communication", "2024-01-22"].subject_words == "lun 22 ene 2024"


def test_what_has_not_happened_dates_nothing_and_what_has_does() -> None:
    waiting = dated(timeline())
    happened = dated(
        timeline(
            {
                Anchor.GRANT_NOTIFIED: date(2023, 10, 14),
                Anchor.CALL_PUBLISHED: date(2023, 7, 14),
                Anchor.PUBLICITY_STARTED: date(2023, 12, 1),
                Anchor.RECORDINGS_NEEDED: date(2025, 1, 4),
                Anchor.JUSTIFICATION_CLOSED: date(2024, 2, 29),
            }
        )
    )
    wanted = {
        "grant_renunciation": date(2023, 11, 14),
        "grant_application": date(2023, 7, 28),
        "publicity_authorisation": date(2023, 11, 30),
        "document_keeping": date(2029, 2, 28),
        "start_declaration": None,
    }
    assert {name: happened[name, ""].due for name in wanted} == wanted
    assert {waiting[name, ""].due for name in wanted} == {None}
    # A grant notified on a Saturday: what opens with it is open on it.
    assert happened["advance_initial", ""].opens == date(2023, 10, 14)
    assert waiting["advance_initial", ""].opens is None


@pytest.mark.parametrize("kind", ["attendance-sheet", "attendance-sheet-recorded"])
def test_only_the_sheet_of_that_week_sent_meets_its_obligation(kind: str) -> None:
    sent = PaperFiling(kind, "2024-W03", FilingAct.SENT, date(2024, 1, 22), "Registro", "R-1", "a" * 64)
    found = dated(timeline(papers=(sent,)))
    met = found["attendance_weekly", "2024-W03"].met
    assert met == ObligationMet(date(2024, 1, 22), "Registro", "R-1", "a" * 64)
    assert found["attendance_weekly", "2024-W04"].met is None
    handed = replace(sent, act=FilingAct.HANDED_OUT)
    assert dated(timeline(papers=(handed,)))["attendance_weekly", "2024-W03"].met is None


def test_the_conditions_sheet_approved_was_sent() -> None:
    approved = PaperFiling("conditions-sheet", "", FilingAct.APPROVED, JANUARY_8)
    assert dated(timeline(papers=(approved,)))["conditions_sheet", ""].met == ObligationMet(JANUARY_8)


def test_what_is_filed_goes_before_what_other_parts_of_the_file_say() -> None:
    filed = ObligationMet(JANUARY_8, number="R-9")
    sent = PaperFiling("conditions-sheet", "", FilingAct.SENT, date(2024, 1, 5))
    found = dated(timeline(papers=(sent,), filed={("conditions_sheet", ""): filed}))
    assert found["conditions_sheet", ""].met == filed


def test_what_the_call_does_not_oblige_to_is_not_there() -> None:
    own = dated(timeline(call=the_call("own-resources")))
    assert {name for name, _subject in own} <= {
        "evaluation_record",
        "individual_reports",
        "workplace_module_start",
    }
    off = with_deadline("conditions_sheet", is_active=False)
    assert ("conditions_sheet", "") not in dated(off)


def test_a_moment_that_is_past_is_owed_no_more_and_a_duty_is() -> None:
    found = dated(timeline())
    for name, is_owed in (("substitution_limit", False), ("selection_record", True)):
        each = found[name, ""]
        assert each.due is not None
        assert each.is_open(each.due)
        assert each.is_open(date(2024, 3, 1)) is is_owed
    assert not replace(found["selection_record", ""], met=ObligationMet(START)).is_open(START)


def test_a_course_under_inaem_that_says_nothing_owes_nothing_twice() -> None:
    found = dated(timeline(people=(ANA, replace(ANA, enrolment_id=2))))
    assert len(found) == len({*found})


# From the file ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_a_course_of_the_file_has_its_obligations_by_day_with_the_open_ones_last(ws: Workspace) -> None:
    enrolled(ws)
    found = course_obligations(ws, CODE)
    days = [each.due or date.max for each in found]
    assert days == sorted(days)
    assert days[-1] == date.max
    assert {each.course for each in found} == {CODE}
    assert all_obligations(ws) == found


def test_local_holidays_are_no_working_days(ws: Workspace, course: CourseView) -> None:
    """The course ends on 3 May; 1 May is before, and no holiday falls in the fifteen days after."""
    record = next(each for each in course_obligations(ws, CODE) if each.name == "evaluation_record")
    assert course.last_day == date(2024, 5, 3)
    assert (record.due, record.safe) == (date(2024, 5, 24), date(2024, 5, 20))


def test_more_courses_make_no_more_questions(ws: Workspace) -> None:
    def questions() -> int:
        asked: list[str] = []
        with ws.db.tracer(lambda sql, _params: asked.append(sql)):
            all_obligations(ws)
        return len(asked)

    planned(ws)
    one = questions()
    for number in range(2, 5):
        planned(ws, request(code=f"24/00{number}"))
        enrolled(ws, number, code=f"24/00{number}")
    assert questions() == one
