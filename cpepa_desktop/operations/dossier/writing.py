"""Writing a course out of its dossier into a file, names turned into the keys of its rows.

Called inside an operation, with a dossier that holds together and whose people the file agrees with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace

from cpepa_desktop.db import (
    attendance,
    calls,
    centres,
    courses,
    decisions,
    documents,
    enrolments,
    holidays,
    justifications,
)
from cpepa_desktop.db import people as people_table
from cpepa_desktop.db import sessions as calendar
from cpepa_desktop.db.calls import CertificateVersion
from cpepa_desktop.db.decisions import Decision
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.course import Block, Course, CourseModule, Session, Stretch
from cpepa_desktop.domain.justification import AbsenceRow, Justification
from cpepa_desktop.domain.papers import Filing, IssuedPaper
from cpepa_desktop.domain.people import Enrolment, ModuleStanding, Person
from cpepa_desktop.domain.progress import Told, counted, untold
from cpepa_desktop.exchange.dossier import in_order, model
from cpepa_desktop.operations.dossier.matching import Match
from cpepa_desktop.operations.dossier.money import write_entities, write_money
from cpepa_desktop.operations.dossier.notices import known_room
from cpepa_desktop.operations.dossier.planning import Subjects, write_planning
from cpepa_desktop.operations.dossier.staff import write_staff
from cpepa_desktop.operations.dossier.writing_kept import write_kept, write_virtual, write_weeks
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of the rows written, by the names of the dossier."""

    people: dict[str, Person] = field(default_factory=dict)
    trainers: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)
    entities: dict[str, int] = field(default_factory=dict)
    modules: dict[str, int] = field(default_factory=dict)
    blocks: dict[str, int] = field(default_factory=dict)
    stretches: list[tuple[int, model.StretchRecord]] = field(default_factory=list)
    sessions: dict[str, int] = field(default_factory=dict)
    enrolments: dict[str, int] = field(default_factory=dict)

    def of_trainers(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the keys of trainers."""
        return tuple(self.trainers[name] for name in names)

    def of_room(self, name: str | None) -> int | None:
        """Return the key of a classroom, ``None`` for none."""
        return None if name is None else self.rooms[name]


def write(ws: Workspace, dossier: model.Dossier, match: Match, told: Told = untold) -> None:
    """Write everything a dossier says; to be called inside an operation.

    ``told`` hears of each part. Raises ``EnvironmentFault`` where the disk gives way; the operation then
    takes everything back.
    """
    for attachment in counted(dossier.attachments, told):
        ws.file.attachments.put(attachment.content, attachment.media_type, attachment.name)
    keys = _Keys()
    _write_people(ws, dossier, match, keys)
    _write_rooms(ws, dossier, keys)
    _write_surroundings(ws, dossier)
    keys.entities.update(write_entities(ws, dossier))
    course_id = _write_course(ws, dossier, keys)
    parts = (_write_modules, _write_calendar, _write_enrolments, _write_kept, _write_papers)
    for write_part in counted(parts, told):
        write_part(ws, dossier, course_id, keys)
    for decision in dossier.decisions:
        decisions.add(ws.db, Decision(*astuple(decision)))


def _write_people(ws: Workspace, dossier: model.Dossier, match: Match, keys: _Keys) -> None:
    for record in dossier.people:
        name = model.person_key(record.current)
        known = match.known.get(name)
        keys.people[name] = _complete(ws, known, record) if known else _add_person(ws, record)
    for trainer in dossier.trainers:
        person = keys.people[trainer.person]
        keys.trainers[trainer.person] = centres.trainer_of_person(ws.db, person.id) or centres.add_trainer(
            ws.db, person.id, trainer.speciality, active=trainer.active
        )


def _add_person(ws: Workspace, record: model.PersonRecord) -> Person:
    person = Person(
        id=0,
        name=record.name,
        surnames=record.surnames,
        document=record.current,
        birth_date=record.birth_date,
        sex=record.sex,
        email=record.email,
        phone=record.phone,
        address=record.address,
        postal_code=record.postal_code,
        municipality=record.municipality,
        province=record.province,
    )
    person = replace(person, id=people_table.add(ws.db, person))
    for identity in record.documents:
        if not identity.is_current:
            people_table.add_earlier_document(ws.db, person.id, identity.document)
    return person


def _complete(ws: Workspace, known: Person, record: model.PersonRecord) -> Person:
    """Write what the dossier knows of a person and the file did not; nothing known is overwritten.

    The document in force stays, unless the dossier knows it as an earlier one.
    """
    completed = replace(
        known,
        birth_date=known.birth_date or record.birth_date,
        sex=known.sex or record.sex,
        email=known.email or record.email,
        phone=known.phone or record.phone,
        address=known.address or record.address,
        postal_code=known.postal_code or record.postal_code,
        municipality=known.municipality or record.municipality,
        province=known.province or record.province,
    )
    if completed != known:
        people_table.change(ws.db, completed)
    ours = {known.document, *known.earlier_documents}
    theirs = {identity.document for identity in record.documents}
    if record.current not in ours and known.document in theirs:
        people_table.set_document(ws.db, known.id, record.current)
        theirs.discard(record.current)
    for document in sorted(theirs - ours, key=model.person_key):
        people_table.add_earlier_document(ws.db, known.id, document)
    return completed


def _write_rooms(ws: Workspace, dossier: model.Dossier, keys: _Keys) -> None:
    for record in dossier.rooms:
        room = known_room(ws, record.name)
        new = Room(0, record.name, record.area_hundredths, record.title, record.title_until)
        keys.rooms[record.name] = room.id if room else centres.save_room(ws.db, new)


def _write_surroundings(ws: Workspace, dossier: model.Dossier) -> None:
    """Write the texts and the calendars that the file has not got; those it has stay as they are."""
    kept = calls.texts(ws.db, dossier.course.speciality)
    for text in dossier.texts:
        if text.item not in kept:
            calls.save_text(ws.db, dossier.course.speciality, text.item, text.body)
    for year in dossier.holidays:
        if not holidays.is_frozen(ws.db, year.year):
            holidays.freeze(ws.db, year.year, year.source, year.days)


def _write_course(ws: Workspace, dossier: model.Dossier, keys: _Keys) -> int:
    call, certificate, record = dossier.call, dossier.certificate, dossier.course
    course = Course(
        id=0,
        code=record.code,
        call=call.call,
        call_version_id=calls.keep_call(ws.db, call.call, call.sha256, call.content, call.origin),
        certificate_version_id=calls.keep_certificate_version(
            ws.db,
            CertificateVersion(
                id=0,
                code=certificate.code,
                version=certificate.version,
                origin=certificate.origin,
                sha256=certificate.sha256,
                content=certificate.content,
                source=certificate.source,
            ),
        ),
        speciality=record.speciality,
        part=record.part,
        title=record.title,
        level=record.level,
        route=record.route,
        province=record.province,
        start_on=record.start_on,
        timetable=record.timetable,
        regime=record.regime,
        regime_reason=record.regime_reason,
        file_number=record.file_number,
        approved_on=record.approved_on,
        room_id=keys.of_room(record.room),
        short_day_reason=record.short_day_reason,
        selection_on=record.selection_on,
        selection_minute=record.selection_minute,
        selection_place=record.selection_place,
        technician_name=record.technician_name,
        technician_phone=record.technician_phone,
        technician_email=record.technician_email,
        started_on=record.started_on,
        renounced_on=record.renounced_on,
        renounce_reason=record.renounce_reason,
        local_entity_id=None if record.local_entity is None else keys.entities[record.local_entity],
    )
    course_id = courses.add(ws.db, course)
    courses.set_centre(ws.db, course_id, centres.keep_centre(ws.db, dossier.entity, dossier.centre))
    return course_id


def _write_modules(ws: Workspace, dossier: model.Dossier, course_id: int, keys: _Keys) -> None:
    for module in dossier.modules:
        keys.modules[module.code] = courses.add_module(
            ws.db,
            course_id,
            CourseModule(
                id=0,
                position=module.position,
                kind=module.kind,
                code=module.code,
                title=module.title,
                official_minutes=module.official_minutes,
                competence_unit=module.competence_unit,
                from_day=module.from_day,
                to_day=module.to_day,
            ),
        )
    for record in dossier.blocks:
        block = Block(0, record.position, record.code, record.title, record.official_minutes)
        modules = [keys.modules[code] for code in record.modules]
        keys.blocks[record.code] = courses.add_block(ws.db, course_id, block, modules)
        courses.set_block_trainers(ws.db, keys.blocks[record.code], keys.of_trainers(record.trainers))
    write_staff(ws, dossier, course_id, keys.trainers)


def _write_calendar(ws: Workspace, dossier: model.Dossier, course_id: int, keys: _Keys) -> None:
    found: dict[str, tuple[int, model.SessionRecord]] = {}
    for record in dossier.stretches:
        room_id = keys.of_room(record.room)
        stretch = Stretch(0, record.day, record.n, record.from_minute, record.to_minute, room_id)
        stretch_id = calendar.add_stretch(ws.db, course_id, stretch)
        keys.stretches.append((stretch_id, record))
        found |= {record.key(session): (stretch_id, session) for session in record.sessions}
    for name in in_order({name: session.replaces for name, (_stretch_id, session) in found.items()}):
        stretch_id, session = found[name]
        keys.sessions[name] = calendar.add_session(
            ws.db,
            Session(
                id=0,
                stretch_id=stretch_id,
                position=session.position,
                block_id=keys.blocks[session.block],
                minutes=session.minutes,
                mode=session.mode,
                state=session.state,
                replaces_id=None if session.replaces is None else keys.sessions[session.replaces],
                reason=session.reason,
                trainer_ids=keys.of_trainers(session.trainers),
            ),
        )


def _write_enrolments(ws: Workspace, dossier: model.Dossier, course_id: int, keys: _Keys) -> None:
    for record in dossier.enrolments:
        enrolment = _enrolment(record, keys)
        enrolment = replace(enrolment, id=enrolments.add(ws.db, course_id, enrolment))
        enrolments.set_leaving(ws.db, enrolment, record.leave_proof)
        keys.enrolments[record.person] = enrolment.id
        _write_attendance(ws, record, enrolment.id, keys.sessions)
    for seat in dossier.seats:
        seat_id = enrolments.add_seat(ws.db, course_id, seat.n, seat.kind)
        for occupancy in seat.occupancies:
            holder = keys.enrolments[occupancy.person]
            enrolments.occupy(ws.db, seat_id, holder, occupancy.from_day, occupancy.to_day)


def _enrolment(record: model.EnrolmentRecord, keys: _Keys) -> Enrolment:
    return Enrolment(
        id=0,
        person=keys.people[record.person],
        joined_on=record.joined_on,
        seat=None,
        seat_kind=None,
        left_on=record.left_on,
        leave_cause=record.leave_cause,
        contract_start=record.contract_start,
        status_at_start=record.status_at_start,
        registered_on=record.registered_on,
        leaving_communicated_on=record.leaving_communicated_on,
        standings=tuple(
            ModuleStanding(keys.modules[standing.module], standing.standing, standing.source)
            for standing in record.standings
        ),
    )


def _write_attendance(
    ws: Workspace, record: model.EnrolmentRecord, enrolment_id: int, sessions: Mapping[str, int]
) -> None:
    proofs = {
        proof.n: justifications.add_justification(
            ws.db,
            Justification(
                id=0,
                enrolment_id=enrolment_id,
                state=proof.state,
                event_day=proof.event_day,
                appointment_minute=proof.appointment_minute,
                other_town=proof.other_town,
                decided_on=proof.decided_on,
                proof=proof.proof,
                note=proof.note,
                travel_minutes=proof.travel_minutes,
                handed_in_on=proof.handed_in_on,
                registry=proof.registry,
            ),
        )
        for proof in record.justifications
    }
    attendance.save(
        ws.db,
        (
            Entry(enrolment_id, sessions[cell.session], cell.attended_minutes, is_virtual=cell.is_virtual)
            for cell in record.attendance
        ),
    )
    for cell in record.attendance:
        for absence in cell.absences:
            proof_id = None if absence.justification is None else proofs[absence.justification]
            cause, minutes = absence.cause, absence.minutes
            row = AbsenceRow(enrolment_id, sessions[cell.session], minutes, cause, proof_id)
            justifications.add_absence(ws.db, row)


def _write_kept(ws: Workspace, dossier: model.Dossier, course_id: int, keys: _Keys) -> None:
    write_weeks(ws, dossier, course_id)
    write_virtual(ws, dossier, course_id, keys.enrolments)
    incidents: dict[str, int] = {}
    for stretch_id, record in keys.stretches:
        incidents |= write_kept(ws, record, stretch_id, keys.enrolments)
    write_planning(ws, dossier, course_id, Subjects(keys.enrolments, incidents), keys.entities)
    write_money(ws, dossier, course_id, keys.enrolments)


def _write_papers(ws: Workspace, dossier: model.Dossier, course_id: int, keys: _Keys) -> None:
    records = {record.key: record for record in dossier.papers}
    written: dict[str, int] = {}
    for name in in_order({name: record.replaces for name, record in records.items()}):
        record = records[name]
        paper = IssuedPaper(
            id=0,
            kind=record.kind,
            year=record.year,
            number=record.number,
            course=dossier.course.code,
            person_id=None if record.person is None else keys.people[record.person].id,
            period=record.week,
            version=record.version,
            printed_on=record.printed_on,
            data_sha256=record.data_sha256,
            sha256=record.sha256,
            size=ws.file.attachments.describe(record.sha256).size,
            program_version=record.program_version,
            replaces_id=None if record.replaces is None else written[record.replaces],
            state=record.state,
        )
        written[name] = documents.add(ws.db, paper, course_id, record.data)
        for filing in record.filings:
            row = Filing(0, filing.act, filing.day, filing.channel, filing.number, filing.attachment)
            documents.add_filing(ws.db, written[name], row)
