"""What is typed again, and how far each line of it has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.typing_again import (
    PROGRAM_FORMS,
    START_KINDS,
    WEEK_KINDS,
    Program,
    TypedMark,
    TypingCell,
    TypingItem,
    TypingKind,
    TypingList,
    TypingState,
)
from cpepa_desktop.domain.week import IsoWeek

DAY = date(2024, 1, 15)
ITEM = TypingItem(
    "day/12345678Z/2024-01-15",
    TypingKind.DAY,
    DAY,
    1,
    "Ágreda Royo, Ana",
    "12345678Z",
    (TypingCell("Horas", "4,5"), TypingCell("Causa", "b"), TypingCell("Comunicada", "", is_compared=False)),
)
TYPED = replace(ITEM, mark=TypedMark("4,5 | b", DAY))


@pytest.mark.parametrize(
    ("item", "state", "is_left"),
    [
        (ITEM, TypingState.MISSING, True),
        (TYPED, TypingState.TYPED, False),
        (replace(TYPED, mark=TypedMark("5 | ", DAY)), TypingState.CHANGED, True),
        (replace(ITEM, is_ready=False), TypingState.WAITING, False),
    ],
)
def test_an_item_is_left_while_it_is_not_typed_as_it_is_now(
    item: TypingItem,
    state: TypingState,
    is_left: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert (item.state, item.is_left) == (state, is_left)


def test_what_is_not_compared_may_change_without_typing_again() -> None:
    told = replace(TYPED, cells=(*TYPED.cells[:2], TypingCell("Comunicada", "16/01/2024", is_compared=False)))
    assert told.state is TypingState.TYPED


def test_a_list_counts_what_is_left_and_what_is_in_each_state() -> None:
    items = (ITEM, TYPED, replace(ITEM, is_ready=False))
    found = TypingList("24/001", Program.GESTIFOR, IsoWeek.of(DAY), items)
    assert (found.left, found.count(TypingState.TYPED), found.count(TypingState.WAITING)) == (1, 1, 1)


def test_every_program_has_its_form_and_every_word_a_label() -> None:
    assert set(PROGRAM_FORMS) == set(Program)
    assert [program.label for program in Program] == ["GESTIFOR", "GACEPA"]
    assert [kind.label for kind in WEEK_KINDS] == ["Alta", "Asistencia", "Baja"]
    assert (*WEEK_KINDS, *START_KINDS) == tuple(TypingKind)
    assert len({kind.label for kind in TypingKind}) == len(TypingKind)
    assert len({state.label for state in TypingState}) == len(TypingState)
