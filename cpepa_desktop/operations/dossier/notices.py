"""What is worth knowing of a dossier before it comes in, though it prevents nothing.

The file keeps its own: rooms, texts and calendars that it has already stay as they are, and what the dossier
says otherwise is told. Two courses in one room or of one trainer at the same time are told too: rooms are
matched by name, and two centres have each their «Aula 1».
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cpepa_desktop.db import calls, centres, holidays, sessions
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.clashes import clash_problems
from cpepa_desktop.operations.dossier.matching import Match
from cpepa_desktop.operations.dossier.money import is_as_known, known_entity
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.occupation import Occupation


def notices(ws: Workspace, dossier: model.Dossier, match: Match) -> tuple[str, ...]:
    """Return in sentences what differs between a dossier and the file without preventing anything."""
    return (
        *_centre_notices(ws, dossier),
        *_room_notices(ws, dossier),
        *_entity_notices(ws, dossier),
        *_text_notices(ws, dossier),
        *_holiday_notices(ws, dossier),
        *_structure_notices(ws, dossier),
        *_clash_notices(ws, dossier, match),
    )


def known_room(ws: Workspace, name: str | None) -> Room | None:
    """Return the classroom of that name, however it is spaced and capitalised."""
    if name is None:
        return None
    wanted = " ".join(name.split()).casefold()
    return next((room for room in centres.rooms(ws.db) if room.name.casefold() == wanted), None)


def _centre_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    if dossier.centre != centres.centre(ws.db):
        message = _("El curso consta impartido por «{centre}» ({entity}): queda así en el archivo.")
        yield message.format(centre=dossier.centre.name, entity=dossier.entity.name)


def _room_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    for record in dossier.rooms:
        known = known_room(ws, record.name)
        theirs = (record.area_hundredths, record.title, record.title_until)
        if known and (known.area_hundredths, known.title, known.title_until) != theirs:
            message = _("El aula «{name}» ya está en el archivo con otros datos, que no se cambian.")
            yield message.format(name=known.name)


def _entity_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    for record in dossier.local_entities:
        known = known_entity(ws, record.name)
        if known and not is_as_known(record, known):
            message = _("La entidad local «{name}» ya está en el archivo con otros datos, que no se cambian.")
            yield message.format(name=known.name)


def _text_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    kept = calls.texts(ws.db, dossier.course.speciality)
    for text in dossier.texts:
        if kept.get(text.item, text.body) != text.body:
            message = _("El texto «{item}» de {code} es otro en el archivo, que no se cambia.")
            yield message.format(item=text.item, code=dossier.course.speciality)


def _holiday_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    for year in dossier.holidays:
        first, last = date(year.year, 1, 1), date(year.year, 12, 31)
        if holidays.is_frozen(ws.db, year.year) and {*holidays.between(ws.db, first, last)} != {*year.days}:
            message = _("El calendario de {year} es otro en el archivo, que no se cambia.")
            yield message.format(year=year.year)


def _structure_notices(ws: Workspace, dossier: model.Dossier) -> Iterator[str]:
    """Yield what comes with the course and will be there when the centre plans its next one."""
    certificate = dossier.certificate
    others = [row for row in calls.centre_certificates(ws.db) if row.code == certificate.code]
    if certificate.origin is Origin.CENTRE and all(row.sha256 != certificate.sha256 for row in others):
        message = _("Con el curso entra la estructura de {code} que completó su centro: {source}.")
        yield message.format(code=certificate.code, source=certificate.source)
    known_calls = {row.sha256 for row in calls.centre_calls(ws.db)}
    if dossier.call.origin is Origin.CENTRE and dossier.call.sha256 not in known_calls:
        message = _("Con el curso entra la convocatoria «{call}» tal como la completó su centro.")
        yield message.format(call=dossier.call.call)


def _clash_notices(ws: Workspace, dossier: model.Dossier, match: Match) -> Iterator[str]:
    days = [stretch.day for stretch in dossier.stretches]
    if days:
        span = (min(days), max(days))
        yield from _room_clashes(ws, dossier, span)
        yield from _trainer_clashes(ws, dossier, match, span)


def _room_clashes(ws: Workspace, dossier: model.Dossier, span: tuple[date, date]) -> Iterator[str]:
    use = sessions.room_use(ws.db, *span)
    for record in dossier.rooms:
        room = known_room(ws, record.name)
        wanted = [
            Occupation(stretch.day, stretch.from_minute, stretch.to_minute, record.name, dossier.course.code)
            for stretch in dossier.stretches
            if stretch.room == record.name and any(session.counts for session in stretch.sessions)
        ]
        taken = [
            Occupation(day, start, end, record.name, course)
            for day, start, end, holder, course in use
            if room and holder == room.id
        ]
        yield from (problem.message for problem in clash_problems(wanted, taken, _("el aula"), ""))


def _trainer_clashes(
    ws: Workspace, dossier: model.Dossier, match: Match, span: tuple[date, date]
) -> Iterator[str]:
    use = sessions.trainer_use(ws.db, *span)
    for record in dossier.trainers:
        person = match.known.get(record.person)
        trainer_id = centres.trainer_of_person(ws.db, person.id) if person else None
        if person is None or trainer_id is None:
            continue
        name = person.listed_name
        taken = [
            Occupation(day, start, end, name, course)
            for day, start, end, holder, course in use
            if holder == trainer_id
        ]
        wanted = [
            Occupation(day, start, end, name, dossier.course.code)
            for day, start, end in _taught_by(dossier, record.person)
        ]
        what = _("el formador o formadora")
        yield from (problem.message for problem in clash_problems(wanted, taken, what, ""))


def _taught_by(dossier: model.Dossier, trainer: str) -> Iterator[tuple[date, int, int]]:
    """Yield day, first and last minute of each session of a trainer, cancelled ones left out."""
    for stretch in dossier.stretches:
        start = stretch.from_minute
        for session in sorted(stretch.sessions, key=lambda session: session.position):
            if session.counts and trainer in session.trainers:
                yield stretch.day, start, start + session.minutes
            start += session.minutes
