"""What a person does at the screen: type, press keys, click, and find things by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from cpepa_desktop.operations import centres
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)


class ModelChecker(Protocol):
    """The fixture ``qtmodeltester``, whose library gives it no types."""

    def check(self, model: QAbstractItemModel) -> None:
        """Fail where ``model`` breaks what Qt expects of one."""


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into a widget. Unlike QTest's own, it can type what is not ASCII."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press one key, with modifiers held down."""
    _activate(widget)
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(widget, key, held)


def _activate(widget: QWidget) -> None:
    """Make the window of a widget the active one: only there do shortcuts work."""
    window = widget.window()
    if window.isVisible() and not window.isActiveWindow():
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)


def ctrl(widget: QWidget, key: Qt.Key) -> None:
    """Press a key with Ctrl held down."""
    press(widget, key, Qt.KeyboardModifier.ControlModifier)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def find(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the widget of that kind and object name. Fail where there is none."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), f"no {kind.__name__} «{name}» in «{parent.objectName()}»"
    return found


@contextmanager
def in_dialog(name: str, *acts: Callable[[QWidget], None]) -> Iterator[None]:
    """Do something in the modal dialogs of that name that come, one act a dialog, once it is there.

    Fail where one never came, or was left open.
    """
    waiting = list(acts)
    left_open: list[str] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.objectName() != name:
            return
        if not dialog.isActiveWindow():  # keys reach an active window only
            dialog.activateWindow()
            return
        timer.stop()
        try:
            waiting.pop(0)(dialog)
        finally:
            if dialog.isVisible():
                left_open.append(dialog.windowTitle())
            dialog.close()  # it waits for an answer: without one the test would never end
        if waiting:
            timer.start(1)

    timer.timeout.connect(look)
    timer.start(1)
    yield
    timer.stop()
    assert not waiting, f"«{name}» was not shown, or not again"
    assert not left_open, f"left open: {left_open}"


def type_path(path: Path) -> Callable[[QWidget], None]:
    """Return what types a file or a folder in the dialog that asks for one, and takes it."""

    def act(dialog: QWidget) -> None:
        name = find(dialog, QLineEdit, "fileNameEdit")
        name.clear()
        type_text(name, str(path))
        press(name, Qt.Key.Key_Return)

    return act


def words_in(parent: QWidget) -> str:
    """Return everything that the labels in sight inside ``parent`` say, a line each."""
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def action_of(window: QWidget, command: str) -> QAction:
    """Return the action of a command of the window."""
    action = window.findChild(QAction, f"command_{command}")
    assert isinstance(action, QAction)
    return action


def page_shown(window: MainWindow) -> str:
    """Return the name of the page on screen."""
    return next(page.name for page in pages() if window.page(page.name).view.isVisible())


def rename_centre(shell: Shell, name: str) -> None:
    """Do an operation that can be undone."""
    centre = replace(centres.read_centre(shell.workspace).centre, name=name)
    shell.run(lambda: centres.save_centre(shell.workspace, centre))


class Opened(QObject):
    """Stands where the programs of the system are: keeps what they would have been asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Take note of it."""
        self.opened.append(Path(url.toLocalFile()))
