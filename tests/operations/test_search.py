"""Looking for people, courses and papers as they are remembered: by a piece, without accents, with slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.search import FoundKind
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.course_facts import CourseDetails, change_course
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.papers import print_paper
from cpepa_desktop.operations.people import add_document, list_people, save_person
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.search import matching, named, search
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at, own_request, person, planned

COURSE = "2024-SSCS0208"
BLASCO = "Blasco Ñíguez, José"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre, with a paper printed, to tests that change nothing."""
    folder = tmp_path_factory.mktemp("sample")
    ws = build_sample(folder / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    for week in (6, 7):
        print_paper(ws, "attendance-sheet-recorded", COURSE, IsoWeek(2024, week), folder)
    yield ws
    ws.file.close()


def titles(ws: Workspace, typed: str, kind: FoundKind = FoundKind.PERSON, limit: int = 8) -> list[str]:
    """Return what is found of one kind."""
    return [found.title for found in search(ws, typed, limit) if found.kind is kind]


@pytest.mark.parametrize(
    "typed",
    [
        "Blasco",
        "blasco ñíguez",
        "niguez",
        "jose blas",
        "  BLASCO,   José ",
        "90000124C",
        "90000124",
        "90.000.124-C",
        "muestra02@example.org",
        "Balsco",  # two letters in each other's place
        "Blsco",  # one left out
        "Blassco",  # one doubled
        "Blanco",  # one for another
        "nigues",
        "blasko nigues",
        "90000142C",
    ],
)
def test_a_person_is_found(made: Workspace, typed: str) -> None:
    assert BLASCO in titles(made, typed)


@pytest.mark.parametrize(
    "typed", ["", "   ", "-", '"', "zzzzzz", "blasco zzzzzz", "*", "NEAR(", "xyz OR blasco"]
)
def test_nothing_is_found_where_a_word_is_of_nobody(made: Workspace, typed: str) -> None:
    assert search(made, typed) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "sociosanitaria",
        "sociosnitaria",
        "atención soc",
        COURSE,
        "2024 sscs",
        "sscs0208",
        "SSCS-0208",
        "instituciones",
    ],
)
def test_a_course_is_found(made: Workspace, typed: str) -> None:
    assert [found.key for found in search(made, typed) if found.kind is FoundKind.COURSE] == [COURSE]


@pytest.mark.parametrize(
    "typed", ["hoja semana 7", "2024-w07", "asistencia 2024-W07", "hoja asitencia semana 7"]
)
def test_a_paper_is_found_by_its_week(made: Workspace, typed: str) -> None:
    first = next(found for found in search(made, typed) if found.kind is FoundKind.PAPER)
    assert first.title == "Hoja de asistencia registrada"
    assert "semana 7 de 2024" in first.detail
    assert COURSE in first.detail


def test_a_paper_is_found_by_its_number(made: Workspace) -> None:
    assert next(found.detail for found in search(made, "2/2024")).endswith("n.º 2/2024")


def test_the_newest_paper_comes_first(made: Workspace) -> None:
    weeks = [found.detail for found in search(made, "hoja de asistencia") if found.kind is FoundKind.PAPER]
    assert ["semana 7" in weeks[0], "semana 6" in weeks[1]] == [True, True]


def test_what_has_the_code_comes_before_what_only_mentions_it(made: Workspace) -> None:
    found = search(made, COURSE)
    assert found[0].kind is FoundKind.COURSE
    assert {each.kind for each in found} == {
        FoundKind.PERSON,
        FoundKind.COURSE,
        FoundKind.PAPER,
        FoundKind.OFFICIAL_PAPER,
    }


def test_a_document_typed_whole_finds_only_who_has_it(made: Workspace) -> None:
    assert titles(made, "90000124C") == [BLASCO]


def test_no_more_are_found_of_each_kind_than_wanted(made: Workspace) -> None:
    assert len(titles(made, COURSE, limit=3)) == 3
    assert len(titles(made, COURSE, limit=4)) == 4
    assert titles(made, COURSE, limit=0) == []


def test_as_typed_comes_before_a_slip(ws: Workspace) -> None:
    for number, surnames in enumerate(("González", "Gonzales", "Gonzalo"), start=1):
        save_person(ws, replace(person(ws, number), surnames=surnames))
    assert titles(ws, "gonzales") == ["Gonzales, Ana 2", "González, Ana 1", "Gonzalo, Ana 3"]
    assert titles(ws, "gonzal") == ["Gonzalo, Ana 3", "Gonzales, Ana 2", "González, Ana 1"]


def test_fewer_slips_come_first(ws: Workspace) -> None:
    for number, surnames in enumerate(("Domínguez", "Domíngues", "Domíngo"), start=1):
        save_person(ws, replace(person(ws, number), surnames=surnames))
    assert titles(ws, "dominguxs") == ["Domíngues, Ana 2", "Domínguez, Ana 1"]


def test_a_short_word_forgives_no_slip(ws: Workspace) -> None:
    save_person(ws, replace(person(ws), surnames="Gil"))
    assert titles(ws, "gil") == ["Gil, Ana 1"]
    assert titles(ws, "gli") == []


def test_who_was_in_class_last_comes_first(ws: Workspace) -> None:
    earlier, later = person(ws, 1), person(ws, 2)
    for course, someone, start in (("24/1", later, date(2024, 1, 15)), ("24/2", earlier, date(2024, 9, 16))):
        planned(ws, own_request(code=course, start=start))
        enrol(ws, course, someone.id, EnrolmentForm())
    assert titles(ws, "muñoz") == ["Muñoz, Ana 1", "Muñoz, Ana 2"]


def test_an_earlier_document_finds_too(ws: Workspace) -> None:
    someone = person(ws)
    add_document(ws, someone.id, "X1234567L")
    assert titles(ws, str(someone.document)) == ["Muñoz, Ana 1"]
    assert titles(ws, "X1234567L") == ["Muñoz, Ana 1"]


def test_a_course_is_found_by_its_file_number(ws: Workspace) -> None:
    planned(ws)
    change_course(ws, "24/001", CourseDetails(file_number="EXP-50/0023"))
    assert [found.key for found in search(ws, "exp 50/0023")] == ["24/001"]
    assert [found.key for found in search(ws, "EXP500023")] == ["24/001"]


def test_what_is_saved_is_found_and_what_is_undone_is_not(ws: Workspace) -> None:
    assert titles(ws, "muñoz") == []
    person(ws)
    assert titles(ws, "muñoz") == ["Muñoz, Ana 1"]
    undo(ws)
    assert titles(ws, "muñoz") == []


def test_a_worker_with_its_own_connection_finds_too(made: Workspace) -> None:
    reader = made.for_another_thread()
    try:
        assert titles(reader, "blasco") == [BLASCO]
    finally:
        reader.file.close()


def test_the_key_of_a_person_is_their_number(made: Workspace) -> None:
    blasco = next(found.person.id for found in list_people(made) if found.person.listed_name == BLASCO)
    assert [found.key for found in search(made, "blasco")] == [str(blasco)]


def test_what_a_key_names_is_told_while_it_is_there(ws: Workspace) -> None:
    someone = person(ws)
    found = named(ws, FoundKind.PERSON, str(someone.id))
    assert found is not None
    assert found.title == "Muñoz, Ana 1"
    assert named(ws, FoundKind.COURSE, str(someone.id)) is None
    undo(ws)
    assert named(ws, FoundKind.PERSON, str(someone.id)) is None


NAMES = ("Semana completa", "Imprimir…", "Nueva semana", "Añadir módulo")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("semana", (0, 2)),
        ("impr", (1,)),
        ("anadir", (3,)),
        ("modluo añadir", (3,)),
        ("smeana", (0, 2)),
        ("semana modulo", ()),
        ("", ()),
        ("?", ()),
    ],
)
def test_names_are_matched_as_people_are(typed: str, places: tuple[int, ...]) -> None:
    assert matching(typed, NAMES) == places


def test_a_name_as_typed_comes_before_one_with_a_slip() -> None:
    assert matching("cursos", ("Cursor", "Cursos")) == (1, 0)
