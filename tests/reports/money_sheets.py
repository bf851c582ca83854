"""Papers about money of an invented centre, filled as the program fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.reports.grant_application import ActionLine, ChecklistLine, GrantApplicationPaper
from cpepa_desktop.reports.grant_estimate import EstimateLine, GrantEstimatePaper
from tests.reports.sheets import CENTRE_HEAD, COURSE, HEAD

_BASIS: Final = (
    ("Convocatoria", "Plan Cualifícate 2023 (Orden EPE/873/2023)"),
    ("Acción formativa", "SSCS0208"),
    ("Provincia", "Zaragoza"),
    ("Horas del anexo", "370 h"),
    ("Horas complementarias", "10 h"),
    ("Módulo económico", "7,61 €/h"),
    ("Participantes", "13"),
)
_LINES: Final = (
    EstimateLine(
        "Subvención estimada",
        "(370 h + 10 h) × 7,61 €/h × 13 participantes = 37.593,40 €",
        "37.593,40 €",
        "EPE/873/2023, ap. 7.8, 8.1, 13.3 y 17.4",
    ),
    EstimateLine(
        "Máximo por producto", "80 % × 37.593,40 € = 30.074,72 €", "30.074,72 €", "EPE/873/2023, ap. 19.1.1º"
    ),
    EstimateLine(
        "Coste unitario por resultado",
        "20 % × 37.593,40 € ÷ 10 = 751,868 €",
        "751,868 €",
        "EPE/873/2023, ap. 19.1.2º",
    ),
)
_CONDITIONS: Final = (
    "El anticipo inicial se pide una vez notificada la concesión y hasta el dom 31 dic 2023.",
    "Un centro no pide a la convocatoria más de 600.000,00 € (EPE/873/2023, ap. 11.5).",
)
_ACTION: Final = ActionLine("SSCS0208", "", COURSE, "Zaragoza", 380 * 60, 13, 3_759_340, is_priority=True)
_ITEMS: Final = (
    ChecklistLine(
        "ap. 12.1.a",
        "Listado de las acciones formativas solicitadas",
        "Documento",
        "Siempre",
        ItemState.READY,
        "Firmado por <la directora> & sellado",
        has_scan=True,
    ),
    ChecklistLine(
        "ap. 12.1.c",
        "Certificado o declaración de la entidad local: al corriente en rendir cuentas a la Cámara, "
        "medidas de racionalización del gasto y, en su caso, planes económico-financieros",
        "Documento",
        "Solo una entidad local",
        ItemState.NOT_NEEDED,
        wording="Cuando la entidad solicitante fuese una entidad local, deberá aportar también certificado o "
        "declaración responsable que contenga los siguientes extremos.",
    ),
    ChecklistLine(
        "ap. 12.2.j",
        "Toda la información y los datos aportados son veraces",
        "Declaración responsable",
        "Siempre",
        ItemState.MISSING,
    ),
)


def estimate_of_course() -> GrantEstimatePaper:
    """Return the estimate of a course."""
    return GrantEstimatePaper(HEAD, "SSCS0208", _BASIS, _LINES, _CONDITIONS)


def estimate_alone() -> GrantEstimatePaper:
    """Return the estimate of a speciality that no course is planned of."""
    return GrantEstimatePaper(CENTRE_HEAD, "SSCS0208", _BASIS, _LINES)


def application(actions: int = 2) -> GrantApplicationPaper:
    """Return an application that asks for so many courses, the last without an amount."""
    lines = [replace(_ACTION, part="A1") for _n in range(actions)]
    if lines:
        lines[-1] = replace(_ACTION, minutes=None, participants=None, cents=None, is_priority=False)
    return GrantApplicationPaper(
        CENTRE_HEAD,
        "Plan Cualifícate 2023 (Orden EPE/873/2023)",
        tuple(lines),
        _ITEMS,
        ("El centro pide 37.593,40 € de los 600.000,00 € que puede pedir.",),
        due=date(2023, 7, 24),
        submitted_on=date(2023, 7, 20),
        number="REGAGE23e00012345678",
    )
