"""Keep a dump of a file of today's version, which later versions must be able to open.

``python -m tests.db.make_release`` before a release. What is released is never written again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from cpepa_desktop.db.connection import APPLICATION_ID
from cpepa_desktop.db.migrations import FILE_VERSION
from tests.db.small_centre import new_file, write

RELEASED = Path(__file__).with_name("released")


def dump(folder: Path) -> str:
    """Return the text that makes a file of today's version, with rows in it and something to undo."""
    file = new_file(folder / "centro.cpepa")
    with write(file.db, "Corregir teléfono"):
        file.db.execute("UPDATE person SET phone = '976 000 000'")
    lines = [
        f"PRAGMA application_id = {APPLICATION_ID};",
        f"PRAGMA user_version = {FILE_VERSION};",
        *file.db.conn.iterdump(),
    ]
    file.close()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        RELEASED.joinpath(f"{FILE_VERSION}.sql").write_text(dump(Path(name)), encoding="utf-8")
