"""People: one record each, however many courses and documents they have had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cpepa_desktop.db import people as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.identity import IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.domain.intake import PersonRow
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.domain.progress import Told, counted, untold
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.exchange.people_file import read_people
from cpepa_desktop.operations.class_roll import ClassRoll
from cpepa_desktop.operations.course_days import long_days
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import (
    EnrolmentForm,
    check_joining,
    enrol_within,
    list_enrolments,
    notices_of,
)
from cpepa_desktop.operations.person_checks import check_person
from cpepa_desktop.operations.persons_days import OtherDays
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person with the courses they have been in."""

    person: Person
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeoplePreview:
    """What a file would bring: who would come in, what is wrong row by row, and what is worth knowing.

    ``course`` is ``""`` where people come in without being enrolled.
    """

    path: Path
    course: str
    accepted: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def list_people(ws: Workspace, text: str = "") -> tuple[PersonSummary, ...]:
    """Return the people whose name or any document has every word of ``text``, accents forgiven."""
    courses = table.courses_by_person(ws.db)
    words = folded(text).split()
    return tuple(
        PersonSummary(person, courses.get(person.id, ()))
        for person in table.people(ws.db)
        if all(word in _searchable(person) for word in words)
    )


def save_person(ws: Workspace, person: Person) -> Changes:
    """Write a person, a new one where the id is 0. Raises ``Refused`` where the document is another's."""
    check_person(ws, person)
    name = _("Guardar a {name}").format(name=person.listed_name)
    with ws.operation(name):
        if person.id:
            table.change(ws.db, person)
            if table.person(ws.db, person.id).document != person.document:
                table.set_document(ws.db, person.id, person.document)
        else:
            table.add(ws.db, person)
    return Changes(name, frozenset({Kind.PEOPLE, Kind.ENROLMENTS}))


def add_document(ws: Workspace, person_id: int, id_number: str) -> Changes:
    """Give a person a new document and keep the earlier one, as when a NIE becomes a DNI."""
    try:
        document = parse_identity(id_number)
    except InvalidIdentity as error:
        raise Refused(str(error)) from None
    return save_person(ws, replace(table.person(ws.db, person_id), document=document))


def correct_document(ws: Workspace, person_id: int, document: IdentityDocument) -> Changes:
    """Write a document in the place of one that was mistyped, which is not kept as an earlier one.

    Papers already issued keep what they say. Raises ``Refused`` where the document is another's.
    """
    person = table.person(ws.db, person_id)
    check_person(ws, replace(person, document=document))
    name = _("Corregir el documento de {name}").format(name=person.listed_name)
    with ws.operation(name):
        if document != person.document:
            table.correct_document(ws.db, person_id, document)
    return Changes(name, frozenset({Kind.PEOPLE, Kind.ENROLMENTS}))


def preview_people(ws: Workspace, path: Path, course: str = "") -> PeoplePreview:
    """Return what a file of people would bring to a course, or to the file alone; nothing is written.

    Somebody already in the file under that document must agree in name and birth day, and a day to join on
    must be one of the course; who is already in the course is told and left alone. Raises ``Refused`` for a
    file that cannot be read at all.
    """
    reading = read_people(path, ws.clock.today())
    view = read_course(ws, course) if course else None
    enrolled = {e.person.id for e in list_enrolments(ws, course)} if course else set()
    others = OtherDays.of(ws, view) if view else None
    accepted: list[PersonRow] = []
    problems, notices = list(reading.problems), list(reading.notices)
    for row in reading.accepted:
        known_id = table.holder(ws.db, row.identity)
        known = table.person(ws.db, known_id) if known_id else None
        problem = (known and _difference(known, row)) or (view and _outside(view, row))
        if not problem and view and others and known and known.id not in enrolled:
            problem = _too_long(others, view, known, row)
        if problem:
            problems.append(Problem(problem, row.row, where=row.sheet))
        elif known and known.id in enrolled:
            notice = _("{name} ya está en el curso: no se toca.").format(name=known.listed_name)
            notices.append(Problem(notice, row.row, where=row.sheet))
        else:
            accepted.append(row)
    problems.sort(key=lambda problem: (problem.where, problem.row or 0))
    return PeoplePreview(path, course, tuple(accepted), tuple(problems), tuple(notices))


def _too_long(others: OtherDays, view: CourseView, known: Person, row: PersonRow) -> str:
    """Return that some day of a person would be too long with the course, ``""`` where none would."""
    joined = row.joined_on or view.course.start_on
    problems = long_days(others, view, Enrolment(0, known, joined, None, None))
    return problems[0].message if problems else ""


def import_people(
    ws: Workspace, preview: PeoplePreview, *, only_valid: bool = False, told: Told = untold
) -> Changes:
    """Write the people of a preview, and enrol them where it names a course, all in one operation.

    ``told`` hears of each person, and stops it with nothing written. Raises ``Refused`` while there are
    problems, unless ``only_valid`` leaves those rows out.
    """
    if preview.problems and not only_valid:
        message = _("El fichero tiene filas con problemas. No se ha importado a nadie.")
        raise Refused(message, preview.problems)
    count = len(preview.accepted)
    name = ngettext("Importar {count} persona", "Importar {count} personas", count).format(count=count)
    with ws.operation(name):
        people = [(row, _person_of(ws, row)) for row in counted(preview.accepted, told)]
        notices = _enrol_all(ws, preview.course, people) if preview.course else ()
    kinds = {Kind.PEOPLE, Kind.ENROLMENTS} if preview.course else {Kind.PEOPLE}
    return Changes(name, frozenset(kinds), preview.course, notices)


def _enrol_all(ws: Workspace, course: str, people: Iterable[tuple[PersonRow, Person]]) -> tuple[str, ...]:
    view = read_course(ws, course)
    roll = ClassRoll(ws, view)
    for row, person in people:
        form = EnrolmentForm(row.joined_on, seat_kind=row.seat, status=row.employment_status)
        enrol_within(ws, view, roll, person, form)
    # The class only grows: what there is to say of it at the end says it all.
    return notices_of(roll)


def _person_of(ws: Workspace, row: PersonRow) -> Person:
    known_id = table.holder(ws.db, row.identity)
    if known_id:
        known = table.person(ws.db, known_id)
        completed = _completed(known, row)
        if completed != known:
            table.change(ws.db, completed)
        return completed
    person = Person(
        id=0,
        name=row.name,
        surnames=row.surnames,
        document=row.identity,
        birth_date=row.birth_date,
        sex=row.sex,
        email=row.email,
        phone=row.phone,
        address=row.address,
        postal_code=row.postal_code,
        municipality=row.municipality,
        province=row.province,
    )
    return replace(person, id=table.add(ws.db, person))


def _completed(known: Person, row: PersonRow) -> Person:
    """Return a person with what the row knows and the file did not; nothing known is overwritten."""
    return replace(
        known,
        birth_date=known.birth_date or row.birth_date,
        sex=known.sex or row.sex,
        email=known.email or row.email,
        phone=known.phone or row.phone,
        address=known.address or row.address,
        postal_code=known.postal_code or row.postal_code,
        municipality=known.municipality or row.municipality,
        province=known.province or row.province,
    )


def _difference(known: Person, row: PersonRow) -> str:
    """Return in words how a row contradicts the person in the file, ``""`` where it does not."""
    theirs, ours = replace(known, name=row.name, surnames=row.surnames).listed_name, known.listed_name
    if folded(theirs) != folded(ours):
        message = _("El documento {number} está en el archivo a nombre de «{ours}» y aquí dice «{theirs}».")
        return message.format(number=row.identity, ours=ours, theirs=theirs)
    if known.birth_date and row.birth_date and known.birth_date != row.birth_date:
        message = _("{name} nació el {ours} según el archivo y el {theirs} según esta fila.")
        return message.format(
            name=ours, ours=f"{known.birth_date:%d/%m/%Y}", theirs=f"{row.birth_date:%d/%m/%Y}"
        )
    return ""


def _outside(view: CourseView, row: PersonRow) -> str:
    """Return in words why nobody can join the course on the day of a row, ``""`` where they can."""
    try:
        check_joining(view, row.joined_on or view.course.start_on)
    except Refused as refusal:
        return refusal.message
    return ""


def _searchable(person: Person) -> str:
    numbers = [str(document) for document in (person.document, *person.earlier_documents)]
    return folded(" ".join([person.name, person.surnames, *numbers]))
