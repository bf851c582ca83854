"""What has to be typed again into the administration's programs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingKind, TypingList, TypingState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import Withdrawal, cancel_withdrawal, list_enrolments, withdraw
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.people import add_document
from cpepa_desktop.operations.typing_again import mark_typed, typing_list, typing_weeks, unmark_typed
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, id_number_of, planned, rows

WEEK = IsoWeek.of(MONDAY)
TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)
FIVE = 300


@pytest.fixture
def entered(ws: Workspace) -> Workspace:
    """Give a course of two people whose first two days are entered, on the Tuesday."""
    planned(ws)
    enrolled(ws, 1, status=EmploymentStatus.UNEMPLOYED)
    enrolled(ws, 2)
    ws.clock = at(TUESDAY)
    fill_week(ws, CODE, WEEK)
    return ws


def listed(ws: Workspace, program: Program = Program.GESTIFOR, week: IsoWeek = WEEK) -> TypingList:
    return typing_list(ws, CODE, program, week)


def days(found: TypingList) -> list[TypingItem]:
    return [item for item in found.items if item.kind is TypingKind.DAY]


def texts(item: TypingItem) -> list[str]:
    return [cell.text for cell in item.cells]


def absent(ws: Workspace, n: int, day: date, attended: int, *absences: Absence) -> None:
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    who = list_enrolments(ws, CODE)[n - 1]
    record_attendance(ws, CODE, [StretchInput(who.id, stretch.id, attended, absences)])


def test_gestifor_goes_day_by_day_down_the_list_and_gacepa_person_by_person(entered: Workspace) -> None:
    by_day = [(item.day, item.n) for item in days(listed(entered))]
    by_person = [(item.day, item.n) for item in days(listed(entered, Program.GACEPA))]
    assert by_day == [(MONDAY, 1), (MONDAY, 2), (TUESDAY, 1), (TUESDAY, 2)]
    assert by_person == [(MONDAY, 1), (TUESDAY, 1), (MONDAY, 2), (TUESDAY, 2)]


def test_each_program_has_hours_as_it_writes_them_with_the_causes(entered: Workspace) -> None:
    absent(entered, 1, MONDAY, 150, Absence(90, AbsenceCause.B))
    assert texts(days(listed(entered))[0]) == ["2,5", "1,5", "b", "1"]
    assert texts(days(listed(entered, Program.GACEPA))[0]) == ["2:30", "1:30", "b", "1:00"]
    assert texts(days(listed(entered))[1]) == ["5", "0", "", "0"]


@pytest.mark.parametrize(
    ("minutes", "written"), [(20, "0,33"), (10, "0,17"), (6, "0,1"), (0, "0"), (299, "4,98")]
)
def test_hours_with_a_comma_are_rounded_to_the_hundredth(
    entered: Workspace, minutes: int, written: str
) -> None:
    absent(entered, 1, MONDAY, minutes)
    assert texts(days(listed(entered))[0])[0] == written


def test_several_causes_of_a_day_are_told_together(entered: Workspace) -> None:
    absent(entered, 1, MONDAY, 0, Absence(60, AbsenceCause.H), Absence(240, AbsenceCause.A))
    assert texts(days(listed(entered))[0]) == ["0", "5", "a, h", "0"]


def test_joiners_come_before_the_hours_and_leavers_after(entered: Workspace) -> None:
    number = list_enrolments(entered, CODE)[0].person.document.number
    entered.clock = at(FRIDAY)
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.JOB, date(2024, 1, 18), date(2024, 1, 17)))
    found = listed(entered).items
    assert [item.kind for item in found[:2]] == [TypingKind.JOIN] * 2
    assert texts(found[0]) == [number, "Muñoz", "Ana 1", "15/01/2024", "persona desempleada"]
    assert texts(found[1])[-1] == ""
    assert (found[-1].kind, texts(found[-1])[3:]) == (
        TypingKind.LEAVE,
        ["16/01/2024", "Colocación", "18/01/2024", "17/01/2024"],
    )


def test_nothing_is_typed_of_classes_to_come_nor_outside_a_persons_days(entered: Workspace) -> None:
    enrolled(entered, 3, joined_on=TUESDAY)
    assert max(item.day for item in days(listed(entered))) == TUESDAY
    assert [item.day for item in days(listed(entered)) if item.n == 3] == [TUESDAY]


def test_what_is_not_entered_waits_and_cannot_be_typed(entered: Workspace) -> None:
    entered.clock = at(FRIDAY)
    found = listed(entered)
    waiting = [item for item in days(found) if item.day == FRIDAY]
    assert {item.state for item in waiting} == {TypingState.WAITING}
    assert texts(waiting[0]) == [""] * 4
    with pytest.raises(Refused, match="falta por introducir"):
        mark_typed(entered, found, [waiting[0].key], FRIDAY)


def test_an_item_is_ticked_with_its_day_and_number_and_then_is_not_left(entered: Workspace) -> None:
    found = listed(entered)
    first = days(found)[0]
    changes = mark_typed(entered, found, [first.key], TUESDAY, " G-77 ")
    again = days(listed(entered))[0]
    assert again.mark is not None
    assert (again.state, again.mark.typed_on, again.mark.number) == (TypingState.TYPED, TUESDAY, "G-77")
    assert listed(entered).left == found.left - 1
    assert days(listed(entered, Program.GACEPA))[0].state is TypingState.MISSING
    assert changes.course == CODE


def test_what_changed_since_it_was_typed_is_to_be_typed_again(entered: Workspace) -> None:
    found = listed(entered)
    mark_typed(entered, found, [item.key for item in found.items], TUESDAY)
    assert listed(entered).left == 0
    absent(entered, 2, TUESDAY, 240)
    assert [(item.n, item.day) for item in listed(entered).items if item.state is TypingState.CHANGED] == [
        (2, TUESDAY)
    ]
    absent(entered, 2, TUESDAY, FIVE)
    assert listed(entered).left == 0


def test_what_is_kept_is_what_was_read_when_it_was_typed(entered: Workspace) -> None:
    found = listed(entered)
    absent(entered, 1, MONDAY, 240)
    mark_typed(entered, found, [days(found)[0].key], TUESDAY)
    assert days(listed(entered))[0].state is TypingState.CHANGED


def test_another_day_of_leaving_is_a_change_of_the_same_line(entered: Workspace) -> None:
    number = list_enrolments(entered, CODE)[1].person.document.number
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.OTHER))
    found = listed(entered)
    mark_typed(entered, found, [found.items[-1].key], TUESDAY)
    undo(entered)
    undo(entered)
    assert listed(entered).items[-1].kind is TypingKind.DAY
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.ILLNESS, communicated_on=TUESDAY))
    assert listed(entered).items[-1].key == found.items[-1].key


def test_a_leaving_typed_and_then_taken_back_is_to_be_typed_again(entered: Workspace) -> None:
    number = list_enrolments(entered, CODE)[1].person.document.number
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.OTHER))
    cancel_withdrawal(entered, CODE, number)
    assert listed(entered).items[-1].kind is TypingKind.DAY, "nobody typed it: there is nothing to undo"
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.OTHER))
    found = listed(entered)
    mark_typed(entered, found, [found.items[-1].key], TUESDAY)
    cancel_withdrawal(entered, CODE, number)
    again = listed(entered)
    assert (again.items[-1].state, texts(again.items[-1])[3:]) == (
        TypingState.CHANGED,
        ["", "Baja anulada", "", ""],
    )
    mark_typed(entered, again, [again.items[-1].key], TUESDAY)
    assert listed(entered).items[-1].state is TypingState.TYPED


def test_the_day_leaving_is_communicated_does_not_make_it_type_again(entered: Workspace) -> None:
    number = list_enrolments(entered, CODE)[1].person.document.number
    withdraw(entered, CODE, number, Withdrawal(TUESDAY, LeaveCause.OTHER, communicated_on=TUESDAY))
    leaving = listed(entered).items[-1]
    assert [cell.text for cell in leaving.cells if not cell.is_compared] == ["16/01/2024"]


def test_a_new_document_keeps_what_was_typed_of_the_days_and_asks_for_the_joining_again(
    entered: Workspace,
) -> None:
    found = listed(entered)
    mark_typed(entered, found, [item.key for item in found.items], TUESDAY)
    someone = list_enrolments(entered, CODE)[0].person
    add_document(entered, someone.id, id_number_of(20_000_001))
    again = listed(entered)
    assert [item.kind for item in again.items if item.is_left] == [TypingKind.JOIN]
    mark_typed(entered, again, [again.items[0].key], TUESDAY)
    assert listed(entered).left == 0


def test_a_tick_is_taken_back_and_undone(entered: Workspace) -> None:
    found = listed(entered)
    key = days(found)[0].key
    mark_typed(entered, found, [key], TUESDAY)
    marked = rows(entered)
    unmark_typed(entered, listed(entered), [key])
    assert days(listed(entered))[0].state is TypingState.MISSING
    undo(entered)
    assert rows(entered) == marked


@pytest.mark.parametrize(
    ("keys", "day", "sentence"),
    [
        (["day/nobody"], TUESDAY, "Elija qué ha tecleado"),
        (None, TUESDAY + timedelta(days=1), "aún no ha llegado"),
        (None, MONDAY, "no pudo teclearse antes"),
    ],
)
def test_what_cannot_have_been_typed_is_refused_whole(
    entered: Workspace, keys: list[str] | None, day: date, sentence: str
) -> None:
    found = listed(entered)
    with pytest.raises(Refused, match=sentence):
        mark_typed(entered, found, keys or [item.key for item in found.items], day)
    assert listed(entered) == found


def test_who_joins_may_be_typed_before_their_first_day(ws: Workspace) -> None:
    planned(ws)
    enrolled(ws, 1)
    found = listed(ws)
    mark_typed(ws, found, [found.items[0].key], ws.clock.today())
    assert listed(ws).left == 0


def test_the_weeks_with_something_to_type_say_how_much_is_left(entered: Workspace) -> None:
    assert [(each.week, each.left) for each in typing_weeks(entered, CODE, Program.GESTIFOR)] == [(WEEK, 6)]
    entered.clock = at(MONDAY + timedelta(days=7))
    assert [each.left for each in typing_weeks(entered, CODE, Program.GESTIFOR)] == [6, 0]


def test_a_week_without_class_has_nothing_to_type(entered: Workspace) -> None:
    assert listed(entered, week=IsoWeek(2023, 1)).items == ()


def test_an_unknown_course_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused):
        typing_list(ws, "nada", Program.GACEPA, WEEK)
