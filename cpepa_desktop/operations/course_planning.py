"""Planning a course: what it teaches, laid over the calendar and checked whole, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from cpepa_desktop.db import centres, courses, sessions
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import Structure
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.course import (
    Regime,
    Route,
)
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import Timetable, TimetableError, parse_timetable
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.clashes import clash_problems, trainer_names
from cpepa_desktop.operations.laying_limits import (
    LastDay,
    calendar_notices,
    day_limits,
    day_sentence,
    laid_out,
    spread_notice,
)
from cpepa_desktop.operations.offers import Teachable, teachable
from cpepa_desktop.operations.persons_days import trainer_problems
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.occupation import Occupation
from cpepa_desktop.rules.regime import evaluation_regime
from cpepa_desktop.rules.scheduling import (
    PlannedStretch,
    ShortLastDay,
    daily_hours,
    minutes_by_day,
    short_last_day,
)
from cpepa_desktop.rules.staffing import module_trainers


@dataclass(frozen=True, slots=True)
class CourseRequest:
    """What a centre says to plan a course. ``trainers`` are keys; ``room`` is a name, ``""`` for none yet."""

    code: str
    call: str
    speciality: str
    part: str
    route: Route
    province: str
    start: date
    timetable: str
    room: str = ""
    trainers: tuple[int, ...] = ()
    last_day: LastDay = LastDay.ASK
    last_day_reason: str = ""
    regime: Regime | None = None
    regime_reason: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """A course ready to be written, with what the user should know of it. Minutes."""

    request: CourseRequest
    title: str
    level: int
    structure: Structure
    blocks: tuple[tuple[str, int], ...]
    stretches: tuple[PlannedStretch, ...]
    official_minutes: int
    first_day: date
    last_day: date
    regime: Regime
    room: Room | None
    short_last_day: ShortLastDay | None
    notices: tuple[str, ...]


def preview_course(ws: Workspace, request: CourseRequest) -> CoursePlan:
    """Return the plan a request leads to; nothing is written.

    Raises ``Refused`` with every reason found: a code in use, an unknown call, part, province or timetable, a
    day over the maximum or under the minimum, a room or a trainer twice at once.
    """
    request = replace(request, code=request.code.strip())
    chosen = choose_call(ws, request.call)
    problems = _check_facts(ws, request, chosen.call)
    timetable = _timetable(request, problems)
    subject = _subject(ws, request, chosen.call, problems)
    if timetable:
        problems += _check_days(timetable, chosen.call, request.start)
    if subject:
        problems += _check_trainers(request, chosen.call, subject)
    if problems or not timetable or not subject:
        raise Refused(_("El curso no puede planificarse así. No se ha escrito nada."), tuple(problems))
    plan = _plan(ws, request, chosen.call, timetable, subject)
    problems = _check_clashes(ws, plan)
    if problems:
        raise Refused(_("El curso coincide con otros. No se ha escrito nada."), tuple(problems))
    return plan


def _check_facts(ws: Workspace, request: CourseRequest, call: Call) -> list[Problem]:
    problems: list[Problem] = []
    if not request.code:
        problems.append(Problem(_("Falta el código del curso."), column=_("código")))
    elif courses.course(ws.db, request.code):
        message = _("Ya hay un curso «{code}»: elija otro código.")
        problems.append(Problem(message.format(code=request.code), column=_("código")))
    if request.route not in call.routes:
        message = _("La convocatoria {call} no admite la vía «{route}»: sólo {routes}.")
        routes = ", ".join(call.routes)
        problems.append(
            Problem(
                message.format(call=call.id, route=request.route, routes=routes), column=_("financiación")
            )
        )
    if request.province not in call.provinces:
        message = _("«{province}» no es una provincia de la convocatoria: {provinces}.")
        provinces = ", ".join(call.provinces)
        problems.append(
            Problem(message.format(province=request.province, provinces=provinces), column=_("provincia"))
        )
    if request.regime and not request.regime_reason.strip():
        problems.append(
            Problem(_("Cambiar el régimen de evaluación pide un motivo."), column=_("régimen de evaluación"))
        )
    return problems


def _timetable(request: CourseRequest, problems: list[Problem]) -> Timetable | None:
    try:
        return parse_timetable(request.timetable)
    except TimetableError as error:
        problems.append(Problem(str(error), column=_("horario")))
        return None


def _subject(ws: Workspace, request: CourseRequest, call: Call, problems: list[Problem]) -> Teachable | None:
    try:
        return teachable(ws, call, request.speciality, request.part, request.route)
    except Refused as refusal:
        problems.append(Problem(refusal.message, column=_("especialidad")))
        return None


def _check_days(timetable: Timetable, call: Call, day: date) -> list[Problem]:
    """Return which lengths of day are too long or too short, each once however many days have it."""
    least, most = day_limits(call, day)
    lengths = dict.fromkeys(
        timetable.minutes_on(weekday) for weekday in sorted({slot.weekday for slot in timetable.slots})
    )
    verdicts = (daily_hours(length, least, most) for length in lengths)
    return [
        Problem(day_sentence(verdict), column=_("horario"))
        for verdict in verdicts
        if verdict.answer is Answer.NO
    ]


def _check_trainers(request: CourseRequest, call: Call, subject: Teachable) -> list[Problem]:
    """Return who is too many: whoever is asked for teaches every module until it is said otherwise."""
    if not (request.trainers and call.gives("trainers_per_module", request.start)):
        return []
    most = call.count("trainers_per_module", request.start)
    verdict = module_trainers(subject.structure.modules[0].code, len(set(request.trainers)), most)
    if verdict.answer is not Answer.NO:
        return []
    sentence = missing_sentence(verdict, str(verdict.numbers["module"]))
    return [Problem(sentence, column=_("formadores"))]


def _plan(
    ws: Workspace, request: CourseRequest, call: Call, timetable: Timetable, subject: Teachable
) -> CoursePlan:
    blocks = [(block.code, block.minutes) for block in subject.structure.blocks]
    extra_blocks = [(module.code, module.minutes) for module in call.complementary]
    ordered = tuple(blocks + extra_blocks)
    calendar = ClassCalendar(ws)
    relay = partial(laid_out, timetable, request.start, ordered, calendar.is_class_day)
    stretches = relay({})
    least, most = day_limits(call, request.start)
    short = short_last_day(stretches, relay, least, most)
    notices: tuple[str, ...] = ()
    if short and short.proposal and request.last_day is LastDay.SPREAD:
        stretches = short.proposal
        notices = (spread_notice(short),)
    first_day = stretches[0].day
    return CoursePlan(
        request=request,
        title=_title(subject),
        level=subject.offer.level,
        structure=subject.structure,
        blocks=ordered,
        stretches=stretches,
        official_minutes=sum(minutes for _code, minutes in ordered),
        first_day=first_day,
        last_day=stretches[-1].day,
        regime=request.regime or _regime(call, first_day, request.approved_on),
        room=_room(ws, request.room),
        short_last_day=short,
        notices=(*calendar_notices(request.start, call, calendar, first_day, stretches[-1].day), *notices),
    )


def _title(subject: Teachable) -> str:
    """Return what a course is called: its module where it teaches one alone, else its certificate."""
    module = subject.certificate.module(subject.offer.part)
    return module.title if module else subject.certificate.title


def _regime(call: Call, start: date, approved: date | None) -> Regime:
    return evaluation_regime(start, approved, call.day("evaluation_regime_cut", start).value)


def _room(ws: Workspace, name: str) -> Room | None:
    if not name.strip():
        return None
    wanted = " ".join(name.split())
    known = {room.name.casefold(): room for room in centres.rooms(ws.db)}
    return known.get(wanted.casefold(), Room(0, wanted))


def _check_clashes(ws: Workspace, plan: CoursePlan) -> list[Problem]:
    first, last = plan.first_day, plan.last_day
    problems: list[Problem] = []
    if plan.room and plan.room.id:
        wanted = [
            Occupation(stretch.day, stretch.start, stretch.end, plan.room.name, plan.request.code)
            for stretch in plan.stretches
        ]
        taken = [
            Occupation(day, start, end, plan.room.name, code)
            for day, start, end, holder, code in sessions.room_use(ws.db, first, last)
            if holder == plan.room.id
        ]
        problems += clash_problems(wanted, taken, _("el aula"), _("aula"))
    names = trainer_names(ws)
    for trainer_id in plan.request.trainers:
        wanted = [
            Occupation(stretch.day, stretch.start, stretch.end, names[trainer_id], plan.request.code)
            for stretch in plan.stretches
        ]
        taken = [
            Occupation(day, start, end, names[trainer_id], code)
            for day, start, end, holder, code in sessions.trainer_use(ws.db, first, last)
            if holder == trainer_id
        ]
        problems += clash_problems(wanted, taken, _("el formador o formadora"), _("formadores"))
    if problems:
        return problems
    minutes = minutes_by_day(plan.stretches)
    most = choose_call(ws, plan.request.call).call.minutes("day_limit", plan.request.start)
    loads = dict.fromkeys(plan.request.trainers, minutes)
    return list(trainer_problems(ws, plan.request.code, loads, most))
