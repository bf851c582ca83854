"""What the finder shows of each thing: its group, its icon and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon, QKeySequence

from cpepa_desktop.domain.search import Found, FoundKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.search_planning import obligation_of
from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.keys import key_words
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.section_names import file_sections, planning_sections

PAGES = {FoundKind.PERSON: "people", FoundKind.COURSE: "course", FoundKind.PAPER: "papers"}
_SECTIONS = {
    FoundKind.OFFICIAL_PAPER: "papers",
    FoundKind.LOCAL_ENTITY: "entities",
    FoundKind.ACCREDITATION: "accreditations",
}
_ICONS = {
    FoundKind.PERSON: "person",
    FoundKind.COURSE: "courses",
    FoundKind.PAPER: "papers",
    FoundKind.OFFICIAL_PAPER: "approved",
    FoundKind.LOCAL_ENTITY: "centre",
    FoundKind.ACCREDITATION: "law",
    FoundKind.OBLIGATION: "to-do",
}


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
        FoundKind.OFFICIAL_PAPER: _("Escritos oficiales"),
        FoundKind.LOCAL_ENTITY: _("Entidades locales"),
        FoundKind.ACCREDITATION: _("Acreditaciones"),
        FoundKind.OBLIGATION: _("Plazos"),
    }


def found_line(found: Found, run: Callable[[], object]) -> Line:
    """Return the line of something found in the file."""
    what = {
        FoundKind.PERSON: _("persona"),
        FoundKind.COURSE: _("curso"),
        FoundKind.PAPER: _("documento"),
        FoundKind.OFFICIAL_PAPER: _("escrito oficial"),
        FoundKind.LOCAL_ENTITY: _("entidad local"),
        FoundKind.ACCREDITATION: _("acreditación"),
        FoundKind.OBLIGATION: _("plazo"),
    }
    icon = icons.icon(_ICONS[found.kind], "quiet")
    return Line(what[found.kind], icon, found.title, run, found.detail)


def page_line(words: str, icon: str, run: Callable[[], object]) -> Line:
    """Return the line of a page."""
    return Line(_("página"), icons.icon(icon, "quiet"), words, run)


def command_line(words: str, icon: QIcon, keys: QKeySequence, run: Callable[[], object]) -> Line:
    """Return the line of a command, with its keys as the person reads them on the keyboard."""
    return Line(_("orden"), icon, words, run, keys=key_words(keys))


def place_of(found: Found) -> Place:
    """Return where in the window a thing found is."""
    if found.kind is FoundKind.OBLIGATION:
        name, course = obligation_of(found.key)
        return Place("course", course, f"file/deadlines/{name}")
    if found.kind in _SECTIONS:
        return Place("planning", detail=f"{_SECTIONS[found.kind]}/{found.key}")
    return Place(PAGES[found.kind], found.key)


def section_places(course: str) -> dict[str, Place]:
    """Return the sections of the planning, and those of a course where one is on screen, by their words."""
    trail = _("{page} › {section}")  # noqa: RUF001 - the sign of a trail
    found = {
        trail.format(page=_("Planificación"), section=words): Place("planning", detail=name)
        for name, words in planning_sections().items()
    }
    if course:
        found |= {
            trail.format(page=_("Expediente"), section=words): Place("course", course, f"file/{name}")
            for name, words in file_sections().items()
        }
    return found


def kind_of(place: Place) -> FoundKind | None:
    """Return what kind of thing a place shows, ``None`` where it is a page alone."""
    if not place.key:
        return None
    return next((kind for kind, page in PAGES.items() if page == place.page), None)
