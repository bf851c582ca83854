"""Starting Qt and the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from cpepa_desktop import __version__
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.ui import restart
from cpepa_desktop.ui.constants import keep_constants
from cpepa_desktop.ui.crash import CrashReporter, reporting
from cpepa_desktop.ui.looks import apply_looks
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.keys import KeyNames
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.termination import closing_on_request
from cpepa_desktop.ui.window import PROGRAM, MainWindow


def run_window(
    path: Path | None, clock: Clock, actor: str, *, sample: bool = False, argv: Sequence[str]
) -> int:
    """Show the window until it is closed and return the exit status.

    It opens ``path`` where there is one; with ``sample`` that of the sample centre, made first where it is
    not there. A file that cannot be opened is told, and the start is shown.
    """
    settings = Settings()
    app = open_application(argv, settings=settings)
    shell = Shell(clock, actor, settings)
    window = MainWindow(shell, is_opening=path is not None and not sample)
    window.show()
    # Once the loop runs: what opening has to say is then said in it, and closing the window ends it.
    QTimer.singleShot(0, lambda: _open(window, path, sample=sample))
    QTimer.singleShot(0, gc.enable)  # at rest while the program starts
    with reporting(CrashReporter(lambda: _restart(window, shell), window)), closing_on_request():
        return app.exec()


def _restart(window: MainWindow, shell: Shell) -> None:
    """Close the file and this program, and start another in the same place."""
    words = restart.command(shell.workspace.file.path if shell.is_open else None, shell.clock)
    window.give_up()
    restart.start(words)
    QApplication.exit()


def _open(window: MainWindow, path: Path | None, *, sample: bool) -> None:
    if sample and path is not None:
        window.files.sample_at(path)
    elif sample:
        window.files.sample()
    elif path is not None:
        window.begin_with(path)


def open_application(
    argv: Sequence[str], *, dark: bool = False, scale: float = 1.0, settings: Settings | None = None
) -> QApplication:
    """Return the application with its theme and its Spanish; the one there is already where there is one.

    With ``settings`` it has the looks kept there, whatever ``dark`` and ``scale`` say.
    """
    keep_constants()
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication([*(argv or sys.argv[:1])])
    app.setApplicationName("cpepa-desktop")
    app.setApplicationDisplayName(PROGRAM)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("cpepa-desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Spain))
    _speak_spanish(app)
    if settings is None:
        theme.apply_theme(app, dark=dark, scale=scale)
    else:
        apply_looks(settings)
    app.setWindowIcon(icons.program_icon())
    return app


def _speak_spanish(app: QApplication) -> None:
    """Give Qt's own buttons and dialogs their Spanish texts, once."""
    if app.property("speaks_spanish"):
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_es", folder):
        app.installTranslator(translator)
    app.installTranslator(KeyNames(app))
    app.setProperty("speaks_spanish", True)  # noqa: FBT003 - Qt's own signature
