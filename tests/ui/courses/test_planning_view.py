"""Tests of the dialog of a new course: what its form asks for and what its panel shows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import Regime
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.ui.courses.columns import BlockDays
from cpepa_desktop.ui.courses.planning_view import NewCourseDialog, NewCourseForm, PlanPanel, TimetableField
from cpepa_desktop.ui.parts.text import NotUnderstood
from tests.ui.hands import ctrl, type_text, words_in


@pytest.fixture
def dialog(qtbot: QtBot) -> NewCourseDialog:
    made = NewCourseDialog()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def form(dialog: NewCourseDialog) -> NewCourseForm:
    return dialog.form


@pytest.fixture
def panel(dialog: NewCourseDialog) -> PlanPanel:
    return dialog.plan


def test_a_timetable_is_understood_or_declined_in_words(qtbot: QtBot) -> None:
    field = TimetableField("timetable", "Horario", required=True)
    qtbot.addWidget(field)
    assert field.value() == ""
    field.set_value("L-V 09:00-14:00")
    assert field.value() == "L-V 09:00-14:00"
    field.set_value("V-L 09:00-14:00")
    with pytest.raises(NotUnderstood, match="el primer día va después del último"):
        field.value()


def test_questions_are_asked_only_where_there_is_something_to_ask(form: NewCourseForm) -> None:
    assert not form.last_day.isVisible()
    assert not form.last_day_reason.isVisible()
    assert not form.regime_reason.isVisible()
    form.ask_last_day([(LastDay.SPREAD, "Alargar"), (LastDay.KEEP, "Dejarlo")])
    assert form.last_day.value() is LastDay.ASK
    form.last_day.set_value(LastDay.KEEP)
    form.regime.set_value(Regime.RD659)
    form.settle_questions()
    assert form.last_day_reason.isVisible()
    assert form.regime_reason.isVisible()
    form.ask_last_day([])
    assert not form.last_day_reason.isVisible()


def test_the_answer_stays_while_the_question_is_asked_again(form: NewCourseForm) -> None:
    choices = [(LastDay.SPREAD, "Acaba el 10"), (LastDay.KEEP, "Dejarlo")]
    form.ask_last_day(choices)
    form.last_day.set_value(LastDay.SPREAD)
    form.ask_last_day([(LastDay.SPREAD, "Acaba el 11"), (LastDay.KEEP, "Dejarlo")])
    assert form.last_day.value() is LastDay.SPREAD


def test_a_problem_finds_its_field_by_the_name_operations_give_it(form: NewCourseForm) -> None:
    problems = (Problem("Ya lo hay.", column="código"), Problem("No llega.", column="otra cosa"))
    form.show_refused(Refused("No puede ser.", problems))
    assert form.code.error == "Ya lo hay."
    assert "No llega." in form.banner.words
    form.forget_errors()
    assert form.code.error == ""
    assert form.banner.words == ""


def test_rooms_are_proposed_while_one_is_typed(form: NewCourseForm) -> None:
    form.offer_rooms(["Aula 1", "Taller sociosanitario"])
    line = form.room.editor
    assert isinstance(line, QLineEdit)
    type_text(line, "sanit")
    completer = line.completer()
    assert completer is not None
    assert completer.currentCompletion() == "Taller sociosanitario"


def test_the_panel_shows_what_is_missing_or_the_calendar(panel: PlanPanel, qtbot: QtBot) -> None:
    panel.show_missing("Falta el horario.")
    assert "Falta el horario." in words_in(panel)
    assert not panel.blocks.isVisible()
    blocks = (BlockDays("UF0127", 1800, date(2024, 1, 15), date(2024, 1, 22)),)
    panel.show_plan([("Último día", "vie 10 may 2024")], blocks, ["Acaba después del plazo."])
    qtbot.waitUntil(lambda: "vie 10 may 2024" in words_in(panel))
    assert "Acaba después del plazo." in words_in(panel)
    assert "Falta el horario." not in words_in(panel)
    assert panel.blocks.shown_rows() == blocks


def test_ctrl_s_asks_for_the_course_only_where_nothing_is_missing(
    dialog: NewCourseDialog, qtbot: QtBot
) -> None:
    line = dialog.form.speciality.panel.filter_box
    line.setFocus()
    with qtbot.assertNotEmitted(dialog.submitted):
        ctrl(line, Qt.Key.Key_S)
    assert dialog.form.start.error == "Falta este dato."
