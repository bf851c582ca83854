"""A file of attendance against what is entered, and files that are not of this course or of no use at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_conflicts import OnConflict, cell_words
from cpepa_desktop.operations.attendance_intake import (
    AttendancePreview,
    import_attendance,
    preview_attendance,
)
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, class_on, enrolled, planned, request, rows

HEAD = "día;tramo;documento;minutos asistidos;causa;estado"
MEDICAL = AbsenceCause.B
PENDING = JustificationState.PENDING
THURSDAY = date(2024, 1, 18)


@pytest.fixture
def people(ws: Workspace) -> list[Enrolment]:
    """Give two people of a course on the Monday after its first week."""
    planned(ws)
    found = [enrolled(ws, number) for number in (1, 2)]
    ws.clock = at(date(2024, 1, 22))
    return found


def number(enrolment: Enrolment) -> str:
    """Return somebody's document."""
    return enrolment.person.document.number


def read(ws: Workspace, folder: Path, *lines: str, code: str = CODE) -> AttendancePreview:
    """Return what a file of these lines would bring."""
    path = folder / "asistencia.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return preview_attendance(ws, path, code)


def record(ws: Workspace, enrolment: Enrolment, day: date, minutes: int, **more: object) -> None:
    """Enter minutes of a person on a day by hand."""
    stretch, _sessions = class_on(read_course(ws, CODE), day)
    record_attendance(ws, CODE, [StretchInput(enrolment.id, stretch.id, minutes, **more)])  # type: ignore[arg-type]  # its fields


def test_what_is_entered_otherwise_is_told_side_by_side_and_nothing_is_written(
    ws: Workspace, people: list[Enrolment], tmp_path: Path
) -> None:
    ana, omar = people
    record(ws, ana, date(2024, 1, 15), 240, absences=(Absence(60, MEDICAL, PENDING),))
    before = rows(ws)
    preview = read(ws, tmp_path, f"15/01/2024;1;{number(ana)};300", f"15/01/2024;1;{number(omar)};300")
    (conflict,) = preview.conflicts
    assert (conflict.person, conflict.day, conflict.stretch) == ("Muñoz, Ana 1", date(2024, 1, 15), 1)
    assert conflict.existing == "asiste 4 h; falta 1 h b), pendiente de validar"
    assert (conflict.new, conflict.row) == ("asiste 5 h", 2)
    assert [cell.enrolment_id for cell in preview.inputs] == [omar.id]
    with pytest.raises(Refused, match="No se ha introducido nada: diga si se deja lo que hay") as refused:
        import_attendance(ws, preview)
    assert refused.value.problems == (conflict.problem,)
    assert str(conflict.problem).startswith(
        "fila 2: Muñoz, Ana 1, lun 15 ene 2024, tramo 1: está introducido"
    )
    assert rows(ws) == before


@pytest.mark.parametrize(("answer", "attended"), [(OnConflict.KEEP, 240), (OnConflict.OVERWRITE, 300)])
def test_what_is_entered_otherwise_is_kept_or_written_as_it_is_decided(
    ws: Workspace, people: list[Enrolment], tmp_path: Path, answer: OnConflict, attended: int
) -> None:
    ana, omar = people
    record(ws, ana, date(2024, 1, 15), 240)
    lines = (f"15/01/2024;1;{number(ana)};300", f"15/01/2024;1;{number(omar)};100")
    import_attendance(ws, read(ws, tmp_path, *lines), on_conflict=answer)
    assert [row[2] for row in sorted(rows(ws)["attendance"])] == [attended, 100]


def test_what_is_entered_as_the_file_says_is_not_written_again(
    ws: Workspace, people: list[Enrolment], tmp_path: Path
) -> None:
    """A state that the file leaves out is no other; nor does it say who was in class from elsewhere."""
    ana, omar = people
    record(ws, ana, date(2024, 1, 15), 240, absences=(Absence(60, MEDICAL, PENDING),), is_virtual=True)
    record(ws, omar, date(2024, 1, 15), 240)
    before = rows(ws)
    preview = read(ws, tmp_path, f"15/01/2024;1;{number(ana)};240;b", f"15/01/2024;1;{number(omar)};240")
    assert (preview.same, preview.inputs, preview.conflicts, preview.problems) == (2, (), (), ())
    assert import_attendance(ws, preview).kinds == frozenset()
    assert rows(ws) == before
    (conflict,) = read(ws, tmp_path, f"15/01/2024;1;{number(ana)};240;b;validada").conflicts
    assert conflict.existing == "asiste 4 h; falta 1 h b), pendiente de validar; por aula virtual"
    assert conflict.cell.is_virtual


def test_two_files_with_different_minutes_for_one_cell_meet_side_by_side(
    ws: Workspace, people: list[Enrolment], tmp_path: Path
) -> None:
    ana, _omar = people
    import_attendance(ws, read(ws, tmp_path, f"18/01/2024;1;{number(ana)};300"))
    (conflict,) = read(ws, tmp_path, f"18/01/2024;1;{number(ana)};290").conflicts
    assert (conflict.existing, conflict.new) == ("asiste 5 h", "asiste 4:50 h")


def test_a_sheet_of_another_course_is_told_by_its_people(
    ws: Workspace, people: list[Enrolment], tmp_path: Path
) -> None:
    planned(ws, request(code="24/002", timetable="L-V 16:00-21:00"))
    for stranger in (7, 8):
        enrolled(ws, stranger, "24/002")
    strangers = [row for row in rows(ws)["person_document"] if str(row[2])[:8] in {"10000007", "10000008"}]
    lines = [f"18/01/2024;1;{row[2]};300" for row in strangers]
    preview = read(ws, tmp_path, *lines)
    assert preview.problems[0] == Problem(
        "Parece de otro curso: 24/002, en el que están 2 de las 2 personas del fichero."
    )
    assert len(preview.problems) == 1 + len(lines)
    mixed = read(ws, tmp_path, lines[0], *(f"18/01/2024;1;{number(one)};300" for one in people))
    assert [problem.row for problem in mixed.problems] == [2]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "12/01/2024;1;{ana};300",
            "El vie 12 ene 2024 queda fuera del curso, que va del lun 15 ene 2024 al ",
        ),
        ("31/12/2024;1;{ana};300", "queda fuera del curso"),
        ("20/01/2024;1;{ana};300", "El sáb 20 ene 2024 no hay clase."),
        ("18/01/2024;1;{ana};301", "son más que la clase, 5 h"),
        ("18/01/2024;1;12345678Z;300", "Nadie con el documento 12345678Z está en el curso 24/001."),
    ],
)
def test_each_row_of_no_use_is_told_with_its_place(
    ws: Workspace, people: list[Enrolment], tmp_path: Path, line: str, words: str
) -> None:
    ana, omar = people
    (problem,) = read(ws, tmp_path, f"18/01/2024;1;{number(omar)};300", line.format(ana=number(ana))).problems
    assert problem.row == 3
    assert words in problem.message


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04roto", b"nombre;edad\nAna;3\n"])
def test_a_file_in_the_wrong_format_is_refused_or_told_before_anything_is_written(
    ws: Workspace, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "asistencia.csv"
    path.write_bytes(content)
    before = rows(ws)
    with pytest.raises(Refused) as refused:
        import_attendance(ws, preview_attendance(ws, path, CODE))
    assert refused.value.message
    assert rows(ws) == before


def test_a_cell_is_told_in_words() -> None:
    absences = (Absence(30), Absence(30, MEDICAL, JustificationState.VALIDATED))
    assert cell_words([Entry(1, 1, 120, absences), Entry(1, 2, 60)]) == (
        "asiste 3 h; falta 0:30 h; falta 0:30 h b), validada"
    )
