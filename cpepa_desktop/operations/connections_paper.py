"""The weekly and the final report of connections, filled from the logs of the course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from cpepa_desktop.db import attendance
from cpepa_desktop.db import connections as table
from cpepa_desktop.db import virtual as classroom
from cpepa_desktop.domain.course import CourseView, Stretch
from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.virtual import stretches_at_a_distance
from cpepa_desktop.operations.week_grid import week_columns
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.connections_final import ConnectionsFinal
from cpepa_desktop.reports.connections_weekly import ConnectionsWeek
from cpepa_desktop.reports.parts.connection_tables import ClassConnections, Classroom, LogFile, Presence
from cpepa_desktop.rules.connections import connected

_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Any day: the moments of a log are kept as seconds of its own."""


def connections_of_week(ws: Workspace, course: str, week: IsoWeek) -> ConnectionsWeek:
    """Return the control of a week. Raises ``Refused`` where the course has no class in it."""
    days = [column.stretch.day for column in week_columns(read_course(ws, course), week)]
    book = _Book(ws, course)
    classes = tuple(book.classes(stretch for stretch in book.given() if IsoWeek.of(stretch.day) == week))
    return ConnectionsWeek(book.head, week, days[0], days[-1], book.room(classes), classes)


def connections_of_course(ws: Workspace, course: str) -> ConnectionsFinal:
    """Return the final report. Raises ``Refused`` for an unknown course."""
    book = _Book(ws, course)
    classes = tuple(book.classes(book.given()))
    first = book.view.course.start_on
    return ConnectionsFinal(book.head, first, book.view.last_day or first, book.room(classes), classes)


class _Book:
    """Everything that is known of the virtual classroom of a course."""

    def __init__(self, ws: Workspace, code: str) -> None:
        self._ws = ws
        self.view: CourseView = read_course(ws, code)
        course_id = self.view.course.id
        self.head = course_head(ws, self.view.course, (session.mode for session in self.view.sessions))
        self._logs: dict[int, list[table.LogRow]] = defaultdict(list)
        for log in table.logs(ws.db, course_id):
            self._logs[log.stretch_id].append(log)
        self._connections: dict[int, list[table.ConnectionRow]] = defaultdict(list)
        for row in table.connections(ws.db, course_id):
            self._connections[row.log_id].append(row)
        stretch_of = {session.id: session.stretch_id for session in self.view.sessions}
        self._entered: dict[tuple[int, int], int] = defaultdict(int)
        for entry in attendance.entries(ws.db, course_id):
            if entry.is_virtual:
                self._entered[stretch_of[entry.session_id], entry.enrolment_id] += entry.attended_minutes
        self._people = list_enrolments(ws, code)

    def given(self) -> Iterator[Stretch]:
        """Yield the classes so far that were at a distance, or of which something says so."""
        planned = {stretch.id for stretch in stretches_at_a_distance(self.view)}
        told = planned | self._logs.keys() | {stretch_id for stretch_id, _who in self._entered}
        today = self._ws.clock.today()
        return (each for each in self.view.stretches if each.id in told and each.day <= today)

    def classes(self, stretches: Iterable[Stretch]) -> Iterator[ClassConnections]:
        """Yield who was connected to each class, by name, and the logs that say it."""
        describe = self._ws.file.attachments.describe
        for stretch in stretches:
            logs = self._logs[stretch.id]
            yield ClassConnections(
                day=stretch.day,
                start=stretch.start,
                end=stretch.end,
                people=tuple(sorted(self._presences(stretch), key=lambda who: spanish_key(who.name))),
                files=tuple(LogFile(describe(log.file).name, log.tool, log.file) for log in logs),
            )

    def room(self, classes: Iterable[ClassConnections]) -> Classroom:
        """Return the virtual classroom, with who teaches in it; its tool as the logs name it where unsaid."""
        said = classroom.virtual_class(self._ws.db, self.view.course.id)
        tools = dict.fromkeys(file.tool for each in classes for file in each.files)
        names = {trainer.id: trainer.full_name for trainer in read_centre(self._ws).trainers}
        given = {stretch.id for stretch in self.given()}
        own = (key for one in self.view.sessions if one.stretch_id in given for key in one.trainer_ids)
        trainers = tuple(dict.fromkeys(names[key] for key in own))
        return Classroom(said.tool or ", ".join(tools), said.inspection_link, trainers)

    def _presences(self, stretch: Stretch) -> Iterator[Presence]:
        rows = [row for log in self._logs[stretch.id] for row in self._connections[log.id]]
        span = (_moment(stretch.start * 60), _moment(stretch.end * 60))
        for enrolment in self._people:
            spans = [(row.from_second, row.to_second) for row in rows if row.enrolment_id == enrolment.id]
            entered = self._entered.get((stretch.id, enrolment.id))
            if not spans and entered is None:
                continue
            inside = connected(((_moment(one), _moment(other)) for one, other in spans), span)
            yield Presence(
                enrolment.person.listed_name,
                enrolment.person.document.number,
                tuple(sorted(spans)),
                inside.minutes if spans else entered or 0,
            )


def _moment(second: int) -> datetime:
    return _DAY + timedelta(seconds=second)
