"""An application for a grant: the courses it asks for, and the papers and declarations that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.texts import _


class ItemKind(StrEnum):
    """What an item of an application is: a paper that goes with it, or a declaration made in it."""

    DOCUMENT = "document"
    DECLARATION = "declaration"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        return _("Documento") if self is ItemKind.DOCUMENT else _("Declaración responsable")


class ItemWhen(StrEnum):
    """When an item of an application is asked for."""

    ALWAYS = "always"
    STATE_REGISTER = "state_register"
    LOCAL_ENTITY = "local_entity"
    OPPOSITION = "opposition"

    @property
    def label(self) -> str:
        """Return the case in the user's language."""
        return {
            ItemWhen.ALWAYS: _("Siempre"),
            ItemWhen.STATE_REGISTER: _("Solo una entidad del Registro estatal"),
            ItemWhen.LOCAL_ENTITY: _("Solo una entidad local"),
            ItemWhen.OPPOSITION: _("Solo si se opone a las consultas"),
        }[self]


@dataclass(frozen=True, slots=True)
class ApplicationItem:
    """One paper or declaration that an application to the call asks for, by its stable key."""

    key: str
    text: str
    kind: ItemKind
    when: ItemWhen
    citation: Citation
    checked_on: date


class ItemState(StrEnum):
    """How far an item of the application is. Nothing said of it means that it is missing."""

    MISSING = "missing"
    READY = "ready"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """Return the state in the user's language."""
        return {
            ItemState.MISSING: _("Falta"),
            ItemState.READY: _("Listo"),
            ItemState.NOT_NEEDED: _("No hace falta"),
        }[self]


@dataclass(frozen=True, slots=True)
class ApplicationAction:
    """A course that the application asks for; ``course`` is its code where it is planned already.

    No ``participants`` means as many as the call pays for.
    """

    id: int
    position: int
    speciality: str
    part: str
    province: str
    participants: int | None = None
    course: str = ""


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What is known of an item, by its key in the call."""

    item: str
    state: ItemState = ItemState.MISSING
    note: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """The application of a centre to a call; ``id`` is 0 while nothing was written of it.

    ``published_on`` is the day the call came out in the bulletin, from which the term counts.
    """

    id: int
    call: str
    published_on: date | None = None
    submitted_on: date | None = None
    number: str = ""
    attachment: str | None = None
    actions: tuple[ApplicationAction, ...] = ()
    marks: tuple[ItemMark, ...] = ()

    def mark(self, item: str) -> ItemMark:
        """Return what is known of an item: that it is missing where nothing was said."""
        return next((mark for mark in self.marks if mark.item == item), ItemMark(item))
