"""The manual's page of shortcuts, made of the commands themselves: it cannot name a key that does nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QTabWidget, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.manual.book import SHORTCUTS, page_named


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a command says and the keys that run it."""

    words: str
    keys: str


@dataclass(frozen=True, slots=True)
class Group:
    """The shortcuts of a menu or of a page."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def shortcuts_page(groups: Iterable[Group]) -> str:
    """Return the page of shortcuts as Markdown: what is written of it, then a table for each group."""
    parts = [page_named(SHORTCUTS).text]
    for group in groups:
        if group.shortcuts:
            rows = "\n".join(f"| {_cell(each.words)} | {_cell(each.keys)} |" for each in group.shortcuts)
            head = _("| Orden | Teclas |")
            parts.append(f"## {group.title}\n\n{head}\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def groups_of(window: QMainWindow, views: Sequence[QWidget]) -> tuple[Group, ...]:
    """Return the shortcuts of the menus of a window, and of each of its pages and their tabs."""
    menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    return (
        *(Group(_plain(menu.title()), tuple(_shortcuts(menu.actions()))) for menu in menus),
        *(group for view in views for group in _groups_of_page(view)),
    )


def _groups_of_page(view: QWidget) -> Iterator[Group]:
    tabs = view.findChild(QTabWidget)
    parts = dict(_tabs_of(tabs)) if isinstance(tabs, QTabWidget) else {}
    inside = {id(action) for part in parts.values() for action in part.findChildren(QAction)}
    own = [action for action in view.findChildren(QAction) if id(action) not in inside]
    title = view.accessibleName()
    yield Group(title, tuple(_shortcuts(own)))
    for words, part in parts.items():
        of_part = _("{page}: {tab}").format(page=title, tab=words)
        yield Group(of_part, tuple(_shortcuts(part.findChildren(QAction))))


def _tabs_of(tabs: QTabWidget) -> Iterator[tuple[str, QWidget]]:
    for at in range(tabs.count()):
        part = tabs.widget(at)
        if part is not None:
            yield _plain(tabs.tabText(at)), part


def _shortcuts(actions: Iterable[QAction]) -> Iterator[Shortcut]:
    native = QKeySequence.SequenceFormat.NativeText
    seen: set[Shortcut] = set()
    for action in actions:
        keys = [keys.toString(native) for keys in action.shortcuts() if not keys.isEmpty()]
        words = _plain(action.text()).partition(" «")[0]  # undo names what it would take back
        made = Shortcut(words, _(" o ").join(keys))
        if keys and words and made not in seen:
            seen.add(made)
            yield made


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
