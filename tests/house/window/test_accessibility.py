"""What everybody needs of the window, page by page: names, roles, Tab, and a focus that is seen.

Written once, these bind what is written tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from cpepa_desktop.ui.parts.form import Form
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.house.window.screens import SETTLING, Screen, asked, dialogs, screens

ROLE = QAccessible.Role
# What a widget without a meaning of its own tells: a screen reader says «client» and nothing more.
MEANINGLESS = {ROLE.NoRole, ROLE.Client, ROLE.Window}
# Qt gives what scrolls as a whole no role and no way to give it one; its name is there, and what is in it.
ROLELESS = (QPdfView, QScrollArea)
# Parts that Qt makes inside its own widgets and keeps to itself.
WITHIN = (QComboBox, QAbstractSpinBox, QCalendarWidget, QDialogButtonBox, QTabBar, QLineEdit)
MOST_STEPS = 400


def every(window: MainWindow, shell: Shell, look: Callable[[Screen], None]) -> None:
    """Look at every page, every tab, and every dialog they open or the gallery knows."""
    for screen in screens(window, shell):
        look(screen)
        asked(screen, look)
    for dialog in dialogs(window, shell):
        look(dialog)


def controls(screen: Screen) -> Iterator[QWidget]:
    """Yield what the keyboard can come to, made by us."""
    for widget in screen.shown():
        is_reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_reached and widget.isEnabled() and not _is_part(widget) and widget.focusProxy() is None:
            yield widget


def _is_part(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), WITHIN) or widget.objectName().startswith("qt_")


def told(widget: QWidget, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    """Return what a screen reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_everything_the_keyboard_comes_to_has_names_and_a_role(window: MainWindow, shell: Shell) -> None:
    wrong: set[str] = set()

    def look(screen: Screen) -> None:
        for control in controls(screen):
            interface = QAccessible.queryAccessibleInterface(control)
            missing = [
                word
                for word, is_there in (
                    ("object name", control.objectName()),
                    ("accessible name", told(control).strip()),
                    ("role", isinstance(control, ROLELESS) or interface.role() not in MEANINGLESS),
                )
                if not is_there
            ]
            if missing:
                name = control.objectName() or type(control).__name__
                wrong.add(f"{screen.name}: {name} has no {' and no '.join(missing)}")

    every(window, shell, look)
    assert not wrong, "\n".join(sorted(wrong))


def test_a_button_without_words_says_what_it_does(window: MainWindow, shell: Shell) -> None:
    wrong: set[str] = set()

    def look(screen: Screen) -> None:
        for button in screen.shown():
            if isinstance(button, QAbstractButton) and not _is_part(button):
                shown = button.text().replace("&", "").strip()
                if not shown and not (told(button).strip() and button.toolTip().strip()):
                    wrong.add(f"{screen.name}: {button.objectName()}")

    every(window, shell, look)
    assert not wrong, "\n".join(sorted(wrong))


def test_every_field_is_called_as_its_label(window: MainWindow, shell: Shell) -> None:
    wrong: set[str] = set()

    def look(screen: Screen) -> None:
        for form in (widget for widget in screen.shown() if isinstance(widget, Form)):
            for field in form.fields:
                editors = [
                    each
                    for each in controls(Screen(screen.name, field))
                    if not isinstance(each, QAbstractButton)
                ]
                if editors and not any(_is_called(each, field.label) for each in editors):
                    wrong.add(f"{screen.name}: {field.name} is not called «{field.label}»")

    every(window, shell, look)
    assert not wrong, "\n".join(sorted(wrong))


def _is_called(editor: QWidget, label: str) -> bool:
    """Say whether a screen reader calls a field by its label: by its name, and by its buddy on Linux."""
    if label not in editor.accessibleName():
        return False
    interface = QAccessible.queryAccessibleInterface(editor)
    relations = interface.relations(QAccessible.RelationFlag.Label)
    labels = [other.text(QAccessible.Text.Name) for other, _flag in relations]
    return label in told(editor) or any(label in words.replace("&", "") for words in labels)


def test_tab_comes_to_every_control_and_leaves_it(window: MainWindow, shell: Shell) -> None:
    wrong: set[str] = set()

    def look(screen: Screen) -> None:
        wanted = set(controls(screen))
        reached = _walk(screen)
        wrong.update(
            f"{screen.name}: Tab does not reach {each.objectName()}"
            for each in wanted - reached
            if not _is_chosen_by_arrows(each, reached)
        )

    every(window, shell, look)
    assert not wrong, "\n".join(sorted(wrong))


def _walk(screen: Screen) -> set[QWidget]:
    """Press Tab until it comes round, and return where the keyboard has been in the window of a screen."""
    top = screen.view.window()
    first, reached = next(controls(screen), None), set[QWidget]()
    if first is None:  # words, and the button that Qt makes to close them
        return reached
    if _focus_of(top) is None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(MOST_STEPS):
        QTest.keyClick(_focus_of(top) or top, Qt.Key.Key_Tab)
        at = _focus_of(top)
        if at is None or at in reached:
            break
        reached.add(at)
    return reached


def _focus_of(top: QWidget) -> QWidget | None:
    """Return where the keyboard is in a window; the stubs of the library forget that it may be nowhere."""
    return top.focusWidget()


def _is_chosen_by_arrows(widget: QWidget, reached: set[QWidget]) -> bool:
    """Say whether a button is one of a group that Tab comes to as a whole."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(each in reached for each in group.buttons())


def test_the_focus_is_seen_on_every_control(window: MainWindow, shell: Shell) -> None:
    wrong: set[str] = set()

    def look(screen: Screen) -> None:
        _activate(screen.view.window())
        for control in controls(screen):
            elsewhere = next((each for each in controls(screen) if each is not control), None)
            if elsewhere is None:
                continue
            elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
            without = _picture(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if control.hasFocus() and _picture(control) == without:
                wrong.add(f"{screen.name}: {control.objectName()}")

    every(window, shell, look)
    assert not wrong, "\n".join(sorted(wrong))


def _activate(top: QWidget) -> None:
    """Make a window the active one: a dialog that has just come may lose it again to the window below."""
    for _try in range(MOST_STEPS):
        QTest.qWait(SETTLING)
        if top.isActiveWindow():
            return
        top.activateWindow()
    pytest.fail(f"{top.objectName()} does not become the active window")


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
