"""Writing what a dossier keeps besides the course itself: weeks sent, incidents and the virtual classroom."""

from __future__ import annotations

from collections.abc import Mapping

from cpepa_desktop.db import connections, incidents, typed_items, virtual, week_locks
from cpepa_desktop.db.connections import ConnectionRow
from cpepa_desktop.domain.incident import Incident
from cpepa_desktop.domain.typing_again import TypedMark
from cpepa_desktop.domain.virtual import VirtualPerson
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.dossier.kept import incident_order
from cpepa_desktop.operations.workspace import Workspace


def write_weeks(ws: Workspace, dossier: model.Dossier, course_id: int) -> None:
    """Write the locks of the weeks and what was typed."""
    # One that stands after those that do not: the file holds one standing lock a week.
    for record in sorted(dossier.week_locks, key=lambda lock: lock.stands):
        week = IsoWeek.parse(record.week)
        lock = WeekLock(0, week, record.version, record.sent_on, record.registry, record.content_sha256)
        key = week_locks.add(ws.db, course_id, lock)
        if record.unlocked_on is not None:
            week_locks.unlock(ws.db, key, record.unlocked_on, record.unlock_reason)
    for item in dossier.typed_items:
        mark = TypedMark(item.value, item.typed_on, item.number)
        typed_items.save(ws.db, course_id, item.program, item.item, mark)


def write_virtual(
    ws: Workspace, dossier: model.Dossier, course_id: int, enrolments: Mapping[str, int]
) -> None:
    """Write the tool of the virtual classroom, who follows it, and under which names they show up."""
    if dossier.virtual_class != model.NOT_VIRTUAL:
        virtual.save_class(ws.db, course_id, dossier.virtual_class)
    for record in dossier.enrolments:
        enrolment_id = enrolments[record.person]
        if record.virtual is not None:
            known = record.virtual
            virtual.save_person(
                ws.db,
                VirtualPerson(
                    enrolment_id,
                    known.reason,
                    known.reason_note,
                    known.consent,
                    known.consent_on,
                    known.proof,
                ),
            )
        for alias in record.aliases:
            connections.save_alias(ws.db, course_id, alias, enrolment_id)


def write_kept(
    ws: Workspace, record: model.StretchRecord, stretch_id: int, enrolments: Mapping[str, int]
) -> dict[str, int]:
    """Write the incidents, the recordings and the logs of a stretch; return the keys of its incidents."""
    written: dict[str, int] = {}
    for number, incident in enumerate(sorted(record.incidents, key=incident_order), start=1):
        row = Incident(
            id=0,
            stretch_id=stretch_id,
            minute=incident.minute,
            what=incident.what,
            cause=incident.cause,
            justification=incident.justification,
            enrolment_id=None if incident.person is None else enrolments[incident.person],
            communicated_on=incident.communicated_on,
        )
        written[model.incident_key(record.day, record.n, number)] = incidents.add(ws.db, row)
    for recording in record.recordings:
        key = virtual.add_recording(ws.db, stretch_id, recording.place)
        if recording.destroyed_on is not None:
            virtual.destroy_recording(ws.db, key, recording.destroyed_on, recording.certificate)
    for log in record.connection_logs:
        log_id = connections.put_log(ws.db, stretch_id, log.tool, log.file, log.imported_on)
        connections.add_connections(
            ws.db,
            (
                ConnectionRow(
                    log_id,
                    None if each.person is None else enrolments[each.person],
                    each.shown_name,
                    each.from_second,
                    each.to_second,
                )
                for each in log.connections
            ),
        )
    return written
