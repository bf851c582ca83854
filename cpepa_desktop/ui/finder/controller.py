"""Looks for what is typed and goes to what is chosen, or does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QPushButton

from cpepa_desktop.domain.search import Found
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import search
from cpepa_desktop.ui.finder.columns import (
    Group,
    Line,
    found_line,
    headings,
    kind_of,
    page_line,
    place_of,
    section_places,
)
from cpepa_desktop.ui.finder.commands import menu_commands, page_commands
from cpepa_desktop.ui.finder.view import FinderDialog
from cpepa_desktop.ui.pages import entry_of, pages
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.shell import Shell

KEYS: Final = "Ctrl+K"
OF_EACH: Final = 6
RECENT: Final = 6


class FinderController(QObject):
    """Opens the palette, and remembers where one has been for when nothing is typed yet."""

    def __init__(self, shell: Shell, window: QMainWindow) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._places: list[Place] = []
        shell.travelled.connect(self._remember)
        shell.swapped.connect(self._forget)

    def make_button(self, page: str) -> QPushButton:
        """Return the button of a page that opens the palette."""
        made = QPushButton(f" {KEYS}")
        made.setObjectName(f"{page}_find_anything")
        made.setAccessibleName(_("Buscar en todo"))
        made.setToolTip(
            _("Buscar personas, cursos, documentos, escritos, plazos y órdenes ({keys})").format(keys=KEYS)
        )
        made.setIcon(icons.icon("search", "quiet"))
        made.setAutoDefault(False)
        theme.set_role(made, theme.Role.FLAT)
        made.clicked.connect(self.show)
        return made

    def show(self) -> None:
        """Show the palette until something is chosen or not, and do what was chosen."""
        dialog = self.make_dialog()
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            dialog.chosen.run()

    def make_dialog(self) -> FinderDialog:
        """Return the palette, which finds as one types."""
        commands = (page_commands(self._window), menu_commands(self._window))
        dialog = FinderDialog(self._window)
        dialog.typed.connect(lambda typed: dialog.show_groups(self._groups(typed, *commands)))
        dialog.show_groups(self._groups("", *commands))
        return dialog

    def _groups(self, typed: str, of_page: Sequence[Line], of_menus: Sequence[Line]) -> tuple[Group, ...]:
        if not typed.strip():
            groups = [
                Group(_("Recientes"), tuple(self._recent())),
                Group(_("Órdenes de esta página"), tuple(of_page)),
            ]
            return tuple(group for group in groups if group.lines) or (Group(_("Órdenes"), tuple(of_menus)),)
        found = self._shell.ask(lambda: search.search(self._shell.workspace, typed, OF_EACH)) or ()
        of_kinds = [
            Group(headings()[kind], tuple(self._found_line(each) for each in of_kind))
            for kind, of_kind in groupby(found, key=lambda each: each.kind)
        ]
        commands = _matching(typed, (*of_page, *of_menus))
        sections = _matching(typed, tuple(self._sections()))
        others = (Group(_("Páginas"), sections), Group(_("Órdenes"), commands))
        return (*of_kinds, *(group for group in others if group.lines))

    def _sections(self) -> Iterator[Line]:
        """Yield the sections of the planning, and those of the course on screen where one is."""
        here = self._places[0] if self._places else Place("")
        course = here.key if here.page == "course" else ""
        for words, place in section_places(course).items():
            yield page_line(words, entry_of(place.page).icon, self._going(place))

    def _found_line(self, found: Found) -> Line:
        return found_line(found, self._going(place_of(found)))

    def _recent(self) -> Iterator[Line]:
        """Yield where one has been, the last place first, this one left out."""
        entries = {entry.name: entry for entry in pages()}
        for place in self._places[1 : RECENT + 1]:
            kind = kind_of(place)
            if kind is None:
                entry = entries[place.page]
                yield page_line(entry.words, entry.icon, self._going(place))
                continue
            found = search.named(self._shell.workspace, kind, place.key)
            if found is not None:
                yield found_line(found, self._going(place))

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self._shell.go(place.page, place.key, place.detail)

    def _forget(self) -> None:
        self._places = []

    def _remember(self, place: Place) -> None:
        others = (each for each in self._places if (each.page, each.key) != (place.page, place.key))
        self._places = [place, *others][: RECENT + 1]


def _matching(typed: str, commands: Sequence[Line]) -> tuple[Line, ...]:
    places = search.matching(typed, [command.title for command in commands])
    return tuple(commands[at] for at in places[:OF_EACH])
