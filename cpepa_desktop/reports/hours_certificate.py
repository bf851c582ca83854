"""Certificate of the hours somebody has attended: of each module and of the action, up to a day.

It says what the centre has written down and nothing that is still to be entered; it is no diploma.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Scope,
    Strong,
    Table,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.centre_head import signed_by_centre
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Certificado de horas de asistencia"


@dataclass(frozen=True, slots=True)
class ModuleHours:
    """Minutes of a module: the official ones, those attended, and those missed and validated."""

    code: str
    title: str
    official: int
    attended: int
    justified: int
    is_accredited: bool = False


@dataclass(frozen=True, slots=True)
class HoursCertificate:
    """Everything that is printed.

    ``first`` and ``last`` are the days of the course and ``until`` the one counted to. ``left_on`` is the
    person's last day of class, ``None`` where they follow it. ``pending`` are minutes of class already held
    of which nothing is entered yet.
    """

    head: CourseHead
    name: str
    document: str
    first: date | None
    last: date | None
    joined_on: date
    left_on: date | None
    until: date
    modules: tuple[ModuleHours, ...]
    action: ModuleHours
    pending: int = 0


def pdf(certificate: HoursCertificate) -> bytes:
    """Return the certificate's PDF, the same bytes for the same certificate."""
    return render(story(certificate))


def story(certificate: HoursCertificate) -> Document:
    """Return the certificate in blocks."""
    return course_document(certificate.head, TITLE, certificate.name, tuple(_blocks(certificate)))


def _blocks(paper: HoursCertificate) -> Iterator[Block]:
    head = paper.head
    yield Heading(1, TITLE)
    yield particulars(head, Orientation.PORTRAIT)
    who = ", ".join(part for part in (head.responsible_name, head.responsible_role) if part)
    yield Paragraph(f"{who}, de {head.centre or head.entity},")
    yield Paragraph((Strong("CERTIFICA:"),))
    yield Paragraph(
        (
            "Que ",
            Strong(paper.name),
            (
                f", con documento de identidad {paper.document}, {_taking_part(paper)} la acción formativa "
                f"«{head.course_name}»{_dates(paper)}, y que hasta el {spanish.long_day(paper.until)} "
                "constan las horas siguientes:"
            ),
        )
    )
    yield _table(paper)
    if paper.pending:
        yield Paragraph(
            f"No se cuentan {spanish.hours(paper.pending)} de clase ya impartidas cuya asistencia está sin "
            "introducir.",
            style=Prose.NOTE,
        )
    yield Paragraph(
        "Las faltas validadas son las ausencias cuyo justificante ha aceptado la Administración; no son "
        "horas asistidas. Este certificado no sustituye al diploma ni al certificado de profesionalidad.",
        style=Prose.NOTE,
    )
    yield Paragraph("Y para que conste donde convenga, se expide a petición de la persona interesada.")
    yield from signed_by_centre(head, height=28)


def _taking_part(paper: HoursCertificate) -> str:
    joined = f"desde el {spanish.long_day(paper.joined_on)}"
    if paper.left_on is None:
        return f"participa {joined} en"
    return f"participó {joined} hasta el {spanish.long_day(paper.left_on)} en"


def _dates(paper: HoursCertificate) -> str:
    if paper.first is None or paper.last is None:
        return ""
    return f", que se imparte {spanish.span_of_days(paper.first, paper.last)}"


def _table(paper: HoursCertificate) -> Table:
    return Table(
        (
            Column("Módulo", share=1, heads_row=True),
            Column("Horas oficiales", 26, align=Align.RIGHT),
            Column("Horas asistidas", 26, align=Align.RIGHT),
            Column("Faltas justificadas y validadas", 34, align=Align.RIGHT),
        ),
        tuple(Row(_cells(module)) for module in paper.modules),
        foot=(Row(_total(paper.action)),),
        summary="Una fila por módulo y, al pie, la acción formativa: horas oficiales, asistidas y faltas "
        "justificadas y validadas.",
    )


def _cells(module: ModuleHours) -> tuple[Cell | str, ...]:
    name = f"{module.code} {module.title}"
    if module.is_accredited:
        return (name, spanish.hours(module.official), Cell("Acreditado antes: no se cursa", columns=2))
    return (name, *_figures(module))


def _total(action: ModuleHours) -> tuple[Cell | str, ...]:
    head = Cell((Strong(action.title),), scope=Scope.ROW)
    return (head, *(Cell((Strong(figure),), align=Align.RIGHT) for figure in _figures(action)))


def _figures(module: ModuleHours) -> tuple[str, ...]:
    return tuple(spanish.hours(minutes) for minutes in (module.official, module.attended, module.justified))
