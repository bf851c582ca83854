"""Agendas of an invented course and centre, filled as the program fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Final

from cpepa_desktop.reports.agenda import Agenda, AgendaLine
from tests.reports.papers import LONG_NAME
from tests.reports.sheets import CENTRE_HEAD, HEAD

COURSE: Final = HEAD.course_code
LINES: Final = (
    AgendaLine(
        date(2024, 1, 8),
        date(2024, 1, 8),
        "Enviar la hoja de condiciones, y su anexo de aula virtual",
        course=COURSE,
        channels=("Gestifor Web",),
        article="EPE/873/2023, Guía 10.2.1 y 10.2.3; cuadro resumen",
        met="5/1/2024, n.º REGAGE24e00012345678",
    ),
    AgendaLine(
        date(2024, 1, 26),
        date(2024, 1, 25),
        "Entregar la hoja de asistencia de la semana, con los justificantes",
        "semana del 15 ene",
        COURSE,
        ("Gestifor Web", "Dirección Provincial", "Registro"),
        "EPE/873/2023, ap. 19.3.b; Guía 10.2.10; cuadro resumen",
    ),
    AgendaLine(
        date(2024, 2, 9),
        date(2024, 2, 5),
        "Comunicar la baja del alumno <urgente> & con su causa",
        LONG_NAME,
        COURSE,
        ("Gestifor Web", "Oficina de empleo"),
        "EPE/873/2023, cuadro resumen",
    ),
    AgendaLine(
        None,
        None,
        "Pedir la autorización de la publicidad",
        course=COURSE,
        article="EPE/873/2023, ap. 23; Guía 10.1.2",
        waits_for="pendiente del comienzo de la publicidad",
    ),
)


def of_course() -> Agenda:
    """Return the agenda of a course: met, open, with a long name, and hanging on what has not happened."""
    return Agenda(HEAD, LINES)


def of_centre(obligations: int = len(LINES)) -> Agenda:
    """Return the agenda of the centre for a school year, with so many obligations, ten a month."""
    first = date(2023, 9, 4)
    lines = tuple(
        replace(line, due=day, safe=day - timedelta(days=at % 2), course=f"2024-SSCS{at:04d}")
        for at, line in enumerate(islice(cycle(LINES[:-1]), obligations - 1))
        for day in (first + timedelta(days=3 * at),)
    )
    return Agenda(CENTRE_HEAD, (*lines, LINES[-1]), "23/24")
