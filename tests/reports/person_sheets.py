"""Certificates, lists and pictures of an invented course, filled as the program fills them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.pictures import HeatCell, HeatMap, HeatRow, HeatState, ShareLine, SharePoint
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.class_list import ClassList, ListedPerson
from cpepa_desktop.reports.day_certificate import AttendedStretch, DayCertificate
from cpepa_desktop.reports.heat_map import HeatMapPaper
from cpepa_desktop.reports.hours_certificate import HoursCertificate, ModuleHours
from cpepa_desktop.reports.share_line import ShareLinePaper
from cpepa_desktop.reports.typing_list import TypingLine, TypingSection, TypingSheet
from tests.reports.sheets import COURSE, HEAD, MONDAY, PEOPLE

_MODULE: Final = "Intervención en la atención higiénico-alimentaria en instituciones"
UNTIL: Final = date(2024, 2, 19)


def hours(pending: int = 0, left_on: date | None = None) -> HoursCertificate:
    """Return a certificate with a module attended in part and one accredited before."""
    return HoursCertificate(
        head=HEAD,
        name=PEOPLE[1],
        document="12345678Z",
        first=date(2024, 1, 15),
        last=date(2024, 5, 10),
        joined_on=date(2024, 1, 15),
        left_on=left_on,
        until=UNTIL,
        modules=(
            ModuleHours("MF1016_2", "Apoyo en la organización", 6000, 5130, 300),
            ModuleHours("MF1017_2", _MODULE, 4200, 0, 0, is_accredited=True),
        ),
        action=ModuleHours("", "Acción formativa", 6000, 5130, 300),
        pending=pending,
    )


def day() -> DayCertificate:
    """Return a certificate of a day of two classes, one attended in part and by virtual classroom."""
    return DayCertificate(
        head=HEAD,
        name=PEOPLE[3],
        document="X1234567L",
        day=MONDAY,
        stretches=(
            AttendedStretch(540, 840, ("UF0127 Apoyo en la recepción",), 300, 300),
            AttendedStretch(960, 1080, ("MF1017_2 " + _MODULE,), 120, 45, is_virtual=True),
        ),
    )


def class_list(*, with_contact: bool = False, with_document: bool = True, people: int = 15) -> ClassList:
    """Return a class list, one person of which has left."""
    return ClassList(
        head=HEAD,
        on=UNTIL,
        people=tuple(
            ListedPerson(
                n,
                name,
                f"{n:08}A",
                "600 000 000",
                f"persona.con.un.correo.muy.largo.{n}@ejemplo.es",
                "Baja; última clase, 02/02/2024" if n == 4 else "",
            )
            for n, name in enumerate(PEOPLE[:people], start=1)
        ),
        with_document=with_document,
        with_contact=with_contact,
    )


def typing() -> TypingSheet:
    """Return a week to type: one line done, one to do and one that waits, and a program with nothing."""
    lines = (
        TypingLine(
            "Alta",
            MONDAY,
            1,
            PEOPLE[0],
            "00000001R",
            ("Plaza: 1",),
            "Tecleado",
            typed_on=UNTIL,
            number="G-17",
            is_done=True,
        ),
        TypingLine("Asistencia", MONDAY, 2, PEOPLE[1], "00000002W", ("Horas: 4,5", "Falta: 0,5"), "Falta"),
        TypingLine("Asistencia", MONDAY, 3, PEOPLE[3], "00000003A", (), "Sin introducir aún", is_ready=False),
    )
    return TypingSheet(
        HEAD, IsoWeek.of(MONDAY), (TypingSection("GESTIFOR", lines), TypingSection("GACEPA", ()))
    )


def heat(days: int = 30, people: int = 15) -> HeatMapPaper:
    """Return a map with every state a day may have, over two months."""
    states = tuple(HeatState)
    spread = tuple(MONDAY + timedelta(number) for number in range(days))
    return HeatMapPaper(
        HEAD,
        UNTIL,
        HeatMap(
            "SSCS0208-01",
            COURSE,
            spread,
            tuple(
                HeatRow(
                    n,
                    n,
                    name,
                    tuple(_heat_cell(each, states[(n + at) % 7]) for at, each in enumerate(spread)),
                )
                for n, name in enumerate(PEOPLE[:people], start=1)
            ),
        ),
    )


def _heat_cell(on: date, state: HeatState) -> HeatCell:
    attended = {HeatState.FULL: 300, HeatState.PARTLY: 150, HeatState.ABSENT: 0, HeatState.JUSTIFIED: 0}
    return HeatCell(on, state, 300, attended.get(state))


def share(person: str = PEOPLE[3], *, points: int = 20) -> ShareLinePaper:
    """Return the line of a person who misses every fifth day; of the whole course where no one is named."""
    spread = [date(2024, 1, 15) + timedelta(number) for number in range(points)]
    return ShareLinePaper(
        HEAD,
        UNTIL,
        ShareLine(
            "SSCS0208-01",
            COURSE,
            person,
            22800,
            17100,
            Decimal("0.75"),
            date(2024, 1, 15),
            date(2024, 5, 10),
            tuple(SharePoint(on, 240 * at, 22800 - 60 * at) for at, on in enumerate(spread, start=1)),
            date(2024, 3, 18) if person else None,
        ),
    )
