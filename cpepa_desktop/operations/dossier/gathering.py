"""Reading everything about a course out of the file, with names in place of the keys of its rows.

Every list is put in an order of its own content, so that the same course is the same dossier in any file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date

from cpepa_desktop.db import (
    calls,
    centres,
    courses,
    decisions,
    documents,
    enrolments,
    holidays,
    staff,
    virtual,
)
from cpepa_desktop.db import people as people_table
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.course import CourseView, Session, Stretch
from cpepa_desktop.domain.papers import Filing, IssuedPaper
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.domain.staff import CourseRole
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.dossier.entered import Entered
from cpepa_desktop.operations.dossier.kept import (
    KeptOfPeople,
    KeptOfStretches,
    typed_item_records,
    week_lock_records,
)
from cpepa_desktop.operations.dossier.money import (
    SupportOfPeople,
    budget_records,
    entity_names,
    entity_records,
)
from cpepa_desktop.operations.dossier.planning import (
    event_records,
    filing_records,
    official_paper_records,
    pause_records,
)
from cpepa_desktop.operations.dossier.staff import proof_records, role_records
from cpepa_desktop.operations.workspace import Workspace


def gather(ws: Workspace, code: str) -> model.Dossier:
    """Return everything the file says of a course, the same whatever the keys of its rows.

    Raises ``Refused`` for an unknown course, ``EnvironmentFault`` where bytes it needs are lost or altered.
    """
    with ws.db.atomic():  # one moment of the file, whatever another thread writes meanwhile
        return _dossier(ws, _read(ws, code))


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows of a course, and how the dossier names what they know by key."""

    view: CourseView
    rooms: tuple[Room, ...]
    people: tuple[Person, ...]
    trainers: tuple[Trainer, ...]
    block_trainers: Mapping[int, tuple[int, ...]]
    roles: tuple[CourseRole, ...]
    enrolments: tuple[Enrolment, ...]
    papers: tuple[IssuedPaper, ...]
    person_names: Mapping[int, str]
    trainer_names: Mapping[int, str]
    session_names: Mapping[int, str]

    def named_trainers(self, keys: Iterable[int]) -> tuple[str, ...]:
        """Return the names of trainers in a fixed order."""
        return tuple(sorted(self.trainer_names[key] for key in keys))

    def holders(self) -> dict[int, str]:
        """Return the names of the people enrolled, by enrolment."""
        return {each.id: self.person_names[each.person.id] for each in self.enrolments}

    def room_name(self, key: int | None) -> str | None:
        """Return the name of a classroom, ``None`` for none."""
        return next((room.name for room in self.rooms if room.id == key), None)


def _read(ws: Workspace, code: str) -> _Source:
    view = read_course(ws, code)
    course_id = view.course.id
    block_trainers = courses.block_trainers(ws.db, course_id)
    roles = staff.roles(ws.db, course_id)
    enrolled = enrolments.enrolments(ws.db, course_id)
    papers = documents.papers(ws.db, code)
    teaching = {
        *(key for keys in block_trainers.values() for key in keys),
        *(role.trainer_id for role in roles),
        *(key for session in view.sessions for key in session.trainer_ids),
    }
    trainers = tuple(trainer for trainer in centres.trainers(ws.db) if trainer.id in teaching)
    person_ids = {
        *(enrolment.person.id for enrolment in enrolled),
        *(trainer.person_id for trainer in trainers),
        *(paper.person_id for paper in papers if paper.person_id),
    }
    people = tuple(people_table.person(ws.db, key) for key in person_ids)
    person_names = {person.id: model.person_key(person.document) for person in people}
    used_rooms = {view.course.room_id, *(stretch.room_id for stretch in view.stretches)}
    days = {stretch.id: stretch for stretch in view.stretches}
    return _Source(
        view=view,
        rooms=tuple(room for room in centres.rooms(ws.db) if room.id in used_rooms),
        people=people,
        trainers=trainers,
        block_trainers=block_trainers,
        roles=roles,
        enrolments=enrolled,
        papers=papers,
        person_names=person_names,
        trainer_names={trainer.id: person_names[trainer.person_id] for trainer in trainers},
        session_names={
            session.id: _session_name(days[session.stretch_id], session) for session in view.sessions
        },
    )


def _session_name(stretch: Stretch, session: Session) -> str:
    return model.session_key(stretch.day, stretch.n, session.position)


def _dossier(ws: Workspace, source: _Source) -> model.Dossier:
    course = source.view.course
    entity, centre = centres.taught_under(ws.db, course.id)
    kept = KeptOfStretches(ws, course.id, source.holders())
    stretches = _stretches(source, kept)
    enrolled = _enrolments(ws, source)
    papers = _papers(ws, source)
    entities = entity_names(ws)
    official = official_paper_records(ws, course.code, entities)
    proved = proof_records(ws, course.speciality, source.trainer_names)
    incidents = kept.incident_names(source.view.stretches)
    filed = filing_records(ws, course.id, source.holders(), incidents)
    payer = entities.get(course.local_entity_id or 0)
    texts = calls.texts(ws.db, course.speciality)
    return model.Dossier(
        dossier_version=model.DOSSIER_VERSION,
        course=_course(source, payer),
        entity=entity,
        centre=centre,
        rooms=_rooms(source),
        call=_call(ws, source),
        certificate=_certificate(ws, source),
        texts=tuple(model.TextRecord(item, body) for item, body in sorted(texts.items())),
        holidays=tuple(_holidays(ws, source)),
        modules=_modules(source),
        blocks=_blocks(source),
        people=_people(source),
        trainers=_trainers(source),
        roles=role_records(source.roles, source.trainer_names),
        stretches=stretches,
        seats=_seats(ws, source),
        enrolments=enrolled,
        papers=papers,
        decisions=_decisions(ws, source),
        attachments=_attachments(ws, stretches, enrolled, papers, (*official, *filed, *proved)),
        week_locks=week_lock_records(ws, course.id),
        typed_items=typed_item_records(ws, course.id),
        virtual_class=virtual.virtual_class(ws.db, course.id),
        official_papers=official,
        obligation_filings=filed,
        events=event_records(ws, course.id),
        proofs=proved,
        pauses=pause_records(ws, course.id),
        budget=budget_records(ws, course.id),
        local_entities=entity_records(ws, (payer, *(paper.local_entity for paper in official))),
    )


def _course(source: _Source, payer: str | None) -> model.CourseRecord:
    course = source.view.course
    return model.CourseRecord(
        code=course.code,
        speciality=course.speciality,
        part=course.part,
        title=course.title,
        level=course.level,
        route=course.route,
        province=course.province,
        file_number=course.file_number,
        regime=course.regime,
        regime_reason=course.regime_reason,
        approved_on=course.approved_on,
        start_on=course.start_on,
        timetable=course.timetable,
        short_day_reason=course.short_day_reason,
        room=source.room_name(course.room_id),
        selection_on=course.selection_on,
        selection_minute=course.selection_minute,
        selection_place=course.selection_place,
        technician_name=course.technician_name,
        technician_phone=course.technician_phone,
        technician_email=course.technician_email,
        started_on=course.started_on,
        renounced_on=course.renounced_on,
        renounce_reason=course.renounce_reason,
        local_entity=payer,
    )


def _rooms(source: _Source) -> tuple[model.RoomRecord, ...]:
    return tuple(
        model.RoomRecord(room.name, room.area_hundredths, room.title, room.title_until)
        for room in sorted(source.rooms, key=lambda room: room.name)
    )


def _call(ws: Workspace, source: _Source) -> model.CallRecord:
    version = calls.call_version(ws.db, source.view.course.call_version_id)
    return model.CallRecord(version.call, Origin(version.origin), version.sha256, version.content)


def _certificate(ws: Workspace, source: _Source) -> model.CertificateRecord:
    version = calls.certificate_version(ws.db, source.view.course.certificate_version_id)
    return model.CertificateRecord(
        code=version.code,
        origin=Origin(version.origin),
        version=version.version,
        source=version.source,
        sha256=version.sha256,
        content=version.content,
    )


def _holidays(ws: Workspace, source: _Source) -> Iterator[model.HolidayYearRecord]:
    """Yield the frozen years from the first day of the course to its last, its workplace module included."""
    view = source.view
    days = [view.course.start_on, *(stretch.day for stretch in view.stretches)]
    days += [day for module in view.modules for day in (module.from_day, module.to_day) if day]
    for year in range(min(days).year, max(days).year + 1):
        found = holidays.source_of(ws.db, year)
        if found is not None:
            kept = holidays.between(ws.db, date(year, 1, 1), date(year, 12, 31))
            in_order = sorted(kept, key=lambda holiday: (holiday.day, holiday.scope, holiday.municipality))
            yield model.HolidayYearRecord(year, found, tuple(in_order))


def _modules(source: _Source) -> tuple[model.ModuleRecord, ...]:
    return tuple(
        model.ModuleRecord(
            code=module.code,
            position=module.position,
            kind=module.kind,
            title=module.title,
            official_minutes=module.official_minutes,
            competence_unit=module.competence_unit,
            from_day=module.from_day,
            to_day=module.to_day,
        )
        for module in source.view.modules
    )


def _blocks(source: _Source) -> tuple[model.BlockRecord, ...]:
    return tuple(
        model.BlockRecord(
            code=block.code,
            position=block.position,
            title=block.title,
            official_minutes=block.official_minutes,
            modules=tuple(module.code for module in source.view.modules if block.id in module.block_ids),
            trainers=source.named_trainers(source.block_trainers.get(block.id, ())),
        )
        for block in source.view.blocks
    )


def _people(source: _Source) -> tuple[model.PersonRecord, ...]:
    records = (
        model.PersonRecord(
            documents=_documents(person),
            name=person.name,
            surnames=person.surnames,
            birth_date=person.birth_date,
            sex=person.sex,
            email=person.email,
            phone=person.phone,
            address=person.address,
            postal_code=person.postal_code,
            municipality=person.municipality,
            province=person.province,
        )
        for person in source.people
    )
    return tuple(sorted(records, key=lambda record: model.person_key(record.current)))


def _documents(person: Person) -> tuple[model.IdentityRecord, ...]:
    documents = [(person.document, True)]
    documents += [(document, False) for document in sorted(person.earlier_documents, key=model.person_key)]
    return tuple(
        model.IdentityRecord(document.kind, document.country, document.number, is_current)
        for document, is_current in documents
    )


def _trainers(source: _Source) -> tuple[model.TrainerRecord, ...]:
    # The engine has no truth values: active comes as 1, which JSON would tell from true.
    records = (
        model.TrainerRecord(source.trainer_names[trainer.id], trainer.speciality, bool(trainer.active))
        for trainer in source.trainers
    )
    return tuple(sorted(records, key=lambda record: record.person))


def _stretches(source: _Source, kept: KeptOfStretches) -> tuple[model.StretchRecord, ...]:
    codes = {block.id: block.code for block in source.view.blocks}
    sessions: dict[int, list[model.SessionRecord]] = defaultdict(list)
    for session in source.view.sessions:
        sessions[session.stretch_id].append(
            model.SessionRecord(
                position=session.position,
                block=codes[session.block_id],
                minutes=session.minutes,
                mode=session.mode,
                state=session.state,
                replaces=None if session.replaces_id is None else source.session_names[session.replaces_id],
                reason=session.reason,
                trainers=source.named_trainers(session.trainer_ids),
            )
        )
    return tuple(
        model.StretchRecord(
            day=stretch.day,
            n=stretch.n,
            from_minute=stretch.start,
            to_minute=stretch.end,
            room=source.room_name(stretch.room_id),
            sessions=tuple(sessions[stretch.id]),
            incidents=kept.incidents(stretch.id),
            recordings=kept.recordings(stretch.id),
            connection_logs=kept.logs(stretch.id),
        )
        for stretch in source.view.stretches
    )


def _seats(ws: Workspace, source: _Source) -> tuple[model.SeatRecord, ...]:
    holders = source.holders()
    kinds = {}
    occupancies: dict[int, list[model.OccupancyRecord]] = defaultdict(list)
    for use in enrolments.seats(ws.db, source.view.course.id):
        kinds[use.n] = use.kind
        if use.enrolment_id is not None and use.from_day is not None:
            holder = holders[use.enrolment_id]
            occupancies[use.n].append(model.OccupancyRecord(holder, use.from_day, use.to_day))
    return tuple(
        model.SeatRecord(
            n,
            kind,
            tuple(sorted(occupancies[n], key=lambda occupancy: (occupancy.from_day, occupancy.person))),
        )
        for n, kind in sorted(kinds.items())
    )


def _enrolments(ws: Workspace, source: _Source) -> tuple[model.EnrolmentRecord, ...]:
    course_id = source.view.course.id
    modules = {module.id: module.code for module in source.view.modules}
    proofs = enrolments.leave_proofs(ws.db, course_id)
    entered, kept = Entered(ws, course_id, source.session_names), KeptOfPeople(ws, course_id)
    supported = SupportOfPeople(ws, course_id)
    records = (
        model.EnrolmentRecord(
            person=source.person_names[enrolment.person.id],
            joined_on=enrolment.joined_on,
            registered_on=enrolment.registered_on,
            status_at_start=enrolment.status_at_start,
            left_on=enrolment.left_on,
            leave_cause=enrolment.leave_cause,
            contract_start=enrolment.contract_start,
            leaving_communicated_on=enrolment.leaving_communicated_on,
            leave_proof=proofs.get(enrolment.id),
            standings=tuple(
                sorted(
                    (
                        model.StandingRecord(
                            modules[standing.course_module_id], standing.standing, standing.source
                        )
                        for standing in enrolment.standings
                    ),
                    key=lambda record: record.module,
                )
            ),
            justifications=entered.justifications(enrolment.id),
            attendance=entered.attendance(enrolment.id),
            virtual=kept.virtual(enrolment.id),
            aliases=kept.aliases(enrolment.id),
            supports=supported.records(enrolment.id),
        )
        for enrolment in source.enrolments
    )
    return tuple(sorted(records, key=lambda record: (record.joined_on, record.person)))


def _papers(ws: Workspace, source: _Source) -> tuple[model.PaperRecord, ...]:
    names = {paper.id: _paper_name(paper) for paper in source.papers}
    records = (
        model.PaperRecord(
            kind=paper.kind,
            year=paper.year,
            number=paper.number,
            version=paper.version,
            week=paper.period,
            person=None if paper.person_id is None else source.person_names[paper.person_id],
            printed_on=paper.printed_on,
            program_version=paper.program_version,
            state=paper.state,
            replaces=None if paper.replaces_id is None else names[paper.replaces_id],
            data_sha256=paper.data_sha256,
            data=documents.data_of(ws.db, paper.id),
            sha256=paper.sha256,
            filings=_filings(paper.filings),
        )
        for paper in source.papers
    )
    return tuple(
        sorted(records, key=lambda record: (record.printed_on, record.kind, record.year, record.number))
    )


def _paper_name(paper: IssuedPaper) -> str:
    return model.paper_key(paper.kind, paper.year, paper.number)


def _filings(filings: Iterable[Filing]) -> tuple[model.FilingRecord, ...]:
    records = (
        model.FilingRecord(filing.act, filing.day, filing.channel, filing.number, filing.attachment)
        for filing in filings
    )
    return tuple(
        sorted(records, key=lambda one: (one.day, one.act, one.channel, one.number, one.attachment or ""))
    )


def _decisions(ws: Workspace, source: _Source) -> tuple[model.DecisionRecord, ...]:
    found = decisions.decisions(ws.db, source.view.course.code)
    records = (model.DecisionRecord(*astuple(decision)) for decision in found)
    return tuple(sorted(records, key=lambda record: (record.at, *astuple(record))))


def _attachments(
    ws: Workspace,
    stretches: Iterable[model.StretchRecord],
    enrolled: Iterable[model.EnrolmentRecord],
    papers: Iterable[model.PaperRecord],
    planning: Iterable[model.OfficialPaperRecord | model.ObligationFilingRecord | model.ProofRecord],
) -> tuple[model.AttachmentRecord, ...]:
    """Return the bytes that papers, filings, proofs, recordings and logs of connections refer to."""
    hashes = {
        *(each.attachment for each in planning),
        *(paper.sha256 for paper in papers),
        *(filing.attachment for paper in papers for filing in paper.filings),
        *(enrolment.leave_proof for enrolment in enrolled),
        *(proof.proof for enrolment in enrolled for proof in enrolment.justifications),
        *(enrolment.virtual.proof for enrolment in enrolled if enrolment.virtual),
        *(recording.certificate for stretch in stretches for recording in stretch.recordings),
        *(log.file for stretch in stretches for log in stretch.connection_logs),
    }
    return tuple(_attachment(ws, sha256) for sha256 in sorted(hash_ for hash_ in hashes if hash_))


def _attachment(ws: Workspace, sha256: str) -> model.AttachmentRecord:
    kept = ws.file.attachments.describe(sha256)
    content = ws.file.attachments.get(sha256)
    return model.AttachmentRecord(sha256, kept.media_type, kept.size, kept.name, content)
