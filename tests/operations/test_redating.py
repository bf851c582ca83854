"""What a change does to the terms that are open: told from when to when, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.course import CourseView, SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.timeline import ObligationMet
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.operations.enrolments import Withdrawal, cancel_withdrawal, withdraw
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.redating import moved_if, moved_words, redating
from cpepa_desktop.operations.relaying import change_start
from cpepa_desktop.operations.sessions import move_session, set_mode
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, class_on, enrolled, planned, request
from tests.operations.obliged import dated, timeline

TODAY = date(2024, 1, 2)
SHEET: DatedObligation = dated(timeline())["conditions_sheet", ""]
START_CHANGE = dated(timeline())["start_communication", ""]
"""Both due on Monday 8 January."""


def later(each: DatedObligation, days: int) -> DatedObligation:
    assert each.due is not None
    return replace(each, due=each.due + timedelta(days=days))


def test_what_goes_from_a_day_to_another_is_told_together() -> None:
    after = [later(SHEET, 7), later(START_CHANGE, 7)]
    assert moved_words([SHEET, START_CHANGE], after, TODAY) == (
        f"Vencía el lun 8 ene 2024 y vence el lun 15 ene 2024: «{SHEET.text}» y «{START_CHANGE.text}».",
    )


def test_what_goes_to_other_days_is_told_apart_and_in_order() -> None:
    sentences = moved_words([SHEET, START_CHANGE], [later(SHEET, 7), later(START_CHANGE, 1)], TODAY)
    assert [sentence.split(":")[0] for sentence in sentences] == [
        "Vencía el lun 8 ene 2024 y vence el mar 9 ene 2024",
        "Vencía el lun 8 ene 2024 y vence el lun 15 ene 2024",
    ]


def test_a_day_that_is_past_already_is_told_as_past() -> None:
    for today, words in (
        (date(2024, 1, 9), "Vencía el lun 8 ene 2024 y vence el mar 9 ene 2024"),
        (date(2024, 1, 10), "Vencía el lun 8 ene 2024 y ya ha vencido el mar 9 ene 2024"),
    ):
        (sentence,) = moved_words([SHEET], [later(SHEET, 1)], today)
        assert sentence.startswith(words)


def test_what_gains_or_loses_its_day_is_told() -> None:
    without = replace(SHEET, due=None)
    for today, verb in ((TODAY, "Vence"), (date(2024, 1, 8), "Vence"), (date(2024, 1, 9), "Ha vencido")):
        wanted = f"{verb} el lun 8 ene 2024: «{SHEET.text}»."
        assert moved_words([without], [SHEET], today) == moved_words([], [SHEET], today) == (wanted,)
    lost = (f"Ya no tiene plazo: «{SHEET.text}».",)
    assert moved_words([SHEET], [without], TODAY) == moved_words([SHEET], [], TODAY) == lost


def test_what_stays_what_is_met_and_the_weeks_of_class_are_not_told() -> None:
    met = replace(SHEET, met=ObligationMet(TODAY))
    week = dated(timeline())["attendance_weekly", "2024-W03"]
    assert moved_words([SHEET], [SHEET], TODAY) == ()
    assert moved_words([met], [later(met, 7)], TODAY) == ()
    assert moved_words([], [week], TODAY) == moved_words([week], [], TODAY) == ()
    assert len(moved_words([week], [later(week, 1)], TODAY)) == 1


def test_a_moment_that_is_past_is_not_told_of() -> None:
    limit = dated(timeline())["substitution_limit", ""]
    assert limit.due == date(2024, 1, 19)
    assert len(moved_words([limit], [later(limit, -1)], date(2024, 1, 18))) == 1
    assert moved_words([limit], [later(limit, -1)], date(2024, 1, 20)) == ()


# By the operations themselves -------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_another_day_of_selection_moves_what_hangs_on_it_and_tells(ws: Workspace) -> None:
    ws.clock = at(date(2023, 12, 1))
    first = change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 8))).notices
    assert "Vence el dom 24 dic 2023: «Pedir candidatos a las oficinas de empleo»." in first
    moved = change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 9))).notices
    assert (
        "Vencía el dom 24 dic 2023 y vence el lun 25 dic 2023: «Pedir candidatos a las oficinas de empleo»."
        in moved
    )
    assert change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 9))).notices == ()


@pytest.mark.usefixtures("course")
def test_another_start_moves_what_goes_before_it_and_after_its_end_and_tells(ws: Workspace) -> None:
    """From Monday 15 to Monday 22 January 2024."""
    ws.clock = at(date(2023, 12, 1))
    notices = change_start(ws, CODE, date(2024, 1, 22)).notices
    told = next(each for each in notices if "Comunicar el inicio de la acción" in each)
    assert told.startswith("Vencía el lun 8 ene 2024 y vence el lun 15 ene 2024: ")
    assert "Enviar la hoja de condiciones" in told
    after = next(each for each in notices if "acta de evaluación final" in each)
    found = {each.name: each.due for each in course_obligations(ws, CODE) if each.due}
    assert found["start_communication"] == date(2024, 1, 15)
    assert after.startswith(f"Vencía el vie 24 may 2024 y vence el {day_words(found['evaluation_record'])}: ")


@pytest.mark.usefixtures("course")
def test_what_is_filed_does_not_move(ws: Workspace) -> None:
    ws.clock = at(date(2023, 12, 20))
    change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 8)))
    file_obligation(ws, CODE, "candidate_request", "", FilingForm(date(2023, 12, 20)))
    (sentence,) = change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 9))).notices
    assert "preinscripción" in sentence
    assert "candidatos" not in sentence


def test_a_last_class_moved_moves_what_follows_the_end(ws: Workspace, course: CourseView) -> None:
    last = course.last_day
    assert last == date(2024, 5, 3)
    _stretch, sessions = class_on(course, last)
    notices = move_session(ws, CODE, sessions[-1].id, date(2024, 5, 6), 9 * 60, "obras").notices
    told = next(each for each in notices if "acta de evaluación" in each)
    assert told.startswith("Vencía el vie 24 may 2024 y vence el lun 27 may 2024: ")
    due = next(each.due for each in course_obligations(ws, CODE) if each.name == "evaluation_record")
    assert due == date(2024, 5, 27)


def test_the_virtual_classroom_brings_its_terms(ws: Workspace, course: CourseView) -> None:
    _stretch, (session, *_rest) = class_on(course, date(2024, 1, 16))
    notices = set_mode(ws, CODE, [session.id], SessionMode.VIRTUAL).notices
    assert any("informe final de conexiones" in notice for notice in notices)


@pytest.mark.usefixtures("course")
def test_who_leaves_brings_a_term_that_goes_with_coming_back(ws: Workspace) -> None:
    number = enrolled(ws).person.document.number
    ws.clock = at(date(2024, 1, 17))
    left = withdraw(ws, CODE, number, Withdrawal(date(2024, 1, 16), LeaveCause.OTHER)).notices
    assert any(each.startswith("Vence el lun 22 ene 2024: «Comunicar la baja") for each in left)
    back = cancel_withdrawal(ws, CODE, number).notices
    assert any(each.startswith("Ya no tiene plazo: «Comunicar la baja") for each in back)


def test_a_course_would_move_as_it_does(ws: Workspace, course: CourseView) -> None:
    """What another calendar would move is what it moves once it is written."""
    _stretch, sessions = class_on(course, date(2024, 5, 3))
    before = read_course(ws, CODE)
    done = move_session(ws, CODE, sessions[-1].id, date(2024, 5, 6), 9 * 60, "obras").notices
    back = moved_if(ws, before)
    assert any("Vencía el lun 27 may 2024 y vence el vie 24 may 2024" in each for each in back)
    assert len(back) == sum(each.startswith("Vencía") for each in done)
    assert moved_if(ws, read_course(ws, CODE)) == ()


def test_every_course_at_once(ws: Workspace, course: CourseView) -> None:
    planned(ws, request(code="24/002"))
    assert course.course.code == CODE
    with redating(ws) as moved:
        change_course(ws, CODE, CourseDetails(selection_on=date(2024, 1, 18)))
        assert not moved.notices
    (told,) = moved.notices
    assert told == "Vence el lun 15 ene 2024: «Se cierra la preinscripción, o al superar las 150» de 24/001."


def test_an_operation_refused_tells_nothing_but_why(ws: Workspace) -> None:
    with pytest.raises(Refused):
        change_course(ws, "nada", CourseDetails())


def test_who_joins_has_terms_of_their_own_and_moves_no_other(ws: Workspace, course: CourseView) -> None:
    enrolled(ws, 1, code=course.course.code)
    with redating(ws, CODE) as moved:
        enrolled(ws, 2, code=CODE)
    assert moved.notices
    assert all(each.startswith("Vence el") and "Ana 2" in each for each in moved.notices)
