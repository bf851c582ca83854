"""What the tests of the window share: the application with its theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from cpepa_desktop.ui.parts import theme


@pytest.fixture(scope="session", autouse=True)
def _theme(qapp: QApplication) -> None:
    """Give the one application of the session the light theme."""
    theme.apply_theme(qapp, dark=False)
