"""What the tests through `main()` share: the one application that Qt allows a process."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have the application before the first timer; ``main()`` takes the one that there is."""
    assert qapp is QApplication.instance()
