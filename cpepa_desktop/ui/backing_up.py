"""What is done with the open file in another thread without anybody waiting: backups, the look for damage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cpepa_desktop.domain.backups import BackupMade, Reason
from cpepa_desktop.operations import backups
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts.work import Progress, Work

Done = TypeVar("Done")


class Caretaker(QObject):
    """Backs the file up and looks for damage, one thread each.

    Signals:
        backed_up: a verified backup is there; carries the ``Workspace`` it is of and the ``BackupMade``.
        failed: something could not be done; carries the exception.
    """

    backed_up = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: set[QObject] = set()

    @property
    def is_busy(self) -> bool:
        """Say whether anything is under way."""
        return bool(self._works)

    def back_up(self, workspace: Workspace, reason: Reason) -> None:
        """Make a verified backup of a file."""

        def take(made: BackupMade) -> None:
            self.backed_up.emit(workspace, made)

        self._begin(lambda _progress: backups.backup(workspace, reason), take)

    def look_for_damage(self, workspace: Workspace) -> None:
        """Read a whole file, so that damage is told before somebody has typed anything."""
        self._begin(lambda _progress: workspace.file.require_sound(), lambda _sound: None)

    def _begin(self, job: Callable[[Progress], Done], done: Callable[[Done], object]) -> None:
        work: Work[Done] = Work(job, self)
        self._works.add(work)
        work.succeeded.connect(done)
        work.failed.connect(self.failed)
        work.ended.connect(lambda: self._works.discard(work))
        work.ended.connect(work.deleteLater)
        work.start()
