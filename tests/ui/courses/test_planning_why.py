"""«¿Por qué?» of a course that is being planned: why it ends on the day it does."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.courses.planning import Planning
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import dialog
from tests.ui.hands import press, type_text, words_in


def test_the_last_day_of_a_plan_is_explained_with_its_days_without_class(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    planning = Planning(shell, window)
    planning.open()
    planning.dialog.activateWindow()
    qtbot.waitUntil(planning.dialog.isActiveWindow)
    form = planning.dialog.form
    assert not planning.dialog.plan.why.isVisible(), "there is no calendar yet"
    type_text(form.speciality.panel.filter_box, "sscs0208")
    form.call.set_value("own-resources")
    form.call.changed.emit()
    form.start.set_value(date(2024, 9, 2))
    form.timetable.set_value("L-V 09:00-14:00")
    planning.preview()
    press(form.start.editor, Qt.Key.Key_F8)
    opened = dialog(qtbot, WhyDialog)
    words = words_in(opened.why)
    for part in ("L-V 09:00-14:00", "= 74", "días de clase"):
        assert part in words
    opened.reject()
    planning.dialog.reject()
