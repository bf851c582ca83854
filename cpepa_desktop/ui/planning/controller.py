"""What is planned for the whole centre: a page of sections, each with its own folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.planning.accreditations.controller import AccreditationsSection
from cpepa_desktop.ui.planning.agenda.controller import AgendaSection
from cpepa_desktop.ui.planning.application.controller import ApplicationSection
from cpepa_desktop.ui.planning.calendar.controller import CalendarSection
from cpepa_desktop.ui.planning.entities.controller import EntitiesSection
from cpepa_desktop.ui.planning.papers.controller import OfficialPapersSection
from cpepa_desktop.ui.planning.request.controller import RequestSection
from cpepa_desktop.ui.planning.view import PlanningView
from cpepa_desktop.ui.section_names import planning_sections
from cpepa_desktop.ui.sections import Section, SectionWalk
from cpepa_desktop.ui.shell import Shell


class PlanningPage(Page):
    """The sections of the plan. ``Place("planning", detail="calendar/2024-02")`` is a month."""

    view: PlanningView

    def __init__(self, shell: Shell) -> None:
        super().__init__(PlanningView())
        self._shell = shell
        self.sections = SectionWalk(self.view.sections, _sections(shell, self), "Alt", self.view)

    def visit(self, place: Place) -> None:
        """Come to the page, on the section that the detail of ``place`` names, with the keyboard in it."""
        self.sections.reveal(place.detail)
        self.refresh()
        self.sections.go_to(self.view.sections.current)

    def place(self) -> Place:
        """Return the section and what of it is on screen."""
        return Place(self.view.name, detail=self.sections.detail())

    def read(self) -> None:
        """Read the section on screen."""
        self.sections.refresh()

    def refresh(self) -> None:
        """Read the section on screen where it is old."""
        self.sections.refresh()

    def on_changes(self, changes: Changes) -> None:
        """Tell the sections, which know what each depends on."""
        self.sections.on_changes(changes)

    def leave(self) -> bool:
        """Save what is typed in the section on screen. Return false where that cannot be."""
        return self.sections.leave()


def _sections(shell: Shell, page: PlanningPage) -> list[Section]:
    """Return the sections in the order of a coordinator's year."""
    makers: dict[str, Callable[[Shell, QObject], Part]] = {
        "calendar": CalendarSection,
        "agenda": AgendaSection,
        "request": RequestSection,
        "application": ApplicationSection,
        "accreditations": AccreditationsSection,
        "entities": EntitiesSection,
        "papers": OfficialPapersSection,
    }
    return [Section(name, words, makers[name](shell, page)) for name, words in planning_sections().items()]
