"""Enrolments: who is in a course, in which seat, from when to when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cpepa_desktop.db import attendance, people
from cpepa_desktop.db import enrolments as table
from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import InvalidIdentity, parse_identity
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import Enrolment, ModuleStanding, Person, SeatKind, Standing
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.class_roll import ClassRoll
from cpepa_desktop.operations.course_days import refuse_if_day_too_long
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.owed import refuse_if_sheet_changes
from cpepa_desktop.operations.person_checks import check_person
from cpepa_desktop.operations.persons_days import OtherDays
from cpepa_desktop.operations.redating import redates
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EnrolmentForm:
    """What is said of a person when they join; ``None`` is not said.

    The day is then the course's first, the seat the first free one of ``seat_kind`` or of any, and the status
    stays unknown. ``accredited`` are codes of modules they already have.
    """

    joined_on: date | None = None
    seat: int | None = None
    seat_kind: SeatKind | None = None
    status: EmploymentStatus | None = None
    accredited: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """How a person leaves. ``on`` is the last day of class; ``proof`` a file to keep with it."""

    on: date
    cause: LeaveCause
    contract_start: date | None = None
    communicated_on: date | None = None
    proof: Path | None = None


def list_enrolments(ws: Workspace, course: str) -> tuple[Enrolment, ...]:
    """Return the enrolments of a course by seat. Raises ``Refused`` for an unknown course."""
    return table.enrolments(ws.db, find_course(ws, course).id)


def find_enrolment(ws: Workspace, course: str, id_number: str) -> Enrolment:
    """Return the enrolment of who has or had the document. Raises ``Refused`` where nobody there did."""
    number = _normal_number(id_number)
    for enrolment in list_enrolments(ws, course):
        person = enrolment.person
        if number in {document.number for document in (person.document, *person.earlier_documents)}:
            return enrolment
    message = _("Nadie con el documento {number} está en el curso {course}.")
    raise Refused(message.format(number=id_number, course=course))


def enrol(ws: Workspace, course: str, person_id: int, form: EnrolmentForm) -> Changes:
    """Enrol a person.

    Raises ``Refused`` if already enrolled, on an impossible day, in a taken seat, in a week already sent,
    when it is too late to join (see `operations.joining`), or where some day would be too long with the
    person's other courses.
    """
    view = read_course(ws, course)
    person = people.person(ws.db, person_id)
    name = _("Matricular a {name} en {course}").format(name=person.listed_name, course=course)
    roll = ClassRoll(ws, view)
    _check_by_the_book(view, roll, form)
    with ws.operation(name):
        enrol_within(ws, view, roll, person, form)
    return Changes(name, frozenset({Kind.ENROLMENTS}), course, notices_of(roll))


def join(ws: Workspace, course: str, id_number: str, form: EnrolmentForm) -> Changes:
    """Enrol who has or had a document, as `enrol` does.

    Raises ``Refused`` also where nobody in the file has it, or more than one person does.
    """
    holders = people.holders_of_number(ws.db, _normal_number(id_number))
    if not holders:
        message = _(
            "Nadie tiene el documento {number} en este archivo: escriba antes sus datos en «Personas»."
        )
        raise Refused(message.format(number=id_number))
    if len(holders) > 1:
        message = _("Varias personas tienen el documento {number}: matricúlela desde la ventana.")
        raise Refused(message.format(number=id_number))
    return enrol(ws, course, holders[0], form)


def enrol_new(ws: Workspace, course: str, person: Person, form: EnrolmentForm) -> Changes:
    """Write a new person and enrol them, as one operation. Raises ``Refused`` as either would; nothing stays.

    Somebody the file knows under that document is refused by name: they are to be chosen, not written twice.
    """
    view = read_course(ws, course)
    check_person(ws, person)
    name = _("Matricular a {name} en {course}").format(name=person.listed_name, course=course)
    roll = ClassRoll(ws, view)
    _check_by_the_book(view, roll, form)
    with ws.operation(name):
        enrol_within(ws, view, roll, replace(person, id=people.add(ws.db, person)), form)
    return Changes(name, frozenset({Kind.PEOPLE, Kind.ENROLMENTS}), course, notices_of(roll))


def _check_by_the_book(view: CourseView, roll: ClassRoll, form: EnrolmentForm) -> None:
    joined = form.joined_on or view.course.start_on
    check_joining(view, joined)
    roll.gate.check(joined, standings_of(view, form))
    roll.refuse_if_full()


def enrol_within(
    ws: Workspace, view: CourseView, roll: ClassRoll, person: Person, form: EnrolmentForm
) -> Enrolment:
    """Write one enrolment inside an operation and return it; ``roll`` knows of it from then on.

    The day is taken as it is said: a list of a course that is over may bring any.
    """
    if roll.has(person.id):
        message = _("{name} ya está en el curso {course}. No se ha cambiado nada.")
        raise Refused(message.format(name=person.listed_name, course=view.course.code))
    joined = form.joined_on or view.course.start_on
    standings = standings_of(view, form)
    check_joining(view, joined)
    seat = form.seat or roll.free_seat(joined, form.seat_kind)
    if seat is None:
        raise Refused(_no_seat(person, form.seat_kind))
    enrolment = Enrolment(
        id=0,
        person=person,
        joined_on=joined,
        seat=seat,
        seat_kind=None,
        status_at_start=form.status,
        standings=standings,
    )
    refuse_if_sheet_changes(ws, view, (), (enrolment,))
    roll.tell(refuse_if_day_too_long(roll.others, view, enrolment))
    return roll.admit(replace(enrolment, id=table.add(ws.db, view.course.id, enrolment)))


def notices_of(roll: ClassRoll) -> tuple[str, ...]:
    """Return what is worth knowing of a class that has grown."""
    return roll.notices()


@redates
def change_enrolment(ws: Workspace, course: str, enrolment_id: int, form: EnrolmentForm) -> Changes:
    """Change what was said of a person when they joined. Raises ``Refused`` as `enrol` does."""
    view = read_course(ws, course)
    enrolment = next((e for e in list_enrolments(ws, course) if e.id == enrolment_id), None)
    if enrolment is None:
        raise Refused(_("Esa matrícula ya no está en el curso. Actualice la lista."))
    joined = form.joined_on or enrolment.joined_on
    standings = standings_of(view, form)
    check_joining(view, joined)
    if enrolment.left_on and joined > enrolment.left_on:
        message = _("{name} está de baja desde el {day}: no puede incorporarse después.")
        name = enrolment.person.listed_name
        raise Refused(message.format(name=name, day=day_words(enrolment.left_on)))
    changed = replace(
        enrolment,
        joined_on=joined,
        seat=form.seat or enrolment.seat,
        status_at_start=form.status,
        standings=standings,
    )
    refuse_if_sheet_changes(ws, view, (enrolment,), (changed,))
    if attendance.entries_outside(ws.db, enrolment.id, joined, enrolment.left_on):
        message = _("Hay asistencia introducida antes del {day}: bórrela antes de cambiar la incorporación.")
        raise Refused(message.format(day=day_words(joined)))
    roll = ClassRoll(ws, view)
    pending = refuse_if_day_too_long(roll.others, view, changed)
    if joined > enrolment.joined_on:
        roll.gate.check(joined, standings)
    name = _("Cambiar la matrícula de {name}").format(name=enrolment.person.listed_name)
    with ws.operation(name):
        table.change(ws.db, changed)
        if (changed.seat, changed.joined_on) != (enrolment.seat, enrolment.joined_on):
            table.vacate(ws.db, enrolment.id)
            roll.take_seat(changed)
    return Changes(name, frozenset({Kind.ENROLMENTS}), course, pending)


@redates
def withdraw(ws: Workspace, course: str, id_number: str, withdrawal: Withdrawal) -> Changes:
    """Write how a person left. The seat is free from the next day on.

    Raises ``Refused``: nobody of that document, a day before joining or after the course, attendance entered
    after it, a week already sent after it, or a contract with a cause that is not work.
    """
    enrolment = find_enrolment(ws, course, id_number)
    view = read_course(ws, course)
    _check_withdrawal(ws, view, enrolment, withdrawal)
    name = _("Baja de {name}").format(name=enrolment.person.listed_name)
    with ws.operation(name):
        refusal = _("No se puede leer el justificante «{path}».")
        proof = keep_file(ws, withdrawal.proof, refusal) if withdrawal.proof else None
        left = replace(
            enrolment,
            left_on=withdrawal.on,
            leave_cause=withdrawal.cause,
            contract_start=withdrawal.contract_start,
            leaving_communicated_on=withdrawal.communicated_on,
        )
        table.set_leaving(ws.db, left, proof)
    return Changes(name, frozenset({Kind.ENROLMENTS, Kind.ATTENDANCE}), course)


@redates
def cancel_withdrawal(ws: Workspace, course: str, id_number: str) -> Changes:
    """Take back that a person left.

    Raises ``Refused`` where somebody else has had the seat since, or a week that was sent would have to say
    something of the person.
    """
    enrolment = find_enrolment(ws, course, id_number)
    if enrolment.left_on is None:
        raise Refused(_("{name} no está de baja.").format(name=enrolment.person.listed_name))
    later = [
        use
        for use in table.seats(ws.db, find_course(ws, course).id)
        if use.n == enrolment.seat and use.from_day and use.from_day > enrolment.left_on
    ]
    if later:
        raise Refused(_("Otra persona ocupa ya la plaza {seat}.").format(seat=enrolment.seat))
    stays = replace(
        enrolment, left_on=None, leave_cause=None, contract_start=None, leaving_communicated_on=None
    )
    view = read_course(ws, course)
    refuse_if_sheet_changes(ws, view, (enrolment,), (stays,))
    pending = refuse_if_day_too_long(OtherDays.of(ws, view, {stays.person.id}), view, stays)
    name = _("Anular la baja de {name}").format(name=enrolment.person.listed_name)
    with ws.operation(name):
        table.set_leaving(ws.db, stays, None)
    return Changes(name, frozenset({Kind.ENROLMENTS, Kind.ATTENDANCE}), course, pending)


def check_joining(view: CourseView, joined: date) -> None:
    """Refuse a day to join on that is not between the first and the last one of the course."""
    last = view.last_day
    if joined < view.course.start_on or (last and joined > last):
        message = _("El {day} queda fuera del curso {course}, del {first} al {last}. No se ha cambiado nada.")
        raise Refused(
            message.format(
                day=day_words(joined),
                course=view.course.code,
                first=day_words(view.course.start_on),
                last=day_words(last) if last else "",
            )
        )


def _check_withdrawal(ws: Workspace, view: CourseView, enrolment: Enrolment, withdrawal: Withdrawal) -> None:
    name = enrolment.person.listed_name
    if enrolment.left_on:
        message = _("{name} ya está de baja desde el {day}. Anúlela antes de cambiarla.")
        raise Refused(message.format(name=name, day=day_words(enrolment.left_on)))
    if withdrawal.on < enrolment.joined_on or (view.last_day and withdrawal.on > view.last_day):
        message = _("El último día de clase de {name} no puede ser el {day}: se incorporó el {joined}.")
        raise Refused(
            message.format(name=name, day=day_words(withdrawal.on), joined=day_words(enrolment.joined_on))
        )
    refuse_if_sheet_changes(ws, view, (enrolment,), (replace(enrolment, left_on=withdrawal.on),))
    count = attendance.entries_outside(ws.db, enrolment.id, enrolment.joined_on, withdrawal.on)
    if count:
        message = _("{name} tiene {count} asistencias después del {day}: bórrelas o cambie el último día.")
        raise Refused(message.format(name=name, count=count, day=day_words(withdrawal.on)))
    if withdrawal.contract_start and withdrawal.cause not in {LeaveCause.JOB, LeaveCause.RECALL}:
        raise Refused(_("Sólo la baja por empleo o por llamamiento lleva fecha de contrato."))


def _no_seat(person: Person, wanted: SeatKind | None) -> str:
    message = (
        _("No hay plazas adicionales para {name}. No se ha cambiado nada.")
        if wanted is SeatKind.ADDITIONAL
        else _("No queda ninguna plaza financiada para {name}. No se ha cambiado nada.")
    )
    return message.format(name=person.listed_name)


def standings_of(view: CourseView, form: EnrolmentForm) -> tuple[ModuleStanding, ...]:
    """Return the modules a form says are had already. Raises ``Refused`` for unknown ones, or for all."""
    modules = {module.code: module for module in view.modules if module.kind is ModuleKind.FORMATIVE}
    unknown = [code for code in form.accredited if code not in modules]
    if unknown:
        message = _("El curso no tiene los módulos {codes}: sólo {known}.")
        raise Refused(message.format(codes=", ".join(unknown), known=", ".join(modules)))
    if form.accredited and len(set(form.accredited)) == len(modules):
        raise Refused(_("Quien tiene acreditados todos los módulos no tiene qué cursar."))
    return tuple(
        ModuleStanding(modules[code].id, Standing.ACCREDITED, form.source) for code in form.accredited
    )


def _normal_number(id_number: str) -> str:
    try:
        return parse_identity(id_number).number
    except InvalidIdentity:
        return "".join(sign for sign in id_number.upper() if sign.isalnum())
