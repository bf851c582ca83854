"""The incidents of a week: day, hour, cause and justification (Orden EPE/873/2023, Guía 10.2.10)."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.incidents import LEGAL_NOTE, IncidentsSheet, missing_items, pdf, story
from tests.reports.checks import check
from tests.reports.conftest import Compare
from tests.reports.course_sheets import TRAINERS, incidents
from tests.reports.sheets import PEOPLE


def said(sheet: IncidentsSheet) -> list[str]:
    return [element.text.strip() for element in check(story(sheet), pdf(sheet)).elements if element.text]


def test_each_incident_has_its_day_hour_person_cause_justification_and_notice() -> None:
    texts = said(incidents())
    place = texts.index("Todo el grupo")

    assert texts[place - 2 : place + 5] == [
        "lun 12 feb",
        "09:30",
        "Todo el grupo",
        "No hay luz en el aula durante cuarenta minutos; se sigue en el aula taller",
        "Avería de la compañía eléctrica en todo el barrio",
        "Aviso de la compañía <n.º 24/118> & parte de mantenimiento",
        "13/02/2024",
    ]


def test_what_nobody_wrote_is_pending_and_what_was_not_told_says_so() -> None:
    texts = said(incidents())
    place = texts.index(PEOPLE[1])

    assert texts[place + 2 : place + 5] == [
        "Pendiente de completar",
        "Pendiente de completar",
        "Sin comunicar",
    ]
    assert missing_items(incidents()) == ("Se le olvida firmar la hoja (vie 16 feb): causa y justificación",)


def test_the_head_the_rule_and_the_signatures_are_there() -> None:
    texts = said(incidents())

    for expected in ("7 de 2024, del 12 al 16 de febrero de 2024", LEGAL_NOTE, "Sello del centro", *TRAINERS):
        assert expected in texts, expected


def test_a_week_without_incidents_says_so() -> None:
    sheet = replace(incidents(), incidents=())

    assert "No consta ninguna incidencia en la semana del 12 al 16 de febrero de 2024." in said(sheet)
    assert missing_items(sheet) == ()


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("incidents", pdf(incidents()))
