"""Official papers: what a centre writes of them, what cannot hold, and what they mean for their courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.official_papers import (
    list_official_papers,
    remove_official_paper,
    save_official_paper,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, bare, last_operation, own_request, request, rows

DAY = timedelta(days=1)
TODAY = date(2024, 1, 12)
AUTHORISATION = OfficialPaperKind.AUTHORISATION
AGREEMENT = OfficialPaperKind.AGREEMENT


def paper(kind: OfficialPaperKind = AUTHORISATION, *codes: str, **facts: Any) -> OfficialPaper:  # noqa: ANN401 - its fields
    return OfficialPaper(0, kind, courses=tuple(CourseServed(code) for code in codes or (CODE,)), **facts)


def problems(ws: Workspace, wanted: OfficialPaper) -> str:
    """Return in words why a paper cannot be written, and check that nothing was."""
    before = rows(ws)
    with pytest.raises(Refused) as caught:
        save_official_paper(ws, wanted)
    assert rows(ws) == before
    assert "No se ha cambiado nada" in caught.value.message
    return " ".join(str(problem) for problem in caught.value.problems)


@pytest.fixture
def own(ws: Workspace) -> Workspace:
    """Give a centre with the course of own resources, of which no paper is known."""
    bare(ws, own_request())
    return ws


def test_a_paper_serves_several_courses_each_once(own: Workspace, tmp_path: Path) -> None:
    bare(own, own_request(code="24/002", timetable="L-V 16:00-21:00"))
    scan = tmp_path / "autorizacion.pdf"
    scan.write_bytes(b"%PDF-1.7")
    wanted = paper(AUTHORISATION, CODE, "24/002", CODE, number="A-7", issued_on=TODAY, body="INAEM")
    changes = save_official_paper(own, wanted, scan)
    [kept] = list_official_papers(own, "24/002")
    assert [served.course for served in kept.courses] == [CODE, "24/002"]
    assert (kept.number, kept.issued_on, kept.body) == ("A-7", TODAY, "INAEM")
    assert kept.attachment is not None
    assert own.file.attachments.get(kept.attachment) == b"%PDF-1.7"
    assert changes.kinds == {Kind.PLANNING, Kind.COURSE}
    assert changes.course == ""
    assert last_operation(own) == "Anotar Autorización de INAEM A-7"
    assert list_official_papers(own) == (kept,)
    assert list_official_papers(own, "24") == ()


def test_a_paper_corrected_keeps_its_scan_and_undo_brings_the_old_one_back(
    own: Workspace, tmp_path: Path
) -> None:
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"%PDF")
    assert save_official_paper(own, paper(issued_on=TODAY), scan).course == CODE
    [kept] = list_official_papers(own)
    save_official_paper(own, replace(kept, number="A-8"))
    assert list_official_papers(own) == (replace(kept, number="A-8"),)
    undo(own)
    assert list_official_papers(own) == (kept,)


def test_an_agreement_signed_after_its_end_is_refused_and_on_its_last_day_is_not(own: Workspace) -> None:
    said = problems(own, paper(AGREEMENT, number="5", issued_on=TODAY, ends_on=TODAY - DAY))
    assert said == (
        "Hasta: «Convenio 5» no puede firmarse el vie 12 ene 2024, después de su fin, el jue 11 ene 2024."
    )
    save_official_paper(own, paper(AGREEMENT, number="5", issued_on=TODAY, ends_on=TODAY))


def test_an_authorisation_dated_in_the_future_is_refused_and_one_of_today_is_not(own: Workspace) -> None:
    for column, to_come in (
        ("Fecha", paper(issued_on=TODAY + DAY)),
        ("Recibido", paper(received_on=TODAY + DAY)),
    ):
        assert problems(own, to_come) == (
            f"{column}: «Autorización de INAEM» lleva fecha del sáb 13 ene 2024, que aún no ha llegado."
        )
    save_official_paper(own, paper(issued_on=TODAY, received_on=TODAY))


def test_a_paper_does_not_come_before_its_date(own: Workspace) -> None:
    said = problems(own, paper(issued_on=TODAY, received_on=TODAY - DAY))
    assert "no puede recibirse el jue 11 ene 2024" in said


def test_a_course_has_one_day_of_each_gate(own: Workspace) -> None:
    save_official_paper(own, paper(number="A-1", issued_on=TODAY - DAY))
    said = problems(own, paper(number="A-2", issued_on=TODAY))
    assert CODE in said
    assert "«Autorización de INAEM A-1», del jue 11 ene 2024" in said
    save_official_paper(own, paper(number="A-2", issued_on=TODAY - DAY))
    save_official_paper(own, paper(OfficialPaperKind.OTHER, issued_on=TODAY))
    save_official_paper(own, paper(OfficialPaperKind.OTHER, issued_on=TODAY - DAY))
    assert len(list_official_papers(own, CODE)) == 4


@pytest.mark.parametrize("agreement_first", [True, False])
def test_an_agreement_cannot_end_before_the_authorisation_it_rests_on(
    own: Workspace, *, agreement_first: bool
) -> None:
    agreement = paper(AGREEMENT, issued_on=date(2023, 1, 9), ends_on=TODAY - DAY)
    authorisation = paper(issued_on=date(2023, 1, 2), received_on=TODAY)
    first, second = (agreement, authorisation) if agreement_first else (authorisation, agreement)
    save_official_paper(own, first)
    assert "antes de la autorización en que se apoya" in problems(own, second)
    save_official_paper(own, replace(second, ends_on=None, received_on=None))


def test_a_paper_later_than_the_start_planned_is_written_with_a_notice(ws: Workspace) -> None:
    bare(ws, own_request(start=date(2024, 1, 8)))
    assert save_official_paper(ws, paper(OfficialPaperKind.OTHER, issued_on=TODAY)).notices == ()
    [notice] = save_official_paper(ws, paper(number="A-1", issued_on=TODAY)).notices
    assert notice == (
        "El curso 24/001 tiene su inicio el lun 8 ene 2024 y «Autorización de INAEM A-1» no lo permite ese "
        "día: cambie el inicio."
    )


def test_a_paper_before_the_start_gives_no_notice(own: Workspace) -> None:
    assert MONDAY > TODAY
    assert save_official_paper(own, paper(issued_on=TODAY)).notices == ()


def test_a_paper_of_a_course_that_is_not_there_is_refused(own: Workspace) -> None:
    with pytest.raises(Refused, match="No hay ningún curso"):
        save_official_paper(own, paper(AUTHORISATION, "99/999"))
    assert list_official_papers(own) == ()


def test_a_scan_that_cannot_be_read_writes_nothing(own: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No se puede leer"):
        save_official_paper(own, paper(issued_on=TODAY), tmp_path / "no.pdf")
    assert list_official_papers(own) == ()


def test_a_paper_is_removed_with_a_reason_that_the_history_keeps(own: Workspace) -> None:
    save_official_paper(own, paper(number="A-1", issued_on=TODAY))
    [kept] = list_official_papers(own)
    with pytest.raises(Refused, match="Diga por qué"):
        remove_official_paper(own, kept.id, " ")
    remove_official_paper(own, kept.id, "Era de otro curso")
    assert list_official_papers(own) == ()
    assert last_operation(own) == "Quitar Autorización de INAEM A-1: Era de otro curso"
    with pytest.raises(Refused, match="ya no está"):
        remove_official_paper(own, kept.id, "Otra vez")
    with pytest.raises(Refused, match="ya no está"):
        save_official_paper(own, kept)


def test_a_grant_says_what_it_grants_to_each_course(ws: Workspace) -> None:
    bare(ws, request(route=Route.CALL))
    served = CourseServed(CODE, 3_759_340)
    save_official_paper(ws, OfficialPaper(0, OfficialPaperKind.GRANT, issued_on=TODAY, courses=(served,)))
    assert list_official_papers(ws, CODE)[0].courses == (served,)


def test_a_grant_dates_what_is_counted_from_it_and_tells_until_it_is_removed(ws: Workspace) -> None:
    bare(ws)
    bare(ws, request(code="24/002", timetable="L-V 16:00-21:00"))
    undated = paper(OfficialPaperKind.GRANT, CODE, number="G-1")
    assert save_official_paper(ws, undated).notices == ()
    [kept] = list_official_papers(ws)
    [told] = save_official_paper(ws, replace(kept, received_on=TODAY)).notices
    assert told.startswith("Vence el")
    assert "renuncia" in told.casefold()
    assert CODE not in told
    several = replace(kept, received_on=TODAY, courses=(*kept.courses, CourseServed("24/002")))
    [other] = save_official_paper(ws, several).notices
    assert "de 24/002" in other
    assert "de 24/001" not in other
    [gone] = remove_official_paper(ws, kept.id, "Era de otros").notices
    assert gone.startswith("Ya no tiene plazo")
    assert "24/001" in gone
    assert "24/002" in gone
