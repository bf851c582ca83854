"""The verdicts of attendance, judged in one place from the calendar of a course and what is entered of it.

Whoever shows how people stand gathers a `Register` as suits it, of one course or of many at once, and asks
the same `Judge`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add

from cpepa_desktop.db.attendance import BlockTotal, ProvedTotal
from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.attendance_words import EmploymentStatus, JustificationState
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import CourseModule, ModuleKind
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.leaving import Leaving
from cpepa_desktop.domain.people import Enrolment, SeatKind, Standing
from cpepa_desktop.domain.status import NO_FORECASTS, ModuleStatus, PersonStatus
from cpepa_desktop.rules.attendance import (
    FundingTerms,
    additional_seat,
    diploma_attendance,
    funded,
    module_test,
    required_minutes,
)
from cpepa_desktop.rules.deadlines import Counting, due_day
from cpepa_desktop.rules.forecast import forecast, open_days
from cpepa_desktop.rules.leaving import notice_in_time
from cpepa_desktop.rules.tally import (
    NOTHING,
    BlockCalendar,
    Entered,
    Presence,
    computable_minutes,
    tally_block,
)

_EMPTY = Tally(0)
_WITHOUT_WORK = frozenset({EmploymentStatus.UNEMPLOYED, EmploymentStatus.SEASONAL_IDLE})


@dataclass(frozen=True, slots=True)
class Register:
    """What the people of a course are judged by.

    ``calendars`` are by block, ``entered`` by enrolment and block; who has nothing entered is not in it.
    ``later`` says what is entered of the working day and after, by enrolment and block and then by day; it is
    ``None`` where nobody looks ahead, and then there are no forecasts. ``excepted`` are the enrolments whose
    late notice has an exception recorded.
    """

    call: Call
    start: date
    modules: tuple[CourseModule, ...]
    calendars: Mapping[int, BlockCalendar]
    entered: Mapping[tuple[int, int], Entered]
    later: Mapping[tuple[int, int], Mapping[date, int]] | None = None
    excepted: frozenset[int] = frozenset()


def entered_of(totals: Iterable[BlockTotal], proved: Iterable[ProvedTotal]) -> dict[tuple[int, int], Entered]:
    """Return what is entered by person and block; the totals of a block may come in several parts."""
    sums: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for total in totals:
        of_block = sums[total.enrolment_id, total.block_id]
        of_block["attended"] += total.attended
        of_block["future" if total.is_future else "past"] += total.entered
    for part in proved:
        name = "justified" if part.state is JustificationState.VALIDATED else "awaiting"
        sums[part.enrolment_id, part.block_id][name] += part.minutes
    return {key: Entered(**of_block) for key, of_block in sums.items()}


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


class Judge:
    """Judges the people of one course on one day, with everything they share worked out once."""

    def __init__(self, register: Register, today: date, is_working_day: Callable[[date], bool]) -> None:
        call = register.call
        self._call = call
        self._start = register.start
        self._entered = register.entered
        self._today = today
        self._is_working_day = is_working_day
        self._readings = _Readings.of(call)
        self._other_readings = self._readings.others()
        self._calendars = register.calendars
        self._later = register.later
        self._excepted = register.excepted
        self._merged: dict[tuple[int, ...], BlockCalendar] = {}
        self._formative = [module for module in register.modules if module.kind is ModuleKind.FORMATIVE]
        self._complementary = [m for m in register.modules if m.kind is ModuleKind.COMPLEMENTARY]
        self._test_share = call.share("module_test_share", self._start)
        self._diploma_share = call.share("diploma_share", self._start)
        self._terms = _funding_terms(call, self._start) if call.pays else None

    def person(self, enrolment: Enrolment) -> PersonStatus:
        """Return how one person stands in each module and in the action."""
        counts = self._readings.before_joining_counts
        tallies = self._tallies(enrolment, before_joining_counts=counts)
        # Who joined before the first class has no hours before joining: both bases are one.
        is_late = any(calendar.before(enrolment.joined_on) for calendar in self._calendars.values())
        others = self._tallies(enrolment, before_joining_counts=not counts) if is_late else tallies
        modules = tuple(self._module(module, enrolment, tallies, others) for module in self._formative)
        diploma = self._diploma(enrolment, tallies)
        if is_late:
            diploma = _on_either_base(diploma, self._diploma(enrolment, others))
        verdicts = {"diploma_attendance": diploma}
        notice = self._notice(enrolment)
        tally = self._action(enrolment, tallies, with_complementary=True)
        if self._terms:
            bases = {counts: tallies, not counts: others}
            verdicts["funded"] = _told_late(self._funded(enrolment, self._terms, bases), notice)
        return PersonStatus(
            enrolment=enrolment,
            tally=tally,
            verdicts=verdicts,
            modules=modules,
            forecasts=self._forecasts(enrolment, verdicts, tallies, modules),
            computable_minutes=self._computable(tally, verdicts.get("funded")),
            notice=notice,
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
        tally = _sum(tallies, module.block_ids)
        if not enrolment.attends(module.id):
            return ModuleStatus(module.code, module.title, Standing.ACCREDITED, tally, {})
        verdict = module_test(tally, self._test_share)
        if others is not tallies:
            other = _sum(others, module.block_ids)
            verdict = _on_either_base(verdict, module_test(other, self._test_share))
        required = required_minutes(tally.base, self._test_share.value)
        return ModuleStatus(
            module.code,
            module.title,
            Standing.ATTENDS,
            tally,
            {"module_test": verdict},
            self._named("module_test", enrolment, module.block_ids, tally, required),
        )

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
            for question, readings in self._other_readings.items()
            if _may_differ(question, enrolment, bases)
        }
        differing = {question: other for question, other in others.items() if other.answer != verdict.answer}
        return replace(verdict, alternatives=differing)

    def _funded_under(
        self, readings: _Readings, enrolment: Enrolment, terms: FundingTerms, bases: _Bases
    ) -> Verdict:
        tally = self._funded_tally(readings, enrolment, bases[readings.before_joining_counts])
        if readings.contract_in_working_days:
            terms = replace(terms, is_counted=self._is_working_day)
        return funded(tally, terms, _leaving(enrolment))

    def _funded_tally(self, readings: _Readings, enrolment: Enrolment, tallies: Mapping[int, Tally]) -> Tally:
        tally = self._action(enrolment, tallies, with_complementary=readings.with_complementary)
        if readings.justified_count:
            tally = replace(tally, attended=tally.attended + tally.justified, justified=0)
        return tally

    def _action(
        self, enrolment: Enrolment, tallies: Mapping[int, Tally], *, with_complementary: bool
    ) -> Tally:
        return _sum(tallies, self._blocks(enrolment, with_complementary=with_complementary))

    def _blocks(self, enrolment: Enrolment, *, with_complementary: bool) -> tuple[int, ...]:
        """Return the blocks of the action: each attended once, however many modules share it."""
        modules = [module for module in self._formative if enrolment.attends(module.id)]
        if with_complementary:
            modules += self._complementary
        return tuple(dict.fromkeys(block for module in modules for block in module.block_ids))

    # Looking ahead ------------------------------------------------------------------------------------------

    def _forecasts(
        self,
        enrolment: Enrolment,
        verdicts: Mapping[str, Verdict],
        tallies: Mapping[int, Tally],
        modules: Iterable[ModuleStatus],
    ) -> Mapping[str, Forecast]:
        """Return what may still be lost of the diploma and of the participant who is paid for."""
        found = dict(self._diploma_forecast(enrolment, verdicts["diploma_attendance"], modules))
        required = verdicts["funded"].numbers.get("required_minutes") if "funded" in verdicts else None
        if isinstance(required, int):
            tally = self._funded_tally(self._readings, enrolment, tallies)
            blocks = self._blocks(enrolment, with_complementary=self._readings.with_complementary)
            found |= self._named("funded", enrolment, blocks, tally, required)
        return found

    def _diploma_forecast(
        self, enrolment: Enrolment, verdict: Verdict, modules: Iterable[ModuleStatus]
    ) -> Mapping[str, Forecast]:
        """Return the forecast of the module that decides, impossible from the first day of any module."""
        blocks = {module.code: module.block_ids for module in self._formative}
        found: dict[str, Forecast] = {}
        for module in modules:
            if module.verdicts:
                required = required_minutes(module.tally.base, self._diploma_share.value)
                named = self._named(module.code, enrolment, blocks[module.code], module.tally, required)
                found |= named
        decisive = found.get(str(verdict.numbers["module"]))
        if decisive is None:
            return {}
        first = min((each.impossible_from for each in found.values() if each.impossible_from), default=None)
        is_out = verdict.answer is Answer.NO
        return {"diploma_attendance": replace(decisive, impossible_from=None if is_out else first)}

    def _named(
        self, name: str, enrolment: Enrolment, block_ids: tuple[int, ...], tally: Tally, required: int
    ) -> Mapping[str, Forecast]:
        """Return the forecast of some blocks under a name; nothing where nobody looks ahead."""
        if self._later is None:
            return NO_FORECASTS
        entered: dict[date, int] = defaultdict(int)
        for block_id in block_ids:
            for day, minutes in self._later.get((enrolment.id, block_id), {}).items():
                entered[day] += minutes
        presence = Presence(enrolment.joined_on, enrolment.left_on)
        days = open_days(self._calendar_of(block_ids), entered, presence, self._today)
        return {name: forecast(tally, required, days)}

    def _calendar_of(self, block_ids: tuple[int, ...]) -> BlockCalendar:
        if block_ids not in self._merged:
            self._merged[block_ids] = BlockCalendar.merged(self._calendars[each] for each in block_ids)
        return self._merged[block_ids]

    # What the call makes of it ------------------------------------------------------------------------------

    def _computable(self, tally: Tally, funded_verdict: Verdict | None) -> int:
        if funded_verdict is None or funded_verdict.answer is Answer.NO:
            return 0
        by_subtraction = self._call.reading("computable_hours").value == "total_minus_unjustified"
        return computable_minutes(tally, by_subtraction=by_subtraction)

    def _notice(self, enrolment: Enrolment) -> Verdict | None:
        """Judge the notice of who left; ``None`` of who did not, or where the call asks for none in time."""
        deadline = self._call.deadlines.get("leaver_communication")
        voids = self._call.gives("late_notice_voids", self._start)
        if enrolment.left_on is None or deadline is None or deadline.due is None or not voids:
            return None
        parameter = self._call.flag("late_notice_voids", self._start)
        if not parameter.value:
            return None
        class_days = self._calendar_of(tuple(self._calendars)).days
        return notice_in_time(
            due_day(deadline.due, enrolment.left_on, Counting(self._is_working_day, class_days)),
            enrolment.leaving_communicated_on,
            self._today,
            parameter.citation,
            is_excepted=enrolment.id in self._excepted,
        )

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


def _may_differ(question: str, enrolment: Enrolment, bases: _Bases) -> bool:
    """Say whether another answer to a question could change anything for somebody: most are about few."""
    match question:
        case "justified_absences_count":
            return any(tally.justified for tallies in bases.values() for tally in tallies.values())
        case "late_joiner_base":
            return bases[True] is not bases[False]
        case "job_contract_days":
            return enrolment.left_on is not None
        case _:
            return True


def _told_late(verdict: Verdict, notice: Verdict | None) -> Verdict:
    """Return the verdict of who left and was not told of in time: not valid for the justification."""
    if notice is None or notice.answer is not Answer.NO or verdict.answer is Answer.NO:
        return verdict
    numbers = {**verdict.numbers, **notice.numbers}
    return Verdict(verdict.rule, Answer.NO, "late_notice", notice.citation, numbers)


def _on_either_base(verdict: Verdict, other: Verdict) -> Verdict:
    """Return a verdict with what the other reading of a late joiner's base answers where it differs."""
    if other.answer is verdict.answer:
        return verdict
    return replace(verdict, alternatives={"late_joiner_base": other})


def _sum(tallies: Mapping[int, Tally], block_ids: Iterable[int]) -> Tally:
    parts = [tallies[block_id] for block_id in block_ids]
    return reduce(add, parts) if parts else _EMPTY
