"""What the finder shows of each thing: its group, its icon and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon, QKeySequence

from cpepa_desktop.domain.search import Found, FoundKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.keys import key_words
from cpepa_desktop.ui.parts.page import Place

PAGES = {FoundKind.PERSON: "people", FoundKind.COURSE: "course", FoundKind.PAPER: "papers"}
_ICONS = {FoundKind.PERSON: "person", FoundKind.COURSE: "courses", FoundKind.PAPER: "papers"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose: what it is in a word, its title, what tells it apart, and its keys if any."""

    what: str
    icon: QIcon
    title: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        return ", ".join(filter(None, (self.title, self.what, self.detail, self.keys)))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind under their heading."""

    heading: str
    lines: tuple[Line, ...]


def headings() -> dict[FoundKind, str]:
    """Return the heading of each kind of thing found."""
    return {
        FoundKind.PERSON: _("Personas"),
        FoundKind.COURSE: _("Cursos"),
        FoundKind.PAPER: _("Documentos"),
    }


def found_line(found: Found, run: Callable[[], object]) -> Line:
    """Return the line of something found in the file."""
    what = {FoundKind.PERSON: _("persona"), FoundKind.COURSE: _("curso"), FoundKind.PAPER: _("documento")}
    icon = icons.icon(_ICONS[found.kind], "quiet")
    return Line(what[found.kind], icon, found.title, run, found.detail)


def page_line(words: str, icon: str, run: Callable[[], object]) -> Line:
    """Return the line of a page."""
    return Line(_("página"), icons.icon(icon, "quiet"), words, run)


def command_line(words: str, icon: QIcon, keys: QKeySequence, run: Callable[[], object]) -> Line:
    """Return the line of a command, with its keys as the person reads them on the keyboard."""
    return Line(_("orden"), icon, words, run, keys=key_words(keys))


def kind_of(place: Place) -> FoundKind | None:
    """Return what kind of thing a place shows, ``None`` where it is a page alone."""
    if not place.key:
        return None
    return next((kind for kind, page in PAGES.items() if page == place.page), None)
