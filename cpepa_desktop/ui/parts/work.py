"""Work that takes longer than half a second: off the main thread, with progress and a way to stop it.

A connection to a file does not cross threads, so a job opens its own; it gets nothing of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.page import button

Result = TypeVar("Result")

_QUIET_MS: Final = 400
"""A wait as short as this shows no dialog: it would only flash."""
_STEP_S: Final = 0.03
"""Progress moves no oftener than the eye sees it: a job may report thousands of steps a second."""

_WIDTH: Final = 420

STOP_KEYS: Final = "Shift+Esc"


class Progress(QObject):
    """What a job says of how far it is, and hears of whether to stop. Safe from any thread.

    Signals:
        moved: steps done, steps in all (0 while nobody knows), what is being done.
    """

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._told_at = 0.0

    def report(self, done: int, total: int = 0, doing: str = "") -> None:
        """Say how far the job is. Raise ``Stopped`` where the user has stopped it."""
        if self._stop.is_set():
            raise Stopped
        now = monotonic()
        if now - self._told_at >= _STEP_S or done == total:
            self._told_at = now
            self.moved.emit(done, total, doing)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()


class Work(QObject, Generic[Result]):
    """One job in a thread of the pool; its signals arrive in the thread that made it.

    The thread knows nothing of this object: where the window and all its parts go before the job ends, the
    job is asked to stop and nobody hears of it.

    Signals:
        succeeded: the job ended; carries what it returned.
        failed: the job raised; carries the exception (``Stopped`` where the user stopped it).
        ended: after either of them.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, job: Callable[[Progress], Result], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.is_over = False
        self._run = _Run(job, self.progress)
        self._run.arrival.arrived.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self.progress.cancel)

    def start(self) -> None:
        """Start the job."""
        QThreadPool.globalInstance().start(self._run)

    def _settle(self, result: Result, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(error)
        self.is_over = True
        self.ended.emit()


class _Arrival(QObject):
    """What the thread of a job speaks through.

    No part of the window owns it, so it is there as long as the thread is.

    Signals:
        arrived: what the job returned, and what it raised.
    """

    arrived = Signal(object, object)


class _Run(QRunnable):
    """What the pool runs."""

    def __init__(self, job: Callable[[Progress], Any], progress: Progress) -> None:
        super().__init__()
        self.arrival = _Arrival()
        self._job = job
        self._progress = progress

    def run(self) -> None:
        """Override QRunnable::run."""
        try:
            result = self._job(self._progress)
        except Exception as error:  # noqa: BLE001 - carried to the main thread, which tells it or raises it
            self.arrival.arrived.emit(None, error)
        else:
            self.arrival.arrived.emit(result, None)


class ProgressDialog(QDialog):
    """Shows a job while it runs, and cancels it where that can be. Closes by itself when the job ends."""

    def __init__(
        self, work: Work[Result], title: str, parent: QWidget | None = None, *, can_stop: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("progress_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(theme.size_on_screen(_WIDTH).width())
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
        buttons.setVisible(can_stop)
        self._can_stop = can_stop
        self._work = work
        buttons.rejected.connect(self.reject)
        work.progress.moved.connect(self._show)
        work.ended.connect(self.accept)

    def wait(self) -> None:
        """Return when the job has ended, having shown the dialog only where it takes its time."""
        pause = QEventLoop()
        self._work.ended.connect(pause.quit)
        QTimer.singleShot(_QUIET_MS, pause, pause.quit)
        if not self._work.is_over:
            pause.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._work.is_over:
            self.exec()

    def _show(self, done: int, total: int, doing: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if doing:
            self._doing.setText(doing)

    def reject(self) -> None:
        """Override QDialog::reject: ask the job to stop; the dialog goes when it has."""
        if self._can_stop:
            self._work.progress.cancel()
            self._doing.setText(_("Deteniendo…"))


class WorkStrip(QFrame):
    """A line under the page that shows a job while everything else goes on, and stops it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work_strip")
        self.setProperty("wash", theme.Wash.QUIET.value)
        self._title = ""
        self._progress: Progress | None = None
        self._words = theme.label("", "work_strip_words")
        self._words.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setObjectName("work_strip_bar")
        self._bar.setTextVisible(False)
        self._stop = button("work_strip_stop", _("Cancelar"), icon="close", shortcut=STOP_KEYS)
        self._stop.clicked.connect(self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            theme.SPACE_SECTION, theme.SPACE_SMALL, theme.SPACE_SECTION, theme.SPACE_SMALL
        )
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self._keys = QAction(_("Cancelar el trabajo en curso"), self)
        self._keys.setObjectName("work_strip_stop_shortcut")
        self._keys.setShortcut(QKeySequence(STOP_KEYS))
        self._keys.triggered.connect(self.stop)  # of the whole window: the focus is elsewhere meanwhile
        self.addAction(self._keys)
        self.hide()

    def show_work(self, title: str, work: Work[Result]) -> None:
        """Show a job from now until it ends."""
        self._title, self._progress = title, work.progress
        self._stop.setEnabled(True)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._say(title)
        work.progress.moved.connect(self._show)
        work.ended.connect(self._end)
        self.show()

    def stop(self) -> None:
        """Ask the job to stop; the strip goes when it has."""
        if self._progress is not None and self.isVisible():
            self._progress.cancel()
            self._stop.setEnabled(False)
            self._say(_("{title}: deteniendo…").format(title=self._title))

    def _show(self, done: int, total: int, doing: str) -> None:
        if not self._stop.isEnabled():
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        parts = [self._title]
        if total:
            count = _("{done} de {total}").format(done=text.count(done), total=text.count(total))
            parts.append(count)
        self._say(" \N{MIDDLE DOT} ".join([*parts, doing] if doing else parts))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)

    def _end(self) -> None:
        self._progress = None
        self.hide()
