"""The certificate of hours of a person, filled from the same status that judges them."""

from __future__ import annotations

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.people import Standing
from cpepa_desktop.domain.status import ModuleStatus
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.paper_subjects import enrolment_of
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.hours_certificate import HoursCertificate, ModuleHours


def certified_hours(ws: Workspace, code: str, enrolment_id: int) -> HoursCertificate:
    """Return the certificate of a person up to the working day. Raises ``Refused`` for who is not there."""
    enrolment = enrolment_of(ws, code, enrolment_id)
    view = read_course(ws, code)
    person = next(each for each in course_status(ws, code).people if each.enrolment.id == enrolment_id)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    taught = sorted(days[session.stretch_id] for session in view.sessions if session.counts)
    return HoursCertificate(
        head=course_head(ws, view.course, (session.mode for session in view.sessions if session.counts)),
        name=enrolment.person.listed_name,
        document=enrolment.person.document.number,
        first=taught[0] if taught else None,
        last=taught[-1] if taught else None,
        joined_on=enrolment.joined_on,
        left_on=enrolment.left_on,
        until=ws.clock.today(),
        modules=tuple(_module(module) for module in (*person.modules, *person.complementary)),
        action=_hours("", "Acción formativa", person.tally),
        pending=person.tally.pending,
    )


def _module(module: ModuleStatus) -> ModuleHours:
    if module.standing is Standing.ATTENDS:
        return _hours(module.code, module.title, module.tally)
    return ModuleHours(module.code, module.title, module.tally.base, 0, 0, is_accredited=True)


def _hours(code: str, title: str, tally: Tally) -> ModuleHours:
    return ModuleHours(code, title, tally.base, tally.attended, tally.justified)
