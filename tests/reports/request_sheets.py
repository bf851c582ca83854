"""Yearly requests of an invented centre, filled as the program fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from typing import Final

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.reports.yearly_request import RequestedCourse, YearlyRequestPaper
from tests.reports.papers import LONG_NAME
from tests.reports.sheets import CENTRE_HEAD, COURSE

OWN: Final = RequestedCourse(
    "SSCS0208",
    "",
    COURSE,
    370 * 60,
    "Medios propios",
    needs_entity=False,
    entity="",
    starts_on=date(2024, 10, 1),
    places=15,
    authorisation="Ya autorizado",
    accreditation="26-17",
)
LOCAL: Final = RequestedCourse(
    "ADGD0308",
    "A1",
    "Actividades de gestión <administrativa> & más",
    450 * 60,
    "Entidad local",
    needs_entity=True,
    entity="",
    starts_on=None,
    places=None,
    authorisation="Nueva autorización",
    missing=("Aula de gestión (45 m² para 15 personas): Aula 2, de 40 m²", "Equipos: pendiente"),
    note="Grupo de tarde",
)
PAPER: Final = YearlyRequestPaper(CENTRE_HEAD, SchoolYear(2024), (OWN, LOCAL))


def of_many(courses: int) -> YearlyRequestPaper:
    """Return a request for so many courses; of the local ones, an entity with a long name pays."""
    paid = replace(LOCAL, entity=f"Ayuntamiento de {LONG_NAME}", needs_entity=False)
    return replace(PAPER, courses=tuple(islice(cycle((OWN, paid)), courses)))
