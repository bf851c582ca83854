"""Files of the user that are kept with the centre's file: scans, proofs, pictures."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final

_UNKNOWN: Final = "application/octet-stream"


def media_type_of(path: Path) -> str:
    """Return what kind of file a path names by its ending."""
    return mimetypes.guess_type(path.name)[0] or _UNKNOWN
