"""The other papers of an invented course, filled as the program fills them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.incidents import IncidentLine, IncidentsSheet
from tests.reports.papers import LONG_NAME
from tests.reports.sheets import HEAD, MONDAY, PEOPLE

WEEK: Final = IsoWeek.of(MONDAY)
FRIDAY: Final = MONDAY + timedelta(4)
TRAINERS: Final = ("Pilar Aznar Gil", "José Luis Fernández-Montes", LONG_NAME)


def incidents() -> IncidentsSheet:
    """Return a week with an incident of the class, one of a person, and one still to be completed."""
    return IncidentsSheet(
        head=HEAD,
        week=WEEK,
        first=MONDAY,
        last=FRIDAY,
        incidents=(
            IncidentLine(
                MONDAY,
                9 * 60 + 30,
                "Todo el grupo",
                "No hay luz en el aula durante cuarenta minutos; se sigue en el aula taller",
                "Avería de la compañía eléctrica en todo el barrio",
                "Aviso de la compañía <n.º 24/118> & parte de mantenimiento",
                date(2024, 2, 13),
            ),
            IncidentLine(
                MONDAY + timedelta(2),
                11 * 60,
                PEOPLE[3],
                "Se marcha indispuesta",
                "Enfermedad",
                "Parte del centro de salud",
            ),
            IncidentLine(FRIDAY, 14 * 60, PEOPLE[1], "Se le olvida firmar la hoja"),
        ),
        trainers=TRAINERS,
    )
