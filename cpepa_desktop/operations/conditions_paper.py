"""The conditions sheet of a course, filled from its plan and from the texts the centre keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from cpepa_desktop.db import calls as versions
from cpepa_desktop.db import staff
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import Certificate
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind, Route, Session, SessionMode
from cpepa_desktop.exchange.certificate_json import certificate_from_json
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.paper_head import paper_head, printing_moment
from cpepa_desktop.operations.texts import texts_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.conditions_sheet import (
    CentreTexts,
    ClassDay,
    ConditionsSheet,
    FreeDay,
    ModuleLine,
    RightsPart,
    TrainerLine,
    UnitLine,
    rights_and_obligations,
)

_PAYERS = {
    Route.OWN: "Medios propios del centro",
    Route.LOCAL: "Entidad local",
    Route.AGREEMENT: "INAEM, por convenio con el Departamento de Educación",
    Route.CALL: "INAEM, por convocatoria de subvenciones",
}


def conditions(ws: Workspace, code: str) -> ConditionsSheet:
    """Return what the conditions sheet of a course prints today. Raises ``Refused`` for an unknown course."""
    view = read_course(ws, code)
    course = view.course
    head = paper_head(ws)
    certificate = _certificate(ws, view)
    return ConditionsSheet(
        printed_at=printing_moment(ws),
        course_code=course.code,
        course_name=f"{course.speciality} {course.title}",
        action_minutes=view.official_minutes,
        modules=tuple(_module(view, module) for module in view.modules),
        class_days=_class_days(view),
        free_days=_free_days(ws, view),
        timetable=course.timetable,
        modes=frozenset(session.mode for session in view.sessions if session.counts),
        trainers=_trainers(ws, view),
        texts=CentreTexts(**texts_of(ws, course.speciality)),
        rights=_rights(call_of(ws, course), course.start_on),
        speciality=course.speciality,
        level=course.level,
        family=certificate.family,
        file_number=course.file_number,
        action_number=f"{course.speciality} {course.part}".strip(),
        payer=_PAYERS[course.route],
        entity=head.entity.name,
        entity_cif=head.entity.cif,
        centre=head.centre.name,
        centre_code=head.centre.code,
        address=head.address,
        municipality=head.centre.municipality,
        centre_phone=head.centre.phone,
        centre_email=head.centre.email,
        technician=course.technician_name,
        technician_phone=course.technician_phone,
        technician_email=course.technician_email,
        responsible_name=head.centre.head_name,
        responsible_role=head.centre.head_role or "Responsable del centro",
        logos=head.logos,
        action_virtual_minutes=sum(
            session.minutes
            for session in view.sessions
            if session.counts and session.mode is not SessionMode.IN_PERSON
        ),
    )


def _rights(call: Call, day: date) -> tuple[RightsPart, ...]:
    """Return rights and obligations with the figures of the course's call."""
    figures = {
        "attendance_percent": _percent(call, "module_test_share", day),
        "leaver_percent": _percent(call, "job_share", day),
        "unjustified_a_month": call.count("unjustified_per_month", day).value,
    }
    return rights_and_obligations(**{name: figure for name, figure in figures.items() if figure is not None})


def _percent(call: Call, name: str, day: date) -> int | None:
    return int(call.share(name, day).value * 100) if call.gives(name, day) else None


def _certificate(ws: Workspace, view: CourseView) -> Certificate:
    version = versions.certificate_version(ws.db, view.course.certificate_version_id)
    return certificate_from_json(version.content)


def _module(view: CourseView, module: CourseModule) -> ModuleLine:
    blocks = [block for block in view.blocks if block.id in module.block_ids]
    is_divided = [block.code for block in blocks] != [module.code]
    sessions = _sessions(view, module.block_ids)
    first, last = _span(view, sessions)
    return ModuleLine(
        code=module.code,
        title=module.title,
        minutes=module.official_minutes,
        kind=module.kind,
        units=tuple(
            UnitLine(
                block.code, block.title, block.official_minutes, *_span(view, _sessions(view, (block.id,)))
            )
            for block in blocks
            if is_divided
        ),
        from_day=module.from_day if module.kind is ModuleKind.WORKPLACE else first,
        to_day=module.to_day if module.kind is ModuleKind.WORKPLACE else last,
        virtual_minutes=sum(s.minutes for s in sessions if s.mode is not SessionMode.IN_PERSON),
    )


def _sessions(view: CourseView, block_ids: Iterable[int]) -> list[Session]:
    wanted = set(block_ids)
    return [session for session in view.sessions if session.counts and session.block_id in wanted]


def _span(view: CourseView, sessions: list[Session]) -> tuple[date | None, date | None]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    found = [days[session.stretch_id] for session in sessions]
    return min(found, default=None), max(found, default=None)


def _class_days(view: CourseView) -> tuple[ClassDay, ...]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    lengths = sorted(
        (days[session.stretch_id], session.minutes) for session in view.sessions if session.counts
    )
    return tuple(
        ClassDay(day, sum(minutes for _day, minutes in group))
        for day, group in groupby(lengths, key=lambda length: length[0])
    )


def _free_days(ws: Workspace, view: CourseView) -> tuple[FreeDay, ...]:
    """Return the holidays of the course's span that fall on a weekday of its timetable."""
    class_days = {class_day.day for class_day in _class_days(view)}
    weekdays = {day.weekday() for day in class_days}
    calendar = ClassCalendar(ws)
    found = []
    day, last = view.course.start_on, view.last_day
    while last and day <= last:
        holiday = calendar.holiday(day)
        if holiday and day.weekday() in weekdays and day not in class_days:
            found.append(FreeDay(day, holiday.name))
        day += timedelta(days=1)
    return tuple(found)


def _trainers(ws: Workspace, view: CourseView) -> tuple[TrainerLine, ...]:
    taught: dict[int, dict[str, None]] = {}
    blocks = {block.id: block.code for block in view.blocks}
    for session in view.sessions:
        for trainer_id in session.trainer_ids if session.counts else ():
            taught.setdefault(trainer_id, {})[blocks[session.block_id]] = None
    tutoring = {
        role.trainer_id: role.tutoring for role in staff.roles(ws.db, view.course.id) if role.tutoring
    }
    names = {trainer.id: trainer.full_name for trainer in read_centre(ws).trainers}
    return tuple(
        TrainerLine(names[trainer_id], tuple(codes), tutoring.get(trainer_id, ""))
        for trainer_id, codes in taught.items()
    )
