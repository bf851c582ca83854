"""The pages of the window, in the order of the navigation.

The files of a page are imported when it is first made: the window shows its first page sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts.page import Page
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
        PageEntry("home", _("Inicio"), "home", _home),
        PageEntry("courses", _("Cursos"), "courses", _courses),
        PageEntry("course", _("Curso"), "courses", _course, within="courses"),
        PageEntry("planning", _("Planificación"), "calendar", _planning),
        PageEntry("people", _("Personas"), "people", _people),
        PageEntry("papers", _("Documentos"), "papers", _papers),
        PageEntry("catalogue", _("Catálogo"), "catalogue", _catalogue),
        PageEntry("centre", _("Centro"), "centre", _centre),
    )


def stops() -> tuple[PageEntry, ...]:
    """Return the pages that stand in the navigation."""
    return tuple(page for page in pages() if not page.within)


def entry_of(name: str) -> PageEntry:
    """Return the page of a name. Raise ``KeyError`` where there is none."""
    for page in pages():
        if page.name == name:
            return page
    raise KeyError(name)


def stop_of(name: str) -> str:
    """Return the name in the navigation that a page stands under, ``""`` for none."""
    return (entry_of(name).within or name) if name else ""


def _home(shell: Shell) -> Page:
    from cpepa_desktop.ui.home.controller import HomePage

    return HomePage(shell)


def _courses(shell: Shell) -> Page:
    from cpepa_desktop.ui.courses.controller import CoursesPage

    return CoursesPage(shell)


def _course(shell: Shell) -> Page:
    from cpepa_desktop.ui.course.controller import CourseWorkspacePage

    return CourseWorkspacePage(shell)


def _planning(shell: Shell) -> Page:
    from cpepa_desktop.ui.planning.controller import PlanningPage

    return PlanningPage(shell)


def _people(shell: Shell) -> Page:
    from cpepa_desktop.ui.people.controller import PeoplePage

    return PeoplePage(shell)


def _papers(shell: Shell) -> Page:
    from cpepa_desktop.ui.papers.controller import PapersPage

    return PapersPage(shell)


def _catalogue(shell: Shell) -> Page:
    from cpepa_desktop.ui.catalogue.controller import CataloguePage

    return CataloguePage(shell)


def _centre(shell: Shell) -> Page:
    from cpepa_desktop.ui.centre.controller import CentrePage

    return CentrePage(shell)
