"""Tests of the section «Requisitos»: stages, gates and papers of a course, by the keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.gates import deferral_of
from cpepa_desktop.operations.official_papers import list_official_papers, save_official_paper
from cpepa_desktop.operations.sample import SAMPLE_DAY
from cpepa_desktop.operations.stage import course_stage
from cpepa_desktop.ui.course.file.requirements.columns import gate_columns
from cpepa_desktop.ui.course.file.requirements.controller import RequirementsTab
from cpepa_desktop.ui.course.file.requirements.dialogs import RenounceDialog, StartDialog
from cpepa_desktop.ui.course.file.requirements.stage_line import Progress, steps_of
from cpepa_desktop.ui.obligations.filing import FilingDialog
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog
from cpepa_desktop.ui.parts.reason import ReasonDialog
from cpepa_desktop.ui.parts.why import WhyDialog
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.operations.builders import own_request, request
from tests.ui.course.workspace import dialog, no_dialog_is_open, open_section
from tests.ui.hands import ctrl, in_dialog, press, type_text, words_in

OWN, CALLED, AGREED = "24/901", "24/902", "24/903"


def open_new(window: MainWindow, shell: Shell, wanted: CourseRequest, detail: str = "") -> RequirementsTab:
    """Plan a course of which nothing is known and go to its section."""
    shell.run(lambda: add_course(shell.workspace, wanted))
    return open_section(window, RequirementsTab, f"requirements{detail}", wanted.code)


@pytest.fixture
def own(window: MainWindow, shell: Shell) -> RequirementsTab:
    """Give the section of a course that the centre pays for."""
    return open_new(window, shell, own_request(code=OWN, start=SAMPLE_DAY))


@pytest.fixture
def called(window: MainWindow, shell: Shell) -> RequirementsTab:
    """Give the section of a course of a call."""
    return open_new(window, shell, request(code=CALLED, start=SAMPLE_DAY))


def gates(tab: RequirementsTab) -> dict[str, tuple[str, str]]:
    """Return how each gate stands and the paper behind it, by its words."""
    columns = {column.title: column for column in gate_columns()}
    return {
        columns["Requisito"].shown(row): (columns["Se cumple"].shown(row), columns["Escrito"].shown(row))
        for row in tab.view.gates.shown_rows()
    }


def choose_gate(tab: RequirementsTab, gate: str) -> None:
    assert tab.view.gates.choose(gate)
    tab.view.gates.view.setFocus()


def stage(shell: Shell, code: str) -> Stage:
    return course_stage(shell.workspace, code).stage


# The line of stages -----------------------------------------------------------------------------------------


def test_what_was_done_is_before_the_stage_and_what_is_to_come_after_it() -> None:
    said = {step.stage: step.progress for step in steps_of(Stage.RUNNING)}
    assert said[Stage.IN_SELECTION] is Progress.DONE
    assert said[Stage.RUNNING] is Progress.HERE
    assert said[Stage.FINISHED] is Progress.NEXT
    assert said[Stage.CLOSED] is Progress.TO_COME
    assert Stage.RENOUNCED not in said


def test_an_authorisation_that_nobody_has_seen_is_not_told_as_done() -> None:
    said = {step.stage: step.progress for step in steps_of(Stage.FINISHED, is_authorised=False)}
    assert said[Stage.AUTHORISED] is Progress.UNKNOWN
    assert said[Stage.RUNNING] is Progress.DONE


def test_of_a_course_that_was_renounced_nothing_else_is_to_come() -> None:
    steps = steps_of(Stage.RENOUNCED)
    assert str(steps[-1]) == "Renunciado: ahora"
    assert {step.progress for step in steps[:-1]} == {Progress.LEFT_OUT}
    far = {step.stage: step.progress for step in steps_of(Stage.RENOUNCED, came_to=Stage.RUNNING)}
    assert [far[Stage.PLANNED], far[Stage.RUNNING]] == [Progress.DONE, Progress.DONE]
    assert [far[Stage.FINISHED], far[Stage.CLOSED]] == [Progress.LEFT_OUT, Progress.LEFT_OUT]
    assert {step.progress for step in steps_of(Stage.CLOSED)[:-1]} == {Progress.DONE}


def test_the_line_is_read_aloud_whole(own: RequirementsTab) -> None:
    spoken = own.view.stages.accessibleName()
    assert "Planificado: ahora" in spoken
    assert "Autorizado: por venir" in spoken
    assert "Solicitado: siguiente" in spoken


# The gates --------------------------------------------------------------------------------------------------


def test_each_gate_says_how_it_stands_with_its_article(called: RequirementsTab) -> None:
    assert {row.state.gate for row in called.view.gates.shown_rows()} >= {
        "grant_resolved",
        "conditions_sheet_approved",
        "selection_record_sent",
        "insurance_formalised",
    }
    assert set(gates(called).values()) == {("Pendiente", ""), ("Aviso", "")}
    articles = {column.title: column for column in gate_columns()}["Artículo"]
    assert "EPE/873/2023, ap. 18.2" in {articles.shown(row) for row in called.view.gates.shown_rows()}


def test_the_authorisation_is_written_down_by_the_keys_and_the_course_starts(
    own: RequirementsTab, shell: Shell, qtbot: QtBot
) -> None:
    choose_gate(own, "authorisation_received")
    assert own.view.act.accessibleName() == "Apuntar autorización…"
    press(own.view.gates.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, OfficialPaperDialog)
    type_text(asked.issued_on.editor, "12/2/2024")
    type_text(asked.received_on.editor, "16/2/2024")
    type_text(asked.number.editor, "A-7")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert ("Sí", "A-7") in gates(own).values()
    assert own.view.act.accessibleName() == "Cambiar el escrito…"
    assert [row.number for row in own.view.papers.table.shown_rows()] == ["A-7"]
    ctrl(own.view, Qt.Key.Key_Return)
    started = dialog(qtbot, StartDialog)
    assert started.day.value() == SAMPLE_DAY
    ctrl(started, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert find_course(shell.workspace, OWN).started_on == SAMPLE_DAY
    assert stage(shell, OWN) is Stage.RUNNING
    assert not own.view.start.isEnabled()


def test_a_start_that_a_gate_prevents_is_refused_in_the_form(
    own: RequirementsTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(own.view, Qt.Key.Key_Return)
    asked = dialog(qtbot, StartDialog)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.isVisible()
    assert "CPEPA 1.3, párr. 3" in words_in(asked)
    asked.reject()
    assert find_course(shell.workspace, OWN).started_on is None


def test_one_agreement_is_signed_for_two_courses(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    agreed = {"call": "inaem-agreement", "route": Route.AGREEMENT, "start": SAMPLE_DAY}
    shell.run(lambda: add_course(shell.workspace, request(code="24/904", **agreed)))
    tab = open_new(window, shell, request(code=AGREED, **agreed))
    choose_gate(tab, "agreement_signed")
    ctrl(tab.view, Qt.Key.Key_M)
    asked = dialog(qtbot, OfficialPaperDialog)
    assert asked.windowTitle() == "Firmar convenio"
    type_text(asked.issued_on.editor, "1/2/2024")
    asked.courses.set_value((CourseServed(AGREED), CourseServed("24/904")))
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    for code in (AGREED, "24/904"):
        (paper,) = list_official_papers(shell.workspace, code)
        assert paper.kind is OfficialPaperKind.AGREEMENT


def test_a_paper_for_several_courses_keeps_them_all(own: RequirementsTab, shell: Shell, qtbot: QtBot) -> None:
    shell.run(lambda: add_course(shell.workspace, own_request(code="24/905", start=SAMPLE_DAY)))
    choose_gate(own, "authorisation_received")
    ctrl(own.view, Qt.Key.Key_M)
    asked = dialog(qtbot, OfficialPaperDialog)
    type_text(asked.received_on.editor, "16/2/2024")
    asked.courses.set_value((CourseServed(OWN), CourseServed("24/905")))
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (paper,) = list_official_papers(shell.workspace, OWN)
    assert {served.course for served in paper.courses} == {OWN, "24/905"}


def test_the_selection_record_is_filed_as_what_it_is_due(called: RequirementsTab, qtbot: QtBot) -> None:
    choose_gate(called, "selection_record_sent")

    def file(asked: object) -> None:
        assert isinstance(asked, FilingDialog)
        asked.day.set_value(date(2024, 2, 16))
        ctrl(asked, Qt.Key.Key_S)

    with in_dialog("filing_dialog", file):
        ctrl(called.view, Qt.Key.Key_M)
        qtbot.waitUntil(no_dialog_is_open)
    assert [answer for title, (answer, _paper) in gates(called).items() if "selección" in title] == ["Sí"]


def test_every_gate_is_explained_with_the_one_chosen_first(called: RequirementsTab, qtbot: QtBot) -> None:
    choose_gate(called, "insurance_formalised")
    press(called.view.gates.view, Qt.Key.Key_F8)
    why = dialog(qtbot, WhyDialog)
    assert "10.2.2" in words_in(why)
    assert len(why.figures.shown_rows()) == len(called.view.gates.shown_rows())
    why.reject()


def test_what_is_pending_is_left_for_later_with_a_reason_and_asked_again(
    own: RequirementsTab, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(own.view, Qt.Key.Key_L)
    asked = dialog(qtbot, ReasonDialog)
    ctrl(asked, Qt.Key.Key_S)
    assert asked.reason.error == "Falta este dato."
    type_text(asked.reason.editor, "Consta en la carpeta")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert deferral_of(shell.workspace, OWN) is not None
    assert ("Consta fuera", "") in gates(own).values()
    assert own.view.defer.accessibleName() == "Volver a pedirlo…"
    ctrl(own.view, Qt.Key.Key_L)
    again = dialog(qtbot, ReasonDialog)
    type_text(again.reason.editor, "No aparece")
    ctrl(again, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert deferral_of(shell.workspace, OWN) is None
    assert own.view.defer.accessibleName() == "Apuntar más tarde…"


# Renouncing -------------------------------------------------------------------------------------------------


def test_a_course_is_renounced_with_its_limit_in_sight_and_that_is_cancelled(
    called: RequirementsTab, shell: Shell, qtbot: QtBot
) -> None:
    grant = OfficialPaper(
        0,
        OfficialPaperKind.GRANT,
        issued_on=date(2024, 2, 12),
        received_on=date(2024, 2, 14),
        courses=(CourseServed(CALLED),),
    )
    shell.run(lambda: save_official_paper(shell.workspace, grant))
    ctrl(called.view, Qt.Key.Key_B)
    asked = dialog(qtbot, RenounceDialog)
    assert "Plazo: hasta el" in words_in(asked)
    type_text(asked.reason.editor, "No hay alumnado")
    type_text(asked.number.editor, "R-1")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert stage(shell, CALLED) is Stage.RENOUNCED
    assert "Renunciado: ahora" in called.view.stages.accessibleName()
    assert "Planificado: hecho" in called.view.stages.accessibleName()
    assert "Terminado: ya no" in called.view.stages.accessibleName()
    assert not called.view.start.isEnabled()
    assert called.view.renounce.accessibleName() == "Anular la renuncia…"
    ctrl(called.view, Qt.Key.Key_B)
    cancelled = dialog(qtbot, ReasonDialog)
    type_text(cancelled.reason.editor, "Hubo alumnado")
    ctrl(cancelled, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    assert stage(shell, CALLED) is not Stage.RENOUNCED


def test_where_the_day_of_the_grant_is_not_known_neither_is_the_limit(
    called: RequirementsTab, qtbot: QtBot
) -> None:
    ctrl(called.view, Qt.Key.Key_B)
    asked = dialog(qtbot, RenounceDialog)
    assert "no consta" in words_in(asked)
    asked.reject()


# The papers -------------------------------------------------------------------------------------------------


def test_a_paper_of_the_course_is_added_and_a_place_leads_to_it(
    own: RequirementsTab, window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    ctrl(own.view, Qt.Key.Key_N)
    asked = dialog(qtbot, OfficialPaperDialog)
    type_text(asked.number.editor, "X-1")
    ctrl(asked, Qt.Key.Key_S)
    qtbot.waitUntil(no_dialog_is_open)
    (paper,) = list_official_papers(shell.workspace, OWN)
    assert (paper.kind, paper.number) == (OfficialPaperKind.OTHER, "X-1")
    open_section(window, RequirementsTab, f"requirements/{paper.id}", OWN)
    row = own.view.papers.table.current_row()
    assert row is not None
    assert row.id == paper.id
