"""Weeks that were sent stand still until somebody says why they may not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.week_locking import content_sha256, lock_week, unlock_week
from cpepa_desktop.operations.week_locks import lock_of, locked_weeks, locks_of
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, enrolled, planned

WEEK = IsoWeek.of(MONDAY)
FRIDAY = MONDAY + timedelta(days=4)
NUMBER = "REG-2024/17"


@pytest.fixture
def entered(ws: Workspace) -> Workspace:
    """Give a course whose first week is entered, on the Monday after it."""
    planned(ws)
    enrolled(ws, 1)
    enrolled(ws, 2)
    ws.clock = at(MONDAY + timedelta(days=7))
    fill_week(ws, CODE, WEEK)
    return ws


def lock(ws: Workspace, sent_on: date = FRIDAY, registry: str = NUMBER) -> None:
    lock_week(ws, CODE, WEEK, sent_on, registry)


def test_a_week_is_locked_with_its_day_its_number_and_the_hash_of_what_it_says(entered: Workspace) -> None:
    changes = lock_week(entered, CODE, WEEK, FRIDAY, f" {NUMBER} ")
    found = lock_of(entered, CODE, WEEK)
    assert found is not None
    assert (found.version, found.sent_on, found.registry) == (1, FRIDAY, NUMBER)
    assert found.content_sha256 == content_sha256(entered, CODE, WEEK)
    assert (changes.kinds, changes.course) == (frozenset({Kind.ATTENDANCE}), CODE)
    assert locked_weeks(entered, CODE) == {WEEK}


def test_unlocking_keeps_the_lock_with_its_reason_and_the_next_is_version_two(entered: Workspace) -> None:
    lock(entered)
    unlock_week(entered, CODE, WEEK, "faltaba un justificante")
    assert lock_of(entered, CODE, WEEK) is None
    lock_week(entered, CODE, WEEK, entered.clock.today(), "REG-2024/18")
    first, second = locks_of(entered, CODE)
    assert (first.unlocked_on, first.unlock_reason) == (entered.clock.today(), "faltaba un justificante")
    assert (second.version, second.stands) == (2, True)


def test_locking_is_a_legal_act_that_undo_does_not_pass(entered: Workspace) -> None:
    lock(entered)
    with pytest.raises(Refused, match="acto"):
        undo(entered)
    assert locked_weeks(entered, CODE) == {WEEK}


@pytest.mark.parametrize(
    ("sent_on", "registry", "sentence"),
    [
        (FRIDAY - timedelta(days=1), NUMBER, "no pudo enviarse antes"),
        (MONDAY + timedelta(days=8), NUMBER, "aún no ha llegado"),
        (FRIDAY, "  ", "número de registro"),
    ],
)
def test_what_cannot_have_been_sent_is_not_locked(
    entered: Workspace, sent_on: date, registry: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        lock(entered, sent_on, registry)
    assert locks_of(entered, CODE) == ()


def test_a_week_with_cells_to_enter_is_not_locked(entered: Workspace) -> None:
    undo(entered)
    with pytest.raises(Refused, match="le faltan 10 casillas"):
        lock(entered)


def test_a_locked_week_is_not_locked_again(entered: Workspace) -> None:
    lock(entered)
    with pytest.raises(Refused, match="ya está bloqueada"):
        lock(entered)


def test_a_week_that_is_free_is_not_unlocked(entered: Workspace) -> None:
    with pytest.raises(Refused, match="no está bloqueada"):
        unlock_week(entered, CODE, WEEK, "motivo")


def test_unlocking_asks_why(entered: Workspace) -> None:
    lock(entered)
    with pytest.raises(Refused, match="Diga por qué"):
        unlock_week(entered, CODE, WEEK, " ")
    assert locked_weeks(entered, CODE) == {WEEK}
