"""Looking for what is planned: official papers, local entities, accreditations and terms of courses."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.search import FoundKind
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.local_entities import save_local_entity
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.search import named, search
from cpepa_desktop.operations.search_planning import obligation_of
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, planned

AGREEMENT = OfficialPaper(
    0,
    OfficialPaperKind.AGREEMENT,
    number="INAEM-17/2023",
    issued_on=date(2023, 12, 1),
    body="Instituto Aragonés de Empleo",
    courses=(CourseServed(CODE),),
)


@pytest.fixture
def plans(ws: Workspace) -> Workspace:
    """Give a centre with a course, an agreement, a local entity and an accreditation."""
    planned(ws)
    save_official_paper(ws, AGREEMENT)
    save_local_entity(ws, LocalEntity(0, "Comarca Ribera Baja", cif="P5000001G", municipality="Quinto"))
    save_accreditation(ws, Accreditation(0, "SSCS0208", "ACR-9", date(2020, 1, 1), date(2026, 1, 1)))
    return ws


def titles(ws: Workspace, typed: str, kind: FoundKind) -> list[str]:
    """Return what is found of one kind."""
    return [found.title for found in search(ws, typed) if found.kind is kind]


@pytest.mark.parametrize(
    "typed", ["convenio", "convenyo", "INAEM-17/2023", "inaem172023", "aragones empleo", f"convenio {CODE}"]
)
def test_an_official_paper_is_found_by_its_kind_its_number_and_who_issued_it(
    plans: Workspace, typed: str
) -> None:
    assert titles(plans, typed, FoundKind.OFFICIAL_PAPER) == ["Convenio"]


def test_an_official_paper_says_its_courses_its_number_and_its_day(plans: Workspace) -> None:
    found = next(each for each in search(plans, "convenio") if each.kind is FoundKind.OFFICIAL_PAPER)
    assert found.detail == f"{CODE} · n.º INAEM-17/2023 · vie 1 dic 2023"


@pytest.mark.parametrize("typed", ["ribera baja", "comraca", "P5000001G", "quinto"])
def test_a_local_entity_is_found(plans: Workspace, typed: str) -> None:
    assert titles(plans, typed, FoundKind.LOCAL_ENTITY) == ["Comarca Ribera Baja"]


@pytest.mark.parametrize("typed", ["SSCS0208", "sscs-0208", "ACR-9", "acr9", "sociosanitaria"])
def test_an_accreditation_is_found(plans: Workspace, typed: str) -> None:
    assert titles(plans, typed, FoundKind.ACCREDITATION) == ["SSCS0208"]


@pytest.mark.parametrize("typed", ["hoja condiciones", "hoja de condicones", f"condiciones {CODE}"])
def test_a_term_of_a_course_is_found_by_its_words(plans: Workspace, typed: str) -> None:
    found = [each for each in search(plans, typed) if each.kind is FoundKind.OBLIGATION]
    assert ("conditions_sheet", CODE) in {obligation_of(each.key) for each in found}
    assert all(CODE in each.detail for each in found)


def test_the_terms_of_a_course_do_not_crowd_who_looks_for_the_course(plans: Workspace) -> None:
    assert titles(plans, CODE, FoundKind.OBLIGATION) == []
    assert titles(plans, "sociosanitaria", FoundKind.OBLIGATION) == []
    assert titles(plans, "sociosnitaria", FoundKind.OBLIGATION) == []


def test_what_is_planned_afterwards_is_found_and_what_is_undone_is_not(plans: Workspace) -> None:
    assert titles(plans, "monegros", FoundKind.LOCAL_ENTITY) == []
    save_local_entity(plans, LocalEntity(0, "Comarca de Los Monegros"))
    assert titles(plans, "monegros", FoundKind.LOCAL_ENTITY) == ["Comarca de Los Monegros"]
    undo(plans)
    assert titles(plans, "monegros", FoundKind.LOCAL_ENTITY) == []
    save_official_paper(plans, OfficialPaper(0, OfficialPaperKind.GUARANTEE, courses=(CourseServed(CODE),)))
    assert titles(plans, "aval", FoundKind.OFFICIAL_PAPER) == ["Aval del anticipo"]


def test_a_thing_planned_is_named_by_its_key(plans: Workspace) -> None:
    for found in search(plans, "convenio"):
        assert named(plans, found.kind, found.key) == found


def test_the_key_of_a_term_tells_its_name_from_a_course_with_any_sign() -> None:
    assert obligation_of("diplomas/24/001") == ("diplomas", "24/001")
