"""The life of a file: new, open, closed, checked, and killed in the middle of a write."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import lock
from cpepa_desktop.domain.backups import Reason
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.operations import backups, files, history
from tests.house.tree import ROOT
from tests.operations.centre_file import MovingClock, add_person, create, people, reopen


def test_a_new_file_has_its_centre_and_undo_stops_there(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    assert ws.db.execute("SELECT name FROM entity").fetchall() == [("Gobierno de Aragón",)]
    assert ws.db.execute("SELECT name FROM centre").fetchall() == [("CPEPA Teruel",)]
    assert [line.name for line in history.history(ws)] == ["Nuevo archivo del centro"]
    assert history.what_undo_would_do(ws) is None
    with pytest.raises(Refused, match="«Nuevo archivo del centro»"):
        history.undo(ws)
    assert not files.is_sample(ws)
    files.close_file(ws)


def test_a_sample_says_that_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "ejemplo.cpepa"
    ws = files.new_file(path, MovingClock(), "Ana", entity=Entity("E"), centre=Centre("C"), is_sample=True)
    assert files.is_sample(ws)
    files.close_file(ws)


def test_a_new_file_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    path.write_text("algo", encoding="utf-8")
    with pytest.raises(Refused, match="ya existe"):
        create(path)
    assert path.read_text(encoding="utf-8") == "algo"


def test_a_file_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "nueva"
    folder.mkdir()
    nobody: str = None  # type: ignore[assignment] # a caller's bug after the file was created
    with pytest.raises(Exception, match="NOT NULL"):
        files.new_file(folder / "centro.cpepa", MovingClock(), nobody, entity=Entity("E"), centre=Centre("C"))
    assert list(folder.iterdir()) == []


def test_closing_makes_a_backup_where_something_changed_and_only_there(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    made = files.close_file(ws)
    assert made is not None
    assert made.backup.reason is Reason.CLOSING
    ws = reopen(ws)
    assert files.close_file(ws) is None
    ws = reopen(ws)
    add_person(ws, "Lucía")
    assert files.close_file(ws) is not None
    assert len(backups.list_backups(ws.file.path)) == 2


def test_closing_what_was_open_for_reading_makes_none(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    ws.file.close()
    reader = files.open_file(ws.file.path, ws.clock, "Ana", writable=False)
    assert files.close_file(reader) is None
    assert backups.list_backups(ws.file.path) == ()


def test_a_file_closes_even_where_its_backup_cannot_be_made(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    (tmp_path / "centro.copias").write_text("not a folder", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="a salvo"):
        files.close_file(ws)
    reopen(ws).file.close()


def test_what_a_session_left_without_backup_is_backed_up_by_the_next(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    files.close_file(ws)
    ws = reopen(ws)
    add_person(ws, "Lucía")
    ws.file.close()  # as a crash does: no backup
    ws = reopen(ws)
    assert ws.unsaved_since == ws.clock.now()
    assert files.close_file(ws) is not None


def test_check_reads_the_whole_file(tmp_path: Path) -> None:
    ws = create(tmp_path / "centro.cpepa")
    assert files.check_file(ws) == ()
    with ws.operation("Adjunto"):
        attachment = ws.file.attachments.put(b"scan", "application/pdf", "hoja.pdf")
    ws.file.attachments.store.path_of(attachment.sha256).unlink()
    (problem,) = files.check_file(ws)
    assert "hoja.pdf" in str(problem)
    ws.file.close()


# Killed -----------------------------------------------------------------------------------------------------

WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from cpepa_desktop.operations.files import open_file
from tests.operations.centre_file import MovingClock

ws = open_file(Path(sys.argv[1]), MovingClock(), "Ana")
for n in itertools.count():
    with ws.operation(f"Alta {n}"):
        for part in range(3):
            ws.db.execute("INSERT INTO person (name, surnames) VALUES (?, ?)", (f"Persona {n}", str(part)))
        if n % 2:
            ws.file.attachments.put(str(n).encode(), "text/plain", f"{n}.txt")
    print(n, flush=True)
"""


@pytest.mark.parametrize("committed", [1, 7, 40])
def test_a_process_killed_while_writing_loses_nothing(tmp_path: Path, committed: int) -> None:
    ws = create(tmp_path / "centro.cpepa")
    files.close_file(ws)
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(ws.file.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) == committed:
                break
        writer.kill()
        told = [committed, *(int(line) for line in writer.stdout if line.endswith("\n"))][-1]
    assert lock.lock_path(ws.file.path).stat().st_size > 0

    ws = reopen(ws)
    assert files.check_file(ws) == ()
    operations = ws.db.execute("SELECT name, count(*) FROM person GROUP BY name").fetchall()
    assert {count for _name, count in operations} == {3}
    # The last one told is whole; one more may have been committed before it could be told.
    assert len(operations) in {told + 1, told + 2}
    last = history.what_undo_would_do(ws)
    history.undo(ws)
    assert len(people(ws)) == 3 * len(operations) - 3
    assert last == f"Alta {len(operations) - 1}"
    assert files.close_file(ws) is not None
    assert not lock.lock_path(ws.file.path).exists()


def test_time_passes_in_these_tests_only_when_told() -> None:
    clock = MovingClock()
    before = clock.now()
    clock.pass_time(timedelta(days=1))
    assert clock.now() - before == timedelta(days=1)
