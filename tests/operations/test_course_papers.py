"""The papers a course should have, and printing several: what was printed, what was not and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.course_papers import (
    RECORDED,
    PaperLine,
    PaperRequest,
    PaperStage,
    course_papers,
    lines_of,
    papers_under_way,
    print_papers,
)
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.home import read_home
from cpepa_desktop.operations.papers import (
    annul_paper,
    documents_of_courses,
    list_papers,
    mark_paper,
    print_paper,
)
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"
NOT_BEGUN = "2024-ADGG0508"
BLANK = "attendance-sheet"
WEEKS = tuple(IsoWeek(2024, n) for n in (5, 6, 7))


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def line(ws: Workspace, kind: str, week: IsoWeek | None = None) -> PaperLine:
    """Return the line of one paper of the course."""
    return next(
        each for each in course_papers(ws, COURSE) if each.request == PaperRequest(kind, COURSE, week)
    )


def test_a_course_should_have_a_sheet_a_week_and_one_of_conditions(sample: Workspace) -> None:
    lines = course_papers(sample, COURSE)
    weeks = {each.request.week for each in lines if each.request.kind == BLANK}
    assert len([each for each in lines if each.request.kind == RECORDED]) == len(weeks)
    assert [each.request.week for each in lines if each.request.kind == "conditions-sheet"] == [None]
    assert {each.paper for each in lines} == {None}


@pytest.mark.parametrize(
    ("kind", "week", "stage"),
    [
        (BLANK, 8, PaperStage.TO_PRINT),  # the week of today
        (BLANK, 9, PaperStage.LATER),
        (RECORDED, 6, PaperStage.TO_PRINT),
        (RECORDED, 7, PaperStage.INCOMPLETE),  # nobody typed it
        (RECORDED, 9, PaperStage.LATER),
    ],
)
def test_what_is_not_printed_is_due_when_its_week_has_come(
    sample: Workspace, kind: str, week: int, stage: PaperStage
) -> None:
    assert line(sample, kind, IsoWeek(2024, week)).stage is stage


def test_the_stage_of_a_paper_is_the_last_thing_done_with_it(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, BLANK, COURSE, WEEKS[0], tmp_path).paper
    assert line(sample, BLANK, WEEKS[0]).stage is PaperStage.PRINTED
    for act, stage in (
        (FilingAct.SENT, PaperStage.SENT),
        (FilingAct.APPROVED, PaperStage.APPROVED),
        (FilingAct.HANDED_OUT, PaperStage.HANDED_OUT),
    ):
        mark_paper(sample, paper.id, act, SAMPLE_DAY)
        assert line(sample, BLANK, WEEKS[0]).stage is stage
    annul_paper(sample, paper.id, "Error")
    annulled = line(sample, BLANK, WEEKS[0])
    assert (annulled.stage, annulled.paper) == (PaperStage.TO_PRINT, None)
    assert [each.id for each in annulled.earlier] == [paper.id]


def test_only_courses_under_way_have_papers_to_print_together(sample: Workspace) -> None:
    assert {each.request.course for each in papers_under_way(sample)} == {COURSE}
    assert course_papers(sample, NOT_BEGUN)


def test_several_papers_are_printed_and_what_cannot_be_is_told_with_its_reason(
    sample: Workspace, tmp_path: Path
) -> None:
    wanted = [PaperRequest(BLANK, COURSE, week) for week in WEEKS]
    wanted.insert(1, PaperRequest(BLANK, COURSE))
    told: list[tuple[int, int]] = []
    printed = print_papers(sample, wanted, tmp_path / "pdf", lambda done, total: told.append((done, total)))
    assert [each.paper.period for each in printed.made] == [str(week) for week in WEEKS]
    assert [(each.where, "semana" in each.message) for each in printed.refused] == [
        ("2024-SSCS0208 · Hoja de asistencia", True)
    ]
    assert (printed.left, told) == (0, [(0, 4), (1, 4), (2, 4), (3, 4)])
    assert len(list((tmp_path / "pdf").glob("*.pdf"))) == 3
    assert printed.changes.operation == "Imprimir 3 documentos"


def test_what_was_printed_before_it_is_stopped_stays_printed(sample: Workspace, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    printed = print_papers(sample, [PaperRequest(BLANK, COURSE, week) for week in WEEKS], tmp_path, stop)
    assert (len(printed.made), printed.refused, printed.left) == (2, (), 1)
    assert len(list_papers(sample)) == 2


def test_a_folder_that_cannot_be_written_ends_it(sample: Workspace, tmp_path: Path) -> None:
    blocked = tmp_path / "no-es-carpeta"
    blocked.write_text("")
    printed = print_papers(sample, [PaperRequest(BLANK, COURSE, week) for week in WEEKS], blocked)
    assert (printed.made, len(printed.refused), printed.left) == ((), 1, 2)
    assert "No se puede escribir" in printed.refused[0].message


@pytest.mark.parametrize("kind", [kind.name for kind in documents_of_courses() if not kind.is_owed])
def test_what_is_printed_on_request_is_not_owed_and_once_printed_is_kept(
    sample: Workspace, tmp_path: Path, kind: str
) -> None:
    assert kind not in {each.request.kind for each in course_papers(sample, COURSE)}
    lines = lines_of(sample, COURSE, kind, WEEKS[1].monday)
    assert {each.stage for each in lines} == {PaperStage.ON_REQUEST}
    printed = print_papers(sample, [each.request for each in lines], tmp_path)
    after = lines_of(sample, COURSE, kind, WEEKS[1].monday)
    assert [each.stage for each in after].count(PaperStage.KEPT) == len(printed.made)
    assert len(printed.made) + len(printed.refused) == len(lines)
    assert read_home(sample).papers == ()


def test_a_paper_of_a_person_has_a_line_for_each(sample: Workspace) -> None:
    names = [each.person.listed_name for each in list_enrolments(sample, COURSE)]
    assert [line.person for line in lines_of(sample, COURSE, "hours-certificate")] == names


def test_a_refusal_names_the_person(sample: Workspace, tmp_path: Path) -> None:
    line = lines_of(sample, COURSE, "day-certificate")[0]  # nothing is entered of today
    (refused,) = print_papers(sample, [line.request], tmp_path).refused
    assert line.person in refused.where
