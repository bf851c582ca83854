"""The terms of a course, or of the whole centre, as a calendar that other programs open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from cpepa_desktop.db import birth, centres
from cpepa_desktop.domain.obligations import Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.calendar_file import CalendarEntry, calendar_bytes
from cpepa_desktop.operations.deadlines import DatedObligation, all_obligations, course_obligations
from cpepa_desktop.operations.whole_files import write_whole
from cpepa_desktop.operations.workspace import Workspace

WARNINGS: Final = (timedelta(days=7), timedelta(days=1))
"""How long before its safe day each term rings."""


def write_calendar(ws: Workspace, path: Path, course: str = "") -> Path:
    """Write the terms of a course, or of every course for ``""``, to an .ics file and return it.

    Written again it keeps the identifier of each term, so that a calendar moves it and adds no other. Raises
    ``Refused`` where the course is unknown, ``EnvironmentFault`` where the file cannot be written.
    """
    write_whole(path, calendar_of(ws, course))
    return path


def calendar_of(ws: Workspace, course: str = "") -> bytes:
    """Return the bytes of that file. Raises ``Refused`` where the course is unknown."""
    dated = course_obligations(ws, course) if course else all_obligations(ws)
    name = _("Plazos de {what}").format(what=course or centres.centre(ws.db).name)
    return calendar_bytes(name, _entries(ws, dated), ws.clock.now())


def _entries(ws: Workspace, dated: tuple[DatedObligation, ...]) -> Iterator[CalendarEntry]:
    file = UUID(birth.uuid_of(ws.db) or "")
    today = ws.clock.today()
    for each in dated:
        if each.due:
            yield CalendarEntry(
                uid=f"{uuid5(file, f'{each.course}/{each.name}/{each.subject}')}@cpepa-desktop",
                day=each.due,
                summary=_summary(each),
                description="\n".join(_lines(each)),
                categories=(each.course, _categories()[each.hangs_on]),
                warn_on=tuple(_warnings(each, today)),
            )


def _warnings(each: DatedObligation, today: date) -> Iterator[date]:
    """Yield the days on which a term rings: none once it is met, and none that is past."""
    safe = each.safe or each.due
    if safe and each.is_open(today):
        yield from (day for before in WARNINGS if (day := safe - before) >= today)


def _summary(each: DatedObligation) -> str:
    title = ", ".join(filter(None, (each.text, each.subject_words)))
    words = _("Hecho: {title} ({course})") if each.met else _("{title} ({course})")
    return words.format(title=title, course=each.course)


def _lines(each: DatedObligation) -> Iterator[str]:
    if each.safe and each.due and each.safe < each.due:
        words = _("Fecha segura: {day} ({citation})")
        yield words.format(day=day_words(each.safe), citation=each.safe_citation)
    yield _("Lo dice: {citation}").format(citation=each.citation)
    if each.channels:
        yield _("Por dónde: {channels}").format(channels=", ".join(each.channels))
    if each.met:
        met = _("Presentado el {day}").format(day=day_words(each.met.day))
        yield ", ".join(filter(None, (met, each.met.channel, each.met.number)))
    yield from filter(None, (each.consequence, each.note))


def _categories() -> dict[Subject, str]:
    return {
        Subject.COURSE: _("Curso"),
        Subject.WEEK: _("Semana"),
        Subject.PERSON: _("Persona"),
        Subject.MODULE: _("Módulo"),
        Subject.SESSION: _("Incidencia"),
    }
