"""The obligations of a course with their days, and what meets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cpepa_desktop.db.home import Filed
from cpepa_desktop.domain.call import Call, DayKind
from cpepa_desktop.domain.obligations import OBLIGATIONS, Anchor, Subject
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.deadlines import MEETINGS, DatedObligation, Timeline, dated_obligations
from cpepa_desktop.operations.papers import DOCUMENTS
from cpepa_desktop.operations.workspace import Workspace

START, FRIDAY = date(2024, 1, 15), date(2024, 1, 19)
FORTNIGHT = tuple(START + timedelta(days=n) for n in range(12) if n % 7 < 5)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


@pytest.fixture
def timeline(ws: Workspace) -> Timeline:
    """Give a course of two weeks under the call of 2023."""
    call = choose_call(ws, "EPE-873-2023").call
    return Timeline("24/001", call, START, FORTNIGHT[-1], None, FORTNIGHT)


def found(timeline: Timeline) -> Mapping[tuple[str, str], DatedObligation]:
    return {(each.name, each.subject): each for each in dated_obligations(timeline, is_weekday)}


def with_term(call: Call, name: str, **facts: Any) -> Call:  # noqa: ANN401 - the fields of a term
    """Return a call whose term of that name is another."""
    deadline = call.deadlines[name]
    assert deadline.due is not None
    changed = replace(deadline, due=replace(deadline.due, **facts))
    return replace(call, deadlines={**call.deadlines, name: changed})


def test_every_obligation_met_by_papers_is_known_and_so_are_its_papers() -> None:
    assert set(MEETINGS) <= set(OBLIGATIONS)
    assert {paper for meeting in MEETINGS.values() for paper in meeting.papers} <= set(DOCUMENTS)


def test_the_conditions_sheet_is_due_a_week_before_the_start(timeline: Timeline) -> None:
    sheet = found(timeline)["conditions_sheet", ""]
    assert (sheet.due, sheet.safe, sheet.met) == (date(2024, 1, 8), date(2024, 1, 8), False)
    assert str(sheet.citation) == "EPE/873/2023, Guía 10.2.1 y 10.2.3; cuadro resumen"
    assert sheet.place == "papers/conditions-sheet"


def test_each_week_with_class_owes_its_sheet_the_week_after(timeline: Timeline) -> None:
    sheets = [each for each in found(timeline).values() if each.name == "attendance_weekly"]
    assert [(each.subject, each.due, each.place) for each in sheets] == [
        ("2024-W03", date(2024, 1, 26), "papers/attendance-sheet-recorded/2024-W03"),
        ("2024-W04", date(2024, 2, 2), "papers/attendance-sheet-recorded/2024-W04"),
    ]


def test_only_the_sheet_of_that_week_sent_meets_its_obligation(timeline: Timeline) -> None:
    for kind in ("attendance-sheet", "attendance-sheet-recorded"):
        sent = replace(timeline, filed=frozenset({Filed(kind, "2024-W03", FilingAct.SENT)}))
        met = {each.subject for each in found(sent).values() if each.met}
        assert met == {"2024-W03"}
    handed_out = frozenset({Filed("attendance-sheet", "2024-W03", FilingAct.HANDED_OUT)})
    assert not any(each.met for each in found(replace(timeline, filed=handed_out)).values())


def test_the_conditions_sheet_approved_was_sent(timeline: Timeline) -> None:
    approved = replace(timeline, filed=frozenset({Filed("conditions-sheet", "", FilingAct.APPROVED)}))
    assert found(approved)["conditions_sheet", ""].met


def test_what_the_call_does_not_oblige_to_is_not_there(ws: Workspace, timeline: Timeline) -> None:
    own = choose_call(ws, "own-resources").call
    assert found(replace(timeline, call=own)) == {}


def test_safe_is_never_later_than_due(timeline: Timeline) -> None:
    sheet = timeline.call.deadlines["conditions_sheet"]
    assert sheet.due is not None
    for kind, safe_number in ((DayKind.WORKING, 7), (DayKind.CALENDAR, 3)):
        safe = replace(sheet.due, kind=kind, number=safe_number)
        deadlines = {**timeline.call.deadlines, "conditions_sheet": replace(sheet, safe=safe)}
        dated = found(replace(timeline, call=replace(timeline.call, deadlines=deadlines)))
        both = dated["conditions_sheet", ""]
        assert both.due == date(2024, 1, 8)
        assert both.safe == (date(2024, 1, 4) if kind is DayKind.WORKING else both.due)


def test_an_event_without_a_day_dates_nothing(timeline: Timeline) -> None:
    for anchor in (Anchor.SELECTION, Anchor.INCIDENT):
        call = with_term(timeline.call, "conditions_sheet", anchor=anchor)
        assert ("conditions_sheet", "") not in found(replace(timeline, call=call))


def test_terms_hang_on_the_days_of_the_course(timeline: Timeline) -> None:
    timeline = replace(timeline, selection_on=date(2024, 1, 11))
    wanted = {
        Anchor.COURSE_END: date(2024, 1, 19),
        Anchor.SELECTION: date(2024, 1, 4),
        Anchor.COURSE_START: date(2024, 1, 8),
    }
    for anchor, due in wanted.items():
        call = with_term(timeline.call, "conditions_sheet", anchor=anchor)
        assert found(replace(timeline, call=call))["conditions_sheet", ""].due == due
    fixed = with_term(
        timeline.call, "conditions_sheet", anchor=Anchor.FIXED, kind=DayKind.FIXED, day=date(2023, 12, 31)
    )
    assert found(replace(timeline, call=fixed))["conditions_sheet", ""].due == date(2023, 12, 31)


def test_an_obligation_without_a_term_or_of_people_is_not_dated_here(timeline: Timeline) -> None:
    sheet = timeline.call.deadlines["conditions_sheet"]
    for other in (replace(sheet, due=None), replace(sheet, subject=Subject.PERSON)):
        deadlines = {**timeline.call.deadlines, "conditions_sheet": other}
        dated = found(replace(timeline, call=replace(timeline.call, deadlines=deadlines)))
        assert ("conditions_sheet", "") not in dated
