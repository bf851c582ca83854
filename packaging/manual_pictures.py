"""Take the pictures of the manual again from a new sample centre: ``python packaging/manual_pictures.py``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from gallery import ACTOR, CLOCK, shown_window
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from cpepa_desktop.operations import courses, files
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.ui.app import open_application
from cpepa_desktop.ui.history.controller import HistoryController
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.start.foundation import FoundationDialog
from cpepa_desktop.ui.window import MainWindow

FOLDER: Final = Path(__file__).parents[1] / "cpepa_desktop" / "resources" / "manual" / "pictures"
SETTLING_TIME: Final = 1500
SIZE: Final = QSize(1100, 660)


def places(code: str, to_start: str) -> dict[str, tuple[str, str, str]]:
    """Return where each picture of a page is taken; ``to_start`` is a course that has yet to begin."""
    return {
        "inicio": ("home", "", ""),
        "tabla": ("people", "", ""),
        "calendario": ("course", code, "calendar"),
        "alumnado": ("course", code, "enrolments"),
        "asistencia": ("course", code, "attendance/2024-W07"),
        "documentos": ("course", code, "papers"),
        "requisitos": ("course", to_start, "file/requirements"),
        "plazos": ("course", code, "file/deadlines"),
        "profesorado": ("course", code, "file/staff"),
        "financiacion": ("course", code, "file/funding"),
        "calendario-centro": ("planning", "", "calendar"),
        "curso-escolar": ("planning", "", f"calendar/year/{SAMPLE_DAY}"),
        "plazos-centro": ("planning", "", "agenda"),
        "peticion": ("planning", "", "request"),
        "solicitud": ("planning", "", "application"),
        "acreditaciones": ("planning", "", "accreditations"),
        "centro": ("centre", "", ""),
    }


def take(widget: QWidget, name: str) -> None:
    """Write the picture of a widget, as small as it can be: it travels with the program."""
    QTest.qWait(SETTLING_TIME)
    taken = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    path = FOLDER / f"{name}.png"
    taken.save(str(path), quality=0)  # of a PNG, this is how hard it is pressed: nothing is lost
    print(f"{path.stat().st_size // 1024:4d} kB  {path.name}")


def take_dialog(dialog: QDialog, name: str) -> None:
    """Show a dialog for its picture alone."""
    dialog.show()
    take(dialog, name)
    dialog.done(QDialog.DialogCode.Rejected)  # to be closed, some would ask
    dialog.deleteLater()


def take_asked(view: QWidget, pressed: str, name: str) -> None:
    """Press a button and write the picture of the dialog that it opens."""
    asked = view.findChild(QPushButton, pressed)
    assert isinstance(asked, QPushButton)  # noqa: S101 - without it there is no picture to take
    asked.click()
    QTest.qWait(SETTLING_TIME)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)  # noqa: S101 - as above
    take(dialog, name)
    dialog.reject()


def take_pictures(window: MainWindow, shell: Shell) -> None:
    """Take every picture of the file that is open."""
    codes = [row.code for row in courses.list_courses(shell.workspace)]
    for name, (page, thing, part) in places(codes[0], codes[-1]).items():
        shell.go(page, thing, part)
        take(window, name)
    shell.go("courses")
    take_asked(window.page("courses").view, "courses_new", "planificar")
    foundation = FoundationDialog(window)
    foundation.centre.name.set_value("CPEPA Río Vero")
    take_dialog(foundation, "crear-centro")
    take_dialog(HistoryController(shell, window).view, "historial")


def main() -> int:
    """Take every picture and return 0."""
    FOLDER.mkdir(exist_ok=True)
    open_application(sys.argv[:1], dark=False)
    with tempfile.TemporaryDirectory() as folder, shown_window() as (window, shell):
        file = Path(folder) / "muestra.cpepa"
        files.close_file(build_sample(file, CLOCK, ACTOR))
        window.resize(SIZE)
        take(window, "empezar")
        shell.open_file(file)
        take_pictures(window, shell)
        shell.close_file()
    return 0


if __name__ == "__main__":
    sys.exit(main())
