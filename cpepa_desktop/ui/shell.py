"""What all pages share: the open file, and the one road by which they read it, write it and move about.

A page never calls an operation bare. It gives it to ``run`` or ``ask``, so that a refusal is told in words
and a change reaches every page once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from cpepa_desktop.domain.backups import Backup, BackupMade, Reason
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import backups, files, history
from cpepa_desktop.operations.workspace import Workspace, fault_of
from cpepa_desktop.ui.backing_up import Caretaker
from cpepa_desktop.ui.parts import dialogs
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.parts.work import Progress
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.waiting import wait_for, with_own_reader
from cpepa_desktop.ui.writing import Writer, Written, changes_of

Read = TypeVar("Read")


class Shell(QObject):
    """The open file and everything pages do with it.

    Signals:
        changed: an operation wrote; carries the ``Changes``.
        closing: the file is about to be closed; it is still open.
        swapped: another file is open now, or none.
        travelled: somebody asked to go somewhere; carries the ``Place``.
        saved: what the status line says of saving may have changed.
        working: a job that writes began in another thread; carries its title and its ``Work``.
        year_changed: another school year is looked at; carries it, or ``None`` for all of them.
    """

    changed = Signal(object)
    closing = Signal()
    swapped = Signal()
    travelled = Signal(object)
    saved = Signal()
    working = Signal(str, object)
    year_changed = Signal(object)

    def __init__(self, clock: Clock, actor: str, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.actor = actor
        self.settings = settings
        self.last_backup: Backup | None = None
        self._workspace: Workspace | None = None
        self._year: SchoolYear | None = SchoolYear.of(clock.today())
        self._caretaker = Caretaker(self)
        self._caretaker.backed_up.connect(self._take_backup)
        self._caretaker.failed.connect(self._tell_failure)
        self._writer = Writer(self)
        self._writer.began.connect(self.working)
        self._writer.began.connect(self.saved)
        self._writer.wrote.connect(self._take_written)

    # The file -------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Say whether a file is open."""
        return self._workspace is not None

    @property
    def is_writing(self) -> bool:
        """Say whether a job is writing in another thread."""
        return self._writer.is_busy

    @property
    def workspace(self) -> Workspace:
        """Return the open file. Raise ``LookupError`` where none is."""
        if self._workspace is None:
            raise LookupError("no file is open")
        return self._workspace

    def open_file(
        self, path: Path, *, writable: bool = True, failed: Callable[[EnvironmentFault], None] | None = None
    ) -> bool:
        """Open a file in the place of the one that is open. Return whether it could be done."""
        if self._workspace is not None and self._workspace.file.path == path.resolve():
            return True
        return self._swap(
            lambda: files.open_file(path, self.clock, self.actor, writable=writable), failed=failed
        )

    def new_file(self, path: Path, entity: Entity, centre: Centre) -> bool:
        """Create the file of a centre and open it. Return whether it could be done."""
        return self._swap(lambda: files.new_file(path, self.clock, self.actor, entity=entity, centre=centre))

    def open_made(self, make: Callable[[], Workspace]) -> bool:
        """Open the file that ``make`` returns, such as a new sample. Return whether it could be done."""
        return self._swap(make)

    def restore(
        self, backup: Path, *, other_file: bool = False, refused: Callable[[Refused], None] | None = None
    ) -> bool:
        """Put a backup in the place of the open file, and open it. Return whether it could be done.

        ``other_file`` allows the backup of another centre's file. Where it cannot be done the file is as it
        was.
        """
        path = self.workspace.file.path
        if not self.may_close() or not self.close_file():
            return False
        restored = self.wait(
            _("Restaurando la copia…"),
            lambda _progress: backups.restore(path, backup, self.clock, self.actor, other_file=other_file),
            refused=refused,
            can_stop=False,
        )
        is_open = self.open_file(path)
        if restored is not None and restored.missing:
            self._notify(_("Estos documentos ya no están en ninguna parte: {names}."), restored.missing)
        return is_open and restored is not None

    def close_file(self) -> bool:
        """Close the file with its backup. Return false where that failed; the file is closed all the same.

        A job that is still writing is stopped: `may_close` asks before.
        """
        if self._workspace is None:
            return True
        self.closing.emit()
        self._writer.stop()
        QThreadPool.globalInstance().waitForDone()
        workspace, self._workspace = self._workspace, None
        is_done = not files.owes_backup(workspace) or self._back_up_at_closing(workspace)
        workspace.file.close()
        self.last_backup = None
        self._announce_swap()
        return is_done

    def may_close(self) -> bool:
        """Ask before stopping a job that writes. Return whether none does any more."""
        if not self.is_writing:
            return True
        words = _("Si se detiene ahora, no queda escrito nada que esté a medias.")
        question = _("¿Detener «{title}»?").format(title=self._writer.title)
        if dialogs.confirm(question, words, _("Detener"), parent=self._window()):
            self._writer.stop()
        return not self.is_writing

    # The school year ------------------------------------------------------------------------------------

    @property
    def school_year(self) -> SchoolYear | None:
        """Return the year that lists are about, ``None`` for all of them."""
        return self._year

    def set_school_year(self, year: SchoolYear | None) -> None:
        """Look at another year, ``None`` for all, and keep it for the next time the file is opened."""
        if year == self._year:
            return
        self._year = year
        if self._workspace is not None:
            self.settings.remember_school_year(self._workspace.file.path, year)
        self.year_changed.emit(year)

    # Operations -----------------------------------------------------------------------------------------

    def run(
        self, operation: Callable[[], Written], *, refused: Callable[[Refused], None] | None = None
    ) -> Written | None:
        """Run an operation that writes, and tell every page what changed.

        Return its answer, or ``None`` where it was declined: the user has been told, or ``refused`` has been
        called with the reason.
        """
        answer = self.ask(operation, refused=refused)
        if answer is not None:
            self.changed.emit(changes_of(answer))
            self.saved.emit()
        return answer

    def ask(
        self,
        reading: Callable[[], Read],
        *,
        refused: Callable[[Refused], None] | None = None,
        failed: Callable[[EnvironmentFault], None] | None = None,
    ) -> Read | None:
        """Run an operation that reads. Return its answer, or ``None`` where it was declined, as ``run`` does.

        ``failed`` is called instead of telling the user where the environment is at fault.
        """
        try:
            return reading()
        except Refused as answer:
            (refused or self.tell)(answer)
        except EnvironmentFault as fault:
            (failed or self.tell)(fault)
        except Exception as error:
            fault_behind = fault_of(error)
            if fault_behind is None:
                raise
            (failed or self.tell)(fault_behind)
        return None

    def work(
        self,
        title: str,
        job: Callable[[Workspace, Progress], Read],
        *,
        refused: Callable[[Refused], None] | None = None,
    ) -> Read | None:
        """Read in another thread, with progress and cancel. Return ``None`` where declined or stopped.

        ``job`` gets a workspace of its own that can only read. The window stays alive while this waits.
        """
        workspace = self.workspace
        return self.wait(title, lambda progress: with_own_reader(workspace, job, progress), refused=refused)

    def wait(
        self,
        title: str,
        job: Callable[[Progress], Read],
        *,
        refused: Callable[[Refused], None] | None = None,
        can_stop: bool = True,
    ) -> Read | None:
        """Do in another thread what touches nothing that is open, and wait for its answer, as `work` does."""
        try:
            return self.ask(
                lambda: wait_for(title, job, self, self._window(), can_stop=can_stop), refused=refused
            )
        except Stopped:
            return None

    def work_writing(
        self,
        title: str,
        job: Callable[[Workspace, Progress], Written],
        *,
        done: Callable[[Written], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> bool:
        """Write in another thread while the person goes on. Return whether it began: only one can at a time.

        ``job`` gets a workspace of its own. When it has ended every page is told what changed and ``done``
        gets the answer; where it was stopped or refused nothing is written of the operation under way. Until
        then every other operation that writes is refused in words.
        """

        def fail(error: Exception) -> None:
            self.ask(lambda: _raise(error), refused=refused)

        begun = self.ask(
            lambda: self._writer.begin(self.workspace, title, job, done or _do_nothing, fail),
            refused=refused,
        )
        return begun is not None

    def tell(self, answer: Refused | EnvironmentFault) -> None:
        """Tell the user why something was not done."""
        dialogs.tell(answer, self._window())

    # Undo -----------------------------------------------------------------------------------------------

    def undo_name(self) -> str | None:
        """Return the name of what undo would take back, ``None`` where there is nothing."""
        return history.what_undo_would_do(self.workspace) if self._may_undo() else None

    def redo_name(self) -> str | None:
        """Return the name of what redo would do again, ``None`` where there is nothing."""
        return history.what_redo_would_do(self.workspace) if self._may_undo() else None

    def undo(self) -> None:
        """Take back the newest operation that stands."""
        self.run(lambda: history.undo(self.workspace))

    def redo(self) -> None:
        """Do again what was undone last."""
        self.run(lambda: history.redo(self.workspace))

    # Backups --------------------------------------------------------------------------------------------

    def back_up(self, reason: Reason = Reason.ASKED) -> None:
        """Make a verified backup in another thread; ``saved`` tells when it is there."""
        self._caretaker.back_up(self.workspace, reason)

    def back_up_if_due(self) -> None:
        """Make a backup where the oldest change without one has waited long enough."""
        is_quiet = self.is_open and not self._caretaker.is_busy and not self.is_writing
        if is_quiet and backups.due(self.workspace):
            self.back_up(Reason.TIMER)

    # Moving about ---------------------------------------------------------------------------------------

    def go(self, page: str, key: str = "", detail: str = "") -> None:
        """Go to a page, to a thing on it, to a part of that thing."""
        self.travelled.emit(Place(page, key, detail))

    def _swap(
        self, make: Callable[[], Workspace], *, failed: Callable[[EnvironmentFault], None] | None = None
    ) -> bool:
        if not self.may_close():
            return False
        made = self.ask(make, failed=failed)
        if made is None:
            return False
        self.close_file()
        self._workspace = made
        self.last_backup = next(iter(backups.list_backups(made.file.path)), None)
        self.settings.remember_file(made.file.path)
        self._year = self.settings.school_year(made.file.path, SchoolYear.of(self.clock.today()))
        self._announce_swap()
        if made.file.whole is not None:
            QTimer.singleShot(0, self, lambda: self._read_whole(made))  # what was opened is painted first
        return True

    def _read_whole(self, workspace: Workspace) -> None:
        if workspace is self._workspace:
            self._caretaker.look_for_damage(workspace)

    def _may_undo(self) -> bool:
        return self.is_open and not self.is_writing

    def _take_written(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.saved.emit()

    def _back_up_at_closing(self, workspace: Workspace) -> bool:
        made = self.wait(
            _("Guardando la copia de seguridad…"),
            lambda _progress: backups.backup(workspace, Reason.CLOSING),
            can_stop=False,
        )
        return made is not None

    def _announce_swap(self) -> None:
        self.swapped.emit()
        self.saved.emit()

    def _take_backup(self, workspace: Workspace, made: BackupMade) -> None:
        if workspace is self._workspace:
            self.last_backup = made.backup
            self.saved.emit()
            if made.missing:
                self._notify(_("No se han podido copiar estos documentos: {names}."), made.missing)

    def _notify(self, sentence: str, names: Sequence[str]) -> None:
        """Show a notice above the page that names some documents."""
        notice = sentence.format(names=", ".join(names))
        self.changed.emit(Changes(_("Copia de seguridad"), frozenset({Kind.FILE}), notices=(notice,)))

    def _tell_failure(self, error: Exception) -> None:
        self.ask(lambda: _raise(error))

    def _window(self) -> QWidget | None:
        """Return what a dialog should stand over: never a popup, which takes its children with it."""
        candidates = (QApplication.activeModalWidget(), QApplication.activeWindow())
        stays = (each for each in candidates if isinstance(each, QDialog | QMainWindow) and each.isVisible())
        return next(stays, None)


def _do_nothing(_answer: object) -> None:
    """Take an answer that nobody waits for."""


def _raise(error: Exception) -> None:
    raise error
