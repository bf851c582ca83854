"""The official papers, filings, events and pauses of a course, out of a file and into another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cpepa_desktop.db import obligations, official_papers, pauses
from cpepa_desktop.db.obligations import Scope
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.timeline import CourseEvent, ObligationMet
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Subjects:
    """The keys of what filings hang on, enrolments and incidents, by the names of the dossier."""

    people: Mapping[str, int]
    incidents: Mapping[str, int]

    def key(self, name: str, subject: str) -> str:
        """Return how the file names what an obligation hangs on."""
        match OBLIGATIONS[name]:
            case Subject.PERSON:
                return str(self.people[subject])
            case Subject.SESSION:
                return str(self.incidents[subject])
        return subject


def official_paper_records(
    ws: Workspace, code: str, entities: Mapping[int, str]
) -> tuple[model.OfficialPaperRecord, ...]:
    """Return the papers that serve a course, each with what it grants to it, in an order of their own.

    ``entities`` are the names of the local entities by key.
    """
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
            local_entity=entities.get(paper.local_entity_id or 0),
        )
        for paper in official_papers.official_papers(ws.db)
        for served in paper.courses
        if served.course == code
    ]
    return tuple(sorted(records, key=repr))


def filing_records(
    ws: Workspace, course_id: int, holders: Mapping[int, str], incidents: Mapping[int, str]
) -> tuple[model.ObligationFilingRecord, ...]:
    """Return what a course has filed, withdrawn or not, in an order of its own.

    ``holders`` and ``incidents`` are the names of what a filing hangs on by key. One that was withdrawn and
    whose incident is no more has nothing to be told of.
    """
    names = {Subject.PERSON: holders, Subject.SESSION: incidents}
    records = []
    for filing in obligations.every_filing(ws.db, course_id):
        known = names.get(OBLIGATIONS[filing.name])
        subject = filing.subject if known is None else known.get(int(filing.subject))
        if subject is not None:
            records.append(
                model.ObligationFilingRecord(
                    name=filing.name,
                    subject=subject,
                    day=filing.met.day,
                    channel=filing.met.channel,
                    number=filing.met.number,
                    attachment=filing.met.attachment,
                    withdrawn_on=filing.withdrawn_on,
                    withdraw_reason=filing.withdraw_reason,
                )
            )
    return tuple(sorted(records, key=repr))


def event_records(ws: Workspace, course_id: int) -> tuple[model.EventRecord, ...]:
    """Return what happened to a course that terms are counted from."""
    found = obligations.events(ws.db, Scope.one(course_id)).get(course_id, ())
    records = [model.EventRecord(event.event, event.day, event.note) for event in found]
    return tuple(sorted(records, key=repr))


def pause_records(ws: Workspace, course_id: int) -> tuple[model.PauseRecord, ...]:
    """Return the pauses of a course by day."""
    found = pauses.pauses(ws.db, course_id)
    return tuple(model.PauseRecord(each.from_day, each.resume_on, each.reason) for each in found)


def write_planning(
    ws: Workspace, dossier: model.Dossier, course_id: int, subjects: Subjects, entities: Mapping[str, int]
) -> None:
    """Write the papers, the filings, the events and the pauses of a course.

    A paper that the file has already, for other courses, serves this one too.
    """
    for paper_record in dossier.official_papers:
        entity = None if paper_record.local_entity is None else entities[paper_record.local_entity]
        _write_paper(ws, paper_record, dossier.course.code, entity)
    # What was withdrawn goes first: the file holds one standing filing of each obligation.
    for filed in sorted(dossier.obligation_filings, key=lambda each: each.stands):
        subject = subjects.key(filed.name, filed.subject)
        met = ObligationMet(filed.day, filed.channel, filed.number, filed.attachment)
        obligations.file(ws.db, course_id, filed.name, subject, met)
        if filed.withdrawn_on is not None:
            day, reason = filed.withdrawn_on, filed.withdraw_reason
            obligations.withdraw(ws.db, course_id, filed.name, subject, day, reason)
    for pause in dossier.pauses:
        pauses.add(ws.db, course_id, Pause(0, pause.from_day, pause.resume_on, pause.reason))
    for event in dossier.events:
        obligations.add_event(ws.db, course_id, CourseEvent(event.event, event.day, event.note))


def _write_paper(ws: Workspace, record: model.OfficialPaperRecord, code: str, entity_id: int | None) -> None:
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
        local_entity_id=entity_id,
    )
    for known in official_papers.official_papers(ws.db):
        if wanted.number and replace(known, id=0, courses=()) == wanted:
            official_papers.change(ws.db, replace(known, courses=(*known.courses, served)))
            return
    official_papers.add(ws.db, replace(wanted, courses=(served,)))
