"""Tests of planning a new course: what is typed is judged at once and written when asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.course import Regime, Route
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import list_courses, read_course
from cpepa_desktop.operations.foundation import Foundation, found_centre
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.ui.courses.planning import Planning, _next_monday
from cpepa_desktop.ui.courses.planning_view import NewCourseForm
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import ctrl, type_text, words_in

WEEK = "L-V 09:00-14:00"
START = date(2024, 9, 2)


@pytest.fixture
def planning(window: MainWindow, shell: Shell, qtbot: QtBot) -> Iterator[Planning]:
    made = Planning(shell, window)
    made.open()
    made.dialog.activateWindow()
    qtbot.waitUntil(made.dialog.isActiveWindow)
    dialog = made.dialog
    yield made
    if isValid(dialog):
        dialog.reject()


def fill(planning: Planning, **fields: object) -> NewCourseForm:
    """Fill the form as for SSCS0208 with the centre's own means, but for ``fields``, and judge it."""
    form = planning.dialog.form
    type_text(form.speciality.panel.filter_box, str(fields.get("speciality", "sscs0208")))
    form.call.set_value(str(fields.get("call", "own-resources")))
    form.call.changed.emit()
    form.start.set_value(START)
    form.timetable.set_value(str(fields.get("timetable", WEEK)))
    planning.preview()
    return form


def facts(planning: Planning) -> str:
    return words_in(planning.dialog.plan)


def test_it_says_what_is_missing_for_a_calendar(planning: Planning) -> None:
    form = planning.dialog.form
    assert "Falta la especialidad." in facts(planning)
    form.start.set_value(None)
    form.timetable.set_value("")
    planning.preview()
    assert "Faltan la especialidad, el inicio y el horario." in facts(planning)
    type_text(form.speciality.panel.filter_box, "sscs0208")
    planning.preview()
    assert "Faltan el inicio y el horario." in facts(planning)


def test_what_the_file_knows_is_already_there(planning: Planning) -> None:
    form = planning.dialog.form
    assert form.code.value() == "2024-01"
    assert form.province.value() == "Zaragoza"
    assert form.route.value() is Route.CALL
    assert form.trainers.isVisible()
    assert form.start.value() == date(2024, 2, 19)
    assert form.timetable.value() == "L-V 9:00-14:00"
    assert form.trainers.value() == ()


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2024, 1, 15), date(2024, 1, 15)),
        (date(2024, 1, 16), date(2024, 1, 22)),
        (date(2024, 1, 21), date(2024, 1, 22)),
    ],
)
def test_a_course_is_proposed_for_the_monday_that_comes(today: date, monday: date) -> None:
    assert _next_monday(today) == monday


def test_the_only_room_and_the_only_trainer_are_already_there(
    empty_shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    founded = Foundation(
        Entity("Ayuntamiento"),
        Centre("CPEPA Nuevo", province="Huesca"),
        Room(0, "Aula 1"),
        Trainer(0, 0, "Ana", "Ágreda", "90000011E"),
    )
    made = empty_shell.open_made(
        lambda: found_centre(tmp_path / "nuevo.cpepa", empty_shell.clock, "Secretaría", founded)
    )
    assert made
    window = QWidget()
    qtbot.addWidget(window)
    planning = Planning(empty_shell, window)
    planning.open()
    form = planning.dialog.form
    assert (form.room.value(), len(form.trainers.value()), form.province.value()) == ("Aula 1", 1, "Huesca")
    planning.dialog.reject()


def test_the_calendar_is_shown_as_soon_as_it_can_be_made(planning: Planning, qtbot: QtBot) -> None:
    fill(planning)
    qtbot.waitUntil(lambda: "lun 2 sep 2024" in facts(planning))
    words = facts(planning)
    for fact in ("SSCS0208 Atención sociosanitaria", "mar 17 dic 2024", "74 días", "370 h", "RD 659/2023"):
        assert fact in words
    assert [block.code for block in planning.dialog.plan.blocks.shown_rows()][:2] == ["UF0127", "UF0128"]


def test_typing_is_judged_after_a_pause(planning: Planning, qtbot: QtBot) -> None:
    form = fill(planning)
    line = form.timetable.editor
    assert isinstance(line, QLineEdit)
    line.clear()
    type_text(line, "L-X 09:00")
    qtbot.waitUntil(lambda: "No se entiende «L-X 09:00»" in form.timetable.error)
    assert "Corrija lo que se señala" in facts(planning)
    line.clear()
    type_text(line, "L-X 09:00-14:00")
    qtbot.waitUntil(lambda: form.timetable.error == "")
    qtbot.waitUntil(planning.dialog.plan.blocks.isVisible)


def test_the_call_decides_the_routes(planning: Planning) -> None:
    form = planning.dialog.form
    form.call.set_value("local-entity")
    form.call.changed.emit()
    assert form.route.value() is Route.LOCAL


def test_every_refusal_is_said_beside_its_field(planning: Planning) -> None:
    form = fill(planning, timetable="L-V 08:00-14:00 15:00-19:00")
    assert "supera el máximo de 8 h" in form.timetable.error
    form.timetable.set_value(WEEK)
    form.code.set_value("2024-SSCS0208")
    planning.preview()
    assert form.timetable.error == ""
    assert "Ya hay un curso" in form.code.error


def test_a_speciality_without_modules_is_refused_with_what_is_missing(planning: Planning) -> None:
    rows = planning.dialog.form.speciality.panel.shown_rows()
    unknown = next(row for row in rows if row.structure == "missing" and not row.part)
    form = fill(planning, speciality=unknown.code)
    assert form.speciality.error


def test_a_room_taken_by_another_course_is_said_at_the_room(planning: Planning) -> None:
    form = fill(planning)
    form.start.set_value(date(2024, 2, 26))
    form.room.set_value("Aula 1")
    planning.preview()
    assert "2024-SSCS0208" in form.room.error


def test_a_short_last_day_asks_what_to_do_with_it(planning: Planning, qtbot: QtBot) -> None:
    form = fill(planning, timetable="L-V 09:00-13:00")
    assert form.last_day.isVisible()
    assert "quedaría con 2 h" in facts(planning)
    planning.make()
    assert planning.dialog.isVisible()
    form.last_day.set_value(LastDay.KEEP)
    form.settle_questions()
    assert form.last_day_reason.isVisible()
    form.last_day.set_value(LastDay.SPREAD)
    form.settle_questions()
    assert not form.last_day_reason.isVisible()
    with qtbot.waitSignal(planning.made):
        planning.make()


def test_a_short_last_day_is_kept_with_its_reason(planning: Planning, shell: Shell, qtbot: QtBot) -> None:
    form = fill(planning, timetable="L-V 09:00-13:00")
    form.last_day.set_value(LastDay.KEEP)
    planning.make()
    assert planning.dialog.isVisible()
    form.last_day_reason.set_value("No hay más días")
    with qtbot.waitSignal(planning.made) as made:
        planning.make()
    assert read_course(shell.workspace, made.args[0]).course.short_day_reason == "No hay más días"


def test_another_evaluation_regime_asks_for_its_reason(planning: Planning) -> None:
    form = fill(planning)
    assert not form.regime_reason.isVisible()
    form.regime.set_value(Regime.RD34_ESS)
    form.settle_questions()
    planning.preview()
    assert form.regime_reason.isVisible()
    assert "pide un motivo" in form.regime.error


def test_ctrl_s_writes_the_course_with_its_room_and_trainers(
    planning: Planning, shell: Shell, qtbot: QtBot
) -> None:
    form = fill(planning)
    trainer = read_centre(shell.workspace).trainers[0]
    form.room.set_value("Aula nueva")
    form.trainers.set_value((trainer.id,))
    with qtbot.waitSignal(planning.made) as made:
        ctrl(form.speciality.panel.filter_box, Qt.Key.Key_S)
    assert made.args == ["2024-01"]
    view = read_course(shell.workspace, "2024-01")
    assert {session.trainer_ids for session in view.sessions} == {(trainer.id,)}
    assert "Aula nueva" in {room.name for room in read_centre(shell.workspace).rooms}


def test_escape_writes_nothing(planning: Planning, shell: Shell) -> None:
    fill(planning)
    planning.dialog.reject()
    assert len(list_courses(shell.workspace)) == 3
