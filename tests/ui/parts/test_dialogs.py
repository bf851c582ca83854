"""Tests of the dialogs that answer, of verdicts and of what stands where there is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.law import Answer, Citation, Verdict
from cpepa_desktop.operations.explanations import Explanation
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.dialogs import answer_dialog, confirm_dialog
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel, WhyPanel, badge_of, worst
from tests.ui.hands import click, find, press, words_in

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def _verdict(answer: Answer, reason: str = "reason") -> Verdict:
    return Verdict("funded", answer, reason, ARTICLE)


def test_a_refusal_lists_every_problem_with_its_row_and_can_be_copied(qtbot: QtBot) -> None:
    problems = (Problem("Falta la letra.", 4, "DNI"), Problem("Ese día no existe.", 12, "Nacimiento"))
    dialog = answer_dialog(Refused("No se ha importado nada.", problems))
    qtbot.addWidget(dialog)
    dialog.show()
    table = find(dialog, QTableView, "answer_dialog_problems_table")
    assert [table.model().index(at, 0).data() for at in range(2)] == ["4", "12"]
    assert "No se ha importado nada." in words_in(dialog)
    click(find(dialog, QPushButton, "answer_dialog_copy"))
    assert dialog.isVisible()
    assert "fila 12, Nacimiento: Ese día no existe." in QGuiApplication.clipboard().text()
    click(find(dialog, QPushButton, "answer_dialog_accept"))
    assert not dialog.isVisible()


def test_a_fault_of_the_environment_is_not_called_a_refusal(qtbot: QtBot) -> None:
    dialog = answer_dialog(EnvironmentFault("El disco está lleno."))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Algo ajeno al programa lo impide"


def test_a_question_is_answered_with_the_words_of_the_act(qtbot: QtBot) -> None:
    dialog = confirm_dialog("¿Restaurar?", "Volverá a como estaba.", "Restaurar")
    qtbot.addWidget(dialog)
    dialog.show()
    accept = find(dialog, QPushButton, "confirm_dialog_accept")
    assert accept.text() == "Restaurar"
    click(accept)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_never_confirms(qtbot: QtBot) -> None:
    dialog = confirm_dialog("¿Quitar?", "Se quitará.", "Quitar", danger=True)
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(
    ("verdict", "words", "wash"),
    [
        (_verdict(Answer.YES), "Sí", Wash.OK),
        (_verdict(Answer.NO), "No", Wash.DANGER),
        (_verdict(Answer.PENDING, "behind"), "En riesgo", Wash.WARNING),
        (_verdict(Answer.PENDING, "on_track"), "Pendiente", Wash.QUIET),
    ],
)
def test_a_verdict_is_a_word_an_icon_and_a_wash(verdict: Verdict, words: str, wash: Wash) -> None:
    badge = badge_of(verdict)
    assert (badge.words, badge.wash) == (words, wash)
    assert badge.icon


def test_no_two_badges_look_alike_without_colour() -> None:
    verdicts = (
        _verdict(Answer.YES),
        _verdict(Answer.NO),
        _verdict(Answer.PENDING, "behind"),
        _verdict(Answer.PENDING, "on_track"),
    )
    badges = [badge_of(verdict) for verdict in verdicts]
    assert len({badge.words for badge in badges}) == len({badge.icon for badge in badges}) == len(verdicts)


def test_the_worst_verdict_is_the_one_to_look_at_first() -> None:
    behind, on_track = _verdict(Answer.PENDING, "behind"), _verdict(Answer.PENDING, "on_track")
    assert worst({"a": _verdict(Answer.YES), "b": on_track, "c": behind}) is behind
    assert worst({"a": on_track, "b": _verdict(Answer.YES)}) is on_track
    assert worst({}) is None


def test_a_badge_says_its_word_to_a_screen_reader(qtbot: QtBot) -> None:
    label = BadgeLabel("stage", Badge("En marcha", "pending", Wash.OK))
    qtbot.addWidget(label)
    assert label.accessibleName() == "En marcha"


def test_the_panel_says_why_with_numbers_article_and_other_readings(qtbot: QtBot) -> None:
    panel = WhyPanel("why")
    qtbot.addWidget(panel)
    panel.show()
    explained = Explanation(
        "Participante subvencionable",
        "Todavía puede llegar.",
        (("Asistidas", "38:30 h"), ("Necesarias", "285 h")),
        "EPE/873/2023, ap. 19.1",
        ("Sin el módulo complementario: sí.",),
    )
    panel.explain(explained, badge_of(_verdict(Answer.PENDING, "behind")))
    qtbot.waitUntil(lambda: "285 h" in words_in(panel))
    words = words_in(panel)
    for part in (
        "Todavía puede llegar.",
        "285 h",
        "ap. 19.1",
        "Sin el módulo complementario: sí.",
        "En riesgo",
    ):
        assert part in words
    panel.clear()
    assert "285 h" not in words_in(panel)


def test_a_notice_is_there_until_it_is_closed(qtbot: QtBot) -> None:
    banner = Banner("notice")
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("La carpeta está sincronizada.", Wash.WARNING)
    assert not banner.isHidden()
    banner.clear()
    assert banner.isHidden()


def test_an_empty_state_takes_the_next_step(qtbot: QtBot) -> None:
    empty = EmptyState("empty", "Todavía no hay cursos.", action="Planificar un curso")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        click(find(empty, QPushButton, "empty_action"))
