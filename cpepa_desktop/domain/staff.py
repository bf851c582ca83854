"""Who teaches, prepares, tutors and evaluates a course, what they prove, and whether they are validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.texts import _


class Role(StrEnum):
    """What somebody does in a course (EPE/873/2023, Guía 10.3)."""

    TEACHER = "teacher"
    PREPARER = "preparer"
    TUTOR = "tutor"
    EVALUATOR = "evaluator"

    @property
    def label(self) -> str:
        """Return the role in the user's language."""
        return {
            Role.TEACHER: _("Imparte"),
            Role.PREPARER: _("Prepara"),
            Role.TUTOR: _("Tutoriza"),
            Role.EVALUATOR: _("Evalúa"),
        }[self]


class Contract(StrEnum):
    """How somebody is engaged, as the responsible declaration lists it (EPE/873/2023, ap. 19.3)."""

    UNKNOWN = ""
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    RECURRING = "recurring"
    SELF_EMPLOYED = "self_employed"
    PUBLIC_SERVANT = "public_servant"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the kind of contract in the user's language, ``""`` while nobody has said it."""
        return {
            Contract.UNKNOWN: "",
            Contract.PERMANENT: _("Indefinido"),
            Contract.TEMPORARY: _("Temporal"),
            Contract.RECURRING: _("Fijo discontinuo"),
            Contract.SELF_EMPLOYED: _("Por cuenta propia"),
            Contract.PUBLIC_SERVANT: _("Personal funcionario"),
            Contract.OTHER: _("Otro"),
        }[self]


class Validation(StrEnum):
    """How far the administration's approval of a role has come."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    VALIDATED = "validated"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        """Return the state in the user's language."""
        return {
            Validation.NOT_SENT: _("Sin enviar"),
            Validation.SENT: _("Enviado"),
            Validation.VALIDATED: _("Validado"),
            Validation.REJECTED: _("Rechazado"),
        }[self]


class Proof(StrEnum):
    """What a trainer proves for a speciality, by the letter of the guide (EPE/873/2023, Guía 10.3.1)."""

    ACADEMIC = "a"
    TEACHING = "b"
    EXPERIENCE = "c"

    @property
    def label(self) -> str:
        """Return the proof with its letter, in the user's language."""
        return {
            Proof.ACADEMIC: _("a) Formación académica"),
            Proof.TEACHING: _("b) Competencia docente"),
            Proof.EXPERIENCE: _("c) Experiencia profesional y docente"),
        }[self]


PROOFS_OF_ROLE: Final[Mapping[Role, tuple[Proof, ...]]] = MappingProxyType(
    {
        Role.TEACHER: tuple(Proof),
        # Who prepares is one of those who teach, and has proved everything as such.
        Role.PREPARER: (),
        # «Deberá tener el nivel académico correspondiente al profesor docente.»
        Role.TUTOR: (Proof.ACADEMIC,),
        # «Deberá cumplir los requisitos exigidos al impartidor.»
        Role.EVALUATOR: tuple(Proof),
    }
)
"""What each role asks to be proved (EPE/873/2023, Guía 10.3.1 and 10.3.2)."""


@dataclass(frozen=True, slots=True)
class CourseRole:
    """What somebody does in a course: estimated minutes, contract, and the days of the validation.

    A teacher has no ``minutes`` here: theirs are those of their sessions. ``tutoring`` says when a tutor sees
    people.
    """

    trainer_id: int
    role: Role
    minutes: int | None = None
    tutoring: str = ""
    validated_on: date | None = None
    contract: Contract = Contract.UNKNOWN
    contract_from: date | None = None
    contract_to: date | None = None
    collective_agreement: str = ""
    sent_on: date | None = None
    rejected_on: date | None = None

    @property
    def validation(self) -> Validation:
        """Return how far the approval has come: a rejection stands until it is sent or validated later."""
        if self.validated_on and not (self.rejected_on and self.rejected_on > self.validated_on):
            return Validation.VALIDATED
        if self.rejected_on and not (self.sent_on and self.sent_on > self.rejected_on):
            return Validation.REJECTED
        return Validation.SENT if self.sent_on else Validation.NOT_SENT


@dataclass(frozen=True, slots=True)
class TrainerProof:
    """What a trainer proves for a speciality, in words, and its scan."""

    trainer_id: int
    speciality: str
    proof: Proof
    text: str
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class Taught:
    """The minutes that somebody teaches of a module; a unit that two modules share counts in both."""

    code: str
    title: str
    minutes: int
