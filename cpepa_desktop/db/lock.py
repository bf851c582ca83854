"""One writer at a time, held by a lock of the operating system that ends with the process, however it ends.

The lock file stands beside the centre's file and says in plain text who holds it, so that the second person
knows whom to ask. Its text may be stale after a crash; the lock itself cannot.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

# Windows forbids reading locked bytes, so the byte locked lies far beyond the text that others have to read.
_LOCKED_BYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open for writing, as they wrote it themselves."""

    user: str
    host: str
    pid: int
    since: str

    @classmethod
    def this_process(cls, since: datetime) -> Self:
        """Return this process as holder ``since`` a moment."""
        return cls(_user(), platform.node(), os.getpid(), since.isoformat(timespec="seconds"))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the holder that ``text`` names, or ``None`` where it is not whole."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            return None


class FileLock:
    """The right to write one file, from :func:`acquire` until :meth:`release` or the end of the process."""

    def __init__(self, path: Path, descriptor: int, *, was_left_behind: bool) -> None:
        self.path = path
        self.was_left_behind = was_left_behind
        """Whether the last holder ended without closing: a crash or a power cut."""
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the right back and remove the lock file. Doing it twice is harmless."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        os.ftruncate(descriptor, 0)
        if sys.platform == "win32":
            os.close(descriptor)
            _remove(self.path)
        else:
            _remove(
                self.path
            )  # while it is still ours: a newcomer notices that the name is gone and tries again
            os.close(descriptor)


def lock_path(path: Path) -> Path:
    """Return where the lock of the centre's file at ``path`` stands."""
    return path.with_name(path.name + ".lock")


def acquire(path: Path, *, since: datetime) -> FileLock:
    """Take the right to write the centre's file at ``path``.

    Raises :class:`EnvironmentFault` where somebody else has it, naming who, or where the folder is read-only.
    """
    place = lock_path(path)
    while True:
        try:
            descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise EnvironmentFault(_unwritable(path.parent, error)) from error
        if not _try_lock(descriptor):
            holder = Holder.parse(_read(descriptor))
            os.close(descriptor)
            raise EnvironmentFault(_taken(path, holder))
        if _is_still(descriptor, place):
            break
        os.close(descriptor)  # its holder removed it between our opening and our locking
    left_behind = os.fstat(descriptor).st_size > 0
    _write(descriptor, json.dumps(asdict(Holder.this_process(since)), ensure_ascii=False))
    return FileLock(place, descriptor, was_left_behind=left_behind)


def _unwritable(folder: Path, error: OSError) -> str:
    return _(
        "No se puede escribir en la carpeta «{folder}» ({reason}). No se ha cambiado nada. "
        "Use otra carpeta o, si solo quiere consultar, abra el archivo solo para leer."
    ).format(folder=folder, reason=error.strerror or error)


def _taken(path: Path, holder: Holder | None) -> str:
    if holder is None:
        who = _("otra persona o en otra ventana")
    else:
        who = _("{user} en el equipo {host} desde {since} (proceso {pid})").format(
            user=holder.user, host=holder.host, since=holder.since.replace("T", " "), pid=holder.pid
        )
    return _(
        "«{name}» ya está abierto para escribir por {who}. No se ha cambiado nada. "
        "Ciérrelo allí, o ábralo aquí solo para leer."
    ).format(name=path.name, who=who)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name in the environment and none in the system: a bare container
        return "?"


def _read(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 4096).decode("utf-8", "replace")


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode())


def _remove(path: Path) -> None:
    # On Windows somebody reading it prevents the removal; an empty lock file without its lock means nothing.
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _is_still(_descriptor: int, _place: Path) -> bool:
        return True  # an open file cannot be removed there

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_still(descriptor: int, place: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), place.stat())
        except FileNotFoundError:
            return False
