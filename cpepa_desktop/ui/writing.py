"""The one job that may write the file in another thread, while the window goes on reading it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal

from cpepa_desktop.domain.changes import EVERYTHING, Changes
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts.work import Progress, Work


class HasChanges(Protocol):
    """The answer of an operation that gives more than its changes."""

    @property
    def changes(self) -> Changes:
        """What was changed."""


Written = TypeVar("Written", bound=Changes | HasChanges)


def changes_of(answer: Changes | HasChanges) -> Changes:
    """Return what an operation changed."""
    return answer if isinstance(answer, Changes) else answer.changes


class Writer(QObject):
    """Runs one writing job at a time, with a workspace of its own.

    Signals:
        began: a job began; carries its title and its ``Work``.
        wrote: it has ended, well or not; carries the ``Changes`` to be told to every page.
    """

    began = Signal(str, object)
    wrote = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.title = ""
        self._work: Work[Any] | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether a job is under way."""
        return self._work is not None

    def begin(
        self,
        workspace: Workspace,
        title: str,
        job: Callable[[Workspace, Progress], Written],
        done: Callable[[Written], None],
        failed: Callable[[Exception], None],
    ) -> Work[Written]:
        """Start a job and return it; ``done`` gets its answer or ``failed`` what it raised, unless stopped.

        Raises ``Refused`` where the file cannot be written, or another job is writing it.
        """
        handover = workspace.hand_over(title)

        def in_thread(progress: Progress) -> Written:
            with handover.workspace() as own:
                return job(own, progress)

        def settle(changes: Changes) -> None:
            self._work = None
            workspace.take_back()
            self.wrote.emit(changes)

        def succeed(answer: Written) -> None:
            settle(changes_of(answer))
            done(answer)

        def fail(error: Exception) -> None:
            is_stopped = isinstance(error, Stopped)
            notices = (_("Se ha detenido «{title}».").format(title=title),) if is_stopped else ()
            # A job of several operations may have done the first ones: whatever is shown is read again.
            settle(Changes(title, EVERYTHING, notices=notices))
            if not is_stopped:
                failed(error)

        work: Work[Written] = Work(in_thread, self)
        work.succeeded.connect(succeed)
        work.failed.connect(fail)
        work.ended.connect(work.deleteLater)
        self.title, self._work = title, work
        self.began.emit(title, work)
        work.start()
        return work

    def stop(self) -> None:
        """Ask the job to stop and return when it has, or has done its work."""
        while self._work is not None:
            self._work.progress.cancel()
            pause = QEventLoop()
            self._work.ended.connect(pause.quit)
            pause.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
