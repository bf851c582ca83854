"""«Hoja de condiciones» of a course, with its annex for the virtual classroom.

Guide of Orden EPE/873/2023, 10.2.3 and 10.2.4: sent at least seven calendar days before the start, approved
by INAEM before it, and handed to each student on the first day, signed and stamped. Every item is printed
with its letter; one without content says «Pendiente de completar», and ``missing_items`` lists them before
printing.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.reports.conditions.annex import TITLE as ANNEX_TITLE
from cpepa_desktop.reports.conditions.annex import annex_items
from cpepa_desktop.reports.conditions.data import (
    CentreTexts,
    ClassDay,
    ConditionsSheet,
    FreeDay,
    ModuleLine,
    TrainerLine,
    UnitLine,
)
from cpepa_desktop.reports.conditions.items import items
from cpepa_desktop.reports.conditions.rights import RightsPart, rights_and_obligations
from cpepa_desktop.reports.frame import Block, Document, Heading, PageBreak, Paragraph, Prose, render

__all__ = [
    "CentreTexts",
    "ClassDay",
    "ConditionsSheet",
    "FreeDay",
    "ModuleLine",
    "RightsPart",
    "TrainerLine",
    "UnitLine",
    "missing_items",
    "pdf",
    "rights_and_obligations",
    "story",
]

_TITLE = "Hoja de condiciones"
_OWN_PAGE = "k)"  # is signed and kept apart


def missing_items(sheet: ConditionsSheet) -> tuple[str, ...]:
    """Return in order the headings of the items without content, or with the part of them that lacks."""
    own = [item.missing for item in items(sheet)]
    annex = [f"Aula virtual. {item.missing}" for item in annex_items(sheet) if item.missing]
    return tuple(line for line in (*own, *annex) if line)


def pdf(sheet: ConditionsSheet) -> bytes:
    """Return the sheet's PDF, the same bytes for the same sheet."""
    return render(story(sheet))


def story(sheet: ConditionsSheet) -> Document:
    """Return the sheet in blocks."""
    return Document(
        title=_TITLE,
        code=sheet.course_code,
        created=sheet.printed_at,
        author=sheet.entity or sheet.centre,
        subject=f"{_TITLE} de {sheet.course_name}",
        header=f"{_TITLE} · {sheet.course_code} {sheet.course_name}",
        logos=sheet.logos,
        blocks=tuple(_blocks(sheet)),
    )


def _blocks(sheet: ConditionsSheet) -> Iterator[Block]:
    yield Heading(1, _TITLE)
    yield Paragraph(sheet.course_name, style=Prose.LEAD)
    for item in items(sheet):
        if item.heading.startswith(_OWN_PAGE):
            yield PageBreak()
        yield from item.printed()
    annex = annex_items(sheet)
    if annex:
        yield PageBreak()
        yield Heading(1, ANNEX_TITLE)
        yield Paragraph(f"{sheet.course_code} {sheet.course_name}", style=Prose.LEAD)
        for item in annex:
            yield from item.printed()
