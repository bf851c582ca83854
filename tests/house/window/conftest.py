"""The window on the sample centre, for the tests that walk all of it."""

from __future__ import annotations

from tests.ui.conftest import (
    _answered,
    _application,
    _made_sample,
    empty_shell,
    sample_path,
    settings,
    shell,
    window,
)

__all__ = [
    "_answered",
    "_application",
    "_made_sample",
    "empty_shell",
    "sample_path",
    "settings",
    "shell",
    "window",
]
