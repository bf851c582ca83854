"""From the yearly request to a course that started and met its terms, by keys alone, over a year of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from cpepa_desktop.__main__ import main
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.files import close_file, open_file
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.operations.stage import course_stage
from cpepa_desktop.operations.yearly_requests import read_request
from cpepa_desktop.ui.course.calendar.relaying_dialogs import StartDialog as AnotherStartDialog
from cpepa_desktop.ui.course.file.requirements.dialogs import StartDialog
from cpepa_desktop.ui.home.view import HomeView
from cpepa_desktop.ui.home.waiting import WaitingRow
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.planning.request.view import RequestSectionView
from tests.e2e.robot import Step, is_shown, keys, run_program, shown, tab_to, typed, until, until_focus
from tests.e2e.test_first_week import has_calendar
from tests.operations.builders import at
from tests.ui.hands import words_in

pytestmark = pytest.mark.slow

YEAR: Final = SchoolYear(2024)
COURSE: Final = "2024-01"
PLANNED, AUTHORISED = date(2024, 10, 1), date(2024, 10, 3)
EVALUATION: Final = "Entregar el acta de evaluación"


def asked_for() -> list[str]:
    """Return the courses that answer the lines of the request on screen."""
    lines = shown(RequestSectionView, "page_request").rows.table.shown_rows()
    return [row.line.course for row in lines]


def due() -> tuple[WaitingRow, ...]:
    """Return what falls due on the first page."""
    return shown(HomeView, "page_home").due.list.shown_rows()


def overwritten(words: str) -> Iterator[Step]:
    """Type over what the field with the focus says."""
    yield from keys("Ctrl+A")
    yield typed(words)


def ask_for_a_certificate() -> Iterator[Step]:
    """Add a line to the yearly request and plan the course that answers it."""
    yield until("a page", lambda: is_shown("page_home"))
    yield from keys("Ctrl+3", "Alt+3")
    yield until("the request", lambda: is_shown("page_request"))
    yield from keys("Ctrl+N")
    yield until("what is wanted", lambda: is_shown("line_dialog"))
    yield typed("sscs0208 instituciones")
    yield from tab_to("line_route")
    yield from keys("Down")
    yield from tab_to("line_start")
    yield typed("1/10/2024")
    yield from keys("Ctrl+S")
    yield until("the line", lambda: asked_for() == [""])
    yield from keys("Ctrl+Return")
    yield until("its calendar", has_calendar)
    yield from keys("Ctrl+S")
    yield until("the course of the line", lambda: asked_for() == [COURSE])
    yield from keys("Ctrl+Q")


def note_authorisation() -> Iterator[Step]:
    """Write down that the authorisation came today, which is after the day planned."""
    yield until("a page", lambda: is_shown("page_home") or is_shown("page_planning"))
    yield from keys("Ctrl+2")
    yield until_focus("courses_list_table")
    yield from keys("Return", "Alt+0")
    yield until_focus("requirements_gates_table")
    yield from keys("Ctrl+M")
    yield until_focus("issued_on")
    yield typed("2/10/2024")
    yield from tab_to("number")
    yield typed("A-17/24")
    yield from tab_to("received_on")
    yield typed("3/10/2024")
    yield from keys("Ctrl+S")
    yield until("what to know", lambda: "no lo permite ese día" in words_in(shown(Banner, "notices")))


def start(day: str) -> Iterator[Step]:
    """Ask to start the course on a day."""
    yield from keys("Ctrl+Return")
    yield until_focus("started_on")
    yield from overwritten(day)
    yield from keys("Ctrl+S")


def begin_later() -> Iterator[Step]:
    """See what another start would move, and do it."""
    yield from keys("Alt+2", "Ctrl+I")
    yield until_focus("start_day")
    yield from overwritten("3/10/2024")
    dialog = shown(AnotherStartDialog, "start_dialog")
    yield until("what it changes", lambda: "empezaría el jue 3 oct 2024" in dialog.preview.words.text())
    assert "Ahora: 1 oct 2024" in dialog.preview.words.text()
    yield from keys("Ctrl+S")
    yield until("what moved", lambda: EVALUATION in words_in(shown(Banner, "notices")))


def close_a_term() -> Iterator[Step]:
    """Say on the first page that the evaluation record was handed in."""
    yield until("a page", lambda: is_shown("page_home") or is_shown("page_course"))
    yield from keys("Ctrl+1")
    yield until("what is due", lambda: EVALUATION in [row.title for row in due()])
    yield from tab_to("home_due_list")
    titles = [row.title for row in due()]
    yield from keys("Home", *["Down"] * titles.index(EVALUATION), "Ctrl+D")
    yield until_focus("day")
    yield from overwritten("7/3/2025")
    yield from tab_to("number")
    yield typed("R-9")
    yield from keys("Ctrl+S")
    yield until("that it is met", lambda: EVALUATION not in [row.title for row in due()])
    yield from keys("Ctrl+Q")


def test_a_course_is_asked_for_planned_authorised_moved_started_and_its_term_met(tmp_path: Path) -> None:
    file = tmp_path / "centro.cpepa"
    centre = ("--centre", "CPEPA Río Vero", "--municipality", "Barbastro", "--province", "Huesca")
    assert main(["new", "--file", str(file), *centre]) == 0

    def authorise_and_start() -> Iterator[Step]:
        yield from note_authorisation()
        yield from start("1/10/2024")
        refused = shown(StartDialog, "start_course_dialog")
        yield until("the refusal", lambda: "es del jue 3 oct 2024, posterior" in words_in(refused))
        yield from keys("Esc")
        yield from begin_later()
        yield from keys("Alt+0")
        yield until_focus("requirements_gates_table")
        yield from start("3/10/2024")
        yield until("the start", lambda: not is_shown("start_course_dialog"))
        yield from keys("Ctrl+Q")

    for day, script in (
        (date(2024, 3, 20), ask_for_a_certificate()),
        (AUTHORISED, authorise_and_start()),
        (date(2025, 3, 10), close_a_term()),
    ):
        assert run_program(["--file", str(file), "--today", day.isoformat()], script) == 0

    ws = open_file(file, at(date(2025, 3, 10)), "Ana", writable=False)
    (line,) = read_request(ws, YEAR).request.lines
    assert (line.course, line.starts_on) == (COURSE, PLANNED)
    stage = course_stage(ws, COURSE)
    assert (stage.stage, stage.course.start_on, stage.course.started_on) == (
        Stage.FINISHED,
        AUTHORISED,
        AUTHORISED,
    )
    (paper,) = list_official_papers(ws, COURSE)
    assert (paper.number, paper.received_on) == ("A-17/24", AUTHORISED)
    (met,) = [each.met for each in course_obligations(ws, COURSE) if each.met]
    assert (met.day, met.number) == (date(2025, 3, 7), "R-9")
    close_file(ws)
