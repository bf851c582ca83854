"""No attendance before the gates of a course are open: by hand, whole weeks, from files and logs alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import courses
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_intake import import_attendance, preview_attendance
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, StretchInput
from cpepa_desktop.operations.connections import apply_connections, preview_connections
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.gates import GateRefused, ask_gates_again, defer_gates
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.week_board import WeekBoard
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, bare, class_on, enrolled, own_request, rows
from tests.operations.virtual_class import SAMPLES, ana

DAY = timedelta(days=1)
TUESDAY = MONDAY + DAY
WEEK = IsoWeek.of(MONDAY)
HEAD = "día;tramo;documento;minutos"
Write = Callable[[Workspace, Enrolment, Path], object]


def cell(ws: Workspace, someone: Enrolment, day: date = MONDAY, attended: int | None = 300) -> StretchInput:
    return StretchInput(someone.id, class_on(read_course(ws, CODE), day)[0].id, attended)


def by_hand(ws: Workspace, someone: Enrolment, _folder: Path) -> None:
    record_attendance(ws, CODE, [cell(ws, someone)])


def in_the_grid(ws: Workspace, someone: Enrolment, _folder: Path) -> None:
    WeekBoard(ws, CODE, WEEK).record([cell(ws, someone)])


def a_whole_week(ws: Workspace, _someone: Enrolment, _folder: Path) -> None:
    fill_week(ws, CODE, WEEK)


def from_a_file(ws: Workspace, someone: Enrolment, folder: Path) -> None:
    path = folder / "asistencia.csv"
    path.write_text(f"{HEAD}\n15/01/2024;1;{someone.person.document.number};300\n", encoding="utf-8")
    preview = preview_attendance(ws, path, CODE)
    if preview.problems:
        with pytest.raises(Refused):
            import_attendance(ws, preview)
        assert len(preview.problems) == 1
        raise Refused(str(preview.problems[0]))
    import_attendance(ws, preview)


def from_a_file_shown_before(ws: Workspace, someone: Enrolment, folder: Path) -> None:
    """Write a preview that was fair when it was made, though the gates were asked again since."""
    path = folder / "asistencia.csv"
    path.write_text(f"{HEAD}\n15/01/2024;1;{someone.person.document.number};300\n", encoding="utf-8")
    preview = replace(preview_attendance(ws, path, CODE), problems=())
    import_attendance(ws, preview)


def from_a_log(ws: Workspace, _someone: Enrolment, _folder: Path) -> None:
    apply_connections(ws, preview_connections(ws, SAMPLES / "teams_new_es.csv", CODE, MONDAY, 1))


WAYS = [by_hand, in_the_grid, a_whole_week, from_a_file, from_a_file_shown_before, from_a_log]


@pytest.fixture
def someone(ws: Workspace) -> Enrolment:
    """Give a person of a course of which no paper is known, the day after its first class."""
    bare(ws, own_request())
    ws.clock = at(TUESDAY)
    return ana(ws)


def authorise(ws: Workspace, day: date) -> None:
    paper = OfficialPaper(0, OfficialPaperKind.AUTHORISATION, issued_on=day, courses=(CourseServed(CODE),))
    save_official_paper(ws, paper)


@pytest.mark.parametrize("write", WAYS)
def test_the_first_attendance_waits_for_what_is_pending_whoever_writes_it(
    ws: Workspace, someone: Enrolment, tmp_path: Path, write: Write
) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=r"no consta «Autorización de INAEM recibida» \(CPEPA 1.3, párr. 3\)"):
        write(ws, someone, tmp_path)
    assert rows(ws) == before
    defer_gates(ws, CODE, "Consta en papel")
    write(ws, someone, tmp_path)
    assert rows(ws)["attendance"]


@pytest.mark.parametrize("write", WAYS)
@pytest.mark.parametrize(("received", "passes"), [(MONDAY - DAY, True), (MONDAY, True), (TUESDAY, False)])
def test_the_same_day_passes_and_a_later_paper_refuses_it(
    ws: Workspace, someone: Enrolment, tmp_path: Path, write: Write, received: date, *, passes: bool
) -> None:
    authorise(ws, received)
    if passes:
        write(ws, someone, tmp_path)
        assert rows(ws)["attendance"]
    else:
        defer_gates(ws, CODE, "No basta: el papel dice otra cosa")
        with pytest.raises(Refused, match="mar 16 ene 2024, posterior"):
            write(ws, someone, tmp_path)
        assert rows(ws)["attendance"] == []


@pytest.mark.parametrize("write", WAYS)
def test_a_course_that_is_over_is_entered_with_its_gates_pending(
    ws: Workspace, someone: Enrolment, tmp_path: Path, write: Write
) -> None:
    last = read_course(ws, CODE).last_day
    assert last is not None
    ws.clock = at(last)
    with pytest.raises(Refused):
        write(ws, someone, tmp_path)
    ws.clock = at(last + DAY)
    write(ws, someone, tmp_path)
    assert rows(ws)["attendance"]


def test_a_refusal_says_which_gates_so_that_the_window_can_ask_for_them(
    ws: Workspace, someone: Enrolment
) -> None:
    with pytest.raises(GateRefused) as caught:
        by_hand(ws, someone, Path())
    assert [state.gate for state in caught.value.gates] == ["authorisation_received"]
    assert (caught.value.course, caught.value.day) == (CODE, MONDAY)


def test_what_was_entered_goes_on_while_gates_are_pending_but_not_before_a_gate(
    ws: Workspace, someone: Enrolment
) -> None:
    defer_gates(ws, CODE, "Consta en papel")
    record_attendance(ws, CODE, [cell(ws, someone)])
    ask_gates_again(ws, CODE, "No consta")
    record_attendance(ws, CODE, [cell(ws, someone, TUESDAY)])
    authorise(ws, TUESDAY)
    record_attendance(ws, CODE, [cell(ws, someone, TUESDAY, 200)])
    with pytest.raises(GateRefused):
        record_attendance(ws, CODE, [cell(ws, someone, MONDAY, 200)])


def test_making_a_cell_pending_again_is_never_refused(ws: Workspace, someone: Enrolment) -> None:
    defer_gates(ws, CODE, "Consta en papel")
    record_attendance(ws, CODE, [cell(ws, someone)])
    authorise(ws, TUESDAY)
    record_attendance(ws, CODE, [cell(ws, someone, attended=None)])
    assert rows(ws)["attendance"] == []


def test_a_writer_reads_the_gates_once(ws: Workspace, someone: Enrolment) -> None:
    authorise(ws, MONDAY)
    writer = AttendanceWriter.of(ws, CODE)
    asked: list[str] = []
    ws.db.conn.set_trace_callback(asked.append)
    for day, reads in ((MONDAY, 1), (TUESDAY, 0), (MONDAY, 0)):
        asked.clear()
        writer.refuse_if_gated(ws, [cell(ws, someone, day)])
        assert sum("paper_course" in sql for sql in asked) == reads
    ws.db.conn.set_trace_callback(None)


def test_a_writer_refused_once_reads_again_what_was_mended_since(ws: Workspace, someone: Enrolment) -> None:
    board = WeekBoard(ws, CODE, WEEK)
    with pytest.raises(GateRefused):
        board.record([cell(ws, someone)])
    authorise(ws, MONDAY)
    board.record([cell(ws, someone)])
    assert rows(ws)["attendance"]


def test_after_renouncing_there_is_no_class(ws: Workspace, someone: Enrolment) -> None:
    authorise(ws, MONDAY)
    with ws.operation("Renunciar"):
        course = replace(read_course(ws, CODE).course, renounced_on=MONDAY, renounce_reason="Sin aula")
        courses.change(ws.db, course)
    record_attendance(ws, CODE, [cell(ws, someone)])
    with pytest.raises(Refused) as caught:
        record_attendance(ws, CODE, [cell(ws, someone, TUESDAY)])
    assert "ya había renunciado al curso" in str(caught.value.problems[0])


def test_a_course_under_a_call_names_its_four_gates(ws: Workspace) -> None:
    bare(ws)
    ws.clock = at(TUESDAY)
    assert read_course(ws, CODE).course.route is Route.CALL
    with pytest.raises(GateRefused) as caught:
        record_attendance(ws, CODE, [cell(ws, enrolled(ws))])
    assert len(caught.value.gates) == 4
