"""Attendance from the log of a virtual classroom: what it would write is shown first, and then written.

The times of each person are joined and cut to the class on the clock of Madrid; seconds are added up and
rounded down once. Who is not in the log stays pending.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from cpepa_desktop.db import connections as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.connections import Connection, ConnectionLog
from cpepa_desktop.domain.course import CourseView, Stretch
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, hours_words, listed
from cpepa_desktop.exchange.connections import MADRID, read_connections
from cpepa_desktop.operations.attendance_writing import AttendanceWriter
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.connection_matching import MatchedBy, Matcher, one_name
from cpepa_desktop.operations.connection_reckoning import ConnectedPerson, Reckoner
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace

Shown = tuple[str, str]
"""Somebody as a log shows them: name and e-mail."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody in a log who is nobody of the course yet, and who it might be."""

    name: str
    email: str
    row: int
    minutes: int
    suggestions: tuple[Enrolment, ...]
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class ConnectionsPreview:
    """What a log of a stretch would write. ``staff`` are the trainers in it, who have no attendance."""

    path: Path
    course: str
    stretch: Stretch
    log: ConnectionLog
    people: tuple[ConnectedPerson, ...]
    unmatched: tuple[Unmatched, ...]
    staff: tuple[str, ...]
    problems: tuple[Problem, ...]
    owners: Mapping[Shown, int]
    aliases: Mapping[str, int] = field(default_factory=dict)

    @property
    def conflicts(self) -> tuple[ConnectedPerson, ...]:
        """Return who has other minutes entered already."""
        return tuple(person for person in self.people if person.is_conflict and not person.problem)


@dataclass(frozen=True, slots=True)
class LogView:
    """A log that was imported: of which class, from which file and when."""

    id: int
    stretch: Stretch
    tool: str
    file_name: str
    sha256: str
    imported_on: date


def list_logs(ws: Workspace, course: str) -> tuple[LogView, ...]:
    """Return the logs imported in a course, by class. Raises ``Refused`` for an unknown course."""
    view = read_course(ws, course)
    stretches = {stretch.id: stretch for stretch in view.stretches}
    return tuple(
        LogView(
            row.id,
            stretches[row.stretch_id],
            row.tool,
            ws.file.attachments.describe(row.file).name,
            row.file,
            row.imported_on,
        )
        for row in table.logs(ws.db, view.course.id)
    )


def remove_log(ws: Workspace, course: str, log_id: int) -> Changes:
    """Take away a log imported for the wrong class; the minutes entered from it stay.

    Raises ``Refused`` for a log that is not there, or of a week that was sent.
    """
    found = next((log for log in list_logs(ws, course) if log.id == log_id), None)
    if found is None:
        raise Refused(_("Ese registro ya no está en la lista. Actualícela y elija otra vez."))
    refuse_if_locked(ws, course, [found.stretch.day])
    name = _("Quitar el registro «{file}»").format(file=found.file_name)
    with ws.operation(name):
        table.remove_log(ws.db, log_id)
    notice = _("La asistencia que se introdujo con él sigue como está: revísela si no era de esa clase.")
    return Changes(name, frozenset({Kind.ATTENDANCE}), course, (notice,))


def preview_connections(
    ws: Workspace, path: Path, course: str, day: date, n: int, aliases: Mapping[str, int] | None = None
) -> ConnectionsPreview:
    """Return what a log would write in stretch ``n`` of a day; nothing is written.

    ``aliases`` are names confirmed for this time, besides those confirmed before. Raises ``Refused`` for a
    file that cannot be read or is of another day, for a class that is not there, and where nobody in the log
    was there during the class: it is of another meeting.
    """
    view = read_course(ws, course)
    stretch = _stretch(view, day, n)
    log = read_connections(path, day)
    reckoner = Reckoner(ws, view, stretch)
    _refuse_another_meeting(path, log, reckoner)
    new = dict(aliases or {})
    enrolled = list_enrolments(ws, course)
    known = table.aliases(ws.db, view.course.id) | new
    matcher = Matcher(enrolled, read_centre(ws).trainers, known)
    found = _sorted_out(log, matcher)
    people = [reckoner.person(each, found.own[each.id]) for each in enrolled if each.id in found.own]
    problems = [*log.problems, *(Problem(one.problem) for one in people if one.problem)]
    if not people:
        problems.append(Problem(_("Nadie del registro es del curso: compruebe que es el de esta clase.")))
    return ConnectionsPreview(
        path=path,
        course=course,
        stretch=stretch,
        log=log,
        people=tuple(people),
        unmatched=tuple(
            _unmatched(matcher, reckoner, *shown, those)
            for shown, those in found.strangers.items()
            if not matcher.is_staff(*shown)
        ),
        staff=tuple(shown[0] for shown in found.strangers if matcher.is_staff(*shown)),
        problems=tuple(problems),
        owners=found.owners,
        aliases=new,
    )


def confirm_alias(ws: Workspace, course: str, alias: str, enrolment_id: int) -> Changes:
    """Write that who shows up under a name is that person, from now on.

    Raises ``Refused`` without a name, or for somebody of another course.
    """
    view = find_course(ws, course)
    person = _enrolment(ws, course, enrolment_id).person
    name = _("«{alias}» es {name}").format(alias=alias.strip(), name=person.listed_name)
    with ws.operation(name):
        _save_alias(ws, view.id, alias, enrolment_id)
    return Changes(name, frozenset({Kind.ATTENDANCE}), course)


def apply_connections(
    ws: Workspace, preview: ConnectionsPreview, overwrite: Collection[int] = frozenset()
) -> Changes:
    """Write the log, who was connected and their attendance, in one operation.

    Where other minutes are entered they stay, unless the enrolment is in ``overwrite``. Who cannot be written
    is left out and told. Raises ``Refused`` where the week was sent, or there is nobody to write.
    """
    view = read_course(ws, preview.course)
    refuse_if_locked(ws, preview.course, [preview.stretch.day])
    taken = [
        person
        for person in preview.people
        if not person.problem and (not person.is_conflict or person.enrolment.id in overwrite)
    ]
    if not taken:
        raise Refused(
            _("No hay nadie a quien introducir la asistencia. No se ha escrito nada."), preview.problems
        )
    writer = AttendanceWriter.of(ws, preview.course)
    inputs = [cell for person in taken for cell in person.inputs]
    late = [Problem(problem) for cell in inputs if (problem := writer.problem(cell))]
    if late:
        raise Refused(_("El curso ha cambiado entretanto. No se ha escrito nada."), tuple(late))
    writer.refuse_if_gated(ws, inputs)
    name = _("Conexiones de {course} del {day}").format(
        course=preview.course, day=day_words(preview.stretch.day)
    )
    with ws.operation(name):
        for alias, enrolment_id in preview.aliases.items():
            _save_alias(ws, view.course.id, alias, enrolment_id)
        _write_log(ws, preview)
        writer.write(ws, inputs)
    return Changes(name, frozenset({Kind.ATTENDANCE}), preview.course, tuple(_left_out(preview, overwrite)))


@dataclass(frozen=True, slots=True)
class _SortedOut:
    """The connections of a log by whose they are: by enrolment, and the others' by what is shown."""

    own: Mapping[int, list[tuple[Connection, MatchedBy]]]
    strangers: Mapping[Shown, list[Connection]]
    owners: Mapping[Shown, int]


def _sorted_out(log: ConnectionLog, matcher: Matcher) -> _SortedOut:
    own: dict[int, list[tuple[Connection, MatchedBy]]] = defaultdict(list)
    strangers: dict[Shown, list[Connection]] = defaultdict(list)
    owners: dict[Shown, int] = {}
    for connection in log.connections:
        shown = (connection.name, connection.email)
        if match := matcher.match(*shown):
            owners[shown] = match.enrolment.id
            own[match.enrolment.id].append((connection, match.by))
        else:
            strangers[shown].append(connection)
    return _SortedOut(own, strangers, owners)


def _stretch(view: CourseView, day: date, n: int) -> Stretch:
    of_day = [stretch for stretch in view.stretches if stretch.day == day]
    found = next((stretch for stretch in of_day if stretch.n == n), None)
    if found is None:
        message = _("El {day} no tiene tramo {n}.") if of_day else _("El {day} no hay clase.")
        raise Refused(message.format(day=day_words(day), n=n))
    if not any(session.counts for session in view.sessions if session.stretch_id == found.id):
        raise Refused(_("La clase del {day} está cancelada.").format(day=day_words(day)))
    return found


def _refuse_another_meeting(path: Path, log: ConnectionLog, reckoner: Reckoner) -> None:
    begin, end = reckoner.span
    if any(one.joined < end and one.left > begin for one in log.connections):
        return
    message = _(
        "Nadie estuvo conectado durante la clase, de {begin:%H:%M} a {end:%H:%M}: «{file}», de {first:%H:%M} "
        "a {last:%H:%M}, es de otra reunión. No se ha importado nada."
    )
    first = min(one.joined for one in log.connections)
    last = max(one.left for one in log.connections)
    raise Refused(message.format(begin=begin, end=end, file=path.name, first=first, last=last))


def _unmatched(
    matcher: Matcher, reckoner: Reckoner, name: str, email: str, those: list[Connection]
) -> Unmatched:
    return Unmatched(
        name=name,
        email=email,
        row=those[0].row,
        minutes=reckoner.minutes(those),
        suggestions=matcher.suggestions(name),
        is_shared=bool(matcher.same_name(name)),
    )


def _enrolment(ws: Workspace, course: str, enrolment_id: int) -> Enrolment:
    found = next((each for each in list_enrolments(ws, course) if each.id == enrolment_id), None)
    if found is None:
        raise Refused(_("Esa matrícula ya no está en el curso. Actualice la lista."))
    return found


def _save_alias(ws: Workspace, course_id: int, alias: str, enrolment_id: int) -> None:
    """Write an alias in place of those that differ from it only in capitals, accents or spaces."""
    alias = " ".join(alias.split())
    if not alias:
        raise Refused(_("Falta el nombre con el que aparece en el registro. No se ha guardado nada."))
    for known in table.aliases(ws.db, course_id):
        if one_name(known) == one_name(alias):
            table.remove_alias(ws.db, course_id, known)
    table.save_alias(ws.db, course_id, alias, enrolment_id)


def _write_log(ws: Workspace, preview: ConnectionsPreview) -> None:
    stretch = preview.stretch
    file = keep_file(ws, preview.path)
    log_id = table.put_log(ws.db, stretch.id, preview.log.tool, file, ws.clock.today())
    table.add_connections(
        ws.db,
        (
            table.ConnectionRow(
                log_id,
                preview.owners.get((one.name, one.email)),
                one.name,
                _second(stretch.day, one.joined),
                _second(stretch.day, one.left),
            )
            for one in preview.log.connections
        ),
    )


def _second(day: date, moment: datetime) -> int:
    """Return a moment as seconds of a day on the clock of the wall."""
    wall = moment.astimezone(MADRID).replace(tzinfo=None)
    return int((wall - datetime.combine(day, time())).total_seconds())


def _left_out(preview: ConnectionsPreview, overwrite: Collection[int]) -> Iterator[str]:
    yield from (person.problem for person in preview.people if person.problem)
    for person in preview.conflicts:
        if person.enrolment.id not in overwrite:
            message = _(
                "{name} ya tenía {entered} introducidas y el registro dice {minutes}: no se han cambiado."
            )
            yield message.format(
                name=person.enrolment.person.listed_name,
                entered=hours_words(person.entered or 0),
                minutes=hours_words(person.minutes),
            )
    if preview.unmatched:
        names = listed([f"«{one.name}»" for one in preview.unmatched])
        message = ngettext(
            "No se sabe quién es {names}: no se le ha introducido nada.",
            "No se sabe quiénes son {names}: no se les ha introducido nada.",
            len(preview.unmatched),
        )
        yield message.format(names=names)
