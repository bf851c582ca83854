"""How the window names what is written of an official paper, which each kind calls in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a kind of paper calls its day, its number and who issues it; ``""`` where it has no such thing.

    ``amount`` says what it grants to each course.
    """

    issued_on: str
    number: str
    body: str
    received_on: str = ""
    ends_on: str = ""
    signer: str = ""
    amount: str = ""


def paper_words(kind: OfficialPaperKind) -> PaperWords:
    """Return the words of a kind of paper."""
    return _words()[kind]


def _words() -> Mapping[OfficialPaperKind, PaperWords]:
    number, body, signer = _("Número de expediente"), _("Organismo"), _("Quién firma")
    received, ends = _("Recibida el"), _("En vigor hasta el")
    return {
        OfficialPaperKind.REQUEST: PaperWords(_("Presentada el"), _("Número de registro"), body),
        OfficialPaperKind.AUTHORISATION: PaperWords(_("Fecha"), number, body, received, signer=signer),
        OfficialPaperKind.AGREEMENT: PaperWords(
            _("Firmado el"), _("Número"), _("Con quién"), ends_on=ends, signer=signer
        ),
        OfficialPaperKind.GRANT: PaperWords(
            _("Concedida el"), number, body, _("Notificada el"), signer=signer, amount=_("Concedido")
        ),
        OfficialPaperKind.DIRECTORATE_RESOLUTION: PaperWords(
            _("Fecha"), _("Número"), _("Órgano que la dicta"), received, signer=signer
        ),
        OfficialPaperKind.CONDITIONS_APPROVAL: PaperWords(
            _("Aprobada el"), _("Número de registro"), body, received
        ),
        OfficialPaperKind.INSURANCE: PaperWords(
            _("Formalizada el"), _("Número de póliza"), _("Aseguradora"), ends_on=ends
        ),
        OfficialPaperKind.GUARANTEE: PaperWords(
            _("Constituido el"), _("Número"), _("Entidad que avala"), ends_on=ends, amount=_("Avalado")
        ),
        OfficialPaperKind.SUPPORT_RESOLUTION: PaperWords(
            _("Fecha"), number, body, received, signer=signer, amount=_("Concedido")
        ),
        OfficialPaperKind.RENUNCIATION: PaperWords(_("Presentada el"), _("Número de registro"), body),
        OfficialPaperKind.OTHER: PaperWords(_("Fecha"), _("Número"), body, _("Recibido el"), ends, signer),
    }


def paper_name(paper: OfficialPaper) -> str:
    """Return a paper in a few words: «Convenio 12/2024»."""
    return f"{paper.kind.label} {paper.number}".strip()


def paper_line(paper: OfficialPaper) -> str:
    """Return a paper with its day: «Convenio 12/2024, 15 ene 2024»."""
    day = paper.received_on or paper.issued_on
    return ", ".join(filter(None, (paper_name(paper), text.full_day(day) if day else "")))
