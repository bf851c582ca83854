"""How long people of a log were in a class: their times cut to each of its sessions on Madrid's clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cpepa_desktop.db import attendance
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.connections import Attendee, Connection
from cpepa_desktop.domain.course import CourseView, Session, Stretch
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.exchange.connections import MADRID
from cpepa_desktop.operations.attendance_writing import AttendanceWriter, StretchInput
from cpepa_desktop.operations.connection_matching import MatchedBy
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.virtual import may_be_virtual
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.connections import Span, connected

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ConnectedPerson:
    """Somebody of the course in a log: how long they were in the class, and what told who they are.

    ``inputs`` are what is written, one a session. ``entered`` are the minutes already there, ``None`` where
    it is pending; ``problem`` says why nothing can be written, ``""`` where it can.
    """

    enrolment: Enrolment
    attendee: Attendee
    matched_by: MatchedBy
    inputs: tuple[StretchInput, ...]
    entered: int | None = None
    problem: str = ""

    @property
    def minutes(self) -> int:
        """Return the minutes in the class."""
        return self.attendee.minutes

    @property
    def is_conflict(self) -> bool:
        """Say whether other minutes are entered already."""
        return self.entered is not None and self.entered != self.minutes


class Reckoner:
    """Reckons how long people were in the sessions of a stretch, each cut to the clock."""

    def __init__(self, ws: Workspace, view: CourseView, stretch: Stretch) -> None:
        self._ws = ws
        self._view = view
        self._stretch = stretch
        self._midnight = datetime.combine(stretch.day, time(), MADRID)
        self._sessions = tuple(_on_the_clock(view, stretch))
        self._entries = {
            (entry.enrolment_id, entry.session_id): entry
            for entry in attendance.entries(ws.db, view.course.id, stretch.day, stretch.day)
        }
        self._writer = AttendanceWriter.of(ws, view.course.code)
        self.span = (self._moment(stretch.start), self._moment(stretch.end))

    def minutes(self, those: Iterable[Connection]) -> int:
        """Return the minutes in the class of some connections."""
        return connected(_spans(those), self.span).minutes

    def person(self, enrolment: Enrolment, those: list[tuple[Connection, MatchedBy]]) -> ConnectedPerson:
        """Return how long somebody was in the sessions that they owe, and what is written of it."""
        spans = _spans(connection for connection, _by in those)
        owed = owed_blocks(self._view, enrolment)
        own = [(session, start) for session, start in self._sessions if session.block_id in owed]
        parts = [
            connected(spans, (self._moment(start), self._moment(start + session.minutes)))
            for session, start in own
        ]
        attendee = connected((span for part in parts for span in part.intervals), self.span)
        inputs = tuple(
            StretchInput(enrolment.id, self._stretch.id, minutes, is_virtual=True, session_id=session.id)
            for (session, _start), minutes in zip(own, _shared_out(parts), strict=True)
        )
        known = [self._entries.get((enrolment.id, session.id)) for session, _start in own]
        return ConnectedPerson(
            enrolment=enrolment,
            attendee=attendee,
            matched_by=min((by for _one, by in those), key=list(MatchedBy).index),
            inputs=_kept(inputs, known),
            entered=_entered(known),
            problem=self._problem(enrolment, inputs),
        )

    def _problem(self, enrolment: Enrolment, inputs: Iterable[StretchInput]) -> str:
        refusal = may_be_virtual(self._ws, self._view.course.code, enrolment.id)
        if refusal:
            return refusal
        cells = list(inputs) or [StretchInput(enrolment.id, self._stretch.id, 0)]
        return next((problem for cell in cells if (problem := self._writer.problem(cell))), "")

    def _moment(self, minute: int) -> datetime:
        # The wall clock: on the two days a year that change it, a class at nine is still at nine.
        wall = self._midnight.replace(tzinfo=None) + minute * _MINUTE
        return wall.replace(tzinfo=MADRID)


def _on_the_clock(view: CourseView, stretch: Stretch) -> Iterator[tuple[Session, int]]:
    """Yield the sessions of a stretch that count, each with the minute of the day at which it begins."""
    start = stretch.start
    for session in sorted(
        (one for one in view.sessions if one.stretch_id == stretch.id), key=lambda one: one.position
    ):
        if session.counts:
            yield session, start
        start += session.minutes


def _spans(those: Iterable[Connection]) -> list[Span]:
    return [(connection.joined, connection.left) for connection in those]


def _shared_out(parts: Iterable[Attendee]) -> Iterator[int]:
    """Yield the whole minutes of each session, so that together they are what all the seconds come to."""
    total, given = timedelta(), 0
    for part in parts:
        total += sum((left - joined for joined, left in part.intervals), timedelta())
        yield total // _MINUTE - given
        given = total // _MINUTE


def _entered(known: Iterable[Entry | None]) -> int | None:
    entries = [entry for entry in known if entry is not None]
    return sum(entry.attended_minutes for entry in entries) if entries else None


def _kept(inputs: Iterable[StretchInput], known: Iterable[Entry | None]) -> tuple[StretchInput, ...]:
    """Return what is written; the causes of minutes that are the same as before stay with them."""
    return tuple(
        cell
        if entry is None or entry.attended_minutes != cell.attended_minutes
        else StretchInput(
            cell.enrolment_id,
            cell.stretch_id,
            cell.attended_minutes,
            entry.absences,
            is_virtual=True,
            session_id=cell.session_id,
        )
        for cell, entry in zip(inputs, known, strict=True)
    )
