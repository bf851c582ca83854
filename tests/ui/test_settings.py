"""Tests of what the window remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from cpepa_desktop.ui.settings import MOST_RECENT, Settings


def _files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"centro-{at}.cpepa" for at in range(count)]
    for path in paths:
        path.touch()
    return paths


def test_recent_files_are_remembered_the_newest_first(tmp_path: Path) -> None:
    first, second = _files(tmp_path, 2)
    settings = Settings(tmp_path / "settings")
    assert settings.recent_files() == ()
    settings.remember_file(first)
    assert settings.recent_files() == (first,)
    settings.remember_file(second)
    settings.remember_file(first)
    settings.save()
    assert Settings(tmp_path / "settings").recent_files() == (first, second)


def test_only_so_many_recent_files_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings")
    paths = _files(tmp_path, MOST_RECENT + 2)
    for path in paths:
        settings.remember_file(path)
    assert settings.recent_files() == tuple(reversed(paths[2:]))


def test_a_file_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    first, second = _files(tmp_path, 2)
    settings = Settings(tmp_path / "settings")
    settings.remember_file(first)
    settings.remember_file(second)
    second.unlink()
    assert settings.recent_files() == (first,)
    settings.forget_file(first)
    assert settings.recent_files() == ()


def test_files_are_looked_for_where_the_last_one_was(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings")
    settings.remember_file(tmp_path / "centro.cpepa")
    assert settings.last_folder() == tmp_path


def test_the_size_of_the_window_is_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings")
    assert settings.geometry().isEmpty()
    settings.remember_geometry(QByteArray(b"size and place"))
    settings.save()
    assert Settings(tmp_path / "settings").geometry() == QByteArray(b"size and place")


def test_settings_live_in_the_users_configuration_folder(home: Path) -> None:
    settings = Settings()
    settings.remember_geometry(QByteArray(b"x"))
    settings.save()
    assert list(home.rglob("window.ini"))
