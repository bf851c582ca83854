"""One writer at a time, and a lock that does not outlive its process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cpepa_desktop.db.lock import Holder, acquire, lock_path
from cpepa_desktop.domain.errors import EnvironmentFault
from tests.db.small_centre import MOMENT
from tests.house.tree import ROOT

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cpepa_desktop.db.lock import acquire
lock = acquire(Path(sys.argv[1]), since=datetime(2024, 3, 14, 8, 0, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process_holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_the_lock_file_says_who_has_it_and_goes_away(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    lock = acquire(path, since=MOMENT)
    holder = Holder.parse(lock_path(path).read_text(encoding="utf-8"))
    assert holder == Holder.this_process(MOMENT)
    lock.release()
    lock.release()
    assert not lock_path(path).exists()


def test_the_second_process_is_told_who_has_the_file(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    with another_process_holding(path) as process:
        with pytest.raises(EnvironmentFault) as caught:
            acquire(path, since=MOMENT)
        assert f"proceso {process.pid}" in str(caught.value)
        assert "2024-03-14 08:00:00" in str(caught.value)
        assert "No se ha cambiado nada" in str(caught.value)


def test_a_killed_process_leaves_no_lock_behind_but_leaves_word(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    with another_process_holding(path) as process:
        process.kill()
        process.wait()
    lock = acquire(path, since=MOMENT)
    assert lock.was_left_behind
    lock.release()
    again = acquire(path, since=MOMENT)
    assert not again.was_left_behind
    again.release()


def test_a_stale_lock_file_of_an_older_holder_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    lock_path(path).write_text("x" * 1_000, encoding="utf-8")
    lock = acquire(path, since=MOMENT)
    assert json.loads(lock_path(path).read_text(encoding="utf-8"))["since"] == "2024-03-14T09:30:00+00:00"
    lock.release()


def test_a_holder_that_cannot_be_read_is_still_a_holder(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    lock = acquire(path, since=MOMENT)
    lock_path(path).write_text("{", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="otra persona o en otra ventana"):
        acquire(path, since=MOMENT)
    lock.release()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"user": "Ana"}', "no"])
def test_half_a_text_names_nobody(text: str) -> None:
    assert Holder.parse(text) is None
