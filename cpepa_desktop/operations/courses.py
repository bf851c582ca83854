"""Planning a course: what it teaches, laid over the calendar, checked whole before a row is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Final

from cpepa_desktop.db import calls as versions
from cpepa_desktop.db import centres, courses, enrolments, sessions
from cpepa_desktop.domain.call import Call, Parameter
from cpepa_desktop.domain.catalogue import Origin, Structure
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import (
    Block,
    Course,
    CourseModule,
    CourseView,
    ModuleKind,
    Regime,
    Route,
    Session,
    SessionMode,
    SessionState,
    Stretch,
)
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import Timetable, TimetableError, parse_timetable
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.exchange.certificate_json import certificate_to_json
from cpepa_desktop.operations.calendars import ClassCalendar, freeze_years
from cpepa_desktop.operations.calls import ChosenCall, call_of, choose_call
from cpepa_desktop.operations.course_lookup import find_course as find_course  # noqa: PLC0414 - looked for here
from cpepa_desktop.operations.course_stages import stages_of
from cpepa_desktop.operations.execution_window import window_notices
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.offers import Teachable, teachable
from cpepa_desktop.operations.persons_days import Learner, OtherDays, trainer_problems
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.occupation import Occupation, clashes
from cpepa_desktop.rules.regime import evaluation_regime
from cpepa_desktop.rules.scheduling import (
    NoClassDaysError,
    PlannedStretch,
    ShortLastDay,
    daily_hours,
    lay_out,
    minutes_by_day,
    short_last_day,
)
from cpepa_desktop.rules.staffing import module_trainers
from cpepa_desktop.rules.workplace import owes_workplace_module

_TERMS_BEFORE: Final = timedelta(days=92)
_TERMS_AFTER: Final = timedelta(days=62)
"""How far from its classes most terms of a course fall: its years are frozen with that much around them."""


class LastDay(StrEnum):
    """What to do with a last day under the daily minimum."""

    ASK = "ask"
    SPREAD = "spread"
    KEEP = "keep"


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


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course as lists show it, with its stage on the working day."""

    code: str
    speciality: str
    part: str
    title: str
    route: Route
    call: str
    start_on: date
    last_day: date | None
    official_minutes: int
    people: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class CourseDetails:
    """What is known of a course besides its plan, and can be written at any time."""

    file_number: str = ""
    approved_on: date | None = None
    selection_on: date | None = None
    selection_minute: int | None = None
    selection_place: str = ""
    technician_name: str = ""
    technician_phone: str = ""
    technician_email: str = ""


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


def add_course(ws: Workspace, request: CourseRequest) -> Changes:
    """Plan a course and write it with all its stretches and sessions. Raises as `preview_course` does.

    A last day under the minimum is refused until the request says to spread it or to keep it, with a reason.
    """
    plan = preview_course(ws, request)
    check_last_day(plan.short_last_day, request.last_day, request.last_day_reason)
    chosen = choose_call(ws, request.call)
    subject = teachable(ws, chosen.call, request.speciality, request.part, request.route)
    code = plan.request.code
    name = _("Planificar el curso {code}").format(code=code)
    with ws.operation(name):
        _write(ws, plan, chosen, subject)
    return Changes(name, frozenset({Kind.COURSE, Kind.SESSIONS, Kind.CENTRE}), code, plan.notices)


def list_courses(ws: Workspace) -> tuple[CourseRow, ...]:
    """Return every course by its first day."""
    people = enrolments.counts(ws.db)
    facts = courses.facts(ws.db)
    found = courses.courses(ws.db)
    stages = stages_of(ws, found, {key: each.last_day for key, each in facts.items()})
    return tuple(
        CourseRow(
            code=course.code,
            speciality=course.speciality,
            part=course.part,
            title=course.title,
            route=course.route,
            call=course.call,
            start_on=course.start_on,
            last_day=facts[course.id].last_day,
            official_minutes=facts[course.id].official_minutes,
            people=people.get(course.id, 0),
            stage=stages[course.id],
        )
        for course in found
    )


def read_course(ws: Workspace, code: str) -> CourseView:
    """Return a course with its modules, blocks, stretches and sessions. Raises ``Refused`` if unknown."""
    course = find_course(ws, code)
    return CourseView(
        course,
        courses.modules(ws.db, course.id),
        courses.blocks(ws.db, course.id),
        sessions.stretches(ws.db, course.id),
        sessions.sessions(ws.db, course.id),
    )


@redates
def change_course(ws: Workspace, code: str, details: CourseDetails) -> Changes:
    """Write what is known of a course besides its plan."""
    course = find_course(ws, code)
    name = _("Cambiar los datos del curso {code}").format(code=code)
    with ws.operation(name):
        courses.change(
            ws.db,
            replace(
                course,
                file_number=details.file_number,
                approved_on=details.approved_on,
                selection_on=details.selection_on,
                selection_minute=details.selection_minute,
                selection_place=details.selection_place,
                technician_name=details.technician_name,
                technician_phone=details.technician_phone,
                technician_email=details.technician_email,
            ),
        )
    return Changes(name, frozenset({Kind.COURSE}), code)


def set_workplace_days(ws: Workspace, code: str, first: date | None, last: date | None) -> Changes:
    """Write the days of the practical module.

    Raises ``Refused`` where there is none, they are turned, or some day of a learner would be too long.
    """
    course = find_course(ws, code)
    module = next((m for m in courses.modules(ws.db, course.id) if m.kind is ModuleKind.WORKPLACE), None)
    if module is None:
        raise Refused(_("El curso {code} no tiene módulo de formación práctica.").format(code=code))
    if first and last and last < first:
        raise Refused(_("Las prácticas no pueden acabar antes de empezar. No se ha cambiado nada."))
    name = _("Fechas de las prácticas de {code}").format(code=code)
    with ws.operation(name):
        courses.set_module_days(ws.db, module.id, first, last)
        notices = _check_practice(ws, course, (first, last)) if first and last else ()
    return Changes(name, frozenset({Kind.COURSE}), code, notices)


def _check_practice(ws: Workspace, course: Course, span: tuple[date, date]) -> tuple[str, ...]:
    """Refuse practice that makes some day of a learner too long; return what is pending."""
    most = call_of(ws, course).minutes("day_limit", course.start_on)
    people = {each.person.id: each.person for each in enrolments.enrolments(ws.db, course.id)}
    days = OtherDays(ws, most, span, people.keys())
    learners = [
        Learner(key, person.listed_name, dict.fromkeys(days.class_days(key), 0))
        for key, person in people.items()
    ]
    problems = days.problems(learners)
    if problems:
        raise Refused(_("Con las prácticas el día sería demasiado largo. No se ha cambiado nada."), problems)
    return days.notices(learners)


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
    least, most = day_limits(call, day)
    problems = []
    for weekday in sorted({slot.weekday for slot in timetable.slots}):
        verdict = daily_hours(timetable.minutes_on(weekday), least, most)
        if verdict.answer is Answer.NO:
            problems.append(Problem(day_sentence(verdict), column=_("horario")))
    return problems


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


def day_limits(call: Call, day: date) -> tuple[Parameter[int], Parameter[int]]:
    """Return the fewest and the most minutes of class of a day; no minimum of its own is the maximum's 0."""
    most = call.minutes("day_limit", day)
    if call.gives("day_minimum", day):
        return call.minutes("day_minimum", day), most
    return replace(most, value=0), most


def day_sentence(verdict: Verdict) -> str:
    """Return in words why a day of class is too long or too short."""
    numbers = verdict.numbers
    if verdict.reason == "too_long":
        message = _("Un día de {minutes} supera el máximo de {limit} ({citation}).")
        limit = numbers["most_minutes"]
    else:
        message = _("Un día de {minutes} no llega al mínimo de {limit} ({citation}).")
        limit = numbers["least_minutes"]
    return message.format(
        minutes=hours_words(int(str(numbers["minutes"]))),
        limit=hours_words(int(str(limit))),
        citation=verdict.citation,
    )


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


def laid_out(
    timetable: Timetable,
    start: date,
    blocks: Sequence[tuple[str, int]],
    is_class_day: Callable[[date], bool],
    extra: Mapping[date, int],
) -> tuple[PlannedStretch, ...]:
    """Return what `lay_out` does. Raises ``Refused`` where there is no day to teach on."""
    try:
        return lay_out(timetable, start, blocks, is_class_day, extra)
    except NoClassDaysError:
        message = _("Con ese horario y los festivos del centro no hay días de clase. Revise el calendario.")
        raise Refused(message) from None


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


def calendar_notices(
    start: date, call: Call, calendar: ClassCalendar, first: date, last: date
) -> tuple[str, ...]:
    """Return what to know of a course that was to begin on ``start`` and is laid from ``first`` to ``last``.

    A start without class, and days out of the time in which the call has its courses carried out.
    """
    notices = []
    if first != start:
        holiday = calendar.holiday(start)
        why = holiday.name if holiday else _("no hay clase ese día de la semana")
        message = _("El {start} no es día de clase ({why}): el curso empieza el {first}.")
        notices.append(message.format(start=day_words(start), why=why, first=day_words(first)))
    return (*notices, *window_notices(call, first, last))


def spread_notice(short: ShortLastDay) -> str:
    """Return in words that the minutes of a short last day are given to earlier ones."""
    message = _("El último día quedaba con {minutes}: se reparten alargando los anteriores.")
    return message.format(minutes=hours_words(short.minutes))


def check_last_day(short: ShortLastDay | None, wanted: LastDay, reason: str) -> None:
    """Raise ``Refused`` where a last day is short and nobody says to spread it, or to keep it and why."""
    if short is None or (wanted is LastDay.SPREAD and short.proposal):
        return
    if wanted is LastDay.KEEP and reason.strip():
        return
    message = _("El último día, {day}, queda con {minutes}, menos del mínimo diario.").format(
        day=day_words(short.day), minutes=hours_words(short.minutes)
    )
    if short.proposal:
        proposal = _("Puede repartirlas alargando los últimos días, y el curso acaba el {day},").format(
            day=day_words(short.proposal[-1].day)
        )
        choice = _("o dejarlo así escribiendo el motivo. No se ha escrito nada.")
        raise Refused(f"{message} {proposal} {choice}")
    only = _("Los días anteriores no admiten más horas: déjelo así escribiendo el motivo.")
    raise Refused(f"{message} {only}")


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
    names = {trainer.id: trainer.full_name for trainer in centres.trainers(ws.db)}
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


def clash_problems(
    wanted: Sequence[Occupation], taken: Sequence[Occupation], what: str, column: str
) -> list[Problem]:
    """Return in words the first overlap with each other course and how many more there are."""
    by_course: dict[tuple[str, str], list[Occupation]] = {}
    for clash in clashes(wanted, taken):
        other = clash.other if clash.one.course == wanted[0].course else clash.one
        by_course.setdefault((other.holder, other.course), []).append(other)
    message = _("{what} «{holder}»: ya en el curso {course}, el {day} de {start} a {end} ({count} en total).")
    return [
        Problem(
            message.format(
                what=what.capitalize(),
                holder=holder,
                course=course,
                day=day_words(found[0].day),
                start=f"{found[0].start // 60:02d}:{found[0].start % 60:02d}",
                end=f"{found[0].end // 60:02d}:{found[0].end % 60:02d}",
                count=len(found),
            ),
            column=column,
        )
        for (holder, course), found in by_course.items()
    ]


def _write(ws: Workspace, plan: CoursePlan, chosen: ChosenCall, subject: Teachable) -> None:
    request = plan.request
    content = certificate_to_json(subject.certificate)
    room = plan.room and replace(plan.room, id=centres.save_room(ws.db, plan.room))
    course_id = courses.add(
        ws.db,
        Course(
            id=0,
            code=request.code,
            call=chosen.call.id,
            call_version_id=versions.keep_call(
                ws.db, chosen.call.id, chosen.sha256, chosen.content, chosen.origin
            ),
            certificate_version_id=versions.keep_certificate(
                ws.db,
                subject.certificate.code,
                sha256_of(content),
                content,
                subject.certificate.source,
                Origin(subject.certificate.origin),
            ),
            speciality=subject.offer.code,
            part=subject.offer.part,
            title=plan.title,
            level=plan.level,
            route=request.route,
            province=request.province,
            start_on=plan.first_day,
            timetable=str(parse_timetable(request.timetable)),
            regime=plan.regime,
            regime_reason=request.regime_reason.strip(),
            approved_on=request.approved_on,
            room_id=room.id if room else None,
            short_day_reason=request.last_day_reason.strip() if request.last_day is LastDay.KEEP else "",
        ),
    )
    freeze_years(ws, range((plan.first_day - _TERMS_BEFORE).year, (plan.last_day + _TERMS_AFTER).year + 1))
    blocks = _write_blocks(ws, course_id, plan, chosen.call, subject)
    for block_id in blocks.values():
        courses.set_block_trainers(ws.db, block_id, request.trainers)
    _write_stretches(ws, course_id, plan, blocks, room.id if room else None)


def _write_blocks(
    ws: Workspace, course_id: int, plan: CoursePlan, call: Call, subject: Teachable
) -> dict[str, int]:
    """Write modules and blocks and return the key of each block by its code."""
    module_ids: dict[str, int] = {}
    for position, module in enumerate(plan.structure.modules, start=1):
        module_ids[module.code] = courses.add_module(
            ws.db,
            course_id,
            CourseModule(
                0,
                position,
                ModuleKind.FORMATIVE,
                module.code,
                module.title,
                sum(block.minutes for block in plan.structure.blocks_of(module.code)),
                module.competence_unit,
            ),
        )
    for position, extra in enumerate(call.complementary, start=len(module_ids) + 1):
        module_ids[extra.code] = courses.add_module(
            ws.db,
            course_id,
            CourseModule(0, position, ModuleKind.COMPLEMENTARY, extra.code, extra.title, extra.minutes),
        )
    workplace = subject.certificate.workplace
    if workplace.minutes and owes_workplace_module(plan.request.part):
        code = workplace.code or "MP"
        title = _("Módulo de formación práctica en centros de trabajo")
        place = len(module_ids) + 1
        practice = CourseModule(0, place, ModuleKind.WORKPLACE, code, title, workplace.minutes)
        courses.add_module(ws.db, course_id, practice)
    blocks = [
        (block.code, block.title, block.minutes, [module_ids[code] for code in block.modules])
        for block in plan.structure.blocks
    ] + [(extra.code, extra.title, extra.minutes, [module_ids[extra.code]]) for extra in call.complementary]
    return {
        code: courses.add_block(ws.db, course_id, Block(0, place, code, title, minutes), modules)
        for place, (code, title, minutes, modules) in enumerate(blocks, start=1)
    }


def _write_stretches(
    ws: Workspace, course_id: int, plan: CoursePlan, blocks: Mapping[str, int], room_id: int | None
) -> None:
    for planned in plan.stretches:
        stretch = Stretch(0, planned.day, planned.n, planned.start, planned.end, room_id)
        stretch_id = sessions.add_stretch(ws.db, course_id, stretch)
        for position, session in enumerate(planned.sessions, start=1):
            sessions.add_session(
                ws.db,
                Session(
                    id=0,
                    stretch_id=stretch_id,
                    position=position,
                    block_id=blocks[session.block],
                    minutes=session.minutes,
                    mode=SessionMode.IN_PERSON,
                    state=SessionState.PLANNED,
                    trainer_ids=plan.request.trainers,
                ),
            )
