"""What the window remembers between two sessions on one computer: recent files, its size, where it was."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.ui.parts.page import Place

PROGRAM: Final = "cpepa-desktop"
MOST_RECENT: Final = 8
TEXT_SIZES: Final = (100, 110, 125, 150, 175, 200)
_ALL_YEARS: Final = "all"
_DIGITS_OF_A_FILE: Final = 16


class Scheme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """Preferences in an INI file of the user's configuration folder.

    Nothing of a centre is in it but codes of courses and numbers of rows: where one was in each file.
    """

    def __init__(self, folder: Path | None = None) -> None:
        place = folder or platformdirs.user_config_path(PROGRAM, appauthor=False)
        self._store = QSettings(str(place / "window.ini"), QSettings.Format.IniFormat)

    def recent_files(self) -> tuple[Path, ...]:
        """Return the files opened last that are still there, the newest first."""
        return tuple(path for path in self._recent() if path.is_file())

    def known_files(self) -> tuple[Path, ...]:
        """Return the files opened last, also those that are gone, the newest first."""
        return tuple(self._recent())

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

    def export_folder(self) -> Path:
        """Return where a table was exported last, where files are looked for before the first time."""
        kept = self._text("tables_exported/folder")
        return Path(kept) if kept and Path(kept).is_dir() else self.last_folder()

    def remember_export_folder(self, folder: Path) -> None:
        """Keep where a table was exported."""
        self._store.setValue("tables_exported/folder", str(folder))

    def papers_folder(self) -> Path:
        """Return where papers were saved last, where files are looked for before the first time."""
        kept = self._text("papers_saved/folder")
        return Path(kept) if kept and Path(kept).is_dir() else self.last_folder()

    def remember_papers_folder(self, folder: Path) -> None:
        """Keep where papers were saved."""
        self._store.setValue("papers_saved/folder", str(folder))

    def geometry(self, window: str = "window") -> QByteArray:
        """Return the size and place of a window, empty before the first time."""
        stored = self._store.value(f"{window}/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray, window: str = "window") -> None:
        """Keep the size and place of a window."""
        self._store.setValue(f"{window}/geometry", geometry)

    def scheme(self) -> Scheme:
        """Return the colours chosen; without a choice the window follows the system."""
        stored = self._text("looks/scheme")
        return Scheme(stored) if stored in list(Scheme) else Scheme.SYSTEM

    def remember_scheme(self, scheme: Scheme) -> None:
        """Keep the colours chosen."""
        self._store.setValue("looks/scheme", str(scheme))

    def text_size(self) -> int:
        """Return the size of the text in per cent, one of ``TEXT_SIZES``."""
        stored = self._text("looks/text_size")
        return next((size for size in TEXT_SIZES if stored == str(size)), TEXT_SIZES[0])

    def remember_text_size(self, percent: int) -> None:
        """Keep the size of the text."""
        self._store.setValue("looks/text_size", percent)

    def table_layout(self, name: str) -> str:
        """Return how the columns of a table were left, ``""`` before the first time."""
        return self._text(f"tables/{name}")

    def remember_table_layout(self, name: str, text: str) -> None:
        """Keep how the columns of a table were left."""
        self._store.setValue(f"tables/{name}", text)

    def splitter(self, name: str) -> QByteArray:
        """Return how two parts shared the width, empty before the first time."""
        stored = self._store.value(f"splitters/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_splitter(self, name: str, state: QByteArray) -> None:
        """Keep how two parts share the width."""
        self._store.setValue(f"splitters/{name}", state)

    def last_place(self, path: Path) -> Place | None:
        """Return where one was in a file, ``None`` before the first time."""
        group = _group_of(path)
        page = self._text(f"{group}/page")
        return Place(page, self._text(f"{group}/key"), self._text(f"{group}/detail")) if page else None

    def remember_last_place(self, path: Path, place: Place) -> None:
        """Keep where one is in a file."""
        group = _group_of(path)
        for name, value in (("page", place.page), ("key", place.key), ("detail", place.detail)):
            self._store.setValue(f"{group}/{name}", value)

    def school_year(self, path: Path, otherwise: SchoolYear) -> SchoolYear | None:
        """Return the year chosen in a file, ``None`` for all of them, ``otherwise`` before any choice."""
        stored = self._text(f"{_group_of(path)}/school_year")
        if stored == _ALL_YEARS:
            return None
        return SchoolYear(int(stored)) if stored.isdecimal() else otherwise

    def remember_school_year(self, path: Path, year: SchoolYear | None) -> None:
        """Keep the year chosen in a file."""
        chosen = _ALL_YEARS if year is None else str(year.begins_in)
        self._store.setValue(f"{_group_of(path)}/school_year", chosen)

    def save(self) -> None:
        """Write everything to the disk now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        stored = self._store.value(name)
        return str(stored) if isinstance(stored, str | int) else ""

    def _recent(self) -> list[Path]:
        stored = self._store.value("files/recent")
        # One path comes back as a text, several as a list.
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text]


def _group_of(path: Path) -> str:
    """Return the group of what is kept of one file: its path would be read as groups within groups."""
    return f"file-{sha256(str(path.resolve()).encode()).hexdigest()[:_DIGITS_OF_A_FILE]}"
