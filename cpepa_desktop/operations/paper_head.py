"""What the head of every paper of a course says: who teaches it, where, and under which marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.course import Course, SessionMode
from cpepa_desktop.operations.centres import read_centre, read_logo
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.frame import Logo, LogoBand
from cpepa_desktop.reports.parts.centre_head import CentreHead
from cpepa_desktop.reports.parts.course_head import CourseHead

_MODALITIES = {
    SessionMode.IN_PERSON: "Presencial",
    SessionMode.VIRTUAL: "Presencial, con aula virtual",
    SessionMode.BIMODAL: "Presencial, sistema bimodal",
}


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The centre as papers print it."""

    entity: Entity
    centre: Centre
    logos: LogoBand | None

    @property
    def address(self) -> str:
        """Return street and postal code of the centre."""
        return ", ".join(part for part in (self.centre.address, self.centre.postal_code) if part)


def printing_moment(ws: Workspace) -> datetime:
    """Return the working day at the hour it is: the day a paper says it is signed on."""
    return datetime.combine(ws.clock.today(), ws.clock.now().timetz())


def paper_head(ws: Workspace) -> PaperHead:
    """Return the centre as it is today, its logos read whole."""
    view = read_centre(ws)
    logos = tuple(Logo(read_logo(ws, logo.sha256), logo.alternative_text) for logo in view.logos)
    return PaperHead(view.entity, view.centre, LogoBand(logos) if logos else None)


def centre_head(ws: Workspace) -> CentreHead:
    """Return the head of a paper of the whole centre."""
    head = paper_head(ws)
    return CentreHead(
        printed_at=printing_moment(ws),
        entity=head.entity.name,
        entity_cif=head.entity.cif,
        centre=head.centre.name,
        centre_code=head.centre.code,
        address=head.address,
        municipality=head.centre.municipality,
        responsible_name=head.centre.head_name,
        responsible_role=head.centre.head_role or "Responsable del centro",
        logos=head.logos,
    )


def course_head(ws: Workspace, course: Course, modes: Iterable[SessionMode]) -> CourseHead:
    """Return the head of a paper of a course; ``modes`` are those of the sessions that it is about."""
    head = paper_head(ws)
    return CourseHead(
        printed_at=printing_moment(ws),
        course_code=course.code,
        course_name=f"{course.speciality} {course.title}",
        file_number=course.file_number,
        action_number=f"{course.speciality} {course.part}".strip(),
        entity=head.entity.name,
        entity_cif=head.entity.cif,
        centre=head.centre.name,
        centre_code=head.centre.code,
        address=head.address,
        municipality=head.centre.municipality,
        modality=modality(set(modes)),
        timetable=course.timetable,
        responsible_name=head.centre.head_name,
        responsible_role=head.centre.head_role or "Responsable del centro",
        logos=head.logos,
    )


def modality(modes: set[SessionMode]) -> str:
    """Return how sessions of those modes are given, in the words of the guide (10.2.3 d)."""
    for mode in (SessionMode.BIMODAL, SessionMode.VIRTUAL):
        if mode in modes:
            return _MODALITIES[mode]
    return _MODALITIES[SessionMode.IN_PERSON]
