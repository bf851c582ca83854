"""Backups of a centre's file: made by themselves, thinned out with time, brought back when needed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cpepa_desktop.db import copies, journal, places
from cpepa_desktop.db import open as files
from cpepa_desktop.db.attachments import Attachment, Store
from cpepa_desktop.db.lock import acquire
from cpepa_desktop.domain.backups import (
    Backup,
    BackupMade,
    Reason,
    Restored,
    read_backup_name,
    worth_keeping,
)
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.workspace import Workspace

TIME_WITH_CHANGES: Final = timedelta(minutes=30)
"""How long the oldest change waits for a backup while the program is open."""


def due(ws: Workspace) -> bool:
    """Say whether it is time for a backup: the oldest change without one is thirty minutes old."""
    return ws.unsaved_since is not None and ws.clock.now() - ws.unsaved_since >= TIME_WITH_CHANGES


def holds_everything(ws: Workspace) -> bool:
    """Say whether the newest backup is at the same point as the file; it reads the file, not the memory."""
    newest = next(iter(list_backups(ws.file.path)), None)
    if newest is None:
        return False
    try:
        return copies.last_operation_of(newest.path) == journal.last_operation(ws.db)
    except EnvironmentFault:
        return False


def backup(ws: Workspace, reason: Reason = Reason.ASKED) -> BackupMade:
    """Make a backup of the file and its attachments, and drop those that are no longer worth keeping.

    May run in another thread than the file's: it uses a connection of its own. Raises
    :class:`EnvironmentFault` where the disk gives way or the copy is not equal to the file.
    """
    waiting, ws.unsaved_since = ws.unsaved_since, None  # what is written from here on needs another backup
    try:
        made = _backup_file(ws.file.path, ws.clock.now(), reason)
    except BaseException:
        ws.unsaved_since = waiting
        raise
    keep(ws.file.path, ws.clock.now())
    return made


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the file at ``path``, the newest first."""
    folder = places.backups_folder(path.resolve())
    names = folder.iterdir() if folder.is_dir() else ()
    found = [made for name in names if (made := read_backup_name(name)) is not None]
    return tuple(sorted(found, key=lambda made: (made.moment, made.path.name), reverse=True))


def keep(path: Path, now: datetime) -> tuple[Backup, ...]:
    """Delete the backups not worth keeping and the attachments only they need; return those deleted."""
    made = list_backups(path)
    kept = worth_keeping(made, now)
    dropped = tuple(old for old in made if old not in kept and _delete(old.path))
    if dropped:
        _drop_attachments(path, kept)
    return dropped


def restore(path: Path, backup: Path, clock: Clock, actor: str, *, other_file: bool = False) -> Restored:
    """Put a backup in the place of the file at ``path``, which must be closed, with its attachments.

    The backup is checked whole first, and the present file is kept as one more backup. ``other_file`` allows
    the backup of another centre's file. The restore is a legal act in the history of the file.

    Raises :class:`Refused` where the backup is of another file, :class:`EnvironmentFault` where it is damaged
    or somebody has the file open.
    """
    path, backup, moment = path.resolve(), backup.resolve(), clock.now()
    identity = files.require_sound(backup)
    lock = acquire(path, since=moment)
    try:
        present = files.identity_of(path)
        if not other_file:
            _require_same_file(path, present, backup, identity)
        previous = _keep_present(path, moment, readable=present is not None)
        copies.replace_file(path, backup)
        missing = _bring_attachments(path, backup)
    finally:
        lock.release()
    _record(path, backup, clock, actor)
    return Restored(backup, previous, missing)


# Making -----------------------------------------------------------------------------------------------------


def _backup_file(path: Path, moment: datetime, reason: Reason) -> BackupMade:
    target = copies.fresh_name(places.backups_folder(path), moment, reason)
    copies.copy_verified(path, target)
    kept = Store(places.kept_attachments_folder(path))
    # Those kept before were verified then; reading ten years of scans at every backup would be too slow.
    new = [one for one in copies.attachments_of(target) if not kept.has(one.sha256, one.size)]
    missing = _copy_attachments(new, Store(places.attachments_folder(path)), kept)
    return BackupMade(Backup(target, moment, reason), missing)


def _copy_attachments(wanted: Iterable[Attachment], source: Store, target: Store) -> tuple[str, ...]:
    """Copy attachments from ``source`` to ``target``, each verified; return the names of those not found.

    Copies, not hard links: somebody who edits a scan in place would otherwise edit its backup too.
    """
    missing = []
    for attachment in wanted:
        if source.holds(attachment.sha256):
            target.write(source.path_of(attachment.sha256).read_bytes())
        else:
            missing.append(attachment.name)
    return tuple(missing)


def _drop_attachments(path: Path, kept: frozenset[Backup]) -> None:
    try:
        needed = {attachment.sha256 for old in kept for attachment in copies.attachments_of(old.path)}
    except EnvironmentFault:
        return  # a backup that cannot be read may need any of them
    for stored in places.kept_attachments_folder(path).glob("??/*"):
        if stored.name not in needed:
            _delete(stored)


def _delete(path: Path) -> bool:
    """Delete a file and say whether it could be done: one that somebody has open goes another day."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


# Bringing back ----------------------------------------------------------------------------------------------


def _require_same_file(path: Path, present: str | None, backup: Path, identity: str) -> None:
    # A file too damaged to say who it is takes the backups of its own folder as its own.
    is_own = present == identity or (present is None and backup.parent == places.backups_folder(path))
    if path.exists() and not is_own:
        raise Refused(
            _(
                "La copia «{backup}» es de otro archivo, no de «{path}». No se ha cambiado nada. "
                "Elija una copia de este archivo, o confirme que quiere poner una de otro."
            ).format(backup=backup.name, path=path)
        )


def _keep_present(path: Path, moment: datetime, *, readable: bool) -> Path | None:
    """Keep the present file and return its backup, ``None`` where there is none or it cannot be read."""
    if readable:
        try:
            return _backup_file(path, moment, Reason.RESTORE).backup.path
        except EnvironmentFault:  # it opens, and is damaged further inside
            pass
    copies.set_aside(path, places.backups_folder(path), moment)
    return None


def _bring_attachments(path: Path, backup: Path) -> tuple[str, ...]:
    own = Store(places.attachments_folder(path))
    lost = [one for one in copies.attachments_of(path) if not own.holds(one.sha256)]
    return _copy_attachments(lost, Store(places.attachments_folder(backup)), own)


def _record(path: Path, backup: Path, clock: Clock, actor: str) -> None:
    file = files.open_for_writing(path, clock=clock)
    try:
        name = _("Restauración de la copia «{name}»").format(name=backup.stem)
        journal.record_act(file.db, name, actor=actor, at=clock.now(), day=clock.today())
    finally:
        file.close()
