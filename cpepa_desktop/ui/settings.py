"""What the window remembers between two sessions on one computer: recent files, its size, where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

PROGRAM: Final = "cpepa-desktop"
MOST_RECENT: Final = 8


class Settings:
    """Preferences in an INI file of the user's configuration folder; nothing of a centre is in it."""

    def __init__(self, folder: Path | None = None) -> None:
        place = folder or platformdirs.user_config_path(PROGRAM, appauthor=False)
        self._store = QSettings(str(place / "window.ini"), QSettings.Format.IniFormat)

    def recent_files(self) -> tuple[Path, ...]:
        """Return the files opened last that are still there, the newest first."""
        return tuple(path for path in self._recent() if path.is_file())

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [known for known in self._recent() if known != path]
        self._store.setValue("files/recent", [str(each) for each in (path, *others)][:MOST_RECENT])

    def forget_file(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._store.setValue("files/recent", [str(each) for each in self._recent() if each != path])

    def last_folder(self) -> Path:
        """Return where files are looked for first."""
        recent = self._recent()
        return recent[0].parent if recent else platformdirs.user_documents_path()

    def geometry(self, window: str = "window") -> QByteArray:
        """Return the size and place of a window, empty before the first time."""
        stored = self._store.value(f"{window}/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray, window: str = "window") -> None:
        """Keep the size and place of a window."""
        self._store.setValue(f"{window}/geometry", geometry)

    def save(self) -> None:
        """Write everything to the disk now."""
        self._store.sync()

    def _recent(self) -> list[Path]:
        stored = self._store.value("files/recent")
        # One path comes back as a text, several as a list.
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text]
