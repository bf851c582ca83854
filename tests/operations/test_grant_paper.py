"""The estimate of a grant as it prints, registered for a course and a plain file for what is not planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.grant import GrantRequest
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.grant_paper import estimate_of_course, save_estimate
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.papers import list_papers, preview_paper, print_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned

SSCS = GrantRequest("EPE-873-2023", "SSCS0208", "", "Zaragoza")


def test_the_estimate_of_a_course_prints_and_is_registered(ws: Workspace, tmp_path: Path) -> None:
    planned(ws)
    printed = print_paper(ws, "grant-estimate", CODE, None, tmp_path)
    assert printed.path.read_bytes().startswith(b"%PDF")
    assert [view.title for view in list_papers(ws, CODE)] == ["Estimación de la subvención"]


def test_it_says_what_the_advances_and_the_caps_ask(ws: Workspace) -> None:
    planned(ws)
    paper = estimate_of_course(ws, CODE)
    assert len(paper.lines) == 8
    assert [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in paper.conditions] == [
        (
            "El anticipo inicial se pide una vez notificada la concesión y hasta el dom 31 dic 2023 "
            "(EPE/873/2023, ap. 17.1; Guía 10.1.4)."
        ),
        (
            "El segundo anticipo, o en lugar de los dos el único, se pide una vez acreditado el inicio "
            "(EPE/873/2023, ap. 17.1; Guía 10.1.4)."
        ),
        ("Con aval en la Caja General de Depósitos, salvo exención (EPE/873/2023, ap. 17.2; Guía 10.1.4)."),
        "Un centro no pide a la convocatoria más de 600.000,00 € (EPE/873/2023, ap. 11.5).",
        "A un centro no se le conceden en la convocatoria más de 200.000,00 € (EPE/873/2023, ap. 13.4).",
    ]
    assert not paper.is_resolved


def test_once_granted_it_prints_the_amount_of_the_resolution(ws: Workspace) -> None:
    planned(ws)
    served = (CourseServed(CODE, 3_000_000),)
    paper = OfficialPaper(0, OfficialPaperKind.GRANT, issued_on=date(2023, 10, 5), courses=served)
    save_official_paper(ws, paper)
    printed = estimate_of_course(ws, CODE)
    assert printed.is_resolved
    assert "30.000,00" in printed.lines[1].value


def test_a_course_that_nobody_pays_for_has_none(ws: Workspace) -> None:
    planned(ws, own_request())
    with pytest.raises(Refused, match="no tiene subvención"):
        preview_paper(ws, "grant-estimate", CODE)


def test_what_is_not_planned_is_saved_without_being_registered(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "estimacion.pdf"
    assert save_estimate(ws, SSCS, path) == path
    assert path.read_bytes().startswith(b"%PDF")
    assert list_papers(ws) == ()


def test_what_cannot_be_saved_says_why(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="«Soria»"):
        save_estimate(ws, replace(SSCS, province="Soria"), tmp_path / "a.pdf")
    with pytest.raises(EnvironmentFault, match="No se puede escribir"):
        save_estimate(ws, SSCS, tmp_path / "no" / "a.pdf")
