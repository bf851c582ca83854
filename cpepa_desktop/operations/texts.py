"""Texts of the conditions sheet that the centre keeps for every course of one certificate."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace

ITEMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "presentation": "a) Presentación",
        "objectives": "b) Objetivos",
        "methodology": "d) Metodología de impartición",
        "programme": "e) Programación didáctica",
        "activities": "f) Actividades y ejercicios prácticos propuestos",
        "evaluation": "h) Sistema de evaluación",
        "rights": "k) Hoja de derechos y obligaciones",
        "virtual_tool": "Aula virtual. a) Herramienta tecnológica",
        "virtual_requirements": "Aula virtual. b) Requisitos técnicos",
        "virtual_help": "Aula virtual. c) Centro de atención al usuario",
        "virtual_excluded": "Aula virtual. d) Contenidos que no pueden impartirse por aula virtual",
        "virtual_activities": "Aula virtual. e) Actividades y ejercicios prácticos",
        "virtual_tests": "Aula virtual. f) Pruebas de evaluación",
    }
)
"""The items that a centre writes, with their official headings (EPE/873/2023, Guía 10.2.3 y 10.2.4)."""


def texts_of(ws: Workspace, certificate_code: str) -> Mapping[str, str]:
    """Return what the centre has written for a certificate, by item; what it has not is absent."""
    return table.texts(ws.db, certificate_code)


def save_text(ws: Workspace, certificate_code: str, item: str, body: str) -> Changes:
    """Write one text of a certificate. Raises ``Refused`` for an item that the sheet does not have."""
    if item not in ITEMS:
        raise Refused(_("La hoja de condiciones no tiene el apartado «{item}».").format(item=item))
    name = _("Texto «{item}» de {code}").format(item=ITEMS[item], code=certificate_code)
    with ws.operation(name):
        table.save_text(ws.db, certificate_code, item, body.strip())
    return Changes(name, frozenset({Kind.COURSE}))
