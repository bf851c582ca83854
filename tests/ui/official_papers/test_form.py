"""Tests of the form of an official paper: what each kind asks for, by the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog, paper_for
from tests.ui.hands import find, press, type_text, words_in

COURSES = (("24/1", "24/1 · Cuidados"), ("24/2", "24/2 · Datos"))
GRANT = OfficialPaper(
    7,
    OfficialPaperKind.GRANT,
    "G-1",
    issued_on=date(2024, 1, 8),
    received_on=date(2024, 1, 10),
    body="INAEM",
    courses=(CourseServed("24/1", 3_759_340),),
    attachment="abc",
)


def dialog_of(
    qtbot: QtBot, paper: OfficialPaper, *kinds: OfficialPaperKind, entities: tuple[tuple[int, str], ...] = ()
) -> OfficialPaperDialog:
    made = OfficialPaperDialog(
        "Escrito", paper, COURSES, kinds=kinds or tuple(OfficialPaperKind), entities=entities
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_new_paper_of_one_kind_begins_at_its_day_and_asks_no_kind(qtbot: QtBot) -> None:
    dialog = dialog_of(
        qtbot, paper_for(OfficialPaperKind.AUTHORISATION, "24/1"), OfficialPaperKind.AUTHORISATION
    )
    assert dialog.focusWidget() is dialog.issued_on.editor
    assert not dialog.kind.isVisible()
    type_text(dialog.issued_on.editor, "8/1/2024")
    assert dialog.entered() == OfficialPaper(
        0, OfficialPaperKind.AUTHORISATION, issued_on=date(2024, 1, 8), courses=(CourseServed("24/1"),)
    )


def test_the_fields_are_those_of_the_kind_chosen_in_its_words(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, paper_for(OfficialPaperKind.AUTHORISATION))
    assert "Recibida el" in words_in(dialog)
    assert not dialog.ends_on.isVisible()
    box = find(dialog, QComboBox, "kind")
    for _step in range(list(OfficialPaperKind).index(OfficialPaperKind.AGREEMENT) - box.currentIndex()):
        press(box, Qt.Key.Key_Down)
    assert "Firmado el" in words_in(dialog)
    assert dialog.ends_on.isVisible()
    assert not dialog.received_on.isVisible()
    assert dialog.issued_on.editor.accessibleName() == "Firmado el"


def test_a_known_paper_is_shown_whole_and_comes_back_the_same(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, GRANT)
    assert not dialog.form.is_changed()
    assert dialog.entered() == GRANT
    assert dialog.scanned() is None
    assert "otro lo sustituye" in words_in(dialog)


def test_what_another_kind_does_not_have_is_let_go(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, GRANT)
    dialog.kind.set_value(OfficialPaperKind.AGREEMENT)
    dialog.settle()
    entered = dialog.entered()
    assert (entered.received_on, entered.courses) == (None, (CourseServed("24/1"),))


def test_a_local_entity_is_asked_of_an_agreement_where_there_are_any(qtbot: QtBot) -> None:
    agreement = replace(paper_for(OfficialPaperKind.AGREEMENT), local_entity_id=3)
    dialog = dialog_of(qtbot, agreement, entities=((3, "Ayuntamiento de Barbastro"),))
    assert dialog.entity.isVisible()
    assert dialog.entered().local_entity_id == 3
    without = dialog_of(qtbot, agreement)
    assert not without.entity.isVisible()
    assert without.entered().local_entity_id == 3


def test_a_refusal_is_said_beside_the_field_it_names(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, paper_for(OfficialPaperKind.AGREEMENT))
    dialog.form.show_refused(
        Refused("No se ha guardado.", (Problem("Termina antes de firmarse.", column="Hasta"),))
    )
    assert dialog.ends_on.error == "Termina antes de firmarse."
    assert dialog.focusWidget() is dialog.ends_on.editor
