"""What is planned is undone and redone exactly; what was handed in or given up stands, and undo says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.staff import CourseRole, Proof, Role
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.application_view import read_application
from cpepa_desktop.operations.applications import (
    ActionForm,
    SubmissionForm,
    mark_item,
    save_action,
    set_published,
    submit_application,
)
from cpepa_desktop.operations.budgets import save_budget_line
from cpepa_desktop.operations.course_life import (
    authorise_courses,
    cancel_renunciation,
    renounce_course,
    start_course,
)
from cpepa_desktop.operations.gates import defer_gates
from cpepa_desktop.operations.history import redo, undo
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.local_entities import (
    list_local_entities,
    remove_local_entity,
    save_local_entity,
)
from cpepa_desktop.operations.obligations import (
    FilingForm,
    file_obligation,
    record_event,
    remove_event,
    withdraw_filing,
)
from cpepa_desktop.operations.official_papers import (
    list_official_papers,
    remove_official_paper,
    save_official_paper,
)
from cpepa_desktop.operations.pauses import cancel_pause, list_pauses, pause_course, resume_course
from cpepa_desktop.operations.relaying import change_start
from cpepa_desktop.operations.speciality_needs import save_need
from cpepa_desktop.operations.staff_writing import save_proof, save_role
from cpepa_desktop.operations.supports import save_support
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import (
    link_course,
    read_request,
    save_line,
    submit_request,
    withdraw_submission,
)
from tests.operations.builders import (
    CODE,
    MONDAY,
    at,
    enrolled,
    last_operation,
    planned,
    request,
    rows,
    trainer,
)

CALL = "EPE-873-2023"
YEAR = SchoolYear(2024)
TODAY = date(2024, 1, 10)
KEPT = (LastDay.KEEP, "Queda poco")

GRANT = OfficialPaper(
    0,
    OfficialPaperKind.GRANT,
    number="R-1",
    issued_on=date(2023, 12, 1),
    courses=(CourseServed(CODE, 3_759_340),),
)
LINE = RequestLine(0, 0, "SSCS0208", "", Route.OWN, places=15)


@dataclass(frozen=True, slots=True)
class Plans:
    """A centre with a course to come, a trainer and a learner."""

    ws: Workspace
    trainer: int
    enrolment: int


@pytest.fixture
def plans(ws: Workspace) -> Plans:
    ws.clock = at(TODAY)
    planned(ws, request(last_day=LastDay.KEEP, last_day_reason="Queda poco"))
    return Plans(ws, trainer(ws, 1).id, enrolled(ws, 1).id)


def paper_id(ws: Workspace) -> int:
    """Return the key of the only paper of the course."""
    [paper] = list_official_papers(ws, CODE)
    return paper.id


def pause(ws: Workspace) -> None:
    pause_course(ws, CODE, date(2024, 2, 5), date(2024, 2, 12), "Obras", *KEPT)


Act = Callable[[Plans], object]


def nothing(_plans: Plans) -> None:
    """Do nothing before."""


def noted(plans: Plans) -> None:
    save_official_paper(plans.ws, GRANT)


def paused(plans: Plans) -> None:
    pause(plans.ws)


def entity(plans: Plans) -> None:
    save_local_entity(plans.ws, LocalEntity(0, "Comarca de Los Monegros"))


def asked(plans: Plans) -> None:
    save_line(plans.ws, YEAR, LINE)


def happened(plans: Plans) -> None:
    record_event(plans.ws, CODE, Anchor.PUBLICITY_STARTED, TODAY)


def linked(plans: Plans) -> object:
    return link_course(plans.ws, YEAR, read_request(plans.ws, YEAR).lines[0].line.id, CODE)


UNDONE: dict[str, tuple[Act, Act]] = {
    "paper": (nothing, noted),
    "paper removed": (noted, lambda p: remove_official_paper(p.ws, paper_id(p.ws), "Era de otro curso")),
    "authorisation": (nothing, lambda p: authorise_courses(p.ws, [CODE], GRANT)),
    "start": (nothing, lambda p: start_course(_later(p), CODE, MONDAY)),
    "gates deferred": (nothing, lambda p: defer_gates(p.ws, CODE, "Consta en Gestifor")),
    "accreditation": (nothing, lambda p: save_accreditation(p.ws, Accreditation(0, "SSCS0208", "9"))),
    "need": (nothing, lambda p: save_need(p.ws, SpecialityNeed(0, "SSCS0208", 0, NeedKind.ROOM, "Aula"))),
    "local entity": (nothing, entity),
    "local entity removed": (entity, lambda p: remove_local_entity(p.ws, list_local_entities(p.ws)[0].id)),
    "request line": (nothing, asked),
    "request line linked": (asked, linked),
    "budget line": (
        nothing,
        lambda p: save_budget_line(p.ws, CODE, BudgetLine(0, 0, LineKind.EXPENSE, "Material", 100)),
    ),
    "support": (
        nothing,
        lambda p: save_support(
            p.ws, CODE, DisabilitySupport(0, p.enrolment, SupportService.OTHER, 60, date(2024, 1, 9))
        ),
    ),
    "pause": (nothing, paused),
    "resumed": (
        paused,
        lambda p: resume_course(p.ws, CODE, list_pauses(p.ws, CODE)[0].id, date(2024, 2, 14), *KEPT),
    ),
    "pause removed": (paused, lambda p: cancel_pause(p.ws, CODE, list_pauses(p.ws, CODE)[0].id, *KEPT)),
    "change of start": (nothing, lambda p: change_start(p.ws, CODE, date(2024, 1, 22), *KEPT)),
    "event": (nothing, happened),
    "event removed": (
        happened,
        lambda p: remove_event(p.ws, CODE, Anchor.PUBLICITY_STARTED, TODAY),
    ),
    "role": (nothing, lambda p: save_role(p.ws, CODE, CourseRole(p.trainer, Role.TUTOR, 60, "L 14:00"))),
    "proof": (nothing, lambda p: save_proof(p.ws, p.trainer, "SSCS0208", Proof.ACADEMIC, "Grado")),
    "application": (nothing, lambda p: set_published(p.ws, CALL, date(2023, 7, 10))),
    "application action": (nothing, lambda p: save_action(p.ws, CALL, ActionForm("SSCS0208"))),
}
"""What is planned, each with what has to be there before."""


def _later(plans: Plans) -> Workspace:
    plans.ws.clock = at(MONDAY)
    return plans.ws


@pytest.mark.parametrize(("before", "act"), UNDONE.values(), ids=UNDONE)
def test_what_is_planned_is_undone_and_redone_exactly(plans: Plans, before: Act, act: Act) -> None:
    before(plans)
    was = rows(plans.ws)
    act(plans)
    became = rows(plans.ws)
    assert became != was
    for _time in range(2):
        undo(plans.ws)
        assert rows(plans.ws) == was
        redo(plans.ws)
        assert rows(plans.ws) == became


def filed(plans: Plans) -> None:
    file_obligation(plans.ws, CODE, "selection_record", "", FilingForm(date(2024, 1, 9), number="S-1"))


def submitted(plans: Plans) -> None:
    asked(plans)
    plans.ws.clock = at(date(2024, 4, 2))
    submit_request(plans.ws, YEAR, date(2024, 4, 2))


def renounced(plans: Plans) -> None:
    renounce_course(plans.ws, CODE, TODAY, "Sin alumnado")


def ready_to_apply(plans: Plans) -> None:
    plans.ws.clock = at(date(2023, 7, 20))
    set_published(plans.ws, CALL, date(2023, 7, 10))
    save_action(plans.ws, CALL, ActionForm("SSCS0208"))
    for view in read_application(plans.ws, CALL).items:
        mark_item(plans.ws, CALL, view.item.key, ItemState.READY)


LEGAL: dict[str, tuple[Act, Act]] = {
    "filing": (nothing, filed),
    "filing withdrawn": (filed, lambda p: withdraw_filing(p.ws, CODE, "selection_record", "", "Error")),
    "request submitted": (nothing, submitted),
    "request withdrawn": (submitted, lambda p: withdraw_submission(p.ws, YEAR, "No se presentó")),
    "application submitted": (
        ready_to_apply,
        lambda p: submit_application(p.ws, CALL, SubmissionForm(date(2023, 7, 20), "REG-1")),
    ),
    "renunciation": (nothing, renounced),
    "renunciation cancelled": (renounced, lambda p: cancel_renunciation(p.ws, CODE, "Hay alumnado")),
}
"""What was handed in or given up, each with what has to be there before."""


@pytest.mark.parametrize(("before", "act"), LEGAL.values(), ids=LEGAL)
def test_undo_stops_at_a_legal_act_and_says_so(plans: Plans, before: Act, act: Act) -> None:
    before(plans)
    act(plans)
    stands = rows(plans.ws)
    with pytest.raises(Refused) as refused:
        undo(plans.ws)
    assert f"más atrás de «{last_operation(plans.ws)}»: es un acto" in refused.value.message
    assert rows(plans.ws) == stands


@pytest.mark.parametrize(("before", "act"), LEGAL.values(), ids=LEGAL)
def test_what_comes_after_a_legal_act_is_undone_up_to_it(plans: Plans, before: Act, act: Act) -> None:
    before(plans)
    act(plans)
    stands = rows(plans.ws)
    entity(plans)
    undo(plans.ws)
    assert rows(plans.ws) == stands
    with pytest.raises(Refused):
        undo(plans.ws)
