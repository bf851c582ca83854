"""The commands that can be given now: those of what is on screen and those of the menus."""

from __future__ import annotations

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QAbstractButton, QWidget

from cpepa_desktop.ui.finder.columns import Line, command_line
from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.page import ICON_NAME

_OF_MENU = "command_"
_OF_BUTTON = "_shortcut"


def page_commands(window: QWidget) -> tuple[Line, ...]:
    """Return the commands of what is on screen. One that cannot be given now is not among them."""
    buttons = {made.objectName(): made for made in window.findChildren(QAbstractButton)}
    return tuple(
        command_line(action.text(), _icon(button), action.shortcut(), button.click)
        for action in window.findChildren(QAction)
        if action.objectName().endswith(_OF_BUTTON)
        and (button := buttons.get(action.objectName().removesuffix(_OF_BUTTON))) is not None
        and button.isVisible()
        and button.isEnabled()
    )


def menu_commands(window: QWidget) -> tuple[Line, ...]:
    """Return the commands of the menus. One that cannot be given now is not among them."""
    return tuple(
        command_line(_without_mnemonic(action.text()), action.icon(), action.shortcut(), action.trigger)
        for action in window.findChildren(QAction)
        if action.objectName().startswith(_OF_MENU) and action.isEnabled()
    )


def _without_mnemonic(words: str) -> str:
    """Return the words of a menu as they are read: one sign marks a letter, two of them are the sign."""
    return "&".join(part.replace("&", "") for part in words.split("&&"))


def _icon(button: QAbstractButton) -> QIcon:
    """Return the icon of a button in the ink of the list: the button may have it on another ground."""
    name = button.property(ICON_NAME)
    return icons.icon(name, "quiet") if isinstance(name, str) else button.icon()
