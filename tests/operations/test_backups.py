"""Backups: made when they are due, thinned out, and brought back whole."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import open as db_open
from cpepa_desktop.db import places
from cpepa_desktop.db.open import open_for_reading
from cpepa_desktop.domain.backups import Reason, Restored
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.operations import backups, files, history
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.centre_file import MovingClock, add_person, create, people, reopen

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def ws(tmp_path: Path, clock: MovingClock) -> Workspace:
    """Return a file with one person and an attachment; each test closes it."""
    ws = create(tmp_path / "centro.cpepa", clock)
    add_person(ws, "Lucía")
    with ws.operation("Adjunto"):
        ws.file.attachments.put(b"scan", "application/pdf", "hoja.pdf")
    return ws


def restore(ws: Workspace, backup: Path, *, other_file: bool = False) -> Restored:
    return backups.restore(ws.file.path, backup, ws.clock, "Ana", other_file=other_file)


def kept_bytes(path: Path) -> list[bytes]:
    return sorted(file.read_bytes() for file in places.kept_attachments_folder(path).glob("??/*"))


# Making -----------------------------------------------------------------------------------------------------


def test_a_backup_is_a_whole_file_with_its_attachments(ws: Workspace) -> None:
    made = backups.backup(ws)
    assert made.missing == ()
    assert backups.list_backups(ws.file.path) == (made.backup,)
    copy = files.open_file(made.backup.path, ws.clock, "Ana", writable=False)
    assert people(copy) == ["Lucía"]
    (attachment,) = copy.file.attachments.all()
    assert copy.file.attachments.get(attachment.sha256) == b"scan"
    assert files.check_file(copy) == ()
    copy.file.close()
    ws.file.close()


def test_attachments_are_kept_once_for_all_backups_and_apart_from_the_file_s(ws: Workspace) -> None:
    backups.backup(ws)
    backups.backup(ws)
    assert kept_bytes(ws.file.path) == [b"scan"]
    (attachment,) = ws.file.attachments.all()
    ws.file.attachments.store.path_of(attachment.sha256).write_bytes(b"edited in place")
    assert kept_bytes(ws.file.path) == [b"scan"]
    ws.file.close()


def test_an_attachment_that_is_lost_does_not_prevent_the_backup_and_is_named(ws: Workspace) -> None:
    (attachment,) = ws.file.attachments.all()
    ws.file.attachments.store.path_of(attachment.sha256).unlink()
    assert backups.backup(ws).missing == ("hoja.pdf",)
    assert len(backups.list_backups(ws.file.path)) == 1
    ws.file.close()


def test_a_backup_is_due_after_half_an_hour_with_changes(ws: Workspace, clock: MovingClock) -> None:
    assert not backups.due(ws)
    clock.pass_time(30 * MINUTE - timedelta(seconds=1))
    add_person(ws, "Omar")
    assert not backups.due(ws)
    clock.pass_time(timedelta(seconds=1))
    assert backups.due(ws)
    backups.backup(ws, Reason.TIMER)
    assert not backups.due(ws)
    clock.pass_time(DAY)
    assert not backups.due(ws)
    add_person(ws, "Zoe")
    clock.pass_time(30 * MINUTE)
    assert backups.due(ws)
    ws.file.close()


def test_a_backup_that_fails_stays_due(ws: Workspace, clock: MovingClock) -> None:
    clock.pass_time(30 * MINUTE)
    places.backups_folder(ws.file.path).write_text("not a folder", encoding="utf-8")
    with pytest.raises(EnvironmentFault):
        backups.backup(ws)
    assert backups.due(ws)
    ws.file.close()


def test_a_backup_may_run_in_another_thread_while_the_file_is_written(ws: Workspace) -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(backups.backup, ws)
        written = 0
        while not running.done() or not written:
            add_person(ws, f"Persona {written}")
            written += 1
    copy = files.open_file(running.result().backup.path, ws.clock, "Ana", writable=False)
    names = people(copy)
    assert files.check_file(copy) == ()
    copy.file.close()
    assert people(ws)[: len(names)] == names
    assert ws.unsaved_since is not None or backups.holds_everything(ws)
    assert backups.holds_everything(ws) == (len(names) == written + 1)
    ws.file.close()


def test_undo_is_a_change_too(ws: Workspace) -> None:
    backups.backup(ws)
    assert backups.holds_everything(ws)
    history.undo(ws)
    assert not backups.holds_everything(ws)
    assert ws.unsaved_since is not None
    ws.file.close()


def test_a_newest_backup_that_cannot_be_read_holds_nothing(ws: Workspace) -> None:
    made = backups.backup(ws)
    made.backup.path.write_bytes(b"ruin")
    assert not backups.holds_everything(ws)
    ws.file.close()


def test_the_list_has_the_newest_first_and_nothing_else(ws: Workspace, clock: MovingClock) -> None:
    first = backups.backup(ws)
    clock.pass_time(MINUTE)
    second = backups.backup(ws, Reason.TIMER)
    (places.backups_folder(ws.file.path) / "notas.txt").touch()
    assert backups.list_backups(ws.file.path) == (second.backup, first.backup)
    assert [made.reason for made in backups.list_backups(ws.file.path)] == [Reason.TIMER, Reason.ASKED]
    ws.file.close()


# Thinning out -----------------------------------------------------------------------------------------------


def test_old_backups_go_and_their_attachments_with_them(ws: Workspace, clock: MovingClock) -> None:
    old = backups.backup(ws)
    history.undo(ws)  # the attachment is in the old backup alone
    clock.pass_time(MINUTE)
    last_of_that_day = backups.backup(ws)
    assert kept_bytes(ws.file.path) == [b"scan"]
    clock.pass_time(3 * DAY)
    newest = backups.backup(ws)
    assert backups.list_backups(ws.file.path) == (newest.backup, last_of_that_day.backup)
    assert not old.backup.path.exists()
    assert kept_bytes(ws.file.path) == []
    ws.file.close()


def test_attachments_that_a_kept_backup_needs_stay(ws: Workspace, clock: MovingClock) -> None:
    backups.backup(ws)
    backups.backup(ws)
    clock.pass_time(3 * DAY)
    dropped = backups.keep(ws.file.path, clock.now())
    assert len(dropped) == 1
    assert kept_bytes(ws.file.path) == [b"scan"]
    ws.file.close()


def test_while_one_backup_cannot_be_read_no_attachment_goes(ws: Workspace, clock: MovingClock) -> None:
    backups.backup(ws)
    history.undo(ws)
    ruined = backups.backup(ws)
    ruined.backup.path.write_bytes(b"ruin" * 1_000)
    clock.pass_time(3 * DAY)
    assert len(backups.keep(ws.file.path, clock.now())) == 1
    assert kept_bytes(ws.file.path) == [b"scan"]
    ws.file.close()


# Bringing back ----------------------------------------------------------------------------------------------


def test_a_restore_brings_back_rows_and_attachments_and_keeps_what_was_there(
    ws: Workspace, clock: MovingClock
) -> None:
    made = backups.backup(ws)
    clock.pass_time(MINUTE)
    add_person(ws, "Omar")
    (attachment,) = ws.file.attachments.all()
    files.close_file(ws)
    ws.file.attachments.store.path_of(attachment.sha256).unlink()

    restored = restore(ws, made.backup.path)

    assert restored.missing == ()
    ws = reopen(ws)
    assert people(ws) == ["Lucía"]
    assert ws.file.attachments.get(attachment.sha256) == b"scan"
    assert ws.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert files.check_file(ws) == ()
    assert restored.previous is not None
    before = files.open_file(restored.previous, clock, "Ana", writable=False)
    assert people(before) == ["Lucía", "Omar"]
    before.file.close()
    ws.file.close()


def test_a_restore_is_a_legal_act_in_the_history(ws: Workspace) -> None:
    made = backups.backup(ws)
    files.close_file(ws)
    restore(ws, made.backup.path)
    ws = reopen(ws)
    assert history.history(ws, 1)[0].name == f"Restauración de la copia «{made.backup.path.stem}»"
    with pytest.raises(Refused, match="No se puede deshacer más atrás"):
        history.undo(ws)
    ws.file.close()


def test_a_restore_can_itself_be_taken_back(ws: Workspace) -> None:
    made = backups.backup(ws)
    add_person(ws, "Omar")
    files.close_file(ws)
    previous = restore(ws, made.backup.path).previous
    assert previous is not None
    restore(ws, previous)
    ws = reopen(ws)
    assert people(ws) == ["Lucía", "Omar"]
    ws.file.close()


def test_a_restore_over_a_lost_file_brings_it_back(ws: Workspace) -> None:
    made = backups.backup(ws)
    ws.file.close()
    ws.file.path.unlink()
    assert restore(ws, made.backup.path).previous is None
    ws = reopen(ws)
    assert people(ws) == ["Lucía"]
    ws.file.close()


def test_an_attachment_altered_without_a_change_of_length_is_brought_back(ws: Workspace) -> None:
    made = backups.backup(ws)
    (attachment,) = ws.file.attachments.all()
    files.close_file(ws)
    ws.file.attachments.store.path_of(attachment.sha256).write_bytes(b"SCAN")
    assert restore(ws, made.backup.path).missing == ()
    ws = reopen(ws)
    assert ws.file.attachments.get(attachment.sha256) == b"scan"
    ws.file.close()


def test_a_backup_that_cannot_be_deleted_waits_for_another_day(ws: Workspace, clock: MovingClock) -> None:
    backups.backup(ws)
    stuck = backups.list_backups(ws.file.path)[0].path
    backups.backup(ws)
    stuck.unlink()
    stuck.mkdir()  # no file can be deleted under this name
    clock.pass_time(3 * DAY)
    assert backups.keep(ws.file.path, clock.now()) == ()
    stuck.rmdir()
    ws.file.close()


@pytest.mark.parametrize("ruin", [b"", b"ruin", b"SQLite format 3\x00" + bytes(100)])
def test_a_restore_over_a_ruin_sets_the_ruin_aside(ws: Workspace, ruin: bytes) -> None:
    made = backups.backup(ws)
    files.close_file(ws)
    if ruin.startswith(b"SQLite"):  # ours by its header, and nothing else left
        ruin = ws.file.path.read_bytes()[:100] + bytes(8_000)
    ws.file.path.write_bytes(ruin)
    assert restore(ws, made.backup.path).previous is None
    aside = next(places.backups_folder(ws.file.path).glob("*_archivo-anterior.cpepa"))
    assert aside.read_bytes() == ruin
    ws = reopen(ws)
    assert people(ws) == ["Lucía"]
    ws.file.close()


def test_a_backup_from_elsewhere_is_not_put_over_a_ruin_unless_told(ws: Workspace, tmp_path: Path) -> None:
    made = backups.backup(ws)
    files.close_file(ws)
    elsewhere = tmp_path / "usb" / made.backup.path.name
    elsewhere.parent.mkdir()
    made.backup.path.rename(elsewhere)
    ws.file.path.write_bytes(b"ruin")
    with pytest.raises(Refused, match="es de otro archivo"):
        restore(ws, elsewhere)
    assert ws.file.path.read_bytes() == b"ruin"
    restore(ws, elsewhere, other_file=True)
    reopen(ws).file.close()


def test_the_backup_of_another_file_is_refused_unless_told(ws: Workspace, tmp_path: Path) -> None:
    other = create(tmp_path / "otro.cpepa")
    add_person(other, "Zoe")
    foreign = files.close_file(other)
    assert foreign is not None
    files.close_file(ws)
    before = ws.file.path.read_bytes()
    with pytest.raises(Refused, match="es de otro archivo"):
        restore(ws, foreign.backup.path)
    assert ws.file.path.read_bytes() == before
    restore(ws, foreign.backup.path, other_file=True)
    ws = reopen(ws)
    assert people(ws) == ["Zoe"]
    ws.file.close()


def test_a_restore_is_refused_while_somebody_has_the_file_open(ws: Workspace) -> None:
    made = backups.backup(ws)
    with pytest.raises(EnvironmentFault, match="ya está abierto"):
        restore(ws, made.backup.path)
    assert people(ws) == ["Lucía"]
    add_person(ws, "Omar")
    ws.file.close()


def test_a_damaged_backup_is_refused_and_the_file_left_alone(ws: Workspace) -> None:
    made = backups.backup(ws)
    add_person(ws, "Omar")
    files.close_file(ws)
    content = bytearray(made.backup.path.read_bytes())
    content[8_192:] = b"\xaa" * (len(content) - 8_192)
    made.backup.path.write_bytes(content)
    before = ws.file.path.read_bytes()
    with pytest.raises(EnvironmentFault, match="dañado"):
        restore(ws, made.backup.path)
    assert ws.file.path.read_bytes() == before


def test_a_backup_whose_rows_point_nowhere_is_refused(ws: Workspace) -> None:
    made = backups.backup(ws)
    files.close_file(ws)
    connection = sqlite3.connect(made.backup.path)
    connection.executescript("DROP TRIGGER journal_entity_delete; DELETE FROM entity;")
    connection.close()
    with pytest.raises(EnvironmentFault, match="dañado"):
        restore(ws, made.backup.path)


@pytest.mark.parametrize("target", ["a folder", "another program's"])
def test_a_backup_is_never_put_over_what_is_not_ours(ws: Workspace, tmp_path: Path, target: str) -> None:
    made = backups.backup(ws)
    files.close_file(ws)
    path = tmp_path / "destino"
    if target == "a folder":
        path.mkdir()
    else:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE course (id INTEGER)")
        connection.close()
    with pytest.raises(Refused):
        backups.restore(path, made.backup.path, ws.clock, "Ana", other_file=True)
    assert path.is_dir() or db_open.identity_of(ws.file.path) is not None
    assert not (tmp_path / "destino.lock").exists()


def test_an_attachment_that_is_nowhere_any_more_is_named(ws: Workspace) -> None:
    made = backups.backup(ws)
    (attachment,) = ws.file.attachments.all()
    files.close_file(ws)
    ws.file.attachments.store.path_of(attachment.sha256).unlink()
    for kept in places.kept_attachments_folder(ws.file.path).glob("??/*"):
        kept.unlink()
    assert restore(ws, made.backup.path).missing == ("hoja.pdf",)
    open_for_reading(ws.file.path).close()
