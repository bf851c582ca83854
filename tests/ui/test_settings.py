"""Tests of what the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.ui.parts.page import Place
from cpepa_desktop.ui.settings import MOST_RECENT, TEXT_SIZES, Scheme, Settings


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


def _again(folder: Path, settings: Settings) -> Settings:
    """Return the preferences as the next start of the program reads them."""
    settings.save()
    return Settings(folder)


def test_the_looks_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert (settings.scheme(), settings.text_size()) == (Scheme.SYSTEM, 100)
    settings.remember_scheme(Scheme.DARK)
    settings.remember_text_size(150)
    again = _again(tmp_path, settings)
    assert (again.scheme(), again.text_size()) == (Scheme.DARK, 150)


@pytest.mark.parametrize("size", [0, 99, 105, 1000])
def test_a_size_that_is_not_offered_is_the_normal_one(tmp_path: Path, size: int) -> None:
    settings = Settings(tmp_path)
    settings.remember_text_size(size)
    assert settings.text_size() == TEXT_SIZES[0]


def test_tables_and_splitters_are_remembered_by_their_names(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.table_layout("people") == ""
    assert settings.splitter("course").isEmpty()
    settings.remember_table_layout("people", '{"columns": [1, 0]}')
    settings.remember_splitter("course", QByteArray(b"state"))
    again = _again(tmp_path, settings)
    assert again.table_layout("people") == '{"columns": [1, 0]}'
    assert again.table_layout("courses") == ""
    assert again.splitter("course") == QByteArray(b"state")


def test_each_file_remembers_where_one_was(tmp_path: Path) -> None:
    one, other = _files(tmp_path, 2)
    settings = Settings(tmp_path)
    settings.remember_last_place(one, Place("course", "24/1", "attendance/2024-W07"))
    again = _again(tmp_path, settings)
    assert again.last_place(one) == Place("course", "24/1", "attendance/2024-W07")
    assert again.last_place(other) is None


@pytest.mark.parametrize("year", [None, SchoolYear(2021)])
def test_each_file_remembers_its_school_year(tmp_path: Path, year: SchoolYear | None) -> None:
    one, other = _files(tmp_path, 2)
    settings = Settings(tmp_path)
    settings.remember_school_year(one, year)
    again = _again(tmp_path, settings)
    assert again.school_year(one, SchoolYear(2023)) == year
    assert again.school_year(other, SchoolYear(2023)) == SchoolYear(2023)
