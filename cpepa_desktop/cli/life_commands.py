"""The commands on a course's life: its gates, its papers, its start and its renunciation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.law import Answer as Said
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import course_life, gates
from cpepa_desktop.operations.explanation_words import answer_word, rule_title
from cpepa_desktop.operations.gate_states import GateState
from cpepa_desktop.operations.official_papers import (
    list_official_papers,
    paper_words,
    remove_official_paper,
    save_official_paper,
)
from cpepa_desktop.operations.stage import course_stage
from cpepa_desktop.operations.workspace import Workspace


def show_gates(ws: Workspace, given: Arguments) -> Answer:
    """Show how the gates of a course stand for its start, or for another."""
    states = gates.course_gates(ws, given.course, given.start)
    return Answer([_gate_form(state) for state in states], tuple(_gate_line(state) for state in states))


def authorise(ws: Workspace, given: Arguments) -> Answer:
    """Record the paper that opens one or more courses."""
    paper = _paper(given, OfficialPaperKind.AUTHORISATION, given.courses)
    return _told(ws, course_life.authorise_courses(ws, given.courses, paper, given.scan), *given.courses)


def sign(ws: Workspace, given: Arguments) -> Answer:
    """Record the agreement of one or more courses."""
    paper = _paper(given, OfficialPaperKind.AGREEMENT, given.courses)
    return _told(ws, course_life.sign_agreement(ws, given.courses, paper, given.scan), *given.courses)


def start(ws: Workspace, given: Arguments) -> Answer:
    """Record that a course has begun."""
    day = given.day or ws.clock.today()
    return _told(ws, course_life.start_course(ws, given.course, day), given.course)


def defer(ws: Workspace, given: Arguments) -> Answer:
    """Record that what is pending of a course is on record outside the program."""
    return _told(ws, gates.defer_gates(ws, given.course, given.reason), given.course)


def renounce(ws: Workspace, given: Arguments) -> Answer:
    """Record that a course is renounced, or that its renunciation does not stand."""
    if given.cancel:
        return _told(ws, course_life.cancel_renunciation(ws, given.course, given.reason), given.course)
    day = given.day or ws.clock.today()
    changes = course_life.renounce_course(ws, given.course, day, given.reason, given.number)
    return _told(ws, changes, given.course)


def add_paper(ws: Workspace, given: Arguments) -> Answer:
    """Record an official paper."""
    paper = _paper(given, given.kind, given.courses)
    return _told(ws, save_official_paper(ws, paper, given.scan), *given.courses)


def list_papers(ws: Workspace, given: Arguments) -> Answer:
    """List the official papers of a course, or all of them."""
    papers = list_official_papers(ws, given.course)
    lines = tuple(_paper_line(paper) for paper in papers) or (_("No hay ningún escrito."),)
    return Answer([_paper_form(paper) for paper in papers], lines)


def remove_paper(ws: Workspace, given: Arguments) -> Answer:
    """Remove an official paper."""
    return of_changes(remove_official_paper(ws, given.paper, given.reason))


LIFE_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "course-gates": Command(show_gates),
        "course-authorise": Command(authorise, writes=True),
        "course-sign": Command(sign, writes=True),
        "course-start": Command(start, writes=True),
        "course-defer": Command(defer, writes=True),
        "course-renounce": Command(renounce, writes=True),
        "paper-add": Command(add_paper, writes=True),
        "paper-list": Command(list_papers),
        "paper-remove": Command(remove_paper, writes=True),
    }
)
"""These commands, by name."""


def _told(ws: Workspace, changes: Changes, *courses: str) -> Answer:
    """Return what was done with the stage each course has since."""
    stages = {code: course_stage(ws, code).stage for code in courses}
    answer = of_changes(changes, stages=stages)
    lines = (_("{course}: {stage}").format(course=code, stage=stage.label) for code, stage in stages.items())
    return replace(answer, lines=(*answer.lines, *lines))


def _paper(given: Arguments, kind: OfficialPaperKind, courses: Iterable[str]) -> OfficialPaper:
    return OfficialPaper(
        id=0,
        kind=kind,
        number=given.number,
        issued_on=given.issued,
        received_on=given.received,
        ends_on=given.ends,
        signer=given.signer,
        body=given.body,
        note=given.note,
        courses=tuple(CourseServed(code) for code in courses),
    )


def _gate_form(state: GateState) -> dict[str, object]:
    return {
        "gate": state.gate,
        "answer": state.answer,
        "reason": state.verdict.reason,
        "day": state.day,
        "citation": str(state.verdict.citation),
        "place": state.place,
        "is_warning": state.is_warning,
    }


def _gate_line(state: GateState) -> str:
    day = f"{state.day:%d/%m/%Y}" if state.day else "-" * 10
    kind = _(", aviso") if state.is_warning and state.answer is not Said.YES else ""
    return f"{day}  {rule_title(state.gate)}: {answer_word(state.answer)}{kind}  ({state.verdict.citation})"


def _paper_form(paper: OfficialPaper) -> dict[str, object]:
    return {
        "id": paper.id,
        "kind": paper.kind,
        "number": paper.number,
        "issued_on": paper.issued_on,
        "received_on": paper.received_on,
        "ends_on": paper.ends_on,
        "signer": paper.signer,
        "body": paper.body,
        "note": paper.note,
        "attachment": paper.attachment,
        "courses": [served.course for served in paper.courses],
    }


def _paper_line(paper: OfficialPaper) -> str:
    day = f"{paper.issued_on:%d/%m/%Y}" if paper.issued_on else "-" * 10
    return f"{paper.id:>4}  {day}  {paper_words(paper)}  {', '.join(s.course for s in paper.courses)}"
