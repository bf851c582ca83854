"""The letter about somebody's attendance, filled from their verdicts and from what is entered of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.db import attendance as table
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import JustificationState
from cpepa_desktop.domain.call import Call, Term
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.domain.status import PersonStatus
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.absent_minutes import absences_of, cause_words, proof_words
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.owed import owed_blocks
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.paper_subjects import enrolment_of
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_grid import cell_of, columns_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.risk_letter import (
    MissedLine,
    Requirement,
    RiskLetter,
    Stand,
    Totals,
    UnjustifiedMonth,
)
from cpepa_desktop.rules.deadlines import Counting, due_day

_WEEKLY: Final = "attendance_weekly"
_LIMIT: Final = "unjustified_per_month"
_TRAVEL: Final = "travel_time"
_NAMES: Final = {"diploma_attendance": "Diploma", "funded": "Participante subvencionable"}


def letter_to(ws: Workspace, course: str, enrolment_id: int) -> RiskLetter:
    """Return the letter to a person of a course. Raises ``Refused`` where they are not of it."""
    enrolment = enrolment_of(ws, course, enrolment_id)
    view = read_course(ws, course)
    call = call_of(ws, view.course)
    status = next(p for p in course_status(ws, course).people if p.enrolment.id == enrolment_id)
    start = view.course.start_on
    has_travel = call.gives(_TRAVEL, start)
    return RiskLetter(
        head=course_head(ws, view.course, (session.mode for session in view.sessions if session.counts)),
        name=f"{enrolment.person.name} {enrolment.person.surnames}".strip(),
        document=enrolment.person.document.number,
        address=_address(enrolment.person),
        requirements=tuple(_requirements(status)),
        stakes=() if enrolment.left_on else tuple(_stakes(status)),
        totals=Totals(
            status.tally.attended,
            status.tally.justified,
            status.tally.awaiting,
            status.tally.unjustified,
            status.tally.pending,
        ),
        missed=tuple(_missed(ws, view, call, enrolment)),
        months=tuple(_months(ws, view, call, enrolment)),
        causes=tuple((cause.letter, cause.text) for cause in call.causes),
        causes_source=_common_source(call),
        travel_minutes=call.minutes(_TRAVEL, start).value if has_travel else None,
        left_on=enrolment.left_on,
    )


def _address(person: Person) -> tuple[str, ...]:
    town = " ".join(part for part in (person.postal_code, person.municipality) if part)
    if person.province and person.province != person.municipality:
        town = f"{town} ({person.province})" if town else person.province
    return tuple(line for line in (person.address, town) if line)


def _common_source(call: Call) -> str:
    """Return the place that lists the causes of a call: that of the first, without its letter."""
    if not call.causes:
        return ""
    cause = call.causes[0]
    return str(cause.citation).removesuffix(f".{cause.letter}")


# How they stand ---------------------------------------------------------------------------------------------


def _requirements(status: PersonStatus) -> Iterator[Requirement]:
    for module in status.modules:
        for rule, verdict in module.verdicts.items():
            name = f"Prueba final de {module.code} {module.title}"
            yield _requirement(name, verdict, module.forecasts.get(rule))
    for rule, verdict in status.verdicts.items():
        if rule in _NAMES and "required_minutes" in verdict.numbers:
            decisive = f", por el módulo {verdict.numbers['module']}" if "module" in verdict.numbers else ""
            yield _requirement(f"{_NAMES[rule]}{decisive}", verdict, status.forecasts.get(rule))


def _requirement(name: str, verdict: Verdict, ahead: Forecast | None) -> Requirement:
    required, base, attended = (
        int(str(verdict.numbers[f"{number}_minutes"])) for number in ("required", "base", "attended")
    )
    found = Requirement(name, required, base, attended, _stand(verdict), str(verdict.citation))
    if ahead is None:
        return found
    return replace(
        found,
        left=ahead.minutes_left_to_lose,
        left_if_pending_lost=ahead.minutes_left_if_pending_lost,
        impossible_from=ahead.impossible_from,
    )


def _stand(verdict: Verdict) -> Stand:
    if verdict.answer is Answer.YES:
        return Stand.REACHED
    if verdict.answer is Answer.NO:
        return Stand.OUT_OF_REACH
    return Stand.AT_RISK if verdict.reason == "behind" else Stand.UNDER_WAY


def _stakes(status: PersonStatus) -> Iterator[str]:
    """Yield what each test decides; what the subsidy depends on only where the call pays for the person."""
    for verdict in next((m.verdicts for m in status.modules if m.verdicts), {}).values():
        yield (
            "Para presentarse a la prueba final de un módulo hay que asistir al menos al "
            f"{_percent(verdict)} de sus horas ({verdict.citation})."
        )
    diploma = status.verdicts["diploma_attendance"]
    if "share" in diploma.numbers:
        yield (
            f"Para obtener el diploma hay que asistir al menos al {_percent(diploma)} de las horas de cada "
            f"módulo que cursa ({diploma.citation})."
        )
    funded = status.verdicts.get("funded")
    if funded is not None and "share" in funded.numbers:
        yield (
            "La subvención de esta acción se calcula con las horas de quienes asisten al menos al "
            f"{_percent(funded)}: sus faltas también afectan a la subvención ({funded.citation})."
        )


def _percent(verdict: Verdict) -> str:
    share = Decimal(str(verdict.numbers["share"])) * 100
    return f"{share.normalize():f}".replace(".", ",") + "\N{NO-BREAK SPACE}%"


# What they missed -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Terms:
    """Until when the justification of a day is handed in."""

    term: Term | None
    counting: Counting
    today: date

    @classmethod
    def of(cls, ws: Workspace, call: Call, class_days: Iterable[date]) -> _Terms:
        """Return the weekly term of a call, none where it sets none or does not oblige."""
        deadline = call.deadlines.get(_WEEKLY)
        term = deadline.due if deadline and deadline.is_active else None
        counting = Counting(WorkingCalendar(ws).is_working_day, tuple(dict.fromkeys(class_days)))
        return cls(term, counting, ws.clock.today())

    def line(self, day: date, absence: Absence) -> MissedLine:
        """Return an absence of a day; what has no proof yet says until when it can be handed in."""
        by = None
        if self.term is not None and absence.state is JustificationState.UNJUSTIFIED:
            by = due_day(self.term, IsoWeek.of(day).sunday, self.counting)
        is_late = by is not None and by < self.today
        return MissedLine(day, absence.minutes, cause_words(absence), proof_words(absence), by, is_late)


def _missed(ws: Workspace, view: CourseView, call: Call, enrolment: Enrolment) -> Iterator[MissedLine]:
    """Yield every absence, by day."""
    entries = _entries(ws, view, enrolment)
    columns = columns_of(view, None)
    terms = _Terms.of(ws, call, (column.stretch.day for column in columns))
    owed = owed_blocks(view, enrolment)
    for column in columns:
        cell = cell_of(enrolment, column, owed, entries, is_future=False)
        for entry in cell.entries:
            length = next(session.minutes for session in column.sessions if session.id == entry.session_id)
            for absence in absences_of([entry], length):
                yield terms.line(cell.day, absence)


def _entries(ws: Workspace, view: CourseView, enrolment: Enrolment) -> Mapping[tuple[int, int], Entry]:
    found = table.entries(ws.db, view.course.id, date.min, ws.clock.today())
    return {(e.enrolment_id, e.session_id): e for e in found if e.enrolment_id == enrolment.id}


def _months(ws: Workspace, view: CourseView, call: Call, enrolment: Enrolment) -> Iterator[UnjustifiedMonth]:
    """Yield the months beyond the limit, and the current one where it has a day of the kind."""
    start, today = view.course.start_on, ws.clock.today()
    if not call.gives(_LIMIT, start):
        return
    limit = call.count(_LIMIT, start)
    days = table.unjustified_days(ws.db, view.course.id).get(enrolment.id, [])
    for first in dict.fromkeys(day.replace(day=1) for day in days):
        of_month = tuple(day for day in days if day.replace(day=1) == first)
        found = UnjustifiedMonth(of_month, limit.value, str(limit.citation))
        if found.is_beyond or first == today.replace(day=1):
            yield found
