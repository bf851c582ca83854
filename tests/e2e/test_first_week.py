"""From an empty profile to the first printed week, by keys alone, in no more inputs than promised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from cpepa_desktop.ui.course.attendance.gates import GatesDialog
from cpepa_desktop.ui.courses.planning_view import NewCourseDialog
from cpepa_desktop.ui.parts.fields import DateField
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.start.foundation import FoundationDialog
from tests.e2e.robot import (
    Counter,
    Do,
    Press,
    Script,
    Step,
    Type,
    is_shown,
    keys,
    run_program,
    shown,
    tab_to,
    typed,
    until,
    until_focus,
)
from tests.e2e.test_first_course import cell, print_week

MOST_INPUTS = 40
LEARNERS = """Alumnado del curso;;;
DNI / NIE;Apellidos;Nombre;Fecha de nacimiento
90000011E;Ágreda Royo;Ana;3/1/1990
90000124C;Blasco Ñíguez;José;14-05-1988
X9000137F;El Amrani;Fátima;1995-11-02
"""


def filled(**fields: str) -> Iterator[Step]:
    """Type into fields of the dialog on screen, by their object names."""
    for name, words in fields.items():
        yield from tab_to(name)
        yield typed(words)


def has_calendar() -> bool:
    """Say whether the dialog of a new course shows the calendar that results."""
    return shown(NewCourseDialog, "new_course_dialog").plan.blocks.isVisible()


def create_centre() -> Iterator[Step]:
    """Go through the four steps from the first screen."""
    yield until("the start", lambda: is_shown("start"))
    yield from tab_to("start_new")
    yield from keys("Return")
    yield until_focus("foundation_name")
    yield from filled(
        foundation_name="CPEPA Río Vero", foundation_code="22001234", foundation_cif="Q2826000H"
    )
    yield from keys("Return")
    yield until_focus("foundation_address")
    yield from filled(foundation_postal_code="22300", foundation_municipality="Barbastro")
    yield from keys("Return")
    yield until_focus("foundation_room")
    yield from filled(
        foundation_room="Aula 1",
        foundation_document="90000145H",
        foundation_trainer="Eva",
        foundation_surnames="Pérez Sanz",
    )
    yield from keys("Return")
    yield until_focus("foundation_path")
    assert shown(FoundationDialog, "foundation_dialog").progress.text() == "Paso 4 de 4"
    yield from keys("Return")
    yield until("the first page", lambda: is_shown("page_home"))


def plan_course() -> Iterator[Step]:
    """Go on from the first page, which says what is next, to a course that began on Monday."""
    yield from tab_to("home_empty_action")
    yield from keys("Space")
    yield until("the dialog of a new course", lambda: is_shown("new_course_dialog"))
    yield typed("sscs0208")
    yield from filled(start="15/01/2024")
    yield until("the calendar", has_calendar)
    yield from keys("Ctrl+S")
    yield until("the course", lambda: is_shown("page_course"))


def enrol(people: Path) -> Iterator[Step]:
    """Bring in a list of people."""
    yield from keys("Alt+3")
    yield until_focus("enrolments_empty_action")
    yield from keys("Ctrl+I")
    yield until("the dialog of files", lambda: is_shown("file_dialog"))
    yield typed(str(people))
    yield from keys("Return")
    yield until("what the file brings", lambda: is_shown("people_intake"))
    assert shown(IntakeDialog, "people_intake").tabs.tabText(0) == "Correctas (3)"
    yield from keys("Return")
    yield until("the people", lambda: is_shown("enrolments_list_table"))


def say_requirements() -> Iterator[Step]:
    """Say when what the course waits for was met, where that is asked, beginning in its first field."""
    yield until("the dialog of requirements", lambda: is_shown("gates_dialog"))
    dialog = shown(GatesDialog, "gates_dialog")
    assert dialog.focusWidget() is dialog.form.fields[0].editor
    for field in dialog.form.fields:
        if isinstance(field, DateField):
            yield from filled(**{field.name: "8/1/2024"})
    yield from keys("Return")


def record_week() -> Iterator[Step]:
    """Say that everybody came all week."""
    yield from keys("Alt+4")
    yield until_focus("attendance_grid")
    yield from keys("Ctrl+Return")
    yield from say_requirements()
    yield until("the week complete", lambda: [cell(at, 4) for at in range(3)] == ["·"] * 3)


@pytest.mark.slow
def test_an_empty_profile_has_its_first_week_printed_in_at_most_forty_inputs(
    tmp_path: Path, home: Path
) -> None:
    people, folder = tmp_path / "lista.csv", tmp_path / "papeles"
    people.write_text(LEARNERS, encoding="utf-8")
    folder.mkdir()
    counter = Counter()

    def script() -> Iterator[Step]:
        yield from create_centre()
        yield from plan_course()
        yield from enrol(people)
        yield from record_week()
        yield from print_week(folder)

    def whole() -> Iterator[Step]:
        yield from counter.counted(script())
        yield from keys("Ctrl+Q")

    assert run_program(["--today", "2024-01-19"], whole()) == 0
    assert counter.inputs <= MOST_INPUTS
    (file,) = home.glob("*/*.cpepa")
    assert file.name == "cpepa-río-vero.cpepa"
    (paper,) = folder.glob("*.pdf")
    assert paper.name == "2024-01-attendance-sheet-2024-W03-v1.pdf"
    text = " ".join(page.extract_text() for page in PdfReader(paper).pages)
    for words in (
        "CPEPA Río Vero",
        "SSCS0208",
        "Ágreda Royo",
        "Blasco Ñíguez",
        "El Amrani",
        "Eva Pérez Sanz",
    ):
        assert words in text


def test_the_counter_counts_fields_choices_and_commands() -> None:
    def nothing() -> None:
        """Do nothing."""

    def script() -> Script:
        yield Press("Tab", nothing)
        yield Type("«CPEPA»", nothing)
        yield until("something", lambda: True)
        yield from (Press("Down", nothing) for _step in range(3))
        yield Press("Return", nothing)
        yield Do("a look", nothing)
        yield Press("Down", nothing)
        yield Press("Shift+Tab", nothing)

    counter = Counter()
    assert len(list(counter.counted(script()))) == 10
    assert counter.inputs == 4
