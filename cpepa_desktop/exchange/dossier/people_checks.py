"""What must hold of the people of a dossier: right letters, one document in force, nobody twice."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.identity import InvalidIdentity, parse_identity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier.findings import repeated, unknown, unused
from cpepa_desktop.exchange.dossier.model import Dossier, IdentityRecord, PersonRecord, person_key


def people_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the people and of the trainers among them."""
    for index, person in enumerate(dossier.people):
        yield from _person_problems(person, f"$.people[{index}]", dossier)
    yield from repeated(
        (f"$.people[{index}].documents[{n}]", identity.document)
        for index, person in enumerate(dossier.people)
        for n, identity in enumerate(person.documents)
    )
    trainers = [
        (f"$.trainers[{index}].person", trainer.person) for index, trainer in enumerate(dossier.trainers)
    ]
    yield from repeated(trainers)
    yield from unknown(trainers, keys_of_people(dossier), "people")
    yield from _idle_problems(dossier)


def keys_of_people(dossier: Dossier) -> dict[str, str]:
    """Return the path of each person by the name the dossier gives them."""
    return {
        person_key(identity.document): f"$.people[{index}]"
        for index, person in enumerate(dossier.people)
        for identity in person.documents
        if identity.is_current
    }


def _person_problems(person: PersonRecord, where: str, dossier: Dossier) -> Iterator[Problem]:
    if not person.name.strip():
        yield Problem(_("Falta el nombre."), where=f"{where}.name")
    if person.birth_date and person.birth_date >= dossier.course.start_on:
        message = _("Nació el {birth}, después de empezar el curso ({start}).")
        yield Problem(
            message.format(
                birth=f"{person.birth_date:%d/%m/%Y}", start=f"{dossier.course.start_on:%d/%m/%Y}"
            ),
            where=f"{where}.birth_date",
        )
    if sum(identity.is_current for identity in person.documents) != 1:
        message = _("Exactamente un documento debe estar en vigor.")
        yield Problem(message, where=f"{where}.documents")
    for index, identity in enumerate(person.documents):
        wrong = _wrong_number(identity)
        if wrong:
            yield Problem(wrong, where=f"{where}.documents[{index}].number")


def _wrong_number(identity: IdentityRecord) -> str:
    """Return why a document cannot be one, ``""`` where it can."""
    try:
        read = parse_identity(identity.number, identity.kind, identity.country)
    except InvalidIdentity as error:
        return str(error)
    if read == identity.document:
        return ""
    message = _("Debe escribirse así: {kind}, país «{country}», número «{number}».")
    return message.format(kind=read.kind, country=read.country, number=read.number)


def _idle_problems(dossier: Dossier) -> Iterator[Problem]:
    teaching = {
        *(trainer for block in dossier.blocks for trainer in block.trainers),
        *(role.trainer for role in dossier.roles),
        *(t for stretch in dossier.stretches for session in stretch.sessions for t in session.trainers),
    }
    yield from unused(
        ((f"$.trainers[{index}]", trainer.person) for index, trainer in enumerate(dossier.trainers)),
        teaching,
        _("No da clase en este curso ni tiene otra función en él: quítelo."),
    )
    present = {
        *(trainer.person for trainer in dossier.trainers),
        *(enrolment.person for enrolment in dossier.enrolments),
        *(paper.person for paper in dossier.papers),
    }
    yield from unused(
        ((where, key) for key, where in keys_of_people(dossier).items()),
        present,
        _("No aparece en el curso: ni matrícula, ni formación, ni documento a su nombre. Quítela."),
    )
