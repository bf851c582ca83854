"""The yearly request as a sheet to type from."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.accreditations import Accreditation
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import save_accreditation
from cpepa_desktop.operations.local_entities import save_local_entity
from cpepa_desktop.operations.request_sheet import request_sheet
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import save_line

YEAR = SchoolYear(2024)


def test_each_line_is_a_row_in_the_order_it_is_typed(ws: Workspace) -> None:
    save_local_entity(ws, LocalEntity(0, "Ayuntamiento de Utebo", "P5027600E"))
    save_accreditation(ws, Accreditation(0, "SSCS0208", "26-17", date(2023, 9, 1)))
    save_line(
        ws, YEAR, RequestLine(0, 0, "SSCS0208", "", Route.LOCAL, 1, date(2024, 10, 1), 15, note="Tardes")
    )
    save_line(ws, YEAR, RequestLine(0, 0, "ADGD0308", "A1", Route.AGREEMENT))
    sheet = request_sheet(ws, YEAR)
    assert sheet.title == "Petición anual 24-25"
    assert [column.title for column in sheet.columns][:7] == [
        "N.º",
        "Código",
        "Certificado o módulo",
        "Parte",
        "Nivel",
        "Horas",
        "Quién paga",
    ]
    assert sheet.columns[5].measure is Measure.MINUTES
    first, second = sheet.rows
    assert first[:2] == (1, "SSCS0208")
    assert first[3:] == (
        "Completo",
        2,
        370 * 60,
        "Entidad local",
        "Ayuntamiento de Utebo",
        "P5027600E",
        "Ya autorizado",
        "26-17",
        date(2024, 10, 1),
        15,
        "",
        "Tardes",
    )
    assert (second[3], second[6:11]) == ("A1", ("Necesita financiación", "", "", "Nueva autorización", ""))
    assert str(second[13]).startswith("Falta anotar qué exige")


def test_a_year_without_request_has_the_headings_alone(ws: Workspace) -> None:
    assert request_sheet(ws, YEAR).rows == ()
