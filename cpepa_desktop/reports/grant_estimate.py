"""«Estimación de la subvención»: what a call would grant for a course, with the arithmetic and the articles.

Units are printed with all their decimals: rounded, full attendance would already pay more than the cap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    FieldSize,
    Group,
    Heading,
    Listing,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Strong,
    Table,
    render,
)
from cpepa_desktop.reports.parts.centre_head import CentreHead, centre_document, centre_particulars
from cpepa_desktop.reports.parts.course_head import CourseHead, course_document, particulars

TITLE: Final = "Estimación de la subvención"
FINAL_TITLE: Final = "Subvención de la acción formativa"
NOTE: Final = (
    "Los costes unitarios no se redondean; los importes finales van al céntimo, el medio hacia arriba."
)
NO_PROMISE: Final = (
    "Es un cálculo con los módulos económicos del anexo I: no obliga a la administración. Lo que se concede "
    "lo dice la resolución, y lo que se cobra, la justificación."
)


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """An amount: its name, the arithmetic with its figures, its value, and where the law says it."""

    label: str
    formula: str
    value: str
    article: str


@dataclass(frozen=True, slots=True)
class GrantEstimatePaper:
    """Everything that is printed. ``basis`` is what the grant is reckoned from, each with its name.

    ``conditions`` are sentences on the advances and the caps. ``is_resolved`` says that the amount is the one
    a resolution grants.
    """

    head: CourseHead | CentreHead
    about: str
    basis: tuple[tuple[str, str], ...]
    lines: tuple[EstimateLine, ...]
    conditions: tuple[str, ...] = ()
    is_resolved: bool = False

    @property
    def title(self) -> str:
        """Return what the paper is called: an estimate until a resolution grants the amount."""
        return FINAL_TITLE if self.is_resolved else TITLE


def pdf(paper: GrantEstimatePaper) -> bytes:
    """Return the estimate's PDF, the same bytes for the same estimate."""
    return render(story(paper))


def story(paper: GrantEstimatePaper) -> Document:
    """Return the estimate in blocks."""
    blocks = tuple(_blocks(paper))
    if isinstance(paper.head, CourseHead):
        return course_document(paper.head, paper.title, "", blocks)
    return centre_document(paper.head, paper.title, paper.about, blocks)


def _blocks(paper: GrantEstimatePaper) -> Iterator[Block]:
    yield Heading(1, paper.title)
    if isinstance(paper.head, CourseHead):
        yield particulars(paper.head, Orientation.PORTRAIT)
    else:
        yield centre_particulars(paper.head, label="Acción", about=paper.about)
    yield Heading(2, "De qué se calcula")
    wide, *rest = paper.basis
    fields = (Field(*wide, 12), *(Field(label, value, 4) for label, value in rest))
    yield Fields(fields, columns=12, size=FieldSize.COMPACT)
    yield Heading(2, "Importes")
    yield Table(
        (
            Column("Importe", share=5, heads_row=True),
            Column("Cálculo", share=8),
            Column("Resultado", 32, align=Align.RIGHT),
            Column("Artículo", share=4),
        ),
        tuple(
            Row((line.label, line.formula, Cell((Strong(line.value),)), line.article)) for line in paper.lines
        ),
        summary="Una fila por importe: la subvención, sus máximos, los costes unitarios y los anticipos, "
        "cada uno con su cálculo y el artículo que lo dice.",
    )
    yield Paragraph(NOTE, style=Prose.NOTE)
    if paper.conditions:
        conditions = Listing(paper.conditions)
        yield Group((Heading(2, "Anticipos y límites"), conditions), together=True)
    if not paper.is_resolved:
        yield Paragraph(NO_PROMISE, style=Prose.NOTE)
