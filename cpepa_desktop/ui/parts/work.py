"""Work that takes longer than half a second: off the main thread, with progress and a way to stop it.

A connection to a file does not cross threads, so a job opens its own; it gets nothing of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import theme

Result = TypeVar("Result")


class Cancelled(Exception):  # noqa: N818 - what the user asked for, not an error
    """The user stopped the job. Raised inside it, so that a transaction under way is rolled back."""


class Progress(QObject):
    """What a job says of how far it is, and hears of whether to stop. Safe from any thread.

    Signals:
        moved: steps done, steps in all (0 while nobody knows), what is being done.
    """

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def report(self, done: int, total: int = 0, doing: str = "") -> None:
        """Say how far the job is. Raise ``Cancelled`` where the user has stopped it."""
        if self._stop.is_set():
            raise Cancelled
        self.moved.emit(done, total, doing)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()


class Work(QObject, Generic[Result]):
    """One job in a thread of the pool; its signals arrive in the thread that made it.

    Signals:
        succeeded: the job ended; carries what it returned.
        failed: the job raised; carries the exception (``Cancelled`` where the user stopped it).
        ended: after either of them.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _arrived = Signal(object, object)

    def __init__(self, job: Callable[[Progress], Result], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self._job = job
        self._arrived.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the job."""
        QThreadPool.globalInstance().start(_Runnable(self._run))

    def _run(self) -> None:
        try:
            result = self._job(self.progress)
        except Exception as error:  # noqa: BLE001 - carried to the main thread, which tells it or raises it
            self._arrived.emit(None, error)
        else:
            self._arrived.emit(result, None)

    def _settle(self, result: Result, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(error)
        self.ended.emit()


class _Runnable(QRunnable):
    """What the pool runs."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._call = run

    def run(self) -> None:
        """Override QRunnable::run."""
        self._call()


class ProgressDialog(QDialog):
    """Shows a job while it runs, and cancels it. Closes by itself when the job ends."""

    def __init__(self, work: Work[Result], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(420)
        self._doing = theme.label(title, "progress_doing")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress_bar")
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.setObjectName("progress_buttons")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancelar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._doing)
        layout.addWidget(self._bar)
        layout.addWidget(buttons)
        self._progress = work.progress
        buttons.rejected.connect(self.reject)
        work.progress.moved.connect(self._show)
        work.ended.connect(self.accept)

    def _show(self, done: int, total: int, doing: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if doing:
            self._doing.setText(doing)

    def reject(self) -> None:
        """Override QDialog::reject: ask the job to stop; the dialog goes when it has."""
        self._progress.cancel()
        self._doing.setText(_("Deteniendo…"))
