"""The local entities that pay for courses of the centre: who they are, what they pay, for which courses."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import Final

from cpepa_desktop.db import courses
from cpepa_desktop.db import local_entities as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.centres import checked_cif
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.official_papers import list_official_papers, paper_words
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})


@dataclass(frozen=True, slots=True)
class LocalEntityView:
    """A local entity with the codes of the courses it pays for and the agreements with it, in words."""

    entity: LocalEntity
    courses: tuple[str, ...]
    agreements: tuple[str, ...] = ()


def list_local_entities(ws: Workspace) -> tuple[LocalEntity, ...]:
    """Return the local entities by name."""
    return table.local_entities(ws.db)


def read_local_entities(ws: Workspace) -> tuple[LocalEntityView, ...]:
    """Return the local entities by name, each with its courses and its agreements."""
    of_entity = table.courses_of(ws.db)
    papers = [each for each in list_official_papers(ws) if each.kind is OfficialPaperKind.AGREEMENT]
    return tuple(
        LocalEntityView(
            entity,
            of_entity.get(entity.id, ()),
            tuple(agreement_words(each) for each in papers if each.local_entity_id == entity.id),
        )
        for entity in table.local_entities(ws.db)
    )


def save_local_entity(ws: Workspace, entity: LocalEntity) -> Changes:
    """Write a local entity, a new one where its id is 0.

    Raises ``Refused``: without a name, with one that another has, a CIF whose control does not fit, or an
    entity that is no more.
    """
    entity = _tidy(entity)
    if not entity.name:
        raise Refused(_("La entidad local necesita un nombre. No se ha cambiado nada."))
    known = {other.id: other for other in table.local_entities(ws.db)}
    if entity.id and entity.id not in known:
        raise Refused(_("Esa entidad local ya no existe. No se ha cambiado nada."))
    others = (other for other in known.values() if other.id != entity.id)
    if entity.name.casefold() in {other.name.casefold() for other in others}:
        message = _("Ya hay una entidad local «{name}». No se ha cambiado nada: use esa, u otro nombre.")
        raise Refused(message.format(name=entity.name))
    words = _("Cambiar la entidad local {name}") if entity.id else _("Añadir la entidad local {name}")
    name = words.format(name=entity.name)
    with ws.operation(name):
        table.save(ws.db, replace(entity, cif=checked_cif(entity.cif)))
    return Changes(name, _KINDS)


def remove_local_entity(ws: Workspace, entity_id: int) -> Changes:
    """Take a local entity away. Raises ``Refused`` where something of the file names it."""
    entity = find_local_entity(ws, entity_id)
    if table.is_named(ws.db, entity_id):
        message = _(
            "{name} consta en algún curso, convenio o petición: no se ha quitado. Cámbielos antes a otra."
        )
        raise Refused(message.format(name=entity.name))
    name = _("Quitar la entidad local {name}").format(name=entity.name)
    with ws.operation(name):
        table.remove(ws.db, entity_id)
    return Changes(name, _KINDS)


def set_local_entity(ws: Workspace, course: str, entity_id: int | None) -> Changes:
    """Write which local entity pays for a course, ``None`` for none.

    Raises ``Refused``: an unknown course or entity, or a course that somebody else pays for.
    """
    found = find_course(ws, course)
    if entity_id is not None:
        entity = find_local_entity(ws, entity_id)
        if found.route is not Route.LOCAL:
            message = _(
                "El curso {course} no lo paga una entidad local. No se ha cambiado nada: revise su vía."
            )
            raise Refused(message.format(course=course))
        name = _("{entity} financia el curso {course}").format(entity=entity.name, course=course)
    else:
        name = _("Quitar la entidad local del curso {course}").format(course=course)
    with ws.operation(name):
        courses.change(ws.db, replace(found, local_entity_id=entity_id))
    return Changes(name, _KINDS | {Kind.COURSE}, course)


def agreement_words(paper: OfficialPaper) -> str:
    """Return an agreement as «Convenio 12/2024, lun 15 ene 2024, hasta sáb 31 ago 2024»."""
    signed = day_words(paper.issued_on) if paper.issued_on else _("sin firmar")
    end = _("hasta {day}").format(day=day_words(paper.ends_on)) if paper.ends_on else ""
    return ", ".join(part for part in (paper_words(paper), signed, end) if part)


def find_local_entity(ws: Workspace, entity_id: int) -> LocalEntity:
    """Return a local entity by its key. Raises ``Refused`` where it is no more."""
    found = next((each for each in table.local_entities(ws.db) if each.id == entity_id), None)
    if found is None:
        raise Refused(_("Esa entidad local ya no existe. No se ha cambiado nada."))
    return found


def local_entity_named(ws: Workspace, name: str) -> LocalEntity:
    """Return a local entity by its name, accents and case aside. Raises ``Refused`` where none has it."""
    entities = table.local_entities(ws.db)
    found = next((each for each in entities if folded(each.name) == folded(name)), None)
    if found is None:
        known = ", ".join(each.name for each in entities) or _("ninguna")
        message = _("No hay ninguna entidad local «{name}». Las que hay son: {known}.")
        raise Refused(message.format(name=name, known=known))
    return found


def _tidy(entity: LocalEntity) -> LocalEntity:
    """Return an entity whose texts have no spaces too many."""
    key, *texts = astuple(entity)
    return LocalEntity(key, *(" ".join(text.split()) for text in texts))
