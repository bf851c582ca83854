"""Days and flags between Python and the engine, which keeps days as ISO text."""

from __future__ import annotations

from datetime import date


def day_text(day: date | None) -> str | None:
    """Return the ISO text of a day, ``None`` for none."""
    return None if day is None else day.isoformat()


def to_day(text: str | None) -> date | None:
    """Return the day of an ISO text, ``None`` for none."""
    return None if text is None else date.fromisoformat(text)
