"""The other papers of an invented course, filled as the program fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.incidents import IncidentLine, IncidentsSheet
from cpepa_desktop.reports.justifications_list import JustificationLine, JustificationsList
from cpepa_desktop.reports.monthly_summary import Hours, MonthlySummary, PersonMonth
from cpepa_desktop.reports.risk_letter import (
    MissedLine,
    Requirement,
    RiskLetter,
    Stand,
    Totals,
    UnjustifiedMonth,
)
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


def monthly_summary(people: int = 15) -> MonthlySummary:
    """Return a month with somebody beyond the limit, one pending, one who left and the rest there."""
    odd = {
        1: PersonMonth(
            *(2, PEOPLE[1], "10000001X", Hours(4800, 0, 0, 1200)),
            *(tuple(MONDAY + timedelta(n) for n in range(4)), 8000, 22_800),
        ),
        2: PersonMonth(*(3, PEOPLE[2], "10000002X", Hours(5100, 300, 150, 150), (FRIDAY,), 9000, 22_800)),
        3: PersonMonth(4, PEOPLE[3], "10000003X", Hours(5400, pending=600), (), 9000, 22_800),
        4: PersonMonth(
            5, PEOPLE[4], "10000004X", Hours(3000), (), 6000, 22_800, "alta el jue 1 feb, baja el mié 14 feb"
        ),
        5: PersonMonth(6, PEOPLE[5], "10000005X", Hours(), (), 0, 0),
    }
    return MonthlySummary(
        HEAD,
        date(2024, 2, 1),
        tuple(
            odd.get(
                n,
                PersonMonth(
                    *(n + 1, PEOPLE[n % len(PEOPLE)], f"{10_000_000 + n}X"),
                    Hours(5700, to_come=300),
                    (),
                    9000,
                    22_800,
                ),
            )
            for n in range(people)
        ),
        3,
        "EFP/942/2022, art. 20.3",
    )


def justifications_list() -> JustificationsList:
    """Return a week with every cause, one without its document and one handed in before."""
    first = MONDAY
    lines = [
        JustificationLine(
            PEOPLE[n], f"{10_000_000 + n}X", cause, (first + timedelta(n % 5),), 120 + n, has_proof=n != 1
        )
        for n, cause in enumerate(AbsenceCause)
    ]
    lines[2] = replace(
        lines[2], days=(first, first + timedelta(1), FRIDAY), minutes=900, remarks="Baja médica."
    )
    lines[4] = replace(lines[4], handed_in="Ya presentado el mar 13 feb con el registro RE-1")
    return JustificationsList(HEAD, WEEK, MONDAY, FRIDAY, tuple(lines))


def risk_letter() -> RiskLetter:
    """Return a letter to somebody at risk, with absences of every kind and a month beyond the limit."""
    name = f"Prueba final de MF1016_2 {_UNIT[1]}"
    return RiskLetter(
        head=HEAD,
        name=LONG_NAME,
        document="10000003X",
        address=("C/ de la Sed, 14, 3.º izda.", "50001 Zaragoza"),
        requirements=(
            Requirement(
                *(name, 4500, 6000, 3000, Stand.AT_RISK, "ESS/1897/2013, art. 18.2"),
                *(300, 0, date(2024, 2, 21)),
            ),
            Requirement(
                *(f"Prueba final de MF1017_2 {_MODULE[1]}", 3150, 4200, 0, Stand.UNDER_WAY),
                *("ESS/1897/2013, art. 18.2", 1050, 1050, date(2024, 3, 5)),
            ),
            Requirement(
                *("Diploma, por el módulo MF1016_2", 4500, 6000, 3000, Stand.AT_RISK),
                *("EPE/873/2023, Guía 10.2.8", 300, 0, date(2024, 2, 21)),
            ),
            Requirement(
                *("Participante subvencionable", 17_100, 22_800, 6000, Stand.UNDER_WAY),
                *("EPE/873/2023, ap. 19.1; Guía 10.2.7", 4200, 3900, date(2024, 3, 20)),
            ),
        ),
        stakes=(
            "Para presentarse a la prueba final de un módulo hay que asistir al menos al 75 % de sus horas.",
        ),
        totals=Totals(6000, 300, 150, 1200, 300),
        missed=(
            MissedLine(date(2024, 2, 5), 300, "c) Enfermedad o accidente", "Justificada y validada"),
            MissedLine(MONDAY, 150, "b) Consulta médica", "Justificante pendiente de validar"),
            *(
                MissedLine(
                    *(MONDAY + timedelta(n), 300, "Sin causa comunicada", "Sin justificar", date(2024, 2, 26))
                )
                for n in range(1, 5)
            ),
        ),
        months=(
            UnjustifiedMonth(tuple(MONDAY + timedelta(n) for n in range(1, 5)), 3, "EFP/942/2022, art. 20.3"),
        ),
        causes=tuple((cause.value, cause.label) for cause in AbsenceCause),
        causes_source="EPE/873/2023, ap. 19.1",
        travel_minutes=60,
    )
