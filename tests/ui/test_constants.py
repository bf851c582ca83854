"""Tests of the constants that the Qt binding must not wear out."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from cpepa_desktop.ui.constants import NEVER, keep_constants


def test_calls_that_return_nothing_do_not_wear_the_constants_out() -> None:
    keep_constants()
    thing = QObject()
    for _time in range(20_000):  # a session has millions; some thousands used to be enough to abort
        thing.setObjectName("x")
    assert sys.getrefcount(None) > NEVER // 2
    assert sys.getrefcount(True) > NEVER // 2  # noqa: FBT003 - it is what is counted
    assert sys.getrefcount(False) > NEVER // 2  # noqa: FBT003 - it is what is counted


def test_keeping_them_again_adds_nothing() -> None:
    keep_constants()
    before = sys.getrefcount(None)
    keep_constants()
    assert abs(sys.getrefcount(None) - before) < NEVER // 2
