"""From the sample course to a printed week, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cpepa_desktop.ui.course.attendance.grid import WeekTable
from cpepa_desktop.ui.course.attendance.view import PersonPanel
from cpepa_desktop.ui.course.papers.view import PapersView
from cpepa_desktop.ui.parts.why import WhyPanel
from tests.e2e.robot import Step, is_shown, keys, run_program, shown, tab_to, typed, until, until_focus
from tests.ui.hands import words_in

pytestmark = pytest.mark.slow
JOSE, WEDNESDAY, THURSDAY = 1, 2, 3


def grid() -> WeekTable:
    """Return the grid on screen."""
    return shown(WeekTable, "attendance_grid")


def cell(row: int, column: int) -> str:
    """Return what a cell of the week shows."""
    return str(grid().weeks.index(row, column).data())


def is_attended(row: int, column: int) -> bool:
    """Say whether a cell of the week shows that all was attended."""
    return cell(row, column) == "·"


def results() -> dict[str, str]:
    """Return the answers about the person chosen, by what they are about."""
    model = shown(PersonPanel, "attendance_person").questions.view.model()
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    about, answer = heads.index("Prueba"), heads.index("Resultado")
    rows = range(model.rowCount())
    return {str(model.index(at, about).data()): str(model.index(at, answer).data()) for at in rows}


def why() -> str:
    """Return everything the panel «¿Por qué?» says."""
    return words_in(shown(WhyPanel, "attendance_why"))


def has_issued() -> bool:
    """Say whether a paper has been issued for the course on screen."""
    lines = shown(PapersView, "page_course_papers").lines.shown_rows()
    return any(line.paper is not None for line in lines)


def go_to_jose() -> Iterator[Step]:
    """Go from where the window opens to the third week of the sample course, where José missed three days."""
    yield until("a page", lambda: is_shown("page_home") or is_shown("page_course"))
    yield from keys("Ctrl+2")
    yield until_focus("courses_list_table")
    yield from keys("Return", "Alt+4")
    yield until_focus("attendance_grid")
    yield from keys(*["Alt+Left"] * 4, "Ctrl+Home", "Down")
    yield until("the third week", lambda: grid().weeks.rowCount() > JOSE and cell(JOSE, 0) == "·")


def ask_why(about: str) -> Iterator[Step]:
    """Go to a question about the person chosen, so that its explanation is on screen."""
    if not is_shown("attendance_person"):
        yield from keys("F4")  # on a small screen the week has all the room until the detail is asked for
    yield from tab_to("attendance_questions_table")
    yield from keys("Ctrl+Home")
    rows = list(results())
    yield from keys(*["Down"] * rows.index(about))
    yield until("the explanation", lambda: "prueba final del módulo" in why())


def print_week(folder: Path) -> Iterator[Step]:
    """Print the sheet of the week on screen into a folder that is typed."""
    yield from keys("Ctrl+P")
    yield until_focus("course_papers_list_table")
    yield from keys("Ctrl+P")
    yield until("the dialog of folders", lambda: is_shown("file_dialog"))
    yield typed(str(folder))
    yield from keys("Return")
    yield until("the paper among those issued", has_issued)


def test_absences_are_corrected_undone_after_a_restart_and_the_week_printed(tmp_path: Path) -> None:
    file, folder = tmp_path / "muestra.cpepa", tmp_path / "papeles"
    folder.mkdir()
    seen: dict[str, tuple[str, str]] = {}

    def look(name: str) -> Iterator[Step]:
        yield from ask_why("MF1016_2")
        seen[name] = (results()["MF1016_2"], why())
        yield from tab_to("attendance_grid")

    def correct() -> Iterator[Step]:
        yield from go_to_jose()
        yield from look("before")
        yield from keys("Right", "Right")
        for column in (WEDNESDAY, THURSDAY):
            yield typed("f")
            yield until("attended", partial(is_attended, JOSE, column))
            yield from keys("Right")
        yield from look("after")
        yield from keys("Ctrl+Q")

    def undo_and_print() -> Iterator[Step]:
        yield from go_to_jose()
        yield from keys("Ctrl+Z", "Ctrl+Z")
        yield until("absent again", lambda: cell(JOSE, WEDNESDAY) == cell(JOSE, THURSDAY) == "A")
        yield from look("undone")
        yield from print_week(folder)
        yield from keys("Ctrl+Q")

    day = ["--today", "2024-02-19"]
    assert run_program(["--file", str(file), "--sample", *day], correct()) == 0
    assert run_program(["--file", str(file), *day], undo_and_print()) == 0

    answer_before, why_before = seen["before"]
    answer_after, why_after = seen["after"]
    assert (answer_before, answer_after) == ("No", "Pendiente")
    assert "Aunque asista a todo lo que queda" in why_before
    assert "aún puede faltar" in why_after
    for words in (why_before, why_after):
        assert "ESS/1897/2013, art. 18.2" in words
    assert seen["undone"] == seen["before"]
    (paper,) = folder.glob("*.pdf")
    assert paper.name == "2024-SSCS0208-attendance-sheet-2024-W03-v1.pdf"
    assert paper.read_bytes().startswith(b"%PDF-")
