"""What every test may count on: no screen, a home of its own, and silence."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before the first import of Qt. The locale is fixed because Qt warns where the machine's is not UTF-8.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

# No deadline: how long an example takes says more of the machine's other work than of the code.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=200, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home, with every folder that platformdirs or Qt could ask for inside it."""
    root = tmp_path / "home"
    root.mkdir()
    monkeypatch.setenv("HOME", str(root))
    monkeypatch.setenv("USERPROFILE", str(root))
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR", "DOCUMENTS_DIR"):
        folder = root / name.lower()
        folder.mkdir(mode=0o700)  # Qt warns of a runtime folder that others may read
        monkeypatch.setenv(f"XDG_{name}", str(folder))
    return root


@pytest.fixture(autouse=True)
def _silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse.

    A test that expects a warning asserts it in ``caplog`` and then says ``caplog.clear()``.
    """
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{r.name} {r.levelname}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    assert not loud, "unexpected log lines:\n" + "\n".join(loud)
