"""A course out of one file and whole into another, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Centre, Entity, Room
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import CourseView, SessionMode
from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday, list_holidays
from cpepa_desktop.operations.centres import read_centre, save_room
from cpepa_desktop.operations.course_facts import CourseDetails, change_course, set_workplace_days
from cpepa_desktop.operations.courses import list_courses, read_course
from cpepa_desktop.operations.dossier import export_course, import_course, preview_dossier
from cpepa_desktop.operations.enrolments import Withdrawal, withdraw
from cpepa_desktop.operations.files import check_file
from cpepa_desktop.operations.papers import list_papers, mark_paper, print_paper, read_paper
from cpepa_desktop.operations.people import add_document
from cpepa_desktop.operations.sessions import cancel_session, set_mode
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.texts import save_text, texts_of
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.dossier_data import (
    ANA,
    CODE,
    MONDAY,
    NADIA,
    PATHS,
    SHEET,
    TEACHER,
    Document,
    as_bytes,
    document,
    dossier,
    id_number,
    sha256,
)
from tests.operations.builders import (
    at,
    class_on,
    enrolled,
    planned,
    request,
    rows,
    trainer,
)
from tests.operations.dossier_files import LATER, WRITTEN, changed, file_at, somebody

# Round trips ------------------------------------------------------------------------------------------------


def test_a_course_with_everything_comes_out_as_it_came_in(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    assert export_course(ws, CODE) == WRITTEN
    assert check_file(ws) == ()


def test_it_comes_into_a_file_whose_centre_has_not_even_a_name(tmp_path: Path) -> None:
    with file_at(tmp_path / "vacio.cpepa", Entity(""), Centre("")) as ws:
        import_course(ws, WRITTEN)
        assert export_course(ws, CODE) == WRITTEN
        assert read_centre(ws).centre == Centre("")


def test_other_people_and_courses_of_the_file_make_no_difference(ws: Workspace, tmp_path: Path) -> None:
    for number in range(3):
        somebody(ws, id_number(70 + number), f"Otra {number}")
    trainer(ws, 90)
    save_room(ws, Room(0, "Laboratorio"))
    other = document()
    other["course"]["code"] = other["decisions"][0]["subject"] = "24/000"
    other["decisions"][1]["subject"] = "24/000/1"
    other["papers"], other["attachments"] = (
        [],
        [a for a in other["attachments"] if a["name"] in {"justificante", "conexiones.csv", "registro.png"}],
    )
    import_course(ws, as_bytes(other))
    import_course(ws, WRITTEN)
    assert export_course(ws, CODE) == WRITTEN
    assert check_file(ws) == ()
    with file_at(tmp_path / "vacio.cpepa") as empty:
        import_course(empty, export_course(ws, "24/000"))
        assert export_course(empty, "24/000") == export_course(ws, "24/000")


def test_the_order_of_the_rows_makes_no_difference(ws: Workspace) -> None:
    import_course(ws, as_bytes(reordered(document(), list.reverse)))
    assert export_course(ws, CODE) == WRITTEN


def reordered(value: Any, order: Callable[[list[Any]], None]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with each of its lists put in another order."""
    if isinstance(value, dict):
        return {key: reordered(inner, order) for key, inner in value.items()}
    if isinstance(value, list):
        inside = [reordered(inner, order) for inner in value]
        order(inside)
        return inside
    return value


def test_a_course_made_by_hand_comes_whole_into_another_file(ws: Workspace, tmp_path: Path) -> None:
    make_by_hand(ws, tmp_path)
    written = export_course(ws, CODE)
    with file_at(tmp_path / "otro.cpepa") as other:
        changes = import_course(other, written)
        assert (changes.course, Kind.COURSE in changes.kinds) == (CODE, True)
        assert export_course(other, CODE) == written
        assert check_file(other) == check_file(ws) == ()
        assert list_courses(other) == list_courses(ws)
        assert verdicts(other) == verdicts(ws)
        assert texts_of(other, "SSCS0208") == texts_of(ws, "SSCS0208")
        assert list_holidays(other, 2024) == list_holidays(ws, 2024)
        assert papers(other) == papers(ws)


def papers(ws: Workspace) -> list[tuple[bytes, str, list[tuple[FilingAct, str]]]]:
    """Return the papers of the file: their bytes, their state and what was done with each."""
    return [
        (
            read_paper(ws, view.paper.id),
            view.paper.state,
            [(filing.act, filing.number) for filing in view.paper.filings],
        )
        for view in list_papers(ws)
    ]


def verdicts(ws: Workspace) -> list[tuple[str, object]]:
    """Return what each person of the course has been told."""
    status = course_status(ws, CODE)
    return [(person.enrolment.person.document.number, person.verdicts) for person in status.people]


def make_by_hand(ws: Workspace, folder: Path) -> CourseView:
    """Make a course through the operations that users have, with something of everything."""
    proof, scan = folder / "contrato.pdf", folder / "sello.png"
    proof.write_bytes(b"%PDF contrato")
    scan.write_bytes(b"\x89PNG sello")
    add_holiday(ws, Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza"))
    save_room(ws, Room(0, "Aula 1", 4500, "Propiedad"))
    teachers = [trainer(ws, 11), trainer(ws, 12)]
    save_text(ws, "SSCS0208", "methodology", "Activa")
    view = planned(ws, request(room="Aula 1", trainers=tuple(teacher.id for teacher in teachers)))
    change_course(ws, CODE, CourseDetails("23/0456", technician_name="Eva Gil"))
    set_workplace_days(ws, CODE, date(2024, 7, 1), date(2024, 7, 12))
    ws.clock = at(date(2024, 1, 26))
    people = [enrolled(ws, number) for number in range(1, 5)]
    add_document(ws, people[1].person.id, "X1234567L")
    _first, sessions = class_on(view, date(2024, 1, 31))
    cancel_session(ws, CODE, sessions[0].id, "Nieve", (date(2024, 6, 3), 16 * 60))
    set_mode(ws, CODE, [class_on(view, date(2024, 2, 1))[1][0].id], SessionMode.BIMODAL)
    fill_week(ws, CODE, IsoWeek(2024, 3))
    stretch, _sessions = class_on(view, date(2024, 1, 22))
    missed = (
        Absence(100, AbsenceCause.B, JustificationState.VALIDATED),
        Absence(50, AbsenceCause.A, JustificationState.PENDING),
        Absence(50, AbsenceCause.B, JustificationState.PENDING),
        Absence(10),
    )
    record_attendance(ws, CODE, [StretchInput(people[0].id, stretch.id, 0, missed, is_virtual=True)])
    leaving = Withdrawal(date(2024, 1, 19), LeaveCause.JOB, date(2024, 1, 22), date(2024, 1, 23), proof)
    withdraw(ws, CODE, people[2].person.document.number, leaving)
    enrolled(ws, 50, joined_on=date(2024, 1, 22), accredited=("MF1018_2",), source="2019")
    ws.clock = at(LATER)
    paper = print_paper(ws, "attendance-sheet", CODE, IsoWeek(2024, 3), folder).paper
    mark_paper(ws, paper.id, FilingAct.SENT, LATER, "REG-1", "registro", scan)
    change_course(ws, CODE, CourseDetails("23/0999"))
    print_paper(ws, "attendance-sheet", CODE, IsoWeek(2024, 3), folder)
    print_paper(ws, "conditions-sheet", CODE, None, folder)
    return read_course(ws, CODE)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False), data=st.data())
def test_whatever_is_entered_comes_out_the_same_from_every_file(
    tmp_path_factory: pytest.TempPathFactory, random: Random, data: st.DataObject
) -> None:
    """Attendance of all kinds, with proofs that nothing tells apart, written in any order of rows."""
    found = document()
    found["enrolments"][0] |= entered(data)
    del found["week_locks"][1]
    folder = tmp_path_factory.mktemp("files")
    exported = []
    for n, text in enumerate([found, reordered(found, random.shuffle)]):
        with file_at(folder / f"{n}.cpepa") as ws:
            import_course(ws, as_bytes(text))
            exported.append(export_course(ws, CODE))
            assert check_file(ws) == ()
    assert exported[0] == exported[1]
    with file_at(folder / "last.cpepa") as ws:
        import_course(ws, exported[0])
        assert export_course(ws, CODE) == exported[0]


def entered(data: st.DataObject) -> Document:
    """Return proofs and attendance of one person, whatever fits."""
    proofs = data.draw(st.integers(0, 3))
    justifications = [
        {
            "n": n,
            "state": data.draw(st.sampled_from(["pending", "validated", "rejected"])),
            "event_day": data.draw(st.sampled_from([None, "2024-02-12"])),
            "appointment_minute": data.draw(st.sampled_from([None, 0, 600])),
            "other_town": data.draw(st.booleans()),
            "decided_on": None,
            "proof": None,
            "note": data.draw(st.sampled_from(["", "Huesca"])),
        }
        for n in range(1, proofs + 1)
    ]
    cells = []
    for session, minutes in (("2024-02-12/1/1", 180), ("2024-02-12/1/2", 120), ("2024-02-14/1/2", 120)):
        attended = data.draw(st.integers(0, minutes // 10)) * 10
        absences = []
        left = minutes - attended
        while left and data.draw(st.booleans()):
            some = min(left, 10 * data.draw(st.integers(1, 3)))
            left -= some
            proof = data.draw(st.sampled_from([None, *range(1, proofs + 1)]))
            cause = data.draw(st.sampled_from(["a", "b"] if proof else ["a", None]))
            absences.append({"minutes": some, "cause": cause, "justification": proof})
        is_virtual = data.draw(st.booleans())
        cells.append(
            {
                "session": session,
                "attended_minutes": attended,
                "is_virtual": is_virtual,
                "absences": absences,
            }
        )
    return {"justifications": justifications, "attendance": cells}


_VALUES: list[object] = [
    "",
    "x",
    None,
    0,
    1,
    60,
    2**31 - 1,
    True,
    [],
    ANA,
    NADIA,
    TEACHER,
    "9999-12-31",
    "planned",
    "nie",
]


@settings(max_examples=60)
@given(path=st.sampled_from(PATHS), value=st.sampled_from(_VALUES))
def test_what_is_let_in_holds_and_comes_out_again(
    tmp_path_factory: pytest.TempPathFactory, path: tuple[str | int, ...], value: object
) -> None:
    """Whatever stands at any place of a dossier: it is refused, or the file that took it in is sound."""
    folder = tmp_path_factory.mktemp("files")
    with file_at(folder / "one.cpepa") as ws:
        try:
            code = import_course(ws, changed(*path, value=value)).course
        except Refused:
            return
        assert check_file(ws) == ()
        written = export_course(ws, code)
    with file_at(folder / "other.cpepa") as ws:
        import_course(ws, written)
        assert export_course(ws, code) == written


# Looking before --------------------------------------------------------------------------------------------


def test_a_preview_tells_what_would_come_in_and_writes_nothing(ws: Workspace) -> None:
    somebody(ws, "00000001R", "Ana", "Muñoz Íñiguez")
    before = rows(ws)
    preview = preview_dossier(ws, WRITTEN)
    assert rows(ws) == before
    assert (preview.course, preview.title, preview.papers) == (CODE, dossier().course.title, 3)
    assert (preview.first_day, preview.last_day) == (MONDAY, date(2024, 2, 14))
    assert preview.problems == ()
    assert [
        (one.document.number, one.is_learner, one.is_trainer, one.is_known) for one in preview.people
    ] == [
        ("00000001R", True, False, True),
        ("00000002W", True, False, False),
        ("00000011B", False, True, False),
        ("00000012N", False, True, False),
        ("AB123456", True, False, False),
    ]
    assert preview.people[0].name == "Muñoz Íñiguez, Ana"


def test_a_preview_of_what_has_not_the_shape_tells_its_problems_alone(ws: Workspace) -> None:
    preview = preview_dossier(ws, changed("seats", value=None))
    assert (preview.course, preview.people, preview.notices) == ("", (), ())
    assert preview.problems == (Problem("Debe ser una lista y es null.", where="$.seats"),)


# Coming out -------------------------------------------------------------------------------------------------


def test_an_unknown_course_cannot_be_exported(ws: Workspace) -> None:
    with pytest.raises(Refused, match="No hay ningún curso «24/009»"):
        export_course(ws, "24/009")


def test_a_course_is_not_exported_without_the_bytes_of_its_papers(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    ws.file.attachments.store.path_of(sha256(SHEET)).unlink()
    with pytest.raises(EnvironmentFault, match=r"Falta el adjunto «attendance-sheet-2024-1\.pdf»"):
        export_course(ws, CODE)


def test_a_course_can_be_exported_by_another_thread(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    reader = ws.for_another_thread()
    assert export_course(reader, CODE) == WRITTEN
    reader.file.close()


def test_decisions_about_other_courses_stay_out(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    with ws.operation("Decisión"):
        ws.db.execute("INSERT INTO decision VALUES (NULL, 'r', '24/0011', 'yes', 'Otra', 'Ana', '2024')")
        ws.db.execute("INSERT INTO decision VALUES (NULL, 'r', '24/00_', 'yes', 'Otra', 'Ana', '2024')")
    assert export_course(ws, CODE) == WRITTEN


def test_bytes_that_are_not_of_the_course_stay_out(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    with ws.operation("Adjunto"):
        ws.file.attachments.put(b"otro", "text/plain", "otro.txt")
    assert export_course(ws, CODE) == WRITTEN
