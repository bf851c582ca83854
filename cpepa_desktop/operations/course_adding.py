"""Writing a course as it was planned: its facts, modules and blocks, and every session of its calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from cpepa_desktop.db import calls as versions
from cpepa_desktop.db import centres, courses, sessions
from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import (
    Block,
    Course,
    CourseModule,
    ModuleKind,
    Session,
    SessionMode,
    SessionState,
    Stretch,
)
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import parse_timetable
from cpepa_desktop.exchange.certificate_json import certificate_to_json
from cpepa_desktop.operations.calendars import freeze_years
from cpepa_desktop.operations.calls import ChosenCall, choose_call
from cpepa_desktop.operations.course_planning import CoursePlan, CourseRequest, preview_course
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.laying_limits import LastDay, check_last_day
from cpepa_desktop.operations.offers import Teachable, teachable
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.workplace import owes_workplace_module

_TERMS_BEFORE: Final = timedelta(days=92)
_TERMS_AFTER: Final = timedelta(days=62)
"""How far from its classes most terms of a course fall: its years are frozen with that much around them."""


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
