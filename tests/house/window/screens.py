"""Walking the whole window: every page, every tab and every dialog, with the sample centre in it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from cpepa_desktop.operations import courses
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.theme import Role
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.house.tree import ROOT

SETTLING = 30
TRIES = 50


@dataclass(frozen=True, slots=True)
class Screen:
    """A page on one of its tabs, or a dialog."""

    name: str
    view: QWidget

    def shown(self) -> list[QWidget]:
        """Return every widget on it that can be seen, in the order they were made."""
        return [widget for widget in self.view.findChildren(QWidget) if widget.isVisible()]


def screens(window: MainWindow, shell: Shell) -> Iterator[Screen]:
    """Yield every page on every tab, with a row of every table chosen."""
    for entry in pages():
        code = courses.list_courses(shell.workspace)[0].code if entry.name == "course" else ""
        shell.go(entry.name, code)
        view = window.page(entry.name).view
        for tab in _tabs_of(view):
            for panel in view.findChildren(TablePanel):
                if panel.isVisible():
                    panel.choose_first()
            QTest.qWait(SETTLING)
            yield Screen(f"{entry.name} {tab}".strip(), view)


def dialogs(window: MainWindow, shell: Shell) -> Iterator[Screen]:
    """Yield every dialog that the gallery shows, one after the other."""
    for name, make in _gallery().dialogs(window, shell).items():
        dialog = make()
        dialog.show()
        QTest.qWait(SETTLING)
        yield Screen(f"dialog {name}", dialog)
        dialog.hide()  # not close(): some ask whether what was typed may be lost
        dialog.deleteLater()


def asked(screen: Screen, look: Callable[[Screen], None]) -> None:
    """Press every button of a screen that asks for more («…») and look at the dialog it opens."""
    for pressed in screen.view.findChildren(QPushButton):
        if not isValid(pressed):  # what the one before opened may have made the page anew
            continue
        if pressed.text().endswith("…") and pressed.isVisible() and pressed.isEnabled():
            _press(pressed, f"{screen.name} {pressed.objectName()}", look)


def _press(pressed: QPushButton, name: str, look: Callable[[Screen], None]) -> None:
    watch = QTimer()

    def see() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            watch.stop()  # looking may let time pass
            try:
                if not isinstance(dialog, QFileDialog):  # Qt's own
                    look(Screen(name, dialog))
            finally:
                dialog.reject()
                watch.start(SETTLING)  # what comes after it is sent away too

    watch.timeout.connect(see)
    watch.start(SETTLING)
    pressed.click()
    QTest.qWait(2 * SETTLING)  # some dialogs let the click go on: they are there a moment later
    for _try in range(TRIES):
        if QApplication.activeModalWidget() is None:
            break
        QTest.qWait(SETTLING)  # for one that took long to be made
    watch.stop()


def _tabs_of(view: QWidget) -> Iterator[str]:
    """Yield every tab in turn, on screen: where a tab has sections, each of them."""
    tabs = next((each for each in view.findChildren(QTabWidget) if each.isVisible()), None)
    if tabs is None:
        yield ""
        return
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        page = tabs.widget(at)
        for section in _tabs_of(page) if page is not None else ("",):
            yield f"{tabs.tabText(at)} {section}".strip()


@cache
def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "packaging" / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made  # its dataclasses look for their module
    spec.loader.exec_module(made)
    return made


# Commands and keys ------------------------------------------------------------------------------------------


def command_buttons(screen: Screen) -> list[QAbstractButton]:
    """Return the buttons that give a command.

    What opens or closes a text and links in it are none, nor is the next step of an empty page, which is
    another command's and has the keyboard already.
    """
    return [
        button
        for button in screen.shown()
        if isinstance(button, QPushButton | QToolButton)
        and not isinstance(button.parentWidget(), QLineEdit | QDialogButtonBox | QTabBar)
        and not _is_within(button, QCalendarWidget)
        and not _is_within(button, EmptyState)
        and button.property("role") != Role.LINK.value
        and not (isinstance(button, QToolButton) and button.isCheckable())
    ]


def _is_within(widget: QWidget, kind: type[QWidget]) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kind) or _is_within(parent, kind))


def actions_at(focus: QWidget) -> list[QAction]:
    """Return the actions whose shortcuts work while the keyboard is at ``focus``."""
    return [
        action
        for action in focus.window().findChildren(QAction)
        if action.shortcuts() and any(_works(action, owner, focus) for owner in action.associatedObjects())
    ]


def _works(action: QAction, owner: object, focus: QWidget) -> bool:

    context = Qt.ShortcutContext
    if not isinstance(owner, QWidget) or not action.isVisible():
        return False
    match action.shortcutContext():
        case context.WidgetShortcut:
            return owner is focus
        case context.WidgetWithChildrenShortcut:
            return owner is focus or owner.isAncestorOf(focus)
        case _:
            return isinstance(owner, QMenu) or owner.isVisible()
