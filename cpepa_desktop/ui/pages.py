"""The pages of the window, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.catalogue.controller import CataloguePage
from cpepa_desktop.ui.centre.controller import CentrePage
from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.courses.controller import CoursesPage
from cpepa_desktop.ui.home.controller import HomePage
from cpepa_desktop.ui.papers.controller import PapersPage
from cpepa_desktop.ui.parts.page import Page
from cpepa_desktop.ui.people.controller import PeoplePage
from cpepa_desktop.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page and how it is made. ``within`` names the page of the navigation it is reached from."""

    name: str
    words: str
    icon: str
    make: Callable[[Shell], Page]
    within: str = ""


FIRST: Final = "home"


def pages() -> tuple[PageEntry, ...]:
    """Return every page; those within another are reached from it."""
    return (
        PageEntry("home", _("Inicio"), "home", HomePage),
        PageEntry("courses", _("Cursos"), "courses", CoursesPage),
        PageEntry("course", _("Curso"), "courses", CourseWorkspacePage, within="courses"),
        PageEntry("people", _("Personas"), "people", PeoplePage),
        PageEntry("papers", _("Documentos"), "papers", PapersPage),
        PageEntry("catalogue", _("Catálogo"), "catalogue", CataloguePage),
        PageEntry("centre", _("Centro"), "centre", CentrePage),
    )
