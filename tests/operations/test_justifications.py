"""Justifications of a course: one over many classes, its state, its proof, and what it may not cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import redo, undo
from cpepa_desktop.operations.justification_proposals import JustificationForm, propose
from cpepa_desktop.operations.justifications import (
    JustificationView,
    add_justification,
    change_justification,
    change_state,
    hand_in,
    list_justifications,
    read_proof,
    remove_justifications,
    take_back_hand_in,
)
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, rows

TUESDAY, WEDNESDAY = date(2024, 1, 16), date(2024, 1, 17)
FRIDAY = date(2024, 1, 19)
WEEK = IsoWeek.of(MONDAY)
PENDING, VALIDATED = JustificationState.PENDING, JustificationState.VALIDATED
ILLNESS, MEDICAL = AbsenceCause.C, AbsenceCause.B


@pytest.fixture
def ana(ws: Workspace, course: CourseView) -> Enrolment:
    """Give a person of the course, at the end of its second week."""
    ws.clock = at(date(2024, 1, 26))
    assert course.course.code == CODE
    return enrolled(ws)


def miss(ws: Workspace, someone: Enrolment, day: date, minutes: int = 300, *absences: Absence) -> None:
    """Enter a day of which somebody missed some minutes."""
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    typed = StretchInput(someone.id, stretch.id, stretch.minutes - minutes, absences)
    record_attendance(ws, CODE, [typed])


# Facts are of the form, whichever they be.
def form(someone: Enrolment, cause: AbsenceCause = ILLNESS, **facts: Any) -> JustificationForm:  # noqa: ANN401
    """Return a form about a person, from the first Monday to its Wednesday unless it says otherwise."""
    usual: dict[str, Any] = {"first": MONDAY, "last": WEDNESDAY}
    return JustificationForm(someone.person.document.number, cause, **usual | facts)


def cells(ws: Workspace, minutes: Mapping[date, int]) -> dict[int, int]:
    """Return minutes by the first session of each day."""
    view = read_course(ws, CODE)
    return {class_on(view, day)[1][0].id: length for day, length in minutes.items()}


# Facts are of the form, whichever they be.
def justify(ws: Workspace, someone: Enrolment, minutes: Mapping[date, int], **facts: Any) -> int:  # noqa: ANN401
    """Justify minutes and return the key of the justification."""
    add_justification(ws, CODE, form(someone, **facts), cells(ws, minutes))
    return max(each.row.id for each in list_justifications(ws, CODE))


def only(ws: Workspace) -> JustificationView:
    """Return the one justification there is."""
    (found,) = list_justifications(ws, CODE)
    return found


def absences(ws: Workspace, someone: Enrolment, day: date) -> tuple[Absence, ...]:
    """Return the absences of a person on a day."""
    (row,) = [row for row in week_grid(ws, CODE, IsoWeek.of(day)).rows if row.enrolment.id == someone.id]
    return next(cell for cell in row.cells if cell.day == day).entries[0].absences


# Adding -----------------------------------------------------------------------------------------------------


def test_one_justification_covers_many_classes_and_waits_to_be_validated(
    ws: Workspace, ana: Enrolment
) -> None:
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        miss(ws, ana, day)
    minutes = {cell.session_id: cell.minutes for cell in propose(ws, CODE, form(ana)).cells}
    changes = add_justification(ws, CODE, form(ana, note=" Gripe "), minutes)
    found = only(ws)
    assert (changes.kinds, changes.course) == (frozenset({Kind.ATTENDANCE}), CODE)
    assert (found.cause, found.minutes, found.first, found.last) == (ILLNESS, 900, MONDAY, WEDNESDAY)
    assert (found.row.state, found.row.note, found.enrolment) == (PENDING, "Gripe", ana)
    (person,) = course_status(ws, CODE).people
    assert (person.tally.awaiting, person.tally.unjustified) == (900, 0)


def test_several_causes_share_one_session(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    justify(ws, ana, {MONDAY: 120}, cause=MEDICAL)
    justify(ws, ana, {MONDAY: 180}, cause=AbsenceCause.E)
    assert absences(ws, ana, MONDAY) == (
        Absence(120, MEDICAL, PENDING),
        Absence(180, AbsenceCause.E, PENDING),
    )


@pytest.mark.parametrize(("minutes", "is_refused"), [(240, False), (241, True), (-1, True)])
def test_no_more_is_justified_than_was_missed(
    ws: Workspace, ana: Enrolment, minutes: int, *, is_refused: bool
) -> None:
    miss(ws, ana, MONDAY, 300)
    justify(ws, ana, {MONDAY: 60}, cause=MEDICAL)
    before = rows(ws)
    if is_refused:
        with pytest.raises(Refused, match="corrija estos minutos") as refused:
            justify(ws, ana, {MONDAY: minutes})
        assert "lo que faltó sin justificar, 4 h" in refused.value.problems[0].message
        assert rows(ws) == before
    else:
        justify(ws, ana, {MONDAY: minutes})
        assert sum(absence.minutes for absence in absences(ws, ana, MONDAY)) == 300


def test_without_an_absence_there_is_nothing_to_justify(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY, 0)
    with pytest.raises(Refused, match="Introduzca antes la asistencia"):
        justify(ws, ana, {MONDAY: 0})
    with pytest.raises(Refused, match="corrija estos minutos"):
        justify(ws, ana, {TUESDAY: 60})


def test_a_class_of_nobody_is_refused(ws: Workspace, ana: Enrolment) -> None:
    with pytest.raises(Refused, match="corrija") as refused:
        add_justification(ws, CODE, form(ana), {999: 60})
    assert "no tiene esa clase" in refused.value.problems[0].message


def test_a_letter_typed_in_the_grid_becomes_part_of_the_justification_that_arrives(
    ws: Workspace, ana: Enrolment
) -> None:
    for day in (MONDAY, TUESDAY):
        miss(ws, ana, day, 300, Absence(300, ILLNESS, PENDING))
    assert len(list_justifications(ws, CODE)) == 2
    key = justify(ws, ana, {MONDAY: 300, TUESDAY: 200})
    assert (only(ws).row.id, only(ws).minutes) == (key, 500)
    assert absences(ws, ana, TUESDAY) == (Absence(200, ILLNESS, PENDING),)


def test_a_letter_that_was_decided_or_is_of_another_cause_stays(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY, 300, Absence(100, ILLNESS, VALIDATED), Absence(100, MEDICAL, PENDING))
    justify(ws, ana, {MONDAY: 100})
    assert len(list_justifications(ws, CODE)) == 3
    with pytest.raises(Refused, match="corrija"):
        justify(ws, ana, {MONDAY: 1})


def test_a_cause_without_a_justification_gives_way_to_it(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY, 300, Absence(200, ILLNESS), Absence(50, MEDICAL))
    justify(ws, ana, {MONDAY: 150})
    assert absences(ws, ana, MONDAY) == (
        Absence(150, ILLNESS, PENDING),
        Absence(50, MEDICAL),
        Absence(100, ILLNESS),
    )


def test_what_a_short_contract_cannot_justify_keeps_its_cause_unjustified(
    ws: Workspace, ana: Enrolment
) -> None:
    miss(ws, ana, MONDAY)
    justify(ws, ana, {MONDAY: 120}, cause=AbsenceCause.H)
    assert absences(ws, ana, MONDAY) == (Absence(120, AbsenceCause.H, PENDING), Absence(180, AbsenceCause.H))


def test_a_short_contract_beyond_its_share_is_refused(ws: Workspace, ana: Enrolment) -> None:
    """MF1016_2 lasts 100 h: five days of five hours are its 25 %, and not a minute of a sixth."""
    ws.clock = at(date(2024, 2, 2))
    week = [date(2024, 1, day) for day in (15, 16, 17, 18, 19)]
    for day in (*week, date(2024, 1, 22)):
        miss(ws, ana, day)
    justify(ws, ana, dict.fromkeys(week, 300), cause=AbsenceCause.H, last=FRIDAY)
    with pytest.raises(Refused, match="más minutos de los que admite") as refused:
        justify(ws, ana, {date(2024, 1, 22): 1}, cause=AbsenceCause.H, last=date(2024, 1, 22))
    assert "25 %" in refused.value.problems[0].message


# Changing and removing --------------------------------------------------------------------------------------


def test_a_change_replaces_the_minutes_and_keeps_the_state_and_the_proof(
    ws: Workspace, ana: Enrolment, tmp_path: Path
) -> None:
    for day in (MONDAY, TUESDAY):
        miss(ws, ana, day)
    scan = tmp_path / "parte.pdf"
    scan.write_bytes(b"%PDF parte")
    key = justify(ws, ana, {MONDAY: 300}, proof=scan)
    change_state(ws, CODE, [key], VALIDATED, FRIDAY)
    change_justification(ws, CODE, key, form(ana, MEDICAL, note="Corregido"), cells(ws, {TUESDAY: 60}))
    found = only(ws)
    assert (found.row.id, found.cause, found.minutes, found.first) == (key, MEDICAL, 60, TUESDAY)
    assert (found.row.state, found.row.note, found.proof_name) == (VALIDATED, "Corregido", "parte.pdf")
    assert absences(ws, ana, MONDAY) == ()


def test_a_justification_may_take_again_the_minutes_it_has(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    key = justify(ws, ana, {MONDAY: 300})
    (cell,) = propose(ws, CODE, form(ana), key).cells
    assert cell.most == 300
    change_justification(ws, CODE, key, form(ana), {cell.session_id: cell.minutes})
    assert only(ws).minutes == 300


def test_removing_leaves_the_absence_unjustified(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    key = justify(ws, ana, {MONDAY: 300})
    remove_justifications(ws, CODE, [key])
    assert list_justifications(ws, CODE) == ()
    assert absences(ws, ana, MONDAY) == ()
    with pytest.raises(Refused, match="ya no existe"):
        remove_justifications(ws, CODE, [key])


def test_nothing_chosen_is_told(ws: Workspace, ana: Enrolment) -> None:
    assert ana.id
    with pytest.raises(Refused, match="elija otro"):
        change_state(ws, CODE, [], VALIDATED)


def test_everything_is_undone_and_done_again(ws: Workspace, ana: Enrolment, tmp_path: Path) -> None:
    miss(ws, ana, MONDAY)
    scan = tmp_path / "parte.pdf"
    scan.write_bytes(b"%PDF parte")
    before = rows(ws)
    key = justify(ws, ana, {MONDAY: 300}, proof=scan)
    change_state(ws, CODE, [key], VALIDATED, FRIDAY)
    hand_in_day = date(2024, 1, 26)
    with pytest.raises(Refused, match="ya no existe"):
        hand_in(ws, CODE, [key + 1], hand_in_day, "1")
    remove_justifications(ws, CODE, [key])
    after = rows(ws)
    for _step in range(3):
        undo(ws)
    assert rows(ws) == before
    for _step in range(3):
        redo(ws)
    assert rows(ws) == after


# State, handing in and proof --------------------------------------------------------------------------------


def test_many_are_decided_at_once_with_their_day(ws: Workspace, ana: Enrolment) -> None:
    luz = enrolled(ws, 2)
    for someone in (ana, luz):
        miss(ws, someone, MONDAY)
    keys = [justify(ws, someone, {MONDAY: 300}) for someone in (ana, luz)]
    change_state(ws, CODE, keys, VALIDATED, FRIDAY)
    assert {(each.row.state, each.row.decided_on) for each in list_justifications(ws, CODE)} == {
        (VALIDATED, FRIDAY)
    }
    change_state(ws, CODE, keys, JustificationState.REJECTED)
    assert {each.row.decided_on for each in list_justifications(ws, CODE)} == {date(2024, 1, 26)}
    change_state(ws, CODE, keys, PENDING)
    assert {each.row.decided_on for each in list_justifications(ws, CODE)} == {None}
    with pytest.raises(Refused, match="quite el justificante"):
        change_state(ws, CODE, keys, JustificationState.UNJUSTIFIED)


def test_a_decision_is_neither_to_come_nor_before_it_was_handed_in(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    key = justify(ws, ana, {MONDAY: 300})
    hand_in(ws, CODE, [key], date(2024, 1, 22), "2024/77")
    change_state(ws, CODE, [key], VALIDATED, date(2024, 1, 22))
    with pytest.raises(Refused, match="anterior al día en que se entregó"):
        change_state(ws, CODE, [key], VALIDATED, date(2024, 1, 21))
    change_state(ws, CODE, [key], VALIDATED, date(2024, 1, 26))
    with pytest.raises(Refused, match="aún no ha llegado"):
        change_state(ws, CODE, [key], VALIDATED, date(2024, 1, 27))


def test_handing_in_is_written_and_taken_back(ws: Workspace, ana: Enrolment) -> None:
    miss(ws, ana, MONDAY)
    key = justify(ws, ana, {MONDAY: 300})
    with pytest.raises(Refused, match="aún no ha llegado"):
        hand_in(ws, CODE, [key], date(2024, 1, 27), "")
    hand_in(ws, CODE, [key], date(2024, 1, 26), " 2024/77 ")
    assert (only(ws).row.handed_in_on, only(ws).row.registry) == (date(2024, 1, 26), "2024/77")
    take_back_hand_in(ws, CODE, [key])
    assert (only(ws).row.handed_in_on, only(ws).row.registry) == (None, "")


def test_the_proof_is_kept_opened_and_taken_off(ws: Workspace, ana: Enrolment, tmp_path: Path) -> None:
    miss(ws, ana, MONDAY)
    scan = tmp_path / "parte.pdf"
    scan.write_bytes(b"%PDF parte")
    key = justify(ws, ana, {MONDAY: 300}, proof=scan)
    scan.unlink()
    assert read_proof(ws, CODE, key) == ("parte.pdf", b"%PDF parte")
    dropped = form(ana, drops_proof=True)
    change_justification(ws, CODE, key, dropped, cells(ws, {MONDAY: 300}))
    with pytest.raises(Refused, match="no tiene ningún documento"):
        read_proof(ws, CODE, key)
    with pytest.raises(Refused, match="No se puede leer"):
        change_justification(ws, CODE, key, form(ana, proof=scan), cells(ws, {MONDAY: 300}))


# Typing again in the grid -----------------------------------------------------------------------------------


def test_a_cell_typed_again_says_what_its_justification_loses(ws: Workspace, ana: Enrolment) -> None:
    for day in (MONDAY, TUESDAY):
        miss(ws, ana, day)
    justify(ws, ana, {MONDAY: 300, TUESDAY: 300})
    stretch, _sessions = class_on(read_course(ws, CODE), TUESDAY)
    shorter = StretchInput(ana.id, stretch.id, 120, (Absence(180, ILLNESS, PENDING),))
    (said,) = record_attendance(ws, CODE, [shorter]).notices
    assert "pierde 2 h" in said
    assert only(ws).minutes == 480
    (said,) = record_attendance(ws, CODE, [replace(shorter, attended_minutes=300, absences=())]).notices
    assert "pierde 3 h" in said
    monday, _sessions = class_on(read_course(ws, CODE), MONDAY)
    (said,) = record_attendance(ws, CODE, [StretchInput(ana.id, monday.id, 300)]).notices
    assert "ya no cubre nada" in said
    assert list_justifications(ws, CODE) == ()


def test_a_cell_typed_again_with_the_same_says_nothing(ws: Workspace, ana: Enrolment) -> None:
    for day in (MONDAY, TUESDAY):
        miss(ws, ana, day)
    justify(ws, ana, {MONDAY: 300, TUESDAY: 300})
    stretch, _sessions = class_on(read_course(ws, CODE), TUESDAY)
    same = StretchInput(ana.id, stretch.id, 0, (Absence(300, ILLNESS, PENDING),))
    assert record_attendance(ws, CODE, [same]).notices == ()
    assert only(ws).minutes == 600


# Weeks that were sent ---------------------------------------------------------------------------------------


@pytest.fixture
def sent(ws: Workspace, ana: Enrolment) -> int:
    """Give the justification of a week that was sent and stands still."""
    for day in (15, 16, 17, 18, 19):
        miss(ws, ana, date(2024, 1, day), 300 if day < 17 else 0)
    key = justify(ws, ana, {MONDAY: 300})
    lock_week(ws, CODE, WEEK, date(2024, 1, 22), "2024/77")
    return key


def test_in_a_week_that_was_sent_the_state_changes_and_the_minutes_do_not(
    ws: Workspace, ana: Enrolment, sent: int
) -> None:
    change_state(ws, CODE, [sent], VALIDATED, date(2024, 1, 25))
    hand_in(ws, CODE, [sent], date(2024, 1, 22), "2024/78")
    assert only(ws).row.state is VALIDATED
    before = rows(ws)
    for act in (
        lambda: justify(ws, ana, {TUESDAY: 60}),
        lambda: change_justification(ws, CODE, sent, form(ana), cells(ws, {MONDAY: 60})),
        lambda: change_justification(ws, CODE, sent, form(ana, MEDICAL), cells(ws, {MONDAY: 300})),
        lambda: remove_justifications(ws, CODE, [sent]),
    ):
        with pytest.raises(Refused, match="bloqueada"):
            act()
    assert rows(ws) == before


def test_in_a_week_that_was_sent_the_proof_and_the_note_may_still_come(
    ws: Workspace, ana: Enrolment, sent: int
) -> None:
    change_justification(ws, CODE, sent, form(ana, note="Llega el parte"), cells(ws, {MONDAY: 300}))
    assert only(ws).row.note == "Llega el parte"
