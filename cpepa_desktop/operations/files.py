"""The life of a centre's file: new, open, closed, checked."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop import __version__
from cpepa_desktop.db import birth, integrity
from cpepa_desktop.db import open as db_open
from cpepa_desktop.domain.backups import BackupMade, Reason
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import backups
from cpepa_desktop.operations.workspace import Workspace


def new_file(
    path: Path, clock: Clock, actor: str, *, entity: Entity, centre: Centre, is_sample: bool = False
) -> Workspace:
    """Create the file of a centre and return it open for writing.

    Nothing is left behind where it cannot be done. Raises :class:`Refused` where the name is taken or the
    folder does not exist, :class:`EnvironmentFault` where the folder cannot be written.
    """
    file = db_open.create(path, clock=clock, program_version=__version__, is_sample=is_sample)
    ws = Workspace(file, clock, actor)
    try:
        # Legal, so that undo stops here: a file without its centre is no file.
        with ws.operation(_("Nuevo archivo del centro"), legal=True):
            birth.write_centre(ws.db, entity, centre)
    except BaseException:
        file.close()
        file.path.unlink(missing_ok=True)
        raise
    return ws


def open_file(path: Path, clock: Clock, actor: str, *, writable: bool = True) -> Workspace:
    """Open the file of a centre; ``ws.file.warnings`` says what the user should know of where it stands.

    Raises :class:`Refused` or :class:`EnvironmentFault`, each with its own sentence, where it cannot be
    opened.
    """
    if not writable:
        return Workspace(db_open.open_for_reading(path), clock, actor)
    ws = Workspace(db_open.open_for_writing(path, clock=clock), clock, actor)
    if not backups.holds_everything(ws):
        ws.unsaved_since = clock.now()  # the last session ended without its backup
    return ws


def close_file(ws: Workspace) -> BackupMade | None:
    """Close the file, with a backup where something changed, and return that backup.

    The file is closed in any case; :class:`EnvironmentFault` tells that the backup could not be made.
    """
    try:
        return backups.backup(ws, Reason.CLOSING) if owes_backup(ws) else None
    finally:
        ws.file.close()


def owes_backup(ws: Workspace) -> bool:
    """Say whether something changed that no backup holds: closing makes one."""
    return ws.file.writable and ws.unsaved_since is not None


def close_after_command(ws: Workspace) -> BackupMade | None:
    """Close the file after one command of a script, with a backup where the last one is half an hour old.

    A script of many commands would otherwise copy the whole file after each of them. Faults as `close_file`.
    """
    newest = next(iter(backups.list_backups(ws.file.path)), None)
    if newest and ws.clock.now() - newest.moment < backups.TIME_WITH_CHANGES:
        ws.unsaved_since = None
    return close_file(ws)


def is_sample(ws: Workspace) -> bool:
    """Say whether the people of the file are invented."""
    return birth.is_sample(ws.db)


def check_file(ws: Workspace) -> tuple[Problem, ...]:
    """Return all that is wrong in the file, for the engine, in the attachments and by our own rules."""
    return integrity.check(ws.db, ws.file.attachments)
