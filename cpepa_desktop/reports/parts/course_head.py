"""The head of every paper of a course: which action it is, who teaches it and where, and who signs for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cpepa_desktop.reports.frame import (
    Block,
    Document,
    Field,
    Fields,
    FieldSize,
    LogoBand,
    Orientation,
)
from cpepa_desktop.reports.parts.centre_head import joined, place_and_day, responsible

__all__ = ["CourseHead", "course_document", "particulars", "responsible"]


@dataclass(frozen=True, slots=True)
class CourseHead:
    """What every paper of a course says of it, ``""`` where unknown. ``printed_at`` has its time zone."""

    printed_at: datetime
    course_code: str
    course_name: str
    file_number: str = ""
    action_number: str = ""
    entity: str = ""
    entity_cif: str = ""
    centre: str = ""
    centre_code: str = ""
    address: str = ""
    municipality: str = ""
    modality: str = "Presencial"
    timetable: str = ""
    responsible_name: str = ""
    responsible_role: str = "Responsable del centro"
    logos: LogoBand | None = None

    @property
    def place_and_day(self) -> str:
        """Return where and when the paper is signed, as the foot of a letter says it."""
        return place_and_day(self)


def course_document(
    head: CourseHead,
    title: str,
    about: str,
    blocks: tuple[Block, ...],
    orientation: Orientation = Orientation.PORTRAIT,
    subject: str = "",
) -> Document:
    """Return a paper of a course: ``about`` says which of its kind it is, as its week."""
    return Document(
        title=f"{title}, {about}" if about else title,
        code=head.course_code,
        created=head.printed_at,
        author=head.centre or head.entity,
        subject=subject or head.course_name,
        header=" · ".join(part for part in (title, f"{head.course_code} {head.course_name}", about) if part),
        logos=head.logos,
        orientation=orientation,
        blocks=blocks,
    )


def particulars(head: CourseHead, orientation: Orientation, *, label: str = "", about: str = "") -> Fields:
    """Return the box at the head: the action, what of it the paper is about, who gives it, where and when."""
    is_wide = orientation is Orientation.LANDSCAPE
    numbers = (
        Field("N.º de expediente", head.file_number, 4 if is_wide or label else 6),
        Field("N.º de acción", head.action_number, 4 if is_wide else 3 if label else 6),
    )
    name = f"{head.course_code} {head.course_name}"
    action = Field("Acción formativa", name, (10 if label else 16) if is_wide else 12)
    period = (Field(label, about, 6 if is_wide else 5),) if label else ()
    return Fields(
        (
            *numbers,
            *((action, *period) if is_wide else (*period, action)),
            Field("Entidad y CIF", joined(head.entity, head.entity_cif), 6),
            Field("Centro y código", joined(head.centre, head.centre_code), 6),
            Field("Lugar de impartición", joined(head.address, head.municipality), 5),
            Field("Modalidad", head.modality, 3),
            Field("Horario", head.timetable, 4),
        ),
        columns=24 if is_wide else 12,
        size=FieldSize.COMPACT,
    )
