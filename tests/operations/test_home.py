"""The first page: what is due, who is at risk, what waits; and no course more makes one question more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.course_life import renounce_course
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.home import read_home, waiting_count
from cpepa_desktop.operations.papers import mark_paper, print_paper
from cpepa_desktop.operations.sessions import cancel_session
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import weeks_of
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, attend, class_on, enrolled, own_request, planned, request

FIRST, SECOND = IsoWeek(2024, 3), IsoWeek(2024, 4)
HOURS = 60


def missing(ws: Workspace) -> dict[IsoWeek, int]:
    return {each.week: each.missing for each in read_home(ws).weeks}


def due(ws: Workspace) -> list[tuple[str, str]]:
    """Return what is due that a paper of the program meets."""
    items = (item for item in read_home(ws).due if item.paper)
    return [(item.obligation.name, item.obligation.subject) for item in items]


def sent(ws: Workspace, kind: str, week: IsoWeek | None, folder: Path) -> None:
    """Print a paper and say that it was sent."""
    mark_paper(ws, print_paper(ws, kind, CODE, week, folder).paper.id, FilingAct.SENT, ws.clock.today())


# Due --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_what_is_due_comes_with_its_paper_the_most_urgent_first(ws: Workspace) -> None:
    ws.clock = at(date(2024, 1, 22))
    items = read_home(ws).due
    assert [(item.paper, item.obligation.due) for item in items if item.paper] == [
        ("Hoja de condiciones", date(2024, 1, 8)),
        ("Hoja de asistencia", date(2024, 1, 26)),
        ("Hoja de asistencia", date(2024, 2, 2)),
    ]
    safe = [item.obligation.safe for item in items]
    assert safe == sorted(safe, key=str)


@pytest.mark.usefixtures("course")
def test_a_duty_stays_until_it_is_met_and_a_moment_goes_with_its_day(ws: Workspace) -> None:
    def names(day: date) -> set[str]:
        ws.clock = at(day)
        return {item.obligation.name for item in read_home(ws).due}

    before, after = names(date(2024, 1, 19)), names(date(2024, 1, 20))
    assert before - after == {"substitution_limit"}
    assert {"selection_record", "start_communication", "trainer_registration"} <= after


@pytest.mark.usefixtures("course")
def test_people_oblige_from_the_day_they_join(ws: Workspace) -> None:
    someone = enrolled(ws)
    ws.clock = at(date(2024, 1, 15))
    (item,) = (each for each in read_home(ws).due if each.obligation.name == "participant_registration")
    assert (item.obligation.due, item.obligation.place) == (date(2024, 1, 17), f"enrolments/{someone.id}")


@pytest.mark.usefixtures("course")
def test_a_course_renounced_owes_nothing(ws: Workspace) -> None:
    assert waiting_count(ws)
    with ws.operation("Renunciar"):
        ws.db.execute("UPDATE course SET renounced_on = '2024-01-12'")
    assert waiting_count(ws) == 0


@pytest.mark.usefixtures("course")
def test_a_course_renounced_waits_for_nothing_and_stays_in_the_year(ws: Workspace, tmp_path: Path) -> None:
    enrolled(ws)
    ws.clock = at(date(2024, 1, 26))
    print_paper(ws, "attendance-sheet", CODE, FIRST, tmp_path)
    home = read_home(ws)
    assert home.weeks
    assert home.papers
    renounce_course(ws, CODE, date(2024, 1, 22), "Sin alumnado")
    home = read_home(ws)
    assert (home.due, home.next_due, home.at_risk, home.weeks, home.papers) == ((), None, (), (), ())
    assert [(bar.code, bar.stage) for bar in home.courses] == [(CODE, Stage.RENOUNCED)]


@pytest.mark.usefixtures("course")
def test_a_week_owes_its_sheet_from_its_monday_on(ws: Workspace) -> None:
    ws.clock = at(date(2024, 1, 14))
    assert due(ws) == [("conditions_sheet", "")]
    ws.clock = at(date(2024, 1, 15))
    assert due(ws) == [("conditions_sheet", ""), ("attendance_weekly", "2024-W03")]


def test_what_lies_beyond_a_fortnight_is_only_what_comes_next(ws: Workspace) -> None:
    """Nothing of a course of 3 June falls due after its openings of April and before the 27th of May."""
    planned(ws, request(start=date(2024, 6, 3)))
    for day, count in ((date(2024, 5, 12), 0), (date(2024, 5, 13), 4)):
        ws.clock = at(day)
        home = read_home(ws)
        assert len(home.due) == waiting_count(ws) == count
    ws.clock = at(date(2024, 5, 12))
    following = read_home(ws).next_due
    assert following is not None
    assert (following.paper, following.obligation.due) == ("Hoja de condiciones", date(2024, 5, 27))


@pytest.mark.usefixtures("course")
def test_a_paper_sent_is_due_no_more(ws: Workspace, tmp_path: Path) -> None:
    ws.clock = at(date(2024, 1, 19))
    enrolled(ws)
    sent(ws, "conditions-sheet", None, tmp_path)
    assert due(ws) == [("attendance_weekly", "2024-W03")]
    waiting = waiting_count(ws)
    sent(ws, "attendance-sheet", FIRST, tmp_path)
    assert due(ws) == []
    assert waiting_count(ws) == waiting - 1


@pytest.mark.usefixtures("course")
def test_a_week_that_is_locked_is_due_no_more_until_it_is_unlocked(ws: Workspace) -> None:
    enrolled(ws)
    ws.clock = at(date(2024, 1, 19))
    fill_week(ws, CODE, FIRST)
    owed = ("attendance_weekly", str(FIRST))
    assert owed in due(ws)
    lock_week(ws, CODE, FIRST, ws.clock.today(), "REG-17")
    assert owed not in due(ws)
    unlock_week(ws, CODE, FIRST, "faltaba un justificante")
    assert owed in due(ws)


def test_nothing_is_due_of_a_course_that_nobody_subsidises(ws: Workspace) -> None:
    planned(ws, own_request())
    ws.clock = at(date(2024, 2, 1))
    assert due(ws) == []


@pytest.mark.usefixtures("course")
def test_a_course_ended_long_ago_asks_for_nothing(ws: Workspace) -> None:
    """Its last class is on 3 May: sixty days later, 2 July, it still counts."""
    enrolled(ws)
    for day, is_open in ((date(2024, 7, 2), True), (date(2024, 7, 3), False)):
        ws.clock = at(day)
        home = read_home(ws)
        assert bool(home.due) == bool(home.weeks) == is_open
        assert len(home.courses) == 1


# To enter ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_weeks_to_enter_count_as_the_course_does(ws: Workspace) -> None:
    enrolled(ws, 1)
    enrolled(ws, 2, joined_on=date(2024, 1, 17))
    ws.clock = at(date(2024, 1, 23))
    assert missing(ws) == {
        each.week: each.cells - each.entered for each in weeks_of(ws, CODE) if each.cells > each.entered
    }
    fill_week(ws, CODE, FIRST)
    assert list(missing(ws)) == [SECOND]


def test_a_class_cancelled_asks_for_nothing(ws: Workspace, course: CourseView) -> None:
    enrolled(ws)
    ws.clock = at(date(2024, 1, 15))
    assert missing(ws) == {FIRST: 1}
    _stretch, (session,) = class_on(course, date(2024, 1, 15))
    cancel_session(ws, CODE, session.id, "Avería", None)
    assert missing(ws) == {}


@pytest.mark.usefixtures("course")
def test_a_paper_waits_until_it_is_filed(ws: Workspace, tmp_path: Path) -> None:
    ws.clock = at(date(2024, 1, 19))
    enrolled(ws)
    printed = print_paper(ws, "attendance-sheet", CODE, FIRST, tmp_path)
    (waiting,) = read_home(ws).papers
    assert (waiting.paper.id, waiting.title, waiting.paper.week) == (
        printed.paper.id,
        "Hoja de asistencia",
        "2024-W03",
    )
    mark_paper(ws, printed.paper.id, FilingAct.HANDED_OUT, ws.clock.today())
    assert read_home(ws).papers == ()


# At risk ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_who_is_at_risk_is_judged_as_the_course_judges(ws: Workspace) -> None:
    good, bad, gone = enrolled(ws, 1), enrolled(ws, 2), enrolled(ws, 3)
    ws.clock = at(date(2024, 1, 26))
    attend(ws, good, 50 * HOURS)
    attend(ws, bad, 20 * HOURS)
    attend(ws, gone, 0)
    withdraw(ws, CODE, gone.person.document.number, Withdrawal(date(2024, 1, 26), LeaveCause.OTHER))
    (at_risk,) = read_home(ws).at_risk
    assert at_risk.enrolment.id == bad.id
    standing = next(each for each in course_status(ws, CODE).people if each.enrolment.id == bad.id)
    judged = [*standing.verdicts.values(), *(v for m in standing.modules for v in m.verdicts.values())]
    assert at_risk.risks
    assert all(risk.verdict in judged for risk in at_risk.risks)
    assert all(risk.verdict.answer is not Answer.YES for risk in at_risk.risks)
    assert at_risk.shares == (80, 40)


@pytest.mark.usefixtures("course")
def test_nobody_is_at_risk_in_a_course_that_is_over(ws: Workspace) -> None:
    someone = enrolled(ws)
    ws.clock = at(date(2024, 5, 3))
    attend(ws, someone, 0)
    assert len(read_home(ws).at_risk) == 1
    ws.clock = at(date(2024, 5, 4))
    assert read_home(ws).at_risk == ()


# The year ---------------------------------------------------------------------------------------------------


def test_the_year_has_the_courses_that_touch_it(ws: Workspace) -> None:
    planned(ws)
    planned(ws, replace(request(), code="25/001", start=date(2024, 9, 2)))
    this, following = (read_home(ws, SchoolYear(year)).courses for year in (2023, 2024))
    assert [(each.code, each.stage) for each in this] == [(CODE, "planned")]
    assert [each.code for each in following] == ["25/001"]
    assert read_home(ws).year == SchoolYear(2023)
    listed = {row.code: row.last_day for row in list_courses(ws)}
    assert {each.code: each.last for each in (*this, *following)} == listed


def test_a_file_without_courses_says_so(ws: Workspace) -> None:
    home = read_home(ws)
    assert not home.has_courses
    assert home.next_due is None
    assert [home.due, home.at_risk, home.weeks, home.papers, home.courses] == [()] * 5
    assert waiting_count(ws) == 0


def test_more_courses_make_no_more_questions(ws: Workspace) -> None:
    def questions() -> int:
        asked: list[str] = []
        with ws.db.tracer(lambda sql, _params: asked.append(sql)):
            read_home(ws)
        return len(asked)

    ws.clock = at(date(2024, 2, 1))
    planned(ws)
    enrolled(ws, 1)
    one = questions()
    for number in range(2, 6):
        code = f"24/00{number}"
        planned(ws, request(code=code))
        enrolled(ws, number, code=code)
    assert questions() == one
