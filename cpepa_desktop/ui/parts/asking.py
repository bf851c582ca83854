"""Opening a form whose answer is an operation: done it closes, refused it says why and stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.parts.form import FormDialog

if TYPE_CHECKING:  # the shell is given, never made
    from cpepa_desktop.ui.shell import Shell


def ask_in(shell: Shell, dialog: FormDialog, operation: Callable[[], Changes]) -> None:
    """Open a form; what is submitted runs ``operation``, and a refusal is said in the form itself."""

    def submit() -> None:
        if shell.run(operation, refused=dialog.form.show_refused) is not None:
            dialog.accept()

    dialog.submitted.connect(submit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
