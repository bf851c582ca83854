"""Files of the user that are kept with the centre's file: scans, proofs, pictures, logs."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.whole_files import write_whole
from cpepa_desktop.operations.workspace import Workspace

_UNKNOWN: Final = "application/octet-stream"


def media_type_of(path: Path) -> str:
    """Return what kind of file a path names by its ending."""
    return mimetypes.guess_type(path.name)[0] or _UNKNOWN


def keep_file(ws: Workspace, path: Path, refusal: str = "") -> str:
    """Keep a file of the user inside an operation and return its hash.

    Raises ``Refused`` where it is empty, and where it cannot be read, with the words of ``refusal`` where
    given, ``{path}`` in them being the file: the operation is then not made.
    """
    try:
        data = path.read_bytes()
    except OSError:
        words = refusal or _(
            "No se puede leer «{path}». No se ha guardado nada: compruebe el nombre y la carpeta."
        )
        raise Refused(words.format(path=path)) from None
    if not data:
        message = _("«{path}» está vacío: no se ha guardado ni cambiado nada. Elija otro fichero.")
        raise Refused(message.format(path=path))
    return ws.file.attachments.put(data, media_type_of(path), path.name).sha256


def copy_kept_file(ws: Workspace, sha256: str, folder: Path) -> Path:
    """Write a kept file to a folder under the name it came with, and return where.

    Raises ``EnvironmentFault`` where its bytes are missing or the folder cannot be written to.
    """
    kept = ws.file.attachments
    path = folder / kept.describe(sha256).name
    write_whole(path, kept.get(sha256))
    return path
