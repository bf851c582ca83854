"""Everything a course dossier says, as frozen data in the order the document is written.

Nothing refers to a row of a file. People are named by the document in force (``dni:ES:12345678Z``), modules
and blocks by code, rooms by name, stretches by day and number, sessions by those and their place in the
stretch (``2024-02-12/1/2``), issued papers by kind, year and number, attachments by their SHA-256. Lengths
are whole minutes, clock times minutes of the day, areas hundredths of a square metre.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState
from cpepa_desktop.domain.budgets import LineKind
from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.course import ModuleKind, Regime, Route, SessionMode, SessionState
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.papers import FilingAct, PaperState
from cpepa_desktop.domain.people import SeatKind, Standing
from cpepa_desktop.domain.staff import Contract, Proof
from cpepa_desktop.domain.typing_again import Program
from cpepa_desktop.domain.virtual import Consent, VirtualClass, VirtualReason

DOSSIER_VERSION: Final = 2
"""The version written, and the newest that can be read. What an earlier one did not say has its default."""

NOT_VIRTUAL: Final = VirtualClass()
"""How a course is given at a distance where nobody has said it."""


def person_key(document: IdentityDocument) -> str:
    """Return how the dossier names who holds ``document``."""
    return f"{document.kind}:{document.country}:{document.number}"


def session_key(day: date, n: int, position: int) -> str:
    """Return how the dossier names a session: its day, stretch and place in the stretch."""
    return f"{day.isoformat()}/{n}/{position}"


def incident_key(day: date, n: int, number: int) -> str:
    """Return how the dossier names an incident: its day, stretch and number in the stretch."""
    return f"{day.isoformat()}/{n}/{number}"


def paper_key(kind: str, year: int, number: int) -> str:
    """Return how the dossier names an issued paper."""
    return f"{kind}/{year}/{number}"


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """The facts of the course itself. ``room`` and ``local_entity`` are names; what is unknown is empty."""

    code: str
    speciality: str
    part: str
    title: str
    level: int
    route: Route
    province: str
    file_number: str
    regime: Regime
    regime_reason: str
    approved_on: date | None
    start_on: date
    timetable: str
    short_day_reason: str
    room: str | None
    selection_on: date | None
    selection_minute: int | None
    selection_place: str
    technician_name: str
    technician_phone: str
    technician_email: str
    started_on: date | None = None
    renounced_on: date | None = None
    renounce_reason: str = ""
    local_entity: str | None = None


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """A classroom that the course uses."""

    name: str
    area_hundredths: int | None
    title: str
    title_until: date | None


@dataclass(frozen=True, slots=True)
class CallRecord:
    """The call's whole text as the course keeps it."""

    call: str
    origin: Origin
    sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """The certificate's structure as the course keeps it: one JSON document, as text."""

    code: str
    origin: Origin
    version: int
    source: str
    sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A text of the conditions sheet that the centre keeps for the certificate."""

    item: str
    body: str


@dataclass(frozen=True, slots=True)
class HolidayYearRecord:
    """The calendar of one year as the file froze it, and where it came from."""

    year: int
    source: str
    days: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class ModuleRecord:
    """A module of the course. Its days are given where it has no sessions."""

    code: str
    position: int
    kind: ModuleKind
    title: str
    official_minutes: int
    competence_unit: str
    from_day: date | None
    to_day: date | None


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """What is taught and counted once. ``trainers`` teach it unless a session says otherwise."""

    code: str
    position: int
    title: str
    official_minutes: int
    modules: tuple[str, ...]
    trainers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdentityRecord:
    """A document of a person, in force or earlier."""

    kind: DocumentKind
    country: str
    number: str
    is_current: bool

    @property
    def document(self) -> IdentityDocument:
        """Return the document as the rest of the program knows it."""
        return IdentityDocument(self.kind, self.number, self.country)


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person with every document, the one in force first."""

    documents: tuple[IdentityRecord, ...]
    name: str
    surnames: str
    birth_date: date | None
    sex: str
    email: str
    phone: str
    address: str
    postal_code: str
    municipality: str
    province: str

    @property
    def current(self) -> IdentityDocument:
        """Return the document in force."""
        return next(document.document for document in self.documents if document.is_current)

    @property
    def listed_name(self) -> str:
        """Return the name as lists print it, surnames first."""
        return f"{self.surnames}, {self.name}" if self.surnames else self.name


@dataclass(frozen=True, slots=True)
class TrainerRecord:
    """The role of trainer of one of the people."""

    person: str
    speciality: str
    active: bool


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """What a trainer does in the course, with their contract and how far its validation has come."""

    trainer: str
    role: str
    minutes: int | None
    tutoring: str
    validated_on: date | None
    contract: Contract = Contract.UNKNOWN
    contract_from: date | None = None
    contract_to: date | None = None
    collective_agreement: str = ""
    sent_on: date | None = None
    rejected_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProofRecord:
    """What a trainer proves for the speciality of the course."""

    trainer: str
    proof: Proof
    text: str
    attachment: str | None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """The part of a stretch given to one block. ``replaces`` names the cancelled session it stands for."""

    position: int
    block: str
    minutes: int
    mode: SessionMode
    state: SessionState
    replaces: str | None
    reason: str
    trainers: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Say whether the session takes part in the hours of the course."""
        return self.state is not SessionState.CANCELLED


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """Something worth telling the administration of a stretch; of nobody in particular without ``person``."""

    minute: int
    what: str
    cause: str
    justification: str
    person: str | None
    communicated_on: date | None


@dataclass(frozen=True, slots=True)
class RecordingRecord:
    """A recording of a stretch: where it is kept, and the attachment that certifies its destruction."""

    place: str
    destroyed_on: date | None
    certificate: str | None


@dataclass(frozen=True, slots=True)
class ConnectionRecord:
    """One time that somebody was connected, in seconds of the day; ``person`` is one of the course."""

    person: str | None
    shown_name: str
    from_second: int
    to_second: int


@dataclass(frozen=True, slots=True)
class ConnectionLogRecord:
    """A log of connections of a stretch; ``file`` names its bytes."""

    tool: str
    file: str
    imported_on: date
    connections: tuple[ConnectionRecord, ...]


@dataclass(frozen=True, slots=True)
class StretchRecord:
    """One stretch of class of one day with its sessions in clock order, and what is kept of it."""

    day: date
    n: int
    from_minute: int
    to_minute: int
    room: str | None
    sessions: tuple[SessionRecord, ...]
    incidents: tuple[IncidentRecord, ...] = ()
    recordings: tuple[RecordingRecord, ...] = ()
    connection_logs: tuple[ConnectionLogRecord, ...] = ()

    def key(self, session: SessionRecord) -> str:
        """Return how the dossier names one of its sessions."""
        return session_key(self.day, self.n, session.position)


@dataclass(frozen=True, slots=True)
class OccupancyRecord:
    """Who had a seat and when."""

    person: str
    from_day: date
    to_day: date | None


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """A seat of the course with all who had it, one after the other."""

    n: int
    kind: SeatKind
    occupancies: tuple[OccupancyRecord, ...]


@dataclass(frozen=True, slots=True)
class StandingRecord:
    """A module that the person does not simply attend, and where that is known from."""

    module: str
    standing: Standing
    source: str


@dataclass(frozen=True, slots=True)
class JustificationRecord:
    """The proof of one or more absences of a person. ``n`` is how they name it."""

    n: int
    state: JustificationState
    event_day: date | None
    appointment_minute: int | None
    other_town: bool
    decided_on: date | None
    proof: str | None
    note: str
    travel_minutes: int | None = None
    handed_in_on: date | None = None
    registry: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceRecord:
    """Minutes missed in one session for one cause; ``justification`` is the number of its proof."""

    minutes: int
    cause: AbsenceCause | None
    justification: int | None


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """What is entered of a person in one session. A session without one is pending."""

    session: str
    attended_minutes: int
    is_virtual: bool
    absences: tuple[AbsenceRecord, ...]


@dataclass(frozen=True, slots=True)
class VirtualRecord:
    """Why a person may follow the class at a distance, and whether they let themselves be recorded."""

    reason: VirtualReason | None
    reason_note: str
    consent: Consent | None
    consent_on: date | None
    proof: str | None


@dataclass(frozen=True, slots=True)
class SupportRecord:
    """A service asked for a person with a disability, and what was approved of it."""

    service: SupportService
    minutes: int
    requested_on: date | None
    approved_on: date | None
    approved_minutes: int | None
    note: str


@dataclass(frozen=True, slots=True)
class EnrolmentRecord:
    """A person in the course: from when to when, why they left, and what is entered of them.

    ``aliases`` are the names under which they show up in the virtual classroom.
    """

    person: str
    joined_on: date
    registered_on: date | None
    status_at_start: EmploymentStatus | None
    left_on: date | None
    leave_cause: LeaveCause | None
    contract_start: date | None
    leaving_communicated_on: date | None
    leave_proof: str | None
    standings: tuple[StandingRecord, ...]
    justifications: tuple[JustificationRecord, ...]
    attendance: tuple[AttendanceRecord, ...]
    virtual: VirtualRecord | None = None
    aliases: tuple[str, ...] = ()
    supports: tuple[SupportRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingRecord:
    """One thing done with a paper."""

    act: FilingAct
    day: date
    channel: str
    number: str
    attachment: str | None


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """An issued paper. ``data`` is the JSON it was made from, as text; ``sha256`` names its bytes."""

    kind: str
    year: int
    number: int
    version: int
    week: str
    person: str | None
    printed_on: date
    program_version: str
    state: PaperState
    replaces: str | None
    data_sha256: str
    data: str
    sha256: str
    filings: tuple[FilingRecord, ...]

    @property
    def key(self) -> str:
        """Return how the dossier names it."""
        return paper_key(self.kind, self.year, self.number)


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """An exception that somebody decided about the course."""

    rule: str
    subject: str
    answer: str
    reason: str
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class WeekLockRecord:
    """A week as it was sent, and why it could be corrected since, where it could."""

    week: str
    version: int
    sent_on: date
    registry: str
    content_sha256: str
    unlocked_on: date | None
    unlock_reason: str

    @property
    def stands(self) -> bool:
        """Say whether the week is locked by it now."""
        return self.unlocked_on is None


@dataclass(frozen=True, slots=True)
class TypedItemRecord:
    """What was typed into a program of the administration, with what it said then."""

    program: Program
    item: str
    value: str
    typed_on: date
    number: str


@dataclass(frozen=True, slots=True)
class LocalEntityRecord:
    """A local entity that pays for the course or signs one of its papers."""

    name: str
    cif: str
    municipality: str
    contact_name: str
    contact_role: str
    phone: str
    email: str
    pays: str


@dataclass(frozen=True, slots=True)
class OfficialPaperRecord:
    """A paper that somebody else issued, as it serves this course; ``cents`` is what it grants to it."""

    kind: OfficialPaperKind
    number: str
    issued_on: date | None
    received_on: date | None
    ends_on: date | None
    signer: str
    body: str
    note: str
    cents: int | None
    attachment: str | None
    local_entity: str | None = None


@dataclass(frozen=True, slots=True)
class ObligationFilingRecord:
    """How an obligation was met, or was said to be until it was withdrawn.

    ``subject`` is a week, a day, a module, the name of a person, or that of an incident: its day, its stretch
    and its number in it, as ``2024-02-13/2/1``.
    """

    name: str
    subject: str
    day: date
    channel: str
    number: str
    attachment: str | None
    withdrawn_on: date | None = None
    withdraw_reason: str = ""

    @property
    def stands(self) -> bool:
        """Say whether it counts."""
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened to the course and that terms are counted from."""

    event: Anchor
    day: date
    note: str


@dataclass(frozen=True, slots=True)
class PauseRecord:
    """A time without class: from a day to the one before the course resumes."""

    from_day: date
    resume_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class BudgetLineRecord:
    """A line of the budget, in cents."""

    position: int
    kind: LineKind
    concept: str
    cents: int
    note: str


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """Bytes that the course keeps: an issued PDF, a scan, a proof, a log of connections."""

    sha256: str
    media_type: str
    size: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Dossier:
    """A course with everything about it. ``entity`` and ``centre`` are those it was taught under."""

    dossier_version: int
    course: CourseRecord
    entity: Entity
    centre: Centre
    rooms: tuple[RoomRecord, ...]
    call: CallRecord
    certificate: CertificateRecord
    texts: tuple[TextRecord, ...]
    holidays: tuple[HolidayYearRecord, ...]
    modules: tuple[ModuleRecord, ...]
    blocks: tuple[BlockRecord, ...]
    people: tuple[PersonRecord, ...]
    trainers: tuple[TrainerRecord, ...]
    roles: tuple[RoleRecord, ...]
    stretches: tuple[StretchRecord, ...]
    seats: tuple[SeatRecord, ...]
    enrolments: tuple[EnrolmentRecord, ...]
    papers: tuple[PaperRecord, ...]
    decisions: tuple[DecisionRecord, ...]
    attachments: tuple[AttachmentRecord, ...]
    week_locks: tuple[WeekLockRecord, ...] = ()
    typed_items: tuple[TypedItemRecord, ...] = ()
    virtual_class: VirtualClass = NOT_VIRTUAL
    official_papers: tuple[OfficialPaperRecord, ...] = ()
    obligation_filings: tuple[ObligationFilingRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    proofs: tuple[ProofRecord, ...] = ()
    pauses: tuple[PauseRecord, ...] = ()
    budget: tuple[BudgetLineRecord, ...] = ()
    local_entities: tuple[LocalEntityRecord, ...] = ()
