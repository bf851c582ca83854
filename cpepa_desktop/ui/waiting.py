"""Work that one waits for: in another thread, with its dialog, while the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts.work import Progress, ProgressDialog, Work

Read = TypeVar("Read")


def wait_for(
    title: str,
    job: Callable[[Progress], Read],
    owner: QObject,
    over: QWidget | None,
    *,
    can_stop: bool = True,
) -> Read:
    """Do a job in another thread and return its answer, with a dialog over ``over`` where it takes long.

    Raises what the job raised; ``Stopped`` where the person stopped it.
    """
    work: Work[Read] = Work(job, owner)
    answers: list[Read] = []
    errors: list[Exception] = []
    work.succeeded.connect(answers.append)
    work.failed.connect(errors.append)
    dialog = ProgressDialog(work, title, over, can_stop=can_stop)
    work.start()
    dialog.wait()
    dialog.deleteLater()
    work.deleteLater()
    if errors:
        raise errors[0]
    return answers[0]


def with_own_reader(
    workspace: Workspace, job: Callable[[Workspace, Progress], Read], progress: Progress
) -> Read:
    """Return the answer of a job that gets a workspace of its own, which can only read."""
    own = workspace.for_another_thread()
    try:
        return job(own, progress)
    finally:
        own.file.close()
