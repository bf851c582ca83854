"""Tests of the palette of Ctrl+K, by keys: what is shown before typing, what is found, what Enter does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.domain.search import Found, FoundKind
from cpepa_desktop.operations import people
from cpepa_desktop.ui.finder.columns import headings, kind_of, place_of
from cpepa_desktop.ui.finder.commands import menu_commands, page_commands
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.people.view import PeopleView
from cpepa_desktop.ui.planning.controller import PlanningPage
from cpepa_desktop.ui.planning.papers.controller import OfficialPapersSection
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import click, ctrl, find, in_dialog, press, type_text

COURSE = "2024-SSCS0208"


def results(dialog: QWidget) -> QTreeWidget:
    """Return the list of what was found."""
    return find(dialog, QTreeWidget, "finder_results")


def items(dialog: QWidget) -> list[QTreeWidgetItem]:
    """Return the lines of the list, headings too."""
    shown = results(dialog)
    return [item for at in range(shown.topLevelItemCount()) if (item := shown.topLevelItem(at)) is not None]


def lines(dialog: QWidget) -> dict[str, list[str]]:
    """Return the titles under each heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    for item in items(dialog):
        if item.flags() == Qt.ItemFlag.NoItemFlags:
            heading = item.text(0)
            found[heading] = []
        else:
            found[heading].append(item.text(0))
    return found


def typing(text: str, then: Callable[[QWidget], None]) -> Callable[[QWidget], None]:
    """Return the act of typing in the palette and doing something in it."""

    def act(dialog: QWidget) -> None:
        type_text(find(dialog, QLineEdit, "finder_box"), text)
        then(dialog)

    return act


def enter(dialog: QWidget) -> None:
    """Take the current line."""
    press(find(dialog, QLineEdit, "finder_box"), Qt.Key.Key_Return)


def escape(dialog: QWidget) -> None:
    """Close without taking anything."""
    press(find(dialog, QLineEdit, "finder_box"), Qt.Key.Key_Escape)


def seen(into: list[dict[str, list[str]]]) -> Callable[[QWidget], None]:
    """Return the act of looking at what is shown, and closing."""

    def look(dialog: QWidget) -> None:
        into.append(lines(dialog))
        escape(dialog)

    return look


def test_a_person_found_with_a_slip_is_gone_to(window: MainWindow, shell: Shell) -> None:
    blasco = next(
        p.person for p in people.list_people(shell.workspace) if p.person.surnames == "Blasco Ñíguez"
    )
    with in_dialog("finder_dialog", typing("balsco niguez", enter)):
        ctrl(window, Qt.Key.Key_K)
    view = window.page("people").view
    assert isinstance(view, PeopleView)
    assert view.isVisible()
    chosen = view.table.current_row()
    assert chosen is not None
    assert chosen.person == blasco


def test_a_course_found_without_accents_is_opened(window: MainWindow) -> None:
    with in_dialog("finder_dialog", typing("atencion sociosnitaria", enter)):
        ctrl(window, Qt.Key.Key_K)
    assert window.page("course").view.isVisible()
    assert COURSE in window.page("course").view.title.text()


def test_a_command_is_found_by_its_words_and_run(window: MainWindow) -> None:
    with in_dialog("history_dialog", lambda dialog: press(dialog, Qt.Key.Key_Escape)):  # noqa: SIM117 - one after the other
        with in_dialog("finder_dialog", typing("hsitorial", enter)):
            ctrl(window, Qt.Key.Key_K)


def test_results_stand_under_what_they_are(window: MainWindow) -> None:
    looked: list[dict[str, list[str]]] = []
    with in_dialog("finder_dialog", typing("cursos", seen(looked))):
        ctrl(window, Qt.Key.Key_K)
    assert looked[0]["Órdenes"][0] == "Cursos"


def test_the_arrows_pass_over_the_headings(window: MainWindow) -> None:
    walked: list[str] = []

    def walk(dialog: QWidget) -> None:
        box = find(dialog, QLineEdit, "finder_box")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            current = results(dialog).currentItem()
            assert current is not None
            walked.append(current.text(0))
            press(box, key)
        assert box.hasFocus()
        escape(dialog)

    looked: list[dict[str, list[str]]] = []
    with in_dialog(
        "finder_dialog",
        typing("sscs0208", seen(looked)),
    ):
        ctrl(window, Qt.Key.Key_K)
    with in_dialog("finder_dialog", typing("sscs0208", walk)):
        ctrl(window, Qt.Key.Key_K)
    assert walked == [title for titles in looked[0].values() for title in titles][:3]


def test_before_typing_it_offers_where_one_was_and_what_can_be_done_here(
    window: MainWindow, shell: Shell
) -> None:
    for place in (("course", COURSE), ("papers", ""), ("people", "2"), ("people", "")):
        shell.go(*place)
    looked: list[dict[str, list[str]]] = []
    with in_dialog("finder_dialog", seen(looked)):
        ctrl(window, Qt.Key.Key_K)
    recent, here = looked[0].values()
    assert recent[1:] == [
        "Documentos",
        "Atención sociosanitaria a personas dependientes en instituciones sociales",
    ]
    assert "," in recent[0]
    assert "Nueva persona" in here


def test_where_one_was_is_forgotten_with_the_file(window: MainWindow, shell: Shell) -> None:
    shell.go("papers")
    shell.go("people")
    path = shell.workspace.file.path
    shell.close_file()
    assert shell.open_file(path)
    looked: list[dict[str, list[str]]] = []
    with in_dialog("finder_dialog", seen(looked)):
        ctrl(window, Qt.Key.Key_K)
    assert "Recientes" not in looked[0]


def test_a_command_that_cannot_be_given_is_not_offered(window: MainWindow, shell: Shell) -> None:
    shell.go("people")
    view = window.page("people").view
    button = find(view, QPushButton, "people_change")
    button.setEnabled(True)
    assert "Cambiar…" in [line.title for line in page_commands(window)]
    button.setEnabled(False)
    assert "Cambiar…" not in [line.title for line in page_commands(window)]
    assert shell.undo_name() is not None or "Deshacer" not in [line.title for line in menu_commands(window)]


def test_a_command_shows_its_keys(window: MainWindow) -> None:
    keys = {line.title: line.keys for line in menu_commands(window)}
    assert keys["Hacer una copia de seguridad"] == "Ctrl+Mayús+S"


def test_nothing_found_is_said_with_what_to_try(window: MainWindow) -> None:
    said: list[bool] = []

    def look(dialog: QWidget) -> None:
        said.append(find(dialog, QWidget, "finder_nothing").isVisible())
        enter(dialog)  # there is nothing to take
        said.append(dialog.isVisible())
        escape(dialog)

    with in_dialog("finder_dialog", typing("zzzzzz", look)):
        ctrl(window, Qt.Key.Key_K)
    assert said == [True, True]


def test_the_current_line_is_told_to_screen_readers(window: MainWindow) -> None:
    told: list[str] = []

    def listen(dialog: QWidget) -> None:
        box = QAccessible.queryAccessibleInterface(find(dialog, QLineEdit, "finder_box"))
        told.append(box.text(QAccessible.Text.Description))
        first = QAccessible.queryAccessibleInterface(results(dialog))
        told.append(first.text(QAccessible.Text.Name))
        escape(dialog)

    with in_dialog("finder_dialog", typing("blasco", listen)):
        ctrl(window, Qt.Key.Key_K)
    assert told[0].startswith("Blasco Ñíguez, José, persona, 90000124C")
    assert told[1] == "Resultados"


def test_every_page_has_its_button(window: MainWindow, shell: Shell) -> None:
    shell.go("papers")
    button = find(window.page("papers").view, QPushButton, "papers_find_anything")
    assert "Ctrl+K" in button.toolTip()
    with in_dialog("finder_dialog", escape):
        click(button)


def test_it_opens_from_inside_a_field_too(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    shell.go("people")
    box = find(window.page("people").view, QLineEdit, "people_filter")
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    with in_dialog("finder_dialog", escape):
        ctrl(box, Qt.Key.Key_K)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (Place("people", "12"), FoundKind.PERSON),
        (Place("course", COURSE, "attendance"), FoundKind.COURSE),
        (Place("papers", "3"), FoundKind.PAPER),
        (Place("people"), None),
        (Place("centre", "rooms"), None),
    ],
)
def test_a_place_is_of_a_thing_or_a_page_alone(place: Place, kind: FoundKind | None) -> None:
    assert kind_of(place) is kind


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (Found(FoundKind.PERSON, "12", ""), Place("people", "12")),
        (Found(FoundKind.OFFICIAL_PAPER, "7", ""), Place("planning", detail="papers/7")),
        (Found(FoundKind.LOCAL_ENTITY, "2", ""), Place("planning", detail="entities/2")),
        (Found(FoundKind.ACCREDITATION, "SSCS0208", ""), Place("planning", detail="accreditations/SSCS0208")),
        (
            Found(FoundKind.OBLIGATION, f"diplomas/{COURSE}", ""),
            Place("course", COURSE, "file/deadlines/diplomas"),
        ),
    ],
)
def test_each_thing_found_has_its_place(found: Found, place: Place) -> None:
    assert place_of(found) == place


def test_every_kind_has_its_heading() -> None:
    assert set(headings()) == set(FoundKind)


def section_on_screen(window: MainWindow) -> PlanningPage:
    page = window.page("planning")
    assert isinstance(page, PlanningPage)
    assert page.view.isVisible()
    return page


@pytest.mark.parametrize(
    ("typed", "section"),
    [
        ("planificacion plazos", "agenda"),
        ("peticion anual", "request"),
        ("planificacion escritos", "papers"),
        ("acreditaciones", "accreditations"),
    ],
)
def test_a_section_of_the_planning_is_gone_to_by_its_words(
    window: MainWindow, typed: str, section: str
) -> None:
    with in_dialog("finder_dialog", typing(typed, take_page)):
        ctrl(window, Qt.Key.Key_K)
    assert section_on_screen(window).view.sections.current == section


def take_page(dialog: QWidget) -> None:
    """Walk down to the first page found, and take it."""
    box = find(dialog, QLineEdit, "finder_box")
    page = lines(dialog)["Páginas"][0]
    while True:
        current = results(dialog).currentItem()
        assert current is not None
        if current.text(0) == page:
            break
        press(box, Qt.Key.Key_Down)
    enter(dialog)


def test_the_sections_of_a_course_are_offered_while_it_is_on_screen(window: MainWindow, shell: Shell) -> None:
    looked: list[dict[str, list[str]]] = []
    shell.go("people")
    with in_dialog("finder_dialog", typing("expediente profesorado", seen(looked))):
        ctrl(window, Qt.Key.Key_K)
    shell.go("course", COURSE)
    with in_dialog("finder_dialog", typing("expediente profesorado", seen(looked))):
        ctrl(window, Qt.Key.Key_K)
    with in_dialog("finder_dialog", typing("expediente profesorado", take_page)):
        ctrl(window, Qt.Key.Key_K)
    assert "Páginas" not in looked[0]
    assert looked[1]["Páginas"] == ["Expediente \u203a Profesorado"]
    assert window.page("course").place().detail == "file/staff"


def test_an_official_paper_opens_among_the_papers(window: MainWindow) -> None:
    with in_dialog("finder_dialog", typing("poliza de seguro", enter)):
        ctrl(window, Qt.Key.Key_K)
    page = section_on_screen(window)
    assert page.view.sections.current == "papers"
    section = page.sections.part("papers")
    assert isinstance(section, OfficialPapersSection)
    chosen = section.view.panel.table.current_row()
    assert chosen is not None
    assert chosen.kind is OfficialPaperKind.INSURANCE


def test_a_term_opens_among_those_of_its_course(window: MainWindow) -> None:
    with in_dialog("finder_dialog", typing(f"acta de seleccion {COURSE}", enter)):
        ctrl(window, Qt.Key.Key_K)
    assert window.page("course").place() == Place("course", COURSE, "file/deadlines/selection_record")
