"""Texts of the conditions sheet that the centre keeps for every course of one certificate."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.texts import ITEMS, save_text, texts_of
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import rows


def test_the_items_are_those_a_centre_writes_under_their_official_letters() -> None:
    headings = list(ITEMS.values())
    assert [heading[0] for heading in headings if not heading.startswith("Aula")] == [*"abdefhk"]
    annex = [heading.removeprefix("Aula virtual. ")[0] for heading in headings if heading.startswith("Aula")]
    assert annex == [*"abcdef"]


def test_a_text_is_kept_by_certificate_and_item_and_replaced(ws: Workspace) -> None:
    assert texts_of(ws, "SSCS0208") == {}
    changes = save_text(ws, "SSCS0208", "objectives", "  Antes \n")
    assert changes.kinds == {Kind.COURSE}
    assert "b) Objetivos" in changes.operation
    save_text(ws, "SSCS0208", "objectives", "Después")
    save_text(ws, "ADGD0308", "objectives", "Otro")
    save_text(ws, "SSCS0208", "rights", "Derechos")
    assert texts_of(ws, "SSCS0208") == {"objectives": "Después", "rights": "Derechos"}


def test_an_item_the_sheet_does_not_have_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="no tiene el apartado «price»"):
        save_text(ws, "SSCS0208", "price", "Gratis")


def test_a_text_can_be_undone(ws: Workspace) -> None:
    save_text(ws, "SSCS0208", "objectives", "Antes")
    before = rows(ws)
    save_text(ws, "SSCS0208", "objectives", "Después")
    undo(ws)
    assert rows(ws) == before
