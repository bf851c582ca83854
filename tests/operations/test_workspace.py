"""What every operation works on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import open as db_open
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.operations import files, history
from cpepa_desktop.operations.files import open_file
from cpepa_desktop.operations.workspace import Workspace, fault_of
from tests.operations.centre_file import START, MovingClock, add_person, create, people


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    ws = create(tmp_path / "centro.cpepa")
    yield ws
    ws.file.close()


def test_an_operation_is_stamped_with_the_workspace_s_clock_and_actor(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    line = history.history(ws, 1)[0]
    assert (line.name, line.actor, line.at, line.working_day) == ("Alta de Lucía", "Ana", START, START.date())


def test_the_workspace_knows_when_it_saved_last_and_since_when_no_backup_holds_it(ws: Workspace) -> None:
    assert isinstance(ws.clock, MovingClock)
    ws.unsaved_since = None
    ws.clock.pass_time(timedelta(minutes=5))
    add_person(ws, "Lucía")
    ws.clock.pass_time(timedelta(minutes=5))
    add_person(ws, "Omar")
    assert ws.last_saved == START + timedelta(minutes=10)
    assert ws.unsaved_since == START + timedelta(minutes=5)


def test_nothing_is_written_in_a_file_that_turns_out_to_be_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "centro.cpepa"
    files.close_file(create(path))
    engine = sqlite3.connect(path)
    (page,) = engine.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'room'").fetchone()
    engine.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xaa" * 4096  # a table that opening does not look at
    path.write_bytes(content)
    monkeypatch.setattr(
        db_open, "_READ_AT_ONCE", 0
    )  # as a file of some years, which is open before it is read
    ws = open_file(path, MovingClock(), "Ana")
    with pytest.raises(EnvironmentFault, match="dañado"):
        add_person(ws, "Lucía")
    ws.file.close()
    assert path.read_bytes() == content


def test_an_operation_that_changed_nothing_saved_nothing(ws: Workspace) -> None:
    ws.last_saved = ws.unsaved_since = None
    with ws.operation("Nada"):
        ws.db.execute("UPDATE centre SET name = name")
    assert ws.last_saved is None
    assert ws.unsaved_since is None


def test_an_operation_that_is_refused_saved_nothing(ws: Workspace) -> None:
    def write_and_refuse() -> None:
        with ws.operation("Alta"):
            ws.db.execute("INSERT INTO person (name, surnames) VALUES ('Lucía', '')")
            raise Refused("no puede ser")

    ws.last_saved = None
    with pytest.raises(Refused, match="no puede ser"):
        write_and_refuse()
    assert ws.last_saved is None
    assert people(ws) == []


def test_a_legal_operation_cannot_be_undone(ws: Workspace) -> None:
    with ws.operation("Acta", legal=True):
        ws.db.execute("INSERT INTO person (name, surnames) VALUES ('Lucía', '')")
    with pytest.raises(Refused, match="«Acta»"):
        history.undo(ws)


def test_a_file_open_for_reading_refuses_operations(ws: Workspace) -> None:
    reader = open_file(ws.file.path, ws.clock, "Berta", writable=False)
    with pytest.raises(Refused, match="solo para leer"):
        add_person(reader, "Lucía")
    reader.file.close()


def test_a_worker_reads_through_a_connection_of_its_own(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    worker = ws.for_another_thread()
    assert people(worker) == ["Lucía"]
    with pytest.raises(Refused, match="solo para leer"):
        add_person(worker, "Omar")
    worker.file.close()
    add_person(ws, "Omar")


def test_what_the_disk_does_is_told_from_a_bug() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    fault = fault_of(error)
    assert fault is not None
    assert "disco no responde" in fault.message
    assert fault_of(sqlite3.IntegrityError("ours")) is None


# Another thread writes --------------------------------------------------------------------------------------


def test_whoever_got_the_writing_writes_and_who_gave_it_only_reads(ws: Workspace) -> None:
    ws.last_saved = ws.unsaved_since = None
    handover = ws.hand_over("Importar personas")
    with handover.workspace() as own:
        add_person(own, "Lucía")
        with pytest.raises(Refused, match="«Importar personas» no ha terminado todavía"):
            add_person(ws, "Omar")
        with pytest.raises(Refused):
            history.undo(ws)
        with pytest.raises(Refused):
            ws.hand_over("Otra cosa")
    assert people(ws) == ["Lucía"]
    ws.take_back()
    assert ws.last_saved == ws.unsaved_since == START
    add_person(ws, "Omar")
    assert history.history(ws, 2)[1].actor == ws.actor


def test_a_writing_that_wrote_nothing_saved_nothing(ws: Workspace) -> None:
    ws.last_saved = None
    with ws.hand_over("Nada").workspace():
        pass
    ws.take_back()
    assert ws.last_saved is None
    ws.take_back()  # twice is harmless


def test_a_file_open_only_for_reading_hands_nothing_over(ws: Workspace) -> None:
    path = ws.file.path
    ws.file.close()
    reader = open_file(path, ws.clock, "Ana", writable=False)
    with pytest.raises(Refused, match="solo para leer"):
        reader.hand_over("Importar personas")
    reader.file.close()
