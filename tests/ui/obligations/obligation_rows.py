"""Obligations that tests show, without a file behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from cpepa_desktop.domain.call import DayKind, Side
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.timeline import ObligationMet
from cpepa_desktop.operations.deadlines import DatedObligation

TODAY: Final = date(2024, 2, 19)
GUIDE: Final = Citation("EPE/873/2023", "Guía 10.2.1")
LAW: Final = Citation("EFP/942/2022", "art. 20.2")
_SHEET: Final = DatedObligation(
    course="24/1",
    name="conditions_sheet",
    subject="",
    subject_words="",
    text="Enviar la hoja de condiciones",
    due=TODAY,
    safe=TODAY,
    opens=None,
    other=None,
    kind=DayKind.CALENDAR,
    anchor=Anchor.COURSE_START,
    side=Side.BEFORE,
    citation=GUIDE,
    safe_citation=GUIDE,
    channels=("Gestifor Web",),
    place="papers/conditions-sheet",
    event=TODAY + timedelta(days=7),
)


def due_in(days: int, *, safe_in: int | None = None, **fields: Any) -> DatedObligation:  # noqa: ANN401 - its fields
    """Return an obligation due in so many days, past where they are negative."""
    due = TODAY + timedelta(days=days)
    safe = due if safe_in is None else TODAY + timedelta(days=safe_in)
    return replace(_SHEET, due=due, safe=safe, **fields)


def waiting_for(anchor: Anchor, **fields: Any) -> DatedObligation:  # noqa: ANN401 - its fields
    """Return an obligation whose day waits for an event."""
    return replace(
        _SHEET, due=None, safe=None, event=None, anchor=anchor, name="publicity_authorisation", **fields
    )


def met(day: date, number: str = "", channel: str = "", **fields: Any) -> DatedObligation:  # noqa: ANN401 - its fields
    """Return an obligation that was met."""
    return replace(_SHEET, met=ObligationMet(day, channel, number), **fields)
