"""«Petición anual»: the certificates and modules a centre asks to teach in the next school year.

The procedure of the centres: in March and April, among what they may teach already or asking for a new
authorisation, and saying of each who pays («Certificados de profesionalidad en CPEPAs»).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Listing,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Table,
    Wash,
    render,
    spanish,
)
from cpepa_desktop.reports.parts.centre_head import (
    CentreHead,
    centre_document,
    centre_particulars,
    handed_in,
    signed_by_centre,
)

TITLE: Final = "Petición anual de certificados de profesionalidad"
PENDING: Final = "Pendiente de completar"
NOTE: Final = (
    "Se pide en marzo y abril, para el curso siguiente. «Medios propios» y «Entidad local» necesitan la "
    "autorización de INAEM antes de empezar; «Necesita financiación», el convenio firmado."
)


@dataclass(frozen=True, slots=True)
class RequestedCourse:
    """A certificate, part of it or module that is asked for; what nobody has said is ``""`` or ``None``.

    ``missing`` says what a new authorisation lacks, ``()`` where it is authorised already.
    """

    code: str
    part: str
    title: str
    minutes: int
    payer: str
    needs_entity: bool
    entity: str
    starts_on: date | None
    places: int | None
    authorisation: str
    accreditation: str = ""
    missing: tuple[str, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """Return what is asked for, as «SSCS0208 A1»."""
        return f"{self.code} {self.part}".strip()


@dataclass(frozen=True, slots=True)
class YearlyRequestPaper:
    """Everything that is printed on the request for a school year."""

    head: CentreHead
    year: SchoolYear
    courses: tuple[RequestedCourse, ...]
    submitted_on: date | None = None
    number: str = ""


def missing_items(paper: YearlyRequestPaper) -> tuple[str, ...]:
    """Return what the centre has still to say of each course."""
    found = []
    for course in paper.courses:
        lacks = [
            name
            for name, is_lacking in (
                ("entidad local", course.needs_entity),
                ("inicio previsto", course.starts_on is None),
                ("plazas", course.places is None),
            )
            if is_lacking
        ]
        if lacks:
            found.append(f"{course.words}: {', '.join(lacks)}")
    return tuple(found)


def pdf(paper: YearlyRequestPaper) -> bytes:
    """Return the request's PDF, the same bytes for the same request."""
    return render(story(paper))


def story(paper: YearlyRequestPaper) -> Document:
    """Return the request in blocks."""
    about = f"curso {paper.year}"
    return centre_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: YearlyRequestPaper) -> Iterator[Block]:
    yield Heading(1, TITLE)
    yield centre_particulars(paper.head, label="Curso escolar", about=str(paper.year))
    if not paper.courses:
        yield Paragraph("No se pide ningún certificado ni módulo.")
    else:
        yield _table(paper.courses)
        yield from _what_is_missing(paper.courses)
    yield Paragraph(NOTE, style=Prose.NOTE)
    if paper.submitted_on is not None:
        yield Paragraph(handed_in(paper.submitted_on, paper.number), style=Prose.NOTE)
    yield from signed_by_centre(paper.head)


def _table(courses: tuple[RequestedCourse, ...]) -> Table:
    return Table(
        (
            Column("N.º", 10, align=Align.RIGHT),
            Column("Código y parte", 30, heads_row=True),
            Column("Certificado o módulo", share=4),
            Column("Horas", 16, align=Align.RIGHT),
            Column("Quién paga", share=3),
            Column("Inicio previsto", 24),
            Column("Plazas", 22, align=Align.RIGHT),
            Column("Autorización", share=3),
        ),
        tuple(Row(_cells(n, course)) for n, course in enumerate(courses, start=1)),
        summary="Una fila por certificado o módulo que se pide, por orden de preferencia: qué es, quién "
        "lo paga, cuándo empieza, con cuántas plazas y si está ya autorizado.",
    )


def _cells(n: int, course: RequestedCourse) -> tuple[Cell | str, ...]:
    payer = f"{course.payer}: {course.entity}" if course.entity else course.payer
    given = (
        f"{course.authorisation}: {course.accreditation}" if course.accreditation else course.authorisation
    )
    return (
        str(n),
        course.words,
        f"{course.title} ({course.note})" if course.note else course.title,
        hours_words(course.minutes),
        Cell(f"{payer}: {PENDING.lower()}", wash=Wash.PENDING) if course.needs_entity else payer,
        Cell(PENDING, wash=Wash.PENDING) if course.starts_on is None else spanish.short_day(course.starts_on),
        Cell(PENDING, wash=Wash.PENDING) if course.places is None else str(course.places),
        given,
    )


def _what_is_missing(courses: tuple[RequestedCourse, ...]) -> Iterator[Block]:
    """Yield, for each new authorisation, what the centre is not known to meet."""
    wanting = [(n, course) for n, course in enumerate(courses, start=1) if course.missing]
    if not wanting:
        return
    yield Heading(2, "Lo que falta para las nuevas autorizaciones")
    for n, course in wanting:
        items = Listing(course.missing)
        yield Group((Heading(3, f"{n}. {course.words} {course.title}"), items), together=True)
