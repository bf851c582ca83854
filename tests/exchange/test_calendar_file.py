"""Calendars written for other programs, read back by the library that such programs use."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from cpepa_desktop.exchange.calendar_file import CalendarEntry, calendar_bytes
from tests.exchange.ics import read_calendar

MOMENT: Final = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)
DAY: Final = date(2024, 2, 29)
ENTRY: Final = CalendarEntry(
    uid="a-b@cpepa-desktop",
    day=DAY,
    summary="Enviar la hoja; y su anexo, de aula virtual",
    description="Lo dice: EPE/873/2023, Guía 10.2.3\nPor dónde: Gestifor Web",
    categories=("24/001", "Curso"),
    warn_on=(date(2024, 2, 22), DAY),
)


def test_an_entry_read_back_is_the_entry_written() -> None:
    name, (event,) = read_calendar(calendar_bytes("Plazos de 24/001", [ENTRY], MOMENT))
    assert name == "Plazos de 24/001"
    assert (event.uid, event.stamp) == (ENTRY.uid, MOMENT)
    assert (event.first, event.end) == (DAY, date(2024, 3, 1))
    assert (event.summary, event.description) == (ENTRY.summary, ENTRY.description)
    assert event.categories == list(ENTRY.categories)


def test_alarms_ring_at_nine_of_their_days() -> None:
    _name, (event,) = read_calendar(calendar_bytes("", [ENTRY], MOMENT))
    start = datetime(2024, 2, 29, tzinfo=UTC)
    assert [start + ring for ring in event.rings] == [
        datetime(2024, 2, day, 9, tzinfo=UTC) for day in (22, 29)
    ]


def test_the_same_entries_give_the_same_bytes_and_lines_that_fit() -> None:
    written = calendar_bytes("Plazos", [ENTRY], MOMENT)
    assert written == calendar_bytes("Plazos", [ENTRY], MOMENT)
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert calendar_bytes("Plazos", [], MOMENT).endswith(b"END:VCALENDAR\r\n")
