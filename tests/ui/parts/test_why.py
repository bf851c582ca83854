"""«¿Por qué?» on screen: everything it says can be read, unfolded, copied and reached with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.operations.explanations import Explanation, Figure, OtherReading
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.verdicts import Badge
from cpepa_desktop.ui.parts.why import WhyDialog, WhyPanel, show_why, why_button
from tests.ui.hands import click, ctrl, find, press, words_in

EXPLAINED = Explanation(
    "Participante subvencionable",
    "Todavía puede llegar.",
    (("Asistido", "38:30 h"), ("Se pide", "285 h")),
    "EPE/873/2023, ap. 19.1; Ley 39/2015, art. 30.2",
    formula=("Asistido ≥ parte × horas oficiales", "4 × 38:30 h < 3 × 380 h: 154 h < 1140 h"),
    articles=articles_of(Citation("EPE/873/2023", "Guía 10.2.7; Ley 39/2015, art. 30.2")),
    readings=(OtherReading("¿Con el módulo complementario?", "Con él", "Sin él", "sí. Llega."),),
)
OTHER = Explanation("Horas oficiales", "Son 380 h.", ())
FIGURES = (
    Figure("funded", "Subvención", "pendiente", EXPLAINED),
    Figure("hours", "Horas", "380 h", OTHER),
)


@pytest.fixture
def panel(qtbot: QtBot) -> WhyPanel:
    made = WhyPanel("why")
    qtbot.addWidget(made)
    made.explain(EXPLAINED, Badge("En riesgo", "warning", theme.Wash.WARNING))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_panel_says_the_answer_the_numbers_the_formula_and_both_readings(panel: WhyPanel) -> None:
    words = words_in(panel)
    for part in (
        "Participante subvencionable",
        "En riesgo",
        "Todavía puede llegar.",
        "38:30 h",
        "4 × 38:30 h < 3 × 380 h: 154 h < 1140 h",
        "¿Con el módulo complementario?",
        "Se sigue: Con él",
        "Otra lectura: Sin él",
        "Con ella: sí. Llega.",
    ):
        assert part in words


def test_an_article_is_unfolded_by_its_heading_with_the_keyboard(panel: WhyPanel) -> None:
    fold = find(panel, QToolButton, "why_article_0_fold")
    assert fold.text() == "EPE/873/2023, Guía 10.2.7"
    assert "setenta y cinco por ciento" not in words_in(panel)
    fold.setFocus()
    press(fold, Qt.Key.Key_Space)
    words = words_in(panel)
    assert "al menos al setenta y cinco por ciento de las horas lectivas" in words
    assert "Orden EPE/873/2023, de 5 de julio" in words
    press(fold, Qt.Key.Key_Space)
    assert "setenta y cinco por ciento" not in words_in(panel)


def test_an_article_without_its_wording_says_where_to_read_it(panel: WhyPanel) -> None:
    find(panel, QToolButton, "why_article_1_fold").toggle()
    assert "El texto no viene con el programa" in words_in(panel)


def test_the_explanation_is_copied_by_ctrl_c_and_by_its_button(panel: WhyPanel) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    fold = find(panel, QToolButton, "why_article_0_fold")
    fold.setFocus()
    ctrl(fold, Qt.Key.Key_C)
    assert clipboard.text() == EXPLAINED.as_text()
    clipboard.setText("")
    click(find(panel, QToolButton, "why_copy"))
    assert clipboard.text() == EXPLAINED.as_text()


def test_without_an_explanation_there_is_a_hint_and_nothing_to_copy(panel: WhyPanel) -> None:
    QGuiApplication.clipboard().setText("antes")
    panel.clear()
    panel.copy()
    assert panel.copied_text() == ""
    assert QGuiApplication.clipboard().text() == "antes"
    assert "Elija un resultado" in words_in(panel)


def test_everything_on_the_panel_has_a_name_for_tests_and_for_screen_readers(panel: WhyPanel) -> None:
    find(panel, QToolButton, "why_article_0_fold").toggle()
    for widget in panel.findChildren(QWidget):
        assert widget.objectName(), widget
    for made in panel.findChildren(QToolButton):
        assert made.accessibleName()
        assert made.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert panel.accessibleDescription() == "Todavía puede llegar."


def test_a_dialog_of_several_figures_explains_the_one_chosen(qtbot: QtBot) -> None:
    dialog = WhyDialog("Ágreda Royo, Ana", FIGURES, chosen="hours")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert "Son 380 h." in words_in(dialog.why)
    assert dialog.figures.view.hasFocus()
    press(dialog.figures.view, Qt.Key.Key_Up)
    assert "Todavía puede llegar." in words_in(dialog.why)
    assert "setenta y cinco por ciento" in words_in(dialog.why), "the first article is unfolded"
    press(dialog.figures.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dialog_of_one_figure_is_its_explanation_alone(qtbot: QtBot) -> None:
    dialog = WhyDialog("Horas", FIGURES[:1])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.figures.isVisible()
    assert "Todavía puede llegar." in words_in(dialog.why)


def test_the_button_has_its_key_and_nothing_opens_where_nothing_is_known(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert why_button("ask", owner).toolTip() == "¿Por qué? (F8)"
    show_why("Nada", (), owner)
    assert owner.findChildren(WhyDialog) == []


def test_a_name_with_signs_is_shown_as_it_is(qtbot: QtBot) -> None:
    dialog = WhyDialog("<b>Ana</b> & Co", FIGURES)
    qtbot.addWidget(dialog)
    assert find(dialog, QLabel, "why_title").text() == "<b>Ana</b> & Co"


def test_a_sentence_stands_under_its_words_and_a_figure_beside_them(qtbot: QtBot) -> None:
    panel = WhyPanel("why")
    qtbot.addWidget(panel)
    lines = (("Se pide", "285 h"), ("Fuera de plazo", "El alumno no justifica la subvención."))
    panel.explain(Explanation("Plazo", "Acaba el 17 ene.", lines))
    panel.resize(300, 400)
    panel.show()
    qtbot.waitExposed(panel)
    words, figures = (
        [find(panel, QLabel, f"why_{kind}_{at}") for at in range(2)] for kind in ("line", "figure")
    )
    assert figures[0].x() > words[0].x()
    assert figures[1].x() == words[1].x()
    assert figures[1].y() > words[1].y()
