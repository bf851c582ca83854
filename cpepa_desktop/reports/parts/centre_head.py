"""The head of every paper of the whole centre, which is of no course: which centre it is, and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from cpepa_desktop.reports.frame import (
    Block,
    Document,
    Field,
    Fields,
    FieldSize,
    Group,
    Heading,
    LogoBand,
    Orientation,
    Paragraph,
    Signatures,
    Signer,
    spanish,
)

NO_CODE: Final = "Centro"
_SIGNATURE: Final = 22
"""Millimetres in which a hand signs beside the stamp."""


class Responsible(Protocol):
    """What the foot of a paper needs of its head: who signs for the centre, where and when."""

    @property
    def printed_at(self) -> datetime:
        """Return when the paper is printed."""
        ...

    @property
    def municipality(self) -> str:
        """Return the town of the centre."""
        ...

    @property
    def responsible_name(self) -> str:
        """Return the name of who signs."""
        ...

    @property
    def responsible_role(self) -> str:
        """Return the post of who signs."""
        ...


@dataclass(frozen=True, slots=True)
class CentreHead:
    """What every paper of the centre says of it, ``""`` where unknown. ``printed_at`` has its time zone."""

    printed_at: datetime
    entity: str = ""
    entity_cif: str = ""
    centre: str = ""
    centre_code: str = ""
    address: str = ""
    municipality: str = ""
    responsible_name: str = ""
    responsible_role: str = "Responsable del centro"
    logos: LogoBand | None = None


def centre_document(
    head: CentreHead,
    title: str,
    about: str,
    blocks: tuple[Block, ...],
    orientation: Orientation = Orientation.PORTRAIT,
) -> Document:
    """Return a paper of the centre: ``about`` says which of its kind it is, as its school year."""
    return Document(
        title=f"{title}, {about}" if about else title,
        code=head.centre_code or NO_CODE,
        created=head.printed_at,
        author=head.centre or head.entity,
        subject=head.centre,
        header=" · ".join(part for part in (title, head.centre, about) if part),
        logos=head.logos,
        orientation=orientation,
        blocks=blocks,
    )


def centre_particulars(head: CentreHead, *, label: str, about: str) -> Fields:
    """Return the box at the head: who the centre is and where, and what of it the paper is about."""
    return Fields(
        (
            Field("Entidad y CIF", joined(head.entity, head.entity_cif), 6),
            Field("Centro y código", joined(head.centre, head.centre_code), 6),
            Field("Dirección", joined(head.address, head.municipality), 8),
            Field(label, about, 4),
        ),
        columns=12,
        size=FieldSize.COMPACT,
    )


def responsible(head: Responsible, form_field: str = "firma_centro") -> Signer:
    """Return who signs for the centre, with its stamp."""
    return Signer(head.responsible_role, head.responsible_name, form_field, note="Sello del centro")


def place_and_day(head: Responsible) -> str:
    """Return where and when a paper is signed, as the foot of a letter says it."""
    day = spanish.long_day(head.printed_at.date())
    return f"{head.municipality}, a {day}" if head.municipality else f"A {day}"


def signed_by_centre(head: Responsible, height: int = _SIGNATURE) -> Iterator[Block]:
    """Yield the foot of a paper: where and when, and the box where the centre signs and stamps it."""
    day = Paragraph(f"{place_and_day(head)}.")
    signed = Signatures((responsible(head),), height=height)
    yield Group((day, Heading(2, "Firma y sello"), signed), together=True)


def handed_in(day: date, number: str) -> str:
    """Return when a request was handed in and under which number, ``""`` where it has none."""
    under = f", con el número {number}" if number else ""
    return f"Presentada el {spanish.long_day(day)}{under}."


def joined(*parts: str) -> str:
    """Return what is known of some parts, with commas between."""
    return ", ".join(part for part in parts if part)
