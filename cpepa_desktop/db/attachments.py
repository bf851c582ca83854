"""The bytes that a centre keeps (scans, logos, issued papers), beside its file and named by their own hash.

Apart from the file, so that thirty backups stay small; by hash, so that the same scan is kept once and a
damaged one is noticed the moment it is read.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db import faults
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

ADD_ATTACHMENT: Final = """
    INSERT INTO attachment (sha256, media_type, size, name) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO
    NOTHING
"""
ATTACHMENT: Final = "SELECT sha256, media_type, size, name FROM attachment WHERE sha256 = ?"
ATTACHMENTS: Final = "SELECT sha256, media_type, size, name FROM attachment ORDER BY sha256"


@dataclass(frozen=True, slots=True)
class Attachment:
    """What the file says of some bytes: their hash, media type and length, and the name they came with."""

    sha256: str
    media_type: str
    size: int
    name: str


class Store:
    """A folder of bytes addressed by SHA-256, in one folder for each first two digits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Return where the bytes of that hash stand, or would stand."""
        return self.folder / sha256[:2] / sha256

    def write(self, data: bytes) -> str:
        """Keep ``data`` and return its hash. A power cut leaves the whole of it or nothing.

        Raises :class:`EnvironmentFault` where the disk gives way.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.holds(sha256):
            try:
                write_whole(self.path_of(sha256), data)
            except OSError as error:
                raise faults.disk_fault(error, self.folder) from error
        return sha256

    def has(self, sha256: str, size: int) -> bool:
        """Say whether bytes of that name and length are there, without reading them."""
        try:
            return self.path_of(sha256).stat().st_size == size
        except OSError:
            return False

    def holds(self, sha256: str) -> bool:
        """Say whether the bytes are there and are the right ones."""
        try:
            return hashlib.sha256(self.path_of(sha256).read_bytes()).hexdigest() == sha256
        except OSError:
            return False


class AttachmentStore:
    """The attachments of one centre's file: the bytes in the folder, and a row for each in the file."""

    def __init__(self, db: Database, folder: Path) -> None:
        self._db = db
        self.store = Store(folder)

    def put(self, data: bytes, media_type: str, name: str) -> Attachment:
        """Keep ``data`` and return what the file knows of it; to be called inside an operation.

        The bytes are on the disk before the row is written, so a row never lacks its bytes. The same bytes
        given again keep their first name.
        """
        sha256 = self.store.write(data)
        self._db.execute(ADD_ATTACHMENT, (sha256, media_type, len(data), name))
        return self.describe(sha256)

    def get(self, sha256: str) -> bytes:
        """Return the bytes of that hash, verified.

        Raises :class:`EnvironmentFault` where they are missing or are not what they were.
        """
        attachment = self.describe(sha256)
        path = self.store.path_of(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise EnvironmentFault(_missing(attachment, path)) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise EnvironmentFault(_altered(attachment, path))
        return data

    def describe(self, sha256: str) -> Attachment:
        """Return what the file says of that hash; ``KeyError`` where it knows nothing of it."""
        row = self._db.execute(ATTACHMENT, (sha256,)).fetchone()
        if row is None:
            raise KeyError(sha256)
        return Attachment(*row)

    def all(self) -> tuple[Attachment, ...]:
        """Return every attachment that the file knows of."""
        return attachments_in(self._db)

    def faults(self) -> tuple[str, ...]:
        """Return a sentence for each attachment that is missing or is not what it was. Reads all of them."""
        found = []
        for attachment in self.all():
            if not self.store.holds(attachment.sha256):
                path = self.store.path_of(attachment.sha256)
                found.append((_altered if path.exists() else _missing)(attachment, path))
        return tuple(found)


def attachments_in(db: Database) -> tuple[Attachment, ...]:
    """Return every attachment that the file ``db`` knows of."""
    return tuple(Attachment(*row) for row in db.execute(ATTACHMENTS))


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` at ``path``, so that a power cut leaves all of it or nothing; raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".parcial-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut; Windows does so itself and has no way to ask."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _missing(attachment: Attachment, path: Path) -> str:
    return _(
        "Falta el adjunto «{name}»: debería estar en «{path}». El resto del archivo está a salvo. Si se ha "
        "cambiado de nombre o de carpeta el archivo del centro, lleve con él su carpeta de adjuntos; si no, "
        "recupere una copia."
    ).format(name=attachment.name, path=path)


def _altered(attachment: Attachment, path: Path) -> str:
    return _(
        "El adjunto «{name}» ya no es el que se guardó: «{path}» se ha cambiado o dañado. El resto del "
        "archivo está a salvo. Recupérelo de una copia de seguridad."
    ).format(name=attachment.name, path=path)
