"""A course with everything a dossier can carry, small enough to read, for tests to look at and to break."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from stdnum.es import dni

from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState
from cpepa_desktop.domain.budgets import LineKind
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.course import ModuleKind, Regime, Route, SessionMode, SessionState
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.identity import DocumentKind
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.papers import FilingAct, PaperState
from cpepa_desktop.domain.people import SeatKind, Standing
from cpepa_desktop.domain.staff import Contract, Proof
from cpepa_desktop.domain.typing_again import Program
from cpepa_desktop.domain.virtual import Consent, VirtualClass, VirtualReason
from cpepa_desktop.exchange.call_file import official_calls
from cpepa_desktop.exchange.catalogue_file import load_official
from cpepa_desktop.exchange.certificate_json import certificate_to_json
from cpepa_desktop.exchange.dossier import model, write_dossier

CODE: Final = "24/001"
MONDAY: Final = date(2024, 2, 12)
TUESDAY: Final = date(2024, 2, 13)
WEDNESDAY: Final = date(2024, 2, 14)

ANA: Final = "dni:ES:00000001R"
LUIS: Final = "dni:ES:00000002W"
NADIA: Final = "passport:MA:AB123456"
TEACHER: Final = "dni:ES:00000011B"
TUTOR: Final = "dni:ES:00000012N"

SHEET: Final = b"%PDF-1.7 hoja"
NEW_SHEET: Final = b"%PDF-1.7 hoja corregida"
SCAN: Final = b"\x89PNG sello de registro"
PROOF: Final = b"justificante"
LOG: Final = b"Nombre;Entrada;Salida"

_WEEK_7: Final = "f1d20d48f887ae6e06d789c91164fd1ca8fafb76b973e8756436970be028597e"
"""The hash of what is entered of the week below."""

Document = dict[str, Any]


def sha256(data: bytes | str) -> str:
    """Return the hash of bytes or of a text."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def dossier() -> model.Dossier:
    """Return the course, in the order that an export gives."""
    return model.Dossier(
        dossier_version=2,
        course=_course(),
        entity=Entity("Gobierno de Aragón", cif="S5011001D"),
        centre=Centre("CPEPA Margen Izquierda", code="50010132", municipality="Zaragoza"),
        rooms=(
            model.RoomRecord("Aula 1", 4550, "Propiedad", None),
            model.RoomRecord("Taller", None, "Cesión", date(2024, 12, 31)),
        ),
        call=_call(),
        certificate=_certificate(),
        texts=(model.TextRecord("methodology", "Activa.\nCon «prácticas»."), model.TextRecord("rights", "")),
        holidays=(
            model.HolidayYearRecord(
                2024,
                "holidays 0.80",
                (
                    Holiday(date(2024, 1, 1), "Año Nuevo", HolidayScope.NATIONAL),
                    Holiday(date(2024, 1, 29), "San Valero", HolidayScope.LOCAL, "Zaragoza"),
                    Holiday(date(2024, 3, 5), "Cincomarzada", HolidayScope.LOCAL, "Zaragoza"),
                ),
            ),
        ),
        modules=(
            model.ModuleRecord("MF1016_2", 1, ModuleKind.FORMATIVE, "Apoyo", 420, "UC1016_2", None, None),
            model.ModuleRecord(
                "MF1017_2", 2, ModuleKind.FORMATIVE, "Intervención", 300, "UC1017_2", None, None
            ),
            model.ModuleRecord("FCOO03", 3, ModuleKind.COMPLEMENTARY, "Igualdad", 60, "", None, None),
            model.ModuleRecord(
                "MP0029", 4, ModuleKind.WORKPLACE, "Prácticas", 4800, "", date(2024, 3, 1), date(2024, 4, 1)
            ),
        ),
        blocks=(
            model.BlockRecord("UF0119", 1, "Recepción", 180, ("MF1016_2",), (TEACHER,)),
            model.BlockRecord("UF0120", 2, "Compartida", 240, ("MF1016_2", "MF1017_2"), (TEACHER, TUTOR)),
            model.BlockRecord("UF0121", 3, "Higiene", 60, ("MF1017_2",), ()),
            model.BlockRecord("FCOO03", 4, "Igualdad", 60, ("FCOO03",), ()),
        ),
        people=_people(),
        trainers=(
            model.TrainerRecord(TEACHER, "Sociosanitaria", active=True),
            model.TrainerRecord(TUTOR, "", active=False),
        ),
        roles=(
            model.RoleRecord(TEACHER, "evaluator", None, "", None),
            model.RoleRecord(
                TUTOR,
                "tutor",
                600,
                "Martes de 9 a 10",
                date(2024, 1, 10),
                Contract.TEMPORARY,
                date(2024, 1, 1),
                date(2024, 6, 30),
                "Enseñanza no reglada",
                date(2024, 1, 8),
                date(2024, 1, 9),
            ),
        ),
        stretches=_stretches(),
        seats=(
            model.SeatRecord(
                1,
                SeatKind.FUNDED,
                (
                    model.OccupancyRecord(LUIS, MONDAY, MONDAY),
                    model.OccupancyRecord(NADIA, TUESDAY, None),
                ),
            ),
            model.SeatRecord(2, SeatKind.FUNDED, (model.OccupancyRecord(ANA, MONDAY, None),)),
            model.SeatRecord(14, SeatKind.ADDITIONAL, ()),
        ),
        enrolments=_enrolments(),
        papers=_papers(),
        decisions=(
            model.DecisionRecord("daily_hours", CODE, "yes", "Obras", "Ana", "2024-01-12T09:00:00+00:00"),
            model.DecisionRecord(
                "attendance", f"{CODE}/00000001R", "yes", "Causa mayor", "Ana", "2024-02-15T09:00:00+00:00"
            ),
        ),
        attachments=tuple(
            sorted(
                (
                    _attachment(SHEET, "application/pdf", "attendance-sheet-2024-1.pdf"),
                    _attachment(NEW_SHEET, "application/pdf", "attendance-sheet-2024-2.pdf"),
                    _attachment(SCAN, "image/png", "registro.png"),
                    _attachment(PROOF, "application/octet-stream", "justificante"),
                    _attachment(LOG, "text/csv", "conexiones.csv"),
                ),
                key=lambda attachment: attachment.sha256,
            )
        ),
        week_locks=(
            model.WeekLockRecord(
                "2024-W07", 1, date(2024, 2, 19), "REG-7", "a" * 64, date(2024, 2, 20), "Un minuto de más"
            ),
            model.WeekLockRecord("2024-W07", 2, date(2024, 2, 21), "REG-9", _WEEK_7, None, ""),
        ),
        typed_items=(
            model.TypedItemRecord(
                Program.GESTIFOR, "day/2024-02-12/00000001R", "0,5", date(2024, 2, 20), "55"
            ),
            model.TypedItemRecord(Program.GACEPA, "join/00000001R", "12/02/2024", date(2024, 2, 13), ""),
        ),
        virtual_class=VirtualClass("BigBlueButton", "https://aula.example.org/inspeccion"),
        official_papers=(
            _official(OfficialPaperKind.CONDITIONS_APPROVAL, date(2024, 2, 2)),
            _official(OfficialPaperKind.GRANT, date(2024, 1, 8), cents=3_759_340, attachment=sha256(SCAN)),
            _official(
                OfficialPaperKind.INSURANCE,
                date(2024, 2, 5),
                ends_on=date(2024, 12, 31),
                local_entity="Comarca Central",
            ),
        ),
        obligation_filings=(
            model.ObligationFilingRecord(
                "incidents", "2024-02-13/2/2", date(2024, 2, 14), "Gestifor Web", "I-2", None
            ),
            model.ObligationFilingRecord(
                "participant_registration", ANA, date(2024, 2, 14), "Gestifor Web", "", None
            ),
            model.ObligationFilingRecord(
                "selection_record",
                "",
                date(2024, 2, 6),
                "Gestifor Web",
                "S-0",
                None,
                date(2024, 2, 7),
                "Faltaba una firma",
            ),
            model.ObligationFilingRecord(
                "selection_record", "", date(2024, 2, 7), "Gestifor Web", "S-1", sha256(SCAN)
            ),
        ),
        events=(model.EventRecord(Anchor.CHANGE, date(2024, 2, 14), "Otra aula"),),
        pauses=(
            model.PauseRecord(date(2024, 2, 15), date(2024, 2, 19), "Obras"),
            model.PauseRecord(date(2024, 2, 19), date(2024, 2, 26), "Nieve"),
        ),
        budget=(
            model.BudgetLineRecord(1, LineKind.EXPENSE, "Formador o formadora", 480_000, ""),
            model.BudgetLineRecord(2, LineKind.INCOME, "Aportación", 0, "Sin confirmar"),
        ),
        local_entities=(
            model.LocalEntityRecord(
                "Comarca Central",
                "P5000001G",
                "Utebo",
                "Eva Gil",
                "Técnica",
                "976 000 002",
                "eva@example.org",
                "Aula",
            ),
        ),
        proofs=(model.ProofRecord(TUTOR, Proof.ACADEMIC, "Grado en Trabajo Social", sha256(SCAN)),),
    )


def _official(kind: OfficialPaperKind, day: date, **more: Any) -> model.OfficialPaperRecord:  # noqa: ANN401 - of the record
    facts: dict[str, Any] = {"ends_on": None, "cents": None, "attachment": None} | more
    return model.OfficialPaperRecord(
        kind=kind,
        number=f"N-{kind}",
        issued_on=day,
        received_on=day,
        signer="Dirección",
        body="INAEM",
        note="",
        **facts,
    )


def document() -> Document:
    """Return the same as plain JSON values, to be changed at will."""
    loaded: Document = json.loads(write_dossier(dossier()))
    return loaded


def as_bytes(changed: Document) -> bytes:
    """Return a changed document as somebody would save it."""
    return json.dumps(changed, ensure_ascii=False).encode()


def put_at(found: Document, path: Sequence[str | int], value: object) -> None:
    """Put a value at a place of a document."""
    place: Any = found
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - any JSON
    """Yield the path of everything inside a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step)
        yield from paths(inner, (*path, step))


def id_number(number: int) -> str:
    """Return a DNI with its letter."""
    return f"{number:08}{dni.calc_check_digit(f'{number:08}')}"


def person(key: str, name: str, **facts: Any) -> model.PersonRecord:  # noqa: ANN401 - the fields of the record
    """Return somebody with one document, about whom nothing else is known."""
    kind, country, number = key.split(":")
    usual: dict[str, Any] = {
        "documents": (model.IdentityRecord(DocumentKind(kind), country, number, is_current=True),),
        "name": name,
        "surnames": "",
        "birth_date": None,
    }
    blank = dict.fromkeys(("sex", "email", "phone", "address", "postal_code", "municipality", "province"), "")
    return model.PersonRecord(**usual | blank | facts)


def _course() -> model.CourseRecord:
    return model.CourseRecord(
        code=CODE,
        speciality="SSCS0208",
        part="",
        title="Atención sociosanitaria a personas dependientes en instituciones sociales",
        level=2,
        route=Route.CALL,
        province="Zaragoza",
        file_number="23/0456",
        regime=Regime.RD34_ESS,
        regime_reason="Autorizado antes",
        approved_on=date(2023, 11, 20),
        start_on=MONDAY,
        timetable="L-V 09:00-14:00",
        short_day_reason="Queda una hora",
        room="Aula 1",
        selection_on=date(2024, 2, 1),
        selection_minute=0,
        selection_place="Salón",
        technician_name="Eva Gil",
        technician_phone="976 000 001",
        technician_email="eva@example.org",
        started_on=MONDAY,
    )


def _call() -> model.CallRecord:
    text = next(call for call in official_calls() if call.id == "EPE-873-2023")
    return model.CallRecord(text.id, Origin.OFFICIAL, text.sha256, text.content)


def _certificate() -> model.CertificateRecord:
    certificate = load_official().certificate("SSCS0208")
    assert certificate is not None
    content = certificate_to_json(certificate)
    return model.CertificateRecord(
        certificate.code, Origin.OFFICIAL, 3, certificate.source, sha256(content), content
    )


def _people() -> tuple[model.PersonRecord, ...]:
    return (
        person(
            ANA,
            "Ana",
            documents=(
                model.IdentityRecord(DocumentKind.DNI, "ES", "00000001R", is_current=True),
                model.IdentityRecord(DocumentKind.NIE, "ES", "X0000001R", is_current=False),
                model.IdentityRecord(DocumentKind.PASSPORT, "", "CD654321", is_current=False),
            ),
            surnames="Muñoz Íñiguez",
            birth_date=date(1990, 5, 17),
            sex="F",
            email="ana@example.org",
            phone="600 000 000",
            address="Calle Mayor, 1",
            postal_code="50001",
            municipality="Zaragoza",
            province="Zaragoza",
        ),
        person(LUIS, "Luis", surnames="Gil"),
        person(TEACHER, "Teresa", surnames="Lasheras", email="teresa@example.org"),
        person(TUTOR, "Tomás", surnames="Úbeda"),
        person(NADIA, "Nadia", birth_date=date(2001, 2, 28)),
    )


def _stretches() -> tuple[model.StretchRecord, ...]:
    def session(position: int, block: str, minutes: int, **facts: Any) -> model.SessionRecord:  # noqa: ANN401 - of it
        usual: dict[str, Any] = {
            "mode": SessionMode.IN_PERSON,
            "state": SessionState.HELD,
            "replaces": None,
            "reason": "",
            "trainers": (TEACHER,),
        }
        return model.SessionRecord(position, block, minutes, **usual | facts)

    return (
        model.StretchRecord(
            MONDAY, 1, 540, 840, "Aula 1", (session(1, "UF0119", 180), session(2, "UF0120", 120))
        ),
        model.StretchRecord(
            TUESDAY,
            1,
            540,
            660,
            "Aula 1",
            (session(1, "UF0120", 120, state=SessionState.CANCELLED, reason="Nieve", trainers=()),),
        ),
        model.StretchRecord(
            TUESDAY,
            2,
            960,
            1020,
            "Taller",
            (session(1, "UF0121", 60, mode=SessionMode.BIMODAL),),
            incidents=(
                model.IncidentRecord(965, "Corte de luz", "", "", None, None),
                model.IncidentRecord(990, "Se marcha", "Enfermedad", "Parte médico", ANA, WEDNESDAY),
            ),
            recordings=(
                model.RecordingRecord("Disco del centro", None, None),
                model.RecordingRecord("Servidor", date(2024, 6, 1), sha256(PROOF)),
            ),
            connection_logs=(
                model.ConnectionLogRecord(
                    "BigBlueButton",
                    sha256(LOG),
                    WEDNESDAY,
                    (
                        model.ConnectionRecord(None, "Inspección", 57_000, 61_000),
                        model.ConnectionRecord(ANA, "anam", 57_600, 61_200),
                    ),
                ),
            ),
        ),
        model.StretchRecord(
            WEDNESDAY,
            1,
            540,
            720,
            None,
            (
                session(
                    2,
                    "UF0120",
                    120,
                    replaces="2024-02-13/1/1",
                    trainers=(TEACHER, TUTOR),
                    mode=SessionMode.VIRTUAL,
                ),
                session(4, "FCOO03", 60, state=SessionState.PLANNED, trainers=()),
            ),
        ),
    )


def _enrolments() -> tuple[model.EnrolmentRecord, ...]:
    def cell(session: str, attended: int, *absences: model.AbsenceRecord, virtual: bool = False) -> Any:  # noqa: ANN401 - a record
        return model.AttendanceRecord(session, attended, virtual, absences)

    missed = model.AbsenceRecord
    blank = model.JustificationRecord(
        1, JustificationState.PENDING, None, None, other_town=False, decided_on=None, proof=None, note=""
    )
    ana = model.EnrolmentRecord(
        person=ANA,
        joined_on=MONDAY,
        registered_on=date(2024, 2, 9),
        status_at_start=EmploymentStatus.UNEMPLOYED,
        left_on=None,
        leave_cause=None,
        contract_start=None,
        leaving_communicated_on=None,
        leave_proof=None,
        standings=(model.StandingRecord("MF1017_2", Standing.ACCREDITED, "Certificado de 2019"),),
        justifications=(
            blank,
            model.JustificationRecord(
                2,
                JustificationState.VALIDATED,
                date(2024, 2, 12),
                0,
                other_town=True,
                decided_on=date(2024, 3, 1),
                proof=sha256(PROOF),
                note="Huesca",
                travel_minutes=75,
                handed_in_on=date(2024, 2, 20),
                registry="REG-8",
            ),
        ),
        attendance=(
            cell(
                "2024-02-12/1/1",
                30,
                missed(20, None, None),
                missed(60, AbsenceCause.A, 1),
                missed(70, AbsenceCause.B, 2),
            ),
            cell("2024-02-12/1/2", 0, missed(120, AbsenceCause.B, 2)),
            cell("2024-02-13/2/1", 60, virtual=True),
            cell("2024-02-14/1/2", 100),
        ),
        virtual=model.VirtualRecord(
            VirtualReason.OTHER_TOWN, "Teruel", Consent.GIVEN, date(2024, 2, 9), sha256(PROOF)
        ),
        aliases=("Ana M.", "anam"),
        supports=(
            model.SupportRecord(SupportService.OTHER, 60, None, None, None, ""),
            model.SupportRecord(
                SupportService.SIGN_LANGUAGE, 600, date(2024, 2, 13), date(2024, 2, 20), 540, "Dos días"
            ),
        ),
    )
    luis = model.EnrolmentRecord(
        person=LUIS,
        joined_on=MONDAY,
        registered_on=None,
        status_at_start=None,
        left_on=MONDAY,
        leave_cause=LeaveCause.JOB,
        contract_start=TUESDAY,
        leaving_communicated_on=date(2024, 2, 15),
        leave_proof=sha256(PROOF),
        standings=(),
        justifications=(),
        attendance=(cell("2024-02-12/1/1", 180), cell("2024-02-12/1/2", 120)),
    )
    nadia = model.EnrolmentRecord(
        person=NADIA,
        joined_on=TUESDAY,
        registered_on=None,
        status_at_start=EmploymentStatus.SEASONAL_IDLE,
        left_on=None,
        leave_cause=None,
        contract_start=None,
        leaving_communicated_on=None,
        leave_proof=None,
        standings=(),
        justifications=(),
        attendance=(),
        virtual=model.VirtualRecord(None, "", Consent.REFUSED, date(2024, 2, 13), None),
    )
    return (ana, luis, nadia)


def _papers() -> tuple[model.PaperRecord, ...]:
    def paper(number: int, content: bytes, data: str, **facts: Any) -> model.PaperRecord:  # noqa: ANN401 - of it
        usual: dict[str, Any] = {
            "kind": "attendance-sheet",
            "year": 2024,
            "number": number,
            "version": 1,
            "week": "2024-W07",
            "person": None,
            "printed_on": date(2024, 2, 16),
            "program_version": "0.1.0",
            "state": PaperState.ISSUED,
            "replaces": None,
            "filings": (),
        }
        texts = {"data_sha256": sha256(data), "data": data, "sha256": sha256(content)}
        return model.PaperRecord(**usual | texts | facts)

    return (
        paper(4, SHEET, '{"week":"2024-W07"}', state=PaperState.REPLACED),
        paper(
            9,
            NEW_SHEET,
            '{"week":"2024-W07","v":2}',
            version=2,
            replaces="attendance-sheet/2024/4",
            filings=(
                model.FilingRecord(FilingAct.SENT, date(2024, 2, 16), "registro", "REG-1", sha256(SCAN)),
                model.FilingRecord(FilingAct.APPROVED, date(2024, 2, 20), "", "", None),
            ),
        ),
        paper(1, SHEET, "{}", kind="diploma", week="", person=ANA),
    )


def _attachment(content: bytes, media_type: str, name: str) -> model.AttachmentRecord:
    return model.AttachmentRecord(sha256(content), media_type, len(content), name, content)


PATHS: Final = tuple(paths(document()))
"""Every place of the document."""
