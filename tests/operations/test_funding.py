"""How a course is paid for: its grant line by line, its advances, the caps of its call, its budget."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.grant import AdvanceKind
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.operations.budgets import save_budget_line
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.funding import Funding, advance_facts, read_funding
from cpepa_desktop.operations.local_entities import (
    list_local_entities,
    save_local_entity,
    set_local_entity,
)
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, own_request, planned

NOTIFIED = date(2023, 10, 5)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def grant(ws: Workspace, cents: int | None = 3_759_340) -> None:
    """Write down the resolution, notified on 5 October 2023."""
    served = (CourseServed(CODE, cents),)
    paper = OfficialPaper(
        0, OfficialPaperKind.GRANT, issued_on=date(2023, 10, 2), received_on=NOTIFIED, courses=served
    )
    save_official_paper(ws, paper)


def file(ws: Workspace, name: str, day: date) -> None:
    file_obligation(ws, CODE, name, "", FilingForm(day))


def answers(funding: Funding) -> dict[str, Answer]:
    return {line.figure.key: line.verdict.answer for line in funding.lines if line.verdict}


def test_the_amounts_come_with_their_arithmetic_the_advances_and_the_caps_with_their_verdicts(
    ws: Workspace,
) -> None:
    planned(ws)
    funding = read_funding(ws, CODE)
    lines = {line.figure.key: line for line in funding.lines}
    assert plain(lines["estimated"].formula) == "(370 h + 10 h) × 7,61 €/h × 13 participantes"
    assert plain(lines["advance_single"].formula) == "60 % × 37.593,40 €"
    assert plain(lines["request_cap"].formula) == "37.593,40 € ≤ 600.000,00 €"
    assert plain(lines["grant_cap"].figure.value) == "37.593,40 €"
    assert answers(funding) == {
        "advance_initial": Answer.NO,
        "advance_after_start": Answer.PENDING,
        "advance_single": Answer.PENDING,
        "request_cap": Answer.YES,
        "grant_cap": Answer.YES,
    }
    assert str(funding.guarantee_asked) == "EPE/873/2023, ap. 17.2; Guía 10.1.4"
    assert (funding.guarantee, funding.grant) == (None, None)


def test_an_advance_explains_when_it_can_be_asked_for_and_how_much_it_is(ws: Workspace) -> None:
    planned(ws)
    line = next(line for line in read_funding(ws, CODE).lines if line.figure.key == "advance_initial")
    assert line.figure.explanation.sentence == "Solo podía pedirse hasta el dom 31 dic 2023."
    assert plain(line.figure.explanation.formula[-1]) == "25 % × 37.593,40 € = 9.398,35 €"
    assert "Último día para pedir el anticipo inicial" in [s.label for s in line.figure.explanation.sources]


def test_the_initial_advance_is_asked_for_within_the_year_of_the_grant(ws: Workspace) -> None:
    planned(ws)
    ws.clock = at(date(2023, 12, 31))
    assert answers(read_funding(ws, CODE))["advance_initial"] is Answer.PENDING
    grant(ws)
    assert answers(read_funding(ws, CODE))["advance_initial"] is Answer.YES
    ws.clock = at(date(2024, 1, 1))
    assert answers(read_funding(ws, CODE))["advance_initial"] is Answer.NO


def test_a_declaration_of_start_opens_the_other_advances(ws: Workspace) -> None:
    planned(ws)
    grant(ws)
    file(ws, "start_declaration", date(2024, 1, 10))
    found = answers(read_funding(ws, CODE))
    assert (found["advance_after_start"], found["advance_single"]) == (Answer.YES, Answer.YES)


def test_what_was_asked_for_closes_what_it_excludes(ws: Workspace) -> None:
    planned(ws)
    grant(ws)
    file(ws, "start_declaration", date(2024, 1, 10))
    file(ws, "advance_initial", date(2023, 11, 2))
    found = answers(read_funding(ws, CODE))
    assert found["advance_after_start"] is Answer.YES
    assert (found["advance_initial"], found["advance_single"]) == (Answer.NO, Answer.NO)


def test_the_request_after_the_start_is_of_the_single_advance_where_no_initial_one_was_made(
    ws: Workspace,
) -> None:
    planned(ws)
    ws.clock = at(MONDAY)
    file(ws, "advance_after_start", MONDAY)
    course = find_course(ws, CODE)
    assert advance_facts(ws, course, None).asked == {AdvanceKind.SINGLE}
    file(ws, "advance_initial", date(2023, 11, 2))
    assert advance_facts(ws, course, None).asked == {AdvanceKind.INITIAL, AdvanceKind.AFTER_START}


def test_a_start_is_proved_by_its_declaration_and_by_itself_where_none_is_asked(ws: Workspace) -> None:
    planned(ws)
    planned(ws, own_request(code="24/002", timetable="L-V 16:00-21:00"))
    with ws.operation("Inicio"):
        ws.db.execute("UPDATE course SET started_on = ?", (MONDAY.isoformat(),))
    assert advance_facts(ws, find_course(ws, CODE), None).started_on is None
    assert advance_facts(ws, find_course(ws, "24/002"), None).started_on == MONDAY
    grant(ws)
    ws.clock = at(MONDAY)
    file(ws, "start_declaration", MONDAY)
    assert advance_facts(ws, find_course(ws, CODE), None).started_on == MONDAY


def test_the_guarantee_and_the_resolution_are_the_papers_of_the_course(ws: Workspace) -> None:
    planned(ws)
    grant(ws)
    served = (CourseServed(CODE),)
    guarantee = OfficialPaper(0, OfficialPaperKind.GUARANTEE, issued_on=date(2023, 11, 2), courses=served)
    save_official_paper(ws, guarantee)
    funding = read_funding(ws, CODE)
    assert funding.guarantee is not None
    assert funding.grant is not None
    assert funding.grant.received_on == NOTIFIED
    assert funding.estimate is not None
    assert funding.estimate.resolved == 3_759_340


def test_a_grant_that_cannot_be_reckoned_says_why(ws: Workspace) -> None:
    planned(ws)
    with ws.operation("Otra provincia"):
        ws.db.execute("UPDATE course SET province = 'Soria'")
    funding = read_funding(ws, CODE)
    assert (funding.estimate, funding.lines) == (None, ())
    assert "«Soria»" in funding.refusal


def test_a_course_of_own_means_has_a_budget_and_who_pays(ws: Workspace) -> None:
    planned(ws, own_request())
    save_budget_line(ws, CODE, BudgetLine(0, 0, LineKind.EXPENSE, "Docente", 100))
    save_local_entity(ws, LocalEntity(0, "Ayuntamiento de Utebo"))
    funding = read_funding(ws, CODE)
    assert (funding.is_paid, funding.lines, funding.pays_support) == (False, (), False)
    assert (funding.budget.balance, funding.entity, funding.guarantee_asked) == (-100, None, None)


def test_a_local_entity_that_pays_is_named(ws: Workspace) -> None:
    planned(ws, own_request(call="local-entity", route=Route.LOCAL))
    save_local_entity(ws, LocalEntity(0, "Ayuntamiento de Utebo"))
    set_local_entity(ws, CODE, list_local_entities(ws)[0].id)
    entity = read_funding(ws, CODE).entity
    assert entity is not None
    assert entity.name == "Ayuntamiento de Utebo"
