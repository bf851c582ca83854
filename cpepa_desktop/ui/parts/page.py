"""What a page is: a view with a title, actions and an empty state, and a controller that reads.

A page's folder has ``columns.py``, ``view.py`` (a ``PageView``, no decisions, signals in the page's words)
and ``controller.py`` (a ``Page``). The window gives every page each ``Changes``; a page that is not on screen
waits with its reading until it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import FlowLayout
from cpepa_desktop.ui.parts.keys import give_keys, with_keys

ICON_NAME: Final = "icon_name"
"""The property of a button that says which icon it has, for those who show its command elsewhere."""

_LEAST_HALF: Final = 150


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go in the window: a page, the thing shown on it, and a part of that thing.

    ``Place("course", "24/1", "attendance/2024-W07")`` is a week of a course, with ``"enrolments/7"`` an
    enrolment by its id; ``Place("people", "12")`` is a person, ``Place("courses", detail="new/SSCS0208/A1")``
    the planning of a course.
    """

    page: str
    key: str = ""
    detail: str = ""


class PageView(QWidget):
    """A page on screen: title, what it is about, actions at the right, a notice strip, and the body."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(f"page_{name}")
        self.setAccessibleName(title)
        self.name = name
        self.title = theme.label(title, f"{name}_title", theme.Role.TITLE)
        self.subtitle = theme.label("", f"{name}_subtitle", theme.Role.QUIET)
        self.subtitle.hide()
        self.banner = Banner(f"{name}_banner")
        # Beside the title where there is room for both, under it where the text is large.
        self._actions = FlowLayout() if theme.is_large_text() else QHBoxLayout()
        self._actions.setSpacing(theme.SPACE_SMALL)
        self._pages = QStackedWidget()
        self._pages.setObjectName(f"{name}_pages")
        self._titles = QVBoxLayout()
        self._titles.setSpacing(theme.SPACE_TIGHT)
        self._titles.addWidget(self.title)
        self._titles.addWidget(self.subtitle)
        self._head = QHBoxLayout()
        self._head.addLayout(self._titles, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            theme.SPACE_SECTION, theme.SPACE_LARGE, theme.SPACE_SECTION, theme.SPACE_LARGE
        )
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._head)
        (layout if theme.is_large_text() else self._head).addLayout(self._actions)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages, 1)

    def heightForWidth(self, width: int, /) -> int:
        """Override QWidget::heightForWidth: a page that another one covers asks for no room."""
        return -1 if self.isHidden() else super().heightForWidth(width)

    def set_body(self, body: QWidget, empty: EmptyState | None = None) -> None:
        """Give the page its body and what stands in its place while there is nothing to show."""
        self._pages.addWidget(body)
        if empty is not None:
            self._pages.addWidget(empty)

    def show_empty(self, *, empty: bool) -> None:
        """Show the empty state, or the body."""
        self._pages.setCurrentIndex(1 if empty and self._pages.count() > 1 else 0)

    def is_empty(self) -> bool:
        """Say whether the empty state is shown."""
        return self._pages.currentIndex() == 1

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the title and the line under it."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(
        self, name: str, words: str, *, icon: str = "", shortcut: str = "", primary: bool = False
    ) -> QPushButton:
        """Add a button at the right of the title, with its shortcut in its tooltip. Return it."""
        made = button(name, words, icon=icon, shortcut=shortcut, primary=primary, owner=self)
        self._actions.addWidget(made)
        self._actions.setAlignment(made, Qt.AlignmentFlag.AlignTop)
        return made

    def add_trail(self, widget: QWidget) -> None:
        """Put before the title the way back to where the page is reached from."""
        if theme.is_large_text():
            self._titles.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_corner(self, widget: QWidget) -> None:
        """Put a widget at the end of the head, after the actions: what every page has there."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


class Page(QObject):
    """The controller of a page. A subclass says what it depends on and how it reads.

    Attributes:
        view: what is on screen.
        depends_on: the kinds of change after which what is shown may be old.

    """

    depends_on: frozenset[Kind] = frozenset(Kind)

    def __init__(self, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._is_stale = True

    def read(self) -> None:
        """Read what the page shows and show it."""
        raise NotImplementedError

    def visit(self, place: Place) -> None:
        """Come to the page, on the thing that ``place`` names where it names one."""
        self._is_stale = False
        self.read()
        if place.key:
            self.reveal(place)

    def reveal(self, place: Place) -> None:
        """Show the thing that ``place`` names. A page of one thing has nothing to do."""

    def place(self) -> Place:
        """Return where one is on the page, to come back to it. A page of one thing is the place itself."""
        return Place(self.view.name)

    def is_there(self, place: Place) -> bool:  # noqa: ARG002 - pages of many things look for it
        """Say whether a place that was left another day can still be gone to."""
        return True

    def on_changes(self, changes: Changes) -> None:
        """Read again where the changes touch what is shown: now if it is on screen, else when it next is."""
        if self.depends_on & changes.kinds:
            self.read_again()

    def read_again(self) -> None:
        """Read what may be old: now if it is on screen, else when it next is."""
        if self.view.isVisible():
            self.read()
        else:
            self._is_stale = True

    def leave(self) -> bool:
        """Save what is typed before the page goes away. Return false where that cannot be: the page stays."""
        return True

    def refresh(self) -> None:
        """Read what changed while the page was away."""
        if self._is_stale:
            self._is_stale = False
            self.read()


def button(
    name: str,
    words: str,
    *,
    icon: str = "",
    shortcut: str = "",
    primary: bool = False,
    owner: QWidget | None = None,
) -> QPushButton:
    """Return a button with its names, icon and tooltip; its shortcut works anywhere inside ``owner``."""
    made = QPushButton(_shown(words, has_icon=bool(icon)))
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(icons.icon(icon, "on_accent" if primary else "text"))
        made.setProperty(ICON_NAME, icon)
    if primary:
        theme.set_role(made, theme.Role.PRIMARY)
    if shortcut and owner is not None:
        give_keys(made, shortcut, owner)
    elif shortcut:
        made.setToolTip(with_keys(words, shortcut))
    return made


def rename_button(made: QPushButton, words: str) -> None:
    """Give a button the words of what it does now; its icon and its keys stay."""
    made.setToolTip(made.toolTip().replace(made.accessibleName(), words))
    made.setText(_shown(words, has_icon=not made.icon().isNull()))
    made.setAccessibleName(words)


def _shown(words: str, *, has_icon: bool) -> str:
    shown = words.replace("&", "&&")  # a name may have one: it is no mnemonic
    return f" {shown}" if has_icon else shown  # the style leaves too little room after an icon


def row_of(widgets: Iterable[QWidget], *, stretch_at_end: bool = True) -> QHBoxLayout:
    """Return widgets side by side."""
    layout = QHBoxLayout()
    layout.setSpacing(theme.SPACE_SMALL)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch_at_end:
        layout.addStretch(1)
    return layout


def side_by_side(name: str, left: QWidget, right: QWidget, sizes: tuple[int, int]) -> QSplitter:
    """Return two widgets that share the width as the person likes, at first by ``sizes``.

    Where the text is large they stand one over the other, and share the height.
    """
    splitter = QSplitter(Qt.Orientation.Horizontal)
    if theme.is_large_text():
        splitter.setOrientation(Qt.Orientation.Vertical)
        for each in (left, right):
            each.setMinimumHeight(theme.scaled(_LEAST_HALF))
    splitter.setObjectName(name)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setSizes(sizes)
    splitter.setStretchFactor(0, 1)
    splitter.setChildrenCollapsible(False)
    return splitter


def column_of(widgets: Sequence[QWidget], name: str, *, spacing: int = theme.SPACE) -> QWidget:
    """Return widgets one under the other, in a widget without margins."""
    holder = QWidget()
    holder.setObjectName(name)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
