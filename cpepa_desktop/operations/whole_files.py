"""Files written whole or not at all, wherever the person asks for them."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READABLE: Final = 0o644


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, in the place of one that is there, so that nobody ever sees half of it.

    Raises ``EnvironmentFault`` where it cannot be written; a file that was there is then as it was.
    """
    draft: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=path.suffix, delete=False) as file:
            draft = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else _READABLE)
        draft.replace(path)
    except OSError as error:
        if draft is not None:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        raise EnvironmentFault(_why(path, error)) from error


def _why(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        message = _("El disco está lleno: no se ha escrito «{path}». Haga sitio o elija otro disco.")
    elif not path.parent.is_dir():
        message = _("No existe la carpeta de «{path}». No se ha escrito nada; elija otra carpeta.")
    elif path.exists() and isinstance(error, PermissionError):
        message = _(
            "No se puede escribir «{path}»: puede que esté abierto en otro programa. El que había sigue "
            "como estaba. Ciérrelo allí y repita, o elija otro nombre."
        )
    else:
        message = _("No se puede escribir «{path}». No se ha escrito nada; elija otra carpeta.")
    return message.format(path=path)
