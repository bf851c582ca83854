"""Where a centre's files stand: the folders beside the main one, and whether the place is a risky one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.texts import _

SUFFIX: Final = ".cpepa"
_BACKUPS: Final = ".copias"
_ATTACHMENTS: Final = ".adjuntos"

# Names that a folder of the path starts with, as each service creates it; compared in small letters.
_SYNCED_NAMES: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mi unidad": "Google Drive",
    "my drive": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "seafile": "Seafile",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
}
# What each service leaves in the folders it synchronises, whatever their name.
_SYNCED_MARKERS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
# The name must be the whole of the folder's, because it is also the beginning of ordinary words.
_WHOLE_NAMES: Final = frozenset({"mega"})
_NETWORK_TYPES: Final = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"}
    | {"ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs"}
)


def attachments_folder(path: Path) -> Path:
    """Return the folder of the attachments of the centre's file at ``path``."""
    return path.parent / "adjuntos" if is_backup(path) else path.with_name(_stem(path) + _ATTACHMENTS)


def backups_folder(path: Path) -> Path:
    """Return the folder of the backups of the centre's file at ``path``."""
    return path.with_name(_stem(path) + _BACKUPS)


def kept_attachments_folder(path: Path) -> Path:
    """Return the folder where the attachments that backups refer to are kept, once for all of them."""
    return backups_folder(path) / "adjuntos"


def is_backup(path: Path) -> bool:
    """Say whether ``path`` is a backup: it stands in a folder of backups."""
    return path.absolute().parent.name.endswith(_BACKUPS)


def _stem(path: Path) -> str:
    # Any other ending stays in the name, so that two files that differ in it alone share no folder.
    return path.name.removesuffix(SUFFIX)


def warnings_about(path: Path) -> tuple[str, ...]:
    """Return what the user should know of the place where ``path`` stands; the file opens all the same."""
    found = []
    service = synced_by(path)
    if service is not None:
        found.append(
            _(
                "El archivo está en una carpeta que sincroniza {service}. Si dos equipos lo cambian a la vez "
                "se pueden perder datos: es mejor tenerlo en una carpeta normal de este equipo y guardar ahí "
                "solo las copias."
            ).format(service=service)
        )
    if is_on_network(path):
        found.append(
            _(
                "El archivo está en una unidad de red. Un corte de la red puede dañarlo: es mejor tenerlo en "
                "una carpeta de este equipo y guardar en la red solo las copias de seguridad."
            )
        )
    return tuple(found)


def synced_by(path: Path) -> str | None:
    """Return the name of the service that synchronises the folder of ``path``, or ``None``."""
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for start, service in _SYNCED_NAMES.items():
            if name == start or (start not in _WHOLE_NAMES and name.startswith(start)):
                return service
        for marker, service in _SYNCED_MARKERS.items():
            if (folder / marker).exists():
                return service
    return None


def is_on_network(path: Path) -> bool:
    """Say whether ``path`` stands on another computer."""
    if is_unc(str(path)) or is_unc(str(path.absolute())):
        return True
    return _is_on_remote_drive(path.absolute())


def is_unc(path: str) -> bool:
    r"""Say whether ``path`` is a network place in Windows' writing: ``\\server\share``."""
    local_prefixes = ("\\\\?\\", "\\\\.\\")
    if path.startswith("\\\\?\\UNC\\"):
        return True
    return path.startswith(("\\\\", "//")) and not path.startswith(local_prefixes)


def mount_type(path: Path, mounts: str) -> str:
    """Return the type of file system that ``path`` is on, after the text of ``/proc/mounts``."""
    best_length, best_type = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:  # noqa: PLR2004 - device, place and type
            continue
        place = Path(_unescape(fields[1]))
        # The last of two mounts on one place hides the first.
        if path.is_relative_to(place) and len(place.parts) >= best_length:
            best_length, best_type = len(place.parts), fields[2]
    return best_type


def _unescape(text: str) -> str:
    for escaped, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(escaped, sign)
    return text


if sys.platform == "win32":
    import ctypes

    def _is_on_remote_drive(path: Path) -> bool:
        remote = 4  # DRIVE_REMOTE
        drive: int = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return drive == remote

else:

    def _is_on_remote_drive(path: Path) -> bool:
        mounts = Path("/proc/mounts")  # other systems than Linux have none, and then nothing is known
        text = mounts.read_text(encoding="utf-8", errors="replace") if mounts.exists() else ""
        return mount_type(path.resolve(), text) in _NETWORK_TYPES
