"""What a part of a page is: a page without a title of its own, inside another that has one.

The tabs of a course are parts, and so are the sections of a page that has several.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.asking import ask_in
from cpepa_desktop.ui.parts.form import FormDialog
from cpepa_desktop.ui.parts.page import Page, PageView
from cpepa_desktop.ui.shell import Shell


class PartView(PageView):
    """A part on screen: a line about what it shows, its actions, and its body."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self._first: QWidget = self
        self.title.hide()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, theme.SPACE, 0, 0)

    def start_at(self, widget: QWidget) -> None:
        """Say where the keyboard comes to first. No focus proxy: Tab would pass over what is before it."""
        self._first = widget

    def take_focus(self) -> None:
        """Bring the keyboard to what the part is for: its body, or the next step where there is nothing."""
        shown = self._pages.currentWidget()
        step = shown.findChild(QPushButton) if shown is not None and self.is_empty() else None
        (step if isinstance(step, QPushButton) else self._first).setFocus()

    def say(self, words: str) -> None:
        """Show the line about what the part shows."""
        self.subtitle.setText(words)
        self.subtitle.setVisible(bool(words))


class Part(Page):
    """The controller of a part, and what every part does with the open file."""

    def __init__(self, shell: Shell, view: PartView, parent: QObject | None = None) -> None:
        super().__init__(view, parent)
        self.shell = shell
        self.part_view = view

    @property
    def workspace(self) -> Workspace:
        """Return the open file."""
        return self.shell.workspace

    def reveal_detail(self, detail: str) -> None:
        """Show what ``detail`` names of the part, such as a week; most parts have nothing to do."""

    def detail(self) -> str:
        """Return what is on screen of the part, as ``reveal_detail`` takes it; most parts have none."""
        return ""

    def write(self, operation: Callable[[], Changes]) -> bool:
        """Run an operation, which tells the user where it is refused. Return whether it was done."""
        return self.shell.run(operation) is not None

    def ask_in(self, dialog: FormDialog, operation: Callable[[], Changes]) -> None:
        """Open a form; what is submitted runs ``operation``, and a refusal is said in the form itself."""
        ask_in(self.shell, dialog, operation)

    def window(self) -> QWidget:
        """Return the widget that dialogs of this part stand over."""
        return self.view
