"""The log of the program's own mistakes: where they happened, never what was being worked on.

The message of an exception may name a person, and the path of a file its user. So the log, and the details
that the crash dialog gives, have only names of our own: modules, lines, functions and kinds of error.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType

from cpepa_desktop.ui.settings import PROGRAM

LOG: Final = logging.getLogger("cpepa_desktop.problems")
_FILE_NAME: Final = "problemas.log"
_MOST_BYTES: Final = 200_000
_OLD_FILES: Final = 3
_MOST_CAUSES: Final = 5
_SPEAKER = re.compile(r"[A-Za-z]\w*(::~?\w+)*")


def log_folder() -> Path:
    """Return the folder of the log on this computer."""
    return platformdirs.user_log_path(PROGRAM, appauthor=False)


@contextmanager
def logging_to(folder: Path) -> Iterator[Path]:
    """Write the log to a file of ``folder`` that never grows beyond a few hundred kilobytes. Give its path.

    A folder that cannot be written costs the log and nothing else.
    """
    path = folder / _FILE_NAME
    handler: logging.Handler = logging.NullHandler()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        pass
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        yield path
    finally:
        LOG.removeHandler(handler)
        handler.close()


def trace_words(error: BaseException) -> str:
    """Return where an error happened and what led to it, the first cause last, without any message."""
    return "\n".join(line for cause in islice(_causes(error), _MOST_CAUSES) for line in _lines_of(cause))


def qt_words(kind: QtMsgType, context: QMessageLogContext, message: str) -> str:
    """Return who in Qt complains, such as «QPainter::begin»; the rest may name what it works on."""
    found = _SPEAKER.match(message)
    return f"{kind.name} {context.category or 'default'}: {found.group() if found else '?'}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _lines_of(error: BaseException) -> Iterator[str]:
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        yield f"  {module}:{trace.tb_lineno} {code.co_qualname}"
        trace = trace.tb_next
