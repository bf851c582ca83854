"""A table of learners that the tests of tables work on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.ui.parts.table import Align, Column, TablePanel, Total
from cpepa_desktop.ui.parts.theme import Wash


@dataclass(frozen=True, slots=True)
class Learner:
    id: int
    name: str
    born: date | None
    minutes: int


ANA = Learner(1, "Ágreda Royo, Ana", date(1990, 1, 3), 7200)
JOSE = Learner(2, "Ñíguez, José", None, 2310)
EVA = Learner(3, "Nuez, Eva", date(1980, 5, 1), 0)
PACO = Learner(4, "Ortiz, Paco", date(1970, 2, 2), 60)
ALL = (JOSE, EVA, PACO, ANA)

COLUMNS: tuple[Column[Learner], ...] = (
    Column("Nombre", lambda each: each.name, stretched=True),
    Column("Nacimiento", lambda each: each.born, width=12, total=Total.COUNT),
    Column(
        "Horas",
        lambda each: each.minutes,
        text=lambda each: f"{each.minutes // 60} h",
        align=Align.RIGHT,
        measure=Measure.MINUTES,
        total=Total.SUM,
        wash=lambda each: Wash.DANGER if not each.minutes else None,
        icon=lambda each: "no" if not each.minutes else "",
        tooltip=lambda each: f"{each.minutes} minutos",
    ),
    Column("Número", lambda each: each.id, hidden=True),
)


def names(panel: TablePanel[Learner]) -> list[str]:
    """Return the surnames of the learners in sight."""
    return [each.name.partition(",")[0] for each in panel.shown_rows()]
