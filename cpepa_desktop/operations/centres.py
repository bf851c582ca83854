"""The centre's own data: entity, centre, logos, classrooms and trainers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpepa_desktop.db import centres as table
from cpepa_desktop.db import people
from cpepa_desktop.domain.centre import Centre, Entity, Logo, Room, Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.identity import InvalidIdentity, check_cif, parse_identity
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace

_IMAGE_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class CentreView:
    """Everything the file says of the centre itself."""

    entity: Entity
    centre: Centre
    logos: tuple[Logo, ...]
    rooms: tuple[Room, ...]
    trainers: tuple[Trainer, ...]


@dataclass(frozen=True, slots=True)
class LogoImage:
    """An image to print on papers, PNG or JPEG, with what it shows in words."""

    data: bytes
    alternative_text: str


def read_centre(ws: Workspace) -> CentreView:
    """Return the centre with its entity, logos, classrooms and trainers."""
    return CentreView(
        table.entity(ws.db),
        table.centre(ws.db),
        table.logos(ws.db),
        table.rooms(ws.db),
        table.trainers(ws.db),
    )


def save_entity(ws: Workspace, entity: Entity) -> Changes:
    """Write the entity. Raises ``Refused`` for a nameless one or a CIF whose control does not fit."""
    if not entity.name.strip():
        raise Refused(_("La entidad necesita un nombre. No se ha cambiado nada."))
    name = _("Cambiar los datos de la entidad")
    with ws.operation(name):
        table.save_entity(ws.db, replace(entity, cif=checked_cif(entity.cif)))
    return Changes(name, frozenset({Kind.CENTRE}))


def save_centre(ws: Workspace, centre: Centre) -> Changes:
    """Write the centre. Raises ``Refused`` for a nameless one."""
    if not centre.name.strip():
        raise Refused(_("El centro necesita un nombre. No se ha cambiado nada."))
    name = _("Cambiar los datos del centro")
    with ws.operation(name):
        table.save_centre(ws.db, centre)
    return Changes(name, frozenset({Kind.CENTRE}))


def save_room(ws: Workspace, room: Room) -> Changes:
    """Write a classroom, a new one where its id is 0. Raises ``Refused`` where the name is taken."""
    room = replace(room, name=" ".join(room.name.split()))
    if not room.name:
        raise Refused(_("El aula necesita un nombre. No se ha cambiado nada."))
    taken = {other.name.casefold() for other in table.rooms(ws.db) if other.id != room.id}
    if room.name.casefold() in taken:
        raise Refused(_("Ya hay un aula «{name}»: use otro nombre.").format(name=room.name))
    name = (_("Cambiar el aula {name}") if room.id else _("Añadir el aula {name}")).format(name=room.name)
    with ws.operation(name):
        table.save_room(ws.db, room)
    return Changes(name, frozenset({Kind.CENTRE}))


def save_trainer(ws: Workspace, trainer: Trainer) -> Changes:
    """Write a trainer, a new one where its id is 0; who is already in the file takes the role on.

    Raises ``Refused`` for a document with a wrong letter or one that is somebody else's.
    """
    try:
        document = parse_identity(trainer.id_number)
    except InvalidIdentity as error:
        raise Refused(str(error)) from None
    if not trainer.name.strip():
        raise Refused(_("Falta el nombre del formador o formadora. No se ha cambiado nada."))
    holder = people.holder(ws.db, document)
    if trainer.id and holder not in {None, trainer.person_id}:
        raise Refused(_("El documento {number} ya es de otra persona.").format(number=document))
    name = _("Guardar formador o formadora {name}").format(name=trainer.full_name)
    with ws.operation(name):
        person_id = trainer.person_id if trainer.id else holder
        known = people.person(ws.db, person_id) if person_id else Person(0, "", "", document)
        email, phone = trainer.email, trainer.phone
        if not trainer.id:
            email, phone = email or known.email, phone or known.phone
        facts = replace(known, name=trainer.name, surnames=trainer.surnames, email=email, phone=phone)
        if known.id:
            people.change(ws.db, facts)
            if trainer.id and document != known.document:
                people.set_document(ws.db, known.id, document)
        else:
            known = replace(known, id=people.add(ws.db, facts))
        trainer_id = trainer.id or table.trainer_of_person(ws.db, known.id)
        if trainer_id:
            table.save_trainer(ws.db, trainer_id, trainer.speciality, active=trainer.active)
        else:
            table.add_trainer(ws.db, known.id, trainer.speciality, active=trainer.active)
    return Changes(name, frozenset({Kind.CENTRE, Kind.PEOPLE}))


def save_logos(ws: Workspace, images: tuple[LogoImage, ...]) -> Changes:
    """Make images the logos of every paper printed from now on; papers already issued keep theirs.

    Raises ``Refused`` for what is no PNG or JPEG, or has no alternative text.
    """
    for image in images:
        if _media_type(image.data) is None:
            raise Refused(_("El logotipo no es una imagen PNG ni JPEG. No se ha cambiado nada."))
        if not image.alternative_text.strip():
            raise Refused(_("Cada logotipo necesita un texto que diga qué es. No se ha cambiado nada."))
    name = _("Cambiar los logotipos")
    with ws.operation(name):
        rows = tuple(_keep(ws, position, image) for position, image in enumerate(images, start=1))
        table.replace_logos(ws.db, rows)
    return Changes(name, frozenset({Kind.CENTRE}))


def read_logo(ws: Workspace, sha256: str) -> bytes:
    """Return the bytes of a logo. Raises ``EnvironmentFault`` where they are lost or altered."""
    return ws.file.attachments.get(sha256)


def checked_cif(text: str) -> str:
    """Return a CIF in its one written form, ``""`` for none. Raises ``Refused`` for a wrong control."""
    if not text.strip():
        return ""
    try:
        return check_cif(text)
    except InvalidIdentity as error:
        raise Refused(str(error)) from None


def _keep(ws: Workspace, position: int, image: LogoImage) -> Logo:
    media_type = _media_type(image.data) or ""
    name = f"logo-{position}.{media_type.removeprefix('image/')}"
    kept = ws.file.attachments.put(image.data, media_type, name)
    return Logo(position, kept.sha256, image.alternative_text.strip())


def _media_type(data: bytes) -> str | None:
    found = (media for signature, media in _IMAGE_SIGNATURES.items() if data.startswith(signature))
    return next(found, None)
