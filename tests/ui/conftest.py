"""What the tests of the window share: the application, a clock that stands still, and the sample centre."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.ui.app import open_application
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow
from tests.ui.hands import Opened, words_in

CLOCK = FixedClock(SAMPLE_DAY, datetime.combine(SAMPLE_DAY, time(10, 42), UTC))
ACTOR = "Secretaría"
PATIENCE = 20_000


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:
    """Give the one application of the session its light theme and its Spanish."""
    assert open_application([], dark=False) is qapp


@pytest.fixture(autouse=True)
def _answered(qapp: QApplication) -> Iterator[None]:
    """Fail a test that shows a dialog nobody answers, where it would otherwise wait for ever."""
    unanswered: list[str] = []
    watch = QTimer()

    def close() -> None:
        dialog = qapp.activeModalWidget()
        if dialog is not None:
            unanswered.append(f"{dialog.objectName()}: {words_in(dialog)}")
            dialog.close()

    watch.timeout.connect(close)
    watch.start(PATIENCE)
    yield
    watch.stop()
    assert not unanswered


@pytest.fixture(scope="session")
def _made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    build_sample(folder / "muestra.cpepa", CLOCK, ACTOR).file.close()
    return folder


@pytest.fixture
def sample_path(_made_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample centre that a test may change."""
    folder = tmp_path / "centro"
    shutil.copytree(_made_sample, folder)
    return folder / "muestra.cpepa"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return preferences that nobody has written yet."""
    return Settings(tmp_path / "settings")


@pytest.fixture
def empty_shell(settings: Settings) -> Iterator[Shell]:
    """Return a shell with no file open."""
    shell = Shell(CLOCK, ACTOR, settings)
    yield shell
    shell.close_file()


@pytest.fixture
def shell(empty_shell: Shell, sample_path: Path) -> Shell:
    """Return a shell with the sample open."""
    assert empty_shell.open_file(sample_path)
    return empty_shell


@pytest.fixture
def window(shell: Shell, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window on the sample."""
    made = MainWindow(shell)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def outside() -> Iterator[Opened]:
    """Return what is opened outside of the program, which nothing is in a test."""
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type] # the stub is wrong: bytes are refused
    yield made
    QDesktopServices.unsetUrlHandler("file")
