"""What is known of an application to a call."""

from __future__ import annotations

from cpepa_desktop.domain.applications import Application, ItemKind, ItemMark, ItemState, ItemWhen


def test_an_item_of_which_nothing_was_said_is_missing() -> None:
    ready = ItemMark("action_list", ItemState.READY, "Firmado")
    application = Application(1, "EPE-873-2023", marks=(ready,))
    assert application.mark("action_list") == ready
    assert application.mark("truth") == ItemMark("truth", ItemState.MISSING)


def test_every_word_of_a_checklist_has_its_name() -> None:
    words = [each.label for each in (*ItemState, *ItemKind, *ItemWhen)]
    assert all(words)
    assert len(set(words)) == len(words)
