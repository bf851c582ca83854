"""Tests of how a course is paid for: amounts explained, support and budget written by the keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.budgets import LineKind
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.operations.budgets import read_budget, remove_budget_line
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.papers import list_papers
from cpepa_desktop.operations.supports import list_supports, remove_support
from cpepa_desktop.ui.course.file.funding.columns import (
    budget_columns,
    line_columns,
    state_badge,
    support_columns,
)
from cpepa_desktop.ui.course.file.funding.controller import FundingTab
from cpepa_desktop.ui.course.file.funding.dialogs import BudgetDialog, PayerDialog, SupportDialog
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.course.workspace import COURSE, EMPTY_COURSE, dialog, no_dialog_is_open, open_section
from tests.ui.hands import ctrl, in_dialog, press, type_path, words_in

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def funding(window: MainWindow, course: str = COURSE) -> FundingTab:
    """Go to the section of a course and return its controller."""
    return open_section(window, FundingTab, "funding", course)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_course_of_a_call_shows_its_amounts_with_their_arithmetic(window: MainWindow) -> None:
    tab = funding(window)
    rows = {row.figure.key: row for row in tab.view.lines.shown_rows()}
    first = [plain(column.shown(rows["estimated"])) for column in line_columns()]
    assert first == [
        "Subvención estimada",
        "(370 h + 10 h) × 7,61 €/h × 13 participantes",
        "37.593,40 €",
        "",
    ]
    assert line_columns()[3].shown(rows["request_cap"]) == "Dentro del límite"
    assert line_columns()[3].shown(rows["advance_initial"]) in {"Ya no", "Aún no"}
    assert "Plan Cualifícate 2023" in words_in(tab.view)
    assert not tab.view.budget.isVisible()


@pytest.mark.parametrize(
    ("rule", "answer", "reason", "words"),
    [
        ("may_ask_advance", Answer.YES, "can_ask", "Puede pedirse"),
        ("may_ask_advance", Answer.PENDING, "start_not_proved", "Aún no"),
        ("may_ask_advance", Answer.NO, "asked_too_late", "Ya no"),
        ("may_ask_advance", Answer.NO, "already_asked", "Ya pedido"),
        ("grants_within_cap", Answer.YES, "within_grant_cap", "Dentro del límite"),
        ("grants_within_cap", Answer.PENDING, "may_pass_grant_cap", "Por resolver"),
        ("grants_within_cap", Answer.NO, "over_grant_cap", "Pasa del límite"),
    ],
)
def test_how_an_advance_or_a_cap_stands_is_said_in_a_word(
    rule: str, answer: Answer, reason: str, words: str
) -> None:
    assert state_badge(Verdict(rule, answer, reason, Citation("EPE/873/2023", "ap. 17.1"))).words == words


def test_why_explains_the_amount_chosen(window: MainWindow, qtbot: QtBot) -> None:
    tab = funding(window)
    tab.view.lines.choose("result_unit")
    press(tab.view.lines.view, Qt.Key.Key_F8)
    why = dialog(qtbot, WhyDialog)
    assert "20 % × 37.593,40 € ÷ 10 = 751,868 €" in plain(words_in(why))
    articles = [fold.text() for fold in why.why.findChildren(QToolButton) if fold.isCheckable()]
    assert articles == ["EPE/873/2023, ap. 19.1.2º"]
    why.reject()


def test_the_resolution_is_written_down_or_changed(window: MainWindow, qtbot: QtBot) -> None:
    tab = funding(window)
    ctrl(tab.view, Qt.Key.Key_M)
    asked = dialog(qtbot, OfficialPaperDialog)
    assert "oncesión" in asked.windowTitle()
    asked.reject()


def test_support_is_asked_for_by_the_keys_and_never_longer_than_the_course(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    tab = funding(window)
    for view in list_supports(shell.workspace, COURSE):
        shell.run(partial(remove_support, shell.workspace, COURSE, view.support.id))
    tab.view.supports.table.view.setFocus()
    ctrl(tab.view.supports, Qt.Key.Key_N)
    asked = dialog(qtbot, SupportDialog)
    asked.service.set_value(SupportService.SIGN_LANGUAGE)
    asked.minutes.set_value(380 * 60 + 1)
    ctrl(asked, Qt.Key.Key_S)
    assert "380:01 h de apoyo superan las 380 h" in words_in(asked)
    asked.minutes.set_value(100 * 60)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (row,) = tab.view.supports.table.shown_rows()
    assert [plain(column.shown(row)) for column in support_columns()][1:] == [
        "Intérprete de lengua de signos",
        "100 h",
        "26,00 €/h",
        "2.600,00 €",
        "Sin pedir",
        "Sin resolver",
    ]
    press(tab.view.supports.table.view, Qt.Key.Key_Return)
    again = dialog(qtbot, SupportDialog)
    assert again.service.value() is SupportService.SIGN_LANGUAGE
    again.reject()
    qtbot.waitUntil(no_dialog_is_open)
    press(tab.view.supports, Qt.Key.Key_Delete, CTRL, SHIFT)
    assert list_supports(shell.workspace, COURSE) == ()


def test_the_estimate_prints(window: MainWindow, shell: Shell, tmp_path: Path) -> None:
    tab = funding(window)
    with in_dialog("file_dialog", type_path(tmp_path)):
        ctrl(tab.view, Qt.Key.Key_P)
    assert "Estimación de la subvención" in [view.title for view in list_papers(shell.workspace, COURSE)]


def test_a_course_that_a_local_entity_pays_for_has_a_budget_that_adds_up(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    tab = funding(window, EMPTY_COURSE)
    assert not tab.view.lines.isVisible()
    for line in read_budget(shell.workspace, EMPTY_COURSE).lines:
        shell.run(partial(remove_budget_line, shell.workspace, EMPTY_COURSE, line.id))
    for kind, concept, cents in ((LineKind.EXPENSE, "Docente", 120_050), (LineKind.INCOME, "Cuota", 100_000)):
        ctrl(tab.view.budget, Qt.Key.Key_N)
        asked = dialog(qtbot, BudgetDialog)
        asked.concept.set_value(concept)
        asked.kind.set_value(kind)
        asked.amount.set_value(cents)
        ctrl(asked, Qt.Key.Key_S)
        qtbot.waitUntil(no_dialog_is_open)
    rows = tab.view.budget.table.shown_rows()
    assert [[plain(column.shown(row)) for column in budget_columns()][:3] for row in rows] == [
        ["Docente", "1.200,50 €", ""],
        ["Cuota", "", "1.000,00 €"],
    ]
    assert plain(tab.view.balance.text()) == "Gastos 1.200,50 € · Ingresos 1.000,00 € · Faltan 200,50 €"
    press(tab.view.budget, Qt.Key.Key_Delete, CTRL, SHIFT)
    assert [line.concept for line in read_budget(shell.workspace, EMPTY_COURSE).lines] == ["Cuota"]


def test_a_line_without_its_concept_is_said_at_its_field(window: MainWindow, qtbot: QtBot) -> None:
    tab = funding(window, EMPTY_COURSE)
    tab.view.budget.add_wanted.emit()
    asked = dialog(qtbot, BudgetDialog)
    asked.amount.set_value(5)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.concept.error
    asked.reject()


def test_which_local_entity_pays_is_chosen(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    shell.run(lambda: save_local_entity(shell.workspace, LocalEntity(0, "Ayuntamiento de Utebo")))
    key = next(each.id for each in list_local_entities(shell.workspace) if each.name.endswith("Utebo"))
    tab = funding(window, EMPTY_COURSE)
    ctrl(tab.view, Qt.Key.Key_L)
    asked = dialog(qtbot, PayerDialog)
    asked.entity.set_value(key)
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert "Ayuntamiento de Utebo" in words_in(tab.view)
