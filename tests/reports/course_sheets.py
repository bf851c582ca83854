"""The other papers of an invented course, filled as the program fills them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.incidents import IncidentLine, IncidentsSheet
from cpepa_desktop.reports.trainer_control import ClassLine, TrainerControl
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


_UNIT: Final = ("UF0127", "Apoyo en la recepción y acogida en instituciones de personas dependientes")
_MODULE: Final = ("MF1017_2", "Intervención en la atención higiénico-alimentaria en instituciones")


def trainer_control() -> TrainerControl:
    """Return a week with a class of three trainers, one of nobody, a cancelled day and every mode."""
    nine, noon, two = 9 * 60, 12 * 60, 14 * 60
    tuesday, wednesday, thursday = (MONDAY + timedelta(n) for n in (1, 2, 3))
    return TrainerControl(
        HEAD,
        WEEK,
        (
            ClassLine(MONDAY, nine, two, *_UNIT, "MF1016_2", TRAINERS[:1], "Aula 3"),
            ClassLine(tuesday, nine, noon, *_UNIT, "MF1016_2", TRAINERS[:1], "Aula 3"),
            ClassLine(tuesday, noon, two, *_MODULE, "MF1017_2", TRAINERS, "Aula taller de sociosanitaria"),
            ClassLine(
                wednesday,
                *(nine, two, *_MODULE, "MF1017_2", TRAINERS[:1], "Aula 3"),
                cancelled="Anulada: nevada. Se recupera el vie 23 feb.",
            ),
            ClassLine(
                thursday, nine, two, *_MODULE, "MF1017_2", TRAINERS[1:2], "Aula 3", SessionMode.VIRTUAL
            ),
            ClassLine(FRIDAY, nine, two, *_MODULE, "MF1017_2", mode=SessionMode.BIMODAL),
        ),
    )
