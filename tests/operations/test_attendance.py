"""Attendance: the week as a grid, and what is written in it by hand, all at once or from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, SessionState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_intake import import_attendance, preview_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.people import add_document
from cpepa_desktop.operations.sessions import cancel_session, split_session
from cpepa_desktop.operations.week_grid import CellState, GridCell, WeekSummary, week_grid, weeks_of
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned, request, rows

MIXED = date(2024, 1, 24)
"""The day on which, with four hours a day, UF0127 ends and UF0128 begins."""
MIXED_WEEK = IsoWeek.of(MIXED)
FIRST_WEEK = IsoWeek.of(MONDAY)
MEDICAL = AbsenceCause.B
VALIDATED = JustificationState.VALIDATED


@pytest.fixture
def mixed(ws: Workspace) -> CourseView:
    """Give the course at four hours a day, seen at the end of the week in which a stretch has two blocks."""
    view = planned(ws, request(timetable="L-V 09:00-13:00"))
    ws.clock = at(date(2024, 1, 26))
    return view


def typed(
    ws: Workspace, someone: Enrolment, attended: int | None, *absences: Absence, day: date = MIXED
) -> StretchInput:
    """Return what is typed for a person on a day."""
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    return StretchInput(someone.id, stretch.id, attended, absences)


def record(
    ws: Workspace, someone: Enrolment, attended: int | None, *absences: Absence, day: date = MIXED
) -> Changes:
    return record_attendance(ws, CODE, [typed(ws, someone, attended, *absences, day=day)])


def cell(ws: Workspace, someone: Enrolment, day: date = MIXED) -> GridCell:
    """Return the cell of a person on a day."""
    grid = week_grid(ws, CODE, IsoWeek.of(day))
    (row,) = [row for row in grid.rows if row.enrolment.id == someone.id]
    return next(found for found in row.cells if found.day == day)


def entered(ws: Workspace, someone: Enrolment, day: date = MIXED) -> list[tuple[int, tuple[Absence, ...]]]:
    return [(entry.attended_minutes, entry.absences) for entry in cell(ws, someone, day).entries]


def refusal(ws: Workspace, *cells: StretchInput) -> list[str]:
    """Return every reason why some cells are refused; nothing may have changed."""
    before = rows(ws)
    with pytest.raises(Refused, match="No se ha introducido nada") as refused:
        record_attendance(ws, CODE, cells)
    assert rows(ws) == before
    return [problem.message for problem in refused.value.problems]


# The week as a grid -----------------------------------------------------------------------------------------


def test_a_week_is_a_column_a_stretch_with_its_blocks_and_a_row_a_person(
    ws: Workspace, mixed: CourseView
) -> None:
    ana, luz = enrolled(ws, 1), enrolled(ws, 2)
    grid = week_grid(ws, CODE, MIXED_WEEK)
    assert [column.stretch.day.day for column in grid.columns] == [22, 23, 24, 25, 26]
    assert [block.code for block in grid.columns[2].blocks] == ["UF0127", "UF0128"]
    assert [column.minutes for column in grid.columns] == [240] * 5
    assert [row.enrolment for row in grid.rows] == [ana, luz]
    assert (grid.course, grid.week) == (mixed.course.code, MIXED_WEEK)


def test_a_cell_tells_what_it_is_before_it_is_looked_into(ws: Workspace, mixed: CourseView) -> None:
    ana, luz = enrolled(ws, 1, joined_on=date(2024, 1, 23)), enrolled(ws, 2)
    withdraw(ws, CODE, luz.person.document.number, Withdrawal(date(2024, 1, 23), LeaveCause.OTHER))
    cancel_session(ws, CODE, class_on(mixed, date(2024, 1, 25))[1][0].id, "Avería", None)
    ws.clock = at(date(2024, 1, 24))
    record(ws, ana, 240, day=date(2024, 1, 23))
    grid = week_grid(ws, CODE, MIXED_WEEK)
    assert [[found.state for found in row.cells] for row in grid.rows] == [
        [
            CellState.OUTSIDE,
            CellState.ENTERED,
            CellState.PENDING,
            CellState.CANCELLED,
            CellState.FUTURE,
        ],
        [
            CellState.PENDING,
            CellState.PENDING,
            CellState.OUTSIDE,
            CellState.CANCELLED,
            CellState.OUTSIDE,
        ],
    ]


def test_a_cell_with_one_of_its_sessions_entered_is_still_pending(ws: Workspace, mixed: CourseView) -> None:
    ana = enrolled(ws)
    _stretch, (_first, second) = class_on(mixed, MIXED)
    record_attendance(ws, CODE, [replace(typed(ws, ana, 90), session_id=second.id)])
    found = cell(ws, ana)
    assert (found.state, found.attended_minutes, found.minutes) == (CellState.PENDING, None, 240)
    assert found.entries == (Entry(ana.id, second.id, 90),)


@pytest.mark.usefixtures("mixed")
def test_a_week_without_class_is_told(ws: Workspace) -> None:
    with pytest.raises(Refused, match="no tiene clase en la semana 2024-W02"):
        week_grid(ws, CODE, IsoWeek(2024, 2))


def test_weeks_tell_how_many_cells_there_are_so_far_and_how_many_are_entered(
    ws: Workspace, mixed: CourseView
) -> None:
    ana = enrolled(ws, 1)
    enrolled(ws, 2, joined_on=date(2024, 1, 23))
    ws.clock = at(MIXED)
    record(ws, ana, 240)
    cancel_session(ws, CODE, class_on(mixed, date(2024, 1, 22))[1][0].id, "Avería", None)
    first, second, third, *_rest = weeks_of(ws, CODE)
    assert first == WeekSummary(FIRST_WEEK, MONDAY, date(2024, 1, 19), cells=5, entered=0)
    # Tuesday and the two sessions of Wednesday, of two people; the cancelled Monday is none of them.
    assert second == WeekSummary(MIXED_WEEK, date(2024, 1, 23), date(2024, 1, 26), cells=6, entered=2)
    assert (third.cells, third.entered) == (0, 0)


# By hand ----------------------------------------------------------------------------------------------------


def test_minutes_of_a_stretch_with_two_blocks_are_counted_from_the_beginning(
    ws: Workspace, mixed: CourseView
) -> None:
    ana = enrolled(ws)
    medical = Absence(80, MEDICAL, VALIDATED)
    changes = record(ws, ana, 160, medical)
    assert entered(ws, ana) == [(120, ()), (40, (medical,))]
    assert cell(ws, ana).attended_minutes == 160
    assert changes.kinds == {Kind.ATTENDANCE}
    assert changes.course == mixed.course.code


@pytest.mark.usefixtures("mixed")
def test_an_absence_longer_than_a_block_goes_on_in_the_next(ws: Workspace) -> None:
    ana = enrolled(ws)
    record(ws, ana, 100, Absence(60, AbsenceCause.A), Absence(50, MEDICAL, VALIDATED))
    assert entered(ws, ana) == [
        (100, (Absence(20, AbsenceCause.A),)),
        (0, (Absence(40, AbsenceCause.A), Absence(50, MEDICAL, VALIDATED))),
    ]


@pytest.mark.usefixtures("mixed")
def test_several_causes_can_share_a_class_and_what_they_leave_over_is_unjustified(ws: Workspace) -> None:
    ana = enrolled(ws)
    causes = (Absence(60, AbsenceCause.A, JustificationState.PENDING), Absence(30, MEDICAL, VALIDATED))
    record(ws, ana, 100, *causes, day=MONDAY)
    assert entered(ws, ana, MONDAY) == [(100, causes)]


@pytest.mark.usefixtures("mixed")
def test_what_was_entered_is_corrected_and_made_pending_again(ws: Workspace) -> None:
    ana = enrolled(ws)
    record(ws, ana, 0, Absence(240, MEDICAL, VALIDATED))
    record(ws, ana, 240)
    assert entered(ws, ana) == [(120, ()), (120, ())]
    record(ws, ana, None)
    assert (cell(ws, ana).state, entered(ws, ana)) == (CellState.PENDING, [])
    assert rows(ws)["justification"] == rows(ws)["absence"] == []


def test_one_session_of_a_stretch_can_be_entered_alone(ws: Workspace, mixed: CourseView) -> None:
    ana = enrolled(ws)
    _stretch, (first, second) = class_on(mixed, MIXED)
    record(ws, ana, 240)
    record_attendance(ws, CODE, [replace(typed(ws, ana, 0, Absence(120, MEDICAL)), session_id=second.id)])
    assert entered(ws, ana) == [(120, ()), (0, (Absence(120, MEDICAL),))]
    record_attendance(ws, CODE, [replace(typed(ws, ana, None), session_id=first.id)])
    assert entered(ws, ana) == [(0, (Absence(120, MEDICAL),))]


def test_a_class_with_something_entered_is_held(ws: Workspace, mixed: CourseView) -> None:
    ana = enrolled(ws)
    record(ws, ana, 0, day=MONDAY)
    states = [session.state for session in read_course(ws, CODE).sessions[:2]]
    assert states == [SessionState.HELD, SessionState.PLANNED]
    assert mixed.sessions[0].state is SessionState.PLANNED


@pytest.mark.usefixtures("mixed")
def test_who_attended_from_elsewhere_is_entered_as_such(ws: Workspace) -> None:
    ana = enrolled(ws)
    record_attendance(ws, CODE, [replace(typed(ws, ana, 240), is_virtual=True)])
    assert [entry.is_virtual for entry in cell(ws, ana).entries] == [True, True]


@pytest.mark.usefixtures("mixed")
def test_today_can_be_entered_and_tomorrow_cannot(ws: Workspace) -> None:
    ana = enrolled(ws)
    ws.clock = at(date(2024, 1, 23))
    assert record(ws, ana, 240, day=date(2024, 1, 23)).operation == "Asistencia de 24/001: 1 casilla"
    assert "aún no ha llegado" in refusal(ws, typed(ws, ana, 240))[0]


@pytest.mark.usefixtures("mixed")
def test_the_first_and_the_last_day_of_a_person_are_theirs_and_no_other(ws: Workspace) -> None:
    ana = enrolled(ws, joined_on=date(2024, 1, 23))
    withdraw(ws, CODE, ana.person.document.number, Withdrawal(MIXED, LeaveCause.OTHER))
    record(ws, ana, 240, day=date(2024, 1, 23))
    record(ws, ana, 240)
    outside = [typed(ws, ana, 240, day=date(2024, 1, day)) for day in (22, 25)]
    assert refusal(ws, *outside) == [
        "Muñoz, Ana 1 no está en el curso el lun 22 ene 2024.",
        "Muñoz, Ana 1 no está en el curso el jue 25 ene 2024.",
    ]


def test_a_cancelled_class_and_one_that_is_not_there_are_refused(ws: Workspace, mixed: CourseView) -> None:
    ana = enrolled(ws)
    cancel_session(ws, CODE, class_on(mixed, MONDAY)[1][0].id, "Avería", None)
    gone = StretchInput(ana.id, 9999, 0)
    nobody = replace(typed(ws, ana, 0), enrolment_id=9999)
    assert (
        refusal(ws, typed(ws, ana, 0, day=MONDAY), gone, nobody)
        == ["Esa clase está cancelada o ya no existe."] * 3
    )


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize(
    ("attended", "absences", "words"),
    [
        (241, (), "4:01 h son más que la clase, 4 h"),
        (-1, (), "no pueden ser negativos"),
        (180, (Absence(61, MEDICAL),), "las faltas suman más minutos que los que faltó"),
        (240, (Absence(1, MEDICAL),), "las faltas suman más"),
        (180, (Absence(0, MEDICAL),), "una falta durar cero"),
        (180, (Absence(70, MEDICAL), Absence(-10, MEDICAL)), "no pueden ser negativos"),
        (180, (Absence(60, None, JustificationState.PENDING),), "necesita la causa"),
    ],
)
def test_minutes_that_cannot_be_are_refused(
    ws: Workspace, attended: int, absences: tuple[Absence, ...], words: str
) -> None:
    ana = enrolled(ws)
    (message,) = refusal(ws, typed(ws, ana, attended, *absences))
    assert words in message


@pytest.mark.usefixtures("mixed")
def test_every_minute_of_the_class_can_be_missed_and_attended(ws: Workspace) -> None:
    ana = enrolled(ws)
    record(ws, ana, 0, Absence(240, MEDICAL))
    assert cell(ws, ana).attended_minutes == 0
    record(ws, ana, 240)
    assert cell(ws, ana).attended_minutes == 240


@pytest.mark.usefixtures("mixed")
def test_one_bad_cell_refuses_all_and_every_bad_one_is_told(ws: Workspace) -> None:
    ana = enrolled(ws)
    messages = refusal(ws, typed(ws, ana, 240, day=MONDAY), typed(ws, ana, 999), typed(ws, ana, -1))
    assert len(messages) == 2


# A whole week -----------------------------------------------------------------------------------------------


def test_a_week_is_filled_where_it_is_pending_and_nowhere_else(ws: Workspace, mixed: CourseView) -> None:
    ana, luz = enrolled(ws, 1), enrolled(ws, 2, joined_on=MIXED)
    record(ws, ana, 0, Absence(240, MEDICAL), day=date(2024, 1, 22))
    _stretch, (first, _second) = class_on(mixed, MIXED)
    record_attendance(ws, CODE, [replace(typed(ws, luz, 30), session_id=first.id)])
    cancel_session(ws, CODE, class_on(mixed, date(2024, 1, 23))[1][0].id, "Avería", None)
    ws.clock = at(date(2024, 1, 25))
    fill_week(ws, CODE, MIXED_WEEK)
    grid = week_grid(ws, CODE, MIXED_WEEK)
    assert [[found.attended_minutes for found in row.cells] for row in grid.rows] == [
        [0, None, 240, 240, None],
        [None, None, 150, 240, None],
    ]
    assert entered(ws, ana, date(2024, 1, 22)) == [(0, (Absence(240, MEDICAL),))]
    with pytest.raises(Refused, match="No queda nada pendiente en la semana 2024-W04"):
        fill_week(ws, CODE, MIXED_WEEK)


# From a list ------------------------------------------------------------------------------------------------

HEAD = "Día;Tramo;DNI;Minutos;Causa;Estado;Bloque"
NUMBER = "10000001S"


def listed(tmp_path: Path, *lines: str) -> Path:
    """Return a list of attendance as a centre saves it."""
    path = tmp_path / "asistencia.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("mixed")
def test_a_list_is_looked_at_first_and_written_in_one_operation(ws: Workspace, tmp_path: Path) -> None:
    ana = enrolled(ws)
    before = rows(ws)
    preview = preview_attendance(
        ws,
        listed(
            tmp_path,
            f"15/01/2024;1;{NUMBER};240",
            f"16/01/2024;1;{NUMBER};180;b;validada",
            f"17/01/2024;1;{NUMBER};0",
        ),
        CODE,
    )
    assert (len(preview.inputs), preview.problems, preview.notices) == (3, (), ())
    assert rows(ws) == before
    assert import_attendance(ws, preview).kinds == {Kind.ATTENDANCE}
    assert entered(ws, ana, MONDAY) == [(240, ())]
    assert entered(ws, ana, date(2024, 1, 16)) == [(180, (Absence(60, MEDICAL, VALIDATED),))]
    assert entered(ws, ana, date(2024, 1, 17)) == [(0, ())]
    undo(ws)
    assert rows(ws) == before


@pytest.mark.usefixtures("mixed")
def test_a_stretch_with_two_blocks_is_noticed_where_it_matters(ws: Workspace, tmp_path: Path) -> None:
    ana = enrolled(ws)
    preview = preview_attendance(ws, listed(tmp_path, f"24/01/2024;1;{NUMBER};160;b;"), CODE)
    (notice,) = preview.notices
    assert (notice.row, "UF0127, UF0128" in notice.message) == (2, True)
    assert import_attendance(ws, preview).notices == (str(notice),)
    assert entered(ws, ana) == [(120, ()), (40, (Absence(80, MEDICAL),))]
    for whole in ("0", "240"):
        assert preview_attendance(ws, listed(tmp_path, f"24/01/2024;1;{NUMBER};{whole}"), CODE).notices == ()


@pytest.mark.usefixtures("mixed")
def test_a_row_can_speak_of_one_block_of_the_stretch(ws: Workspace, tmp_path: Path) -> None:
    ana = enrolled(ws)
    lines = (f"24/01/2024;1;{NUMBER};30;b;;uf0127", f"24/01/2024;1;{NUMBER};120;;;UF0128")
    preview = preview_attendance(ws, listed(tmp_path, *lines), CODE)
    assert (preview.problems, preview.notices) == ((), ())
    import_attendance(ws, preview)
    assert entered(ws, ana) == [(30, (Absence(90, MEDICAL),)), (120, ())]


def test_a_block_that_was_split_is_one_block_of_the_stretch(
    ws: Workspace, mixed: CourseView, tmp_path: Path
) -> None:
    ana = enrolled(ws)
    split_session(ws, CODE, class_on(mixed, MONDAY)[1][0].id, 100)
    preview = preview_attendance(ws, listed(tmp_path, f"15/01/2024;1;{NUMBER};150;b;;UF0127"), CODE)
    import_attendance(ws, preview)
    assert entered(ws, ana, MONDAY) == [(100, ()), (50, (Absence(90, MEDICAL),))]


@pytest.mark.usefixtures("mixed")
def test_a_person_is_known_by_an_earlier_number(ws: Workspace, tmp_path: Path) -> None:
    ana = enrolled(ws)
    add_document(ws, ana.person.id, "X1234567L")
    preview = preview_attendance(ws, listed(tmp_path, f"15/01/2024;1;{NUMBER};240"), CODE)
    assert [found.enrolment_id for found in preview.inputs] == [ana.id]


def test_every_row_that_cannot_be_written_is_told_and_nothing_is(
    ws: Workspace, mixed: CourseView, tmp_path: Path
) -> None:
    enrolled(ws)
    cancel_session(ws, CODE, class_on(mixed, date(2024, 1, 23))[1][0].id, "Avería", None)
    lines = {
        "15/01/2024;1;12345678Z;240": "Nadie con el documento 12345678Z",
        f"20/01/2024;1;{NUMBER};240": "El sáb 20 ene 2024 no hay clase",
        f"15/01/2024;2;{NUMBER};240": "no tiene tramo 2",
        f"15/01/2024;1;{NUMBER};240;b": "no falta ningún minuto",
        f"16/01/2024;1;{NUMBER};241": "más que la clase",
        f"17/01/2024;1;{NUMBER};0;;;UF0128": "no tiene el bloque UF0128",
        f"23/01/2024;1;{NUMBER};60": "está cancelada",
        f"29/01/2024;1;{NUMBER};240": "aún no ha llegado",
        f"18/01/2024;1;{NUMBER};muchos": "",
    }
    preview = preview_attendance(ws, listed(tmp_path, *lines, f"19/01/2024;1;{NUMBER};240"), CODE)
    assert [problem.row for problem in preview.problems] == list(range(2, 11))
    for problem, words in zip(preview.problems, lines.values(), strict=True):
        assert words in problem.message
    before = rows(ws)
    with pytest.raises(Refused, match="No se ha introducido nada") as refused:
        import_attendance(ws, preview)
    assert refused.value.problems == preview.problems
    assert rows(ws) == before


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize(
    "again", [f"24/01/2024;1;{NUMBER};30;;;UF0127", "24/01/2024;1;X1234567L;30;;;UF0127"]
)
def test_two_rows_that_speak_of_the_same_session_are_told(ws: Workspace, tmp_path: Path, again: str) -> None:
    """Also where each gives the person another of their numbers."""
    ana = enrolled(ws)
    add_document(ws, ana.person.id, "X1234567L")
    preview = preview_attendance(ws, listed(tmp_path, f"24/01/2024;1;{NUMBER};240", again), CODE)
    (problem,) = preview.problems
    assert (problem.row, "fila 2" in problem.message) == (3, True)


@pytest.mark.usefixtures("mixed")
def test_a_list_that_is_none_is_refused_at_once(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        preview_attendance(ws, tmp_path / "no-está.csv", CODE)


# Taking back ------------------------------------------------------------------------------------------------

WRITES: dict[str, Callable[[Workspace, Enrolment], Changes]] = {
    "record": lambda ws, ana: record(ws, ana, 100, Absence(20, MEDICAL, VALIDATED)),
    "correct": lambda ws, ana: record(ws, ana, 100, day=MONDAY),
    "back_to_pending": lambda ws, ana: record(ws, ana, None, day=MONDAY),
    "fill_week": lambda ws, _ana: fill_week(ws, CODE, MIXED_WEEK),
}


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(ws: Workspace, write: Callable[[Workspace, Enrolment], Changes]) -> None:
    ana = enrolled(ws)
    record(ws, ana, 0, Absence(240, MEDICAL, VALIDATED), day=MONDAY)
    before = rows(ws)
    write(ws, ana)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before


@pytest.mark.usefixtures("course")
def test_who_has_the_module_owes_no_hour_of_its_classes(ws: Workspace) -> None:
    one = enrolled(ws, accredited=("MF1016_2",), source="Certificado de 2021")
    ws.clock = at(date(2024, 2, 16))
    first_week, last_week = IsoWeek(2024, 3), IsoWeek(2024, 7)
    assert {cell.state for cell in week_grid(ws, CODE, first_week).rows[0].cells} == {CellState.ACCREDITED}
    states = [cell.state for cell in week_grid(ws, CODE, last_week).rows[0].cells]
    assert states[-1] is CellState.PENDING, "MF1017_2 has begun, and it is owed"
    assert sum(summary.cells for summary in weeks_of(ws, CODE)) == states.count(CellState.PENDING)
    owed = week_grid(ws, CODE, first_week).rows[0].cells[0]
    with pytest.raises(Refused) as refusal:
        record_attendance(ws, CODE, [StretchInput(one.id, owed.stretch_id, owed.minutes)])
    assert "tiene acreditado" in str(refusal.value.problems[0])
