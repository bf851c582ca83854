"""Domain data as JSON shows it, under keys that stay the same."""

from __future__ import annotations

from collections.abc import Mapping

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.catalogue import Certificate, Missing, Module, Offer, Structure
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.intake import PersonRow
from cpepa_desktop.domain.justification import ShareException
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.status import CourseStatus, ModuleStatus, PersonStatus
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.operations.catalogue import OfferRow, SpecialityView
from cpepa_desktop.operations.courses import CourseRow

Form = dict[str, object]


def status_form(status: CourseStatus) -> Form:
    """Return how a course stands, person by person."""
    return {
        "course": status.course,
        "title": status.title,
        "official_minutes": status.official_minutes,
        "scheduled_minutes": status.scheduled_minutes,
        "participants": [_participant(person) for person in status.people],
        "leavers": verdict_form(status.leavers) if status.leavers else None,
    }


def course_row_form(row: CourseRow) -> Form:
    """Return a course as a list shows it."""
    return {
        "code": row.code,
        "speciality": row.speciality,
        "part": row.part,
        "title": row.title,
        "call": row.call,
        "route": row.route,
        "start": row.start_on,
        "end": row.last_day,
        "official_minutes": row.official_minutes,
        "people": row.people,
        "stage": row.stage,
    }


def course_form(view: CourseView) -> Form:
    """Return a course with its modules, blocks and sessions."""
    course = view.course
    blocks = {block.id: block for block in view.blocks}
    stretches = {stretch.id: stretch for stretch in view.stretches}
    return {
        "code": course.code,
        "call": course.call,
        "route": course.route,
        "speciality": course.speciality,
        "part": course.part,
        "title": course.title,
        "level": course.level,
        "province": course.province,
        "regime": course.regime,
        "timetable": course.timetable,
        "start": course.start_on,
        "end": view.last_day,
        "official_minutes": view.official_minutes,
        "scheduled_minutes": sum(session.minutes for session in view.sessions if session.counts),
        "modules": [
            {
                "code": module.code,
                "title": module.title,
                "kind": module.kind,
                "official_minutes": module.official_minutes,
                "blocks": [blocks[block_id].code for block_id in module.block_ids],
                "start": module.from_day,
                "end": module.to_day,
            }
            for module in view.modules
        ],
        "blocks": [
            {"code": block.code, "title": block.title, "official_minutes": block.official_minutes}
            for block in view.blocks
        ],
        "sessions": [
            {
                "id": session.id,
                "day": stretches[session.stretch_id].day,
                "stretch": stretches[session.stretch_id].n,
                "from": clock_text(stretches[session.stretch_id].start),
                "to": clock_text(stretches[session.stretch_id].end),
                "block": blocks[session.block_id].code,
                "minutes": session.minutes,
                "mode": session.mode,
                "state": session.state,
            }
            for session in view.sessions
        ],
    }


def offer_row_form(row: OfferRow) -> Form:
    """Return an offer as a list shows it."""
    return {
        "code": row.code,
        "part": row.part,
        "title": row.title,
        "family": row.family,
        "hours": row.hours,
        "level": row.level,
        "priority": row.priority,
        "structure": row.structure,
        "note": row.note,
    }


def speciality_form(view: SpecialityView) -> Form:
    """Return a speciality with its offers; what is not established is null."""
    return {
        "code": view.code,
        "title": view.title,
        "offers": [_offer(offer, view.structures[offer.part]) for offer in view.offers],
        "certificate": _certificate(view.certificate) if view.certificate else None,
    }


def person_row_form(row: PersonRow) -> Form:
    """Return a person that a file brings."""
    return {
        "row": row.row,
        "id_number": row.identity.number,
        "name": row.name,
        "surnames": row.surnames,
        "birth_date": row.birth_date,
        "employment_status": row.employment_status,
    }


def verdict_form(verdict: Verdict) -> Form:
    """Return a verdict with the numbers it compared and the other readings that would change it."""
    return {
        "answer": verdict.answer,
        "reason": verdict.reason,
        "citation": str(verdict.citation),
        **verdict.numbers,
        "alternatives": {question: verdict_form(other) for question, other in verdict.alternatives.items()},
    }


def _participant(person: PersonStatus) -> Form:
    enrolment = person.enrolment
    return {
        "id_number": enrolment.person.document.number,
        "name": enrolment.person.name,
        "surnames": enrolment.person.surnames,
        "seat": enrolment.seat,
        "seat_kind": enrolment.seat_kind,
        "joined_on": enrolment.joined_on,
        "left_on": enrolment.left_on,
        "leave_cause": enrolment.leave_cause,
        **_tally(person.tally),
        "computable_minutes": person.computable_minutes,
        "verdicts": _verdicts(person.verdicts, person.forecasts),
        "notice": verdict_form(person.notice) if person.notice else None,
        "exclusions": [
            {"days": list(each.days), "proposed_on": each.proposed_on} for each in person.exclusions
        ],
        "exception": _exception(person.exception) if person.exception else None,
        "modules": [_module(module) for module in person.modules],
        "complementary": [_module(module) for module in person.complementary],
    }


def _exception(exception: ShareException) -> Form:
    """Return a decision to hold that somebody has finished; it waits for every module to be passed."""
    return {
        "reason": exception.reason,
        "actor": exception.actor,
        "at": exception.at,
        "pending": ["modules_passed"],
    }


def _module(module: ModuleStatus) -> Form:
    return {
        "code": module.code,
        "title": module.title,
        "standing": module.standing,
        **_tally(module.tally),
        "verdicts": _verdicts(module.verdicts, module.forecasts),
    }


def _verdicts(verdicts: Mapping[str, Verdict], forecasts: Mapping[str, Forecast]) -> Form:
    return {
        name: {**verdict_form(verdict), **_ahead(verdict, forecasts.get(name))}
        for name, verdict in verdicts.items()
    }


def _ahead(verdict: Verdict, forecast: Forecast | None) -> Form:
    """Return how far a verdict is from being decided; null where nothing is measured, as in a seat unpaid."""
    if forecast is None:
        return {
            "case": None,
            "minutes_left_to_lose": None,
            "minutes_left_if_pending_lost": None,
            "impossible_from": None,
        }
    return {
        "case": verdict.numbers.get("case", "75"),
        "minutes_left_to_lose": forecast.minutes_left_to_lose,
        "minutes_left_if_pending_lost": forecast.minutes_left_if_pending_lost,
        "impossible_from": forecast.impossible_from,
    }


def _tally(tally: Tally) -> Form:
    return {
        "base_minutes": tally.base,
        "attended_minutes": tally.attended,
        "absent_minutes": tally.absent,
        "justified_minutes": tally.justified,
        "awaiting_minutes": tally.awaiting,
        "unjustified_minutes": tally.unjustified,
        "pending_minutes": tally.pending,
        "to_come_minutes": tally.to_come,
        "outside_minutes": tally.outside,
        "gap_minutes": tally.gap,
    }


def _offer(offer: Offer, structure: Structure | Missing) -> Form:
    return {
        "part": offer.part,
        "title": offer.title,
        "hours": offer.hours,
        "minutes": offer.minutes,
        "level": offer.level,
        "priority": offer.priority,
        "rates": {province.value: rate for province, rate in offer.rates},
        "note": offer.note,
        **_structure(structure),
    }


def _structure(structure: Structure | Missing) -> Form:
    if isinstance(structure, Missing):
        return {"missing": structure.reason, "modules": None, "blocks": None}
    return {
        "missing": None,
        "modules": [module.code for module in structure.modules],
        "blocks": [
            {"code": block.code, "title": block.title, "minutes": block.minutes, "modules": block.modules}
            for block in structure.blocks
        ],
    }


def _certificate(certificate: Certificate) -> Form:
    return {
        "code": certificate.code,
        "title": certificate.title,
        "family": certificate.family,
        "area": certificate.area,
        "level": certificate.level,
        "qualification": certificate.qualification_code,
        "royal_decree": certificate.royal_decree,
        "total_hours": certificate.total_hours,
        "formative_hours": certificate.formative_hours,
        "workplace_module": {"code": certificate.workplace.code, "hours": certificate.workplace.hours},
        "modules": [_catalogue_module(module) for module in certificate.modules],
        "confidence": certificate.confidence,
        "origin": certificate.origin,
        "version": certificate.version,
        "source": certificate.source,
        "note": certificate.note,
    }


def _catalogue_module(module: Module) -> Form:
    units = module.units
    return {
        "code": module.code,
        "title": module.title,
        "hours": module.hours,
        "competence_unit": module.competence_unit,
        "units": None
        if units is None
        else [
            {"code": unit.code, "title": unit.title, "hours": unit.hours, "shared": unit.shared}
            for unit in units
        ],
    }
