"""The official papers, the filings and the events of a course, out of a file and into another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from cpepa_desktop.db import obligations, official_papers
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper
from cpepa_desktop.domain.timeline import CourseEvent, ObligationMet
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace

_WITHOUT_NAME: Final = frozenset({Subject.SESSION})
"""What a filing may hang on that has no name out of its file; its day is kept where it happened."""


def official_paper_records(ws: Workspace, code: str) -> tuple[model.OfficialPaperRecord, ...]:
    """Return the papers that serve a course, each with what it grants to it, in an order of their own."""
    records = [
        model.OfficialPaperRecord(
            kind=paper.kind,
            number=paper.number,
            issued_on=paper.issued_on,
            received_on=paper.received_on,
            ends_on=paper.ends_on,
            signer=paper.signer,
            body=paper.body,
            note=paper.note,
            cents=served.cents,
            attachment=paper.attachment,
        )
        for paper in official_papers.official_papers(ws.db)
        for served in paper.courses
        if served.course == code
    ]
    return tuple(sorted(records, key=repr))


def filing_records(
    ws: Workspace, course_id: int, holders: Mapping[int, str]
) -> tuple[model.ObligationFilingRecord, ...]:
    """Return the filings of a course that stand; those about a person name them by ``holders``."""
    records = [
        model.ObligationFilingRecord(
            filing.name,
            holders[int(filing.subject)] if _is_of_person(filing.name) else filing.subject,
            filing.met.day,
            filing.met.channel,
            filing.met.number,
            filing.met.attachment,
        )
        for filing in obligations.filings(ws.db, Scope.one(course_id))
        if filing.course_id == course_id and OBLIGATIONS[filing.name] not in _WITHOUT_NAME
    ]
    return tuple(sorted(records, key=repr))


def event_records(ws: Workspace, course_id: int) -> tuple[model.EventRecord, ...]:
    """Return what happened to a course that terms are counted from."""
    found = obligations.events(ws.db, Scope.one(course_id)).get(course_id, ())
    records = [model.EventRecord(event.event, event.day, event.note) for event in found]
    return tuple(sorted(records, key=repr))


def write_planning(
    ws: Workspace, dossier: model.Dossier, course_id: int, enrolments: Mapping[str, int]
) -> None:
    """Write the papers, the filings and the events of a course.

    A paper that the file has already, for other courses, serves this one too.
    """
    for paper_record in dossier.official_papers:
        _write_paper(ws, paper_record, dossier.course.code)
    for filed in dossier.obligation_filings:
        subject = str(enrolments[filed.subject]) if _is_of_person(filed.name) else filed.subject
        met = ObligationMet(filed.day, filed.channel, filed.number, filed.attachment)
        obligations.file(ws.db, course_id, filed.name, subject, met)
    for event in dossier.events:
        obligations.add_event(ws.db, course_id, CourseEvent(event.event, event.day, event.note))


def _write_paper(ws: Workspace, record: model.OfficialPaperRecord, code: str) -> None:
    served = CourseServed(code, record.cents)
    wanted = OfficialPaper(
        id=0,
        kind=record.kind,
        number=record.number,
        issued_on=record.issued_on,
        received_on=record.received_on,
        ends_on=record.ends_on,
        signer=record.signer,
        body=record.body,
        note=record.note,
        attachment=record.attachment,
    )
    for known in official_papers.official_papers(ws.db):
        if wanted.number and replace(known, id=0, courses=(), local_entity_id=None) == wanted:
            official_papers.change(ws.db, replace(known, courses=(*known.courses, served)))
            return
    official_papers.add(ws.db, replace(wanted, courses=(served,)))


def _is_of_person(name: str) -> bool:
    return OBLIGATIONS[name] is Subject.PERSON
