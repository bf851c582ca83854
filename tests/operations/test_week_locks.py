"""Nothing is written in a week that was sent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.week_locking import lock_week, unlock_week
from cpepa_desktop.operations.week_locks import lock_of, locked_weeks, refuse_if_locked, standing_locks
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, enrolled, planned

WEEK = IsoWeek.of(MONDAY)
FRIDAY = MONDAY + timedelta(days=4)
NEXT_MONDAY = MONDAY + timedelta(days=7)


@pytest.fixture
def sent(ws: Workspace) -> Workspace:
    """Give a course whose first week was sent, on the Monday after it."""
    planned(ws)
    enrolled(ws, 1)
    ws.clock = at(NEXT_MONDAY)
    fill_week(ws, CODE, WEEK)
    lock_week(ws, CODE, WEEK, FRIDAY, "REG-2024/17")
    return ws


def test_the_refusal_names_the_week_its_version_and_the_registry(sent: Workspace) -> None:
    with pytest.raises(Refused, match="desbloquéela") as refused:
        refuse_if_locked(sent, CODE, [FRIDAY, NEXT_MONDAY])
    (problem,) = refused.value.problems
    assert problem.message == (
        "Semana 2024-W03, versión 1: enviada el vie 19 ene 2024 con el registro REG-2024/17."
    )


def test_the_weeks_beside_it_are_free(sent: Workspace) -> None:
    refuse_if_locked(sent, CODE, [MONDAY - timedelta(days=1), NEXT_MONDAY])


def test_no_day_is_never_refused(sent: Workspace) -> None:
    refuse_if_locked(sent, CODE, [])


def test_a_week_unlocked_is_free(sent: Workspace) -> None:
    unlock_week(sent, CODE, WEEK, "faltaba un justificante")
    refuse_if_locked(sent, CODE, [MONDAY])
    assert (lock_of(sent, CODE, WEEK), locked_weeks(sent, CODE)) == (None, frozenset())


def test_only_the_lock_that_stands_is_given(sent: Workspace) -> None:
    unlock_week(sent, CODE, WEEK, "faltaba un justificante")
    lock_week(sent, CODE, WEEK, NEXT_MONDAY, "REG-2024/18")
    assert [lock.version for lock in standing_locks(sent, CODE).values()] == [2]
