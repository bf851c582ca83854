"""Opening a form whose answer is an operation: done it closes, refused it says why and stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.ui.parts.form import FormDialog


class Runs(Protocol):
    """The one road by which pages write."""

    def run(
        self, operation: Callable[[], Changes], *, refused: Callable[[Refused], None] | None = None
    ) -> Changes | None:
        """Run an operation and tell every page; ``None`` where it was declined, told to ``refused``."""


def ask_in(shell: Runs, dialog: FormDialog, operation: Callable[[], Changes]) -> None:
    """Open a form; what is submitted runs ``operation``, and a refusal is said in the form itself."""

    def submit() -> None:
        if shell.run(operation, refused=dialog.form.show_refused) is not None:
            dialog.accept()

    dialog.submitted.connect(submit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
