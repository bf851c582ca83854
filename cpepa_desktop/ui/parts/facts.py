"""What is known of one thing: labels and values one under the other, in a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import theme

Fact = tuple[str, str]


class FactsPanel(QFrame):
    """A card with a title and facts. A fact without value says «sin establecer»; it is never left out."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(hint)
        theme.set_role(self, theme.Role.CARD)
        self._hint = hint
        self._room = WordsScroll(f"{name}_scroll", hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)  # of the card's line
        layout.addWidget(self._room)
        self.clear()

    def clear(self) -> None:
        """Show what to do to see something."""
        self._replace([theme.label(self._hint, f"{self.objectName()}_hint", theme.Role.QUIET)])

    def show_facts(self, title: str, facts: Sequence[Fact], more: Sequence[QWidget] = ()) -> None:
        """Show the facts of a thing, and widgets under them."""
        name = self.objectName()
        self.setAccessibleName(title)
        heading = theme.label(title, f"{name}_title", theme.Role.STRONG)
        heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._replace([heading, facts_grid(name, facts), *more])

    def _replace(self, parts: Sequence[QWidget]) -> None:
        content = QWidget()
        content.setObjectName(f"{self.objectName()}_content")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        layout.setSpacing(theme.SPACE)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self._room.show_words(content)
        self._room.setAccessibleName(self.accessibleName())


class WordsScroll(QScrollArea):
    """Room for words that may be more than it holds: then the keyboard comes to it, and arrows scroll it."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._settle)

    def show_words(self, widget: QWidget) -> None:
        """Show a widget in the place of the one before, which goes."""
        before = self.takeWidget()
        theme.set_role(widget, theme.Role.PAGE)
        self.setWidget(widget)
        if isinstance(before, QWidget):
            before.hide()
            before.deleteLater()  # not now: what was pressed in it may be what asks for this

    def _settle(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus)


def facts_grid(name: str, facts: Sequence[Fact]) -> QWidget:
    """Return facts as two columns, the values to be selected and copied."""
    holder = QWidget()
    holder.setObjectName(f"{name}_facts")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE_LARGE)
    grid.setVerticalSpacing(theme.SPACE_TIGHT + 2)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for at, (words, value) in enumerate(facts):
        caption = theme.label(words, f"{name}_label_{at}", theme.Role.QUIET)
        caption.setWordWrap(False)
        shown = theme.label(
            value or _("sin establecer"), f"{name}_value_{at}", None if value else theme.Role.QUIET
        )
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{words}: {shown.text()}")
        grid.addWidget(caption, at, 0, top)
        grid.addWidget(shown, at, 1, top)
    return holder
