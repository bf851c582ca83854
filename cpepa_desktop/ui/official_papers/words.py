"""How the window names what is written of an official paper, which each kind calls in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.official_papers import paper_words
from cpepa_desktop.ui.parts import text


@dataclass(frozen=True, slots=True)
class KindWords:
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


def kind_words(kind: OfficialPaperKind) -> KindWords:
    """Return the words of a kind of paper."""
    return _words()[kind]


def _words() -> Mapping[OfficialPaperKind, KindWords]:
    number, body, signer = _("Número de expediente"), _("Organismo"), _("Quién firma")
    received, ends = _("Recibida el"), _("En vigor hasta el")
    return {
        OfficialPaperKind.REQUEST: KindWords(_("Presentada el"), _("Número de registro"), body),
        OfficialPaperKind.AUTHORISATION: KindWords(_("Fecha"), number, body, received, signer=signer),
        OfficialPaperKind.AGREEMENT: KindWords(
            _("Firmado el"), _("Número"), _("Con quién"), ends_on=ends, signer=signer
        ),
        OfficialPaperKind.GRANT: KindWords(
            _("Concedida el"), number, body, _("Notificada el"), signer=signer, amount=_("Concedido")
        ),
        OfficialPaperKind.DIRECTORATE_RESOLUTION: KindWords(
            _("Fecha"), _("Número"), _("Órgano que la dicta"), received, signer=signer
        ),
        OfficialPaperKind.CONDITIONS_APPROVAL: KindWords(
            _("Aprobada el"), _("Número de registro"), body, received
        ),
        OfficialPaperKind.INSURANCE: KindWords(
            _("Formalizada el"), _("Número de póliza"), _("Aseguradora"), ends_on=ends
        ),
        OfficialPaperKind.GUARANTEE: KindWords(
            _("Constituido el"), _("Número"), _("Entidad que avala"), ends_on=ends, amount=_("Avalado")
        ),
        OfficialPaperKind.SUPPORT_RESOLUTION: KindWords(
            _("Fecha"), number, body, received, signer=signer, amount=_("Concedido")
        ),
        OfficialPaperKind.RENUNCIATION: KindWords(_("Presentada el"), _("Número de registro"), body),
        OfficialPaperKind.OTHER: KindWords(_("Fecha"), _("Número"), body, _("Recibido el"), ends, signer),
    }


def paper_line(paper: OfficialPaper) -> str:
    """Return a paper with its day: «Convenio 12/2024, 15 ene 2024»."""
    day = day_of(paper)
    return ", ".join(filter(None, (paper_words(paper), text.full_day(day) if day else "")))


def day_of(paper: OfficialPaper) -> date | None:
    """Return the day a list files a paper under: when it came to the centre, or that of its date."""
    return paper.received_on or paper.issued_on
