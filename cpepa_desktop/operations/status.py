"""How the people of a course stand: every verdict of attendance, computed here once and shown everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add

from cpepa_desktop.db import attendance as table
from cpepa_desktop.db import enrolments
from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.attendance_words import EmploymentStatus, JustificationState
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.leaving import Leaving
from cpepa_desktop.domain.people import Enrolment, SeatKind, Standing
from cpepa_desktop.domain.status import CourseStatus, ModuleStatus, PersonStatus
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.attendance import (
    FundingTerms,
    additional_seat,
    diploma_attendance,
    funded,
    module_test,
)
from cpepa_desktop.rules.tally import NOTHING, BlockCalendar, Entered, Presence, tally_block

_EMPTY = Tally(0)
_WITHOUT_WORK = frozenset({EmploymentStatus.UNEMPLOYED, EmploymentStatus.SEASONAL_IDLE})


def course_status(ws: Workspace, code: str) -> CourseStatus:
    """Return how everybody in a course stands on the working day. Raises ``Refused`` if it is unknown."""
    view = read_course(ws, code)
    judge = _Judge(ws, view)
    return CourseStatus(
        course=code,
        title=view.course.title,
        official_minutes=view.official_minutes,
        scheduled_minutes=sum(session.minutes for session in view.sessions if session.counts),
        people=tuple(judge.person(enrolment) for enrolment in enrolments.enrolments(ws.db, view.course.id)),
    )


@dataclass(frozen=True, slots=True)
class _Readings:
    """The answers given to the open questions that move a verdict on the action."""

    justified_count: bool
    with_complementary: bool
    before_joining_counts: bool
    contract_in_working_days: bool

    @classmethod
    def of(cls, call: Call) -> _Readings:
        return cls(
            justified_count=call.reading("justified_absences_count").value == "yes",
            with_complementary=call.reading("action_share_base").value == "with_complementary",
            before_joining_counts=call.reading("late_joiner_base").value == "official",
            contract_in_working_days=call.reading("job_contract_days").value == "working",
        )

    def others(self) -> Mapping[str, _Readings]:
        """Return, by the name of each question, these readings with its other answer."""
        return {
            "justified_absences_count": replace(self, justified_count=not self.justified_count),
            "action_share_base": replace(self, with_complementary=not self.with_complementary),
            "late_joiner_base": replace(self, before_joining_counts=not self.before_joining_counts),
            "job_contract_days": replace(self, contract_in_working_days=not self.contract_in_working_days),
        }


_Bases = Mapping[bool, Mapping[int, Tally]]
"""The tallies of a person by block, by whether the hours before joining stay in the base."""


class _Judge:
    """Judges the people of one course on one day, with everything they share read once."""

    def __init__(self, ws: Workspace, view: CourseView) -> None:
        call = call_of(ws, view.course)
        self._call = call
        self._start = view.course.start_on
        self._entered = _entered(ws, view)
        self._today = ws.clock.today()
        self._is_working_day = WorkingCalendar(ws).is_working_day
        self._readings = _Readings.of(call)
        self._calendars = _calendars(view)
        self._formative = [module for module in view.modules if module.kind is ModuleKind.FORMATIVE]
        self._complementary = [m for m in view.modules if m.kind is ModuleKind.COMPLEMENTARY]
        self._test_share = call.share("module_test_share", self._start)
        self._diploma_share = call.share("diploma_share", self._start)
        self._terms = _funding_terms(call, self._start) if call.pays else None

    def person(self, enrolment: Enrolment) -> PersonStatus:
        """Return how one person stands in each module and in the action."""
        counts = self._readings.before_joining_counts
        tallies = self._tallies(enrolment, before_joining_counts=counts)
        others = self._tallies(enrolment, before_joining_counts=not counts)
        modules = tuple(self._module(module, enrolment, tallies, others) for module in self._formative)
        diploma, other = (self._diploma(enrolment, found) for found in (tallies, others))
        verdicts = {"diploma_attendance": _on_either_base(diploma, other)}
        if self._terms:
            bases = {counts: tallies, not counts: others}
            verdicts["funded"] = self._funded(enrolment, self._terms, bases)
        return PersonStatus(
            enrolment=enrolment,
            tally=self._action(enrolment, tallies, with_complementary=True),
            verdicts=verdicts,
            modules=modules,
            complementary=tuple(
                ModuleStatus(m.code, m.title, Standing.ATTENDS, _sum(tallies, m.block_ids), {})
                for m in self._complementary
            ),
        )

    def _module(
        self,
        module: CourseModule,
        enrolment: Enrolment,
        tallies: Mapping[int, Tally],
        others: Mapping[int, Tally],
    ) -> ModuleStatus:
        tally, other = _sum(tallies, module.block_ids), _sum(others, module.block_ids)
        if not enrolment.attends(module.id):
            return ModuleStatus(module.code, module.title, Standing.ACCREDITED, tally, {})
        verdict = _on_either_base(module_test(tally, self._test_share), module_test(other, self._test_share))
        return ModuleStatus(module.code, module.title, Standing.ATTENDS, tally, {"module_test": verdict})

    def _diploma(self, enrolment: Enrolment, tallies: Mapping[int, Tally]) -> Verdict:
        attended = [module for module in self._formative if enrolment.attends(module.id)]
        modules = {module.code: _sum(tallies, module.block_ids) for module in attended}
        return diploma_attendance(modules, self._diploma_share)

    def _funded(self, enrolment: Enrolment, terms: FundingTerms, bases: _Bases) -> Verdict:
        if enrolment.seat_kind is SeatKind.ADDITIONAL:
            is_given = self._call.gives("additional_seats", self._start)
            limit = "additional_seats" if is_given else "subsidised_seats"
            return additional_seat(self._call.count(limit, self._start).citation)
        verdict = self._funded_under(self._readings, enrolment, terms, bases)
        others = {
            question: self._funded_under(readings, enrolment, terms, bases)
            for question, readings in self._readings.others().items()
        }
        differing = {question: other for question, other in others.items() if other.answer != verdict.answer}
        return replace(verdict, alternatives=differing)

    def _funded_under(
        self, readings: _Readings, enrolment: Enrolment, terms: FundingTerms, bases: _Bases
    ) -> Verdict:
        tallies = bases[readings.before_joining_counts]
        tally = self._action(enrolment, tallies, with_complementary=readings.with_complementary)
        if readings.justified_count:
            tally = replace(tally, attended=tally.attended + tally.justified, justified=0)
        if readings.contract_in_working_days:
            terms = replace(terms, is_counted=self._is_working_day)
        return funded(tally, terms, _leaving(enrolment))

    def _action(
        self, enrolment: Enrolment, tallies: Mapping[int, Tally], *, with_complementary: bool
    ) -> Tally:
        """Return the action: each block attended once, however many modules share it."""
        modules = [module for module in self._formative if enrolment.attends(module.id)]
        if with_complementary:
            modules += self._complementary
        return _sum(tallies, dict.fromkeys(block for module in modules for block in module.block_ids))

    def _tallies(self, enrolment: Enrolment, *, before_joining_counts: bool) -> dict[int, Tally]:
        presence = Presence(
            enrolment.joined_on, enrolment.left_on, counts_before_joining=before_joining_counts
        )
        return {
            block_id: tally_block(
                calendar, self._entered.get((enrolment.id, block_id), NOTHING), presence, self._today
            )
            for block_id, calendar in self._calendars.items()
        }


def _entered(ws: Workspace, view: CourseView) -> dict[tuple[int, int], Entered]:
    """Return what is entered by person and block."""
    found: dict[tuple[int, int], Entered] = defaultdict(Entered)
    for total in table.totals(ws.db, view.course.id, ws.clock.today()):
        key = (total.enrolment_id, total.block_id)
        known = found[key]
        found[key] = replace(
            known,
            attended=known.attended + total.attended,
            past=known.past + (0 if total.is_future else total.entered),
            future=known.future + (total.entered if total.is_future else 0),
        )
    for proved in table.proved_totals(ws.db, view.course.id):
        key = (proved.enrolment_id, proved.block_id)
        name = "justified" if proved.state is JustificationState.VALIDATED else "awaiting"
        found[key] = replace(found[key], **{name: proved.minutes})
    return found


def _calendars(view: CourseView) -> dict[int, BlockCalendar]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    sessions: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for session in view.sessions:
        if session.counts:
            sessions[session.block_id].append((days[session.stretch_id], session.minutes))
    return {block.id: BlockCalendar.of(block.official_minutes, sessions[block.id]) for block in view.blocks}


def _funding_terms(call: Call, day: date) -> FundingTerms:
    return FundingTerms(
        share=call.share("attendance_share", day),
        job_share=call.share("job_share", day),
        health_share=call.share("health_share", day),
        contract_days=call.count("job_contract_days", day),
        is_counted=_every_day,
    )


def _every_day(_day: date) -> bool:
    return True


def _leaving(enrolment: Enrolment) -> Leaving | None:
    if enrolment.left_on is None or enrolment.leave_cause is None:
        return None
    status = enrolment.status_at_start
    was_unemployed = None if status is None else status in _WITHOUT_WORK
    return Leaving(enrolment.left_on, enrolment.leave_cause, enrolment.contract_start, was_unemployed)


def _on_either_base(verdict: Verdict, other: Verdict) -> Verdict:
    """Return a verdict with what the other reading of a late joiner's base answers where it differs."""
    if other.answer is verdict.answer:
        return verdict
    return replace(verdict, alternatives={"late_joiner_base": other})


def _sum(tallies: Mapping[int, Tally], block_ids: Iterable[int]) -> Tally:
    return reduce(add, (tallies[block_id] for block_id in block_ids), _EMPTY)
