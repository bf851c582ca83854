"""Papers: what can be printed, in preview and to file, and what was done with each.

A paper printed to file is registered with its bytes and what it was made from. Printing again what has not
changed gives the same bytes of the same paper; what has changed is a new paper that replaces it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cpepa_desktop import __version__
from cpepa_desktop.db import documents as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.papers import (
    Filing,
    FilingAct,
    IssuedPaper,
    PaperScope,
    PaperState,
    PaperSubject,
)
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.paper_data import as_printed
from cpepa_desktop.operations.paper_subjects import period_of, person_of, subject_of
from cpepa_desktop.operations.workspace import Workspace

if TYPE_CHECKING:  # a type alone; `_maker` brings the rest when something is printed
    from cpepa_desktop.operations.paper_makers import PaperMaker

_PDF: Final = "application/pdf"
_KINDS: Final = frozenset({Kind.PAPERS})
_About = tuple[str, int | None]
"""The period of a paper and the key of its person, as the register keeps them."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A document of a course or of the centre: its name for commands, its title, and what there is one of.

    ``is_owed`` says that every course should have it; the others are printed when somebody asks for them.
    """

    name: str
    title: str
    scope: PaperScope
    is_owed: bool = True


@dataclass(frozen=True, slots=True)
class PaperView:
    """An issued paper with its title."""

    paper: IssuedPaper
    title: str


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper registered."""

    paper: IssuedPaper
    changes: Changes


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper printed to a folder."""

    path: Path
    paper: IssuedPaper
    changes: Changes


DOCUMENTS: Final[Mapping[str, PaperKind]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            PaperKind("attendance-sheet", "Hoja de asistencia", PaperScope.WEEK),
            PaperKind("attendance-sheet-recorded", "Hoja de asistencia registrada", PaperScope.WEEK),
            PaperKind("conditions-sheet", "Hoja de condiciones", PaperScope.COURSE),
            PaperKind("class-list", "Lista de clase", PaperScope.COURSE, is_owed=False),
            PaperKind("class-list-contact", "Lista de clase con contacto", PaperScope.COURSE, is_owed=False),
            PaperKind("hours-certificate", "Certificado de horas", PaperScope.PERSON, is_owed=False),
            PaperKind(
                "day-certificate", "Certificado de asistencia en un día", PaperScope.PERSON_DAY, is_owed=False
            ),
            PaperKind("typing-list", "Para teclear", PaperScope.WEEK, is_owed=False),
            PaperKind("heat-map", "Mapa de asistencia", PaperScope.COURSE, is_owed=False),
            PaperKind("share-line-course", "Línea de asistencia del curso", PaperScope.COURSE, is_owed=False),
            PaperKind("share-line", "Línea de asistencia", PaperScope.PERSON, is_owed=False),
            PaperKind("incidents", "Parte de incidencias", PaperScope.WEEK, is_owed=False),
            PaperKind("trainer-control", "Control semanal de docentes", PaperScope.WEEK, is_owed=False),
            PaperKind("justifications-list", "Relación de justificantes", PaperScope.WEEK, is_owed=False),
            PaperKind("monthly-summary", "Resumen mensual de asistencia", PaperScope.MONTH, is_owed=False),
            PaperKind("risk-letter", "Carta sobre su asistencia", PaperScope.PERSON, is_owed=False),
            PaperKind("connections-weekly", "Control semanal de conexiones", PaperScope.WEEK, is_owed=False),
            PaperKind("connections-final", "Informe final de conexiones", PaperScope.COURSE, is_owed=False),
            PaperKind(
                "yearly-request",
                "Petición anual de certificados de profesionalidad",
                PaperScope.YEAR,
                is_owed=False,
            ),
            PaperKind("agenda", "Agenda de plazos", PaperScope.COURSE, is_owed=False),
            PaperKind("agenda-centre", "Agenda de plazos del centro", PaperScope.YEAR, is_owed=False),
            PaperKind("grant-estimate", "Estimación de la subvención", PaperScope.COURSE, is_owed=False),
            PaperKind(
                "grant-application",
                "Solicitud de subvención: acciones y documentación",
                PaperScope.CALL,
                is_owed=False,
            ),
        )
    }
)
"""Every document that can be printed, by the name commands use."""


def documents_of_courses() -> tuple[PaperKind, ...]:
    """Return the documents that belong to a course; the others are of the whole centre."""
    return tuple(kind for kind in DOCUMENTS.values() if kind.scope.is_of_course)


def list_papers(ws: Workspace, course: str = "") -> tuple[PaperView, ...]:
    """Return the papers issued for a course, or all of them, the newest first."""
    return tuple(PaperView(paper, title_of(paper.kind)) for paper in table.papers(ws.db, course))


def missing_items(ws: Workspace, kind: str, course: str, subject: PaperSubject = None) -> tuple[str, ...]:
    """Return the items that would print «Pendiente de completar»."""
    maker = _maker(kind)
    return maker.missing(maker.gather(ws, course, subject))


def preview_paper(ws: Workspace, kind: str, course: str, subject: PaperSubject = None) -> bytes:
    """Return a document as it would print now; nothing is registered."""
    maker = _maker(kind)
    return maker.pdf(maker.gather(ws, course, subject))


def print_paper(ws: Workspace, kind: str, course: str, subject: PaperSubject, folder: Path) -> PrintedPaper:
    """Print a document to a folder and register it; unchanged since the last time, give that paper again.

    Raises ``Refused`` as the document's data do, ``EnvironmentFault`` where the folder cannot be written; the
    paper is then registered and can be saved from the list of papers.
    """
    issued = issue_paper(ws, kind, course, subject)
    return PrintedPaper(save_paper(ws, issued.paper.id, folder), issued.paper, issued.changes)


def issue_paper(ws: Workspace, kind: str, course: str, subject: PaperSubject = None) -> Issued:
    """Register a document as it prints now; unchanged since the last time, give that paper again.

    Raises ``Refused`` as the document's data do.
    """
    document, maker = DOCUMENTS[kind], _maker(kind)
    gathered = maker.gather(ws, course, subject)
    data = as_printed(gathered)
    about = (period_of(subject), person_of(ws, course, subject))
    versions = _versions(ws, kind, course, about)
    last = _in_force(versions)
    words = _("Imprimir {title} de {course}") if course else _("Imprimir {title}")
    name = words.format(title=document.title, course=course)
    if last and last.data_sha256 == sha256_of(data):
        return Issued(last, Changes(name, frozenset(), course))
    with ws.operation(name, legal=True):
        paper = _register(ws, document, course, about, (data, maker.pdf(gathered)), versions)
    return Issued(paper, Changes(name, _KINDS, course, _missing_notice(maker.missing(gathered))))


def has_changed(ws: Workspace, paper: IssuedPaper) -> bool:
    """Say whether printing a paper again would give a new version: what it was made from is not the same.

    Raises ``Refused`` where it cannot be printed any more.
    """
    data = as_printed(_maker(paper.kind).gather(ws, paper.course, subject_of(ws, paper)))
    return sha256_of(data) != paper.data_sha256


def annul_paper(ws: Workspace, paper_id: int, reason: str) -> Changes:
    """Say that a paper does not count, and why; its number is never used again.

    A legal act: undo stops at it. Raises ``Refused`` without a reason, or where the paper is not in force.
    """
    paper = _paper(ws, paper_id)
    if paper.state is not PaperState.ISSUED:
        raise Refused(_("Ese documento ya no está en vigor. No se ha anulado nada."))
    if not reason.strip():
        raise Refused(_("Diga por qué se anula: queda escrito en el historial. No se ha anulado nada."))
    name = _("Anular {title} {number}/{year}: {reason}").format(
        title=title_of(paper.kind), number=paper.number, year=paper.year, reason=reason.strip()
    )
    with ws.operation(name, legal=True):
        table.set_state(ws.db, paper.id, PaperState.ANNULLED)
    return Changes(name, _KINDS, paper.course)


def read_paper(ws: Workspace, paper_id: int) -> bytes:
    """Return the bytes of an issued paper, for ever the same. Raises ``Refused`` if unknown."""
    return ws.file.attachments.get(_paper(ws, paper_id).sha256)


def save_paper(ws: Workspace, paper_id: int, folder: Path) -> Path:
    """Write an issued paper to a folder and return where. Raises ``EnvironmentFault`` where it cannot be."""
    paper = _paper(ws, paper_id)
    path = folder / file_name(paper)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(read_paper(ws, paper_id))
    except OSError as error:
        message = _("No se puede escribir «{path}» ({why}). Está registrado: guárdelo en otra carpeta.")
        raise EnvironmentFault(message.format(path=path, why=error.strerror)) from None
    return path


def mark_paper(
    ws: Workspace,
    paper_id: int,
    act: FilingAct,
    day: date,
    number: str = "",
    channel: str = "",
    scan: Path | None = None,
) -> Changes:
    """Write that a paper was sent, approved or handed out. Raises ``Refused`` for a day before its own."""
    paper = _paper(ws, paper_id)
    if day < paper.printed_on:
        message = _("El documento se imprimió el {day}: no pudo presentarse antes. No se ha anotado nada.")
        raise Refused(message.format(day=f"{paper.printed_on:%d/%m/%Y}"))
    name = _("Anotar {title} {number}/{year}").format(
        title=title_of(paper.kind), number=paper.number, year=paper.year
    )
    with ws.operation(name, legal=True):
        refusal = _("No se puede leer «{path}». No se ha anotado nada.")
        kept = keep_file(ws, scan, refusal) if scan else None
        table.add_filing(ws.db, paper.id, Filing(0, act, day, channel.strip(), number.strip(), kept))
    return Changes(name, _KINDS, paper.course)


def file_name(paper: IssuedPaper) -> str:
    """Return the name a paper is saved under: course, document, person, period and version."""
    parts = [paper.course, paper.kind, paper.person, paper.period, f"v{paper.version}"]
    return re.sub(r"[^\w.-]+", "_", "-".join(part for part in parts if part)) + ".pdf"


def _maker(kind: str) -> PaperMaker:
    from cpepa_desktop.operations.paper_makers import MAKERS  # noqa: PLC0415 - only printing takes ReportLab

    return MAKERS[kind]


def _register(
    ws: Workspace,
    document: PaperKind,
    course: str,
    about: _About,
    printed: tuple[str, bytes],
    versions: tuple[IssuedPaper, ...],
) -> IssuedPaper:
    (period, person_id), (data, content) = about, printed
    last = _in_force(versions)
    today = ws.clock.today()
    number = table.next_number(ws.db, document.name, today.year)
    title = f"{document.name}-{today.year}-{number}.pdf"
    paper = IssuedPaper(
        id=0,
        kind=document.name,
        year=today.year,
        number=number,
        course=course,
        person_id=person_id,
        period=period,
        version=1 + max((paper.version for paper in versions), default=0),
        printed_on=today,
        data_sha256=sha256_of(data),
        sha256=ws.file.attachments.put(content, _PDF, title).sha256,
        size=len(content),
        program_version=__version__,
        replaces_id=last.id if last else None,
        state=PaperState.ISSUED,
    )
    if last:
        table.set_state(ws.db, last.id, PaperState.REPLACED)
    return _paper(ws, table.add(ws.db, paper, find_course(ws, course).id if course else None, data))


def _versions(ws: Workspace, kind: str, course: str, about: _About) -> tuple[IssuedPaper, ...]:
    """Return every paper ever issued of one document about one thing; one at most is in force."""
    return tuple(
        paper
        for paper in table.papers(ws.db, course)
        if (paper.kind, paper.course) == (kind, course) and (paper.period, paper.person_id) == about
    )


def _in_force(versions: tuple[IssuedPaper, ...]) -> IssuedPaper | None:
    return next((paper for paper in versions if paper.state is PaperState.ISSUED), None)


def _paper(ws: Workspace, paper_id: int) -> IssuedPaper:
    paper = table.paper(ws.db, paper_id)
    if paper is None:
        raise Refused(_("Ese documento no está en el archivo. Actualice la lista."))
    return paper


def title_of(kind: str) -> str:
    """Return the title of a kind of document, its name where no document of the program has it."""
    return DOCUMENTS[kind].title if kind in DOCUMENTS else kind


def is_owed(kind: str) -> bool:
    """Say whether every course should have a document; one that the program does not know of may be owed."""
    return kind not in DOCUMENTS or DOCUMENTS[kind].is_owed


def _missing_notice(items: tuple[str, ...]) -> tuple[str, ...]:
    if not items:
        return ()
    return (_("Pendiente de completar: {items}.").format(items="; ".join(items)),)
