"""Keys in the words that Spanish keyboards print on them: «Ctrl+Mayús+N», «Intro», «Supr»."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget


class KeyNames(QTranslator):
    """Names the keys in menus and tooltips, in the place of Qt's «Control», «Mayúsculas» and «Suprimir»."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept as long as the translator: Qt reads the names where they are. They come from a file because a
        # translate() of ours could not say «not mine», which for Qt is a text that is null.
        self._names = (files("cpepa_desktop.resources") / "locale" / "keys_es.qm").read_bytes()
        self.load(self._names)


def key_words(keys: QKeySequence | str) -> str:
    """Return a shortcut as the person finds it on the keyboard, ``""`` for none."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def give_keys(button: QAbstractButton, keys: QKeySequence | str, owner: QWidget) -> None:
    """Let keys press a button from anywhere inside ``owner``, and say so in its tooltip."""
    button.setToolTip(with_keys(button.toolTip() or button.accessibleName(), keys))
    # An action of the owner, not setShortcut() of the button, which works from the rest of the window too.
    action = QAction(button.accessibleName(), owner)
    action.setObjectName(f"{button.objectName()}_shortcut")
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(button.click)
    owner.addAction(action)


def with_keys(words: str, keys: QKeySequence | str) -> str:
    """Return what a tooltip says of a command: its words and its shortcut where it has one."""
    shown = key_words(keys)
    return f"{words} ({shown})" if shown else words
