"""The main window: places at the left, the page, the menus, and the line that says all is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import centres, files
from cpepa_desktop.operations.home import waiting_count
from cpepa_desktop.operations.school_years import school_years
from cpepa_desktop.ui.exports import TableExports
from cpepa_desktop.ui.file.controller import FileCommands
from cpepa_desktop.ui.finder.controller import FinderController
from cpepa_desktop.ui.history.controller import HistoryController
from cpepa_desktop.ui.looks import Looks
from cpepa_desktop.ui.manual.controller import ManualController
from cpepa_desktop.ui.menu_commands import edit_commands, file_commands, go_commands, help_commands
from cpepa_desktop.ui.menus import Menus
from cpepa_desktop.ui.navigation import Navigation, Stop
from cpepa_desktop.ui.pages import FIRST, pages, stop_of, stops
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.parts.table import ExportWish
from cpepa_desktop.ui.parts.work import WorkStrip
from cpepa_desktop.ui.places import Places
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
        self._start: StartView | None = None
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._places = Places(shell, self._stack, self._finder, self)
        self._notices = Banner("notices")
        self._exports = TableExports(shell, self._notices)
        self._navigation = Navigation([Stop(page.name, page.words, page.icon) for page in stops()])
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
        self._menus = Menus(self)
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
        return self._places.page(name)

    def travel(self, place: Place) -> None:
        """Go to a place, unless the page that is shown cannot be left."""
        if self._shell.is_open and self._places.may_go(place):
            self._places.show(place)
        self._navigation.show_stop(stop_of(self._places.current))

    def _here(self) -> QWidget | None:
        """Return the page on screen, or the start."""
        return self._places.view() or self._start

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
        shell, menus = self._shell, self._menus
        on_file = file_commands(self._files, close_file=self._close_file, leave=self.close)
        menus.add("file", _("&Archivo"), on_file).insertMenu(menus.action("sample"), self._recent)
        editing = edit_commands(shell, find=self._finder.show, show_history=self._show_history)
        menus.add("edit", _("&Edición"), editing)
        view = menus.add("view", _("&Ver"), view_commands(self._looks, self._choose_year))
        sizes = size_commands(self._looks)
        menus.add_within(view, "school_year", "text_size", _("Tamaño del texto"), sizes)
        menus.add("go", _("&Ir"), go_commands(shell))
        menus.add("help", _("A&yuda"), help_commands(self._manual, about=self._files.about))

    def _connect(self) -> None:
        shell = self._shell
        shell.changed.connect(self._on_changes)
        shell.swapped.connect(self._on_swapped)
        shell.saved.connect(self._say_saved)
        shell.travelled.connect(self.travel)
        shell.closing.connect(self._places.remember)
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
        self._places.drop()
        self._notices.clear()
        for part in (self._navigation, self._status):
            part.setVisible(is_open)
        self._menus.allow(is_open=is_open)
        self._offer_undo()
        if is_open:
            self._say_warnings()
            self._say_centre()
            self._say_saved()
            self._say_years()
            self.travel(self._places.last())
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

    def _make_pages_again(self) -> None:
        """Measure everything anew for another size of the text, and stay in the same place."""
        place = self._places.make_again()
        if place is not None:
            self.travel(place)

    def _tick_looks(self) -> None:
        tick(self._looks, self._menus.actions())

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
        self._places.tell(changes)
        if changes.notices:
            self._notices.say("\n".join(changes.notices), theme.Wash.WARNING)
        if self._shell.is_open and changes.kinds & {Kind.CENTRE, Kind.FILE}:
            self._say_centre()
        if changes.kinds & {Kind.COURSE, Kind.SESSIONS, Kind.FILE}:
            self._say_years()
        self._counting.start()  # again from the beginning: who types is not kept waiting
        self._offer_undo()

    def _offer_undo(self) -> None:
        self._menus.offer_undo(self._shell.undo_name(), self._shell.redo_name())

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

    def _close_file(self) -> None:
        if self._may_leave():
            self._shell.close_file()

    def _may_leave(self) -> bool:
        """Return whether the file can be closed: no job is writing it, and what was typed is saved."""
        return self._shell.may_close() and self._places.may_leave()

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
