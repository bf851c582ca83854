"""Tests of the log of the program's own mistakes: it says where, and nothing of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from cpepa_desktop.ui.problem_log import LOG, log_folder, logging_to, qt_words, trace_words

NAME = "Ágreda Royo, Ana"


def _fail() -> None:
    try:
        _look_up({})
    except KeyError as error:
        raise ValueError(f"{NAME} no está") from error


def _look_up(people: dict[str, str]) -> str:
    return people[NAME]


def _error() -> ValueError:
    with pytest.raises(ValueError, match="Ana") as caught:
        _fail()
    return caught.value


def test_a_trace_has_kinds_modules_lines_and_functions_and_no_message() -> None:
    words = trace_words(_error())
    assert words.startswith("builtins.ValueError\n")
    assert "builtins.KeyError" in words
    assert "tests.ui.test_problem_log" in words
    assert " _look_up" in words
    assert "Ana" not in words
    assert "/" not in words


def test_an_endless_chain_of_causes_ends() -> None:
    one, other = ValueError(NAME), KeyError(NAME)
    one.__cause__, other.__cause__ = other, one
    assert trace_words(one).count("builtins.") == 5


def test_what_qt_complains_of_is_told_by_who_does(tmp_path: Path) -> None:
    message = f"QFile::open: cannot open {tmp_path}/{NAME}.pdf"
    context = QMessageLogContext()
    assert qt_words(QtMsgType.QtWarningMsg, context, message) == "QtWarningMsg default: QFile::open"
    assert qt_words(QtMsgType.QtCriticalMsg, context, "«?»") == "QtCriticalMsg default: ?"


def test_the_log_is_written_and_let_go(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    handlers = list(LOG.handlers)
    with logging_to(tmp_path / "logs") as path:
        LOG.error("%s", trace_words(_error()))
    assert list(LOG.handlers) == handlers
    assert "ERROR builtins.ValueError" in path.read_text(encoding="utf-8")
    caplog.clear()


def test_the_log_never_grows_beyond_its_size(tmp_path: Path) -> None:
    with logging_to(tmp_path / "logs") as path:
        for _time in range(1000):
            LOG.info("%s", "-" * 1000)
    files = sorted((tmp_path / "logs").iterdir())
    assert path in files
    assert len(files) == 4
    assert all(file.stat().st_size <= 200_000 for file in files)


def test_a_folder_that_cannot_be_made_costs_only_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "logs").write_text("a file, not a folder", encoding="utf-8")
    with logging_to(tmp_path / "logs"):
        LOG.error("nobody hears")
    caplog.clear()


def test_the_log_lives_in_the_users_folder_of_logs(home: Path) -> None:
    assert home in log_folder().parents
