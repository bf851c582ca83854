"""Every command of the window has its keys, says them, and shares them with nothing else that is there."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cpepa_desktop.ui.parts.keys import key_words
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.house.window.screens import Screen, actions_at, command_buttons, screens

# The sizes in figures: larger, smaller and normal are the commands, and have keys.
VALUES = re.compile(r"command_text_\d+")


def focusable(screen: Screen) -> list[QWidget]:
    """Return where the keyboard can be on a screen."""
    places = [each for each in screen.shown() if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [screen.view, *places]


def test_every_button_says_the_keys_that_press_it(window: MainWindow, shell: Shell) -> None:
    wrong = []
    for screen in screens(window, shell):
        actions = {action for place in focusable(screen) for action in actions_at(place)}
        keys = {key_words(keys) for action in actions for keys in action.shortcuts()}
        for button in command_buttons(screen):
            said = re.search(r"\(([^()]+)\)$", button.toolTip())
            if said is None or said[1] not in keys:
                wrong.append(f"{screen.name}: {button.objectName()} «{button.toolTip()}»")
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_every_command_of_the_menus_says_its_keys(window: MainWindow) -> None:
    wrong = [
        action.objectName()
        for action in window.findChildren(QAction)
        if action.objectName().startswith("command_")
        and not VALUES.fullmatch(action.objectName())
        and not (action.shortcuts() and action.toolTip().endswith(f"({key_words(action.shortcuts()[0])})"))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_keys_mean_two_things_where_the_keyboard_is(window: MainWindow, shell: Shell) -> None:
    wrong = set()
    for screen in screens(window, shell):
        for place in focusable(screen):
            owners = defaultdict(set)
            for action in actions_at(place):
                for keys in action.shortcuts():
                    owners[keys.toString()].add(action.objectName() or action.text())
            wrong |= {
                f"{screen.name}: {keys} is {' and '.join(sorted(names))}"
                for keys, names in owners.items()
                if len(names) > 1
            }
    assert not wrong, "\n".join(sorted(wrong))


def test_what_edits_a_text_stays_with_the_text(window: MainWindow, shell: Shell) -> None:
    wrong = set()
    for screen in screens(window, shell):
        for field in filter(_is_edited, focusable(screen)):
            for action in actions_at(field):
                for keys in action.shortcuts():
                    if _edits(keys) and not _is_kept(field, keys):
                        wrong.add(f"{screen.name}: {keys.toString()} of {action.objectName()}")
    assert not wrong, "\n".join(sorted(wrong))


def _is_edited(place: QWidget) -> bool:
    """Say whether text is typed there."""
    match place:
        case QLineEdit() | QPlainTextEdit() | QTextEdit() | QAbstractSpinBox():
            return not place.isReadOnly()
        case QComboBox():
            return place.isEditable()
    return False


@cache
def _editing_keys() -> set[str]:
    """Return the keys that move in a text or change it. Qt knows them once there is an application.

    Ctrl+Z is not among them: a field keeps it while there is typing to take back, and no longer.
    """
    standard = QKeySequence.StandardKey
    others = {standard.Copy, standard.Cut, standard.Paste}
    return {
        keys.toString()
        for name in standard
        if name in others or name.name.startswith(("Move", "Select", "Delete"))
        for keys in QKeySequence.keyBindings(name)
    }


def _edits(keys: QKeySequence) -> bool:
    is_plain = _stroke(keys).keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    return (is_plain and len(keys.toString()) == 1) or keys.toString() in _editing_keys()


def _is_kept(field: QWidget, keys: QKeySequence) -> bool:
    """Say whether a field takes those keys for itself, before any shortcut."""
    stroke = _stroke(keys)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, stroke.key(), stroke.keyboardModifiers(), keys.toString())
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()


def _stroke(keys: QKeySequence) -> QKeyCombination:
    return keys[0]  # type: ignore[index, no-any-return]  # the stubs of the library forget it
