"""The main window: places at the left, the page, the menus, and the line that says all is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import centres, files
from cpepa_desktop.operations.home import waiting_count
from cpepa_desktop.operations.school_years import school_years
from cpepa_desktop.ui.commands import SEPARATOR, Command, fill_menu
from cpepa_desktop.ui.exports import TableExports
from cpepa_desktop.ui.file.controller import FileCommands
from cpepa_desktop.ui.finder.controller import FinderController
from cpepa_desktop.ui.history.controller import HistoryController
from cpepa_desktop.ui.layouts import keep_layouts
from cpepa_desktop.ui.looks import Looks
from cpepa_desktop.ui.manual.controller import ManualController
from cpepa_desktop.ui.navigation import Navigation, Stop
from cpepa_desktop.ui.pages import FIRST, PageEntry, pages
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.parts.scroll import PageScroll
from cpepa_desktop.ui.parts.table import ExportWish
from cpepa_desktop.ui.parts.work import WorkStrip
from cpepa_desktop.ui.recent import RecentMenu
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.start.view import StartView
from cpepa_desktop.ui.status_line import StatusLine
from cpepa_desktop.ui.view_menu import YEAR_KEYS, size_commands, tick, view_commands

PROGRAM: Final = "CPEPA Desktop"
_SIZE: Final = (1240, 660)
_LEAST: Final = (800, 480)
_BACKUP_EVERY: Final = 60_000
_COUNT_AFTER: Final = 400


class MainWindow(QMainWindow):
    """Shows one page at a time of the file that is open, or the start where none is.

    Where ``is_opening``, `begin_with` is about to be called, and until then nothing is shown.
    """

    def __init__(self, shell: Shell, *, is_opening: bool = False) -> None:
        super().__init__()
        self._is_opening = is_opening
        self.setObjectName("main_window")
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._shell = shell
        self._files = FileCommands(shell, self)
        self._finder = FinderController(shell, self)
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, PageScroll] = {}
        self._current = ""
        self._start: StartView | None = None
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._notices = Banner("notices")
        self._exports = TableExports(shell, self._notices)
        self._navigation = Navigation([Stop(page.name, page.words, page.icon) for page in _stops()])
        self._status = StatusLine()
        self._work = WorkStrip()
        self._manual = ManualController(
            self,
            shell.settings,
            here=self._here,
            views=lambda: [self.page(entry.name).view for entry in pages()],
        )
        self._recent = RecentMenu(shell.settings, self._files.open_path, self)
        self._looks = Looks(shell.settings, self)
        self._actions: dict[str, tuple[Command, QAction]] = {}
        self._lay_out()
        self._fill_menus()
        self._tick_looks()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_EVERY)
        self._timer.timeout.connect(shell.back_up_if_due)
        self._timer.start()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER)
        self._counting.timeout.connect(self._say_counts)
        geometry = shell.settings.geometry()
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._on_swapped()

    @property
    def files(self) -> FileCommands:
        """Return the commands on the file."""
        return self._files

    def begin_with(self, path: Path) -> None:
        """Open the file that the program was started with; show the start where it cannot be opened."""
        try:
            self._files.open_path(path)
        finally:
            self._is_opening = False
            if not self._shell.is_open:
                self._show_start()

    def export_table(self, wish: ExportWish) -> None:
        """Write a table of a page or a dialog to a file that the person names."""
        self._exports.export(wish, self)

    def page(self, name: str) -> Page:
        """Return a page, made the first time it is wanted. Raise ``KeyError`` where there is none."""
        if name not in self._pages:
            entry = _entry(name)
            made = entry.make(self._shell)
            made.setParent(self)
            made.view.add_corner(self._finder.make_button(name))
            self._pages[name] = made
            self._holders[name] = PageScroll(made.view)
            self._stack.addWidget(self._holders[name])
            keep_layouts(made.view, self._shell.settings)
        return self._pages[name]

    def travel(self, place: Place) -> None:
        """Go to a place, unless the page that is shown cannot be left."""
        if not self._shell.is_open or (self._current and not self._leave(place)):
            self._navigation.show_stop(_stop_of(self._current))
            return
        page = self.page(place.page)
        self._current = place.page
        self._stack.setCurrentWidget(self._holders[place.page])
        self._navigation.show_stop(_stop_of(place.page))
        page.visit(place)
        keep_layouts(page.view, self._shell.settings)  # what the visit added
        self._remember_place()

    def _here(self) -> QWidget | None:
        """Return the page on screen, or the start."""
        return self._pages[self._current].view if self._current else self._start

    def _remember_place(self) -> None:
        if self._current:
            place = self._pages[self._current].place()
            self._shell.settings.remember_last_place(self._shell.workspace.file.path, place)

    def _last_place(self) -> Place:
        """Return where one was in the file that is open, the first page where that is no more."""
        place = self._shell.settings.last_place(self._shell.workspace.file.path)
        if place is None or place.page not in {entry.name for entry in pages()}:
            return Place(FIRST)
        return place if self.page(place.page).is_there(place) else Place(FIRST)

    def _leave(self, place: Place) -> bool:
        return place.page == self._current or self._pages[self._current].leave()

    # What the window is made of -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self._work)
        body = QWidget()
        body.setObjectName("body")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(content, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self._status)

    def _fill_menus(self) -> None:
        files_menu = self._menu("file", _("&Archivo"), self._file_commands())
        files_menu.insertMenu(self._actions["sample"][1], self._recent)
        self._menu("edit", _("&Edición"), self._edit_commands())
        view_menu = self._menu("view", _("&Ver"), view_commands(self._looks, self._choose_year))
        sizes = QMenu(_("Tamaño del texto"), self)
        sizes.setObjectName("menu_text_size")
        self._actions |= fill_menu(sizes, size_commands(self._looks), self)
        view_menu.insertMenu(self._actions["school_year"][1], sizes)
        self._menu("go", _("&Ir"), self._go_commands())
        self._menu("help", _("A&yuda"), self._help_commands())

    def _menu(self, name: str, words: str, commands: list[Command | None]) -> QMenu:
        menu = self.menuBar().addMenu(words)
        menu.setObjectName(f"menu_{name}")
        menu.setToolTipsVisible(True)
        self._actions |= fill_menu(menu, commands, self)
        return menu

    def _file_commands(self) -> list[Command | None]:
        run = self._files
        return [
            Command("new", _("Nuevo centro…"), run.new, "new-file", ("Ctrl+Shift+A",), needs_file=False),
            Command("open", _("Abrir…"), run.open, "open", ("Ctrl+O",), needs_file=False),
            Command(
                "sample", _("Centro de muestra"), run.sample, "people", ("Ctrl+Shift+M",), needs_file=False
            ),
            SEPARATOR,
            Command("back_up", _("Hacer una copia de seguridad"), run.back_up, "backup", ("Ctrl+Shift+S",)),
            Command("restore", _("Restaurar una copia…"), run.restore, "history", ("Ctrl+Shift+R",)),
            Command("check", _("Comprobar el archivo"), run.check, "ok", ("Ctrl+Shift+F",)),
            SEPARATOR,
            Command(
                "import_course",
                _("Importar un expediente de curso…"),
                run.import_course,
                "import",
                ("Ctrl+Shift+I",),
            ),
            Command(
                "export_course",
                _("Exportar el expediente de un curso…"),
                self._export_course,
                "export",
                ("Ctrl+Shift+D",),
            ),
            SEPARATOR,
            Command("close", _("Cerrar el archivo"), self._close_file, "close", ("Ctrl+W",)),
            Command("quit", _("Salir"), self.close, "leave", ("Ctrl+Q",), needs_file=False),
        ]

    def _edit_commands(self) -> list[Command | None]:
        return [
            Command("undo", _("Deshacer"), self._shell.undo, "undo", ("Ctrl+Z",)),
            Command("redo", _("Rehacer"), self._shell.redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
            SEPARATOR,
            Command("find_anything", _("Buscar en todo…"), self._finder.show, "search", ("Ctrl+K",)),
            Command("history", _("Historial…"), self._show_history, "history", ("Ctrl+H",)),
        ]

    def _go_commands(self) -> list[Command | None]:
        return [
            Command(
                f"go_{entry.name}", entry.words, _going(self._shell, entry.name), entry.icon, (f"Ctrl+{at}",)
            )
            for at, entry in enumerate(_stops(), start=1)
        ]

    def _help_commands(self) -> list[Command | None]:
        run = self._manual
        return [
            Command("help", _("Manual"), run.help, "help", ("F1",), needs_file=False),
            Command(
                "shortcuts", _("Atajos de teclado"), run.show_shortcuts, "law", ("Ctrl+F1",), needs_file=False
            ),
            SEPARATOR,
            Command("about", _("Acerca de"), self._files.about, "info", ("Shift+F1",), needs_file=False),
        ]

    def _connect(self) -> None:
        shell = self._shell
        shell.changed.connect(self._on_changes)
        shell.swapped.connect(self._on_swapped)
        shell.saved.connect(self._say_saved)
        shell.travelled.connect(self.travel)
        shell.closing.connect(self._remember_place)
        shell.year_changed.connect(self._say_years)
        self._navigation.years.chosen.connect(shell.set_school_year)
        self._looks.changed.connect(self._tick_looks)
        self._looks.resized.connect(self._make_pages_again)
        shell.working.connect(self._work.show_work)
        shell.working.connect(self._offer_undo)
        self._navigation.chosen.connect(shell.go)
        self._status.warnings_asked.connect(self._say_warnings)

    # What happens -------------------------------------------------------------------------------------------

    def _on_swapped(self) -> None:
        is_open = self._shell.is_open
        self._drop_pages()
        self._notices.clear()
        for part in (self._navigation, self._status):
            part.setVisible(is_open)
        for command, action in self._actions.values():
            action.setEnabled(is_open or not command.needs_file)
        self._offer_undo()
        if is_open:
            self._say_warnings()
            self._say_centre()
            self._say_saved()
            self._say_years()
            self.travel(self._last_place())
            self._counting.start()
        else:
            self.setWindowTitle(PROGRAM)
            if not self._is_opening:
                self._show_start()

    def _show_start(self) -> None:
        """Show what can be done without a file."""
        if self._start is None:
            self._start = StartView()
            self._start.new_asked.connect(self._files.new)
            self._start.open_asked.connect(self._files.open)
            self._start.sample_asked.connect(self._files.sample)
            self._start.recent_asked.connect(self._files.open_path)
            self._stack.addWidget(self._start)
        self._start.show_recent(self._shell.settings.recent_files())
        self._stack.setCurrentWidget(self._start)

    def _drop_pages(self) -> None:
        for holder in self._holders.values():
            self._stack.removeWidget(holder)
            holder.deleteLater()
        for page in self._pages.values():
            page.deleteLater()
        self._holders.clear()
        self._pages.clear()
        self._current = ""

    def _make_pages_again(self) -> None:
        """Measure everything anew for another size of the text, and stay in the same place."""
        if self._current and self._pages[self._current].leave():
            place = self._pages[self._current].place()
            self._drop_pages()
            self.travel(place)

    def _tick_looks(self) -> None:
        tick(self._looks, {name: action for name, (_command, action) in self._actions.items()})

    def _choose_year(self) -> None:
        self._navigation.years.showMenu()

    def _say_years(self) -> None:
        if self._shell.is_open:
            years = self._shell.ask(lambda: school_years(self._shell.workspace)) or ()
            self._navigation.years.show_years(years, self._shell.school_year, YEAR_KEYS)

    def _say_counts(self) -> None:
        if self._shell.is_open:
            waiting = self._shell.ask(lambda: waiting_count(self._shell.workspace)) or 0
            self._navigation.say_counts({FIRST: waiting})

    def _on_changes(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.on_changes(changes)
        if changes.notices:
            self._notices.say("\n".join(changes.notices), theme.Wash.WARNING)
        if self._shell.is_open and changes.kinds & {Kind.CENTRE, Kind.FILE}:
            self._say_centre()
        if changes.kinds & {Kind.COURSE, Kind.SESSIONS, Kind.FILE}:
            self._say_years()
        self._counting.start()  # again from the beginning: who types is not kept waiting
        self._offer_undo()

    def _offer_undo(self) -> None:
        offers = (
            ("undo", _("Deshacer"), self._shell.undo_name()),
            ("redo", _("Rehacer"), self._shell.redo_name()),
        )
        for command, words, target in offers:
            _command, action = self._actions[command]
            name = (target or "").replace("&", "&&")  # a name may have one: it is no mnemonic
            action.setText(f"{words} «{name}»" if name else words)
            action.setEnabled(target is not None)

    def _say_centre(self) -> None:
        workspace = self._shell.workspace
        view = self._shell.ask(lambda: centres.read_centre(workspace))
        name = view.centre.name if view is not None else workspace.file.path.stem
        self._navigation.say_centre(name, is_sample=files.is_sample(workspace))
        self.setWindowTitle(f"{name} - {PROGRAM}")

    def _say_saved(self) -> None:
        if not self._shell.is_open:
            return
        workspace, now = self._shell.workspace, self._shell.clock.now()
        self._status.say_saved(workspace.last_saved, writable=workspace.file.writable)
        made = self._shell.last_backup
        self._status.say_backup(made.moment if made else None, now)
        self._status.say_warnings(workspace.file.warnings)

    def _say_warnings(self) -> None:
        warnings = self._shell.workspace.file.warnings
        if warnings:
            self._notices.say("\n".join(warnings), theme.Wash.WARNING)

    def _show_history(self) -> None:
        HistoryController(self._shell, self).show()

    def _export_course(self) -> None:
        self._files.export_course()

    def _close_file(self) -> None:
        if self._may_leave():
            self._shell.close_file()

    def _may_leave(self) -> bool:
        """Return whether the file can be closed: no job is writing it, and what was typed is saved."""
        return self._shell.may_close() and (not self._current or self._pages[self._current].leave())

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Override QWidget::closeEvent: the file is closed with its backup."""
        if not self._may_leave():
            event.ignore()
            return
        self.give_up()
        event.accept()

    def give_up(self) -> None:
        """Keep what the next start wants to know, and close the file whatever was typed."""
        self._timer.stop()
        self._shell.settings.remember_geometry(self.saveGeometry())
        self._shell.close_file()
        self._shell.settings.save()


def _stops() -> tuple[PageEntry, ...]:
    """Return the pages that stand in the navigation."""
    return tuple(page for page in pages() if not page.within)


def _entry(name: str) -> PageEntry:
    for page in pages():
        if page.name == name:
            return page
    raise KeyError(name)


def _stop_of(name: str) -> str:
    """Return the place of the navigation that a page stands under."""
    return (_entry(name).within or name) if name else ""


def _going(shell: Shell, name: str) -> Callable[[], None]:
    return lambda: shell.go(name)
