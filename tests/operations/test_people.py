"""People: one record each, however many courses and documents they have had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import DocumentKind, parse_identity
from cpepa_desktop.domain.people import Person, SeatKind
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.people import (
    PeoplePreview,
    add_document,
    correct_document,
    import_people,
    list_people,
    preview_people,
    save_person,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    KEPT,
    MONDAY,
    enrolled,
    id_number_of,
    own_request,
    person,
    planned,
    rows,
)

HEAD = "DNI;Nombre;Apellidos;Fecha de nacimiento"
ANA = f"{id_number_of(1_000_001)};Ana;Muñoz Gil;28/02/1990"
LUZ = f"{id_number_of(1_000_002)};Luz;Ñíguez Orós;01/12/1985"
BAD = "12345678A;Eva;Sanz;01/01/1990"


def listed(tmp_path: Path, *lines: str, head: str = HEAD) -> Path:
    """Return a list of people as a centre saves it."""
    path = tmp_path / "alumnado.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def names(preview: PeoplePreview) -> list[str]:
    return [row.name for row in preview.accepted]


# By hand ----------------------------------------------------------------------------------------------------


def test_a_person_is_written_and_then_changed(ws: Workspace) -> None:
    ana = person(ws)
    changed = replace(ana, name="Ana María", birth_date=date(1990, 2, 28), email="ana@example.org", sex="F")
    assert save_person(ws, changed).kinds == {Kind.PEOPLE, Kind.ENROLMENTS}
    assert [found.person for found in list_people(ws)] == [changed]


def test_a_change_of_document_keeps_the_earlier_one(ws: Workspace) -> None:
    nie, dni = parse_identity("X1234567L"), parse_identity("12345678Z")
    save_person(ws, Person(0, "Omar", "Zapata", nie))
    (omar,) = list_people(ws)
    save_person(ws, replace(omar.person, document=dni))
    (found,) = list_people(ws, "X1234567L")
    assert (found.person.document, found.person.earlier_documents) == (dni, (nie,))
    add_document(ws, omar.person.id, "x-1234567-l")
    (found,) = list_people(ws)
    assert (found.person.document, found.person.earlier_documents) == (nie, (dni,))


def test_saving_the_same_leaves_no_trace(ws: Workspace) -> None:
    ana = person(ws)
    before = history(ws)
    save_person(ws, ana)
    assert history(ws) == before


@pytest.mark.parametrize("number", ["12345678A", "", "sin papeles"])
def test_a_document_that_is_none_is_refused(ws: Workspace, number: str) -> None:
    ana = person(ws)
    with pytest.raises(Refused):
        add_document(ws, ana.id, number)
    assert [found.person for found in list_people(ws)] == [ana]


def test_a_document_is_of_one_person_also_where_it_was_an_earlier_one(ws: Workspace) -> None:
    ana, luz = person(ws, 1), person(ws, 2)
    add_document(ws, ana.id, "12345678Z")
    for number in ("12345678Z", ana.document.number):
        with pytest.raises(Refused, match=r"ya es de Muñoz, Ana 1\. No se ha guardado nada"):
            add_document(ws, luz.id, number)
    with pytest.raises(Refused, match="ya es de"):
        save_person(ws, Person(0, "Eva", "Sanz", ana.document))
    assert len(list_people(ws)) == 2


def test_a_person_needs_a_name(ws: Workspace) -> None:
    with pytest.raises(Refused, match="Falta el nombre"):
        save_person(ws, Person(0, "  ", "Sanz", parse_identity("12345678Z")))


def test_people_are_found_by_every_word_accents_forgiven_and_by_any_number(ws: Workspace) -> None:
    for number, surnames in enumerate(["Muñoz Ibáñez", "Munuera", "Ñíguez"]):
        save_person(ws, Person(0, "Ángel", surnames, parse_identity(id_number_of(1_000_000 + number))))
    found = {
        text: [summary.person.surnames for summary in list_people(ws, text)]
        for text in ("", "munoz ANGEL", "angel mu", "1000002", "nadie")
    }
    assert found == {
        "": ["Munuera", "Muñoz Ibáñez", "Ñíguez"],
        "munoz ANGEL": ["Muñoz Ibáñez"],
        "angel mu": ["Munuera", "Muñoz Ibáñez"],
        "1000002": ["Ñíguez"],
        "nadie": [],
    }


@pytest.mark.usefixtures("course")
def test_a_person_comes_with_the_courses_by_their_first_day(ws: Workspace) -> None:
    afternoons = own_request(code="23/001", start=date(2024, 1, 8), timetable="L-V 16:00-19:00", **KEPT)
    planned(ws, afternoons)
    ana = enrolled(ws).person
    enrolled_again = preview_of(ws, ana, "23/001")
    import_people(ws, enrolled_again)
    assert [found.courses for found in list_people(ws)] == [("23/001", CODE)]


def preview_of(ws: Workspace, ana: Person, course: str) -> PeoplePreview:
    """Return the preview of a list with one person that is already in the file."""
    path = listed(ws.file.path.parent, f"{ana.document};{ana.name};{ana.surnames};")
    return preview_people(ws, path, course)


# From a list ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("course")
def test_a_preview_writes_nothing_and_an_import_writes_and_enrols_all(ws: Workspace, tmp_path: Path) -> None:
    before = rows(ws)
    preview = preview_people(ws, listed(tmp_path, ANA, LUZ), CODE)
    assert (names(preview), preview.problems, preview.notices) == (["Ana", "Luz"], (), ())
    assert rows(ws) == before
    changes = import_people(ws, preview)
    assert (changes.operation, changes.course) == ("Importar 2 personas", CODE)
    assert changes.kinds == {Kind.PEOPLE, Kind.ENROLMENTS}
    found = list_enrolments(ws, CODE)
    assert [(e.person.listed_name, e.person.birth_date, e.joined_on, e.seat) for e in found] == [
        ("Muñoz Gil, Ana", date(1990, 2, 28), MONDAY, 1),
        ("Ñíguez Orós, Luz", date(1985, 12, 1), MONDAY, 2),
    ]


def test_people_can_come_in_without_a_course(ws: Workspace, tmp_path: Path) -> None:
    changes = import_people(ws, preview_people(ws, listed(tmp_path, ANA)))
    assert changes.kinds == {Kind.PEOPLE}
    assert [found.courses for found in list_people(ws)] == [()]


@pytest.mark.usefixtures("course")
def test_a_list_with_problems_writes_nobody_until_the_valid_ones_are_asked_for(
    ws: Workspace, tmp_path: Path
) -> None:
    preview = preview_people(ws, listed(tmp_path, ANA, BAD, ANA, LUZ), CODE)
    assert names(preview) == ["Ana", "Luz"]
    assert [problem.row for problem in preview.problems] == [3, 4]
    before = rows(ws)
    with pytest.raises(Refused, match="No se ha importado a nadie") as refused:
        import_people(ws, preview)
    assert refused.value.problems == preview.problems
    assert rows(ws) == before
    import_people(ws, preview, only_valid=True)
    assert len(list_enrolments(ws, CODE)) == 2


def test_a_list_that_is_none_is_refused_at_once(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        preview_people(ws, tmp_path / "no-está.csv")
    with pytest.raises(Refused, match="No hay ningún curso"):
        preview_people(ws, listed(tmp_path, ANA), "24/9")


@pytest.mark.usefixtures("course")
def test_what_the_list_says_of_each_enrolment_is_kept(ws: Workspace, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        f"{ANA};desempleada;17/01/2024;adicional",
        f"{LUZ};;;financiada",
        head=f"{HEAD};Situación laboral;Fecha de alta;Plaza",
    )
    import_people(ws, preview_people(ws, path, CODE))
    luz, ana = list_enrolments(ws, CODE)
    assert (ana.status_at_start, ana.joined_on) == (EmploymentStatus.UNEMPLOYED, date(2024, 1, 17))
    assert (ana.seat, ana.seat_kind) == (14, SeatKind.ADDITIONAL)
    assert (luz.status_at_start, luz.joined_on, luz.seat) == (None, MONDAY, 1)


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("day", "problems"), [("15/01/2024", 0), ("03/05/2024", 0), ("12/01/2024", 1), ("06/05/2024", 1)]
)
def test_a_day_to_join_on_that_is_not_of_the_course_is_a_problem_of_its_row(
    ws: Workspace, tmp_path: Path, day: str, problems: int
) -> None:
    preview = preview_people(ws, listed(tmp_path, f"{ANA};{day}", head=f"{HEAD};Fecha de alta"), CODE)
    assert [problem.row for problem in preview.problems] == [2] * problems
    assert all("queda fuera del curso" in problem.message for problem in preview.problems)


@pytest.mark.usefixtures("course")
def test_somebody_in_the_file_is_matched_and_completed_never_overwritten(
    ws: Workspace, tmp_path: Path
) -> None:
    document = parse_identity(id_number_of(1_000_001))
    save_person(ws, Person(0, "Ana", "Muñoz Gil", document, email="ana@example.org"))
    path = listed(
        tmp_path,
        f"{document};ANA;MUNOZ GIL;28/02/1990;otra@example.org;600000000",
        head=f"{HEAD};Correo;Teléfono",
    )
    import_people(ws, preview_people(ws, path, CODE))
    (found,) = list_people(ws)
    assert found.person.listed_name == "Muñoz Gil, Ana"
    assert (found.person.birth_date, found.person.email) == (date(1990, 2, 28), "ana@example.org")
    assert found.person.phone.replace(" ", "") == "600000000"
    assert found.courses == (CODE,)


@pytest.mark.usefixtures("course")
def test_somebody_is_matched_by_an_earlier_document(ws: Workspace, tmp_path: Path) -> None:
    save_person(ws, Person(0, "Omar", "Zapata", parse_identity("X1234567L")))
    (omar,) = list_people(ws)
    add_document(ws, omar.person.id, "12345678Z")
    import_people(ws, preview_people(ws, listed(tmp_path, "X1234567L;Omar;Zapata;"), CODE))
    (found,) = list_people(ws)
    assert (found.person.id, found.person.document.number) == (omar.person.id, "12345678Z")
    assert found.courses == (CODE,)


def test_somebody_of_another_name_or_birth_day_is_shown_with_both(ws: Workspace, tmp_path: Path) -> None:
    for number, name in ((1_000_001, "Eva"), (1_000_002, "Luz")):
        document = parse_identity(id_number_of(number))
        save_person(ws, Person(0, name, "Ñíguez Orós", document, birth_date=date(1985, 12, 2)))
    preview = preview_people(ws, listed(tmp_path, ANA, LUZ))
    first, second = preview.problems
    assert preview.accepted == ()
    assert "«Ñíguez Orós, Eva»" in first.message
    assert "«Muñoz Gil, Ana»" in first.message
    assert "02/12/1985" in second.message
    assert "01/12/1985" in second.message


def test_who_has_one_name_alone_is_the_same_person(ws: Workspace, tmp_path: Path) -> None:
    passport = parse_identity("AB123456", DocumentKind.PASSPORT)
    save_person(ws, Person(0, "Suharto", "", passport))
    preview = preview_people(ws, listed(tmp_path, "AB123456;Suharto;;"))
    assert (names(preview), preview.problems) == (["Suharto"], ())


@pytest.mark.usefixtures("course")
def test_who_is_already_in_the_course_is_told_and_left_alone(ws: Workspace, tmp_path: Path) -> None:
    import_people(ws, preview_people(ws, listed(tmp_path, ANA), CODE))
    before = rows(ws)
    preview = preview_people(ws, listed(tmp_path, ANA, LUZ), CODE)
    (notice,) = preview.notices
    assert (names(preview), notice.row) == (["Luz"], 2)
    assert "Muñoz Gil, Ana ya está en el curso" in notice.message
    assert rows(ws) == before


def test_a_class_too_large_is_told_once(ws: Workspace, course: CourseView, tmp_path: Path) -> None:
    assert course.course.code == CODE
    lines = [f"{id_number_of(1_000_000 + n)};Ana {n};Gil;" for n in range(16)]
    (notice,) = import_people(ws, preview_people(ws, listed(tmp_path, *lines), CODE)).notices
    assert "16 personas" in notice


def test_an_import_that_is_stopped_leaves_nothing(ws: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 2
        if done == 1:
            raise Stopped

    before = rows(ws), history(ws)
    preview = preview_people(ws, listed(tmp_path, LUZ, ANA))
    with pytest.raises(Stopped):
        import_people(ws, preview, told=stop)
    assert (rows(ws), history(ws)) == before


def test_an_import_that_fails_at_the_end_leaves_nothing_of_the_beginning(
    ws: Workspace, course: CourseView, tmp_path: Path
) -> None:
    """Somebody enrolled one of them by hand after the preview."""
    preview = preview_people(ws, listed(tmp_path, LUZ, ANA), course.course.code)
    import_people(ws, preview_people(ws, listed(tmp_path, ANA), CODE))
    before = rows(ws)
    with pytest.raises(Refused, match="ya está en el curso"):
        import_people(ws, preview)
    assert rows(ws) == before


WRITES: dict[str, Callable[[Workspace, Person, Path], Changes]] = {
    "save_person": lambda ws, ana, _path: save_person(ws, replace(ana, name="Otra")),
    "new_person": lambda ws, _ana, _path: save_person(ws, Person(0, "Luz", "", parse_identity("12345678Z"))),
    "add_document": lambda ws, ana, _path: add_document(ws, ana.id, "12345678Z"),
    "import_people": lambda ws, _ana, path: import_people(ws, preview_people(ws, path, CODE)),
}


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_can_be_undone(
    ws: Workspace, tmp_path: Path, write: Callable[[Workspace, Person, Path], Changes]
) -> None:
    ana = person(ws)
    before = rows(ws)
    write(ws, ana, listed(tmp_path, ANA, LUZ))
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before


# A mistyped document ----------------------------------------------------------------------------------------


def test_a_mistyped_document_is_corrected_and_not_kept(ws: Workspace) -> None:
    ana, right = person(ws), parse_identity("12345678Z")
    before = rows(ws)
    changes = correct_document(ws, ana.id, right)
    assert changes.kinds == {Kind.PEOPLE, Kind.ENROLMENTS}
    assert list_people(ws)[0].person == replace(ana, document=right)
    assert history(ws, 1)[0].name == "Corregir el documento de Muñoz, Ana 1"
    undo(ws)
    assert rows(ws) == before


def test_a_document_that_is_right_already_leaves_no_trace(ws: Workspace) -> None:
    ana = person(ws)
    before = history(ws)
    correct_document(ws, ana.id, ana.document)
    assert history(ws) == before


def test_a_mistyped_document_cannot_become_another_persons(ws: Workspace) -> None:
    ana, luz = person(ws, 1), person(ws, 2)
    with pytest.raises(Refused, match=r"ya es de Muñoz, Ana 1\. No se ha guardado nada"):
        correct_document(ws, luz.id, ana.document)
    assert {found.person.document for found in list_people(ws)} == {ana.document, luz.document}
