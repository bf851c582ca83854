"""Opens a window, says when its first paint is done and what was imported by then, and closes it.

`python -m benchmarks.first_paint` opens an empty window of Qt; with the path of a centre's file and a day it
opens the program, whose first paint is that of Inicio with its data. The answer is one line of JSON.
"""

from __future__ import annotations

import json
import sys
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

EMPTY = "empty_window"
INICIO = "page_home"


class FirstPaint(QObject):
    """Waits for the first paint of a widget by its name, tells it, and closes every window."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._is_seen = False

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802 - Qt's own name
        """Override QObject::eventFilter: nothing is taken away from the window."""
        if not self._is_seen and event.type() is QEvent.Type.Paint and watched.objectName() == self._name:
            self._is_seen = True
            QTimer.singleShot(0, self._tell)  # the paint of the whole window goes before it
        return False

    def _tell(self) -> None:
        painted = perf_counter()
        print(json.dumps({"painted": painted, "modules": sorted(sys.modules)}), flush=True)
        QApplication.closeAllWindows()


def main(words: list[str]) -> int:
    """Open the program on the file and the day in ``words``, or an empty window. Return its exit status."""
    app = QApplication(sys.argv[:1])
    app.installEventFilter(FirstPaint(INICIO if words else EMPTY, app))
    if words:
        from cpepa_desktop.__main__ import main as program  # noqa: PLC0415 - the empty window takes none of it

        path, day = words
        return program(["--file", path, "--today", day])
    window = QMainWindow()
    window.setObjectName(EMPTY)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
