"""Papers that come from outside or are signed: authorisations, agreements, grants, policies.

They are not the documents the program prints (`domain.papers`): they are facts about a paper that somebody
else issued, with its scan. One may serve several courses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.texts import _


class OfficialPaperKind(StrEnum):
    """What a paper is."""

    REQUEST = "request"
    AUTHORISATION = "authorisation"
    AGREEMENT = "agreement"
    GRANT = "grant"
    DIRECTORATE_RESOLUTION = "directorate_resolution"
    CONDITIONS_APPROVAL = "conditions_approval"
    INSURANCE = "insurance"
    GUARANTEE = "guarantee"
    SUPPORT_RESOLUTION = "support_resolution"
    RENUNCIATION = "renunciation"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        return {
            OfficialPaperKind.REQUEST: _("Solicitud"),
            OfficialPaperKind.AUTHORISATION: _("Autorización de INAEM"),
            OfficialPaperKind.AGREEMENT: _("Convenio"),
            OfficialPaperKind.GRANT: _("Resolución de concesión"),
            OfficialPaperKind.DIRECTORATE_RESOLUTION: _("Resolución de la Dirección General"),
            OfficialPaperKind.CONDITIONS_APPROVAL: _("Aprobación de la hoja de condiciones"),
            OfficialPaperKind.INSURANCE: _("Póliza de seguro de accidentes"),
            OfficialPaperKind.GUARANTEE: _("Aval del anticipo"),
            OfficialPaperKind.SUPPORT_RESOLUTION: _("Resolución de apoyo a la discapacidad"),
            OfficialPaperKind.RENUNCIATION: _("Renuncia"),
            OfficialPaperKind.OTHER: _("Otro escrito"),
        }[self]


@dataclass(frozen=True, slots=True)
class CourseServed:
    """A course that a paper serves, and the cents it grants to it, where it grants any."""

    course: str
    cents: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """A paper with the courses it serves.

    ``issued_on`` is the day of its date or signature, ``received_on`` the day it came to the centre and
    ``ends_on`` the last day it is in force. ``attachment`` names its scan.
    """

    id: int
    kind: OfficialPaperKind
    number: str = ""
    issued_on: date | None = None
    received_on: date | None = None
    ends_on: date | None = None
    signer: str = ""
    body: str = ""
    note: str = ""
    local_entity_id: int | None = None
    attachment: str | None = None
    courses: tuple[CourseServed, ...] = ()
