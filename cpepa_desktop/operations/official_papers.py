"""Official papers: authorisations, agreements, grants, policies. One may serve several courses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.db import official_papers as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.gate_states import closed_gates
from cpepa_desktop.operations.gates import course_gates
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.redating import Moved, redating_courses
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING, Kind.COURSE})
_OF_A_GATE: Final = frozenset(
    {
        OfficialPaperKind.AUTHORISATION,
        OfficialPaperKind.AGREEMENT,
        OfficialPaperKind.GRANT,
        OfficialPaperKind.CONDITIONS_APPROVAL,
        OfficialPaperKind.INSURANCE,
        OfficialPaperKind.DIRECTORATE_RESOLUTION,
    }
)
"""What meets a gate: of each kind a course has one day."""


def list_official_papers(ws: Workspace, course: str = "") -> tuple[OfficialPaper, ...]:
    """Return the papers that serve a course, or all of them, by their day."""
    papers = table.official_papers(ws.db)
    return tuple(paper for paper in papers if not course or _serves(paper, course))


def save_official_paper(ws: Workspace, paper: OfficialPaper, scan: Path | None = None) -> Changes:
    """Write a paper, new where its ``id`` is 0, with the courses it serves and its scan where given.

    Raises ``Refused`` as `write_official_paper` does. Which terms move with it is told.
    """
    name = _("Anotar {paper}").format(paper=paper_words(paper))
    former = (each for each in list_official_papers(ws) if each.id == paper.id)
    with _telling(ws, paper, *former) as moved, ws.operation(name):
        written = write_official_paper(ws, paper, scan)
    return Changes(name, _KINDS, _only(written), (*late_for(ws, written), *moved.notices))


def write_official_paper(ws: Workspace, paper: OfficialPaper, scan: Path | None = None) -> OfficialPaper:
    """Write a paper inside an operation and return it as it was written.

    Raises ``Refused`` with every reason: a course that is not there, a day to come, one received before it
    was issued or signed after its end, and days that contradict another paper of a course.
    """
    wanted = replace(paper, courses=_each_once(paper.courses))
    for served in wanted.courses:
        find_course(ws, served.course)
    others = [each for each in table.official_papers(ws.db) if each.id != wanted.id]
    if wanted.id and len(others) == len(table.official_papers(ws.db)):
        raise Refused(_("Ese escrito ya no está en el archivo. No se ha cambiado nada: actualice la lista."))
    contradictions = (Problem(each) for each in _contradictions(wanted, others))
    problems = (*_own_days(wanted, ws.clock.today()), *contradictions)
    if problems:
        message = _("El escrito no puede anotarse así. No se ha cambiado nada: corrija sus fechas.")
        raise Refused(message, problems)
    if scan is not None:
        wanted = replace(wanted, attachment=keep_file(ws, scan))
    if wanted.id:
        table.change(ws.db, wanted)
    else:
        table.add(ws.db, wanted)
    return wanted


def remove_official_paper(ws: Workspace, paper_id: int, reason: str) -> Changes:
    """Remove a paper entered by mistake; the history keeps it with the reason. Which terms move is told.

    Raises ``Refused`` without a reason, or where there is no such paper.
    """
    paper = next((each for each in table.official_papers(ws.db) if each.id == paper_id), None)
    if paper is None:
        raise Refused(_("Ese escrito ya no está en el archivo. No se ha cambiado nada: actualice la lista."))
    if not reason.strip():
        raise Refused(_("Diga por qué se quita el escrito. No se ha cambiado nada."))
    name = _("Quitar {paper}: {reason}").format(paper=paper_words(paper), reason=reason.strip())
    with _telling(ws, paper) as moved, ws.operation(name):
        table.remove(ws.db, paper_id)
    return Changes(name, _KINDS, _only(paper), moved.notices)


def paper_words(paper: OfficialPaper) -> str:
    """Return what a paper is with its number, where it has one: «Convenio 12/2024»."""
    return f"{paper.kind.label} {paper.number}".strip()


def _telling(ws: Workspace, *papers: OfficialPaper) -> AbstractContextManager[Moved]:
    """Give what tells which terms move of the courses that papers serve."""
    return redating_courses(ws, [served.course for paper in papers for served in paper.courses])


def _own_days(paper: OfficialPaper, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the days of a paper by itself, each with the day it is about."""
    days = {paper.received_on: _("Recibido"), paper.issued_on: _("Fecha")}
    for day, column in days.items():
        if day and day > today:
            message = _("«{paper}» lleva fecha del {day}, que aún no ha llegado.")
            yield Problem(message.format(paper=paper_words(paper), day=day_words(day)), column=column)
    issued, received, ends = paper.issued_on, paper.received_on, paper.ends_on
    if issued and received and received < issued:
        message = _("«{paper}» no puede recibirse el {received}, antes de su fecha, el {issued}.")
        words = message.format(
            paper=paper_words(paper), received=day_words(received), issued=day_words(issued)
        )
        yield Problem(words, column=_("Recibido"))
    if issued and ends and ends < issued:
        message = _("«{paper}» no puede firmarse el {issued}, después de su fin, el {ends}.")
        words = message.format(paper=paper_words(paper), issued=day_words(issued), ends=day_words(ends))
        yield Problem(words, column=_("Hasta"))


def _contradictions(paper: OfficialPaper, others: Iterable[OfficialPaper]) -> Iterator[str]:
    """Yield where the days of a paper and those of another of the same course cannot both hold."""
    for other in others:
        course = next((each.course for each in paper.courses if _serves(other, each.course)), None)
        if course is None:
            continue
        days = {"course": course, "one": paper_words(paper), "other": paper_words(other)}
        if paper.kind is other.kind and paper.kind in _OF_A_GATE and _day(paper) != _day(other):
            message = _(
                "El curso {course} ya tiene «{other}», del {day}, y no puede tener otro de la misma clase "
                "con otra fecha: corrija aquel o quítelo."
            )
            yield message.format(**days, day=_day_or_none(_day(other)))
        yield from _ended_too_soon(paper, other, course)
        yield from _ended_too_soon(other, paper, course)


def _ended_too_soon(agreement: OfficialPaper, authorisation: OfficialPaper, course: str) -> Iterator[str]:
    if agreement.kind is not OfficialPaperKind.AGREEMENT:
        return
    given = _day(authorisation) if authorisation.kind is OfficialPaperKind.AUTHORISATION else None
    if given and agreement.ends_on and agreement.ends_on < given:
        message = _(
            "Curso {course}: el convenio acaba el {ends}, antes de la autorización en que se apoya, del "
            "{given}."
        )
        yield message.format(course=course, ends=day_words(agreement.ends_on), given=day_words(given))


def late_for(ws: Workspace, paper: OfficialPaper) -> Iterator[str]:
    """Yield what to know of the courses whose start precedes the day of the paper, or its end."""
    if paper.kind not in _OF_A_GATE:
        return
    for served in paper.courses:
        start = find_course(ws, served.course).start_on
        closed = closed_gates(course_gates(ws, served.course, start), with_pending=False)
        if any(state.day == _day(paper) for state in closed):
            message = _(
                "El curso {course} tiene su inicio el {start} y «{paper}» no lo permite ese día: cambie el "
                "inicio."
            )
            yield message.format(course=served.course, start=day_words(start), paper=paper_words(paper))


def _day(paper: OfficialPaper) -> date | None:
    """Return the day that counts of a paper: an authorisation from when it came."""
    is_authorisation = paper.kind is OfficialPaperKind.AUTHORISATION
    return (paper.received_on if is_authorisation else None) or paper.issued_on


def _day_or_none(day: date | None) -> str:
    return day_words(day) if day else _("día que no consta")


def _serves(paper: OfficialPaper, course: str) -> bool:
    return any(each.course == course for each in paper.courses)


def _each_once(courses: Iterable[CourseServed]) -> tuple[CourseServed, ...]:
    return tuple({each.course: each for each in courses}.values())


def _only(paper: OfficialPaper) -> str:
    return paper.courses[0].course if len(paper.courses) == 1 else ""
