"""The monthly summary of attendance, filled from what is entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.db import attendance as table
from cpepa_desktop.domain.attendance import Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.course import CourseView, Session
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.periods import Month
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import short_day_words
from cpepa_desktop.operations.absent_minutes import absences_of
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.monthly_summary import Hours, MonthlySummary, PersonMonth

_Known = Mapping[tuple[int, int], Entry]
_KINDS = {JustificationState.VALIDATED: "validated", JustificationState.PENDING: "awaiting"}


def summary_of_month(ws: Workspace, course: str, month: Month) -> MonthlySummary:
    """Return the month of everybody in a course. Raises ``Refused`` where the course has no class in it."""
    view = read_course(ws, course)
    classes = tuple(_classes(view, month))
    of_month = [each for each in classes if each.day >= month.first]
    if not of_month:
        message = _("El curso {course} no tiene clase en el mes {month}.")
        raise Refused(message.format(course=course, month=month))
    entries = table.entries(ws.db, view.course.id, date.min, month.last)
    book = _Book(view, classes, {(e.enrolment_id, e.session_id): e for e in entries}, ws.clock.today())
    call, start = call_of(ws, view.course), view.course.start_on
    limit = call.count("unjustified_per_month", start) if call.gives("unjustified_per_month", start) else None
    return MonthlySummary(
        head=course_head(ws, view.course, (each.session.mode for each in of_month)),
        month=month.first,
        people=tuple(
            book.person(n, status.enrolment, month, status.tally.base)
            for n, status in enumerate(course_status(ws, course).people, 1)
            if _is_there(status.enrolment, month)
        ),
        most_days=limit.value if limit else None,
        most_days_source=str(limit.citation) if limit else "",
    )


@dataclass(frozen=True, slots=True)
class _Class:
    """A session that counts, with its day."""

    day: date
    session: Session


def _classes(view: CourseView, month: Month) -> Iterator[_Class]:
    """Yield the classes from the start of a course to the end of a month."""
    days = {stretch.id: stretch.day for stretch in view.stretches}
    for session in view.sessions:
        if session.counts and days[session.stretch_id] <= month.last:
            yield _Class(days[session.stretch_id], session)


def _is_there(enrolment: Enrolment, month: Month) -> bool:
    has_left = enrolment.left_on is not None and enrolment.left_on < month.first
    return enrolment.joined_on <= month.last and not has_left


@dataclass(frozen=True, slots=True)
class _Book:
    """The classes of a course and what is entered of them."""

    view: CourseView
    classes: tuple[_Class, ...]
    known: _Known
    today: date

    def person(self, n: int, enrolment: Enrolment, month: Month, base: int) -> PersonMonth:
        """Return a person in a month."""
        owed = owed_blocks(self.view, enrolment)
        own = [c for c in self.classes if c.session.block_id in owed and enrolment.is_in_class(c.day)]
        of_month = [(each.day, self._hours(enrolment, each)) for each in own if each.day >= month.first]
        entered = (self.known.get((enrolment.id, each.session.id)) for each in own)
        return PersonMonth(
            n=n,
            name=enrolment.person.listed_name,
            document=enrolment.person.document.number,
            hours=sum((hours for _day, hours in of_month), Hours()),
            unjustified_days=tuple(dict.fromkeys(day for day, hours in of_month if hours.unjustified)),
            attended_so_far=sum(entry.attended_minutes for entry in entered if entry),
            base=base,
            note=_note(enrolment, month),
        )

    def _hours(self, enrolment: Enrolment, each: _Class) -> Hours:
        """Return where the minutes of a class stand for a person."""
        entry, minutes = self.known.get((enrolment.id, each.session.id)), each.session.minutes
        if entry is None:
            return Hours(to_come=minutes) if each.day > self.today else Hours(pending=minutes)
        missed = (
            _missed(_KINDS.get(a.state, "unjustified"), a.minutes) for a in absences_of([entry], minutes)
        )
        return sum(missed, Hours(attended=entry.attended_minutes))


def _missed(kind: str, minutes: int) -> Hours:
    return Hours(**{kind: minutes})


def _note(enrolment: Enrolment, month: Month) -> str:
    days: Iterable[tuple[str, date | None]] = (("alta", enrolment.joined_on), ("baja", enrolment.left_on))
    return ", ".join(
        f"{word} el {short_day_words(day)}" for word, day in days if day and Month.of(day) == month
    )
