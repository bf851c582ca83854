"""Who is in a course, in which seat, from when to when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, Person, SeatKind, Standing
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.enrolments import (
    EnrolmentForm,
    Withdrawal,
    cancel_withdrawal,
    change_enrolment,
    enrol,
    enrol_new,
    find_enrolment,
    list_enrolments,
    withdraw,
)
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.people import add_document
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    KEPT,
    MONDAY,
    at,
    attend,
    enrolled,
    id_number_of,
    own_request,
    person,
    planned,
    rows,
)

FRIDAY = date(2024, 1, 19)
NEXT_MONDAY = date(2024, 1, 22)
LEFT = Withdrawal(FRIDAY, LeaveCause.OTHER)

pytestmark = pytest.mark.usefixtures("course")


def again(ws: Workspace, enrolment: Enrolment) -> Enrolment:
    """Return the enrolment as it now stands."""
    return next(found for found in list_enrolments(ws, CODE) if found.id == enrolment.id)


def leave(ws: Workspace, enrolment: Enrolment, withdrawal: Withdrawal = LEFT) -> Changes:
    return withdraw(ws, CODE, enrolment.person.document.number, withdrawal)


# Joining ----------------------------------------------------------------------------------------------------


def test_who_joins_without_more_is_there_from_the_first_day_in_the_first_free_seat(ws: Workspace) -> None:
    one, two = enrolled(ws, 1), enrolled(ws, 2)
    assert (one.joined_on, one.seat, one.seat_kind) == (MONDAY, 1, SeatKind.FUNDED)
    assert (two.seat, two.status_at_start, two.standings) == (2, None, ())


def test_what_is_said_of_who_joins_is_kept(ws: Workspace, course: CourseView) -> None:
    someone = enrolled(
        ws,
        joined_on=date(2024, 1, 17),
        seat=14,
        status=EmploymentStatus.UNEMPLOYED,
        accredited=("MF1017_2",),
        source="Certificación de 2022",
    )
    assert (someone.joined_on, someone.seat, someone.seat_kind) == (
        date(2024, 1, 17),
        14,
        SeatKind.ADDITIONAL,
    )
    assert someone.status_at_start is EmploymentStatus.UNEMPLOYED
    (standing,) = someone.standings
    assert (standing.course_module_id, standing.standing) == (course.modules[1].id, Standing.ACCREDITED)
    assert standing.source == "Certificación de 2022"


def test_thirteen_seats_are_funded_two_additional_and_the_sixteenth_is_noticed(ws: Workspace) -> None:
    changes = [enrol(ws, CODE, person(ws, number).id, EnrolmentForm()) for number in range(1, 17)]
    kinds = [someone.seat_kind for someone in list_enrolments(ws, CODE)]
    assert kinds == [SeatKind.FUNDED] * 13 + [SeatKind.ADDITIONAL] * 3
    assert [change.notices for change in changes[:15]] == [()] * 15
    assert "16 personas" in changes[15].notices[0]
    assert "ap. 18.9" in changes[15].notices[0]


def test_a_course_that_nobody_pays_for_has_no_additional_seats(ws: Workspace) -> None:
    planned(ws, own_request(code="24/002"))
    notices = [enrol(ws, "24/002", person(ws, number).id, EnrolmentForm()).notices for number in range(1, 26)]
    assert {someone.seat_kind for someone in list_enrolments(ws, "24/002")} == {SeatKind.FUNDED}
    assert notices == [()] * 25
    with pytest.raises(Refused, match="máximo de 25"):
        enrol(ws, "24/002", person(ws, 26).id, EnrolmentForm())
    with pytest.raises(Refused, match="No hay plazas adicionales"):
        enrolled(ws, 99, "24/002", seat_kind=SeatKind.ADDITIONAL)


def test_a_seat_can_be_asked_for_by_its_kind(ws: Workspace) -> None:
    assert enrolled(ws, 1, seat_kind=SeatKind.ADDITIONAL).seat == 14
    assert enrolled(ws, 2, seat_kind=SeatKind.FUNDED).seat == 1
    assert enrolled(ws, 3, seat_kind=SeatKind.ADDITIONAL).seat == 15
    for number in range(4, 16):
        enrolled(ws, number)
    with pytest.raises(Refused, match="No queda ninguna plaza financiada"):
        enrolled(ws, 16, seat_kind=SeatKind.FUNDED)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"joined_on": date(2024, 1, 14)}, "El dom 14 ene 2024 queda fuera del curso"),
        (
            {"joined_on": date(2024, 5, 4)},
            "queda fuera del curso 24/001, del lun 15 ene 2024 al vie 3 may 2024",
        ),
        ({"accredited": ("MF0000_1",)}, "no tiene los módulos MF0000_1: sólo MF1016_2"),
        ({"accredited": ("COMPL",)}, "no tiene los módulos COMPL"),
        ({"accredited": ("MF1016_2", "MF1017_2", "MF1018_2", "MF1019_2")}, "no tiene qué cursar"),
    ],
)
def test_an_enrolment_that_makes_no_sense_is_refused_and_nothing_is_written(
    ws: Workspace, form: dict[str, Any], words: str
) -> None:
    someone = person(ws)
    before = rows(ws)
    with pytest.raises(Refused, match=words):
        enrol(ws, CODE, someone.id, EnrolmentForm(**form))
    assert rows(ws) == before


def test_the_first_and_the_last_day_can_be_joined_on(ws: Workspace) -> None:
    assert enrolled(ws, 1, joined_on=MONDAY).joined_on == MONDAY
    assert enrolled(ws, 2, joined_on=date(2024, 5, 3)).joined_on == date(2024, 5, 3)


def test_nobody_is_in_a_course_twice(ws: Workspace) -> None:
    someone = enrolled(ws)
    with pytest.raises(Refused, match="ya está en el curso"):
        enrol(ws, CODE, someone.person.id, EnrolmentForm())


def test_a_taken_seat_is_refused(ws: Workspace) -> None:
    enrolled(ws, 1)
    with pytest.raises(Refused, match="La plaza 1 ya está ocupada"):
        enrolled(ws, 2, seat=1)


# Finding ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["10000001S", "10.000.001-s", " 10000001 S "])
def test_somebody_is_found_by_a_number_however_it_is_written(ws: Workspace, typed: str) -> None:
    someone = enrolled(ws)
    assert someone.person.document.number == "10000001S"
    assert find_enrolment(ws, CODE, typed) == someone


def test_somebody_is_found_by_an_earlier_number(ws: Workspace) -> None:
    someone = enrolled(ws)
    add_document(ws, someone.person.id, "X1234567L")
    assert find_enrolment(ws, CODE, someone.person.document.number).id == someone.id
    assert find_enrolment(ws, CODE, "X1234567L").id == someone.id


@pytest.mark.parametrize("number", [id_number_of(99), "sin papeles", ""])
def test_a_number_of_nobody_is_told(ws: Workspace, number: str) -> None:
    enrolled(ws)
    with pytest.raises(Refused, match="Nadie con el documento"):
        find_enrolment(ws, CODE, number)


# Changing ---------------------------------------------------------------------------------------------------


def test_what_was_said_can_be_changed(ws: Workspace) -> None:
    someone = enrolled(ws, status=EmploymentStatus.UNEMPLOYED, accredited=("MF1017_2",))
    form = EnrolmentForm(date(2024, 1, 16), seat=3, status=EmploymentStatus.EMPLOYED)
    assert change_enrolment(ws, CODE, someone.id, form).kinds == {Kind.ENROLMENTS}
    changed = again(ws, someone)
    assert (changed.joined_on, changed.seat, changed.standings) == (date(2024, 1, 16), 3, ())
    assert changed.status_at_start is EmploymentStatus.EMPLOYED


def test_a_change_that_says_nothing_of_day_and_seat_leaves_them(ws: Workspace) -> None:
    someone = enrolled(ws, joined_on=date(2024, 1, 16), seat=2)
    change_enrolment(ws, CODE, someone.id, EnrolmentForm())
    assert again(ws, someone) == someone


def test_a_person_does_not_join_after_a_class_that_was_entered(ws: Workspace) -> None:
    someone = enrolled(ws)
    ws.clock = at(date(2024, 1, 16))
    attend(ws, someone, 600)
    with pytest.raises(Refused, match="Hay asistencia introducida antes del mié 17 ene 2024"):
        change_enrolment(ws, CODE, someone.id, EnrolmentForm(date(2024, 1, 17)))
    with pytest.raises(Refused, match="ya no está en el curso"):
        change_enrolment(ws, CODE, 99, EnrolmentForm())


def test_a_person_does_not_join_after_leaving(ws: Workspace) -> None:
    someone = enrolled(ws)
    leave(ws, someone)
    with pytest.raises(Refused, match="está de baja desde el vie 19 ene 2024"):
        change_enrolment(ws, CODE, someone.id, EnrolmentForm(NEXT_MONDAY))
    change_enrolment(ws, CODE, someone.id, EnrolmentForm(FRIDAY))
    assert again(ws, someone).joined_on == FRIDAY


def test_a_change_does_not_take_a_seat_that_somebody_has(ws: Workspace) -> None:
    one, two = enrolled(ws, 1), enrolled(ws, 2)
    with pytest.raises(Refused, match="La plaza 1 ya está ocupada"):
        change_enrolment(ws, CODE, two.id, EnrolmentForm(seat=1))
    assert again(ws, two).seat == 2
    change_enrolment(ws, CODE, one.id, EnrolmentForm(seat=3))
    change_enrolment(ws, CODE, two.id, EnrolmentForm(seat=1))
    assert [again(ws, someone).seat for someone in (one, two)] == [3, 1]


# Leaving ----------------------------------------------------------------------------------------------------


def test_a_withdrawal_is_kept_with_its_proof(ws: Workspace, tmp_path: Path) -> None:
    someone = enrolled(ws)
    proof = tmp_path / "contrato.pdf"
    proof.write_bytes(b"%PDF-1.7")
    leave(ws, someone, Withdrawal(FRIDAY, LeaveCause.JOB, NEXT_MONDAY, date(2024, 1, 23), proof))
    left = again(ws, someone)
    assert (left.left_on, left.leave_cause) == (FRIDAY, LeaveCause.JOB)
    assert (left.contract_start, left.leaving_communicated_on) == (NEXT_MONDAY, date(2024, 1, 23))
    ((sha256, media_type),) = ws.db.execute(
        "SELECT sha256, media_type FROM attachment JOIN enrolment ON leave_proof = sha256"
    )
    assert (ws.file.attachments.get(sha256), media_type) == (b"%PDF-1.7", "application/pdf")


@pytest.mark.parametrize(
    ("withdrawal", "words"),
    [
        (Withdrawal(date(2024, 1, 14), LeaveCause.OTHER), "no puede ser el dom 14 ene 2024"),
        (Withdrawal(date(2024, 5, 4), LeaveCause.OTHER), "no puede ser el sáb 4 may 2024"),
        (Withdrawal(FRIDAY, LeaveCause.ILLNESS, NEXT_MONDAY), "Sólo la baja por empleo"),
        (Withdrawal(FRIDAY, LeaveCause.OTHER, proof=Path("no-está.pdf")), "No se puede leer el justificante"),
    ],
)
def test_a_withdrawal_that_makes_no_sense_is_refused(
    ws: Workspace, withdrawal: Withdrawal, words: str
) -> None:
    someone = enrolled(ws)
    with pytest.raises(Refused, match=words):
        leave(ws, someone, withdrawal)
    assert again(ws, someone) == someone


@pytest.mark.parametrize("cause", [LeaveCause.JOB, LeaveCause.RECALL])
def test_who_leaves_for_work_can_have_a_contract(ws: Workspace, cause: LeaveCause) -> None:
    someone = enrolled(ws)
    leave(ws, someone, Withdrawal(FRIDAY, cause, NEXT_MONDAY))
    assert again(ws, someone).contract_start == NEXT_MONDAY


def test_nobody_leaves_before_a_class_that_was_entered(ws: Workspace) -> None:
    someone = enrolled(ws)
    ws.clock = at(NEXT_MONDAY)
    attend(ws, someone, 6 * 300)
    with pytest.raises(Refused, match="tiene 1 asistencias después del vie 19 ene 2024"):
        leave(ws, someone)
    leave(ws, someone, Withdrawal(NEXT_MONDAY, LeaveCause.OTHER))
    with pytest.raises(Refused, match="ya está de baja desde el lun 22 ene 2024"):
        leave(ws, someone)


def test_a_withdrawal_is_taken_back_whole(ws: Workspace) -> None:
    someone = enrolled(ws)
    with pytest.raises(Refused, match="no está de baja"):
        cancel_withdrawal(ws, CODE, someone.person.document.number)
    leave(ws, someone, Withdrawal(FRIDAY, LeaveCause.JOB, NEXT_MONDAY, NEXT_MONDAY))
    cancel_withdrawal(ws, CODE, someone.person.document.number)
    assert again(ws, someone) == someone


# One seat, two people ---------------------------------------------------------------------------------------


def test_who_substitutes_takes_the_seat_from_the_next_day_on(ws: Workspace) -> None:
    gone = enrolled(ws, 1)
    leave(ws, gone)
    with pytest.raises(Refused, match="La plaza 1 ya está ocupada"):
        enrolled(ws, 2, joined_on=FRIDAY, seat=1)
    assert enrolled(ws, 3, joined_on=NEXT_MONDAY).seat == 1
    assert enrolled(ws, 4, joined_on=FRIDAY).seat == 2
    assert [someone.seat for someone in list_enrolments(ws, CODE)] == [1, 1, 2]


def test_who_left_does_not_count_among_the_people_of_the_class(ws: Workspace) -> None:
    for number in range(1, 16):
        enrolled(ws, number)
    leave(ws, list_enrolments(ws, CODE)[0], replace(LEFT, on=date(2024, 1, 18)))
    substitute = enrol(ws, CODE, person(ws, 16).id, EnrolmentForm(FRIDAY))
    assert substitute.notices == ()


def test_a_seat_that_was_taken_since_is_not_given_back(ws: Workspace) -> None:
    gone = enrolled(ws, 1)
    leave(ws, gone)
    enrolled(ws, 2, joined_on=NEXT_MONDAY)
    with pytest.raises(Refused, match="Otra persona ocupa ya la plaza 1"):
        cancel_withdrawal(ws, CODE, gone.person.document.number)


def test_who_substitutes_does_not_join_while_the_other_is_still_there(ws: Workspace) -> None:
    gone = enrolled(ws, 1)
    leave(ws, gone)
    substitute = enrolled(ws, 2, joined_on=NEXT_MONDAY)
    with pytest.raises(Refused, match="La plaza 1 ya está ocupada"):
        change_enrolment(ws, CODE, substitute.id, EnrolmentForm(FRIDAY))
    assert again(ws, substitute) == substitute
    change_enrolment(ws, CODE, gone.id, EnrolmentForm(date(2024, 1, 16)))
    assert again(ws, gone).joined_on == date(2024, 1, 16)


# Taking back ------------------------------------------------------------------------------------------------

WRITES: dict[str, Callable[[Workspace, Enrolment], Changes]] = {
    "enrol": lambda ws, someone: enrol(
        ws, "24/002", someone.person.id, EnrolmentForm(accredited=("MF1017_2",))
    ),
    "change_enrolment": lambda ws, someone: change_enrolment(ws, CODE, someone.id, EnrolmentForm(seat=5)),
    "withdraw": leave,
    "cancel_withdrawal": lambda ws, _someone: cancel_withdrawal(ws, CODE, id_number_of(10_000_002)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace, Enrolment], Changes]) -> None:
    planned(ws, own_request(code="24/002", timetable="L-V 16:00-19:00", **KEPT))
    someone, gone = enrolled(ws, 1), enrolled(ws, 2)
    leave(ws, gone)
    before = rows(ws)
    write(ws, someone)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before


def test_back_to_pending_lets_a_person_leave_earlier(ws: Workspace, course: CourseView) -> None:
    someone = enrolled(ws)
    ws.clock = at(NEXT_MONDAY)
    attend(ws, someone, 6 * 300)
    monday = next(stretch for stretch in course.stretches if stretch.day == NEXT_MONDAY)
    record_attendance(ws, CODE, [StretchInput(someone.id, monday.id, None)])
    leave(ws, someone)
    assert again(ws, someone).left_on == FRIDAY


# Somebody new -----------------------------------------------------------------------------------------------


def _somebody(number: str = "12345678Z") -> Person:
    return Person(0, "Eva", "Sanz", parse_identity(number))


def test_somebody_new_is_written_and_enrolled_at_once_and_one_undo_takes_both_back(ws: Workspace) -> None:
    before, done = rows(ws), len(history(ws))
    changes = enrol_new(ws, CODE, _somebody(), EnrolmentForm(seat=3))
    assert changes.kinds == {Kind.PEOPLE, Kind.ENROLMENTS}
    assert changes.course == CODE
    (eva,) = list_enrolments(ws, CODE)
    assert (eva.person.listed_name, eva.seat) == ("Sanz, Eva", 3)
    assert len(history(ws)) == done + 1
    undo(ws)
    assert rows(ws) == before


def test_where_somebody_new_cannot_be_enrolled_they_are_not_written_either(ws: Workspace) -> None:
    enrolled(ws, 1, seat=3)
    before = rows(ws)
    for form in (EnrolmentForm(seat=3), EnrolmentForm(joined_on=date(2020, 1, 1))):
        with pytest.raises(Refused, match="No se ha cambiado nada"):
            enrol_new(ws, CODE, _somebody(), form)
    assert rows(ws) == before


def test_who_the_file_knows_is_not_written_twice(ws: Workspace) -> None:
    known = person(ws)
    with pytest.raises(Refused, match="ya es de Muñoz, Ana 1"):
        enrol_new(ws, CODE, _somebody(known.document.number), EnrolmentForm())
    with pytest.raises(Refused, match="Falta el nombre"):
        enrol_new(ws, CODE, replace(_somebody(), name=" "), EnrolmentForm())
