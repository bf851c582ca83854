"""«Solicitud de subvención»: the courses a centre asks a call to pay for, and what goes with the application.

Orden EPE/873/2023, ap. 11 and 12: the list of courses (12.1.a) and the papers and declarations to hand in.
The application itself is filled in in Gestifor; this is the centre's list, to sign and to check against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Listing,
    Orientation,
    Paragraph,
    Prose,
    Row,
    Strong,
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

TITLE: Final = "Solicitud de subvención: acciones y documentación"
NOTHING: Final = "No se pide ninguna acción formativa."
NO_AMOUNT: Final = "Sin importe"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """A course that is asked for. ``cents`` is ``None`` where its grant cannot be reckoned."""

    speciality: str
    part: str
    title: str
    province: str
    minutes: int | None
    participants: int | None
    cents: int | None
    is_priority: bool = False

    @property
    def words(self) -> str:
        """Return what is asked for, as «ADGD0308 A1»."""
        return f"{self.speciality} {self.part}".strip()


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A paper or a declaration: its place in the call, when it is asked for, and how far it is.

    ``wording`` is what the call says there, which is printed; without it ``text``, its name, is.
    """

    place: str
    text: str
    kind: str
    when: str
    state: ItemState
    note: str = ""
    has_scan: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class GrantApplicationPaper:
    """Everything that is printed. ``limits`` are sentences on the caps of the call; ``due`` its last day."""

    head: CentreHead
    call_title: str
    actions: tuple[ActionLine, ...]
    items: tuple[ChecklistLine, ...]
    limits: tuple[str, ...] = ()
    due: date | None = None
    submitted_on: date | None = None
    number: str = ""

    @property
    def cents(self) -> int:
        """Return the sum of what is asked for."""
        return sum(action.cents or 0 for action in self.actions)


def missing_items(paper: GrantApplicationPaper) -> tuple[str, ...]:
    """Return what is still missing of the papers and declarations."""
    return tuple(f"{item.place}: {item.text}" for item in paper.items if item.state is ItemState.MISSING)


def pdf(paper: GrantApplicationPaper) -> bytes:
    """Return the application's PDF, the same bytes for the same application."""
    return render(story(paper))


def story(paper: GrantApplicationPaper) -> Document:
    """Return the application in blocks."""
    about = paper.call_title
    return centre_document(paper.head, TITLE, about, tuple(_blocks(paper)), Orientation.LANDSCAPE)


def _blocks(paper: GrantApplicationPaper) -> Iterator[Block]:
    yield Heading(1, TITLE)
    yield centre_particulars(paper.head, label="Convocatoria", about=paper.call_title)
    yield Heading(2, "Acciones formativas que se piden")
    yield _actions(paper) if paper.actions else Paragraph(NOTHING)
    if paper.limits:
        yield Listing(paper.limits)
    yield Heading(2, "Documentos y declaraciones")
    yield _items(paper.items)
    yield from (Paragraph(words, style=Prose.NOTE) for words in _dates(paper))
    yield from signed_by_centre(paper.head)


def _actions(paper: GrantApplicationPaper) -> Table:
    rows = [
        Row(
            (
                str(n),
                f"{action.words}, prioritaria" if action.is_priority else action.words,
                action.title,
                action.province,
                "" if action.minutes is None else hours_words(action.minutes),
                "" if action.participants is None else str(action.participants),
                Cell(NO_AMOUNT, wash=Wash.PENDING) if action.cents is None else money_words(action.cents),
            )
        )
        for n, action in enumerate(paper.actions, start=1)
    ]
    total = Row(("", Cell((Strong("Total"),)), "", "", "", "", Cell((Strong(money_words(paper.cents)),))))
    return Table(
        (
            Column("N.º", 10, align=Align.RIGHT),
            Column("Especialidad y parte", 48, heads_row=True),
            Column("Denominación", share=1),
            Column("Provincia", 24),
            Column("Horas", 18, align=Align.RIGHT),
            Column("Personas", 20, align=Align.RIGHT),
            Column("Importe", 32, align=Align.RIGHT),
        ),
        (*rows, total),
        summary="Una fila por acción formativa que se pide, con su provincia, sus horas con las "
        "complementarias, los participantes y el importe, y al final el total.",
    )


def _items(items: tuple[ChecklistLine, ...]) -> Table:
    return Table(
        (
            Column("Apartado", 22, heads_row=True),
            Column("Qué se aporta o se declara", share=5),
            Column("Clase", 24),
            Column("Cuándo", 28),
            Column("Estado", 24),
            Column("Nota", share=1),
        ),
        tuple(
            Row(
                (
                    item.place,
                    item.wording or item.text,
                    item.kind,
                    item.when,
                    Cell(item.state.label, wash=Wash.PENDING)
                    if item.state is ItemState.MISSING
                    else item.state.label,
                    ", ".join(part for part in (item.note, "con copia" if item.has_scan else "") if part),
                )
            )
            for item in items
        ),
        summary="Una fila por documento o declaración de la convocatoria: el apartado que lo pide, a quién, "
        "cómo está y su nota.",
    )


def _dates(paper: GrantApplicationPaper) -> Iterator[str]:
    if paper.due is not None:
        yield f"El plazo de presentación acaba el {spanish.long_day(paper.due)}."
    if paper.submitted_on is not None:
        yield handed_in(paper.submitted_on, paper.number)
