"""Where one is in the window: the pages made so far, the one on screen, and the place kept for next time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.finder.controller import FinderController
from cpepa_desktop.ui.layouts import keep_layouts
from cpepa_desktop.ui.pages import FIRST, entry_of, pages
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.parts.scroll import PageScroll
from cpepa_desktop.ui.shell import Shell


class Places:
    """Shows one page at a time in a stack. A page is made the first time somebody goes there.

    Attributes:
        current: the name of the page on screen, ``""`` where none is.

    """

    def __init__(self, shell: Shell, stack: QStackedWidget, finder: FinderController, owner: QWidget) -> None:
        self.current = ""
        self._shell = shell
        self._stack = stack
        self._finder = finder
        self._owner = owner
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, PageScroll] = {}

    def page(self, name: str) -> Page:
        """Return a page, made the first time it is wanted. Raise ``KeyError`` where there is none."""
        if name not in self._pages:
            made = entry_of(name).make(self._shell)
            made.setParent(self._owner)
            made.view.add_corner(self._finder.make_button(name))
            self._pages[name] = made
            self._holders[name] = PageScroll(made.view)
            self._stack.addWidget(self._holders[name])
            keep_layouts(made.view, self._shell.settings)
        return self._pages[name]

    def view(self) -> QWidget | None:
        """Return the page on screen, ``None`` where none is."""
        return self._pages[self.current].view if self.current else None

    def show(self, place: Place) -> None:
        """Bring a place on screen and keep it for the next time the file is opened."""
        page = self.page(place.page)
        self.current = place.page
        self._stack.setCurrentWidget(self._holders[place.page])
        page.visit(place)
        keep_layouts(page.view, self._shell.settings)  # what the visit added
        self.remember()

    def may_leave(self) -> bool:
        """Say whether the page on screen can be left: what was typed in it is saved, or given up."""
        return not self.current or self._pages[self.current].leave()

    def may_go(self, place: Place) -> bool:
        """Say whether one can go to a place from here: within a page nothing is left."""
        return place.page == self.current or self.may_leave()

    def remember(self) -> None:
        """Keep where one is for the next time the file is opened."""
        if self.current:
            path = self._shell.workspace.file.path
            self._shell.settings.remember_last_place(path, self._pages[self.current].place())

    def last(self) -> Place:
        """Return where one was in the file that is open, the first page where that is no more."""
        place = self._shell.settings.last_place(self._shell.workspace.file.path)
        if place is None or place.page not in {entry.name for entry in pages()}:
            return Place(FIRST)
        return place if self.page(place.page).is_there(place) else Place(FIRST)

    def tell(self, changes: Changes) -> None:
        """Tell every page what changed."""
        for page in self._pages.values():
            page.on_changes(changes)

    def drop(self) -> None:
        """Let every page go, as when another file is opened."""
        for holder in self._holders.values():
            self._stack.removeWidget(holder)
            holder.deleteLater()
        for page in self._pages.values():
            page.deleteLater()
        self._holders.clear()
        self._pages.clear()
        self.current = ""

    def make_again(self) -> Place | None:
        """Drop every page so that it is measured anew. Return where one was, ``None`` to stay as one is."""
        if not self.current or not self.may_leave():
            return None
        place = self._pages[self.current].place()
        self.drop()
        return place
