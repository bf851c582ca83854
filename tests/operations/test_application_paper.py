"""The application to a call as it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.papers import PaperCall
from cpepa_desktop.operations.application_paper import application_sheet
from cpepa_desktop.operations.applications import ActionForm, mark_item, save_action, set_published
from cpepa_desktop.operations.papers import print_paper
from cpepa_desktop.operations.workspace import Workspace

CALL = "EPE-873-2023"


def test_it_says_what_is_asked_for_what_goes_with_it_and_until_when(ws: Workspace) -> None:
    set_published(ws, CALL, date(2023, 7, 10))
    save_action(ws, CALL, ActionForm("SSCS0208", participants=10))
    mark_item(ws, CALL, "action_list", ItemState.READY, "Firmada")
    paper = application_sheet(ws, CALL)
    (action,) = paper.actions
    assert (action.words, action.minutes, action.participants, action.cents) == (
        "SSCS0208",
        380 * 60,
        10,
        2_891_800,
    )
    assert (paper.items[0].state, paper.items[0].note) == (ItemState.READY, "Firmada")
    assert len(paper.items) == 14
    assert paper.due == date(2023, 7, 24)
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in paper.limits] == [
        "El centro pide 28.918,00 € de los 600.000,00 € que puede pedir."
    ]


def test_every_letter_of_the_call_is_there_in_its_own_words(ws: Workspace) -> None:
    items = application_sheet(ws, CALL).items

    letters = [f"ap. 12.1.{letter}" for letter in "abcd"] + [f"ap. 12.2.{letter}" for letter in "abcdefghij"]
    assert [item.place for item in items] == letters
    assert all(item.wording.endswith(".") for item in items)
    assert len({item.wording for item in items}) == len(items)
    assert all(item.wording.startswith("Declaración responsable") for item in items[4:])


def test_a_speciality_asked_for_too_often_is_told(ws: Workspace) -> None:
    for _n in range(3):
        save_action(ws, CALL, ActionForm("SSCS0208"))
    assert application_sheet(ws, CALL).limits[1] == "SSCS0208: Se piden 3 y el máximo es 2."


def test_it_prints_for_the_whole_centre_under_its_call(ws: Workspace, tmp_path: Path) -> None:
    printed = print_paper(ws, "grant-application", "", PaperCall(CALL), tmp_path)
    assert printed.path.read_bytes().startswith(b"%PDF")
    assert any("ap. 12.1.a" in notice for notice in printed.changes.notices)


def test_what_takes_no_application_has_none(ws: Workspace) -> None:
    with pytest.raises(Refused, match="no es una convocatoria"):
        application_sheet(ws, "own-resources")
