"""A pair of hands at the keyboard: it does a script inside the event loop that ``main()`` runs.

A script is a generator. It yields what to do, one thing at a time, and what to wait for; nothing waits for
time to pass. What it does is done from the event loop and not from the script, so that a dialog that waits
for its answer does not hold the script that gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from cpepa_desktop.__main__ import main
from tests.ui.hands import Kind, type_text

_TICK_MS: Final = 5
_PATIENCE_S: Final = 10.0
_MOST_TABS: Final = 60
_MOVES: Final = frozenset({"Tab", "Shift+Tab"})
_ARROWS: Final = frozenset({"Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"})


@dataclass(frozen=True, slots=True)
class Do:
    """Something to do, with its words for when it fails."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Press(Do):
    """A key sequence to press, such as ``Ctrl+2``."""


@dataclass(frozen=True, slots=True)
class Type(Do):
    """Words to type."""


@dataclass(frozen=True, slots=True)
class Until:
    """Something to wait for."""

    words: str
    is_so: Callable[[], bool]


Step = Do | Until
Script = Iterator[Step]


def keys(*sequences: str) -> Iterator[Step]:
    """Press key sequences, such as ``Ctrl+2`` or ``Return``, wherever the focus is."""
    for sequence in sequences:
        yield Press(sequence, partial(_press, sequence))


def tab_to(name: str) -> Iterator[Step]:
    """Press Tab until the widget of that object name has the focus; once round is enough."""
    for _step in range(_MOST_TABS):
        if focused().objectName() == name:
            return
        yield from keys("Tab")
    raise AssertionError(f"Tab does not reach «{name}»; it is on «{focused().objectName()}»")


def typed(words: str) -> Step:
    """Type words wherever the focus is."""
    return Type(f"«{words}»", lambda: type_text(focused(), words))


@dataclass(slots=True)
class Counter:
    """Counts what a person puts in: each field typed, each choice and each command is one.

    Going from field to field costs nothing; the arrows that lead to one choice are one.
    """

    inputs: int = 0

    def counted(self, script: Script) -> Script:
        """Yield the steps of a script, counting them."""
        is_choosing = False
        for step in script:
            is_arrow = isinstance(step, Press) and step.words in _ARROWS
            if isinstance(step, Type | Press) and step.words not in _MOVES and not (is_arrow and is_choosing):
                self.inputs += 1
            if isinstance(step, Do):
                is_choosing = is_arrow
            yield step


def until(words: str, is_so: Callable[[], bool]) -> Step:
    """Wait until something is so."""
    return Until(words, is_so)


def until_focus(name: str) -> Step:
    """Wait until the widget of that object name has the focus."""
    return Until(f"focus on {name}", lambda: focused().objectName() == name)


def focused() -> QWidget:
    """Return where the keyboard is."""
    return QApplication.focusWidget() or QApplication.activeModalWidget() or window()


def is_at_the_keyboard() -> bool:
    """Say whether the program has the keyboard; where there is no window manager, give it first."""
    if QApplication.activeWindow() is None:
        (QApplication.activeModalWidget() or window()).activateWindow()
    return QApplication.activeWindow() is not None


def is_closed() -> bool:
    """Say whether nothing of the program is on screen any more."""
    return not any(top.isVisible() for top in QApplication.topLevelWidgets())


def window() -> QMainWindow:
    """Return the window of the program. Fail where it is not on screen."""
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMainWindow) and top.isVisible():
            return top
    raise AssertionError("the window is not on screen")


def shown(kind: type[Kind], name: str) -> Kind:
    """Return a widget of the window or of a dialog on screen. Fail where there is none."""
    for top in QApplication.topLevelWidgets():
        found = [top, *top.findChildren(kind, name)] if top.isVisible() else []
        for widget in found:
            if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible():
                return widget
    raise AssertionError(f"no {kind.__name__} «{name}» on screen")


def is_shown(name: str) -> bool:
    """Say whether a widget of that object name is on screen."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return any(
        widget.isVisible()
        for top in tops
        for widget in (top, *top.findChildren(QWidget, name))
        if widget.objectName() == name
    )


def _press(sequence: str) -> None:
    QTest.keySequence(focused(), QKeySequence(sequence))


class Robot(QObject):
    """Goes through a script, a step each time the event loop comes round."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self._script = script
        self._waiting: Until | None = None
        self._doing: Do | None = None
        self._since = monotonic()
        self.error: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        try:
            self._go_on()
        except BaseException as error:  # noqa: BLE001 - carried to the test, which raises it
            self._give_up(error)

    def _go_on(self) -> None:
        if is_closed():
            return
        if self._doing is not None or not is_at_the_keyboard():
            self._be_patient("the keyboard")
            return
        if self._waiting is not None and not self._waiting.is_so():
            self._be_patient(self._waiting.words)
            return
        self._waiting = None
        step = next(self._script, None)
        self._since = monotonic()
        if isinstance(step, Until):
            self._waiting = step
        elif step is not None:
            self._doing = step
            QTimer.singleShot(0, self._do)

    def _do(self) -> None:
        doing, self._doing = self._doing, None
        if doing is not None and self.error is None:
            doing.act()

    def _be_patient(self, words: str) -> None:
        if monotonic() - self._since > _PATIENCE_S:
            raise AssertionError(f"never so: {words}; the focus is on «{focused().objectName()}»")

    def _give_up(self, error: BaseException) -> None:
        self._timer.stop()
        self.error = error
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog):
                top.done(QDialog.DialogCode.Rejected)  # to be closed, some of them would ask
            else:
                top.close()
        QApplication.exit(1)


def run_program(argv: Sequence[str], script: Script) -> int:
    """Run ``main()`` while a robot does ``script``, and return its exit status.

    The last thing a script does is to close the window. Raises what the script raises.
    """
    robot = Robot(script)
    status = main(argv)
    if robot.error is not None:
        raise robot.error
    assert next(script, None) is None, "the program ended before the script"
    return status
