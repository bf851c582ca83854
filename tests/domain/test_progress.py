"""Tests of how work says how far it is."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.progress import Stopped, counted, untold


def test_things_are_given_one_by_one_and_told_before_each() -> None:
    told: list[tuple[int, int]] = []
    given = list(counted("abc", lambda done, total: told.append((done, total))))
    assert given == ["a", "b", "c"]
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_who_is_told_can_stop_it() -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    given: list[str] = []
    with pytest.raises(Stopped):
        given.extend(counted("abc", stop))
    assert given == ["a", "b"]


def test_nobody_need_be_told() -> None:
    assert list(counted((), untold)) == []
