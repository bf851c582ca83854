"""What is kept of each stretch of a course besides its sessions, as its dossier says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from cpepa_desktop.db import connections, incidents, typed_items, virtual, week_locks
from cpepa_desktop.domain.course import Stretch
from cpepa_desktop.domain.incident import Incident
from cpepa_desktop.domain.typing_again import Program
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


class KeptOfStretches:
    """Incidents, recordings and logs of connections by stretch, each in an order of its own content."""

    def __init__(self, ws: Workspace, course_id: int, holders: Mapping[int, str]) -> None:
        self._incidents: dict[int, list[tuple[model.IncidentRecord, int]]] = defaultdict(list)
        for incident in incidents.incidents(ws.db, course_id, date.min, date.max):
            record = _incident_record(incident, holders)
            self._incidents[incident.stretch_id].append((record, incident.id))
        for of_stretch in self._incidents.values():
            of_stretch.sort(key=lambda pair: incident_order(pair[0]))
        self._recordings: dict[int, list[model.RecordingRecord]] = defaultdict(list)
        for recording in virtual.recordings(ws.db, course_id):
            self._recordings[recording.stretch_id].append(
                model.RecordingRecord(recording.place, recording.destroyed_on, recording.certificate)
            )
        times: dict[int, list[model.ConnectionRecord]] = defaultdict(list)
        for row in connections.connections(ws.db, course_id):
            person = None if row.enrolment_id is None else holders[row.enrolment_id]
            times[row.log_id].append(
                model.ConnectionRecord(person, row.shown_name, row.from_second, row.to_second)
            )
        self._logs: dict[int, list[model.ConnectionLogRecord]] = defaultdict(list)
        for log in connections.logs(ws.db, course_id):
            inside = tuple(sorted(times[log.id], key=_moment))
            self._logs[log.stretch_id].append(
                model.ConnectionLogRecord(log.tool, log.file, log.imported_on, inside)
            )

    def incidents(self, stretch_id: int) -> tuple[model.IncidentRecord, ...]:
        """Return the incidents of a stretch by hour."""
        return tuple(record for record, _key in self._incidents[stretch_id])

    def incident_names(self, stretches: Iterable[Stretch]) -> dict[int, str]:
        """Return how the dossier names each incident of some stretches, by its key."""
        return {
            key: model.incident_key(stretch.day, stretch.n, number)
            for stretch in stretches
            for number, (_record, key) in enumerate(self._incidents[stretch.id], start=1)
        }

    def recordings(self, stretch_id: int) -> tuple[model.RecordingRecord, ...]:
        """Return the recordings of a stretch by place."""
        return tuple(
            sorted(
                self._recordings[stretch_id],
                key=lambda one: (one.place, one.destroyed_on or date.min, one.certificate or ""),
            )
        )

    def logs(self, stretch_id: int) -> tuple[model.ConnectionLogRecord, ...]:
        """Return the logs of a stretch by file."""
        return tuple(sorted(self._logs[stretch_id], key=lambda log: log.file))


def incident_order(one: model.IncidentRecord) -> tuple[int | str | date, ...]:
    """Return what puts the incidents of a stretch in order, so that each has the same number in any file."""
    told = one.communicated_on or date.min
    return one.minute, one.what, one.person or "", one.cause, one.justification, told


def _incident_record(incident: Incident, holders: Mapping[int, str]) -> model.IncidentRecord:
    return model.IncidentRecord(
        minute=incident.minute,
        what=incident.what,
        cause=incident.cause,
        justification=incident.justification,
        person=None if incident.enrolment_id is None else holders[incident.enrolment_id],
        communicated_on=incident.communicated_on,
    )


def _moment(one: model.ConnectionRecord) -> tuple[int, int, str, str]:
    return one.from_second, one.to_second, one.shown_name, one.person or ""


class KeptOfPeople:
    """What the virtual classroom knows of each person of a course."""

    def __init__(self, ws: Workspace, course_id: int) -> None:
        self._people = virtual.virtual_people(ws.db, course_id)
        self._aliases: dict[int, list[str]] = defaultdict(list)
        for alias, enrolment_id in connections.aliases(ws.db, course_id).items():
            self._aliases[enrolment_id].append(alias)

    def virtual(self, enrolment_id: int) -> model.VirtualRecord | None:
        """Return why a person follows class at a distance, ``None`` where nothing is known."""
        found = self._people.get(enrolment_id)
        if found is None:
            return None
        return model.VirtualRecord(
            found.reason, found.reason_note, found.consent, found.consent_on, found.proof
        )

    def aliases(self, enrolment_id: int) -> tuple[str, ...]:
        """Return under which names a person shows up."""
        return tuple(sorted(self._aliases[enrolment_id]))


def week_lock_records(ws: Workspace, course_id: int) -> tuple[model.WeekLockRecord, ...]:
    """Return every lock the course has had, by week and version."""
    return tuple(
        model.WeekLockRecord(
            week=str(lock.week),
            version=lock.version,
            sent_on=lock.sent_on,
            registry=lock.registry,
            content_sha256=lock.content_sha256,
            unlocked_on=lock.unlocked_on,
            unlock_reason=lock.unlock_reason,
        )
        for lock in week_locks.week_locks(ws.db, course_id)
    )


def typed_item_records(ws: Workspace, course_id: int) -> tuple[model.TypedItemRecord, ...]:
    """Return what was typed into each program, by item."""
    return tuple(
        model.TypedItemRecord(program, item, mark.value, mark.typed_on, mark.number)
        for program in Program
        for item, mark in sorted(typed_items.typed_items(ws.db, course_id, program).items())
    )
