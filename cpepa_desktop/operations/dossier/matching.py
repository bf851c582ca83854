"""What keeps a dossier out of a file: its course or paper numbers are there, or the two differ on a person.

Who has any document of the dossier, in force or earlier, is the same person, and must agree in name and birth
day; so must the trainers, who are people too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cpepa_desktop.db import courses, documents, people
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import IdentityDocument
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import listed
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Match:
    """The people of a dossier who are already in the file, by the name the dossier gives them."""

    known: Mapping[str, Person]
    problems: tuple[Problem, ...]


def match(ws: Workspace, dossier: model.Dossier) -> Match:
    """Return whom of a dossier the file knows, and everything that keeps it from coming in."""
    known: dict[str, Person] = {}
    problems = [*_course_problems(ws, dossier)]
    for index, record in enumerate(dossier.people):
        holders = _holders(ws, record)
        problems += _person_problems(record, holders, f"$.people[{index}]")
        if len(holders) == 1:
            known[model.person_key(record.current)] = holders[0]
    problems += _shared_problems(dossier, known)
    problems += _paper_problems(ws, dossier)
    return Match(known, tuple(problems))


def _course_problems(ws: Workspace, dossier: model.Dossier) -> Iterator[Problem]:
    code = dossier.course.code
    if courses.course(ws.db, code) is not None:
        message = _("Ya hay un curso «{code}» en este archivo: no se sustituye ni se mezcla con él.")
        yield Problem(message.format(code=code), where="$.course.code")


def _holders(ws: Workspace, record: model.PersonRecord) -> tuple[Person, ...]:
    """Return who in the file has or had any document of a person: one, if the two files agree."""
    found = {people.holder(ws.db, identity.document) for identity in record.documents}
    return tuple(people.person(ws.db, key) for key in sorted(key for key in found if key is not None))


def _person_problems(
    record: model.PersonRecord, holders: tuple[Person, ...], where: str
) -> Iterator[Problem]:
    if len(holders) > 1:
        message = _("Sus documentos son en el archivo de personas distintas: {names}.")
        names = listed([f"«{holder.listed_name}» ({holder.document})" for holder in holders])
        yield Problem(message.format(names=names), where=f"{where}.documents")
        return
    for holder in holders:
        if folded(holder.listed_name) != folded(record.listed_name):
            message = _(
                "El documento {number} es de «{ours}» en el archivo y de «{theirs}» en el expediente."
            )
            sentence = message.format(
                number=_shared(record, holder), ours=holder.listed_name, theirs=record.listed_name
            )
            yield Problem(sentence, where=f"{where}.name")
        if holder.birth_date and record.birth_date and holder.birth_date != record.birth_date:
            message = _("{name} nació el {ours} según el archivo y el {theirs} según el expediente.")
            sentence = message.format(
                name=holder.listed_name,
                ours=f"{holder.birth_date:%d/%m/%Y}",
                theirs=f"{record.birth_date:%d/%m/%Y}",
            )
            yield Problem(sentence, where=f"{where}.birth_date")


def _shared(record: model.PersonRecord, holder: Person) -> IdentityDocument:
    """Return the document by which the file knows a person of the dossier."""
    theirs = {holder.document, *holder.earlier_documents}
    return next(identity.document for identity in record.documents if identity.document in theirs)


def _shared_problems(dossier: model.Dossier, known: Mapping[str, Person]) -> Iterator[Problem]:
    """Yield a problem for two people of the dossier who are one in the file."""
    first: dict[int, str] = {}
    for index, record in enumerate(dossier.people):
        person = known.get(model.person_key(record.current))
        where = f"$.people[{index}]"
        if person and first.setdefault(person.id, where) != where:
            message = _("En el archivo es la misma persona que {first}: «{name}» ({number}).")
            yield Problem(
                message.format(first=first[person.id], name=person.listed_name, number=person.document),
                where=where,
            )


def _paper_problems(ws: Workspace, dossier: model.Dossier) -> Iterator[Problem]:
    """Yield a problem for each number the file has used itself: it stands on a paper and cannot change."""
    for index, paper in enumerate(dossier.papers):
        if documents.is_taken(ws.db, paper.kind, paper.year, paper.number):
            message = _("El archivo ya tiene un documento «{kind}» con el número {number} de {year}.")
            yield Problem(
                message.format(kind=paper.kind, number=paper.number, year=paper.year),
                where=f"$.papers[{index}].number",
            )
