"""What the tests of the list of courses share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


@pytest.fixture(autouse=True)
def _hands_off(qapp: object) -> Iterator[None]:
    """Let go of Ctrl and Shift after a test: Qt goes on believing that they are held."""
    yield
    assert qapp is not None
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
